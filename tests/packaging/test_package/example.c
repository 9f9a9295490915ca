/* SPDX-License-Identifier: Apache-2.0 */
#include <nianbao/nianbao.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  const char* text =
      "示例县水利局2024年政府信息公开工作年度报告\n"
      "四、政府信息公开行政复议、行政诉讼情况\n"
      "行政复议\t行政诉讼\n"
      "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
      "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
      "1\t2\t3\t4\t10\t5\t6\t7\t8\t26\t9\t10\t11\t12\t42\n";
  nianbao_report* report = NULL;
  nianbao_figure figure;
  nianbao_status status = nianbao_parse(text, strlen(text), NULL, &report);
  if (status == NIANBAO_OK)
    status = nianbao_report_figure_by_path(report, "review_and_litigation.litigation_direct.total", &figure);
  if (status != NIANBAO_OK || figure.state != NIANBAO_CELL_NUMBER || figure.coefficient != 26) {
    fprintf(stderr, "the figure was not read: %s\n", nianbao_status_message(status));
    return 1;
  }
  printf("nianbao %s from C: %ld\n", nianbao_version(), (long)figure.coefficient);
  nianbao_report_free(report);
  return 0;
}
