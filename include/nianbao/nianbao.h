/* SPDX-License-Identifier: Apache-2.0 */
#ifndef NIANBAO_NIANBAO_H
#define NIANBAO_NIANBAO_H

/**
 * nianbao: reads 政府信息公开工作年度报告 into figures that are right or said to be doubtful.
 *
 * This header, with nianbao/check.h and nianbao/tables.h that it includes, is the stable binary interface and
 * its manual.
 *
 *     nianbao_report *report = NULL;
 *     nianbao_figure figure;
 *     if (nianbao_parse(data, size, NULL, &report) == NIANBAO_OK) {
 *       if (nianbao_report_figure_by_path(report, "applications.newly_received.total", &figure) == NIANBAO_OK
 *           && figure.state == NIANBAO_CELL_NUMBER)
 *         printf("%lld\n", (long long)figure.coefficient);
 *       nianbao_report_free(report);
 *     }
 *
 * Errors. Functions that can fail return a nianbao_status; 0 is success. A bad document is not a
 * failure: the report exists and its diagnostics say what could not be read. No function throws,
 * aborts, prints, or keeps state between calls.
 *
 * Ownership. A nianbao_report belongs to the caller, who frees it with nianbao_report_free. A
 * nianbao_view is borrowed: it lives as long as the report it came from (static texts: for ever).
 * Views are UTF-8, may hold any character, and are not NUL-terminated unless said so.
 *
 * Threads. Any function may be called from any thread. A report never changes after it was made, so
 * threads may share it; freeing it must come last.
 */

#include <stddef.h>
#include <stdint.h>

#if defined(NIANBAO_STATIC)
#define NIANBAO_API
#elif defined(_WIN32)
#if defined(NIANBAO_BUILDING)
#define NIANBAO_API __declspec(dllexport)
#else
#define NIANBAO_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define NIANBAO_API __attribute__((visibility("default")))
#else
#define NIANBAO_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The number of this binary interface; a program must be used with the number it was built for. */
#define NIANBAO_ABI_VERSION 1

/** What a call returned. */
typedef int32_t nianbao_status;

enum {
  NIANBAO_OK = 0,
  /** An argument is NULL, out of range, or an options struct was not initialised. */
  NIANBAO_ERROR_ARGUMENT = 1,
  /** Memory ran out. Nothing was made; the library can still be used. */
  NIANBAO_ERROR_NOMEM = 2,
  /** There is no figure, text or diagnostic of that path or index. */
  NIANBAO_ERROR_NOT_FOUND = 3,
  /** The text given to nianbao_report_from_json is not JSON as nianbao writes it. */
  NIANBAO_ERROR_JSON = 4,
  /** A defect of the library. */
  NIANBAO_ERROR_INTERNAL = 5
};

/** What stands in a cell of the form. */
enum {
  /** Not printed: a cut row, a missing row or column. */
  NIANBAO_CELL_ABSENT = 0,
  NIANBAO_CELL_NUMBER = 1,
  /** Printed and empty. */
  NIANBAO_CELL_BLANK = 2,
  /** A mark for "none": / - 无 不适用 N/A and the like. */
  NIANBAO_CELL_NOT_APPLICABLE = 3,
  /** Text where a number belongs. */
  NIANBAO_CELL_UNREADABLE = 4,
  /** Not printed, but proven by the form's own equations. Only on request. */
  NIANBAO_CELL_INFERRED = 5
};

enum { NIANBAO_SEVERITY_ERROR = 1, NIANBAO_SEVERITY_WARNING = 2, NIANBAO_SEVERITY_NOTE = 3 };

enum {
  NIANBAO_FORMAT_AUTOMATIC = 0,
  NIANBAO_FORMAT_PLAIN = 1,
  NIANBAO_FORMAT_MARKDOWN = 2,
  NIANBAO_FORMAT_HTML = 3,
  NIANBAO_FORMAT_DOCX = 4,
  /** Text whose columns are parted by spaces, as `pdftotext -layout` prints it. */
  NIANBAO_FORMAT_LAYOUT = 5,
  /** Words with their boxes, as `pdftotext -bbox-layout` prints them. */
  NIANBAO_FORMAT_WORDS = 6
};

