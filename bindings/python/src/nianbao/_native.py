# SPDX-License-Identifier: Apache-2.0
"""The C interface of the library (nianbao.h, check.h and tables.h), declared for ctypes.

Nothing here is public. The library is the file next to this module, or the one that the
environment variable NIANBAO_LIBRARY names. ctypes releases the GIL during every call.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from ctypes import POINTER, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from pathlib import Path
from typing import Any, NamedTuple

from ._structs import (
    Change,
    Check,
    CheckOptions,
    CompareOptions,
    Comparison,
    Date,
    Diagnostic,
    Figure,
    Finding,
    Input,
    Number,
    Operand,
    Options,
    Passage,
    RenderOptions,
    Repetition,
    Report,
    RuleInfo,
    Span,
    Statement,
    Suspect,
    SuspectCell,
    Table,
    View,
    Word,
)

ABI_VERSION = 1
"""NIANBAO_ABI_VERSION of the header that these declarations repeat."""

OK = 0
ERROR_ARGUMENT = 1
ERROR_NOMEM = 2
ERROR_JSON = 4

JSON_FIGURES = 1
JSON_PRETTY = 2

TEXT_EXTRACTED = 6

RENDER_JSON = 0
RENDER_TEXT = 1
RENDER_SARIF = 2
RENDER_HTML = 3

RENDER_PRETTY = 1
RENDER_COLOR = 2
RENDER_ALL = 4

LANGUAGES = {"en": 0, "zh": 1}

FORMATS = {"auto": 0, "plain": 1, "markdown": 2, "html": 3, "docx": 4, "layout": 5, "words": 6}
UNREADABLE = {
    "input.too-large": 3,
    "input.encrypted": 90,
    "input.damaged": 91,
    "input.tool-missing": 103,
    "input.timed-out": 104,
}
"""NIANBAO_CODE_… of what this package itself finds out about an input."""

ENCODINGS = {"auto": 0, "utf-8": 1, "utf-16le": 2, "utf-16be": 3, "gb18030": 4, "big5": 5}


def library_path() -> Path:
    """The file to load, as an absolute path."""
    override = os.environ.get("NIANBAO_LIBRARY")
    if override:
        return Path(override).absolute()
    names = {"win32": "nianbao.dll", "darwin": "libnianbao.dylib"}
    return Path(__file__).resolve().parent / names.get(sys.platform, "libnianbao.so")


def load(path: Path) -> ctypes.CDLL:
    """Loads the library at `path` and declares its functions. Raises ImportError."""
    try:
        library = ctypes.CDLL(str(path))
    except OSError as error:
        raise ImportError(f"the native library of nianbao cannot be loaded: {error}") from error
    try:
        check_abi(library, path)
        declare(library)
    except AttributeError as error:
        raise ImportError(f"{path} is not the native library of nianbao: {error}") from error
    return library


def check_abi(library: ctypes.CDLL, path: Path) -> None:
    """Raises ImportError unless the library has the binary interface declared here."""
    library.nianbao_abi_version.argtypes = []
    library.nianbao_abi_version.restype = c_int32
    found = library.nianbao_abi_version()
    if found != ABI_VERSION:
        raise ImportError(
            f"{path} has binary interface {found}, but this version of the Python package needs {ABI_VERSION}"
        )


Signatures = dict[str, tuple[Any, list[Any]]]
"""Results and arguments of functions by name."""


def check_signatures() -> Signatures:
    """What nianbao/check.h declares."""
    report, check, comparison = POINTER(Report), POINTER(Check), POINTER(Comparison)
    status = c_int32
    index = c_size_t
    text = [POINTER(POINTER(c_char)), POINTER(c_size_t)]
    return {
        "nianbao_rule_count": (c_size_t, []),
        "nianbao_rule": (status, [index, POINTER(RuleInfo)]),
        "nianbao_rules_json": (status, [c_uint32, *text]),
        "nianbao_check_options_init": (status, [POINTER(CheckOptions), c_size_t]),
        "nianbao_compare_options_init": (status, [POINTER(CompareOptions), c_size_t]),
        "nianbao_render_options_init": (status, [POINTER(RenderOptions), c_size_t]),
        "nianbao_report_check": (status, [report, POINTER(CheckOptions), POINTER(check)]),
        "nianbao_check_free": (None, [check]),
        "nianbao_check_count": (c_size_t, [check, c_int32]),
        "nianbao_check_has_errors": (c_int32, [check]),
        "nianbao_check_finding_count": (c_size_t, [check]),
        "nianbao_check_finding": (status, [check, index, POINTER(Finding)]),
        "nianbao_check_operand": (status, [check, index, index, POINTER(Operand)]),
        "nianbao_check_statement_count": (c_size_t, [check]),
        "nianbao_check_statement": (status, [check, index, POINTER(Statement)]),
        "nianbao_check_statement_match": (status, [check, index, index, POINTER(View)]),
        "nianbao_check_suspect_count": (c_size_t, [check]),
        "nianbao_check_suspect": (status, [check, index, POINTER(Suspect)]),
        "nianbao_check_suspect_cell": (status, [check, index, index, POINTER(SuspectCell)]),
        "nianbao_check_suspect_finding": (status, [check, index, index, POINTER(c_size_t)]),
        "nianbao_check_render": (status, [check, c_int32, POINTER(RenderOptions), *text]),
        "nianbao_compare": (status, [report, report, POINTER(CompareOptions), POINTER(comparison)]),
        "nianbao_comparison_free": (None, [comparison]),
        "nianbao_comparison_count": (c_size_t, [comparison, c_int32]),
        "nianbao_comparison_has_errors": (c_int32, [comparison]),
        "nianbao_comparison_finding_count": (c_size_t, [comparison]),
        "nianbao_comparison_finding": (status, [comparison, index, POINTER(Finding)]),
        "nianbao_comparison_operand": (status, [comparison, index, index, POINTER(Operand)]),
        "nianbao_comparison_change_count": (c_size_t, [comparison]),
        "nianbao_comparison_change": (status, [comparison, index, POINTER(Change)]),
        "nianbao_comparison_repetition_count": (c_size_t, [comparison]),
        "nianbao_comparison_repetition": (status, [comparison, index, POINTER(Repetition)]),
        "nianbao_comparison_passage": (status, [comparison, index, index, POINTER(Passage)]),
        "nianbao_comparison_render": (status, [comparison, c_int32, POINTER(RenderOptions), *text]),
    }


def table_signatures() -> Signatures:
    """What nianbao/tables.h declares."""
    table = POINTER(Table)
    status = c_int32
    return {
        "nianbao_table_new": (status, [c_int32, POINTER(table)]),
        "nianbao_table_free": (None, [table]),
        "nianbao_table_add_report": (status, [table, POINTER(Report), View]),
        "nianbao_table_parse": (status, [table, c_char_p, c_size_t, POINTER(Options), View]),
        "nianbao_table_parse_all": (status, [table, POINTER(Input), c_size_t, POINTER(Options), POINTER(c_size_t)]),
        "nianbao_table_append": (status, [table, table]),
        "nianbao_table_row_count": (c_uint64, [table]),
        "nianbao_table_schema": (status, [table, c_void_p]),
        "nianbao_table_export": (status, [table, c_void_p]),
    }


def declare(library: ctypes.CDLL) -> None:
    """Declares arguments and results of every function."""
    report = POINTER(Report)
    status = c_int32
    signatures: Signatures = {
        "nianbao_version": (c_char_p, []),
        "nianbao_status_message": (c_char_p, [status]),
        "nianbao_options_init": (status, [POINTER(Options), c_size_t]),
        "nianbao_parse": (status, [c_char_p, c_size_t, POINTER(Options), POINTER(report)]),
        "nianbao_parse_words": (status, [POINTER(Word), c_size_t, POINTER(Options), POINTER(report)]),
        "nianbao_unreadable": (status, [c_int32, c_char_p, c_int64, c_int64, POINTER(report)]),
        "nianbao_report_from_json": (status, [c_char_p, c_size_t, POINTER(report)]),
        "nianbao_report_infer": (status, [report, POINTER(report)]),
        "nianbao_report_free": (None, [report]),
        "nianbao_report_recognised": (c_int32, [report]),
        "nianbao_report_text": (status, [report, c_int32, POINTER(View)]),
        "nianbao_report_metadata": (status, [report, c_char_p, POINTER(View)]),
        "nianbao_report_year": (c_int32, [report]),
        "nianbao_report_template": (c_int32, [report]),
        "nianbao_report_period": (status, [report, POINTER(Date), POINTER(Date)]),
        "nianbao_report_figure_count": (c_size_t, [report]),
        "nianbao_report_figure": (status, [report, c_size_t, POINTER(Figure)]),
        "nianbao_report_figure_by_path": (status, [report, c_char_p, POINTER(Figure)]),
        "nianbao_report_diagnostic_count": (c_size_t, [report]),
        "nianbao_report_diagnostic": (status, [report, c_size_t, POINTER(Diagnostic)]),
        "nianbao_report_json": (status, [report, c_uint32, POINTER(POINTER(c_char)), POINTER(c_size_t)]),
        "nianbao_string_free": (None, [POINTER(c_char)]),
    }
    signatures.update(check_signatures())
    signatures.update(table_signatures())
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments


lib = load(library_path())


class NianbaoError(RuntimeError):
    """The library failed: a defect of it or of this package, never of a document."""


def check(status: int) -> None:
    """Raises for a status that is not OK."""
    if status == OK:
        return
    message = lib.nianbao_status_message(status).decode("utf-8")
    if status == ERROR_NOMEM:
        raise MemoryError(message)
    if status == ERROR_JSON:
        raise ValueError(message)
    raise NianbaoError(message)


def version() -> str:
    """The version of the library."""
    text: bytes = lib.nianbao_version()
    return text.decode("ascii")


class Handle:
    """Owns a report of the library, which is freed with it."""

    __slots__ = ("pointer",)

    def __init__(self, pointer: ctypes._Pointer[Report]) -> None:
        self.pointer = pointer

    # Bound here, for at the end of the interpreter the module may be gone.
    def __del__(self, free: Any = lib.nianbao_report_free) -> None:
        free(self.pointer)


Taken = tuple[Handle, bool, str]
"""A report, if it is such a report at all, and the text that its places refer to (empty: to what was parsed)."""


def options_of(format: int, encoding: int, max_bytes: int | None) -> Options:
    """Options of parsing."""
    options = Options()
    check(lib.nianbao_options_init(ctypes.byref(options), ctypes.sizeof(options)))
    options.format = format
    options.encoding = encoding
    if max_bytes is not None:
        options.max_bytes = max_bytes
    return options


def parse(data: bytes, options: Options) -> Taken:
    """Parses `data`."""
    report = POINTER(Report)()
    check(lib.nianbao_parse(data, len(data), ctypes.byref(options), ctypes.byref(report)))
    return _taken(report)


def parse_words(
    words: Sequence[tuple[bytes, float, float, float, float, int]], max_bytes: int | None
) -> Taken:
    """Parses words with their boxes and pages."""
    options = Options()
    check(lib.nianbao_options_init(ctypes.byref(options), ctypes.sizeof(options)))
    if max_bytes is not None:
        options.max_bytes = max_bytes
    # One text for all words, so that one buffer holds them.
    text = b"".join(word[0] for word in words)
    buffer = ctypes.create_string_buffer(text, len(text) + 1)
    address = ctypes.addressof(buffer)
    array = (Word * len(words))()
    at = 0
    for native, (content, x0, y0, x1, y1, page) in zip(array, words):
        native.text.data = ctypes.cast(address + at, POINTER(c_char))
        native.text.size = len(content)
        native.x0, native.y0, native.x1, native.y1, native.page = x0, y0, x1, y1, page
        at += len(content)
    report = POINTER(Report)()
    check(lib.nianbao_parse_words(array, len(words), ctypes.byref(options), ctypes.byref(report)))
    return _taken(report)


def unreadable(code: int, text: str, n: int, m: int) -> Taken:
    """The report of an input whose text could not be had."""
    report = POINTER(Report)()
    check(lib.nianbao_unreadable(code, text.encode("utf-8"), n, m, ctypes.byref(report)))
    return _taken(report)


def default_max_bytes() -> int:
    """How much of an input is read if the caller does not say."""
    options = Options()
    check(lib.nianbao_options_init(ctypes.byref(options), ctypes.sizeof(options)))
    return int(options.max_bytes)


def from_json(json: bytes) -> Taken:
    """Reads a report from its JSON."""
    report = POINTER(Report)()
    check(lib.nianbao_report_from_json(json, len(json), ctypes.byref(report)))
    return _taken(report)


def infer(handle: Handle) -> Taken:
    """The same report with what its sums prove."""
    report = POINTER(Report)()
    check(lib.nianbao_report_infer(handle.pointer, ctypes.byref(report)))
    return _taken(report)


def json_of(report: Handle, flags: int) -> str:
    """A report as JSON."""
    text = POINTER(c_char)()
    size = c_size_t()
    check(lib.nianbao_report_json(report.pointer, flags, ctypes.byref(text), ctypes.byref(size)))
    return _copied(text, size)


def _taken(report: ctypes._Pointer[Report]) -> Taken:
    handle = Handle(report)
    extracted = View()
    check(lib.nianbao_report_text(report, TEXT_EXTRACTED, ctypes.byref(extracted)))
    return handle, bool(lib.nianbao_report_recognised(report)), extracted.text()


def _copied(text: ctypes._Pointer[c_char], size: c_size_t) -> str:
    try:
        return ctypes.string_at(text, size.value).decode("utf-8")
    finally:
        lib.nianbao_string_free(text)


class Shown(NamedTuple):
    """What a report is called where findings are shown, and what it was parsed from."""

    name: bytes = b""
    source: bytes = b""
    encoding: int = 0


class Rendering(NamedTuple):
    """What to write of findings."""

    format: int
    flags: int = 0
    language: int = 0
    newer: Shown = Shown()
    older: Shown = Shown()


JSON_OF_ALL = Rendering(RENDER_JSON, RENDER_ALL)


def check_report(report: Handle, rules: bytes, suspects: bool, rendering: Rendering) -> str:
    """Checks a report and renders what was found. Raises ValueError for rules that cannot be read."""
    options = CheckOptions()
    check(lib.nianbao_check_options_init(ctypes.byref(options), ctypes.sizeof(options)))
    options.rules = rules
    options.suspects = suspects
    result = POINTER(Check)()
    _check_rules(lib.nianbao_report_check(report.pointer, ctypes.byref(options), ctypes.byref(result)), rules)
    try:
        return _rendered(lib.nianbao_check_render, result, rendering)
    finally:
        lib.nianbao_check_free(result)


class Comparing(NamedTuple):
    """The options of a comparison; None is the library's default."""

    rules: bytes
    shortest_passage: int | None
    repetition_limit: float | None
    repetition_length: int | None
    jump_factor: float | None
    jump_difference: float | None


