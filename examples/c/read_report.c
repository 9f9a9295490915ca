/* SPDX-License-Identifier: Apache-2.0 */
/* Reads one report and prints what it is, two figures with their places, and every doubt. */
#include <stdio.h>
#include <stdlib.h>

#include "nianbao/nianbao.h"

static void print_figure(const nianbao_report* report, const char* name, const char* path) {
  nianbao_figure figure;
  if (nianbao_report_figure_by_path(report, path, &figure) != NIANBAO_OK) return;
  if (figure.state == NIANBAO_CELL_NUMBER)
    printf("%s: %.*s (line %lu, bytes %lu-%lu)\n", name, (int)figure.raw.size, figure.raw.data,
           (unsigned long)figure.span.line, (unsigned long)figure.span.start, (unsigned long)figure.span.end);
  else
    printf("%s: %s\n", name, figure.state == NIANBAO_CELL_ABSENT ? "absent" : "no number");
}

static void print_diagnostics(const nianbao_report* report) {
  nianbao_diagnostic diagnostic;
  size_t i;
  for (i = 0; nianbao_report_diagnostic(report, i, &diagnostic) == NIANBAO_OK; ++i)
    printf("line %lu: %.*s\n", (unsigned long)diagnostic.span.line, (int)diagnostic.message.size,
           diagnostic.message.data);
}

int main(int argc, char** argv) {
  static char bytes[1 << 20];
  nianbao_report* report = NULL;
  nianbao_status status;
  nianbao_view title;
  size_t size;
  FILE* file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) {
    fprintf(stderr, "usage: read_report FILE\n");
    return 2;
  }
  size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);

  status = nianbao_parse(bytes, size, NULL, &report);
  if (status != NIANBAO_OK) {
    fprintf(stderr, "%s\n", nianbao_status_message(status));
    return 3;
  }
  if (nianbao_report_text(report, NIANBAO_TEXT_TITLE, &title) == NIANBAO_OK)
    printf("%.*s (%ld)\n", (int)title.size, title.data, (long)nianbao_report_year(report));
  print_figure(report, "newly received, natural persons", "applications.newly_received.natural_person");
  print_figure(report, "newly received, total", "applications.newly_received.total");
  print_diagnostics(report);
  nianbao_report_free(report);
  return 0;
}