enum {
  NIANBAO_ENCODING_AUTOMATIC = 0,
  NIANBAO_ENCODING_UTF8 = 1,
  NIANBAO_ENCODING_UTF16LE = 2,
  NIANBAO_ENCODING_UTF16BE = 3,
  NIANBAO_ENCODING_GB18030 = 4,
  NIANBAO_ENCODING_BIG5 = 5
};

/** Codes of diagnostics. */
enum {
  /* clang-format off */
  /* begin generated: diagnostic codes */
  NIANBAO_CODE_ENCODING_INVALID = 1, /* encoding.invalid */
  NIANBAO_CODE_INPUT_EMPTY = 2, /* input.empty */
  NIANBAO_CODE_INPUT_TOO_LARGE = 3, /* input.too-large */
  NIANBAO_CODE_INPUT_NUL_BYTES = 4, /* input.nul-bytes */
  NIANBAO_CODE_INPUT_UNSUPPORTED_FORMAT = 5, /* input.unsupported-format */
  NIANBAO_CODE_LIMIT_LINES = 6, /* limit.lines */
  NIANBAO_CODE_LIMIT_CELLS = 7, /* limit.cells */
  NIANBAO_CODE_LIMIT_DIAGNOSTICS = 8, /* limit.diagnostics */
  NIANBAO_CODE_REPORT_NOT_RECOGNISED = 10, /* report.not-recognised */
  NIANBAO_CODE_TEMPLATE_UNSUPPORTED = 11, /* template.unsupported */
  NIANBAO_CODE_TITLE_MISSING = 12, /* title.missing */
  NIANBAO_CODE_AGENCY_MISSING = 13, /* agency.missing */
  NIANBAO_CODE_YEAR_MISSING = 14, /* year.missing */
  NIANBAO_CODE_AGENCY_FROM_TEXT = 15, /* agency.from-text */
  NIANBAO_CODE_YEAR_FROM_TEXT = 16, /* year.from-text */
  NIANBAO_CODE_TEMPLATE_YEAR_MISMATCH = 17, /* template.year-mismatch */
  NIANBAO_CODE_TEMPLATE_MIXED = 18, /* template.mixed */
  NIANBAO_CODE_SECTION_MISSING = 20, /* section.missing */
  NIANBAO_CODE_SECTION_DUPLICATE = 21, /* section.duplicate */
  NIANBAO_CODE_HEADING_ORDER = 22, /* heading.order */
  NIANBAO_CODE_HEADING_MISSING = 23, /* heading.missing */
  NIANBAO_CODE_PART_MISSING = 24, /* part.missing */
  NIANBAO_CODE_HEADING_UNUSUAL = 25, /* heading.unusual */
  NIANBAO_CODE_TABLE_MISSING = 30, /* table.missing */
  NIANBAO_CODE_TABLE_BLANK = 31, /* table.blank */
  NIANBAO_CODE_TABLE_STRAY_VALUE = 32, /* table.stray-value */
  NIANBAO_CODE_ROW_MISSING = 40, /* row.missing */
  NIANBAO_CODE_ROW_TRUNCATED = 41, /* row.truncated */
  NIANBAO_CODE_ROW_AMBIGUOUS = 42, /* row.ambiguous */
  NIANBAO_CODE_ROW_UNKNOWN = 43, /* row.unknown */
  NIANBAO_CODE_ROW_CONFLICT = 44, /* row.conflict */
  NIANBAO_CODE_COLUMN_MISSING = 50, /* column.missing */
  NIANBAO_CODE_COLUMN_UNNAMED = 51, /* column.unnamed */
  NIANBAO_CODE_CELL_BLANK = 60, /* cell.blank */
  NIANBAO_CODE_CELL_UNREADABLE = 61, /* cell.unreadable */
  NIANBAO_CODE_CELL_REMARK = 62, /* cell.remark */
  NIANBAO_CODE_CELL_SPLIT_NUMBER = 63, /* cell.split-number */
  NIANBAO_CODE_CELL_NOT_A_COUNT = 64, /* cell.not-a-count */
  NIANBAO_CODE_AMOUNT_UNIT = 65, /* amount.unit */
  NIANBAO_CODE_AMOUNT_UNIT_MISSING = 70, /* amount.unit-missing */
  NIANBAO_CODE_LIMIT_NESTING = 80, /* limit.nesting */
  NIANBAO_CODE_TITLE_FROM_PAGE = 81, /* title.from-page */
  NIANBAO_CODE_INPUT_ENCRYPTED = 90, /* input.encrypted */
  NIANBAO_CODE_INPUT_DAMAGED = 91, /* input.damaged */
  NIANBAO_CODE_INPUT_CUT_SHORT = 92, /* input.cut-short */
  NIANBAO_CODE_INPUT_HAS_DTD = 93, /* input.has-dtd */
  NIANBAO_CODE_NUMBERING_UNKNOWN = 94, /* numbering.unknown */
  NIANBAO_CODE_CONTENT_PICTURES = 95, /* content.pictures */
  NIANBAO_CODE_CONTENT_EMBEDDED = 96, /* content.embedded */
  NIANBAO_CODE_INPUT_IMAGE_ONLY = 100, /* input.image-only */
  NIANBAO_CODE_INPUT_TOOL_MISSING = 103, /* input.tool-missing */
  NIANBAO_CODE_INPUT_TIMED_OUT = 104, /* input.timed-out */
  NIANBAO_CODE_CELL_INFERRED = 110, /* cell.inferred */
  NIANBAO_CODE_CELL_BOUNDED = 111, /* cell.bounded */
  NIANBAO_CODE_EQUATION_CONTRADICTED = 112, /* equation.contradicted */
  /* end generated */
  /* clang-format on */
  NIANBAO_CODE_NONE = 0
};

