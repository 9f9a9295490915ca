# SPDX-License-Identifier: Apache-2.0
"""What a reviewing office checks by hand: a report by itself, and the reports of two years side by side."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, Literal, Union

from . import _native
from ._cell import CellState, Record, Span
from ._form import RuleWord
from .report import AnnualReport, Encoding, Severity, _choice, _decoder, _span

Language = Literal["en", "zh"]
"""English or Chinese. 语言"""

Rules = Union[str, Mapping[str, str], None]
"""Which rules to leave out or to count otherwise: ``{"balance": "off", "cell-blank": "error"}`` or
``"balance=off,cell-blank=error"``; ``"*"`` is all of them, and the last that names a rule counts. 规则设置"""

Number = Union[int, Decimal]
"""Counts are ``int``, numbers with decimals exact ``Decimal``."""


class RuleStatus(str, enum.Enum):
    """How a rule came out. 检查结果"""

    PASS = "pass"
    """符合"""
    FAIL = "fail"
    """不符合"""
    UNCERTAIN = "uncertain"
    """A figure that the rule needs is blank, absent or unreadable. 所需数据空白或未读出，无法判断"""
    NOT_ASSESSABLE = "not_assessable"
    """What the rule is about is not there at all. 没有可检查的内容"""


@dataclass(frozen=True)
class Rule(Record):
    """One line of the table of rules. 规则"""

    __slots__ = (
        "word",
        "number",
        "title",
        "title_zh",
        "scope",
        "severity",
        "forms",
        "formula",
        "formula_zh",
        "source",
        "source_zh",
        "message",
        "message_zh",
    )

    word: RuleWord
    """The stable word, e.g. "balance"."""
    number: int
    title: str
    """What offices call it."""
    title_zh: str
    scope: Literal["report", "section", "part", "table", "row", "column", "block", "cell", "statement"]
    """What one result is about."""
    severity: Severity
    """What a failure counts as unless the caller says otherwise."""
    forms: Literal["both", "2021", "2019", "pair"]
    """The form that it is asked on; "pair": it compares two reports."""
    formula: str
    formula_zh: str
    source: str
    """Where the rule is written."""
    source_zh: str
    message: str
    """Of a failure, with {subject}, {left}, {right}, {difference}, {n}, {m} and {text}."""
    message_zh: str


@dataclass(frozen=True)
class Operand(Record):
    """Something that a result was made of: a figure, a heading, a sentence."""

    __slots__ = ("report", "path", "side", "state", "value", "text", "span")

    report: Literal["older", "newer"] | None
    """Of which report; None if only one was checked."""
    path: str
    side: Literal["left", "right"] | None
    """On which side of the rule's equation it stands."""
    state: CellState
    value: Number | None
    text: str
    """What is printed there."""
    span: Span | None


@dataclass(frozen=True)
class Finding(Record):
    """One result of one rule. 一项检查结果 ::

        for finding in nianbao.check(report).failures:
            print(finding.severity.value, finding.rule, finding.message_zh)
    """

    __slots__ = (
        "rule",
        "severity",
        "status",
        "subject",
        "message",
        "message_zh",
        "left",
        "right",
        "difference",
        "operands",
        "span",
        "fingerprint",
    )

    rule: RuleWord
    severity: Severity
    """What a failure of the rule counts as."""
    status: RuleStatus
    subject: str
    """Path of what it is about, e.g. "applications.*.total"; "" is the report."""
    message: str
    """In English."""
    message_zh: str
    """中文说明"""
    left: Number | None
    """The sides of an equation, if they could be had."""
    right: Number | None
    difference: Number | None
    """left - right"""
    operands: tuple[Operand, ...]
    span: Span | None
    """The place to look at first."""
    fingerprint: str
    """16 hexadecimal digits: the same for the same fault of the same agency and year."""


@dataclass(frozen=True)
class Statement(Record):
    """One quantity that the text of a report states: "收到政府信息公开申请 266 件". 文字中的数据"""

    __slots__ = (
        "kind",
        "outcome",
        "channel",
        "value",
        "is_part",
        "in_words",
        "unit",
        "row",
        "path",
        "text",
        "start",
        "end",
        "span",
        "matched",
        "matched_less",
    )

    kind: str
    """What it counts: "received", "carried_over_in", "documents_issued", …"""
    outcome: Literal["all", "upheld", "corrected", "other", "pending"]
    """Of reconsideration or litigation."""
    channel: Literal["any", "online", "letter", "in_person", "fax", "email", "other"]
    value: int
    is_part: bool
    """It counts, or may count, no more than a part: it is never held against a total. 仅为其中一部分"""
    in_words: bool
    """No figure is written: 未收到…, 均获维持."""
    unit: str
    row: str
    """Path of the row of table 三 that is meant, if it is one of a group; else ""."""
    path: str
    """The text that it stands in: "overview", "problems_and_improvements", "other_matters"."""
    text: str
    """The clause as it is written."""
    start: int
    """Of the clause, in bytes of that text as UTF-8."""
    end: int
    span: Span | None
    matched: tuple[str, ...]
    """Paths of the figures whose sum it equals; empty if no reading fits."""
    matched_less: tuple[str, ...]
    """Paths of the figures that are taken off that sum."""


