/* SPDX-License-Identifier: Apache-2.0 */
/* Calls every function of check.h with good and bad arguments.
 * nianbao_c_check CLEAN: examples/reports/clean.md. */
#include "expect.h"

/* A copy of `from` with the first `old` replaced by `with`, of the same size. */
static document changed(document from, const char* old, const char* with) {
  const size_t size = strlen(old);
  document out;
  size_t at;
  out.bytes = (char*)malloc(from.size);
  out.size = from.size;
  if (out.bytes == NULL || strlen(with) != size) exit(2);
  memcpy(out.bytes, from.bytes, from.size);
  for (at = 0; at + size <= out.size; ++at)
    if (memcmp(out.bytes + at, old, size) == 0) {
      memcpy(out.bytes + at, with, size);
      return out;
    }
  exit(2);
}

static nianbao_check* checked(const nianbao_report* report, const nianbao_check_options* options) {
  nianbao_check* check = NULL;
  CHECK(nianbao_report_check(report, options, &check) == NIANBAO_OK);
  if (check == NULL) exit(1);
  return check;
}

/* The first result of a rule that failed. */
static size_t failure_of(const nianbao_check* check, int32_t rule) {
  nianbao_finding finding;
  size_t i;
  for (i = 0; i < nianbao_check_finding_count(check); ++i)
    if (nianbao_check_finding(check, i, &finding) == NIANBAO_OK && finding.rule == rule &&
        finding.status == NIANBAO_RULE_STATUS_FAIL)
      return i;
  CHECK(0);
  return 0;
}

static void test_rules(void) {
  const size_t count = nianbao_rule_count();
  nianbao_rule_info info;
  char *json = NULL, *pretty = NULL;
  size_t size = 0, i;

  CHECK(count > 20);
  for (i = 0; i < count; ++i) {
    CHECK(nianbao_rule(i, &info) == NIANBAO_OK);
    CHECK(info.rule > 0 && info.severity >= NIANBAO_SEVERITY_ERROR);
    CHECK(info.word.size > 0 && info.scope.size > 0 && info.forms.size > 0 && info.formula.size > 0);
    CHECK(info.source.size > 0 && info.message.size > 0 && info.message_zh.size > 0);
  }
  CHECK(nianbao_rule(0, &info) == NIANBAO_OK);
  CHECK(info.rule == NIANBAO_RULE_BALANCE && view_is(info.word, "balance") && view_is(info.scope, "column"));
  CHECK(nianbao_rule(count, &info) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_rule(0, NULL) == NIANBAO_ERROR_ARGUMENT);

  CHECK(nianbao_rules_json(0, &json, &size) == NIANBAO_OK);
  CHECK(json != NULL && strlen(json) == size && json[0] == '[' && strstr(json, "carry-over") != NULL);
  CHECK(nianbao_rules_json(NIANBAO_JSON_PRETTY, &pretty, NULL) == NIANBAO_OK && strchr(pretty, '\n') != NULL);
  nianbao_string_free(json);
  nianbao_string_free(pretty);
  CHECK(nianbao_rules_json(0, NULL, &size) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_rules_json(NIANBAO_JSON_FIGURES, &json, &size) == NIANBAO_ERROR_ARGUMENT && json == NULL);
}

static void test_clean(const nianbao_report* report) {
  nianbao_check* check = checked(report, NULL);
  size_t sum = 0;
  int32_t status;

  CHECK(nianbao_check_has_errors(check) == 0);
  CHECK(nianbao_check_suspect_count(check) == 0);
  for (status = NIANBAO_RULE_STATUS_PASS; status <= NIANBAO_RULE_STATUS_NOT_ASSESSABLE; ++status)
    sum += nianbao_check_count(check, status);
  CHECK(sum == nianbao_check_finding_count(check) && sum > 50);
  CHECK(nianbao_check_count(check, -1) == 0 && nianbao_check_count(check, 256) == 0);
  nianbao_check_free(check);
  nianbao_check_free(NULL);
}