/** Borrowed text: `size` bytes of UTF-8 at `data`. `data` is never NULL in a view that a function
 *  filled in. */
typedef struct nianbao_view {
  const char* data;
  size_t size;
} nianbao_view;

/** A place in the input as it was handed in (of a DOCX, in NIANBAO_TEXT_EXTRACTED): byte offsets (half open),
 * line from 1, column in characters from 1. `line` is 0 if what it belongs to was not printed. */
typedef struct nianbao_span {
  uint64_t start;
  uint64_t end;
  uint32_t line;
  uint32_t column;
} nianbao_span;

/** One cell of the form. The number is coefficient x 10^-scale, exactly; it is meaningful only in
 *  states NUMBER and INFERRED. */
typedef struct nianbao_figure {
  /** e.g. "applications.newly_received.total"; lives for ever. */
  nianbao_view path;
  /** What is printed, widths and spaces folded. */
  nianbao_view raw;
  int64_t coefficient;
  int32_t scale;
  int32_t state;
  nianbao_span span;
} nianbao_figure;

/** One doubt about the report. */
typedef struct nianbao_diagnostic {
  int32_t code;
  int32_t severity;
  /** The code's stable word, e.g. "row.truncated". */
  nianbao_view word;
  nianbao_view message;
  nianbao_view message_zh;
  /** Path of a section, row, column or figure; may be empty. */
  nianbao_view path;
  nianbao_span span;
} nianbao_diagnostic;

/** A day; all zero if unknown. */
typedef struct nianbao_date {
  int32_t year;
  int32_t month;
  int32_t day;
} nianbao_date;

/** How to read. Initialise with nianbao_options_init, then set what you need. The struct only ever
 *  grows at its end. */
