/* SPDX-License-Identifier: Apache-2.0 */
#ifndef NIANBAO_CHECK_H
#define NIANBAO_CHECK_H

/**
 * What a reviewing office checks by hand, in C: a report by itself, and the reports of two years side by
 * side. A part of nianbao.h, which includes it; what is said there of errors, views and threads holds here.
 *
 *     nianbao_check *check = NULL;
 *     nianbao_finding finding;
 *     size_t i;
 *     if (nianbao_report_check(report, NULL, &check) == NIANBAO_OK) {
 *       for (i = 0; i < nianbao_check_finding_count(check); ++i)
 *         if (nianbao_check_finding(check, i, &finding) == NIANBAO_OK
 *             && finding.status == NIANBAO_RULE_STATUS_FAIL)
 *           printf("%.*s\n", (int)finding.message.size, finding.message.data);
 *       nianbao_check_free(check);
 *     }
 *
 * A nianbao_check and a nianbao_comparison belong to the caller, who frees them. They keep what they need of
 * the reports that they were made from, which may be freed before them. Views live as long as the object
 * that they were taken from.
 */

#include "nianbao/nianbao.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Numbers of rules. */
enum {
  /* clang-format off */
  /* begin generated: rules */
  NIANBAO_RULE_BALANCE = 1, /* balance */
  NIANBAO_RULE_RESULTS_SUM = 2, /* results-sum */
  NIANBAO_RULE_ROW_TOTAL = 3, /* row-total */
  NIANBAO_RULE_REVIEW_TOTAL = 4, /* review-total */
  NIANBAO_RULE_GROUP_SUBTOTAL = 5, /* group-subtotal */
  NIANBAO_RULE_CELL_BLANK = 10, /* cell-blank */
  NIANBAO_RULE_CELL_NOT_APPLICABLE = 11, /* cell-not-applicable */
  NIANBAO_RULE_CELL_UNREADABLE = 12, /* cell-unreadable */
  NIANBAO_RULE_CELL_NEGATIVE = 13, /* cell-negative */
  NIANBAO_RULE_CELL_FRACTIONAL = 14, /* cell-fractional */
  NIANBAO_RULE_AMOUNT_IN_YUAN = 15, /* amount-in-yuan */
  NIANBAO_RULE_SECTION_PRESENT = 20, /* section-present */
  NIANBAO_RULE_SECTION_ORDER = 21, /* section-order */
  NIANBAO_RULE_SECTION_WORDING = 22, /* section-wording */
  NIANBAO_RULE_OVERVIEW_PART = 23, /* overview-part */
  NIANBAO_RULE_TABLE_PRESENT = 24, /* table-present */
  NIANBAO_RULE_ROW_PRESENT = 25, /* row-present */
  NIANBAO_RULE_TEMPLATE_TEXT = 27, /* template-text */
  NIANBAO_RULE_YEAR_CONSISTENT = 28, /* year-consistent */
  NIANBAO_RULE_YEAR_IN_TEXT = 29, /* year-in-text */
  NIANBAO_RULE_TEMPLATE_YEAR = 30, /* template-year */
  NIANBAO_RULE_PROBLEMS_SUBSTANCE = 31, /* problems-substance */
  NIANBAO_RULE_FEE_STATEMENT = 32, /* fee-statement */
  NIANBAO_RULE_DISPUTE_WITHOUT_REQUEST = 33, /* dispute-without-request */
  NIANBAO_RULE_PROSE_REQUESTS = 40, /* prose-requests */
  NIANBAO_RULE_PROSE_RESULTS = 41, /* prose-results */
  NIANBAO_RULE_PROSE_REVIEW = 42, /* prose-review */
  NIANBAO_RULE_PROSE_DOCUMENTS = 43, /* prose-documents */
  NIANBAO_RULE_PROSE_CHANNELS = 44, /* prose-channels */
  NIANBAO_RULE_PROSE_FEES = 45, /* prose-fees */
  NIANBAO_RULE_CARRY_OVER = 60, /* carry-over */
  NIANBAO_RULE_IN_FORCE = 61, /* in-force */
  NIANBAO_RULE_JUMP = 62, /* jump */
  NIANBAO_RULE_IDENTICAL_TABLES = 63, /* identical-tables */
  NIANBAO_RULE_YEARS_APART = 64, /* years-apart */
  NIANBAO_RULE_SAME_AGENCY = 65, /* same-agency */
  NIANBAO_RULE_REPETITION = 66, /* repetition */
  /* end generated */
  /* clang-format on */
  NIANBAO_RULE_NONE = 0
};

