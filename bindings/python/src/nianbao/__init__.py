# SPDX-License-Identifier: Apache-2.0
"""Reads 政府信息公开工作年度报告 into figures that are right or said to be doubtful::

    import nianbao

    report = nianbao.parse("report.md")
    print(report.title, report.applications.newly_received.total.value)
    for diagnostic in report.diagnostics:
        print(diagnostic.message_zh)
    for finding in nianbao.check(report).failures:
        print(finding.message_zh)
"""

from ._cell import Cell, CellState, Span
from ._check import (
    CheckResult,
    Finding,
    Language,
    Operand,
    Rule,
    Rules,
    RuleStatus,
    Statement,
    Suspect,
    SuspectCell,
    check,
    rules,
)
from ._compare import CellChange, Comparison, CopiedPassage, Repetition, compare
from ._form import (
    ApplicantCounts,
    Applications,
    DecisionCount,
    DecisionCounts2019,
    DiagnosticCode,
    DocumentCounts,
    DocumentCounts2019,
    FeeAmount,
    FeeItems2019,
    NotDisclosed,
    NotProcessed,
    OtherResults,
    OutcomeCounts,
    OverviewPartKey,
    ProactiveDisclosure,
    ProactiveDisclosure2019,
    Procurement2019,
    Results,
    ReviewAndLitigation,
    RuleWord,
    UnableToProvide,
)
from ._native import NianbaoError, version
from ._table import Table, TableName, TableSource, table, to_pandas, to_polars
from .report import (
    AnnualReport,
    Diagnostic,
    Encoding,
    Figure,
    Format,
    Metadata,
    Overview,
    OverviewPart,
    Period,
    Prose,
    Severity,
    Source,
    Word,
    from_json,
    parse,
    parse_words,
)

__version__ = version()

__all__ = [
    "AnnualReport",
    "ApplicantCounts",
    "Applications",
    "Cell",
    "CellChange",
    "CellState",
    "CheckResult",
    "Comparison",
    "CopiedPassage",
    "DecisionCount",
    "DecisionCounts2019",
    "Diagnostic",
    "DiagnosticCode",
    "DocumentCounts",
    "DocumentCounts2019",
    "Encoding",
    "FeeAmount",
    "FeeItems2019",
    "Figure",
    "Finding",
    "Format",
    "Language",
    "Metadata",
    "NianbaoError",
    "NotDisclosed",
    "NotProcessed",
    "Operand",
    "OtherResults",
    "OutcomeCounts",
    "Overview",
    "OverviewPart",
    "OverviewPartKey",
    "Period",
    "ProactiveDisclosure",
    "ProactiveDisclosure2019",
    "Procurement2019",
    "Prose",
    "Repetition",
    "Results",
    "ReviewAndLitigation",
    "Rule",
    "RuleStatus",
    "RuleWord",
    "Rules",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "Suspect",
    "SuspectCell",
    "Table",
    "TableName",
    "TableSource",
    "UnableToProvide",
    "Word",
    "__version__",
    "check",
    "compare",
    "from_json",
    "parse",
    "parse_words",
    "rules",
    "table",
    "to_pandas",
    "to_polars",
]
