/* SPDX-License-Identifier: Apache-2.0 */
/* Calls every function of nianbao.h with good and bad arguments.
 * nianbao_c_api CLEAN BLANK: examples/reports/clean.md and examples/reports/mostly-blank.txt. */
#include "expect.h"

static void test_versions(void) {
  nianbao_status status;
  CHECK(nianbao_version() != NULL && strchr(nianbao_version(), '.') != NULL);
  CHECK(nianbao_abi_version() == NIANBAO_ABI_VERSION);
  for (status = -1; status <= NIANBAO_ERROR_INTERNAL + 1; ++status)
    CHECK(nianbao_status_message(status) != NULL && nianbao_status_message(status)[0] != '\0');
  CHECK(strcmp(nianbao_status_message(NIANBAO_OK), nianbao_status_message(NIANBAO_ERROR_NOMEM)) != 0);
}

static void test_formats(void) {
  nianbao_options options;
  nianbao_report* report = NULL;

  CHECK(nianbao_options_init(&options, sizeof options) == NIANBAO_OK);
  for (options.format = NIANBAO_FORMAT_AUTOMATIC; options.format <= NIANBAO_FORMAT_WORDS; ++options.format) {
    CHECK(nianbao_parse("", 0, &options, &report) == NIANBAO_OK);
    nianbao_report_free(report);
  }
  CHECK(nianbao_parse("", 0, &options, &report) == NIANBAO_ERROR_ARGUMENT);
}

static void test_options(document clean) {
  nianbao_options options;
  nianbao_report* report = NULL;
  /* The struct of a later header: fields that this library does not know are zero. */
  struct later {
    nianbao_options known;
    uint64_t more[4];
  } later;

  CHECK(nianbao_options_init(NULL, sizeof options) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_options_init(&options, 0) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_options_init(&options, sizeof options) == NIANBAO_OK);
  CHECK(options.struct_size == sizeof options);
  CHECK(options.format == NIANBAO_FORMAT_AUTOMATIC && options.encoding == NIANBAO_ENCODING_AUTOMATIC);
  CHECK(options.max_bytes == (uint64_t)64 << 20);
  CHECK(options.max_lines > 0 && options.max_cells > 0 && options.max_diagnostics > 0);
  CHECK(options.max_unpacked_bytes > options.max_bytes && options.max_unpacked_ratio > 1);

  CHECK(nianbao_parse(clean.bytes, clean.size, &options, &report) == NIANBAO_OK);
  CHECK(nianbao_report_recognised(report) == 1);
  nianbao_report_free(report);

  options.format = NIANBAO_FORMAT_MARKDOWN;
  options.encoding = NIANBAO_ENCODING_UTF8;
  CHECK(nianbao_parse(clean.bytes, clean.size, &options, &report) == NIANBAO_OK);
  CHECK(nianbao_report_year(report) == 2024);
  nianbao_report_free(report);

  options.max_bytes = 100;
  CHECK(nianbao_parse(clean.bytes, clean.size, &options, &report) == NIANBAO_OK);
  {
    nianbao_diagnostic diagnostic;
    size_t i;
    int said = 0;
    for (i = 0; i < nianbao_report_diagnostic_count(report); ++i)
      said += nianbao_report_diagnostic(report, i, &diagnostic) == NIANBAO_OK &&
              diagnostic.code == NIANBAO_CODE_INPUT_TOO_LARGE;
    CHECK(said == 1);
  }
  nianbao_report_free(report);

  report = (nianbao_report*)&options;
  CHECK(nianbao_options_init(&options, sizeof options) == NIANBAO_OK);
  options.format = 99;
  CHECK(nianbao_parse(clean.bytes, clean.size, &options, &report) == NIANBAO_ERROR_ARGUMENT);
  CHECK(report == NULL);
  options.format = -1;
  CHECK(nianbao_parse(clean.bytes, clean.size, &options, &report) == NIANBAO_ERROR_ARGUMENT);
  options.format = NIANBAO_FORMAT_PLAIN;
  options.encoding = 99;
  CHECK(nianbao_parse(clean.bytes, clean.size, &options, &report) == NIANBAO_ERROR_ARGUMENT);
  memset(&options, 0, sizeof options);
  CHECK(nianbao_parse(clean.bytes, clean.size, &options, &report) == NIANBAO_ERROR_ARGUMENT);

  memset(&later, 0xff, sizeof later);
  CHECK(nianbao_options_init(&later.known, sizeof later) == NIANBAO_OK);
  CHECK(later.known.struct_size == sizeof later && later.more[0] == 0 && later.more[3] == 0);
  CHECK(nianbao_parse(clean.bytes, clean.size, &later.known, &report) == NIANBAO_OK);
  CHECK(nianbao_report_recognised(report) == 1);
  nianbao_report_free(report);

  /* The struct of an earlier header, which ended before the limits: they are the defaults. */
  memset(&options, 0xff, sizeof options);
  CHECK(nianbao_options_init(&options, offsetof(nianbao_options, max_bytes)) == NIANBAO_OK);
  CHECK(options.max_bytes == UINT64_MAX);
  options.max_bytes = 1;
  CHECK(nianbao_parse(clean.bytes, clean.size, &options, &report) == NIANBAO_OK);
  CHECK(nianbao_report_recognised(report) == 1);
  nianbao_report_free(report);
}

