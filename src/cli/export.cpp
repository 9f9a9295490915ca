// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iterator>
#include <memory>

#include "commands.hpp"
#include "nianbao/tables.hpp"
#include "output.hpp"
#include "reading.hpp"
#include "record_run.hpp"
#include "talk.hpp"

namespace nianbao::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

struct ExportCommand {
  std::vector<std::string> inputs;
  ReadOptions read;
  std::string table = "figures";
  std::string format;
  std::string language = "en";
  RecordOptions records;
  bool bom = false;
  bool codebook = false;
};

Table table_of(const std::string& word) {
  for (const auto table : {Table::figures, Table::reports, Table::diagnostics, Table::statements})
    if (word == to_string(table)) return table;
  throw UsageError("no such table: " + word);
}

TableFormat format_of(const std::string& word) {
  if (word.empty() || word == "csv") return TableFormat::csv;
  if (word == "jsonl") return TableFormat::jsonl;
  if (word == "md") throw UsageError("only the codebook is written as md");
  throw UsageError(
      "this build writes no " + word +
      ": Apache Arrow is not part of it. The Python package gives the same tables to pyarrow, which "
      "writes them; see its README");
}

// Describes the output in the folder that it is in, beside others that are described there.
bool write_package(const ExportCommand& command) {
  const auto target = place_of(command.records.output);
  const auto place = target.parent_path() / "datapackage.json";
  std::ifstream file(place, std::ios::binary);
  const std::string existing{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::string error;
  const auto package = data_package(existing, table_of(command.table), format_of(command.format),
                                    target.filename().string(), &error);
  if (!package) {
    say(place.string() + ": left as it is: " + error);
    return false;
  }
  Output output(place.string());
  output << *package;
  return output.finish();
}

int write_codebook(const ExportCommand& command) {
  const bool csv = command.format == "csv";
  if (!csv && !command.format.empty() && command.format != "md")
    throw UsageError("the codebook is written as md or csv, not as " + command.format);
  Output output(command.records.output);
  if (command.bom) output << byte_order_mark;
  output << codebook(csv ? CodebookFormat::csv : CodebookFormat::markdown);
  return output.finish() ? exit_done : exit_input;
}

int run_export(const ExportCommand& command) {
  if (command.codebook) return write_codebook(command);
  if (command.inputs.empty()) throw UsageError("inputs is required, or --codebook");
  const auto table = table_of(command.table);
  const auto format = format_of(command.format);
  if (command.bom && format != TableFormat::csv) throw UsageError("--bom is for csv");
  const auto language = language_of(command.language);
  InputWalk walk(command.inputs);
  RecordRun run;
  run.signature = {"export", command.table, std::string(to_string(format)), command.bom ? "bom" : "",
                   command.read.signature()};
  run.beginning = (command.bom ? byte_order_mark : "") + table_header(table, format);
  run.work = [&](const Input& input) {
    Done done;
    Reading reading;
    if (!read_result(input, command.read, language, reading, done.account)) return done;
    // Statements say what they agree with only if they were checked.
    if (table == Table::statements) reading.checked = check(reading.parsed.report);
    const bool checked = table == Table::statements;
    done.text =
        table_rows(table, {input.name, &reading.parsed, checked ? &reading.checked : nullptr}, format);
    return done;
  };
  bool all_done = run_records(walk, command.inputs, command.records, run);
  const auto& output = command.records.output;
  if (!is_standard(output) && !is_device(place_of(output))) all_done = write_package(command) && all_done;
  return all_done ? exit_done : exit_input;
}

}  // namespace

Command add_export(CommandLine& line) {
  auto command = std::make_shared<ExportCommand>();
  auto options = line.add_command(
      "export", "Write reports as a long table: a row a figure, a report, a diagnostic or a statement");
  add_inputs(options, command->inputs);
  options.add("--table", command->table, "Which table")
      .one_of({"figures", "reports", "diagnostics", "statements"})
      .shows_default();
  options
      .add("--format", command->format,
           "csv (default) or jsonl; for the codebook md (default) or csv. parquet and arrow: by Python")
      .one_of({"csv", "jsonl", "parquet", "arrow", "md"});
  options.add_flag("--bom", command->bom, "Begin CSV with a byte order mark, which Excel needs to see UTF-8");
  options.add_flag("--codebook", command->codebook,
                   "Write what all tables, columns, values, figures and diagnostics mean, in both languages");
  command->records.add_to(options);
  add_language(options, command->language, "Language of messages on standard error");
  command->read.add_to(options, "--input-format");
  return {options, [command] { return run_export(*command); }};
}

}  // namespace nianbao::cli
