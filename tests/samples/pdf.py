# SPDX-License-Identifier: Apache-2.0
"""Prints sample reports as PDF with LibreOffice, and what poppler makes of them.

    python3 tests/samples/pdf.py FOLDER [NAME…]

writes for each variant NAME.pdf, NAME.layout.txt (pdftotext -layout), NAME.words.html (pdftotext
-bbox-layout) and NAME.truth into FOLDER. Needs soffice (libreoffice-writer-nogui), poppler-utils and
the fonts that the variants name. Reports are invented; every figure of one is another number, and
the form's sums hold.
"""

from __future__ import annotations

import pathlib
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

APPLICANTS = ("natural_person", "commercial_enterprise", "research_institution", "public_interest_organization",
              "legal_service_organization", "other", "total")
APPLICANT_LABELS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")

# Key, label, and the group that the row begins: its label and how many rows it has.
ROWS = (
    ("newly_received", "一、本年新收政府信息公开申请数量", None),
    ("carried_over_in", "二、上年结转政府信息公开申请数量", None),
    ("results.disclosed", "（一）予以公开", None),
    ("results.partially_disclosed", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", None),
    ("results.not_disclosed.state_secret", "1.属于国家秘密", ("（三）不予公开", 8)),
    ("results.not_disclosed.prohibited_by_law", "2.其他法律行政法规禁止公开", None),
    ("results.not_disclosed.security_and_stability", "3.危及“三安全一稳定”", None),
    ("results.not_disclosed.third_party_rights", "4.保护第三方合法权益", None),
    ("results.not_disclosed.internal_affairs", "5.属于三类内部事务信息", None),
    ("results.not_disclosed.process_information", "6.属于四类过程性信息", None),
    ("results.not_disclosed.enforcement_case_file", "7.属于行政执法案卷", None),
    ("results.not_disclosed.administrative_inquiry", "8.属于行政查询事项", None),
    ("results.unable_to_provide.not_held", "1.本机关不掌握相关政府信息", ("（四）无法提供", 3)),
    ("results.unable_to_provide.requires_creation", "2.没有现成信息需要另行制作", None),
    ("results.unable_to_provide.unclear_after_correction", "3.补正后申请内容仍不明确", None),
    ("results.not_processed.petition_or_complaint", "1.信访举报投诉类申请", ("（五）不予处理", 5)),
    ("results.not_processed.duplicate", "2.重复申请", None),
    ("results.not_processed.published_material", "3.要求提供公开出版物", None),
    ("results.not_processed.unreasonably_frequent", "4.无正当理由大量反复申请", None),
    ("results.not_processed.confirmation_or_reissue", "5.要求行政机关确认或重新出具已获取信息", None),
    ("results.other.correction_overdue", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
     ("（六）其他处理", 3)),
    ("results.other.fee_overdue", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", None),
    ("results.other.other", "3.其他", None),
    ("results.total", "（七）总计", None),
    ("carried_over_out", "四、结转下年度继续办理", None),
)
FIRST_RESULT, LAST_RESULT = 2, 23

# Caption, columns, rows with the keys of their figures.
FACTS = (
    ("第二十条第（一）项", ("本年制发件数", "本年废止件数", "现行有效件数"),
     (("规章", "regulations", ("issued", "repealed", "in_force")),
      ("行政规范性文件", "normative_documents", ("issued", "repealed", "in_force")))),
    ("第二十条第（五）项", ("本年处理决定数量",), (("行政许可", "administrative_licensing", ("decisions",)),)),
    ("第二十条第（六）项", ("本年处理决定数量",),
     (("行政处罚", "administrative_penalties", ("decisions",)),
      ("行政强制", "administrative_coercion", ("decisions",)))),
    ("第二十条第（八）项", ("本年收费金额（单位：万元）",),
     (("行政事业性收费", "administrative_fees", ("amount",)),)),
)
OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
OUTCOME_LABELS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
BLOCKS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")

PROSE = {
    "preamble": ("根据《中华人民共和国政府信息公开条例》规定，现公布示例市水利局2024年度政府信息公开工作情况。本报告所列数据的统计"
                 "期限自2024年1月1日起至2024年12月31日止。",),
    "overview": (
        "2024年，示例市水利局围绕河湖治理与供水保障，把公开工作放进每一个项目的流程，全年 12 个重点工程的进度都按月上网，"
        "方便沿线村镇随时查看，也便于各方监督。",
        "（一）主动公开。全年发布各类信息 1 846 条，其中水情通报 365 条，工程公示 57 条，政策解读 18 篇。",
        "（二）依申请公开。设立专人专窗，答复前逐件合议，平均用时比上年缩短 3 天。",
        "（三）政府信息管理。档案数字化率达到 92.5%，旧档目录全部可以检索。",
        "（四）政府信息公开平台建设。网站栏目合并为六个，新增按河名检索。",
        "（五）监督保障。组织培训 4 期，218 人次参加；没有责任追究的情形。"),
    "problems": ("一是工程信息专业性强，群众看得到却不易看懂；二是个别站所报送不及时。下一年将为每个项目配一页图解，并按月通报报送情况。",),
    "other_matters": ("本年度没有收取信息处理费，没有其他需要报告的事项。",),
}


@dataclass(frozen=True)
class Variant:
    """How a report is printed. Lengths are in cm, sizes in points."""

    page: tuple[float, float] = (21.0, 29.7)
    margin: float = 2.5
    font: str = "Noto Serif CJK SC"
    size: float = 10.5
    table_size: float = 9.0
    borders: bool = True
    padding: float = 0.05
    labels: tuple[float, float, float] = (1.0, 1.8, 4.2)  # of the matrix's label columns
    align: str = "center"  # of figures
    label_align: str = "left"
    vertical: str = "middle"
    footer: str = "- {page} -"
    header: str = ""
    repeat_header: bool = False
    review_vertical: bool = False  # the last table's header downward
    big: bool = False  # figures of up to six digits
    sparse: bool = False  # most figures are 0: not a golden case, but what most offices print
    blank: float = 0.0  # share of cells that are left blank
    blank_columns: tuple[int, ...] = ()
    seed: int = 1
    leading_rows: int = 0  # lines of prose more, so that tables break elsewhere
    facts_as_one: bool = True
    line_height: str = "100%"
    brief: bool = False  # little prose: fewer characters of the font in the file


VARIANTS: dict[str, Variant] = {
    "a4": Variant(),
    "a4-borderless-right": Variant(borders=False, align="end", seed=2),
    "a3-landscape": Variant(page=(42.0, 29.7), labels=(2.0, 4.0, 11.0), size=14, table_size=12, seed=3),
    "letter-narrow-labels": Variant(page=(21.59, 27.94), labels=(0.8, 1.3, 2.2), font="WenQuanYi Zen Hei", seed=4),
    "large-type-breaks": Variant(size=16, table_size=12, labels=(1.1, 2.0, 3.4), repeat_header=True, seed=5),
    "header-down": Variant(review_vertical=True, header="示例市水利局政府信息公开工作年度报告", seed=6),
    "printed": Variant(brief=True, font="WenQuanYi Zen Hei", seed=8),
    "printed-landscape": Variant(brief=True, font="WenQuanYi Zen Hei", page=(29.7, 21.0), labels=(1.2, 3.0, 6.0), borders=False,
                               blank=0.2, seed=9),
    "blanks": Variant(blank=0.3, seed=7),
}


# --- figures ---------------------------------------------------------------------------------------


def figures(variant: Variant) -> dict[str, str | None]:
    """Path to what is printed; None for a blank cell. All numbers differ unless `sparse`."""
    for attempt in range(10_000):
        found = _draw(random.Random(variant.seed * 10_007 + attempt), variant)
        values = [value for value in found.values()]
        if variant.sparse or len(set(values)) == len(values):
            break
    else:
        raise RuntimeError("no figures that all differ")
    dice = random.Random(variant.seed)
    out: dict[str, str | None] = dict(found)
    for path in out:
        parts = path.split(".")
        column = APPLICANTS.index(parts[-1]) if parts[0] == "applications" else -1
        if parts[0] != "proactive_disclosure" and dice.random() < variant.blank or column in variant.blank_columns:
            out[path] = None
    return out


def _draw(dice: random.Random, variant: Variant) -> dict[str, str]:
    taken: set[int] = set()

    def leaf() -> int:
        if variant.sparse:
            return dice.choice((0, 0, 0, 0, 0, 0, 1, 2, 3, dice.randint(1, 300)))
        while True:
            value = dice.randint(1, 10 ** dice.choice((2, 3, 4, 5) if variant.big else (2, 3, 4)) - 1)
            if value not in taken:
                taken.add(value)
                return value

    found: dict[str, str] = {}
    for _, _, rows in FACTS:
        for _, key, columns in rows:
            for column in columns:
                money = column == "amount"
                found[f"proactive_disclosure.{key}.{column}"] = f"{leaf()}.{dice.randint(1000, 9999)}" if money else str(leaf())
    matrix = [[leaf() for _ in range(6)] for _ in ROWS]
    matrix[LAST_RESULT] = [sum(matrix[r][c] for r in range(FIRST_RESULT, LAST_RESULT)) for c in range(6)]
    matrix[1] = [min(matrix[1][c], matrix[LAST_RESULT][c] + matrix[-1][c]) for c in range(6)]
    matrix[0] = [matrix[LAST_RESULT][c] + matrix[-1][c] - matrix[1][c] for c in range(6)]
    for (key, _, _), row in zip(ROWS, matrix):
        for applicant, value in zip(APPLICANTS, [*row, sum(row)]):
            found[f"applications.{key}.{applicant}"] = str(value)
    for block in BLOCKS:
        row = [leaf() for _ in range(4)]
        for outcome, value in zip(OUTCOMES, [*row, sum(row)]):
            found[f"review_and_litigation.{block}.{outcome}"] = str(value)
    return found


# --- the document, as flat OpenDocument text -------------------------------------------------------


class Writer:
    """Builds one document."""

    def __init__(self, variant: Variant, printed: dict[str, str | None]) -> None:
        self.v = variant
        self.printed = printed
        self.body: list[str] = []
        self.styles: list[str] = []
        self.width = variant.page[0] - 2 * variant.margin

    def paragraph(self, text: str, style: str = "Body") -> None:
        self.body.append(f'<text:p text:style-name="{style}">{escape(text)}</text:p>')

    def cell(self, text: str | None, columns: int = 1, rows: int = 1, style: str = "Figure") -> str:
        spans = ""
        if columns > 1:
            spans += f' table:number-columns-spanned="{columns}"'
        if rows > 1:
            spans += f' table:number-rows-spanned="{rows}"'
        lines = (text or "").split("\n")
        inner = "".join(f'<text:p text:style-name="{style}">{escape(line)}</text:p>' for line in lines)
        covered = "<table:covered-table-cell/>" * (columns - 1)
        return f'<table:table-cell table:style-name="Cell"{spans}>{inner}</table:table-cell>{covered}'

    def table(self, name: str, widths: list[float], rows: list[str], header_rows: int) -> None:
        for i, width in enumerate(widths):
            self.styles.append(
                f'<style:style style:name="{name}.{i}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width:.3f}cm"/></style:style>')
        self.styles.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{sum(widths):.3f}cm" table:align="center"/></style:style>')
        columns = "".join(f'<table:table-column table:style-name="{name}.{i}"/>' for i in range(len(widths)))
        head = "".join(rows[:header_rows])
        if header_rows and self.v.repeat_header:
            head = f"<table:table-header-rows>{head}</table:table-header-rows>"
        self.body.append(f'<table:table table:name="{name}" table:style-name="{name}">{columns}{head}'
                         f'{"".join(rows[header_rows:])}</table:table>')

    @staticmethod
    def row(*cells: str) -> str:
        return f'<table:table-row table:style-name="Row">{"".join(cells)}</table:table-row>'

    def facts(self) -> None:
        rows: list[str] = []
        for number, (caption, columns, lines) in enumerate(FACTS):
            rows.append(self.row(self.cell(caption, 4)))
            span = 3 // len(columns)
            rows.append(self.row(self.cell("信息内容"), *(self.cell(label, span) for label in columns)))
            for label, key, keys in lines:
                rows.append(self.row(
                    self.cell(label, style="Label"),
                    *(self.cell(self.printed[f"proactive_disclosure.{key}.{k}"], span) for k in keys)))
            if not self.v.facts_as_one:
                self.table(f"Facts{number}", [self.width / 4] * 4, rows, 0)
                self.paragraph("")
                rows = []
        if rows:
            self.table("Facts", [self.width / 4] * 4, rows, 0)

    def matrix(self) -> None:
        labels = list(self.v.labels)
        figure = (self.width - sum(labels)) / 7
        covered = "<table:covered-table-cell/>"
        corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
        rows = [
            self.row(self.cell(corner, 3, 3, "Label"), self.cell("申请人情况", 7)),
            self.row(covered * 3, self.cell("自然人", 1, 2), self.cell("法人或其他组织", 5), self.cell("总计", 1, 2)),
            self.row(covered * 4, *(self.cell(label) for label in APPLICANT_LABELS[1:6]), covered),
        ]
        for number, (key, label, group) in enumerate(ROWS):
            cells: list[str] = []
            inner = number >= FIRST_RESULT and label[0].isdigit()
            if number == FIRST_RESULT:
                down = "\n".join("三、本年度办理结果") if labels[0] < 1.5 else "三、本年度办理结果"
                cells.append(self.cell(down, 1, LAST_RESULT - FIRST_RESULT + 1))
            elif FIRST_RESULT < number <= LAST_RESULT:
                cells.append(covered)
            if group is not None:
                cells.append(self.cell(group[0], 1, group[1], "Label"))
            elif inner:
                cells.append(covered)
            span = 1 if inner else 2 if FIRST_RESULT <= number <= LAST_RESULT else 3
            cells.append(self.cell(label, span, style="Label"))
            cells += [self.cell(self.printed[f"applications.{key}.{a}"]) for a in APPLICANTS]
            rows.append(self.row(*cells))
        self.table("Matrix", [*labels, *([figure] * 7)], rows, 3)

    def review(self) -> None:
        covered = "<table:covered-table-cell/>"
        outcomes = ["\n".join(label) if self.v.review_vertical else label for label in OUTCOME_LABELS]
        rows = [
            self.row(self.cell("行政复议", 5), self.cell("行政诉讼", 10)),
            self.row(*(self.cell(label, 1, 2) for label in outcomes), self.cell("未经复议直接起诉", 5),
                     self.cell("复议后起诉", 5)),
            self.row(covered * 5, *(self.cell(label) for label in outcomes * 2)),
            self.row(*(self.cell(self.printed[f"review_and_litigation.{block}.{outcome}"])
                       for block in BLOCKS for outcome in OUTCOMES)),
        ]
        self.table("Review", [self.width / 15] * 15, rows, 3)

    def report(self) -> None:
        self.paragraph("示例市水利局2024年政府信息公开工作年度报告", "Title")
        for text in PROSE["preamble"]:
            self.paragraph(text)
        self.paragraph("一、总体情况", "Heading")
        overview = ("本年度没有其他情况。",) if self.v.brief else PROSE["overview"]
        for text in overview + PROSE["overview"][:1] * self.v.leading_rows:
            self.paragraph(text)
        self.paragraph("二、主动公开政府信息情况", "Heading")
        self.facts()
        self.paragraph("三、收到和处理政府信息公开申请情况", "Heading")
        self.matrix()
        self.paragraph("四、政府信息公开行政复议、行政诉讼情况", "Heading")
        self.review()
        self.paragraph("五、存在的主要问题及改进情况", "Heading")
        for text in PROSE["other_matters"] if self.v.brief else PROSE["problems"]:
            self.paragraph(text)
        self.paragraph("六、其他需要报告的事项", "Heading")
        for text in PROSE["other_matters"]:
            self.paragraph(text)

    def document(self) -> str:
        v = self.v
        border = "0.5pt solid #000000" if v.borders else "none"
        number = '<text:page-number text:select-page="current">1</text:page-number>'
        footer = escape(v.footer).replace("{page}", number)
        header = f'<style:header><text:p text:style-name="Figure">{escape(v.header)}</text:p></style:header>'
        fonts = f'style:font-name="Main" style:font-name-asian="Main" style:font-name-complex="Main"'

        def style(name: str, size: float, align: str, indent: float = 0.0, more: str = "") -> str:
            return (f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
                    f'fo:text-align="{align}" fo:text-indent="{indent:.2f}pt" fo:line-height="{v.line_height}" {more}/>'
                    f'<style:text-properties {fonts} fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
                    f'fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/>'
                    f"</style:style>")

        styles = [
            style("Title", v.size * 1.6, "center"),
            style("Body", v.size, "justify", 2 * v.size),
            style("Heading", v.size * 1.15, "start", 2 * v.size, 'fo:keep-with-next="always"'),
            style("Label", v.table_size, v.label_align),
            style("Figure", v.table_size, v.align),
            f'<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
            f'style:vertical-align="{v.vertical}" fo:padding="{v.padding}cm" fo:border="{border}"/></style:style>',
            '<style:style style:name="Row" style:family="table-row"><style:table-row-properties '
            'fo:keep-together="always"/></style:style>',
        ]
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Main" svg:font-family="'{v.font}'"/></office:font-face-decls>
<office:automatic-styles>{"".join(styles + self.styles)}
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="{v.page[0]}cm" fo:page-height="{v.page[1]}cm"
 fo:margin="{v.margin}cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
{header if v.header else ""}<style:footer><text:p text:style-name="Figure">{footer}</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{"".join(self.body)}</office:text></office:body></office:document>
"""


# --- making the files ------------------------------------------------------------------------------


def make(name: str, variant: Variant, folder: pathlib.Path) -> None:
    """Prints `variant` to FOLDER/NAME.*."""
    printed = figures(variant)
    writer = Writer(variant, printed)
    writer.report()
    with tempfile.TemporaryDirectory() as work:
        source = pathlib.Path(work) / f"{name}.fodt"
        source.write_text(writer.document(), encoding="utf-8")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", "pdf",
                        "--outdir", str(folder), str(source)], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    pdf = folder / f"{name}.pdf"
    for option, target in (("-layout", f"{name}.layout.txt"), ("-bbox-layout", f"{name}.words.html")):
        subprocess.run(["pdftotext", option, str(pdf), str(folder / target)], check=True)
    truth = "".join(f"{path} {value}\n" for path, value in printed.items() if value is not None)
    (folder / f"{name}.truth").write_text(truth, encoding="utf-8")


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or VARIANTS:
        make(name, VARIANTS[name], folder)


if __name__ == "__main__":
    main()
