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
    UnableToProvide,
)
from ._native import NianbaoError, version
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
    "CellState",
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
    "Format",
    "Metadata",
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
    "ProactiveDisclosure2019",
    "Procurement2019",
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
