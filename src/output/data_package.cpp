// SPDX-License-Identifier: Apache-2.0
// datapackage.json: what files of long tables are, for the tools of Frictionless Data.
#include <nlohmann/json.hpp>
#include <set>

#include "nianbao/version.hpp"
#include "output/coded_values.hpp"
#include "output/long_tables.hpp"

namespace nianbao {

namespace output {

namespace {

using Json = nlohmann::ordered_json;

const char* type_of(ColumnType type) noexcept {
  switch (type) {
    case ColumnType::integer: return "integer";
    case ColumnType::decimal: return "number";
    case ColumnType::boolean: return "boolean";
    case ColumnType::date: return "date";
    default: return "string";
  }
}

Json field_of(Table table, const ColumnInfo& column) {
  Json field{{"name", column.name},
             {"type", type_of(column.type)},
             {"description", std::string(column.english) + " / " + column.chinese}};
  Json constraints = Json::object();
  if (!column.nullable) constraints["required"] = true;
  for (const auto& value : coded_values(table, column.name)) constraints["enum"].push_back(value.word);
  if (!constraints.empty()) field["constraints"] = constraints;
  return field;
}

Json schema_of(Table table) {
  Json fields = Json::array();
  for (const auto& column : table_columns(table)) fields.push_back(field_of(table, column));
  Json schema{{"fields", fields}, {"missingValues", {""}}};
  if (const auto key = key_of(table); !key.empty()) schema["primaryKey"] = key;
  return schema;
}

Json resource_of(Table table, TableFormat format, std::string_view file) {
  const bool csv = format == TableFormat::csv;
  const auto about = description_of(table);
  Json resource{{"name", about.word},
                {"path", std::string(file)},
                {"profile", csv ? "tabular-data-resource" : "data-resource"},
                {"description", about.english + " / " + about.chinese},
                {"format", to_string(format)},
                {"mediatype", csv ? "text/csv" : "application/jsonl"},
                {"encoding", "utf-8"}};
  if (csv) resource["dialect"] = {{"delimiter", ","}, {"doubleQuote", true}, {"lineTerminator", "\r\n"}};
  resource["schema"] = schema_of(table);
  return resource;
}

Json empty_package() {
  return {{"profile", "data-package"},
          {"name", "annual-reports-on-government-information-disclosure"},
          {"title", "政府信息公开工作年度报告 / Annual reports on government information disclosure"},
          {"resources", Json::array()}};
}

bool is_package(const Json& json) {
  if (!json.is_object() || !json.contains("resources") || !json["resources"].is_array()) return false;
  for (const auto& resource : json["resources"])
    if (!resource.is_object()) return false;
  return true;
}

// Another file of the same table keeps its name; names tell resources apart.
std::string free_name(const Json& resources, const std::string& wanted) {
  std::set<std::string> taken;
  for (const auto& resource : resources) taken.insert(resource.value("name", std::string()));
  auto name = wanted;
  for (int n = 2; taken.count(name) > 0; ++n) name = wanted + '-' + std::to_string(n);
  return name;
}

void put(Json& resources, Json resource) {
  auto at = resources.size();
  for (std::size_t i = 0; i < resources.size(); ++i)
    if (resources[i].value("path", Json()) == resource["path"]) at = i;
  if (at < resources.size()) resources.erase(at);
  resource["name"] = free_name(resources, resource["name"]);
  resources.insert(resources.begin() + static_cast<std::ptrdiff_t>(at), std::move(resource));
}

}  // namespace

}  // namespace output

std::optional<std::string> data_package(std::string_view existing, Table table, TableFormat format,
                                        std::string_view file, std::string* error) {
  using output::Json;
  auto package = existing.empty() ? output::empty_package() : Json::parse(existing, nullptr, false);
  if (!output::is_package(package)) {
    if (error != nullptr) *error = "it is no description of a data package";
    return std::nullopt;
  }
  package["created_by"] = std::string("nianbao ") + version();
  try {
    output::put(package["resources"], output::resource_of(table, format, file));
    return package.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  } catch (const Json::exception& problem) {
    if (error != nullptr) *error = problem.what();
    return std::nullopt;
  }
}

}  // namespace nianbao