def compare_reports(older: Handle, newer: Handle, comparing: Comparing, rendering: Rendering) -> str:
    """Compares two reports and renders what was found. Raises ValueError for rules that cannot be read."""
    options = CompareOptions()
    check(lib.nianbao_compare_options_init(ctypes.byref(options), ctypes.sizeof(options)))
    for name, value in comparing._asdict().items():
        if value is not None:
            setattr(options, name, value)
    result = POINTER(Comparison)()
    status = lib.nianbao_compare(older.pointer, newer.pointer, ctypes.byref(options), ctypes.byref(result))
    _check_rules(status, comparing.rules)
    try:
        return _rendered(lib.nianbao_comparison_render, result, rendering)
    finally:
        lib.nianbao_comparison_free(result)


def rules_json() -> str:
    """The table of rules."""
    text = POINTER(c_char)()
    size = c_size_t()
    check(lib.nianbao_rules_json(0, ctypes.byref(text), ctypes.byref(size)))
    return _copied(text, size)


def _check_rules(status: int, rules: bytes) -> None:
    if status == ERROR_ARGUMENT:
        raise ValueError(f"rules are {rules.decode(errors='replace')!r}, but must be like 'balance=off,cell-blank=error'")
    check(status)


def _rendered(render: Any, result: Any, rendering: Rendering) -> str:
    options = RenderOptions()
    check(lib.nianbao_render_options_init(ctypes.byref(options), ctypes.sizeof(options)))
    options.language = rendering.language
    options.flags = rendering.flags
    options.name, options.source = _view(rendering.newer.name), _view(rendering.newer.source)
    options.encoding = rendering.newer.encoding
    options.older_name, options.older_source = _view(rendering.older.name), _view(rendering.older.source)
    options.older_encoding = rendering.older.encoding
    text = POINTER(c_char)()
    size = c_size_t()
    check(render(result, rendering.format, ctypes.byref(options), ctypes.byref(text), ctypes.byref(size)))
    return _copied(text, size)


def _view(data: bytes) -> View:
    # Borrows: `data` must be kept while the view is used.
    return View(ctypes.cast(c_char_p(data), POINTER(c_char)), len(data))