/** How a rule came out. */
enum {
  NIANBAO_RULE_STATUS_PASS = 0,
  NIANBAO_RULE_STATUS_FAIL = 1,
  /** A figure that the rule needs is blank, absent or unreadable. */
  NIANBAO_RULE_STATUS_UNCERTAIN = 2,
  /** What the rule is about is not there at all. */
  NIANBAO_RULE_STATUS_NOT_ASSESSABLE = 3
};

/** On which side of the rule's equation an operand stands. */
enum { NIANBAO_SIDE_NONE = 0, NIANBAO_SIDE_LEFT = 1, NIANBAO_SIDE_RIGHT = 2 };

enum { NIANBAO_LANGUAGE_ENGLISH = 0, NIANBAO_LANGUAGE_CHINESE = 1 };

/** What nianbao_check_render and nianbao_comparison_render write. */
enum {
  NIANBAO_RENDER_JSON = 0,
  /** Lines as compilers print them. */
  NIANBAO_RENDER_TEXT = 1,
  /** SARIF 2.1.0, for editors and code hosts; not of a comparison. */
  NIANBAO_RENDER_SARIF = 2,
  /** One page that needs nothing else. */
  NIANBAO_RENDER_HTML = 3
};

/** Flags of nianbao_render_options. */
enum {
  /** JSON and SARIF in many lines, indented by two spaces. */
  NIANBAO_RENDER_PRETTY = 1,
  /** Text with ANSI colours. */
  NIANBAO_RENDER_COLOR = 2,
  /** JSON and text: what passed or was not assessable as well. */
  NIANBAO_RENDER_ALL = 4
};

/** A number that may not be known: coefficient x 10^-scale exactly if `known` is 1; all zero if it is 0. */
typedef struct nianbao_number {
  int64_t coefficient;
  int32_t scale;
  int32_t known;
} nianbao_number;

/** One line of the table of rules. Views live for ever. */
typedef struct nianbao_rule_info {
  /** NIANBAO_RULE_... */
  int32_t rule;
  /** What a failure counts as unless the caller says otherwise: NIANBAO_SEVERITY_... */
  int32_t severity;
  /** The stable word, e.g. "balance". */
  nianbao_view word;
  /** What offices call it, e.g. "Sum of applicants". */
  nianbao_view title;
  nianbao_view title_zh;
  /** What one result is about: "report", "section", "part", "table", "row", "column", "block", "cell" or
   *  "statement". */
  nianbao_view scope;
  /** The form that it is asked on: "both", "2021", "2019"; or "pair" if it compares two reports. */
  nianbao_view forms;
  /** In readable form, with paths of the form; in Chinese with the form's own words. */
  nianbao_view formula;
  nianbao_view formula_zh;
  /** Where the rule is written. */
  nianbao_view source;
  nianbao_view source_zh;
  /** Message of a failure, with {subject}, {left}, {right}, {difference}, {n}, {m} and {text}. */
  nianbao_view message;
  nianbao_view message_zh;
} nianbao_rule_info;

/** One result of one rule. */
typedef struct nianbao_finding {
  int32_t rule;
  /** What a failure of the rule counts as. */
  int32_t severity;
  /** NIANBAO_RULE_STATUS_... */
  int32_t status;
  /** 0. */
  int32_t reserved;
  nianbao_view word;
  /** Path of what it is about, e.g. "applications.*.total"; empty: the report. */
  nianbao_view subject;
  nianbao_view message;
  nianbao_view message_zh;
  /** The sides of an equation, if they could be had, and left - right. */
  nianbao_number left;
  nianbao_number right;
  nianbao_number difference;
  /** The place to look at first. */
  nianbao_span span;
  /** The same for the same fault of the same agency and year. Written as 16 hexadecimal digits. */
  uint64_t fingerprint;
  uint64_t operand_count;
} nianbao_finding;

