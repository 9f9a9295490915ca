# SPDX-License-Identifier: Apache-2.0
"""What `nianbao export` writes, read by tools that know nothing of nianbao: csv, json and Frictionless."""

from __future__ import annotations

import csv
import json
import os
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import REPORTS, ROOT, SAMPLES
import nianbao

PROGRAM = Path(os.environ.get("NIANBAO_PROGRAM", ROOT / "build" / "developer" / "src" / "cli" / "nianbao"))
TABLES = ("figures", "reports", "diagnostics", "statements")

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="the program is not built")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every table in every format, of the samples and of files with faults."""
    folder = tmp_path_factory.mktemp("tables")
    for table in TABLES:
        for form in ("csv", "jsonl"):
            command = [PROGRAM, "export", REPORTS, ROOT / "tests" / "golden", "--table", table, "--format", form]
            done = subprocess.run([*command, "--output", folder / f"{table}.{form}"], capture_output=True, check=False)
            assert done.returncode in (0, 3), done.stderr.decode()
    return folder


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def lines_of(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in file]


def as_text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("table", TABLES)
def test_csv_and_lines_agree(tables: Path, table: str) -> None:
    rows = rows_of(tables / f"{table}.csv")
    lines = lines_of(tables / f"{table}.jsonl")
    assert rows
    assert rows == [{key: as_text(value) for key, value in line.items()} for line in lines]


def test_figures_are_those_of_the_package(tables: Path) -> None:
    rows = rows_of(tables / "figures.csv")
    for sample in SAMPLES:
        exported = [row for row in rows if row["source"] == str(sample)]
        figures = list(nianbao.parse(sample).figures)
        assert [row["path"] for row in exported] == [figure.path for figure in figures]
        assert [row["raw"] for row in exported] == [figure.cell.raw for figure in figures]


def test_keys_are_unique(tables: Path) -> None:
    keys = [(row["report_id"], row["path"]) for row in rows_of(tables / "figures.csv")]
    assert len(keys) == len(set(keys))


def test_data_package_is_valid(tables: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    package = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))
    assert len(package["resources"]) == 2 * len(TABLES)
    report = frictionless.validate(str(tables / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert {task.name for task in report.tasks} == {table + end for table in TABLES for end in ("", "-2")}


def test_data_package_finds_what_is_wrong(tables: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    package = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [one for one in package["resources"] if one["path"] == "figures.csv"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    text = (tables / "figures.csv").read_text(encoding="utf-8")
    (tmp_path / "figures.csv").write_text(text.replace(",number,", ",numbers,", 1), encoding="utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid
