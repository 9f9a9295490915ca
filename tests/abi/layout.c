/* SPDX-License-Identifier: Apache-2.0 */
/* The layout of every public struct on 64-bit machines. Programs are built against it: a line that has
 * to change here is a new NIANBAO_ABI_VERSION and a new SOVERSION. Structs of options alone may grow, at
 * their end. */
#include <limits.h>
#include <nianbao/nianbao.h>

#if ULONG_MAX == 0xffffffffffffffff && SIZE_MAX == ULONG_MAX

#define SIZE(type, size) _Static_assert(sizeof(type) == (size), "size of " #type)
#define PLACE(type, member, offset) \
  _Static_assert(offsetof(type, member) == (offset), "place of " #member " in " #type)

SIZE(nianbao_status, 4);

SIZE(nianbao_view, 16);
PLACE(nianbao_view, data, 0);
PLACE(nianbao_view, size, 8);

SIZE(nianbao_span, 24);
PLACE(nianbao_span, start, 0);
PLACE(nianbao_span, end, 8);
PLACE(nianbao_span, line, 16);
PLACE(nianbao_span, column, 20);

SIZE(nianbao_figure, 72);
PLACE(nianbao_figure, path, 0);
PLACE(nianbao_figure, raw, 16);
PLACE(nianbao_figure, coefficient, 32);
PLACE(nianbao_figure, scale, 40);
PLACE(nianbao_figure, state, 44);
PLACE(nianbao_figure, span, 48);

SIZE(nianbao_diagnostic, 96);
PLACE(nianbao_diagnostic, code, 0);
PLACE(nianbao_diagnostic, severity, 4);
PLACE(nianbao_diagnostic, word, 8);
PLACE(nianbao_diagnostic, message, 24);
PLACE(nianbao_diagnostic, message_zh, 40);
PLACE(nianbao_diagnostic, path, 56);
PLACE(nianbao_diagnostic, span, 72);

SIZE(nianbao_date, 12);
PLACE(nianbao_date, year, 0);
PLACE(nianbao_date, month, 4);
PLACE(nianbao_date, day, 8);

SIZE(nianbao_input, 32);
PLACE(nianbao_input, data, 0);
PLACE(nianbao_input, size, 8);
PLACE(nianbao_input, source, 16);
PLACE(nianbao_input, source_size, 24);

SIZE(nianbao_word, 56);
PLACE(nianbao_word, text, 0);
PLACE(nianbao_word, x0, 16);
PLACE(nianbao_word, y0, 24);
PLACE(nianbao_word, x1, 32);
PLACE(nianbao_word, y1, 40);
PLACE(nianbao_word, page, 48);
PLACE(nianbao_word, reserved, 52);

SIZE(nianbao_options, 64);
PLACE(nianbao_options, struct_size, 0);
PLACE(nianbao_options, format, 8);
PLACE(nianbao_options, encoding, 12);
PLACE(nianbao_options, max_bytes, 16);
PLACE(nianbao_options, max_lines, 24);
PLACE(nianbao_options, max_cells, 32);
PLACE(nianbao_options, max_diagnostics, 40);
PLACE(nianbao_options, max_unpacked_bytes, 48);
PLACE(nianbao_options, max_unpacked_ratio, 56);

SIZE(nianbao_number, 16);
PLACE(nianbao_number, coefficient, 0);
PLACE(nianbao_number, scale, 8);
PLACE(nianbao_number, known, 12);

SIZE(nianbao_rule_info, 184);
PLACE(nianbao_rule_info, rule, 0);
PLACE(nianbao_rule_info, severity, 4);
PLACE(nianbao_rule_info, word, 8);
PLACE(nianbao_rule_info, title, 24);
PLACE(nianbao_rule_info, title_zh, 40);
PLACE(nianbao_rule_info, scope, 56);
PLACE(nianbao_rule_info, forms, 72);
PLACE(nianbao_rule_info, formula, 88);
PLACE(nianbao_rule_info, formula_zh, 104);
PLACE(nianbao_rule_info, source, 120);
PLACE(nianbao_rule_info, source_zh, 136);
PLACE(nianbao_rule_info, message, 152);
PLACE(nianbao_rule_info, message_zh, 168);

SIZE(nianbao_finding, 168);
PLACE(nianbao_finding, rule, 0);
PLACE(nianbao_finding, severity, 4);
PLACE(nianbao_finding, status, 8);
PLACE(nianbao_finding, reserved, 12);
PLACE(nianbao_finding, word, 16);
PLACE(nianbao_finding, subject, 32);
PLACE(nianbao_finding, message, 48);
PLACE(nianbao_finding, message_zh, 64);
PLACE(nianbao_finding, left, 80);
PLACE(nianbao_finding, right, 96);
PLACE(nianbao_finding, difference, 112);
PLACE(nianbao_finding, span, 128);
PLACE(nianbao_finding, fingerprint, 152);
PLACE(nianbao_finding, operand_count, 160);

SIZE(nianbao_operand, 88);
PLACE(nianbao_operand, path, 0);
PLACE(nianbao_operand, text, 16);
PLACE(nianbao_operand, value, 32);
PLACE(nianbao_operand, state, 48);
PLACE(nianbao_operand, side, 52);
PLACE(nianbao_operand, of_older, 56);
PLACE(nianbao_operand, reserved, 60);
PLACE(nianbao_operand, span, 64);

SIZE(nianbao_statement, 176);
PLACE(nianbao_statement, kind, 0);
PLACE(nianbao_statement, outcome, 16);
PLACE(nianbao_statement, channel, 32);
PLACE(nianbao_statement, value, 48);
PLACE(nianbao_statement, unit, 56);
PLACE(nianbao_statement, row, 72);
PLACE(nianbao_statement, path, 88);
PLACE(nianbao_statement, text, 104);
PLACE(nianbao_statement, start, 120);
PLACE(nianbao_statement, end, 128);
PLACE(nianbao_statement, span, 136);
PLACE(nianbao_statement, in_words, 160);
PLACE(nianbao_statement, is_part, 164);
PLACE(nianbao_statement, match_count, 168);
PLACE(nianbao_statement, match_less_count, 172);

SIZE(nianbao_suspect, 64);
PLACE(nianbao_suspect, kind, 0);
PLACE(nianbao_suspect, message, 16);
PLACE(nianbao_suspect, message_zh, 32);
PLACE(nianbao_suspect, rank, 48);
PLACE(nianbao_suspect, cell_count, 52);
PLACE(nianbao_suspect, finding_count, 56);
PLACE(nianbao_suspect, reserved, 60);

SIZE(nianbao_suspect_cell, 72);
PLACE(nianbao_suspect_cell, path, 0);
PLACE(nianbao_suspect_cell, span, 16);
PLACE(nianbao_suspect_cell, printed, 40);
PLACE(nianbao_suspect_cell, suggested, 56);

SIZE(nianbao_change, 80);
PLACE(nianbao_change, path, 0);
PLACE(nianbao_change, older, 16);
PLACE(nianbao_change, newer, 32);
PLACE(nianbao_change, difference, 48);
PLACE(nianbao_change, older_state, 64);
PLACE(nianbao_change, newer_state, 68);
PLACE(nianbao_change, differs, 72);
PLACE(nianbao_change, reserved, 76);

SIZE(nianbao_repetition, 56);
PLACE(nianbao_repetition, path, 0);
PLACE(nianbao_repetition, length, 16);
PLACE(nianbao_repetition, repeated, 24);
PLACE(nianbao_repetition, rate, 32);
PLACE(nianbao_repetition, rate_without_figures, 40);
PLACE(nianbao_repetition, passage_count, 48);

SIZE(nianbao_passage, 80);
PLACE(nianbao_passage, older_start, 0);
PLACE(nianbao_passage, older_end, 8);
PLACE(nianbao_passage, newer_start, 16);
PLACE(nianbao_passage, newer_end, 24);
PLACE(nianbao_passage, older_span, 32);
PLACE(nianbao_passage, newer_span, 56);

SIZE(nianbao_check_options, 24);
PLACE(nianbao_check_options, struct_size, 0);
PLACE(nianbao_check_options, rules, 8);
PLACE(nianbao_check_options, suspects, 16);
PLACE(nianbao_check_options, reserved, 20);

SIZE(nianbao_compare_options, 56);
PLACE(nianbao_compare_options, struct_size, 0);
PLACE(nianbao_compare_options, rules, 8);
PLACE(nianbao_compare_options, shortest_passage, 16);
PLACE(nianbao_compare_options, repetition_limit, 24);
PLACE(nianbao_compare_options, repetition_length, 32);
PLACE(nianbao_compare_options, jump_factor, 40);
PLACE(nianbao_compare_options, jump_difference, 48);

SIZE(nianbao_render_options, 88);
PLACE(nianbao_render_options, struct_size, 0);
PLACE(nianbao_render_options, language, 8);
PLACE(nianbao_render_options, flags, 12);
PLACE(nianbao_render_options, name, 16);
PLACE(nianbao_render_options, source, 32);
PLACE(nianbao_render_options, encoding, 48);
PLACE(nianbao_render_options, older_encoding, 52);
PLACE(nianbao_render_options, older_name, 56);
PLACE(nianbao_render_options, older_source, 72);

#endif

_Static_assert(NIANBAO_ABI_VERSION == 1, "a new number needs a new layout here");

/* Numbers that are stored and sent: they never change. */
_Static_assert(NIANBAO_OK == 0 && NIANBAO_ERROR_ARGUMENT == 1 && NIANBAO_ERROR_NOMEM == 2 &&
                   NIANBAO_ERROR_NOT_FOUND == 3 && NIANBAO_ERROR_JSON == 4 && NIANBAO_ERROR_INTERNAL == 5,
               "statuses");
_Static_assert(NIANBAO_CELL_ABSENT == 0 && NIANBAO_CELL_NUMBER == 1 && NIANBAO_CELL_BLANK == 2 &&
                   NIANBAO_CELL_NOT_APPLICABLE == 3 && NIANBAO_CELL_UNREADABLE == 4 &&
                   NIANBAO_CELL_INFERRED == 5,
               "states of cells");
_Static_assert(NIANBAO_FORMAT_AUTOMATIC == 0 && NIANBAO_FORMAT_PLAIN == 1 && NIANBAO_FORMAT_MARKDOWN == 2 &&
                   NIANBAO_FORMAT_DOCX == 4,
               "formats");
_Static_assert(NIANBAO_TEXT_EXTRACTED == 6, "texts");
_Static_assert(NIANBAO_SEVERITY_ERROR == 1 && NIANBAO_SEVERITY_WARNING == 2 && NIANBAO_SEVERITY_NOTE == 3,
               "severities");
_Static_assert(NIANBAO_RULE_STATUS_PASS == 0 && NIANBAO_RULE_STATUS_FAIL == 1 &&
                   NIANBAO_RULE_STATUS_UNCERTAIN == 2 && NIANBAO_RULE_STATUS_NOT_ASSESSABLE == 3,
               "statuses of rules");
_Static_assert(NIANBAO_RULE_BALANCE == 1 && NIANBAO_RULE_CARRY_OVER == 60, "rules");
_Static_assert(NIANBAO_SIDE_NONE == 0 && NIANBAO_SIDE_LEFT == 1 && NIANBAO_SIDE_RIGHT == 2, "sides");
_Static_assert(NIANBAO_RENDER_JSON == 0 && NIANBAO_RENDER_TEXT == 1 && NIANBAO_RENDER_SARIF == 2 &&
                   NIANBAO_RENDER_HTML == 3,
               "renderings");
_Static_assert(NIANBAO_TABLE_FIGURES == 0 && NIANBAO_TABLE_REPORTS == 1 && NIANBAO_TABLE_DIAGNOSTICS == 2 &&
                   NIANBAO_TABLE_STATEMENTS == 3,
               "tables");
_Static_assert(NIANBAO_LANGUAGE_ENGLISH == 0 && NIANBAO_LANGUAGE_CHINESE == 1, "languages");
