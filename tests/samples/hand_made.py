# SPDX-License-Identifier: Apache-2.0
"""DOCX files written element by element, for what an office program is seldom asked to write: tracked
changes, merged cells in odd grids, numbers that stand in no text, tables in tables."""

from __future__ import annotations

from xml.sax.saxutils import escape

import packages

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_organization",
    "other",
    "total",
)
ORGANISATIONS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

# --- elements ----------------------------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{about}{content}</w:p>"


def line(text: str, properties: str = "") -> str:
    return paragraph(run(text), properties)


def listed(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def cell(content: str = "", span: int = 1, merge: str = "", more: str = "") -> str:
    about = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge:
        about += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    inside = content if content.startswith("<") else line(content) if content else "<w:p/>"
    return f"<w:tc><w:tcPr>{about}{more}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    about = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


def table(rows: list[str], widths: list[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def document(body: str, styles: str = "", numbering: str = "") -> bytes:
    parts = {"[Content_Types].xml": content_types(), "_rels/.rels": relationships(("officeDocument", "word/document.xml"))}
    names = [(name, f"{name}.xml") for name, part in (("styles", styles), ("numbering", numbering)) if part]
    parts["word/_rels/document.xml.rels"] = relationships(*names)
    parts["word/document.xml"] = (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    )
    if styles:
        parts["word/styles.xml"] = f'{HEAD}<w:styles xmlns:w="{W}">{styles}</w:styles>'
    if numbering:
        parts["word/numbering.xml"] = f'{HEAD}<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    return packages.pack({name: content.encode() for name, content in parts.items()})


def content_types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}</Types>"
    )


def relationships(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


# --- the form ----------------------------------------------------------------------------------------

TITLE = "示例市水务局2023年政府信息公开工作年度报告"
SECTION_3 = "三、收到和处理政府信息公开申请情况"


def values(first: int) -> list[int]:
    return list(range(first, first + len(COLUMNS)))


def truth_of(rows: dict[str, list[int]]) -> str:
    return "".join(
        f"applications.{key}.{column} {value}\n"
        for key, figures in rows.items()
        for column, value in zip(COLUMNS, figures)
    )


def header(labels: int) -> list[str]:
    """The three rows above the matrix, whose labels take `labels` columns of the grid."""
    return [
        row(cell(CORNER, labels, "restart"), cell("申请人情况", 7)),
        row(cell("", labels, "go on"), cell("自然人", 1, "restart"), cell("法人或其他组织", 5), cell("总计", 1, "restart")),
        row(cell("", labels, "go on"), cell("", 1, "go on"), *map(cell, ORGANISATIONS), cell("", 1, "go on")),
    ]


def figures(numbers: list[int]) -> list[str]:
    return [cell(str(number)) for number in numbers]


# --- documents ---------------------------------------------------------------------------------------


def tracked_changes() -> tuple[bytes, str]:
    """Accepted they print the figures of the truth; the deleted ones are other numbers."""

    def inserted(text: str) -> str:
        return f'<w:ins w:id="1" w:author="甲">{run(text)}</w:ins>'

    def deleted(text: str) -> str:
        return f'<w:del w:id="2" w:author="甲"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'

    def moved_away(text: str) -> str:
        return f'<w:moveFrom w:id="3" w:author="甲">{run(text)}</w:moveFrom>'

    received, carried, out = values(11), values(21), values(31)
    new_cells = [cell(paragraph(deleted(str(900 + n)) + inserted(str(n)))) for n in received]
    split = [cell(paragraph(run(str(n)[0]) + deleted("77") + inserted(str(n)[1:]))) for n in carried]
    moved = [cell(paragraph(moved_away("88") + f'<w:moveTo w:id="4" w:author="甲">{run(str(n))}</w:moveTo>')) for n in out]
    old_span = '<w:tcPrChange w:id="5" w:author="甲"><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tcPrChange>'
    label = cell("一、本年新收政府信息公开申请数量", 3, more=old_span)
    end_deleted = "<w:rPr><w:del w:id='6' w:author='甲'/></w:rPr>"
    rows = header(3) + [
        row(label, *new_cells),
        row(cell("二、上年结转政府信息公开申请数量", 3), *figures(values(801)), properties='<w:del w:id="7" w:author="甲"/>'),
        row(cell(line("二、上年结转政府信息", end_deleted) + line("公开申请数量"), 3), *split),
        row(cell("四、结转下年度继续办理", 3), *moved, properties='<w:ins w:id="8" w:author="甲"/>'),
    ]
    body = (
        paragraph(run("示例市水务局") + deleted("2021年") + inserted("2023年") + run("政府信息公开工作年度报告"))
        + line(SECTION_3)
        + table(rows, [900] * 10)
    )
    return document(body), truth_of({"newly_received": received, "carried_over_in": carried, "carried_over_out": out})


def dragged_edges() -> tuple[bytes, str]:
    """Edges of cells that somebody dragged: the grid has two columns where a reader sees one."""
    # Label, label, then for each value column a wide and a narrow column of the grid.
    widths = [1500, 1500] + [500, 40] * 7
    received, disclosed, secret, total, out = (values(n) for n in (11, 21, 31, 41, 51))

    def plain(numbers: list[int]) -> list[str]:
        return [cell(str(number), 2) for number in numbers]

    def dragged(numbers: list[int]) -> list[str]:
        # Every edge but the outer ones is 40 to the left.
        return [cell(str(numbers[0]))] + [cell(str(number), 2) for number in numbers[1:-1]] + [cell(str(numbers[-1]), 3)]

    def short(numbers: list[int]) -> list[str]:
        return [cell(str(number), 2) for number in numbers[:-1]] + [cell(str(numbers[-1]))]

    top = [
        row(cell(CORNER, 2, "restart"), cell("申请人情况", 14)),
        row(cell("", 2, "go on"), cell("自然人", 2, "restart"), cell("法人或其他组织", 10), cell("总计", 2, "restart")),
        row(cell("", 2, "go on"), cell("", 2, "go on"), *(cell(name, 2) for name in ORGANISATIONS), cell("", 2, "go on")),
    ]
    rows = top + [
        row(cell("一、本年新收政府信息公开申请数量", 2), *plain(received)),
        row(cell("三、本年度办理结果", 1, "restart"), cell("（一）予以公开"), *dragged(disclosed)),
        row(cell("", 1, "go on"), cell("（三）不予公开 1.属于国家秘密"), *short(secret), properties='<w:gridAfter w:val="1"/>'),
        row(cell("", 1, "go on"), cell("（七）总计"), *dragged(total)),
        row(cell("四、结转下年度继续办理", 2), *plain(out)),
    ]
    body = line(TITLE) + line(SECTION_3) + table(rows, widths)
    keys = ("newly_received", "results.disclosed", "results.not_disclosed.state_secret", "results.total", "carried_over_out")
    return document(body), truth_of(dict(zip(keys, (received, disclosed, secret, total, out))))


def one_table_of_facts() -> tuple[bytes, str]:
    """Section 二 as one table whose parts have columns of their own, and figures over several of them."""
    widths = [2000, 700, 300, 1000, 1000, 500, 1500]

    def caption(text: str) -> str:
        return row(cell(text, 7))

    rows = [
        caption("第二十条第（一）项"),
        row(cell("信息内容"), cell("本年制发件数", 2), cell("本年废止件数", 2), cell("现行有效件数", 2)),
        row(cell("规章"), cell("11", 2), cell("12", 2), cell("13", 2)),
        row(cell("行政规范性文件"), cell("21", 2), cell("", 2), cell("23", 2)),
        caption("第二十条第（五）项"),
        row(cell("信息内容", 2), cell("本年处理决定数量", 5)),
        row(cell("行政许可", 2), cell("3187", 5)),
        caption("第二十条第（六）项"),
        row(cell("信息内容", 4), cell("本年处理决定数量", 3)),
        row(cell("行政处罚", 4), cell("142", 3)),
        row(cell("行政强制", 4), cell("17", 3)),
        caption("第二十条第（八）项"),
        row(cell("信息内容", 5), cell("本年收费金额（单位：万元）", 2)),
        row(cell("行政事业性收费", 5), cell("2846.3075", 2)),
    ]
    found = {
        "regulations.issued": 11,
        "regulations.repealed": 12,
        "regulations.in_force": 13,
        "normative_documents.issued": 21,
        "normative_documents.in_force": 23,
        "administrative_licensing.decisions": 3187,
        "administrative_penalties.decisions": 142,
        "administrative_coercion.decisions": 17,
        "administrative_fees.amount": 2846.3075,
    }
    truth = "".join(f"proactive_disclosure.{path} {value}\n" for path, value in found.items())
    return document(line(TITLE) + line("二、主动公开政府信息情况") + table(rows, widths)), truth


def level(index: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering() -> tuple[bytes, str]:
    """一、 （三） 1. are nowhere in the text: sections by a style, labels of rows by lists."""
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="章标题"/><w:basedOn w:val="1"/></w:style>'
    )
    section_list = level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="1"/>')
    row_list = level(0, "japaneseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{section_list}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{row_list}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/>'
        "</w:lvlOverride></w:num>"
    )

    def section(text: str, style: str = "1") -> str:
        return line(text, f'<w:pStyle w:val="{style}"/>')

    def label(text: str, depth: int, number: int = 2) -> str:
        return line(text, listed(number, depth))

    keys = (
        "newly_received",
        "carried_over_in",
        "results.disclosed",
        "results.partially_disclosed",
        "results.not_disclosed.state_secret",
        "results.not_disclosed.prohibited_by_law",
        "results.total",
        "carried_over_out",
    )
    printed = {key: values(11 + 10 * i) for i, key in enumerate(keys)}
    number = {key: figures(printed[key]) for key in keys}
    rows = header(3) + [
        row(cell(label("本年新收政府信息公开申请数量", 0), 3), *number[keys[0]]),
        row(cell(label("上年结转政府信息公开申请数量", 0), 3), *number[keys[1]]),
        row(cell(label("本年度办理结果", 0), 1, "restart"), cell(label("予以公开", 1), 2), *number[keys[2]]),
        row(cell("", 1, "go on"), cell(label("部分公开（区分处理的，只计这一情形，不计其他情形）", 1), 2), *number[keys[3]]),
        row(cell("", 1, "go on"), cell(label("不予公开", 1), 1, "restart"), cell(label("属于国家秘密", 2)), *number[keys[4]]),
        row(cell("", 1, "go on"), cell("", 1, "go on"), cell(label("其他法律行政法规禁止公开", 2)), *number[keys[5]]),
        row(cell("", 1, "go on"), cell(label("总计", 1, 3), 2), *number[keys[6]]),
        row(cell(label("结转下年度继续办理", 0), 3), *number[keys[7]]),
    ]
    body = (
        line(TITLE)
        + section("总体情况")
        + line("全年平稳。")
        + section("主动公开政府信息情况", "10")
        + section("收到和处理政府信息公开申请情况")
        + table(rows, [900] * 10)
        + section("政府信息公开行政复议、行政诉讼情况")
        + section("存在的主要问题及改进情况")
        + line("没有。")
        + section("其他需要报告的事项")
        + line("没有其他事项。")
    )
    return document(body, styles, lists), truth_of(printed)


def tables_in_tables() -> tuple[bytes, str]:
    """The report in a frame: title in a text box, a table of contents, tables inside of cells."""
    box = f"<w:txbxContent>{line(TITLE)}</w:txbxContent>"
    title = paragraph(
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{line('目录')}{line(SECTION_3 + ' 1')}</w:sdtContent></w:sdt>"
    )

    def field(code: str, result: str) -> str:
        def part(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        return part("begin") + instruction + part("separate") + run(result) + part("end")

    received, carried = values(11), values(21)
    hidden = run("99", "<w:vanish/>")
    summed = cell(paragraph(field("=SUM(LEFT)", str(received[-1]))))
    held = cell(f"<w:sdt><w:sdtPr/><w:sdtContent>{line(str(received[0]))}</w:sdtContent></w:sdt>")
    rows = header(3) + [
        row(cell("一、本年新收政府信息公开申请数量", 3), held, *figures(received[1:-1]), summed),
        row(cell("二、上年结转政府信息公开申请数量", 3), *(cell(paragraph(run(str(n)) + hidden)) for n in carried)),
    ]
    inner = table(rows, [900] * 10)
    frame = table(
        [
            row(cell(line(SECTION_3), 2)),
            row(cell(line("单位：件") + inner + line("以上数据截至年底。"), 2)),
            row(cell(line("六、其他需要报告的事项") + line("没有其他事项。"), 2)),
        ],
        [4500, 4500],
    )
    return document(title + contents + frame), truth_of({"newly_received": received, "carried_over_in": carried})


def doubtful_cells() -> tuple[bytes, str]:
    """What a cell shows and is no number: a picture, a formula, a symbol, two lines, a raised mark."""
    picture = paragraph(
        '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>'
    )
    formula = paragraph(
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>17</m:t></m:r></m:oMath>'
    )
    symbol = paragraph('<w:r><w:sym w:font="Wingdings" w:char="F06E"/></w:r>')
    two_lines = line("15") + line("16")
    raised = paragraph(run("13") + run("1", '<w:vertAlign w:val="superscript"/>'))
    numbered = line("5", listed(1, 0))
    received = [cell("11"), cell(picture), cell(formula), cell(symbol), cell(two_lines), cell(raised), cell(numbered)]
    carried = [cell("21"), cell(), cell("23"), cell(line("") + line("24") + line("")), cell("/"), cell("26"), cell("27")]
    rows = header(3) + [
        row(cell(line("一、本年新收") + line("政府信息公开申请数量"), 3), *received),
        row(cell("二、上年结转政府信息公开申请数量", 3), *carried),
    ]
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    truth = truth_of({"newly_received": [11]})
    for column, value in zip(COLUMNS, (21, None, 23, 24, None, 26, 27)):
        truth += f"applications.carried_over_in.{column} {value}\n" if value else ""
    return document(line(TITLE) + line(SECTION_3) + table(rows, [900] * 10), numbering=lists), truth


DOCUMENTS = {
    "tracked-changes.docx": tracked_changes,
    "dragged-edges.docx": dragged_edges,
    "one-table-of-facts.docx": one_table_of_facts,
    "automatic-numbers.docx": numbering,
    "tables-in-tables.docx": tables_in_tables,
    "doubtful-cells.docx": doubtful_cells,
}


def documents() -> dict[str, bytes]:
    """Files and the figures that they print, by name."""
    files: dict[str, bytes] = {}
    for name, make in DOCUMENTS.items():
        content, truth = make()
        files[name] = content
        files[name + ".truth"] = truth.encode()
    return files