/** Something that a result was made of: a figure, a heading, a sentence. */
typedef struct nianbao_operand {
  nianbao_view path;
  /** What is printed there. */
  nianbao_view text;
  nianbao_number value;
  /** NIANBAO_CELL_... */
  int32_t state;
  /** NIANBAO_SIDE_... */
  int32_t side;
  /** 1 if it is of the older of two reports. */
  int32_t of_older;
  /** 0. */
  int32_t reserved;
  nianbao_span span;
} nianbao_operand;

/** One quantity that the text of the report states. */
typedef struct nianbao_statement {
  /** "received", "carried_over_in", "documents_issued", ... */
  nianbao_view kind;
  /** Of reconsideration or litigation: "all", "upheld", "corrected", "other" or "pending". */
  nianbao_view outcome;
  /** "any", "online", "letter", "in_person", "fax", "email" or "other". */
  nianbao_view channel;
  int64_t value;
  /** The unit as it is written; empty if the quantity is. */
  nianbao_view unit;
  /** Path of the row of table 三 that is meant, if it is one of a group; else empty. */
  nianbao_view row;
  /** The text that it stands in, e.g. "overview", and the clause there with its offsets in bytes. */
  nianbao_view path;
  nianbao_view text;
  uint64_t start;
  uint64_t end;
  nianbao_span span;
  /** 1 if no figure is written: 未收到, 均获维持. */
  int32_t in_words;
  /** 1 if it counts, or may count, no more than a part: it is never held against a total. */
  int32_t is_part;
  /** How many figures its reading that fits adds up, 0 if none fits, and how many it takes off. */
  uint32_t match_count;
  uint32_t match_less_count;
} nianbao_statement;

/** The fewest cells whose change would make failing equations hold: a suggestion. */
typedef struct nianbao_suspect {
  /** "digits_swapped", "digit_lost", "digit_changed", "cell_shifted", "moved" or "other". */
  nianbao_view kind;
  nianbao_view message;
  nianbao_view message_zh;
  /** 1 is the likeliest of those that explain the same findings. */
  uint32_t rank;
  uint32_t cell_count;
  /** How many findings it would mend. */
  uint32_t finding_count;
  /** 0. */
  uint32_t reserved;
} nianbao_suspect;

typedef struct nianbao_suspect_cell {
  nianbao_view path;
  nianbao_span span;
  nianbao_number printed;
  /** With it the equations hold. */
  nianbao_number suggested;
} nianbao_suspect_cell;

/** A figure that both forms have, in both years. */
typedef struct nianbao_change {
  nianbao_view path;
  nianbao_number older;
  nianbao_number newer;
  /** newer - older. */
  nianbao_number difference;
  /** NIANBAO_CELL_... */
  int32_t older_state;
  int32_t newer_state;
  /** 1 if the figure is another one, or printed in one year only. */
  int32_t differs;
  /** 0. */
  int32_t reserved;
} nianbao_change;

/** How much of a text of the newer report stands in that of the older one, by characters that are letters
 *  or digits. */
typedef struct nianbao_repetition {
  /** "overview", "problems_and_improvements", "other_matters"; empty for all of them. */
  nianbao_view path;
  uint64_t length;
  uint64_t repeated;
  /** repeated / length, and the same with figures left out of both texts. */
  double rate;
  double rate_without_figures;
  uint64_t passage_count;
} nianbao_repetition;

/** A passage that stands in both reports: offsets in bytes into the two texts, and places. */
typedef struct nianbao_passage {
  uint64_t older_start;
  uint64_t older_end;
  uint64_t newer_start;
  uint64_t newer_end;
  nianbao_span older_span;
  nianbao_span newer_span;
} nianbao_passage;

