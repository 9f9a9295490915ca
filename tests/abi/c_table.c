/* SPDX-License-Identifier: Apache-2.0 */
/* Calls every function of tables.h with good and bad arguments, and reads what it hands out by nothing but
 * the specification of the Arrow C data interface. nianbao_c_table CLEAN BLANK: examples/reports/clean.md and
 * mostly-blank.txt. */
#include "expect.h"

static const nianbao_view no_name = {NULL, 0};

static nianbao_view name_of(const char* text) {
  nianbao_view name;
  name.data = text;
  name.size = strlen(text);
  return name;
}

static nianbao_table* new_table(int32_t which) {
  nianbao_table* table = NULL;
  CHECK(nianbao_table_new(which, &table) == NIANBAO_OK);
  if (table == NULL) exit(1);
  return table;
}

static struct ArrowArrayStream exported(nianbao_table* table) {
  struct ArrowArrayStream stream;
  CHECK(nianbao_table_export(table, &stream) == NIANBAO_OK);
  if (stream.release == NULL) exit(1);
  return stream;
}

/* The number of the column, or -1. */
static int64_t column_of(const struct ArrowSchema* schema, const char* name) {
  int64_t i;
  for (i = 0; i < schema->n_children; ++i)
    if (strcmp(schema->children[i]->name, name) == 0) return i;
  return -1;
}

static int is_valid(const struct ArrowArray* array, int64_t row) {
  const unsigned char* bits = (const unsigned char*)array->buffers[0];
  return bits == NULL || (bits[row / 8] >> (row % 8) & 1) != 0;
}

/* Of a text: where it ends; of a word: its number in the dictionary. */
static int64_t number_at(const char* format, const struct ArrowArray* array, int64_t row) {
  if (strcmp(format, "c") == 0) return ((const int8_t*)array->buffers[1])[row];
  if (strcmp(format, "s") == 0) return ((const int16_t*)array->buffers[1])[row];
  return ((const int32_t*)array->buffers[1])[row];
}

/* The text of a column, through its dictionary if it has one. */
static nianbao_view text_at(const char* format, const struct ArrowArray* array, int64_t row) {
  const int32_t* numbers = (const int32_t*)array->buffers[1];
  nianbao_view text;
  if (array->dictionary != NULL) return text_at("u", array->dictionary, number_at(format, array, row));
  text.data = (const char*)array->buffers[2] + numbers[row];
  text.size = (size_t)(numbers[row + 1] - numbers[row]);
  return text;
}

