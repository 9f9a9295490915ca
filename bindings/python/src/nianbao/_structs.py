# SPDX-License-Identifier: Apache-2.0
"""The structs of nianbao.h, check.h and tables.h for ctypes, member by member. Nothing here is public."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint32, c_uint64


class Report(ctypes.Structure):
    """nianbao_report: opaque."""


class Check(ctypes.Structure):
    """nianbao_check: opaque."""


class Comparison(ctypes.Structure):
    """nianbao_comparison: opaque."""


class Table(ctypes.Structure):
    """nianbao_table: opaque."""


class View(ctypes.Structure):
    """nianbao_view: borrowed UTF-8."""

    _fields_ = [("data", POINTER(c_char)), ("size", c_size_t)]

    def text(self) -> str:
        """A copy of the text."""
        return ctypes.string_at(self.data, self.size).decode("utf-8")


class Input(ctypes.Structure):
    """nianbao_input."""

    _fields_ = [("data", c_char_p), ("size", c_size_t), ("source", c_char_p), ("source_size", c_size_t)]


class Span(ctypes.Structure):
    """nianbao_span."""

    _fields_ = [("start", c_uint64), ("end", c_uint64), ("line", c_uint32), ("column", c_uint32)]


class Figure(ctypes.Structure):
    """nianbao_figure."""

    _fields_ = [
        ("path", View),
        ("raw", View),
        ("coefficient", c_int64),
        ("scale", c_int32),
        ("state", c_int32),
        ("span", Span),
    ]


class Diagnostic(ctypes.Structure):
    """nianbao_diagnostic."""

    _fields_ = [
        ("code", c_int32),
        ("severity", c_int32),
        ("word", View),
        ("message", View),
        ("message_zh", View),
        ("path", View),
        ("span", Span),
    ]


class Date(ctypes.Structure):
    """nianbao_date."""

    _fields_ = [("year", c_int32), ("month", c_int32), ("day", c_int32)]


class Word(ctypes.Structure):
    """nianbao_word."""

    _fields_ = [
        ("text", View),
        ("x0", c_double),
        ("y0", c_double),
        ("x1", c_double),
        ("y1", c_double),
        ("page", c_uint32),
        ("reserved", c_uint32),
    ]


class Options(ctypes.Structure):
    """nianbao_options."""

    _fields_ = [
        ("struct_size", c_size_t),
        ("format", c_int32),
        ("encoding", c_int32),
        ("max_bytes", c_uint64),
        ("max_lines", c_uint64),
        ("max_cells", c_uint64),
        ("max_diagnostics", c_uint64),
        ("max_unpacked_bytes", c_uint64),
        ("max_unpacked_ratio", c_uint64),
    ]


class Number(ctypes.Structure):
    """nianbao_number."""

    _fields_ = [("coefficient", c_int64), ("scale", c_int32), ("known", c_int32)]


class RuleInfo(ctypes.Structure):
    """nianbao_rule_info."""

    _fields_ = [
        ("rule", c_int32),
        ("severity", c_int32),
        ("word", View),
        ("title", View),
        ("title_zh", View),
        ("scope", View),
        ("forms", View),
        ("formula", View),
        ("formula_zh", View),
        ("source", View),
        ("source_zh", View),
        ("message", View),
        ("message_zh", View),
    ]


class Finding(ctypes.Structure):
    """nianbao_finding."""

    _fields_ = [
        ("rule", c_int32),
        ("severity", c_int32),
        ("status", c_int32),
        ("reserved", c_int32),
        ("word", View),
        ("subject", View),
        ("message", View),
        ("message_zh", View),
        ("left", Number),
        ("right", Number),
        ("difference", Number),
        ("span", Span),
        ("fingerprint", c_uint64),
        ("operand_count", c_uint64),
    ]


class Operand(ctypes.Structure):
    """nianbao_operand."""

    _fields_ = [
        ("path", View),
        ("text", View),
        ("value", Number),
        ("state", c_int32),
        ("side", c_int32),
        ("of_older", c_int32),
        ("reserved", c_int32),
        ("span", Span),
    ]


class Statement(ctypes.Structure):
    """nianbao_statement."""

    _fields_ = [
        ("kind", View),
        ("outcome", View),
        ("channel", View),
        ("value", c_int64),
        ("unit", View),
        ("row", View),
        ("path", View),
        ("text", View),
        ("start", c_uint64),
        ("end", c_uint64),
        ("span", Span),
        ("in_words", c_int32),
        ("is_part", c_int32),
        ("match_count", c_uint32),
        ("match_less_count", c_uint32),
    ]


class Suspect(ctypes.Structure):
    """nianbao_suspect."""

    _fields_ = [
        ("kind", View),
        ("message", View),
        ("message_zh", View),
        ("rank", c_uint32),
        ("cell_count", c_uint32),
        ("finding_count", c_uint32),
        ("reserved", c_uint32),
    ]


class SuspectCell(ctypes.Structure):
    """nianbao_suspect_cell."""

    _fields_ = [("path", View), ("span", Span), ("printed", Number), ("suggested", Number)]


class Change(ctypes.Structure):
    """nianbao_change."""

    _fields_ = [
        ("path", View),
        ("older", Number),
        ("newer", Number),
        ("difference", Number),
        ("older_state", c_int32),
        ("newer_state", c_int32),
        ("differs", c_int32),
        ("reserved", c_int32),
    ]


class Repetition(ctypes.Structure):
    """nianbao_repetition."""

    _fields_ = [
        ("path", View),
        ("length", c_uint64),
        ("repeated", c_uint64),
        ("rate", c_double),
        ("rate_without_figures", c_double),
        ("passage_count", c_uint64),
    ]


class Passage(ctypes.Structure):
    """nianbao_passage."""

    _fields_ = [
        ("older_start", c_uint64),
        ("older_end", c_uint64),
        ("newer_start", c_uint64),
        ("newer_end", c_uint64),
        ("older_span", Span),
        ("newer_span", Span),
    ]


class CheckOptions(ctypes.Structure):
    """nianbao_check_options."""

    _fields_ = [("struct_size", c_size_t), ("rules", c_char_p), ("suspects", c_int32), ("reserved", c_int32)]


class CompareOptions(ctypes.Structure):
    """nianbao_compare_options."""

    _fields_ = [
        ("struct_size", c_size_t),
        ("rules", c_char_p),
        ("shortest_passage", c_uint64),
        ("repetition_limit", c_double),
        ("repetition_length", c_uint64),
        ("jump_factor", c_double),
        ("jump_difference", c_double),
    ]


class RenderOptions(ctypes.Structure):
    """nianbao_render_options."""

    _fields_ = [
        ("struct_size", c_size_t),
        ("language", c_int32),
        ("flags", c_uint32),
        ("name", View),
        ("source", View),
        ("encoding", c_int32),
        ("older_encoding", c_int32),
        ("older_name", View),
        ("older_source", View),
    ]
