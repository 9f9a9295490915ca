# SPDX-License-Identifier: Apache-2.0
"""Reads 政府信息公开工作年度报告 into figures that are right or said to be doubtful::

    import nianbao

    report = nianbao.parse("report.md")
    print(report.title, report.applications.newly_received.total.value)
    for diagnostic in report.diagnostics:
        print(diagnostic.message_zh)
"""

from ._cell import Cell, CellState, Span
from ._form import (
    ApplicantCounts,
    Applications,
    DecisionCount,
    DiagnosticCode,
    DocumentCounts,
    FeeAmount,
    NotDisclosed,
    NotProcessed,
    OtherResults,
    OutcomeCounts,
    OverviewPartKey,
    ProactiveDisclosure,
    Results,
    ReviewAndLitigation,
    UnableToProvide,
)
from ._native import NianbaoError, version
from .report import (
    AnnualReport,
    Diagnostic,
    Encoding,
    Figure,
    Format,
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
    "CellState",
    "DecisionCount",
    "Diagnostic",
    "DiagnosticCode",
    "DocumentCounts",
    "Encoding",
    "FeeAmount",
    "Figure",
    "Format",
    "NianbaoError",
    "NotDisclosed",
    "NotProcessed",
    "OtherResults",
    "OutcomeCounts",
    "Overview",
    "OverviewPart",
    "OverviewPartKey",
    "Period",
    "ProactiveDisclosure",
    "Prose",
    "Results",
    "ReviewAndLitigation",
    "Severity",
    "Source",
    "Span",
    "UnableToProvide",
    "Word",
    "__version__",
    "from_json",
    "parse",
    "parse_words",
]
