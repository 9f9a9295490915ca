# SPDX-License-Identifier: Apache-2.0
"""Tables with blank cells as pdftotext -layout prints them, read and held against what was printed.

    python3 tests/samples/blank_cells.py PROGRAM [FIRST LAST [FOLDER]]

makes a PDF for each number from FIRST up to LAST (the same one each time), each with other figures,
page, widths and alignment, and reads its text by PROGRAM. No figure may be wrong or invented, and of
all at least half are read. What is in FOLDER stays there. Needs pdftotext; exits with 77 without it.
"""

from __future__ import annotations

import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from pdf import APPLICANT_LABELS, APPLICANTS, FIRST_RESULT, LAST_RESULT, ROWS

Figures = dict[str, str | None]  # None where the cell is blank


class Pdf:
    """A PDF of text at places, in a font that every reader has to measure for itself."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.pages: list[list[str]] = [[]]

    def text(self, x: float, y: float, size: float, text: str) -> None:
        hexadecimal = text.encode("utf-16-be").hex()
        self.pages[-1].append(f"BT /F {size} Tf {x:.2f} {self.height - y:.2f} Td <{hexadecimal}> Tj ET")

    def content(self) -> bytes:
        ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256)]
        unicode = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        for at in range(0, len(ranges), 100):
            part = ranges[at : at + 100]
            unicode += f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange\n"
        objects = [
            self._stream(unicode + "endcmap"),
            "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
            " /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /FontDescriptor 2 0 R /DW 1000 /W [32 126 500]"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [3 0 R]"
            " /ToUnicode 1 0 R >>",
        ]
        root = len(objects) + 2 * len(self.pages) + 1
        kids = []
        for page in self.pages:
            objects.append(self._stream("\n".join(page)))
            objects.append(
                f"<< /Type /Page /Parent {root} 0 R /MediaBox [0 0 {self.width} {self.height}]"
                f" /Resources << /Font << /F 4 0 R >> >> /Contents {len(objects)} 0 R >>"
            )
            kids.append(f"{len(objects)} 0 R")
        objects.append(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>")
        objects.append(f"<< /Type /Catalog /Pages {root} 0 R >>")
        return self._file(objects)

    @staticmethod
    def _stream(text: str) -> str:
        return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"

    @staticmethod
    def _file(objects: list[str]) -> bytes:
        out = b"%PDF-1.4\n"
        places = []
        for number, content in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n{content}\nendobj\n".encode()
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        end = f"trailer << /Size {len(objects) + 1} /Root {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
        return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def draw(dice: random.Random) -> Figures:
    """Figures whose sums hold; many are 0, and not all of these are printed."""
    largest = dice.choice([10, 100, 10000])
    share = dice.choice([0.2, 0.4, 0.6, 0.8])

    def leaf() -> int:
        if dice.random() < share:
            return 0
        return dice.randint(1, largest if dice.random() < 0.7 else 9)

    keys = [key for key, _, _ in ROWS]
    rows = {key: [leaf() for _ in APPLICANTS[:-1]] for key in keys}
    for i in range(len(APPLICANTS) - 1):
        done = sum(rows[key][i] for key in keys[FIRST_RESULT:LAST_RESULT])
        rows["results.total"][i] = done
        whole = done + rows["carried_over_out"][i]
        rows["carried_over_in"][i] = min(rows["carried_over_in"][i], whole)
        rows["newly_received"][i] = whole - rows["carried_over_in"][i]
    blank = dice.choice(["each 0", "no total", "some"])
    figures: Figures = {}
    for key in keys:
        for applicant, value in zip(APPLICANTS, [*rows[key], sum(rows[key])]):
            hidden = value == 0 and (blank != "no total" or applicant != "total")
            hidden = hidden and (blank != "some" or dice.random() < 0.5)
            figures[f"applications.{key}.{applicant}"] = None if hidden else str(value)
    return figures


class Printer:
    """The matrix as offices print it: labels in three columns, one of them written downward."""

    def __init__(self, dice: random.Random, figures: Figures) -> None:
        self.figures = figures
        width, height = (842, 595) if dice.random() < 0.25 else (595, 842)
        self.size = dice.choice([9, 10.5, 12])
        self.align = dice.choice("ccrl")
        self.margin = dice.choice([50, 70, 85])
        column = dice.choice([34, 38, 44])
        self.pdf = Pdf(width, height)
        self.y = float(self.margin)
        self.bottom = height - self.margin
        first = width - self.margin - 7 * column
        self.edges = [first + i * column for i in range(8)]
        self.inner = self.margin + self.size * 2.2
        self.innermost = self.inner + self.size * dice.choice([3.4, 5])
        self.downward: float | None = None  # where 三、本年度办理结果 begins on this page
        self.is_written = False

    def measure(self, text: str) -> float:
        return sum(self.size if c >= "ᄀ" or c in "“”" else self.size / 2 for c in text)

    def wrap(self, text: str, room: float) -> list[str]:
        lines = [""]
        for c in text:
            if self.measure(lines[-1] + c) > room - 4:
                lines.append("")
            lines[-1] += c
        return lines

    def height(self, text: str, room: float) -> float:
        return len(self.wrap(text, room)) * self.size * 1.25 + 6

    def cell(self, left: float, right: float, middle: float, text: str, align: str) -> None:
        lines = self.wrap(text, right - left)
        for i, line in enumerate(lines):
            width = self.measure(line)
            x = {"c": (left + right - width) / 2, "r": right - 3 - width, "l": left + 3}[align]
            self.pdf.text(x, middle + (i - (len(lines) - 1) / 2) * self.size * 1.25, self.size, line)

    def paragraph(self, text: str) -> None:
        self.pdf.text(self.margin, self.y, 12, text)
        self.y += 19

    def header(self) -> None:
        size, edges, top = self.size, self.edges, self.y
        height = max(self.height(label, edges[1] - edges[0]) for label in APPLICANT_LABELS)
        middle = top + size * 3.2 + height / 2
        self.cell(edges[0], edges[7], top + size * 0.7, "申请人情况", "c")
        self.cell(edges[1], edges[6], top + size * 2.3, "法人或其他组织", "c")
        for i, label in enumerate(APPLICANT_LABELS):
            spans = i in (0, 6)
            self.cell(edges[i], edges[i + 1], (top + size * 1.6 + middle) / 2 if spans else middle, label, "c")
        corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
        self.cell(self.margin, edges[0], (top + middle) / 2, corner, "c")
        self.y = top + size * 3.2 + height + 6

    def end_downward(self) -> None:
        if self.downward is None or self.is_written:
            return
        self.is_written = True
        for i, c in enumerate("三、本年度办理结果"):
            self.pdf.text(self.margin + 2, (self.downward + self.y) / 2 + (i - 4) * self.size * 1.2, self.size, c)

    def matrix(self) -> None:
        group, left, top = "", 0, 0.0
        for key, label, begins in ROWS:
            if begins:
                group, left, top = begins[0], begins[1], self.y
            x = self.innermost if left else self.inner if key.startswith("results") else self.margin
            height = self.height(label, self.edges[0] - x)
            if self.y + height > self.bottom:
                if left and top < self.y:
                    self.cell(self.inner, self.innermost, (top + self.y) / 2, group, "l")
                    group = ""
                self.end_downward()
                self.pdf.pages.append([])
                self.y = top = float(self.margin)
            if key == "results.disclosed":
                self.downward = self.y
            self.row(key, label, x, self.y + height / 2)
            self.y += height
            left = max(left - 1, 0)
            if left == 0 and group:
                self.cell(self.inner, self.innermost, (top + self.y) / 2, group, "l")
                group = ""
            if key == "results.total":
                self.end_downward()

    def row(self, key: str, label: str, x: float, middle: float) -> None:
        self.cell(x, self.edges[0], middle, label, "l")
        for i, applicant in enumerate(APPLICANTS):
            value = self.figures[f"applications.{key}.{applicant}"]
            if value is not None:
                self.cell(self.edges[i], self.edges[i + 1], middle, value, self.align)

    def report(self) -> bytes:
        for text in ("示例市水利局2024年政府信息公开工作年度报告", "一、总体情况", "（一）主动公开。全年发布信息846条。",
                     "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"):
            self.paragraph(text)
        self.header()
        self.matrix()
        self.y += 20
        for text in ("五、存在的主要问题及改进情况", "一是工程信息专业性强。", "六、其他需要报告的事项", "没有。"):
            self.paragraph(text)
        return self.pdf.content()


def check(program: str, number: int, folder: pathlib.Path) -> tuple[int, int, list[str]]:
    """How many figures were printed, how many read, and what is not as printed."""
    dice = random.Random(number)
    figures = draw(dice)
    pdf = folder / f"{number}.pdf"
    pdf.write_bytes(Printer(dice, figures).report())
    text = pdf.with_suffix(".txt")
    subprocess.run(["pdftotext", "-layout", pdf, text], check=True, stderr=subprocess.DEVNULL)
    done = subprocess.run([program, "parse", "--compact", "--figures", text], capture_output=True, check=False)
    found = {figure["path"]: figure for figure in json.loads(done.stdout)["figures"]}
    read, problems = 0, []
    for path, value in figures.items():
        figure = found.get(path, {"state": "absent"})
        is_number = figure["state"] == "number"
        read += is_number
        if (is_number and str(figure["value"]) != value) or (figure["state"] == "blank" and value is not None):
            problems.append(f"{number}: {path} is {figure['state']} {figure['value']}, printed is {value}")
    return sum(value is not None for value in figures.values()), read, problems


def main() -> int:
    if shutil.which("pdftotext") is None:
        return 77
    program = sys.argv[1]
    first, last = (int(sys.argv[2]), int(sys.argv[3])) if len(sys.argv) > 3 else (0, 60)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(sys.argv[4] if len(sys.argv) > 4 else temporary)
        results = [check(program, number, folder) for number in range(first, last)]
    printed, read = (sum(result[i] for result in results) for i in (0, 1))
    problems = [problem for result in results for problem in result[2]]
    print(f"{read} of {printed} figures were read", *problems, sep="\n")
    return 1 if problems or read * 2 < printed else 0


if __name__ == "__main__":
    sys.exit(main())