/** How to check. Initialise with nianbao_check_options_init. Only ever grows at its end. */
typedef struct nianbao_check_options {
  size_t struct_size;
  /** Which rules to leave out or to count otherwise, e.g. "balance=off,cell-blank=error", "*=off"
   *  (NUL-terminated); NULL for none. The last that names a rule counts. */
  const char* rules;
  /** Whether to look for suspects. */
  int32_t suspects;
  /** 0. */
  int32_t reserved;
} nianbao_check_options;

/** How to compare. Initialise with nianbao_compare_options_init. Only ever grows at its end. */
typedef struct nianbao_compare_options {
  size_t struct_size;
  /** As in nianbao_check_options. */
  const char* rules;
  /** Characters that a copied passage has at least. */
  uint64_t shortest_passage;
  /** Rule `repetition` fails above this rate, and is not asked of texts of fewer characters. */
  double repetition_limit;
  uint64_t repetition_length;
  /** Rule `jump` fails if one figure is at least so many times the other and they differ by so much. */
  double jump_factor;
  double jump_difference;
} nianbao_compare_options;

/** How to render. Initialise with nianbao_render_options_init. Only ever grows at its end. */
typedef struct nianbao_render_options {
  size_t struct_size;
  /** NIANBAO_LANGUAGE_...; JSON has both. */
  int32_t language;
  /** NIANBAO_RENDER_PRETTY | ... */
  uint32_t flags;
  /** What the report is called: a relative path or a URL. */
  nianbao_view name;
  /** The bytes that were parsed, for showing their lines; may be empty. Only read during the call. */
  nianbao_view source;
  /** Their NIANBAO_ENCODING_... */
  int32_t encoding;
  /** Of a comparison, the same of the older report; the three above are of the newer. */
  int32_t older_encoding;
  nianbao_view older_name;
  nianbao_view older_source;
} nianbao_render_options;

typedef struct nianbao_check nianbao_check;
typedef struct nianbao_comparison nianbao_comparison;

/** How many rules there are. */
NIANBAO_API size_t nianbao_rule_count(void);

/** The rule at `index`, in order of number. */
NIANBAO_API nianbao_status nianbao_rule(size_t index, nianbao_rule_info* info);

/** All rules as one JSON array. `flags`: NIANBAO_JSON_PRETTY or 0. Freed with nianbao_string_free. */
NIANBAO_API nianbao_status nianbao_rules_json(uint32_t flags, char** json, size_t* size);

/** Set options to their defaults, as nianbao_options_init does; `struct_size` is their sizeof. */
NIANBAO_API nianbao_status nianbao_check_options_init(nianbao_check_options* options, size_t struct_size);
NIANBAO_API nianbao_status nianbao_compare_options_init(nianbao_compare_options* options, size_t struct_size);
NIANBAO_API nianbao_status nianbao_render_options_init(nianbao_render_options* options, size_t struct_size);

/** Checks a report, which does not change. `options` may be NULL for the defaults; ARGUMENT if their rules
 *  name no rule or no severity. On success `*check` is new, otherwise NULL. */
NIANBAO_API nianbao_status nianbao_report_check(const nianbao_report* report,
                                                const nianbao_check_options* options, nianbao_check** check);

/** NULL is allowed. */
NIANBAO_API void nianbao_check_free(nianbao_check* check);

/** How many results have that NIANBAO_RULE_STATUS_... */
NIANBAO_API size_t nianbao_check_count(const nianbao_check* check, int32_t status);

/** 1 if a rule of severity error failed. */
NIANBAO_API int32_t nianbao_check_has_errors(const nianbao_check* check);

/** The results, passes included, in order of the rules and then of the form. */
NIANBAO_API size_t nianbao_check_finding_count(const nianbao_check* check);
NIANBAO_API nianbao_status nianbao_check_finding(const nianbao_check* check, size_t index,
                                                 nianbao_finding* finding);

/** Operand `index` of the result at `finding`. */
NIANBAO_API nianbao_status nianbao_check_operand(const nianbao_check* check, size_t finding, size_t index,
                                                 nianbao_operand* operand);

