# SPDX-License-Identifier: Apache-2.0
"""What every figure is made of: cells, their states, their places."""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import Any, NamedTuple


class CellState(str, enum.Enum):
    """What stands in a cell of the form. 单元格状态

    The values are the words of the JSON: ``CellState("blank") is CellState.BLANK``.
    """

    NUMBER = "number"
    """A number is printed. 印有数字"""
    BLANK = "blank"
    """The cell is printed and empty. 空白"""
    NOT_APPLICABLE = "not_applicable"
    """A mark for "none": / — - 无 不适用 N/A. 以符号表示无"""
    UNREADABLE = "unreadable"
    """Text where a number belongs. 应为数字处是文字"""
    ABSENT = "absent"
    """Not printed: a cut row, a missing row or column. 未印出"""
    INFERRED = "inferred"
    """Not printed, but proven by the form's own equations. 由勾稽关系推得"""


class Span(NamedTuple):
    """A place in the input. 在原文中的位置

    ``start`` and ``end`` are offsets in bytes, half open, into what was parsed: for a file its
    bytes, for a ``str`` of text its UTF-8. ``line`` counts from 1, ``column`` counts characters
    from 1::

        source[cell.span.slice].decode("gb18030")
    """

    start: int
    end: int
    line: int
    column: int

    @property
    def slice(self) -> slice:
        """``slice(start, end)``, for the bytes that were parsed."""
        return slice(self.start, self.end)


class Cell(NamedTuple):
    """One figure of the form. 表格中的一个数据

    ``value`` is None unless the state is NUMBER or INFERRED: what is not printed is never 0.
    Counts (件) are ``int``; an amount (万元) is an exact ``Decimal`` with the decimals that are
    printed. A count that is printed with decimals, which has a diagnostic ``cell.not-a-count``,
    is a ``Decimal`` too.
    """

    state: CellState
    value: int | Decimal | None
    raw: str
    """What is printed, widths and spaces folded; "" if nothing is."""
    span: Span | None
    """Where it is printed; for a blank cell an empty span at its place; None if it is not."""


class Record:
    """A base of frozen dataclasses with slots that lets them be copied and pickled."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, name) for name in self.__slots__)
