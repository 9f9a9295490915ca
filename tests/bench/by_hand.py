# SPDX-License-Identifier: Apache-2.0
"""What people write today to read these reports, against nianbao: how long it takes, and how much of it is right.

    python tests/bench/by_hand.py [SECONDS]

Needs nianbao, pandas and lxml. Each way is run for that many seconds in turn with the others, and the least
processor time counts, which shared machines disturb least.
"""

from __future__ import annotations

import ctypes
import io
import re
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nianbao
import pandas
from lxml import html
from nianbao import _native

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "reports"
Figures = dict[str, str]


def paths(section: str) -> list[str]:
    """Paths of the figures of a section of the form of 2021, in its order."""
    clean = nianbao.parse(FOLDER / "clean.txt")
    return [figure.path for figure in clean.figures if figure.path.startswith(section)]


FACTS, MATRIX, REVIEW = paths("proactive"), paths("applications"), paths("review")

# --- forty lines of regular expressions and tabs ------------------------------------------------------------

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FACT_ROWS = re.compile(r"^(规章|行政规范性文件|行政许可|行政处罚|行政强制|行政事业性收费)\t(.*)$")
ROW_LABELS = ["本年新收", "上年结转", "予以公开", "部分公开", "国家秘密", "法律行政法规禁止", "三安全一稳定"]
ROW_LABELS += ["保护第三方", "三类内部事务", "四类过程性", "行政执法案卷", "行政查询", "不掌握", "没有现成", "补正后"]
ROW_LABELS += ["信访举报", "重复申请", "公开出版物", "大量反复", "确认或重新出具", "逾期不补正", "未按收费", "3.其他"]
ROW_LABELS += ["总计", "结转下年度"]


def numbers(cells: list[str], count: int) -> list[str]:
    """The last cells of a row if they are numbers."""
    last = [cell.strip() for cell in cells][-count:]
    return last if len(last) == count and all(NUMBER.fullmatch(cell) for cell in last) else []


def named(facts: list[str], matrix: list[list[str]], review: list[str]) -> Figures:
    """Figures in the order of the form by their paths."""
    figures = dict(zip(FACTS, facts))
    for i, row in enumerate(matrix):
        figures.update(zip(MATRIX[7 * i : 7 * i + 7], row))
    figures.update(zip(REVIEW, review))
    return figures


def regex_and_tabs(text: str) -> Figures:
    """Reads a report of text whose cells tabs part."""
    facts: list[str] = []
    matrix: list[list[str]] = []
    review: list[str] = []
    section = 0
    for line in text.splitlines():
        heading = re.match(r"^[#\s]*([一二三四五六])、(总体|主动|收到|政府信息公开行政|存在|其他)", line)
        if heading:
            section = "一二三四五六".index(heading[1]) + 1
        elif section == 2:
            row = FACT_ROWS.match(line)
            if row:
                facts += [cell.strip() for cell in row[2].split("\t") if NUMBER.fullmatch(cell.strip())]
        elif section == 3 and len(matrix) < len(ROW_LABELS):
            if ROW_LABELS[len(matrix)] in line:
                matrix.append(numbers(line.split("\t"), 7))
        elif section == 4:
            review = review or numbers(line.split("\t"), 15)
    return named(facts, matrix, review)


# --- tables of HTML, cell by cell ---------------------------------------------------------------------------

FACT_CELLS = {"规章": 3, "行政规范性文件": 3, "行政许可": 1, "行政处罚": 1, "行政强制": 1, "行政事业性收费": 1}


def of_rows(rows: Iterable[list[str]]) -> Figures:
    """The figures of the rows of all tables."""
    facts: list[str] = []
    matrix: list[list[str]] = []
    review: list[str] = []
    for row in rows:
        if row and row[0] in FACT_CELLS and not matrix:
            facts += row[1 : 1 + FACT_CELLS[row[0]]]
        elif len(matrix) < len(ROW_LABELS):
            if ROW_LABELS[len(matrix)] in "".join(row) and numbers(row, 7):
                matrix.append(numbers(row, 7))
        else:
            review = review or numbers(row, 15)
    return named(facts, matrix, review)


def pandas_cells(page: str) -> Figures:
    """By pandas.read_html, which lays spans out."""
    tables = pandas.read_html(io.StringIO(page), flavor="lxml")
    return of_rows([str(cell) for cell in row] for table in tables for row in table.itertuples(index=False))


