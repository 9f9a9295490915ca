# SPDX-License-Identifier: Apache-2.0
"""Prints the main figures of a report and every doubt about it. 打印一份年报的主要数据和全部疑问。

    python read_report.py ../reports/truncated-columns.txt
"""

from __future__ import annotations

import sys
from pathlib import Path

import nianbao


def describe(cell: nianbao.Cell, unit: str) -> str:
    """The number with its unit, or why there is none: what is not printed is never 0."""
    return f"{cell.state.value} {cell.raw}".strip() if cell.value is None else f"{cell.value} {unit}"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    report = nianbao.parse(Path(sys.argv[1]))

    print("标题 title:        ", report.title)
    print("机关 agency:       ", report.agency)
    print("年度 year:         ", report.year)

    applications = report.applications
    print("新收 received:     ", describe(applications.newly_received.total, "件"))
    print("公开 disclosed:    ", describe(applications.results.disclosed.total, "件"))
    print("国家秘密 secrets:  ", describe(applications.results.not_disclosed.state_secret.total, "件"))
    print("复议 reconsidered: ", describe(report.review_and_litigation.reconsideration.total, "件"))
    if report.proactive_disclosure is not None:
        print("收费 fees:         ", describe(report.proactive_disclosure.administrative_fees.amount, "万元"))

    for diagnostic in report.diagnostics:
        line = f"line {diagnostic.span.line}" if diagnostic.span else "report"
        print(f"{diagnostic.severity.value}: {line}: {diagnostic.message_zh} {diagnostic.message}")
    return 0 if report.recognised else 1


if __name__ == "__main__":
    sys.exit(main())