static void test_page_metadata(void) {
  static const char page[] = "索引号：A-1 发布机构：示例市教育局\n一、总体情况\n";
  nianbao_report* report = NULL;
  nianbao_view text = {NULL, 0};
  CHECK(nianbao_parse(page, sizeof page - 1, NULL, &report) == NIANBAO_OK);
  CHECK(nianbao_report_metadata(report, "index_number", &text) == NIANBAO_OK);
  CHECK(view_is(text, "A-1"));
  CHECK(nianbao_report_metadata(report, "publisher", &text) == NIANBAO_OK);
  CHECK(view_is(text, "示例市教育局"));
  CHECK(nianbao_report_metadata(report, "date", &text) == NIANBAO_OK);
  CHECK(text.data != NULL && text.size == 0);
  CHECK(nianbao_report_metadata(report, "document_number", &text) == NIANBAO_OK);
  CHECK(nianbao_report_metadata(report, "title", &text) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_metadata(NULL, "date", &text) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_metadata(report, NULL, &text) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_metadata(report, "date", NULL) == NIANBAO_ERROR_ARGUMENT);
  nianbao_report_free(report);
}

static void test_metadata(const nianbao_report* report) {
  nianbao_view text = {NULL, 0};
  nianbao_date start, end;

  CHECK(nianbao_report_recognised(report) == 1);
  CHECK(nianbao_report_year(report) == 2024);
  CHECK(nianbao_report_template(report) == 2021);
  CHECK(nianbao_report_text(report, NIANBAO_TEXT_AGENCY, &text) == NIANBAO_OK);
  CHECK(view_is(text, "示例市自然资源和规划局"));
  CHECK(nianbao_report_text(report, NIANBAO_TEXT_TITLE, &text) == NIANBAO_OK);
  CHECK(view_is(text, "示例市自然资源和规划局2024年政府信息公开工作年度报告"));
  CHECK(nianbao_report_text(report, NIANBAO_TEXT_PREAMBLE, &text) == NIANBAO_OK);
  CHECK(text.data != NULL);
  CHECK(nianbao_report_text(report, NIANBAO_TEXT_OVERVIEW, &text) == NIANBAO_OK);
  CHECK(view_has(text, "不动产登记"));
  CHECK(nianbao_report_text(report, NIANBAO_TEXT_PROBLEMS_AND_IMPROVEMENTS, &text) == NIANBAO_OK);
  CHECK(text.size > 0);
  CHECK(nianbao_report_text(report, NIANBAO_TEXT_OTHER_MATTERS, &text) == NIANBAO_OK);
  CHECK(text.size > 0);

  CHECK(nianbao_report_text(report, -1, &text) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_text(report, 7, &text) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_text(report, NIANBAO_TEXT_EXTRACTED, &text) == NIANBAO_OK);
  CHECK(text.size == 0);
  CHECK(nianbao_report_text(NULL, NIANBAO_TEXT_TITLE, &text) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_text(report, NIANBAO_TEXT_TITLE, NULL) == NIANBAO_ERROR_ARGUMENT);

  /* The clean sample names no period. */
  CHECK(nianbao_report_period(report, &start, &end) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_period(NULL, &start, &end) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_period(report, NULL, &end) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_period(report, &start, NULL) == NIANBAO_ERROR_ARGUMENT);

  CHECK(nianbao_report_recognised(NULL) == 0);
  CHECK(nianbao_report_year(NULL) == 0);
  CHECK(nianbao_report_template(NULL) == 0);
}

