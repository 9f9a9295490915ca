# SPDX-License-Identifier: Apache-2.0
"""The reports of one agency on two years, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from . import _native
from ._cell import CellState, Record, Span
from ._check import (
    Language,
    Number,
    Rules,
    _Findings,
    _json_rendering,
    _language,
    _rule_settings,
    _shown,
    _text_flags,
)
from .report import AnnualReport, _span


@dataclass(frozen=True)
class CellChange(Record):
    """A figure that both forms have, in both years. 数据变化"""

    __slots__ = ("path", "older_state", "newer_state", "older", "newer", "difference")

    path: str
    older_state: CellState
    newer_state: CellState
    older: Number | None
    newer: Number | None
    difference: Number | None
    """newer - older, if both have a value."""

    @property
    def differs(self) -> bool:
        """Whether the figure is another one, or printed in one year only."""
        return self.older != self.newer


@dataclass(frozen=True)
class CopiedPassage(Record):
    """A passage that stands in both reports, as offsets in bytes into the two texts as UTF-8."""

    __slots__ = ("older_start", "older_end", "newer_start", "newer_end", "older_span", "newer_span")

    older_start: int
    older_end: int
    newer_start: int
    newer_end: int
    older_span: Span | None
    newer_span: Span | None


@dataclass(frozen=True)
class Repetition(Record):
    """How much of a text of the newer report stands in that of the older one, by characters that are
    letters or digits. 重复率"""

    __slots__ = ("path", "length", "repeated", "rate", "rate_without_figures", "passages")

    path: str
    """"overview", "problems_and_improvements", "other_matters"; "" for all of them."""
    length: int
    repeated: int
    rate: float
    """repeated / length, to four digits."""
    rate_without_figures: float
    """The same with figures left out of both texts. 不计数字"""
    passages: tuple[CopiedPassage, ...]
    """In order of the newer text and disjoint there."""


class Comparison(_Findings):
    """What :func:`compare` found. It never changes, and may be shared by threads, compared and pickled."""

    def __init__(self, older: AnnualReport, newer: AnnualReport, comparing: _native.Comparing) -> None:
        """Not for callers: see :func:`compare`."""
        vars(self).update(_older=older, _newer=newer, _comparing=comparing)
        vars(self).update(_json=self._rendered(_native.JSON_OF_ALL))

    _older: AnnualReport
    _newer: AnnualReport
    _comparing: _native.Comparing

    @property
    def older(self) -> AnnualReport:
        """The report on the year before. 上年报告"""
        return self._older

    @property
    def newer(self) -> AnnualReport:
        """本年报告"""
        return self._newer

    @cached_property
    def changes(self) -> tuple[CellChange, ...]:
        """Every figure that both forms have, in order of the form. 数据变化"""
        return tuple(map(_change, self._data["changes"]))

    @cached_property
    def repetition(self) -> tuple[Repetition, ...]:
        """How much was copied: of each text, then of all of them. 重复率"""
        return tuple(map(_repetition, self._data["repetition"]))

    def to_json(
        self, *, older_name: str = "", newer_name: str = "", passes: bool = True, pretty: bool = False
    ) -> str:
        """All of it as one JSON object. The names are of the files; without `passes` only what failed or
        is uncertain."""
        older, newer = (_shown(name, b"", "auto") for name in (older_name, newer_name))
        return self._rendered(_json_rendering(newer, passes, pretty, older))

    def to_sarif(
        self,
        *,
        older_name: str = "",
        newer_name: str = "",
        older_source: bytes | str = b"",
        newer_source: bytes | str = b"",
        language: Language = "en",
    ) -> str:
        """A SARIF 2.1.0 log of what both show together: what failed or is uncertain, at its place in the newer
        report."""
        older = _shown(older_name, older_source, "auto")
        newer = _shown(newer_name, newer_source, "auto")
        return self._rendered(_native.Rendering(_native.RENDER_SARIF, 0, _language(language), newer, older))

    def to_html(self, *, older_name: str = "", newer_name: str = "", language: Language = "zh") -> str:
        """One page that needs nothing else: both years side by side. 自包含网页"""
        older, newer = (_shown(name, b"", "auto") for name in (older_name, newer_name))
        return self._rendered(_native.Rendering(_native.RENDER_HTML, 0, _language(language), newer, older))

    def to_text(
        self,
        *,
        older_name: str = "",
        newer_name: str = "",
        older_source: bytes | str = b"",
        newer_source: bytes | str = b"",
        language: Language = "en",
        color: bool = False,
        passes: bool = False,
    ) -> str:
        """Lines as compilers print them, with the lines of what was parsed if it is given; `passes` adds
        what passed."""
        older = _shown(older_name, older_source, "auto")
        newer = _shown(newer_name, newer_source, "auto")
        flags = _text_flags(color, passes)
        return self._rendered(_native.Rendering(_native.RENDER_TEXT, flags, _language(language), newer, older))

    def _rendered(self, rendering: _native.Rendering) -> str:
        older, newer = self._older._handle, self._newer._handle
        return _native.compare_reports(older, newer, self._comparing, rendering)

    def __reduce__(self) -> tuple[Any, ...]:
        return Comparison, (self._older, self._newer, self._comparing)

    def __repr__(self) -> str:
        return f"<Comparison failures={len(self.failures)} of {len(self.findings)}>"


def compare(
    older: AnnualReport,
    newer: AnnualReport,
    *,
    rules: Rules = None,
    shortest_passage: int | None = None,
    repetition_limit: float | None = None,
    repetition_length: int | None = None,
    jump_factor: float | None = None,
    jump_difference: float | None = None,
) -> Comparison:
    """Compares the report on one year with that on the year before, as they are given. 两年比对 ::

        comparison = nianbao.compare(nianbao.parse("2023.md"), nianbao.parse("2024.md"))
        print(comparison.repetition[-1].rate)
        for finding in comparison.failures:
            print(finding.message_zh)

    `rules` are as in :func:`check`. A passage counts as copied from `shortest_passage` characters on (12).
    Rule "repetition" fails above `repetition_limit` (0.6) in texts of at least `repetition_length`
    characters (200), rule "jump" where one figure is at least `jump_factor` (10) times the other and they
    differ by at least `jump_difference` (50). Raises ValueError for rules that are none or a number below 0.
    """
    numbers = (shortest_passage, repetition_limit, repetition_length, jump_factor, jump_difference)
    if any(number is not None and number < 0 for number in numbers):
        raise ValueError("a limit is below 0")
    settings = _rule_settings(rules).encode("utf-8", "surrogatepass")
    return Comparison(older, newer, _native.Comparing(settings, *numbers))


def _change(item: dict[str, Any]) -> CellChange:
    older, newer = CellState(item["older_state"]), CellState(item["newer_state"])
    return CellChange(**{**item, "older_state": older, "newer_state": newer})


def _repetition(item: dict[str, Any]) -> Repetition:
    passages = (
        CopiedPassage(
            **{**passage, "older_span": _span(passage["older_span"]), "newer_span": _span(passage["newer_span"])}
        )
        for passage in item["passages"]
    )
    rates = {key: float(item[key]) for key in ("rate", "rate_without_figures")}
    return Repetition(**{**item, **rates, "passages": tuple(passages)})
