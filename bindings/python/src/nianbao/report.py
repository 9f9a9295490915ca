# SPDX-License-Identifier: Apache-2.0
"""Annual reports as typed Python objects."""

from __future__ import annotations

import datetime
import enum
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Union

from . import _native, _pdf
from ._cell import Cell, CellState, Record, Span
from ._form import (
    AMOUNT_PATHS,
    Applications,
    DiagnosticCode,
    OverviewPartKey,
    ProactiveDisclosure,
    ProactiveDisclosure2019,
    ReviewAndLitigation,
)
from ._structs import Options

if TYPE_CHECKING:
    from ._check import Statement

Format = Literal["auto", "plain", "markdown", "html", "docx", "layout", "words"]
"""How an input is laid out."""

Encoding = Literal["auto", "utf-8", "utf-16le", "utf-16be", "gb18030", "big5"]
"""How an input is encoded."""

Source = Union[bytes, bytearray, memoryview, str, "os.PathLike[str]"]
"""What can be parsed: see :func:`parse`."""

# Numbers with a point stay the decimals that they are: no float comes near them.
_decoder = json.JSONDecoder(parse_float=Decimal)

_STATES = {state.value: state for state in CellState}

# Inside a string of JSON every quote follows a backslash, so this stands in no text.
_FIGURES = ',"figures":['


class Severity(str, enum.Enum):
    """How bad a diagnostic is. 严重程度"""

    ERROR = "error"
    """Something of the form is missing or could not be read. 缺失或无法读取"""
    WARNING = "warning"
    """What was read is doubtful. 存疑"""
    NOTE = "note"
    """Worth knowing. 提示"""


@dataclass(frozen=True)
class Diagnostic(Record):
    """One doubt about a report, with its place. 诊断 ::

        for d in report.diagnostics:
            print(d.severity.value, d.code, d.message_zh)
    """

    __slots__ = ("code", "severity", "message", "message_zh", "path", "span", "related")

    code: DiagnosticCode
    """A stable word, e.g. "row.truncated"."""
    severity: Severity
    message: str
    """In English."""
    message_zh: str
    """中文说明"""
    path: str
    """Path of a section, row, column or figure; may be empty."""
    span: Span | None
    related: tuple[Span, ...]
    """Other places that matter, e.g. the first of two rows."""


class Figure(NamedTuple):
    """A cell with its path, e.g. "applications.newly_received.total"."""

    path: str
    cell: Cell


class Period(NamedTuple):
    """统计期限: the days that the figures count, both included."""

    start: datetime.date
    end: datetime.date


@dataclass(frozen=True)
class Prose(Record):
    """The text of a section; paragraphs are parted by one line break."""

    __slots__ = ("text",)

    text: str


@dataclass(frozen=True)
class OverviewPart(Record):
    """One of the customary parts of 一、总体情况."""

    __slots__ = ("key", "heading", "text")

    key: OverviewPartKey
    heading: str
    """As it is printed."""
    text: str


@dataclass(frozen=True)
class Overview(Record):
    """一、总体情况: the whole text, and its parts once more."""

    __slots__ = ("text", "parts")

    text: str
    parts: tuple[OverviewPart, ...]


class _AbsentElsewhere(dict[str, Cell]):
    """Cells by path; what the report's form does not have is absent."""

    def __missing__(self, path: str) -> Cell:
        return Cell(CellState.ABSENT, None, "", None)


@dataclass(frozen=True)
class Metadata(Record):
    """What the page says of the report beside its text, as printed; "" where it does not. 网页元数据"""

    __slots__ = ("index_number", "publisher", "date", "document_number")

    index_number: str
    """索引号"""
    publisher: str
    """发布机构"""
    date: str
    """发文日期、发布日期 or 成文日期, the first that is printed."""
    document_number: str
    """文号"""


