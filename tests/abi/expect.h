/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the C interface share. */
#ifndef NIANBAO_TESTS_EXPECT_H
#define NIANBAO_TESTS_EXPECT_H

#include <nianbao/nianbao.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

static void expect(int holds, const char* what, int line) {
  if (holds) return;
  fprintf(stderr, "line %d: %s\n", line, what);
  ++failures;
}

#define CHECK(condition) expect((condition) != 0, #condition, __LINE__)

static int view_is(nianbao_view view, const char* text) {
  return view.data != NULL && view.size == strlen(text) && memcmp(view.data, text, view.size) == 0;
}

static int view_has(nianbao_view view, const char* text) {
  const size_t size = strlen(text);
  size_t at;
  for (at = 0; at + size <= view.size; ++at)
    if (memcmp(view.data + at, text, size) == 0) return 1;
  return 0;
}

typedef struct document {
  char* bytes;
  size_t size;
} document;

static document read_document(const char* path) {
  document out = {NULL, 0};
  FILE* file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    exit(2);
  }
  out.bytes = (char*)malloc(1 << 20);
  if (out.bytes == NULL) exit(2);
  out.size = fread(out.bytes, 1, 1 << 20, file);
  fclose(file);
  return out;
}

static nianbao_report* parsed(document from) {
  nianbao_report* report = NULL;
  CHECK(nianbao_parse(from.bytes, from.size, NULL, &report) == NIANBAO_OK);
  if (report == NULL) exit(1);
  return report;
}

#endif