static int view_equals(nianbao_view a, nianbao_view b) {
  return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

/* decimal128(38, 18) against coefficient x 10^-scale, in 64 bits where both fit. */
static int decimal_is(const struct ArrowArray* array, int64_t row, int64_t coefficient, int32_t scale) {
  const uint64_t* halves = (const uint64_t*)array->buffers[1] + 2 * row;
  uint64_t factor = 1, low;
  for (; scale < 18; ++scale) factor *= 10;
  low = (uint64_t)coefficient * factor;
  return halves[0] == low;
}

static const char* format_of(const struct ArrowSchema* schema, const char* name) {
  return schema->children[column_of(schema, name)]->format;
}

static void check_figures(const struct ArrowSchema* schema, const struct ArrowArray* batch, int64_t first,
                          const nianbao_report* report, const char* source) {
  const struct ArrowArray* paths = batch->children[column_of(schema, "path")];
  const struct ArrowArray* sources = batch->children[column_of(schema, "source")];
  const struct ArrowArray* raws = batch->children[column_of(schema, "raw")];
  const struct ArrowArray* values = batch->children[column_of(schema, "value")];
  const struct ArrowArray* lines = batch->children[column_of(schema, "line")];
  const int64_t count = (int64_t)nianbao_report_figure_count(report);
  nianbao_figure figure;
  int64_t i;
  for (i = 0; i < count; ++i) {
    const int64_t row = first + i;
    CHECK(nianbao_report_figure(report, (size_t)i, &figure) == NIANBAO_OK);
    CHECK(view_is(text_at(format_of(schema, "source"), sources, row), source));
    CHECK(view_equals(text_at(format_of(schema, "path"), paths, row), figure.path));
    CHECK(is_valid(raws, row) == (figure.raw.size > 0));
    if (figure.raw.size > 0) CHECK(view_equals(text_at("u", raws, row), figure.raw));
    CHECK(is_valid(values, row) == (figure.state == NIANBAO_CELL_NUMBER));
    if (figure.state == NIANBAO_CELL_NUMBER) CHECK(decimal_is(values, row, figure.coefficient, figure.scale));
    CHECK(is_valid(lines, row) == (figure.span.line > 0));
    if (figure.span.line > 0) CHECK(((const int64_t*)lines->buffers[1])[row] == figure.span.line);
  }
}

static void test_figures(document clean, document blank) {
  nianbao_table* table = new_table(NIANBAO_TABLE_FIGURES);
  nianbao_report* first = parsed(clean);
  nianbao_report* second = parsed(blank);
  const uint64_t rows = nianbao_report_figure_count(first) + nianbao_report_figure_count(second);
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  struct ArrowArray batch, moved;

  CHECK(nianbao_table_add_report(table, first, name_of("clean")) == NIANBAO_OK);
  CHECK(nianbao_table_parse(table, blank.bytes, blank.size, NULL, name_of("blank")) == NIANBAO_OK);
  CHECK(nianbao_table_row_count(table) == rows);
  stream = exported(table);
  /* The stream does not need the table. */
  nianbao_table_free(table);
  CHECK(stream.get_schema(&stream, &schema) == 0);
  CHECK(strcmp(schema.format, "+s") == 0 && schema.n_children == 19);
  CHECK(strcmp(schema.children[column_of(&schema, "value")]->format, "d:38,18") == 0);
  CHECK(schema.children[column_of(&schema, "value")]->flags == ARROW_FLAG_NULLABLE);
  CHECK(schema.children[column_of(&schema, "path")]->dictionary != NULL);
  CHECK(schema.children[column_of(&schema, "path")]->flags == 0);
  /* Dictionaries whose words are known have numbers no larger than these need. */
  CHECK(strcmp(format_of(&schema, "path"), "s") == 0 && strcmp(format_of(&schema, "state"), "c") == 0);
  CHECK(strcmp(format_of(&schema, "source"), "i") == 0 && strcmp(format_of(&schema, "raw"), "u") == 0);
  CHECK(stream.get_next(&stream, &batch) == 0);
  CHECK(batch.length == (int64_t)rows && batch.null_count == 0 && batch.n_children == schema.n_children);
  check_figures(&schema, &batch, 0, first, "clean");
  check_figures(&schema, &batch, (int64_t)nianbao_report_figure_count(first), second, "blank");
  CHECK(stream.get_next(&stream, &moved) == 0 && moved.release == NULL);
  CHECK(stream.get_last_error(&stream) == NULL);

  /* A child that was moved away lives on without all else. */
  moved = *batch.children[column_of(&schema, "raw")];
  batch.children[column_of(&schema, "raw")]->release = NULL;
  batch.release(&batch);
  CHECK(batch.release == NULL);
  stream.release(&stream);
  CHECK(stream.release == NULL);
  CHECK(is_valid(&moved, 0) && text_at("u", &moved, 0).size > 0);
  moved.release(&moved);
  CHECK(moved.release == NULL);
  schema.release(&schema);
  CHECK(schema.release == NULL);
  nianbao_report_free(first);
  nianbao_report_free(second);
}

static uint64_t rows_of(struct ArrowArrayStream* stream) {
  struct ArrowArray batch;
  uint64_t rows = 0;
  while (stream->get_next(stream, &batch) == 0 && batch.release != NULL) {
    rows += (uint64_t)batch.length;
    batch.release(&batch);
  }
  stream->release(stream);
  return rows;
}

static void test_append(document clean, document blank) {
  nianbao_table* table = new_table(NIANBAO_TABLE_FIGURES);
  nianbao_table* other = new_table(NIANBAO_TABLE_FIGURES);
  nianbao_table* reports = new_table(NIANBAO_TABLE_REPORTS);
  nianbao_report* report = parsed(clean);
  const uint64_t count = nianbao_report_figure_count(report);
  struct ArrowArrayStream before, after;
  struct ArrowSchema schema;
  struct ArrowArray batch;

  /* The texts of `other` have other numbers than in `table`. */
  CHECK(nianbao_table_parse(table, blank.bytes, blank.size, NULL, name_of("blank")) == NIANBAO_OK);
  CHECK(nianbao_table_add_report(other, report, name_of("clean")) == NIANBAO_OK);
  before = exported(other);
  CHECK(nianbao_table_append(table, other) == NIANBAO_OK);
  CHECK(nianbao_table_row_count(other) == 0);
  after = exported(table);
  CHECK(nianbao_table_schema(table, &schema) == NIANBAO_OK);
  CHECK(after.get_next(&after, &batch) == 0);
  batch.release(&batch);
  CHECK(after.get_next(&after, &batch) == 0 && batch.length == (int64_t)count);
  check_figures(&schema, &batch, 0, report, "clean");
  batch.release(&batch);
  after.release(&after);
  /* What was handed out does not change. */
  CHECK(before.get_next(&before, &batch) == 0);
  check_figures(&schema, &batch, 0, report, "clean");
  batch.release(&batch);
  before.release(&before);
  schema.release(&schema);

  /* An emptied table can be filled again, and exported as often as one likes. */
  after = exported(other);
  CHECK(rows_of(&after) == 0);
  CHECK(nianbao_table_add_report(other, report, no_name) == NIANBAO_OK);
  after = exported(other);
  CHECK(rows_of(&after) == count);
  after = exported(other);
  CHECK(rows_of(&after) == count);

  CHECK(nianbao_table_append(table, reports) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_append(table, table) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_append(table, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_append(NULL, table) == NIANBAO_ERROR_ARGUMENT);
  nianbao_report_free(report);
  nianbao_table_free(table);
  nianbao_table_free(other);
  nianbao_table_free(reports);
}

static nianbao_input input_of(document from, const char* source) {
  nianbao_input input;
  input.data = from.bytes;
  input.size = from.size;
  input.source = source;
  input.source_size = source != NULL ? strlen(source) : 0;
  return input;
}

static void test_parse_all(document clean, document blank) {
  nianbao_table* table = new_table(NIANBAO_TABLE_FIGURES);
  nianbao_report* first = parsed(clean);
  nianbao_report* second = parsed(blank);
  const uint64_t rows = nianbao_report_figure_count(first), more = nianbao_report_figure_count(second);
  nianbao_input inputs[3];
  nianbao_options options;
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  struct ArrowArray batch;
  size_t done = 7;

  inputs[0] = input_of(clean, "clean");
  inputs[1] = input_of(blank, "blank");
  inputs[2] = input_of(clean, NULL);
  CHECK(nianbao_table_parse_all(table, inputs, 2, NULL, &done) == NIANBAO_OK && done == 2);
  CHECK(nianbao_table_row_count(table) == rows + more);
  CHECK(nianbao_table_parse_all(table, NULL, 0, NULL, &done) == NIANBAO_OK && done == 0);
  CHECK(nianbao_table_parse_all(table, inputs + 2, 1, NULL, NULL) == NIANBAO_OK);
  CHECK(nianbao_table_row_count(table) == 2 * rows + more);
  stream = exported(table);
  CHECK(stream.get_schema(&stream, &schema) == 0 && stream.get_next(&stream, &batch) == 0);
  check_figures(&schema, &batch, 0, first, "clean");
  check_figures(&schema, &batch, (int64_t)rows, second, "blank");
  check_figures(&schema, &batch, (int64_t)(rows + more), first, "");
  batch.release(&batch);
  schema.release(&schema);
  stream.release(&stream);

  /* The inputs before the one that fails stay. */
  inputs[1].data = NULL;
  CHECK(nianbao_table_parse_all(table, inputs, 3, NULL, &done) == NIANBAO_ERROR_ARGUMENT && done == 1);
  CHECK(nianbao_table_row_count(table) == 3 * rows + more);
  inputs[0].source = NULL;
  CHECK(nianbao_table_parse_all(table, inputs, 1, NULL, &done) == NIANBAO_ERROR_ARGUMENT && done == 0);
  inputs[0] = inputs[2];
  CHECK(nianbao_table_parse_all(NULL, inputs, 1, NULL, &done) == NIANBAO_ERROR_ARGUMENT && done == 0);
  CHECK(nianbao_table_parse_all(table, NULL, 1, NULL, &done) == NIANBAO_ERROR_ARGUMENT);
  memset(&options, 0, sizeof options);
  CHECK(nianbao_table_parse_all(table, inputs, 1, &options, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_row_count(table) == 3 * rows + more);
  nianbao_report_free(first);
  nianbao_report_free(second);
  nianbao_table_free(table);
}

static void test_names(document clean) {
  static const char hostile[] = {'a', '\xff', '/', '\xe5', '\xb9', '\0', '"', '\n'};
  nianbao_table* table = new_table(NIANBAO_TABLE_REPORTS);
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  struct ArrowArray batch;
  nianbao_view name;
  name.data = hostile;
  name.size = sizeof hostile;
  CHECK(nianbao_table_parse(table, clean.bytes, clean.size, NULL, name) == NIANBAO_OK);
  stream = exported(table);
  CHECK(stream.get_schema(&stream, &schema) == 0 && stream.get_next(&stream, &batch) == 0);
  name = text_at("u", batch.children[column_of(&schema, "source")], 0);
  CHECK(view_has(name, "a\xef\xbf\xbd/\xef\xbf\xbd"));
  CHECK(memcmp(name.data + name.size - 3, "\0\"\n", 3) == 0);
  batch.release(&batch);
  schema.release(&schema);
  stream.release(&stream);
  nianbao_table_free(table);
}

static void test_arguments(document clean) {
  nianbao_table* table = NULL;
  nianbao_report* report = parsed(clean);
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  nianbao_view broken = {NULL, 1};
  nianbao_options options;
  int32_t which;

  CHECK(nianbao_table_new(-1, &table) == NIANBAO_ERROR_ARGUMENT && table == NULL);
  CHECK(nianbao_table_new(4, &table) == NIANBAO_ERROR_ARGUMENT && table == NULL);
  CHECK(nianbao_table_new(0, NULL) == NIANBAO_ERROR_ARGUMENT);
  nianbao_table_free(NULL);
  CHECK(nianbao_table_row_count(NULL) == 0);
  for (which = NIANBAO_TABLE_FIGURES; which <= NIANBAO_TABLE_STATEMENTS; ++which) {
    table = new_table(which);
    CHECK(nianbao_table_row_count(table) == 0);
    stream = exported(table);
    CHECK(rows_of(&stream) == 0);
    CHECK(nianbao_table_add_report(table, report, no_name) == NIANBAO_OK);
    CHECK(nianbao_table_parse(table, NULL, 0, NULL, no_name) == NIANBAO_OK);
    stream = exported(table);
    CHECK(rows_of(&stream) == nianbao_table_row_count(table));
    nianbao_table_free(table);
  }
  table = new_table(NIANBAO_TABLE_REPORTS);
  CHECK(nianbao_table_add_report(table, NULL, no_name) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_add_report(NULL, report, no_name) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_add_report(table, report, broken) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_parse(table, NULL, 1, NULL, no_name) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_parse(NULL, "", 0, NULL, no_name) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_parse(table, "", 0, NULL, broken) == NIANBAO_ERROR_ARGUMENT);
  memset(&options, 0, sizeof options);
  CHECK(nianbao_table_parse(table, "", 0, &options, no_name) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_row_count(table) == 0);
  CHECK(nianbao_table_schema(NULL, &schema) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_schema(table, NULL) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_export(NULL, &stream) == NIANBAO_ERROR_ARGUMENT);
  CHECK(nianbao_table_export(table, NULL) == NIANBAO_ERROR_ARGUMENT);
  nianbao_table_free(table);
  nianbao_report_free(report);
}

int main(int argc, char** argv) {
  document clean, blank;
  if (argc != 3) {
    fprintf(stderr, "usage: nianbao_c_table CLEAN BLANK\n");
    return 2;
  }
  clean = read_document(argv[1]);
  blank = read_document(argv[2]);
  test_figures(clean, blank);
  test_append(clean, blank);
  test_parse_all(clean, blank);
  test_names(clean);
  test_arguments(clean);
  free(clean.bytes);
  free(blank.bytes);
  if (failures > 0) fprintf(stderr, "%d check(s) failed\n", failures);
  return failures == 0 ? 0 : 1;
}