class AnnualReport:
    """A 政府信息公开工作年度报告. Made by :func:`parse` and :func:`from_json`.

    A report never changes, owns all of its data, and may be shared by threads, compared, hashed,
    copied and pickled. What it says is decoded when it is asked for::

        report = nianbao.parse(Path("report.md"))
        cell = report.applications.results.not_disclosed.state_secret.natural_person
        if cell.value is not None:
            print(cell.value, "件")
    """

    def __init__(self, content: _native.Handle | str, recognised: bool, extracted_text: str = "") -> None:
        """Not for callers: `content` is the library's report, or its JSON with figures."""
        name = "_json" if isinstance(content, str) else "_handle"
        vars(self).update({name: content, "_recognised": recognised, "_extracted_text": extracted_text})

    _recognised: bool
    _extracted_text: str

    # One of the two is given, the other made when it is asked for.

    @cached_property
    def _handle(self) -> _native.Handle:
        return _native.from_json(self._json.encode("utf-8"))[0]

    @cached_property
    def _json(self) -> str:
        return _native.json_of(self._handle, _native.JSON_FIGURES)

    @property
    def recognised(self) -> bool:
        """False if nothing of the form was found: then every cell is absent, and a diagnostic of
        severity ERROR says why."""
        return self._recognised

    @property
    def extracted_text(self) -> str:
        """The text that spans refer to (as UTF-8), if the source does not hold it as it is: a DOCX.
        Empty if they refer to the source itself, and for a report made by :func:`from_json`. 提取的文本"""
        return self._extracted_text

    @property
    def title(self) -> str | None:
        """The title on one line; None if none was found. 标题"""
        return self._text_or_none("title")

    @property
    def agency(self) -> str | None:
        """The organ that publishes the report; None if it is not named. 发布机关"""
        return self._text_or_none("agency")

    @property
    def year(self) -> int | None:
        """The year reported on; None if it is not named. 年度"""
        year: int | None = self._head["year"]
        return year

    @property
    def template(self) -> Literal["2021", "2019"] | None:
        """The form it is printed on, told from its labels; None if it cannot be told. 表格格式"""
        template: Literal["2021", "2019"] | None = self._head["template"]
        return template

    @cached_property
    def period(self) -> Period | None:
        """First and last day that the figures count; None if the report does not say, or names a
        day that no calendar has. 统计期限"""
        period = self._head["period"]
        try:
            return Period(*map(datetime.date.fromisoformat, (period["start"], period["end"]))) if period else None
        except ValueError:
            return None

    @property
    def preamble(self) -> str:
        """The text between the title and section 一. 前言"""
        return str(self._head["preamble"])

    @cached_property
    def overview(self) -> Overview:
        """一、总体情况"""
        overview = self._head["overview"]
        return Overview(overview["text"], tuple(OverviewPart(**part) for part in overview["parts"]))

    @cached_property
    def proactive_disclosure(self) -> ProactiveDisclosure | None:
        """二、主动公开政府信息情况. None if the report is printed on the form of 2019."""
        if self.template == "2019":
            return None
        return ProactiveDisclosure._read(self._cells, "proactive_disclosure")

    @cached_property
    def proactive_disclosure_2019(self) -> ProactiveDisclosure2019 | None:
        """二、主动公开政府信息情况 on the form of 2019, which asks other things; None if the report is on
        another. The paths of its figures begin with "proactive_disclosure" too."""
        if self.template != "2019":
            return None
        return ProactiveDisclosure2019._read(self._cells, "proactive_disclosure")

    @cached_property
    def applications(self) -> Applications:
        """三、收到和处理政府信息公开申请情况"""
        return Applications._read(_AbsentElsewhere(self._cells), "applications")

    @cached_property
    def review_and_litigation(self) -> ReviewAndLitigation:
        """四、政府信息公开行政复议、行政诉讼情况"""
        return ReviewAndLitigation._read(self._cells, "review_and_litigation")

    @cached_property
    def problems_and_improvements(self) -> Prose:
        """五、存在的主要问题及改进情况"""
        return Prose(**self._head["problems_and_improvements"])

    @cached_property
    def other_matters(self) -> Prose:
        """六、其他需要报告的事项"""
        return Prose(**self._head["other_matters"])

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The quantities that the text states, in order of place, with the figures that they equal. 文字中的数据"""
        from ._check import check

        return check(self, rules={"*": "off"}, suspects=False).statements

    def infer(self) -> AnnualReport:
        """The same report with cells that were absent or blank filled in where the sums of the form prove their
        counts: their state is ``INFERRED``, and a diagnostic ``cell.inferred`` names the sums. What is printed
        stays as it is; this report is not changed. 推算::

            whole = report.infer()
            whole.applications.newly_received.total.state
        """
        return AnnualReport(*_native.infer(self._handle))

    @cached_property
    def metadata(self) -> Metadata:
        """What the page says of the report beside its text. 网页元数据"""
        given = self._head.get("metadata", {})
        return Metadata(*(given.get(name, "") for name in Metadata.__slots__))

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything doubtful, in order of place. 诊断"""
        return tuple(map(_diagnostic, self._head["diagnostics"]))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every cell in the order of the form: 10 + 175 + 15 (on the form of 2019 22 + 161 + 15), and
        7 for each group that has a printed subtotal. 全部数据"""
        return tuple(map(Figure._make, self._cells.items()))

    def figure(self, path: str) -> Cell:
        """The cell at `path`, e.g. "applications.newly_received.total".

        Raises KeyError if the form (or, for a subtotal, the report) has none there.
        """
        return self._cells[path]

    def to_json(self, *, figures: bool = False, pretty: bool = False) -> str:
        """The report as one JSON object, as annual-report.schema.json describes it.

        With `figures` it also has every cell with its state, text and place, and
        :func:`from_json` gives the same report again. With `pretty` it has many lines.
        """
        if pretty:
            return _native.json_of(self._handle, _native.JSON_PRETTY | (_native.JSON_FIGURES if figures else 0))
        return self._json if figures else self._json_without_figures()

    def to_dict(self, *, figures: bool = False) -> dict[str, Any]:
        """What :meth:`to_json` writes, as new dictionaries, lists, strings, ints and Decimals."""
        decoded: dict[str, Any] = _decoder.decode(self.to_json(figures=figures))
        return decoded

    def _json_without_figures(self) -> str:
        return self._json[: self._json.index(_FIGURES)] + "}"

    def _text_or_none(self, key: str) -> str | None:
        text: str | None = self._head[key]
        return text

    @cached_property
    def _head(self) -> dict[str, Any]:
        # Everything but `figures`, which is nine tenths of the text.
        head: dict[str, Any] = _decoder.decode(self._json_without_figures())
        return head

    @cached_property
    def _cells(self) -> dict[str, Cell]:
        start = self._json.index(_FIGURES) + len(_FIGURES) - 1
        return {item["path"]: _cell(item) for item in _decoder.decode(self._json[start:-1])}

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a report does not change: {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a report does not change: {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return self._json == other._json if isinstance(other, AnnualReport) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json)

    def __reduce__(self) -> tuple[Any, ...]:
        return AnnualReport, (self._json, self._recognised, self._extracted_text)

    def __repr__(self) -> str:
        return (
            f"<AnnualReport title={self.title!r} year={self.year} template={self.template!r}"
            f" diagnostics={len(self.diagnostics)}>"
        )


def parse(
    source: Source,
    *,
    format: Format = "auto",
    encoding: Encoding = "auto",
    max_bytes: int | None = None,
    pdf_seconds: float = 60,
) -> AnnualReport:
    """Reads a report.

    `source` is one of:

    - ``bytes`` (also ``bytearray``, ``memoryview``): the content of a report;
    - ``os.PathLike``: a file;
    - ``str``: the text of a report if it contains a line break, else the path of a file.

    Any content gives a report: what could not be read is in its ``diagnostics``, and
    ``recognised`` is False if it is no such report at all. Only at most `max_bytes` of the source
    are read (None: 64 MiB); more is a diagnostic ``input.too-large``. `encoding` is not asked for
    ``str`` text, whose spans are offsets into its UTF-8.

    A PDF is read with the program ``pdftotext`` (poppler-utils), which is stopped after `pdf_seconds`;
    that it is missing, or that the PDF is encrypted, damaged or holds only images, is a diagnostic.
    Spans are then offsets into the text that was set from its words.

    Raises OSError (FileNotFoundError, …) if a file cannot be read, ValueError for an unknown
    `format` or `encoding` or a `max_bytes` that is negative, TypeError for another kind of source.

    The GIL is released while the library works, so threads parse at the same time::

        report = nianbao.parse(b"...", encoding="gb18030")
    """
    options = _options(format, encoding, max_bytes)
    data, is_text = _content(source, max_bytes)
    if is_text:
        options.encoding = _native.ENCODINGS["utf-8"]
    if format == "auto" and _pdf.is_pdf(data):
        return _parse_pdf(data, max_bytes, pdf_seconds)
    return AnnualReport(*_native.parse(data, options))


class Word(NamedTuple):
    """A word of a page and the box that it is printed in; x grows to the right, y downwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    page: int = 0