def lxml_cells(page: str) -> Figures:
    """By lxml alone."""
    rows = html.fromstring(page).iter("tr")
    return of_rows([" ".join(cell.text_content().split()) for cell in row if cell.tag in ("td", "th")] for row in rows)


# --- measuring ----------------------------------------------------------------------------------------------


def native(data: bytes) -> None:
    """nianbao_parse and nianbao_report_json, and nothing of Python round them."""
    report = ctypes.POINTER(_native.Report)()
    text = ctypes.POINTER(ctypes.c_char)()
    size = ctypes.c_size_t()
    _native.lib.nianbao_parse(data, len(data), OPTIONS, ctypes.byref(report))
    _native.lib.nianbao_report_json(report, 0, ctypes.byref(text), ctypes.byref(size))
    _native.lib.nianbao_string_free(text)
    _native.lib.nianbao_report_free(report)


OPTIONS = ctypes.byref(_native.options_of(0, 0, None))


def least_seconds(works: dict[str, Callable[[], object]], seconds: float) -> dict[str, float]:
    """The least processor time of one call of each, called some times in turn so that what disturbs one disturbs
    all, and none is measured by the caches of another alone."""
    best = dict.fromkeys(works, float("inf"))
    end = time.perf_counter() + seconds * len(works)
    while time.perf_counter() < end:
        for name, work in works.items():
            for _ in range(5):
                began = time.process_time()
                work()
                best[name] = min(best[name], time.process_time() - began)
    return best


def print_times(name: str, best: dict[str, float]) -> None:
    """Milliseconds, and how many times the native parse and JSON."""
    print(name)
    for work, time_of_one in best.items():
        print(f"  {work:32} {1e3 * time_of_one:8.3f} ms {time_of_one / best['native parse and JSON']:8.1f} x")


def two_threads(data: bytes, calls: int = 2000) -> float:
    """How many times as much two threads do as one, by the clock."""

    def some(_: int) -> None:
        for _ in range(calls):
            native(data)

    def seconds(threads: int) -> float:
        with ThreadPoolExecutor(threads) as pool:
            began = time.perf_counter()
            list(pool.map(some, range(threads)))
            return time.perf_counter() - began

    seconds(2)
    return max(2 * seconds(1) / seconds(2) for _ in range(5))


def print_right(name: str, read: Callable[[str], Figures], files: list[Path]) -> None:
    """How many figures that are printed a way of reading gets right, wrong, or not at all."""
    right = wrong = missing = 0
    for file in files:
        data = file.read_bytes()
        got = read(data.decode("utf-8", "replace"))
        for figure in nianbao.parse(data).figures:
            found = got.get(figure.path)
            if figure.cell.state is not nianbao.CellState.NUMBER:
                wrong += found is not None
            elif found is None:
                missing += 1
            elif found == str(figure.cell.value):
                right += 1
            else:
                wrong += 1
    print(f"{name} over {len(files)} sample(s): {right} figures right, {wrong} wrong, {missing} missing")


def main() -> None:
    """Text, a page, and how much is right."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    data = (FOLDER / "clean.txt").read_bytes()
    page = (FOLDER / "web-page.html").read_bytes()
    works: dict[str, Callable[[], object]] = {
        "native parse and JSON": lambda: native(data),
        "nianbao.parse": lambda: nianbao.parse(data),
        "nianbao.parse and all figures": lambda: nianbao.parse(data).figures,
        "forty lines of Python": lambda: regex_and_tabs(data.decode()),
    }
    print_times("clean.txt", least_seconds(works, seconds))
    works = {
        "native parse and JSON": lambda: native(page),
        "nianbao.parse": lambda: nianbao.parse(page),
        "nianbao.parse and all figures": lambda: nianbao.parse(page).figures,
        "lxml, cell by cell": lambda: lxml_cells(page.decode()),
        "pandas.read_html, cell by cell": lambda: pandas_cells(page.decode()),
    }
    print_times("web-page.html", least_seconds(works, seconds))
    print(f"two threads: {two_threads(data):.2f} times what one does")
    texts = sorted(file for file in FOLDER.iterdir() if file.suffix in (".txt", ".md"))
    print_right("forty lines of Python", regex_and_tabs, texts)
    print_right("lxml", lxml_cells, [FOLDER / "web-page.html"])
    print_right("pandas", pandas_cells, [FOLDER / "web-page.html"])


if __name__ == "__main__":
    main()