typedef struct nianbao_options {
  size_t struct_size;
  /** NIANBAO_FORMAT_... */
  int32_t format;
  /** NIANBAO_ENCODING_... */
  int32_t encoding;
  /** Limits; passing one is a diagnostic. */
  uint64_t max_bytes;
  uint64_t max_lines;
  uint64_t max_cells;
  uint64_t max_diagnostics;
  /** Of packed formats (DOCX): bytes unpacked, and how many times as large a part may get. */
  uint64_t max_unpacked_bytes;
  uint64_t max_unpacked_ratio;
} nianbao_options;

/** A word of a page and the box that it is printed in. x grows to the right and y downwards, in any
 *  unit, the same for all words. Pages are in ascending order, from any number. What stands together
 *  without a space is best one word; two cells must be two words. */
typedef struct nianbao_word {
  /** UTF-8; only read during the call. */
  nianbao_view text;
  double x0;
  double y0;
  double x1;
  double y1;
  uint32_t page;
  /** 0. */
  uint32_t reserved;
} nianbao_word;

/** A report that was read. */
typedef struct nianbao_report nianbao_report;

/** The library's version, e.g. "0.1.0". NUL-terminated, static. */
NIANBAO_API const char* nianbao_version(void);

/** NIANBAO_ABI_VERSION of the library that is loaded. */
NIANBAO_API int32_t nianbao_abi_version(void);

/** A status in English. NUL-terminated, static; never NULL. */
NIANBAO_API const char* nianbao_status_message(nianbao_status status);

/** Fills `options` with the defaults. `struct_size` is sizeof(nianbao_options) of the caller. */
NIANBAO_API nianbao_status nianbao_options_init(nianbao_options* options, size_t struct_size);

/** Reads a report from `size` bytes at `data` (`data` may be NULL if `size` is 0). `options` may be
 *  NULL for the defaults. On success `*report` is a new report, otherwise NULL. The bytes are not
 *  needed afterwards. */
NIANBAO_API nianbao_status nianbao_parse(const void* data, size_t size, const nianbao_options* options,
                                         nianbao_report** report);

/** Reads a report from `count` words at `words` (NULL if `count` is 0), in any order: lines, rows and
 *  columns are found by the boxes alone. Places in the report are those in the text that the words were
 *  set in. Otherwise as nianbao_parse; options.format and options.encoding are not asked. */
NIANBAO_API nianbao_status nianbao_parse_words(const nianbao_word* words, size_t count,
                                               const nianbao_options* options, nianbao_report** report);

/** A report of an input whose text could not be had at all: nothing recognised, and one diagnostic with
 *  `code`, one of NIANBAO_CODE_..., e.g. INPUT_ENCRYPTED. `text` (NUL-terminated UTF-8, may be NULL), `n`
 *  and `m` are what its message names. */
NIANBAO_API nianbao_status nianbao_unreadable(int32_t code, const char* text, int64_t n, int64_t m,
                                              nianbao_report** report);

/** Makes a report from JSON that nianbao_report_json (or any other part of nianbao) wrote. */
NIANBAO_API nianbao_status nianbao_report_from_json(const char* json, size_t size, nianbao_report** report);

/** Makes a report in which cells that are absent or blank hold what the sums of the form prove, with no count
 *  below zero: their state is NIANBAO_CELL_INFERRED. What is printed stays as it is. For each such cell there
 *  is a diagnostic NIANBAO_CODE_CELL_INFERRED that names the sums; cells that leave a choice have
 *  CELL_BOUNDED, sums that what is printed contradicts EQUATION_CONTRADICTED. `report` itself is not changed
 *  and need not outlive `*inferred`, which the caller frees. */
NIANBAO_API nianbao_status nianbao_report_infer(const nianbao_report* report, nianbao_report** inferred);

/** Frees a report and all views borrowed from it. NULL is allowed. */
NIANBAO_API void nianbao_report_free(nianbao_report* report);

