/* SPDX-License-Identifier: Apache-2.0 */
/* The layout of every public struct on 64-bit machines. Programs are built against it: a line that has
 * to change here is a new NIANBAO_ABI_VERSION and a new SOVERSION. nianbao_options alone may grow, at its
 * end. */
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
