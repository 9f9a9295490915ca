/* SPDX-License-Identifier: Apache-2.0 */
/* Compiled as C89 to C17. Includes the header first, so that it must bring all that it needs, and twice. */
#include <nianbao/nianbao.h>

/* The address of every function: a declaration that some standard reads as K&R style would not fit. */
typedef struct nianbao_functions {
  const char* (*version)(void);
  int32_t (*abi_version)(void);
  nianbao_status (*parse)(const void*, size_t, const nianbao_options*, nianbao_report**);
  void (*report_free)(nianbao_report*);
} nianbao_functions;

extern const nianbao_functions nianbao_header_test;
const nianbao_functions nianbao_header_test = {nianbao_version, nianbao_abi_version, nianbao_parse,
                                               nianbao_report_free};
