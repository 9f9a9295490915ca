// SPDX-License-Identifier: Apache-2.0
#include "nianbao/tables.h"

#include <stdexcept>
#include <string>
#include <string_view>

#include "arrow/c_data.hpp"
#include "arrow/table.hpp"
#include "capi/handles.hpp"
#include "text/source.hpp"

struct nianbao_table {
  nianbao::arrow::TableBuilder builder;
};

namespace {

using nianbao::capi::firewall;

/// The name of a source in UTF-8: two names that differ only in what is not UTF-8 become one.
std::string valid_name(nianbao_view source) {
  std::string_view rest(source.size > 0 ? source.data : "", source.size);
  std::string name;
  while (true) {
    const auto valid = nianbao::text::valid_utf8_prefix(rest);
    name += rest.substr(0, valid);
    if (valid == rest.size()) return name;
    name += "\xEF\xBF\xBD";
    rest.remove_prefix(valid + 1);
  }
}

bool is_view(nianbao_view view) noexcept { return view.data != nullptr || view.size == 0; }

void add(nianbao_table& table, const nianbao::ParseResult& parsed, nianbao_view source) {
  const auto name = valid_name(source);
  nianbao::TableReport report{name, &parsed, nullptr};
  if (table.builder.table() != nianbao::Table::statements) return table.builder.add(report);
  // Only the check knows which figures a statement equals.
  nianbao::CheckOptions options;
  options.suspects = false;
  options.rules = nianbao::parse_rule_settings("*=off").value_or(options.rules);
  const auto checked = nianbao::check(parsed.report, options);
  report.checked = &checked;
  table.builder.add(report);
}

/// As firewall; that a text is too long is the caller's.
template <class Body>
nianbao_status guarded(Body&& body) noexcept {
  return firewall([&]() -> nianbao_status {
    try {
      return body();
    } catch (const std::length_error&) {
      return NIANBAO_ERROR_ARGUMENT;
    }
  });
}

}  // namespace

nianbao_status nianbao_table_new(int32_t which, nianbao_table** table) {
  if (table == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *table = nullptr;
  if (which < NIANBAO_TABLE_FIGURES || which > NIANBAO_TABLE_STATEMENTS) return NIANBAO_ERROR_ARGUMENT;
  return firewall([&]() -> nianbao_status {
    *table = new nianbao_table{nianbao::arrow::TableBuilder(static_cast<nianbao::Table>(which))};
    return NIANBAO_OK;
  });
}

void nianbao_table_free(nianbao_table* table) { delete table; }

nianbao_status nianbao_table_add_report(nianbao_table* table, const nianbao_report* report,
                                        nianbao_view source) {
  if (table == nullptr || report == nullptr || !is_view(source)) return NIANBAO_ERROR_ARGUMENT;
  return guarded([&]() -> nianbao_status {
    add(*table, report->parsed->result, source);
    return NIANBAO_OK;
  });
}

nianbao_status nianbao_table_parse(nianbao_table* table, const void* data, size_t size,
                                   const nianbao_options* options, nianbao_view source) {
  if (table == nullptr || (data == nullptr && size > 0) || !is_view(source)) return NIANBAO_ERROR_ARGUMENT;
  return guarded([&]() -> nianbao_status {
    nianbao::ParseOptions parse_options;
    if (!nianbao::capi::read_options(options, parse_options)) return NIANBAO_ERROR_ARGUMENT;
    const std::string_view bytes(size > 0 ? static_cast<const char*>(data) : "", size);
    add(*table, nianbao::parse(bytes, parse_options), source);
    return NIANBAO_OK;
  });
}

nianbao_status nianbao_table_parse_all(nianbao_table* table, const nianbao_input* inputs, size_t count,
                                       const nianbao_options* options, size_t* done) {
  if (done != nullptr) *done = 0;
  if (table == nullptr || (inputs == nullptr && count > 0)) return NIANBAO_ERROR_ARGUMENT;
  for (size_t i = 0; i < count; ++i) {
    const auto& input = inputs[i];
    const auto status =
        nianbao_table_parse(table, input.data, input.size, options, {input.source, input.source_size});
    if (status != NIANBAO_OK) return status;
    if (done != nullptr) *done = i + 1;
  }
  return NIANBAO_OK;
}

nianbao_status nianbao_table_append(nianbao_table* table, nianbao_table* other) {
  if (table == nullptr || other == nullptr || table == other) return NIANBAO_ERROR_ARGUMENT;
  if (table->builder.table() != other->builder.table()) return NIANBAO_ERROR_ARGUMENT;
  return guarded([&]() -> nianbao_status {
    table->builder.append(other->builder);
    return NIANBAO_OK;
  });
}

uint64_t nianbao_table_row_count(const nianbao_table* table) {
  return table != nullptr ? table->builder.rows() : 0;
}

nianbao_status nianbao_table_schema(const nianbao_table* table, struct ArrowSchema* schema) {
  if (table == nullptr || schema == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *schema = {};
  return firewall([&]() -> nianbao_status {
    nianbao::arrow::export_schema(table->builder.table(), *schema);
    return NIANBAO_OK;
  });
}

nianbao_status nianbao_table_export(nianbao_table* table, struct ArrowArrayStream* stream) {
  if (table == nullptr || stream == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *stream = {};
  return firewall([&]() -> nianbao_status {
    nianbao::arrow::export_stream(table->builder.snapshot(), *stream);
    return NIANBAO_OK;
  });
}