@dataclass(frozen=True)
class SuspectCell(Record):
    """A cell that may be wrong."""

    __slots__ = ("path", "printed", "suggested", "span")

    path: str
    printed: Number
    suggested: Number
    """With it the equations hold."""
    span: Span | None


@dataclass(frozen=True)
class Suspect(Record):
    """The fewest cells whose change would make failing equations hold: a suggestion. 疑似错误"""

    __slots__ = ("kind", "rank", "message", "message_zh", "cells", "findings")

    kind: Literal["digits_swapped", "digit_lost", "digit_changed", "cell_shifted", "moved", "other"]
    rank: int
    """1 is the likeliest of those that explain the same findings."""
    message: str
    message_zh: str
    cells: tuple[SuspectCell, ...]
    findings: tuple[int, ...]
    """Indices in :attr:`CheckResult.findings` of the failures that it would mend."""


class _Findings:
    """What the results of :func:`check` and :func:`compare` have in common."""

    _json: str

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All results, passes included, in order of the rules and then of the form. 检查结果"""
        return tuple(map(_finding, self._data["findings"]))

    @cached_property
    def failures(self) -> tuple[Finding, ...]:
        """The results that failed. 不符合的结果"""
        return tuple(finding for finding in self.findings if finding.status is RuleStatus.FAIL)

    @cached_property
    def counts(self) -> Mapping[RuleStatus, int]:
        """How many results have each status. 各类结果数量"""
        return {RuleStatus(status): count for status, count in self._data["counts"].items()}

    @property
    def has_errors(self) -> bool:
        """Whether a rule of severity ERROR failed."""
        return any(finding.severity is Severity.ERROR for finding in self.failures)

    def to_dict(self) -> dict[str, Any]:
        """The JSON of all results as new dictionaries, lists, strings, ints and Decimals."""
        decoded: dict[str, Any] = _decoder.decode(self._json)
        return decoded

    @cached_property
    def _data(self) -> dict[str, Any]:
        return self.to_dict()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a result does not change: {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a result does not change: {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return self._json == other._json if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json)


class CheckResult(_Findings):
    """What :func:`check` found. It never changes, and may be shared by threads, compared and pickled."""

    def __init__(self, report: AnnualReport, rules: str, suspects: bool) -> None:
        """Not for callers: see :func:`check`."""
        vars(self).update(_report=report, _rules=rules, _suspects=suspects)
        vars(self).update(_json=self._rendered(_native.JSON_OF_ALL))

    _report: AnnualReport
    _rules: str
    _suspects: bool

    @property
    def report(self) -> AnnualReport:
        """The report that was checked."""
        return self._report

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The quantities that the text states, in order of place. 文字中的数据"""
        return tuple(map(_statement, self._data["statements"]))

    @cached_property
    def suspects(self) -> tuple[Suspect, ...]:
        """Cells that would explain failing equations. 疑似错误"""
        return tuple(map(_suspect, self._data["suspects"]))

    def to_json(self, *, name: str = "", passes: bool = True, pretty: bool = False) -> str:
        """All of it as one JSON object, as check.schema.json describes it. `name` is of the file; without
        `passes` only what failed or is uncertain."""
        return self._rendered(_json_rendering(_shown(name, b"", "auto"), passes, pretty))

    def to_sarif(
        self, *, name: str = "", source: bytes | str = b"", encoding: Encoding = "auto", language: Language = "en"
    ) -> str:
        """A SARIF 2.1.0 log for editors and code hosts: what failed or is uncertain.

        `name` is the file as a relative path or URL, `source` what was parsed, in which columns are
        counted; `encoding` is asked for bytes as in :func:`parse`.
        """
        shown = _shown(name, source, encoding)
        return self._rendered(_native.Rendering(_native.RENDER_SARIF, 0, _language(language), shown))

    def to_html(
        self, *, name: str = "", source: bytes | str = b"", encoding: Encoding = "auto", language: Language = "zh"
    ) -> str:
        """One page that needs nothing else: the form redrawn with what failed. 自包含网页 Arguments as
        :meth:`to_sarif` has them."""
        shown = _shown(name, source, encoding)
        return self._rendered(_native.Rendering(_native.RENDER_HTML, 0, _language(language), shown))

    def to_text(
        self,
        *,
        name: str = "",
        source: bytes | str = b"",
        encoding: Encoding = "auto",
        language: Language = "en",
        color: bool = False,
        passes: bool = False,
    ) -> str:
        """Lines as compilers print them, with the lines of `source` if it is given; `passes` adds what
        passed. Other arguments as :meth:`to_sarif` has them."""
        flags = _text_flags(color, passes)
        shown = _shown(name, source, encoding)
        return self._rendered(_native.Rendering(_native.RENDER_TEXT, flags, _language(language), shown))

    def _rendered(self, rendering: _native.Rendering) -> str:
        rules = self._rules.encode("utf-8", "surrogatepass")
        return _native.check_report(self._report._handle, rules, self._suspects, rendering)

    def __reduce__(self) -> tuple[Any, ...]:
        return CheckResult, (self._report, self._rules, self._suspects)

    def __repr__(self) -> str:
        return f"<CheckResult failures={len(self.failures)} of {len(self.findings)}>"


