# SPDX-License-Identifier: Apache-2.0
"""Reports as flat OpenDocument text, and what LibreOffice makes of that."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from report import Block, Cell

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
    )
)


@dataclass
class Look:
    """How a report is set."""

    page: str = 'fo:page-width="21cm" fo:page-height="29.7cm"'
    margin: str = "2cm"
    font: str = "SimSun"
    size: str = "10pt"
    numbered: bool = False  # headings get their numbers from the program


def flat_text(blocks: list[Block], look: Look) -> str:
    """The whole document; page numbers stand in its footer."""
    body = "\n".join(part(block, i, look) for i, block in enumerate(blocks))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-size="{look.size}" \
style:font-size-asian="{look.size}" style:font-name-asian="{look.font}" fo:font-family="{look.font}"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" \
style:parent-style-name="Standard" style:default-outline-level="1"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" \
style:parent-style-name="Standard" style:default-outline-level="2"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
{outline() if look.numbered else ""}
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties {look.page} fo:margin="{look.margin}"/>\
<style:footer-style/></style:page-layout>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" \
fo:padding="0.05cm"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:footer>\
<text:p>- <text:page-number>1</text:page-number> -</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
{body}
</office:text></office:body>
</office:document>
"""


def outline() -> str:
    """一、 for sections, （一） for their parts: nowhere in the text."""
    formats = ((1, "", "、"), (2, "（", "）"))
    levels = "".join(
        f'<text:outline-level-style text:level="{level}" style:num-format="一, 二, 三, ..." '
        f'style:num-prefix="{before}" style:num-suffix="{behind}"/>'
        for level, before, behind in formats
    )
    return f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'


def part(block: Block, index: int, look: Look) -> str:
    if block.rows:
        return table(block.rows, index)
    if block.level == 0:
        return f"<text:p>{escape(block.text)}</text:p>"
    if block.level == 1:
        return f'<text:p text:style-name="Title">{escape(block.text)}</text:p>'
    level = block.level - 1
    text = block.text
    if look.numbered:
        text = text[text.index("、" if level == 1 else "）") + 1 :]
    return (
        f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{escape(text)}</text:h>'
    )


def table(rows: list[list[Cell]], index: int) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    body = "".join(
        "<table:table-row>" + "".join(cell(one) for one in row) + "</table:table-row>" for row in rows
    )
    # Two tables without a paragraph between them would become one.
    return f'<table:table table:name="t{index}">{columns}{body}</table:table><text:p/>'


def cell(one: Cell) -> str:
    if one.covered:
        return "<table:covered-table-cell/>"
    return (
        f'<table:table-cell table:style-name="cell" table:number-columns-spanned="{one.columns}" '
        f'table:number-rows-spanned="{one.rows}"><text:p>{escape(one.text)}</text:p></table:table-cell>'
    )


def convert(flat: str, extension: str) -> bytes:
    """What LibreOffice writes for `flat` in the format of `extension`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.fodt"
        source.write_text(flat, encoding="utf-8")
        profile = Path(folder, "profile").as_uri()
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", extension]
            + ["--outdir", folder, str(source)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return source.with_suffix("." + extension).read_bytes()