def parse_words(
    words: Iterable[tuple[str, float, float, float, float] | tuple[str, float, float, float, float, int]],
    *,
    max_bytes: int | None = None,
) -> AnnualReport:
    """Reads a report from words with their boxes: what PDF libraries and text recognition give.

    Words (or tuples like :class:`Word`) may come in any order and any unit, the same for all; what
    stands together without a space is best one word, two cells must be two words. Lines, rows and
    columns are found by the boxes alone. Spans are offsets into the text that the words were set in::

        report = nianbao.parse_words([("一、总体情况", 72, 100, 150, 112, 1), ...])
    """
    if max_bytes is not None and not 0 <= max_bytes < 2**64:
        raise ValueError(f"max_bytes is {max_bytes}, which is no number of bytes")
    native = []
    for word in words:
        text, x0, y0, x1, y1, page = Word(*word)
        native.append((text.encode("utf-8", "surrogatepass"), x0, y0, x1, y1, page))
    return AnnualReport(*_native.parse_words(native, max_bytes))


def from_json(text: str | bytes) -> AnnualReport:
    """Reads what :meth:`AnnualReport.to_json`, the program or another part of nianbao wrote.

    Cells of JSON without ``figures`` have no text and no place, and are NUMBER or ABSENT. Raises
    ValueError if `text` is no such JSON.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return AnnualReport(*_native.from_json(data))


def _options(format: Format, encoding: Encoding, max_bytes: int | None) -> Options:
    numbers = _choice("format", format, _native.FORMATS), _choice("encoding", encoding, _native.ENCODINGS)
    if max_bytes is not None and not 0 <= max_bytes < 2**64:
        raise ValueError(f"max_bytes is {max_bytes}, which is no number of bytes")
    return _native.options_of(*numbers, max_bytes)


def _content(source: Source, max_bytes: int | None) -> tuple[bytes, bool]:
    # The bytes to parse, and whether they are text that was no bytes before.
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return source.encode("utf-8", "surrogatepass"), True
    if isinstance(source, (str, os.PathLike)):
        return _file_content(source, max_bytes), False
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source), False
    raise TypeError(f"a report cannot be read from {type(source).__name__}: give bytes, a path or text")


def _pdf_words(data: bytes, max_bytes: int | None, seconds: float) -> bytes | _pdf.Unreadable:
    limit = _native.default_max_bytes() if max_bytes is None else max_bytes
    if len(data) > limit:
        return _pdf.Unreadable("input.too-large", "", len(data))
    return _pdf.words_of(data, seconds, limit)


def _parse_pdf(data: bytes, max_bytes: int | None, seconds: float) -> AnnualReport:
    words = _pdf_words(data, max_bytes, seconds)
    if isinstance(words, _pdf.Unreadable):
        return _unreadable(words)
    return AnnualReport(*_native.parse(words, _options("words", "utf-8", max_bytes)))


def _unreadable(why: _pdf.Unreadable) -> AnnualReport:
    return AnnualReport(*_native.unreadable(_native.UNREADABLE[why.word], why.text, why.n, 0))


def _choice(name: str, value: str, choices: dict[str, int]) -> int:
    try:
        return choices[value]
    except KeyError:
        raise ValueError(f"{name} is {value!r}, but must be one of {', '.join(choices)}") from None


def _file_content(path: str | os.PathLike[str], max_bytes: int | None) -> bytes:
    # One byte beyond the limit tells the library that there is more.
    room = 1 + (_native.default_max_bytes() if max_bytes is None else max_bytes)
    content = bytearray()
    with open(path, "rb") as file:
        while piece := file.read(min(room - len(content), 1 << 20)):
            content += piece
    return bytes(content)


def _span(item: dict[str, int] | None) -> Span | None:
    # The library writes the four keys in the order of Span.
    return None if item is None else Span._make(item.values())


def _cell(item: dict[str, Any]) -> Cell:
    value = item["value"]
    if type(value) is int and item["path"] in AMOUNT_PATHS:
        value = Decimal(value)
    return Cell(_STATES[item["state"]], value, item["raw"], _span(item["span"]))


def _diagnostic(item: dict[str, Any]) -> Diagnostic:
    related = (_span(place) for place in item["related"])
    return Diagnostic(
        code=item["code"],
        severity=Severity(item["severity"]),
        message=item["message"],
        message_zh=item["message_zh"],
        path=item["path"],
        span=_span(item["span"]),
        related=tuple(place for place in related if place is not None),
    )