/** 1 if anything of the form was found, 0 if the input is no such report. */
NIANBAO_API int32_t nianbao_report_recognised(const nianbao_report* report);

/** Texts of a report for nianbao_report_text. */
enum {
  NIANBAO_TEXT_TITLE = 0,
  NIANBAO_TEXT_AGENCY = 1,
  NIANBAO_TEXT_PREAMBLE = 2,
  NIANBAO_TEXT_OVERVIEW = 3,
  NIANBAO_TEXT_PROBLEMS_AND_IMPROVEMENTS = 4,
  NIANBAO_TEXT_OTHER_MATTERS = 5,
  /** The text that spans refer to, if the input does not hold it as it is (DOCX); else empty. */
  NIANBAO_TEXT_EXTRACTED = 6
};

/** One of the NIANBAO_TEXT_ texts; empty if it was not found. Borrowed from `report`. */
NIANBAO_API nianbao_status nianbao_report_text(const nianbao_report* report, int32_t which,
                                               nianbao_view* text);

/** One thing that the metadata of the page say: "index_number", "publisher", "date" or
 *  "document_number" (NUL-terminated). As printed; empty if they do not say. NOT_FOUND for any other
 *  name. Borrowed from `report`. */
NIANBAO_API nianbao_status nianbao_report_metadata(const nianbao_report* report, const char* name,
                                                   nianbao_view* text);

/** The year reported on, or 0 if it is not known. */
NIANBAO_API int32_t nianbao_report_year(const nianbao_report* report);

/** The form the report is printed on: 2021, 2019, or 0 if it is not known. */
NIANBAO_API int32_t nianbao_report_template(const nianbao_report* report);

/** First and last day of 统计期限. NOT_FOUND if the report does not say. */
NIANBAO_API nianbao_status nianbao_report_period(const nianbao_report* report, nianbao_date* start,
                                                 nianbao_date* end);

/** How many figures there are: 200 on the form of 2021, 198 on that of 2019, and 7 for each group that has
 *  a printed subtotal. */
NIANBAO_API size_t nianbao_report_figure_count(const nianbao_report* report);

/** The figure at `index`, in the order of the form. Views are borrowed from `report`. */
NIANBAO_API nianbao_status nianbao_report_figure(const nianbao_report* report, size_t index,
                                                 nianbao_figure* figure);

/** The figure at `path` (NUL-terminated). NOT_FOUND if the form has no such cell. */
NIANBAO_API nianbao_status nianbao_report_figure_by_path(const nianbao_report* report, const char* path,
                                                         nianbao_figure* figure);

/** The number of diagnostics of a report. */
NIANBAO_API size_t nianbao_report_diagnostic_count(const nianbao_report* report);

/** The diagnostic at `index`, in order of place. Views are borrowed from `report`. */
NIANBAO_API nianbao_status nianbao_report_diagnostic(const nianbao_report* report, size_t index,
                                                     nianbao_diagnostic* diagnostic);

/** Flags of nianbao_report_json. */
enum {
  /** Add `figures`, every cell with path, state, value, raw text and span. */
  NIANBAO_JSON_FIGURES = 1,
  /** Many lines, indented by two spaces. */
  NIANBAO_JSON_PRETTY = 2
};

/** The report as one JSON object. On success `*json` is a new text of `*size` bytes, followed by a
 *  NUL; free it with nianbao_string_free. `size` may be NULL. */
NIANBAO_API nianbao_status nianbao_report_json(const nianbao_report* report, uint32_t flags, char** json,
                                               size_t* size);

/** Frees a text that nianbao_report_json (or another function that says so) made. NULL is allowed. */
NIANBAO_API void nianbao_string_free(char* text);

#ifdef __cplusplus
}
#endif

#include "nianbao/check.h"  /* checks of reports: a part of this interface */
#include "nianbao/tables.h" /* reports as long tables: another */

#endif