static void test_failure(document clean) {
  const document wrong = changed(clean, "| 422 | 79 |", "| 423 | 79 |");
  nianbao_report* report = parsed(wrong);
  nianbao_check* check = checked(report, NULL);
  nianbao_finding finding;
  nianbao_operand operand;
  size_t index;

  nianbao_report_free(report); /* the check keeps what it needs */
  CHECK(nianbao_check_has_errors(check) == 1);
  CHECK(nianbao_check_count(check, NIANBAO_RULE_STATUS_FAIL) >= 2);
  index = failure_of(check, NIANBAO_RULE_ROW_TOTAL);
  CHECK(nianbao_check_finding(check, index, &finding) == NIANBAO_OK);
  CHECK(finding.severity == NIANBAO_SEVERITY_ERROR && view_is(finding.word, "row-total"));
  CHECK(view_is(finding.subject, "applications.newly_received"));
  CHECK(view_has(finding.message, "728") && view_has(finding.message_zh, "728"));
  CHECK(finding.left.known == 1 && finding.left.coefficient == 728 && finding.left.scale == 0);
  CHECK(finding.right.coefficient == 727 && finding.difference.coefficient == 1);
  CHECK(finding.span.line > 0 && finding.span.end <= wrong.size && finding.fingerprint != 0);
  CHECK(finding.operand_count == 7);
  CHECK(nianbao_check_operand(check, index, 0, &operand) == NIANBAO_OK);
  CHECK(view_is(operand.path, "applications.newly_received.natural_person"));
  CHECK(view_is(operand.text, "423") && operand.value.coefficient == 423 && operand.value.known == 1);
  CHECK(operand.state == NIANBAO_CELL_NUMBER && operand.side == NIANBAO_SIDE_LEFT && operand.of_older == 0);
  CHECK(memcmp(wrong.bytes + operand.span.start, "423", 3) == 0);
  CHECK(nianbao_check_operand(check, index, 6, &operand) == NIANBAO_OK);
  CHECK(operand.side == NIANBAO_SIDE_RIGHT);

  CHECK(nianbao_check_operand(check, index, 7, &operand) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_operand(check, (size_t)-1, 0, &operand) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_operand(check, index, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_operand(NULL, index, 0, &operand) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_finding(check, (size_t)-1, &finding) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_finding(check, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_finding(NULL, 0, &finding) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_finding_count(NULL) == 0 && nianbao_check_has_errors(NULL) == 0);
  CHECK(nianbao_check_count(NULL, NIANBAO_RULE_STATUS_FAIL) == 0);
  nianbao_check_free(check);
  free(wrong.bytes);
}

static void test_suspects(document clean) {
  const document wrong = changed(clean, "| 422 | 79 |", "| 423 | 79 |");
  nianbao_report* report = parsed(wrong);
  nianbao_check* check = checked(report, NULL);
  nianbao_suspect suspect;
  nianbao_suspect_cell cell;
  nianbao_finding finding;
  size_t index = 0;

  CHECK(nianbao_check_suspect_count(check) > 0);
  CHECK(nianbao_check_suspect(check, 0, &suspect) == NIANBAO_OK);
  CHECK(suspect.rank == 1 && suspect.cell_count == 1 && suspect.finding_count >= 2);
  CHECK(suspect.kind.size > 0 && suspect.message.size > 0 && suspect.message_zh.size > 0);
  CHECK(nianbao_check_suspect_cell(check, 0, 0, &cell) == NIANBAO_OK);
  CHECK(view_is(cell.path, "applications.newly_received.natural_person"));
  CHECK(cell.printed.coefficient == 423 && cell.suggested.coefficient == 422 && cell.span.line > 0);
  CHECK(nianbao_check_suspect_finding(check, 0, 0, &index) == NIANBAO_OK);
  CHECK(nianbao_check_finding(check, index, &finding) == NIANBAO_OK);
  CHECK(finding.status == NIANBAO_RULE_STATUS_FAIL);

  CHECK(nianbao_check_suspect(check, (size_t)-1, &suspect) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_suspect(check, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_suspect(NULL, 0, &suspect) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_suspect_cell(check, 0, 9, &cell) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_suspect_cell(check, (size_t)-1, 0, &cell) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_suspect_cell(check, 0, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_suspect_cell(NULL, 0, 0, &cell) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_suspect_finding(check, 0, 99, &index) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_suspect_finding(check, (size_t)-1, 0, &index) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_suspect_finding(check, 0, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_suspect_finding(NULL, 0, 0, &index) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_suspect_count(NULL) == 0);
  nianbao_check_free(check);
  nianbao_report_free(report);
  free(wrong.bytes);
}

static void test_statements(const nianbao_report* report) {
  nianbao_check* check = checked(report, NULL);
  const size_t count = nianbao_check_statement_count(check);
  nianbao_statement statement;
  nianbao_view path, text;
  size_t i, k;

  CHECK(count >= 2);
  for (i = 0; i < count; ++i) {
    CHECK(nianbao_check_statement(check, i, &statement) == NIANBAO_OK);
    CHECK(statement.kind.size > 0 && statement.outcome.size > 0 && statement.channel.size > 0);
    CHECK(statement.path.size > 0 && statement.text.size > 0 && statement.start < statement.end);
    if (view_is(statement.path, "overview")) {
      CHECK(nianbao_report_text(report, NIANBAO_TEXT_OVERVIEW, &text) == NIANBAO_OK);
      CHECK(statement.end <= text.size);
    }
    for (k = 0; k < statement.match_count + statement.match_less_count; ++k) {
      CHECK(nianbao_check_statement_match(check, i, k, &path) == NIANBAO_OK && path.size > 0);
    }
    CHECK(nianbao_check_statement_match(check, i, k, &path) == NIANBAO_ERROR_NOT_FOUND);
  }
  CHECK(nianbao_check_statement(check, 0, &statement) == NIANBAO_OK);
  CHECK(view_is(statement.kind, "documents_issued") && statement.value == 6 && statement.in_words == 0);
  CHECK(view_is(statement.outcome, "all") && view_is(statement.channel, "any") && statement.is_part == 0);
  CHECK(view_is(statement.path, "overview") && statement.span.line > 0 && statement.match_count == 1);
  CHECK(nianbao_check_statement_match(check, 0, 0, &path) == NIANBAO_OK);
  CHECK(view_is(path, "proactive_disclosure.normative_documents.issued"));
  CHECK(nianbao_check_statement(check, count, &statement) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_statement(check, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_statement(NULL, 0, &statement) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_statement_match(check, count, 0, &path) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_check_statement_match(check, 0, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_statement_match(NULL, 0, 0, &path) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_statement_count(NULL) == 0);
  nianbao_check_free(check);
}

static void test_check_options(document clean) {
  const document wrong = changed(clean, "| 422 | 79 |", "| 423 | 79 |");
  nianbao_report* report = parsed(wrong);
  nianbao_check_options options;
  nianbao_check* check = (nianbao_check*)&options;

  CHECK(nianbao_check_options_init(&options, sizeof options) == NIANBAO_OK);
  CHECK(options.struct_size == sizeof options && options.rules == NULL && options.suspects == 1);
  CHECK(nianbao_check_options_init(NULL, sizeof options) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_options_init(&options, 0) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_options_init(&options, sizeof options) == NIANBAO_OK);
  options.suspects = 0;
  options.rules = "row-total=note,balance=off";
  check = checked(report, &options);
  CHECK(nianbao_check_suspect_count(check) == 0 && nianbao_check_has_errors(check) == 0);
  CHECK(nianbao_check_count(check, NIANBAO_RULE_STATUS_FAIL) == 1);
  nianbao_check_free(check);
  options.rules = "*=off";
  check = checked(report, &options);
  CHECK(nianbao_check_finding_count(check) == 0);
  nianbao_check_free(check);

  options.rules = "no-such-rule=off";
  CHECK(nianbao_report_check(report, &options, &check) == NIANBAO_ERROR_ARGUMENT && check == NULL);
  options.rules = NULL;
  options.struct_size = 0;
  CHECK(nianbao_report_check(report, &options, &check) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_check(NULL, NULL, &check) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_check(report, NULL, NULL) == NIANBAO_ERROR_ARGUMENT);
  nianbao_report_free(report);
  free(wrong.bytes);
}

static void test_render(document clean) {
  const document wrong = changed(clean, "| 422 | 79 |", "| 423 | 79 |");
  static const char* const starts[] = {"{", "", "{", "<!"};
  nianbao_report* report = parsed(wrong);
  nianbao_check* check = checked(report, NULL);
  nianbao_render_options options;
  char* text = NULL;
  size_t size = 0;
  int32_t format;

  CHECK(nianbao_render_options_init(NULL, sizeof options) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_render_options_init(&options, sizeof options) == NIANBAO_OK);
  options.name.data = "reports/clean.md";
  options.name.size = strlen(options.name.data);
  options.source.data = wrong.bytes;
  options.source.size = wrong.size;
  for (format = NIANBAO_RENDER_JSON; format <= NIANBAO_RENDER_HTML; ++format) {
    CHECK(nianbao_check_render(check, format, &options, &text, &size) == NIANBAO_OK);
    CHECK(text != NULL && size == strlen(text) && size > 200);
    CHECK(strncmp(text, starts[format], strlen(starts[format])) == 0);
    CHECK(strstr(text, "clean.md") != NULL);
    nianbao_string_free(text);
    CHECK(nianbao_check_render(check, format, NULL, &text, NULL) == NIANBAO_OK);
    nianbao_string_free(text);
  }
  CHECK(nianbao_check_render(check, NIANBAO_RENDER_TEXT, &options, &text, &size) == NIANBAO_OK);
  CHECK(strstr(text, "| 423 |") != NULL && strstr(text, "\033[") == NULL);
  nianbao_string_free(text);
  options.language = NIANBAO_LANGUAGE_CHINESE;
  options.flags = NIANBAO_RENDER_COLOR | NIANBAO_RENDER_ALL;
  CHECK(nianbao_check_render(check, NIANBAO_RENDER_TEXT, &options, &text, &size) == NIANBAO_OK);
  CHECK(strstr(text, "\033[") != NULL && strstr(text, "总计为 727") != NULL);
  nianbao_string_free(text);

  CHECK(nianbao_check_render(check, 99, &options, &text, &size) == NIANBAO_ERROR_ARGUMENT);
  CHECK(text == NULL && size == 0);
  CHECK(nianbao_check_render(NULL, NIANBAO_RENDER_JSON, &options, &text, &size) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_check_render(check, NIANBAO_RENDER_JSON, &options, NULL, &size) == NIANBAO_ERROR_ARGUMENT);
  options.flags = 0x80000000u;
  CHECK(nianbao_check_render(check, NIANBAO_RENDER_JSON, &options, &text, &size) == NIANBAO_ERROR_ARGUMENT);
  options.flags = 0;
  options.language = 7;
  CHECK(nianbao_check_render(check, NIANBAO_RENDER_JSON, &options, &text, &size) == NIANBAO_ERROR_ARGUMENT);
  options.language = NIANBAO_LANGUAGE_ENGLISH;
  options.encoding = 99;
  CHECK(nianbao_check_render(check, NIANBAO_RENDER_JSON, &options, &text, &size) == NIANBAO_ERROR_ARGUMENT);
  nianbao_check_free(check);
  nianbao_report_free(report);
  free(wrong.bytes);
}

static nianbao_comparison* compared(const nianbao_report* older, const nianbao_report* newer) {
  nianbao_comparison* comparison = NULL;
  CHECK(nianbao_compare(older, newer, NULL, &comparison) == NIANBAO_OK);
  if (comparison == NULL) exit(1);
  return comparison;
}

/* The year before, by the title; its figures and texts are the same. */
static nianbao_report* year_before(document clean) {
  const document older = changed(clean, "2024", "2023");
  nianbao_report* report = parsed(older);
  CHECK(nianbao_report_year(report) == 2023);
  free(older.bytes);
  return report;
}

static void test_comparison(document clean) {
  nianbao_report *older = year_before(clean), *newer = parsed(clean);
  nianbao_comparison* comparison = compared(older, newer);
  const size_t changes = nianbao_comparison_change_count(comparison);
  nianbao_finding finding;
  nianbao_operand operand;
  nianbao_change change;
  nianbao_repetition repetition;
  nianbao_passage passage;

  nianbao_report_free(older);
  nianbao_report_free(newer);
  CHECK(nianbao_comparison_finding_count(comparison) > 10);
  CHECK(nianbao_comparison_has_errors(comparison) == 1); /* what was carried over did not arrive */
  CHECK(nianbao_comparison_count(comparison, NIANBAO_RULE_STATUS_FAIL) > 5);
  CHECK(nianbao_comparison_count(comparison, 257) == 0);
  CHECK(nianbao_comparison_finding(comparison, 0, &finding) == NIANBAO_OK);
  CHECK(finding.rule == NIANBAO_RULE_CARRY_OVER && finding.operand_count == 2);
  CHECK(nianbao_comparison_operand(comparison, 0, 0, &operand) == NIANBAO_OK && operand.of_older == 1);
  CHECK(nianbao_comparison_operand(comparison, 0, 1, &operand) == NIANBAO_OK && operand.of_older == 0);
  CHECK(nianbao_comparison_operand(comparison, 0, 2, &operand) == NIANBAO_ERROR_NOT_FOUND);

  CHECK(changes >= 200);
  CHECK(nianbao_comparison_change(comparison, 0, &change) == NIANBAO_OK);
  CHECK(view_is(change.path, "proactive_disclosure.regulations.issued") && change.differs == 0);
  CHECK(change.older.known == 1 && change.older_state == NIANBAO_CELL_NUMBER);
  CHECK(change.difference.known == 1 && change.difference.coefficient == 0);
  CHECK(nianbao_comparison_change(comparison, changes, &change) == NIANBAO_ERROR_NOT_FOUND);

  CHECK(nianbao_comparison_repetition_count(comparison) == 4);
  CHECK(nianbao_comparison_repetition(comparison, 1, &repetition) == NIANBAO_OK);
  CHECK(view_is(repetition.path, "problems_and_improvements") && repetition.passage_count == 1);
  CHECK(repetition.length == repetition.repeated && repetition.rate == 1.0);
  CHECK(repetition.rate_without_figures == 1.0);
  CHECK(nianbao_comparison_passage(comparison, 1, 0, &passage) == NIANBAO_OK);
  CHECK(passage.newer_start == 0 && passage.newer_end > 100 && passage.older_end == passage.newer_end);
  CHECK(nianbao_comparison_passage(comparison, 1, 1, &passage) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_comparison_passage(comparison, 4, 0, &passage) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_comparison_repetition(comparison, 4, &repetition) == NIANBAO_ERROR_NOT_FOUND);

  CHECK(nianbao_comparison_finding(comparison, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_comparison_operand(comparison, 0, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_comparison_change(comparison, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_comparison_repetition(comparison, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_comparison_passage(comparison, 0, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  nianbao_comparison_free(comparison);
}

static void test_no_comparison(void) {
  nianbao_finding finding;
  nianbao_operand operand;
  nianbao_change change;
  nianbao_repetition repetition;
  nianbao_passage passage;

  nianbao_comparison_free(NULL);
  CHECK(nianbao_comparison_count(NULL, NIANBAO_RULE_STATUS_FAIL) == 0);
  CHECK(nianbao_comparison_has_errors(NULL) == 0);
  CHECK(nianbao_comparison_finding_count(NULL) == 0);
  CHECK(nianbao_comparison_change_count(NULL) == 0);
  CHECK(nianbao_comparison_repetition_count(NULL) == 0);
  CHECK(nianbao_comparison_finding(NULL, 0, &finding) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_comparison_operand(NULL, 0, 0, &operand) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_comparison_change(NULL, 0, &change) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_comparison_repetition(NULL, 0, &repetition) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_comparison_passage(NULL, 0, 0, &passage) == NIANBAO_ERROR_ARGUMENT);
}

static void test_compare_options(document clean) {
  nianbao_report *older = year_before(clean), *newer = parsed(clean);
  nianbao_comparison* comparison = NULL;
  nianbao_compare_options options;
  nianbao_render_options render;
  nianbao_repetition repetition;
  char* text = NULL;

  CHECK(nianbao_compare_options_init(NULL, sizeof options) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_compare_options_init(&options, sizeof options) == NIANBAO_OK);
  CHECK(options.shortest_passage == 12 && options.repetition_limit == 0.6);
  CHECK(options.repetition_length == 200 && options.jump_factor == 10 && options.jump_difference == 50);
  options.rules = "*=off,repetition=error";
  options.shortest_passage = 1000000;
  CHECK(nianbao_compare(older, newer, &options, &comparison) == NIANBAO_OK);
  CHECK(nianbao_comparison_finding_count(comparison) == 3);
  CHECK(nianbao_comparison_has_errors(comparison) == 0);
  CHECK(nianbao_comparison_repetition(comparison, 3, &repetition) == NIANBAO_OK && repetition.rate == 0);

  CHECK(nianbao_render_options_init(&render, sizeof render) == NIANBAO_OK);
  render.name.data = "2024.md";
  render.name.size = 7;
  render.older_name.data = "2023.md";
  render.older_name.size = 7;
  CHECK(nianbao_comparison_render(comparison, NIANBAO_RENDER_JSON, &render, &text, NULL) == NIANBAO_OK);
  CHECK(text[0] == '{' && strstr(text, "2023.md") != NULL && strstr(text, "2024.md") != NULL);
  nianbao_string_free(text);
  CHECK(nianbao_comparison_render(comparison, NIANBAO_RENDER_TEXT, &render, &text, NULL) == NIANBAO_OK);
  nianbao_string_free(text);
  CHECK(nianbao_comparison_render(comparison, NIANBAO_RENDER_HTML, NULL, &text, NULL) == NIANBAO_OK);
  nianbao_string_free(text);
  CHECK(nianbao_comparison_render(comparison, NIANBAO_RENDER_SARIF, &render, &text, NULL) == NIANBAO_OK);
  CHECK(strstr(text, "\"version\":\"2.1.0\"") != NULL);
  nianbao_string_free(text);
  CHECK(nianbao_comparison_render(NULL, NIANBAO_RENDER_JSON, &render, &text, NULL) == NIANBAO_ERROR_ARGUMENT);
  nianbao_comparison_free(comparison);

  options.rules = "nothing";
  CHECK(nianbao_compare(older, newer, &options, &comparison) == NIANBAO_ERROR_ARGUMENT && comparison == NULL);
  CHECK(nianbao_compare(NULL, newer, NULL, &comparison) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_compare(older, NULL, NULL, &comparison) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_compare(older, newer, NULL, NULL) == NIANBAO_ERROR_ARGUMENT);
  nianbao_report_free(older);
  nianbao_report_free(newer);
}

int main(int argc, char** argv) {
  document clean;
  nianbao_report* report;
  if (argc != 2) {
    fprintf(stderr, "usage: nianbao_c_check CLEAN\n");
    return 2;
  }
  clean = read_document(argv[1]);
  report = parsed(clean);
  test_rules();
  test_clean(report);
  test_failure(clean);
  test_suspects(clean);
  test_statements(report);
  test_check_options(clean);
  test_render(clean);
  test_comparison(clean);
  test_no_comparison();
  test_compare_options(clean);
  nianbao_report_free(report);
  free(clean.bytes);
  if (failures > 0) fprintf(stderr, "%d check(s) failed\n", failures);
  return failures == 0 ? 0 : 1;
}