static void test_period(void) {
  static const char text[] =
      "示例县人民政府2023年政府信息公开工作年度报告\n"
      "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。\n"
      "一、总体情况\n无。\n";
  nianbao_report* report = NULL;
  nianbao_date start = {0, 0, 0}, end = {0, 0, 0};
  CHECK(nianbao_parse(text, sizeof text - 1, NULL, &report) == NIANBAO_OK);
  CHECK(nianbao_report_period(report, &start, &end) == NIANBAO_OK);
  CHECK(start.year == 2023 && start.month == 1 && start.day == 1);
  CHECK(end.year == 2023 && end.month == 12 && end.day == 31);
  nianbao_report_free(report);
}

static void test_figures(const nianbao_report* report, document clean) {
  const size_t count = nianbao_report_figure_count(report);
  nianbao_figure figure, by_path;
  size_t i;
  char path[200];

  CHECK(count >= 200 && (count - 200) % 7 == 0);
  for (i = 0; i < count; ++i) {
    CHECK(nianbao_report_figure(report, i, &figure) == NIANBAO_OK);
    CHECK(figure.path.size > 0 && figure.path.size < sizeof path && figure.raw.data != NULL);
    CHECK(figure.state == NIANBAO_CELL_NUMBER);
    /* A figure stands in the input where it says. */
    CHECK(figure.span.line > 0 && figure.span.start < figure.span.end && figure.span.end <= clean.size);
    CHECK(figure.span.end - figure.span.start == figure.raw.size &&
          memcmp(clean.bytes + figure.span.start, figure.raw.data, figure.raw.size) == 0);
    memcpy(path, figure.path.data, figure.path.size);
    path[figure.path.size] = '\0';
    CHECK(nianbao_report_figure_by_path(report, path, &by_path) == NIANBAO_OK);
    CHECK(by_path.coefficient == figure.coefficient && by_path.span.start == figure.span.start);
  }

  CHECK(nianbao_report_figure(report, 0, &figure) == NIANBAO_OK);
  CHECK(view_is(figure.path, "proactive_disclosure.regulations.issued"));
  CHECK(figure.coefficient == 1 && figure.scale == 0);
  CHECK(nianbao_report_figure_by_path(report, "applications.newly_received.total", &figure) == NIANBAO_OK);
  CHECK(figure.coefficient == 727 && figure.scale == 0 && view_is(figure.raw, "727"));
  CHECK(nianbao_report_figure_by_path(report, "proactive_disclosure.administrative_fees.amount", &figure) ==
        NIANBAO_OK);
  CHECK(figure.coefficient == 28463075 && figure.scale == 4);

  CHECK(nianbao_report_figure(report, count, &figure) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_figure(report, (size_t)-1, &figure) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_figure(report, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_figure(NULL, 0, &figure) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_figure_by_path(report, "", &figure) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_figure_by_path(report, "applications", &figure) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_figure_by_path(report, NULL, &figure) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_figure_by_path(report, "applications.newly_received.total", NULL) ==
        NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_figure_by_path(NULL, "applications.newly_received.total", &figure) ==
        NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_figure_count(NULL) == 0);
}

/* The older form has other figures in section 二, and signed ones. */
static void test_form_of_2019(void) {
  static const char text[] =
      "示例县审计局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
      "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t31\t-32\t33\n"
      "信息内容\t采购项目数量\t采购总金额\n政府集中采购\t41\t42.50万元\n";
  nianbao_report* report = NULL;
  nianbao_figure figure;

  CHECK(nianbao_parse(text, sizeof text - 1, NULL, &report) == NIANBAO_OK);
  CHECK(nianbao_report_template(report) == 2019);
  CHECK(nianbao_report_figure_count(report) == 198);
  CHECK(nianbao_report_figure(report, 0, &figure) == NIANBAO_OK);
  CHECK(view_is(figure.path, "proactive_disclosure.regulations.produced"));
  CHECK(figure.state == NIANBAO_CELL_ABSENT);
  CHECK(nianbao_report_figure_by_path(report, "proactive_disclosure.administrative_licensing.change",
                                      &figure) == NIANBAO_OK);
  CHECK(figure.coefficient == -32 && figure.scale == 0 && view_is(figure.raw, "-32"));
  CHECK(nianbao_report_figure_by_path(report, "proactive_disclosure.government_procurement.amount",
                                      &figure) == NIANBAO_OK);
  CHECK(figure.coefficient == 4250 && figure.scale == 2);
  CHECK(nianbao_report_figure_by_path(report, "applications.results.other.subtotal.total", &figure) ==
        NIANBAO_OK);
  CHECK(nianbao_report_figure_by_path(report, "applications.results.other.other.total", &figure) ==
        NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_figure_by_path(report, "proactive_disclosure.regulations.in_force", &figure) ==
        NIANBAO_ERROR_NOT_FOUND);
  nianbao_report_free(report);
}

static void test_diagnostics(document blank) {
  nianbao_report* report = parsed(blank);
  const size_t count = nianbao_report_diagnostic_count(report);
  nianbao_diagnostic diagnostic;
  size_t i;

  CHECK(count > 0);
  for (i = 0; i < count; ++i) {
    CHECK(nianbao_report_diagnostic(report, i, &diagnostic) == NIANBAO_OK);
    CHECK(diagnostic.code > 0);
    CHECK(diagnostic.severity >= NIANBAO_SEVERITY_ERROR && diagnostic.severity <= NIANBAO_SEVERITY_NOTE);
    CHECK(diagnostic.word.size > 0 && diagnostic.message.size > 0 && diagnostic.message_zh.size > 0);
    CHECK(diagnostic.path.data != NULL && diagnostic.span.end <= blank.size);
  }
  CHECK(nianbao_report_diagnostic(report, count, &diagnostic) == NIANBAO_ERROR_NOT_FOUND);
  CHECK(nianbao_report_diagnostic(report, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_diagnostic(NULL, 0, &diagnostic) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_diagnostic_count(NULL) == 0);
  nianbao_report_free(report);
}

static void test_json(const nianbao_report* report) {
  nianbao_report* again = NULL;
  nianbao_figure figure;
  char *json = NULL, *figures = NULL, *pretty = NULL, *second = NULL;
  size_t size = 0, figures_size = 0, pretty_size = 0, second_size = 0;

  CHECK(nianbao_report_json(report, 0, &json, &size) == NIANBAO_OK);
  CHECK(json != NULL && size == strlen(json) && json[0] == '{' && json[size - 1] == '}');
  CHECK(strchr(json, '\n') == NULL && strstr(json, "\"schema_version\"") != NULL);
  CHECK(strstr(json, "2846.3075") != NULL && strstr(json, "\"figures\"") == NULL);
  CHECK(nianbao_report_json(report, NIANBAO_JSON_FIGURES, &figures, &figures_size) == NIANBAO_OK);
  CHECK(figures_size > size && strstr(figures, "\"figures\"") != NULL);
  CHECK(nianbao_report_json(report, NIANBAO_JSON_PRETTY, &pretty, NULL) == NIANBAO_OK);
  CHECK(strchr(pretty, '\n') != NULL);
  pretty_size = strlen(pretty);

  /* What was written can be read, in each form, and is then written the same. */
  CHECK(nianbao_report_from_json(json, size, &again) == NIANBAO_OK);
  CHECK(nianbao_report_json(again, 0, &second, &second_size) == NIANBAO_OK);
  CHECK(second_size == size && memcmp(second, json, size) == 0);
  CHECK(nianbao_report_figure_by_path(again, "applications.newly_received.total", &figure) == NIANBAO_OK);
  CHECK(figure.coefficient == 727 && figure.state == NIANBAO_CELL_NUMBER);
  nianbao_string_free(second);
  nianbao_report_free(again);
  CHECK(nianbao_report_from_json(figures, figures_size, &again) == NIANBAO_OK);
  CHECK(nianbao_report_json(again, NIANBAO_JSON_FIGURES, &second, &second_size) == NIANBAO_OK);
  CHECK(second_size == figures_size && memcmp(second, figures, figures_size) == 0);
  nianbao_string_free(second);
  nianbao_report_free(again);
  CHECK(nianbao_report_from_json(pretty, pretty_size, &again) == NIANBAO_OK);
  nianbao_report_free(again);

  /* What is printed stays as it is. */
  CHECK(nianbao_report_infer(report, &again) == NIANBAO_OK);
  CHECK(nianbao_report_diagnostic_count(again) >= nianbao_report_diagnostic_count(report));
  CHECK(nianbao_report_figure_by_path(again, "applications.newly_received.total", &figure) == NIANBAO_OK);
  CHECK(figure.coefficient == 727 && figure.state == NIANBAO_CELL_NUMBER);
  nianbao_report_free(again);
  CHECK(nianbao_report_infer(NULL, &again) == NIANBAO_ERROR_ARGUMENT && again == NULL);
  CHECK(nianbao_report_infer(report, NULL) == NIANBAO_ERROR_ARGUMENT);

  CHECK(nianbao_report_from_json(json, size - 1, &again) == NIANBAO_ERROR_JSON);
  CHECK(again == NULL);
  CHECK(nianbao_report_from_json("", 0, &again) == NIANBAO_ERROR_JSON);
  CHECK(nianbao_report_from_json("[]", 2, &again) == NIANBAO_ERROR_JSON);
  CHECK(nianbao_report_from_json("{}", 2, &again) == NIANBAO_ERROR_JSON);
  CHECK(nianbao_report_from_json(NULL, 2, &again) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_from_json(json, size, NULL) == NIANBAO_ERROR_ARGUMENT);

  second = json;
  second_size = 1;
  CHECK(nianbao_report_json(NULL, 0, &second, &second_size) == NIANBAO_ERROR_ARGUMENT);
  CHECK(second == NULL && second_size == 0);
  CHECK(nianbao_report_json(report, 0, NULL, &second_size) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_report_json(report, 0x80000000u, &second, &second_size) == NIANBAO_ERROR_ARGUMENT);

  nianbao_string_free(json);
  nianbao_string_free(figures);
  nianbao_string_free(pretty);
  nianbao_string_free(NULL);
}

static void test_bad_input(void) {
  static const char not_a_report[] = "The quick brown fox jumps over the lazy dog.\n";
  static const unsigned char junk[] = {0xff, 0xfe, 0x00, 0xd8, 0x00, 0x00, 0x80, 0xe4, 0xb8};
  nianbao_report* report = NULL;
  nianbao_diagnostic diagnostic;
  nianbao_figure figure;
  size_t i;

  CHECK(nianbao_parse(NULL, 0, NULL, &report) == NIANBAO_OK);
  CHECK(nianbao_report_recognised(report) == 0);
  CHECK(nianbao_report_diagnostic(report, 0, &diagnostic) == NIANBAO_OK);
  CHECK(diagnostic.code == NIANBAO_CODE_INPUT_EMPTY && diagnostic.severity == NIANBAO_SEVERITY_ERROR);
  CHECK(view_is(diagnostic.word, "input.empty"));
  nianbao_report_free(report);

  CHECK(nianbao_parse(not_a_report, sizeof not_a_report - 1, NULL, &report) == NIANBAO_OK);
  CHECK(nianbao_report_recognised(report) == 0);
  CHECK(nianbao_report_year(report) == 0 && nianbao_report_template(report) == 0);
  CHECK(nianbao_report_figure_count(report) == 200);
  for (i = 0; i < 200; ++i) {
    CHECK(nianbao_report_figure(report, i, &figure) == NIANBAO_OK);
    CHECK(figure.state == NIANBAO_CELL_ABSENT && figure.span.line == 0 && figure.raw.size == 0);
  }
  nianbao_report_free(report);

  for (i = 0; i <= sizeof junk; ++i) {
    CHECK(nianbao_parse(junk, i, NULL, &report) == NIANBAO_OK);
    CHECK(nianbao_report_recognised(report) == 0);
    nianbao_report_free(report);
  }

  CHECK(nianbao_parse(NULL, 1, NULL, &report) == NIANBAO_ERROR_ARGUMENT);
  CHECK(report == NULL);
  CHECK(nianbao_parse(not_a_report, 1, NULL, NULL) == NIANBAO_ERROR_ARGUMENT);
  nianbao_report_free(NULL);
}

static nianbao_word word(const char* text, double x0, double y0) {
  nianbao_word made = {{NULL, 0}, 0, 0, 0, 0, 1, 0};
  made.text.data = text;
  made.text.size = strlen(text);
  made.x0 = x0;
  made.y0 = y0;
  made.x1 = x0 + 40;
  made.y1 = y0 + 12;
  return made;
}

static void test_words(void) {
  nianbao_word words[3];
  nianbao_report* report = NULL;
  nianbao_figure figure;
  words[0] = word("二、主动公开政府信息情况", 0, 0);
  words[1] = word("行政许可", 0, 30);
  words[2] = word("12", 200, 30);
  CHECK(nianbao_parse_words(words, 3, NULL, &report) == NIANBAO_OK);
  CHECK(nianbao_report_figure_by_path(report, "proactive_disclosure.administrative_licensing.decisions",
                                      &figure) == NIANBAO_OK);
  CHECK(figure.state == NIANBAO_CELL_NUMBER && figure.coefficient == 12);
  nianbao_report_free(report);
  CHECK(nianbao_parse_words(NULL, 0, NULL, &report) == NIANBAO_OK);
  CHECK(nianbao_report_recognised(report) == 0);
  nianbao_report_free(report);
  CHECK(nianbao_parse_words(NULL, 1, NULL, &report) == NIANBAO_ERROR_ARGUMENT && report == NULL);
  CHECK(nianbao_parse_words(words, 3, NULL, NULL) == NIANBAO_ERROR_ARGUMENT);
  words[0].text.data = NULL;
  CHECK(nianbao_parse_words(words, 3, NULL, &report) == NIANBAO_ERROR_ARGUMENT);
}

static void test_unreadable(void) {
  nianbao_report* report = NULL;
  nianbao_diagnostic diagnostic;
  CHECK(nianbao_unreadable(NIANBAO_CODE_INPUT_ENCRYPTED, "PDF", 0, 0, &report) == NIANBAO_OK);
  CHECK(nianbao_report_recognised(report) == 0 && nianbao_report_diagnostic_count(report) == 1);
  CHECK(nianbao_report_diagnostic(report, 0, &diagnostic) == NIANBAO_OK);
  CHECK(diagnostic.code == NIANBAO_CODE_INPUT_ENCRYPTED && view_has(diagnostic.message, "encrypted"));
  nianbao_report_free(report);
  CHECK(nianbao_unreadable(NIANBAO_CODE_INPUT_DAMAGED, NULL, 0, 0, &report) == NIANBAO_OK);
  nianbao_report_free(report);
  CHECK(nianbao_unreadable(9999, NULL, 0, 0, &report) == NIANBAO_ERROR_ARGUMENT && report == NULL);
  CHECK(nianbao_unreadable(NIANBAO_CODE_INPUT_DAMAGED, NULL, 0, 0, NULL) == NIANBAO_ERROR_ARGUMENT);
}

int main(int argc, char** argv) {
  document clean, blank;
  nianbao_report* report;
  if (argc != 3) {
    fprintf(stderr, "usage: nianbao_c_api CLEAN BLANK\n");
    return 2;
  }
  clean = read_document(argv[1]);
  blank = read_document(argv[2]);

  test_versions();
  test_formats();
  test_options(clean);
  report = parsed(clean);
  test_page_metadata();
  test_metadata(report);
  test_period();
  test_figures(report, clean);
  test_form_of_2019();
  test_diagnostics(blank);
  test_json(report);
  test_bad_input();
  test_words();
  test_unreadable();
  nianbao_report_free(report);

  free(clean.bytes);
  free(blank.bytes);
  if (failures > 0) fprintf(stderr, "%d check(s) failed\n", failures);
  return failures == 0 ? 0 : 1;
}