def check(report: AnnualReport, *, rules: Rules = None, suspects: bool = True) -> CheckResult:
    """Checks a report, which does not change: its sums, cells, completeness, and its text against its
    tables. 检查报告 ::

        result = nianbao.check(report, rules={"cell-blank": "error", "jump": "off"})
        for finding in result.failures:
            print(finding.message_zh)

    `rules` leaves rules out or makes them count otherwise; without `suspects` no cells are looked for
    that would explain what failed. Raises ValueError if `rules` names no rule or no severity.
    """
    return CheckResult(report, _rule_settings(rules), suspects)


@lru_cache(maxsize=None)
def rules() -> tuple[Rule, ...]:
    """The table of rules, in order of number. 规则目录"""
    return tuple(map(_rule, json.loads(_native.rules_json())))


def _rule(item: dict[str, Any]) -> Rule:
    word = item.pop("rule")
    return Rule(**{**item, "word": word, "severity": Severity(item["severity"])})


def _rule_settings(rules: Rules) -> str:
    if rules is None:
        return ""
    return rules if isinstance(rules, str) else ",".join(f"{word}={severity}" for word, severity in rules.items())


def _language(language: str) -> int:
    return _choice("language", language, _native.LANGUAGES)


def _shown(name: str, source: bytes | str, encoding: Encoding) -> _native.Shown:
    number = _choice("encoding", encoding, _native.ENCODINGS)
    if isinstance(source, str):
        source, number = source.encode("utf-8", "surrogatepass"), _native.ENCODINGS["utf-8"]
    return _native.Shown(name.encode("utf-8", "surrogatepass"), source, number)


def _text_flags(color: bool, passes: bool) -> int:
    return (_native.RENDER_COLOR if color else 0) | (_native.RENDER_ALL if passes else 0)


def _json_rendering(
    newer: _native.Shown, passes: bool, pretty: bool, older: _native.Shown | None = None
) -> _native.Rendering:
    flags = (_native.RENDER_ALL if passes else 0) | (_native.RENDER_PRETTY if pretty else 0)
    return _native.Rendering(_native.RENDER_JSON, flags, 0, newer, older or _native.Shown())


def _finding(item: dict[str, Any]) -> Finding:
    return Finding(
        **{
            **item,
            "severity": Severity(item["severity"]),
            "status": RuleStatus(item["status"]),
            "operands": tuple(map(_operand, item["operands"])),
            "span": _span(item["span"]),
        }
    )


def _operand(item: dict[str, Any]) -> Operand:
    return Operand(
        **{"report": None, **item, "state": CellState(item["state"]), "span": _span(item["span"])},
    )


def _statement(item: dict[str, Any]) -> Statement:
    paths = {key: tuple(item[key]) for key in ("matched", "matched_less")}
    return Statement(**{**item, **paths, "span": _span(item["span"])})


def _suspect(item: dict[str, Any]) -> Suspect:
    cells = (SuspectCell(**{**cell, "span": _span(cell["span"])}) for cell in item["cells"])
    return Suspect(**{**item, "cells": tuple(cells), "findings": tuple(item["findings"])})
