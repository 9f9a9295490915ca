# SPDX-License-Identifier: Apache-2.0
"""The package's types: strict for the package itself, and useful to those who use it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

GOOD = """
import datetime
from decimal import Decimal
from pathlib import Path
from typing import Optional, Union
import nianbao
from nianbao import AnnualReport, ApplicantCounts, Cell, CellState, Diagnostic, Span

report: AnnualReport = nianbao.parse(Path("x"), format="plain", encoding="gb18030", max_bytes=10)
nianbao.parse(b""); nianbao.parse(bytearray()); nianbao.parse(memoryview(b"")); nianbao.parse("x")
title: Optional[str] = report.title
year: Optional[int] = report.year
if report.period is not None:
    start: datetime.date = report.period.start
cell: Cell = report.applications.results.not_disclosed.state_secret.natural_person
value: Union[int, Decimal, None] = cell.value
state: CellState = cell.state
span: Optional[Span] = cell.span
subtotal: Optional[ApplicantCounts] = report.applications.results.other.subtotal
if report.proactive_disclosure is not None:
    amount: Cell = report.proactive_disclosure.administrative_fees.amount
if report.proactive_disclosure_2019 is not None:
    change: Cell = report.proactive_disclosure_2019.administrative_fees.change
diagnostic: Diagnostic = report.diagnostics[0]
if diagnostic.code == "row.truncated":
    place: Optional[Span] = diagnostic.span
for path, figure in report.figures:
    text: str = path + figure.raw
same: AnnualReport = nianbao.from_json(report.to_json(figures=True))
"""

BAD = [
    ("report.applications.results.nothing", "attr-defined"),
    ("report.proactive_disclosure.regulations", "union-attr"),
    ("report.proactive_disclosure_2019.regulations", "union-attr"),
    ("report.applications.results.other.subtotal.total", "union-attr"),
    ("report.applications.newly_received.total.value + 1", "operator"),
    ("nianbao.parse(b'', format='pdf')", "arg-type"),
    ("nianbao.parse(7)", "arg-type"),
    ("report.diagnostics[0].code == 'row.cut'", "comparison-overlap"),
    ("report.title.strip()", "union-attr"),
]


def run_mypy(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--strict", f"--cache-dir={os.devnull}", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_the_package_is_strict(tmp_path: Path) -> None:
    done = run_mypy("-p", "nianbao", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_a_program_is_strict(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(GOOD, encoding="utf-8")
    done = run_mypy("program.py", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_example_is_strict(tmp_path: Path) -> None:
    done = run_mypy(str(ROOT / "examples" / "python" / "read_report.py"), cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_mistakes_are_found(tmp_path: Path) -> None:
    lines = ["import nianbao", "report = nianbao.parse(b'')", *(line for line, _ in BAD)]
    (tmp_path / "program.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = run_mypy("program.py", cwd=tmp_path).stdout.splitlines()
    for number, (line, kind) in enumerate(BAD, start=3):
        expected = [text for text in found if text.startswith(f"program.py:{number}:") and f"[{kind}]" in text]
        assert expected, (line, kind, found)


@pytest.mark.parametrize("name", ["__init__", "_cell", "_form", "_native", "report"])
def test_python_3_9_reads_the_sources(name: str) -> None:
    import ast

    import nianbao

    source = (Path(nianbao.__file__).parent / f"{name}.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 9))
    futures = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert futures or name == "__init__"