/** The quantities that the text states, in order of place. */
NIANBAO_API size_t nianbao_check_statement_count(const nianbao_check* check);
NIANBAO_API nianbao_status nianbao_check_statement(const nianbao_check* check, size_t index,
                                                   nianbao_statement* statement);

/** Path of figure `index` of those that the reading of the statement at `statement` adds up and, behind
 *  them, of those that it takes off. */
NIANBAO_API nianbao_status nianbao_check_statement_match(const nianbao_check* check, size_t statement,
                                                         size_t index, nianbao_view* path);

/** The suspects: `index` counts from 0. NOT_FOUND behind the last. */
NIANBAO_API size_t nianbao_check_suspect_count(const nianbao_check* check);
NIANBAO_API nianbao_status nianbao_check_suspect(const nianbao_check* check, size_t index,
                                                 nianbao_suspect* suspect);

/** Cell `index` of the suspect at `suspect`. */
NIANBAO_API nianbao_status nianbao_check_suspect_cell(const nianbao_check* check, size_t suspect,
                                                      size_t index, nianbao_suspect_cell* cell);

/** Index of the result that the suspect at `suspect` would mend as number `index`. */
NIANBAO_API nianbao_status nianbao_check_suspect_finding(const nianbao_check* check, size_t suspect,
                                                         size_t index, size_t* finding);

/** What was found, for people and for tools: `format` is one of NIANBAO_RENDER_JSON, ... `options` may be
 *  NULL for the defaults. On success `*text` is a new text of `*size` bytes, followed by a NUL; free it with
 *  nianbao_string_free. `size` may be NULL. */
NIANBAO_API nianbao_status nianbao_check_render(const nianbao_check* check, int32_t format,
                                                const nianbao_render_options* options, char** text,
                                                size_t* size);

/** Compares the report on one year with that on the year before, as they are given. Otherwise as
 *  nianbao_report_check. */
NIANBAO_API nianbao_status nianbao_compare(const nianbao_report* older, const nianbao_report* newer,
                                           const nianbao_compare_options* options,
                                           nianbao_comparison** comparison);

/** NULL is allowed. */
NIANBAO_API void nianbao_comparison_free(nianbao_comparison* comparison);

/** As nianbao_check_count and nianbao_check_has_errors. */
NIANBAO_API size_t nianbao_comparison_count(const nianbao_comparison* comparison, int32_t status);
NIANBAO_API int32_t nianbao_comparison_has_errors(const nianbao_comparison* comparison);

/** The results of the rules that need two reports. */
NIANBAO_API size_t nianbao_comparison_finding_count(const nianbao_comparison* comparison);
NIANBAO_API nianbao_status nianbao_comparison_finding(const nianbao_comparison* comparison, size_t index,
                                                      nianbao_finding* finding);
NIANBAO_API nianbao_status nianbao_comparison_operand(const nianbao_comparison* comparison, size_t finding,
                                                      size_t index, nianbao_operand* operand);

/** The figures that both forms have, in order of the form. */
NIANBAO_API size_t nianbao_comparison_change_count(const nianbao_comparison* comparison);
NIANBAO_API nianbao_status nianbao_comparison_change(const nianbao_comparison* comparison, size_t index,
                                                     nianbao_change* change);

/** One for each text, then one for all of them. */
NIANBAO_API size_t nianbao_comparison_repetition_count(const nianbao_comparison* comparison);
NIANBAO_API nianbao_status nianbao_comparison_repetition(const nianbao_comparison* comparison, size_t index,
                                                         nianbao_repetition* repetition);

/** Passage `index` of the text at `repetition`, in order of the newer text and disjoint there. */
NIANBAO_API nianbao_status nianbao_comparison_passage(const nianbao_comparison* comparison, size_t repetition,
                                                      size_t index, nianbao_passage* passage);

/** As nianbao_check_render. */
NIANBAO_API nianbao_status nianbao_comparison_render(const nianbao_comparison* comparison, int32_t format,
                                                     const nianbao_render_options* options, char** text,
                                                     size_t* size);

#ifdef __cplusplus
}
#endif

#endif
