# SPDX-License-Identifier: Apache-2.0
"""What it takes to have the figures of 10,000 reports in a data frame, against reading the reports alone.

    python tests/bench/table.py [ROUNDS]

Processor time, the least of the rounds, which shared machines disturb least, and the median of their ratios; needs
pandas, pyarrow and polars.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import nianbao
from nianbao import _native

REPORTS = 10_000
FOLDER = Path(__file__).resolve().parents[2] / "examples" / "reports"

Sources = list[tuple[str, bytes]]


def samples(*suffixes: str) -> Sources:
    """That many reports: the samples of these formats in turn, each under a name of its own."""
    files = sorted(path for path in FOLDER.iterdir() if path.suffix in suffixes and path.name != "README.md")
    contents = [path.read_bytes() for path in files]
    return [(f"archive/{i:05}", contents[i % len(contents)]) for i in range(REPORTS)]


def read_alone(sources: Sources) -> None:
    """The floor: nianbao_parse and nianbao_report_free of each."""
    parse, free = _native.lib.nianbao_parse, _native.lib.nianbao_report_free
    options = ctypes.byref(_native.options_of(0, 0, None))
    report = ctypes.POINTER(_native.Report)()
    for _, data in sources:
        parse(data, len(data), options, ctypes.byref(report))
        free(report)


def seconds(work: Callable[[], Any]) -> float:
    """Processor time of this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def measure(name: str, sources: Sources, rounds: int) -> None:
    """Prints the floor and the ratios to it."""
    works: dict[str, Callable[[], Any]] = {
        "parse": lambda: read_alone(sources),
        "reports": lambda: nianbao.table(sources, "reports", jobs=1).to_arrow(),
        "figures, pyarrow": lambda: nianbao.table(sources, jobs=1).to_arrow(),
        "figures, polars": lambda: nianbao.to_polars(sources, jobs=1),
        "figures, pandas": lambda: nianbao.to_pandas(sources, jobs=1),
    }
    # In turn, so that what else the machine does meets all of them alike.
    taken: dict[str, list[float]] = {work: [] for work in works}
    for _ in range(rounds):
        for work, function in works.items():
            taken[work].append(seconds(function))
    floors = taken.pop("parse")
    print(f"{name}: parse {min(floors):.2f} s; least and median of {rounds} by its own")
    for work, times in taken.items():
        ratios = (time / floor for time, floor in zip(times, floors))
        print(f"  {work}: {min(times) / min(floors):.2f} {median(ratios):.2f}")


def main() -> None:
    """Texts alone, which are read fastest, and all formats."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    measure("text", samples(".txt", ".md"), rounds)
    measure("text, HTML, DOCX", samples(".txt", ".md", ".html", ".docx"), rounds)


if __name__ == "__main__":
    main()
