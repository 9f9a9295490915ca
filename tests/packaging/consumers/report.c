/* SPDX-License-Identifier: Apache-2.0 */
/* report_c FILE FIGURE EXPECTED: is the figure of that path in the report FILE printed as EXPECTED? */
#include <nianbao/nianbao.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char bytes[1 << 20];

int main(int argc, char** argv) {
  FILE* file = argc == 4 ? fopen(argv[1], "rb") : NULL;
  nianbao_report* report = NULL;
  nianbao_figure figure;
  nianbao_status status;
  size_t size;
  char digits[32] = "";
  int32_t scale = 0;
  const char* point;

  if (file == NULL) {
    fprintf(stderr, "usage: report_c FILE FIGURE EXPECTED\n");
    return 2;
  }
  size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);

  /* "160.5964" is 1605964 with scale 4. */
  strncpy(digits, argv[3], sizeof digits - 1);
  point = strchr(argv[3], '.');
  if (point != NULL) {
    scale = (int32_t)strlen(point + 1);
    memmove(strchr(digits, '.'), strchr(digits, '.') + 1, strlen(strchr(digits, '.')));
  }

  status = nianbao_parse(bytes, size, NULL, &report);
  if (status == NIANBAO_OK) status = nianbao_report_figure_by_path(report, argv[2], &figure);
  if (status != NIANBAO_OK) {
    fprintf(stderr, "%s: %s\n", argv[2], nianbao_status_message(status));
    return 1;
  }
  if (nianbao_abi_version() != NIANBAO_ABI_VERSION || figure.state != NIANBAO_CELL_NUMBER ||
      figure.scale != scale || figure.coefficient != strtol(digits, NULL, 10)) {
    fprintf(stderr, "%s: expected %s, read \"%.*s\"\n", argv[2], argv[3], (int)figure.raw.size,
            figure.raw.data);
    return 1;
  }
  printf("%s %s = %s\n", nianbao_version(), argv[2], argv[3]);
  nianbao_report_free(report);
  return 0;
}
