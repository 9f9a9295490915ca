# SPDX-License-Identifier: Apache-2.0
"""The C interface of the library (nianbao.h), declared for ctypes.

Nothing here is public. The library is the file next to this module, or the one that the
environment variable NIANBAO_LIBRARY names. ctypes releases the GIL during every call.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from ctypes import POINTER, c_char, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint32, c_uint64
from pathlib import Path

ABI_VERSION = 1
"""NIANBAO_ABI_VERSION of the header that these declarations repeat."""

OK = 0
ERROR_NOMEM = 2
ERROR_JSON = 4

JSON_FIGURES = 1
JSON_PRETTY = 2

TEXT_EXTRACTED = 6

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


class Report(ctypes.Structure):
    """nianbao_report: opaque."""


class View(ctypes.Structure):
    """nianbao_view: borrowed UTF-8."""

    _fields_ = [("data", POINTER(c_char)), ("size", c_size_t)]

    def text(self) -> str:
        """A copy of the text."""
        return ctypes.string_at(self.data, self.size).decode("utf-8")


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


def declare(library: ctypes.CDLL) -> None:
    """Declares arguments and results of every function."""
    report = POINTER(Report)
    status = c_int32
    signatures = {
        "nianbao_version": (c_char_p, []),
        "nianbao_status_message": (c_char_p, [status]),
        "nianbao_options_init": (status, [POINTER(Options), c_size_t]),
        "nianbao_parse": (status, [c_char_p, c_size_t, POINTER(Options), POINTER(report)]),
        "nianbao_parse_words": (status, [POINTER(Word), c_size_t, POINTER(Options), POINTER(report)]),
        "nianbao_unreadable": (status, [c_int32, c_char_p, c_int64, c_int64, POINTER(report)]),
        "nianbao_report_from_json": (status, [c_char_p, c_size_t, POINTER(report)]),
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


def parse(data: bytes, format: int, encoding: int, max_bytes: int | None) -> tuple[str, bool, str]:
    """Parses `data`. Returns the report's JSON with figures, if it is such a report at all, and the
    text that its places refer to (empty: to `data`)."""
    options = Options()
    check(lib.nianbao_options_init(ctypes.byref(options), ctypes.sizeof(options)))
    options.format = format
    options.encoding = encoding
    if max_bytes is not None:
        options.max_bytes = max_bytes
    report = POINTER(Report)()
    check(lib.nianbao_parse(data, len(data), ctypes.byref(options), ctypes.byref(report)))
    return _taken(report, JSON_FIGURES)


def parse_words(
    words: Sequence[tuple[bytes, float, float, float, float, int]], max_bytes: int | None
) -> tuple[str, bool, str]:
    """Parses words with their boxes and pages. Returns what parse() returns."""
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
    return _taken(report, JSON_FIGURES)


def unreadable(code: int, text: str, n: int, m: int) -> tuple[str, bool, str]:
    """The report of an input whose text could not be had. Returns what parse() returns."""
    report = POINTER(Report)()
    check(lib.nianbao_unreadable(code, text.encode("utf-8"), n, m, ctypes.byref(report)))
    return _taken(report, JSON_FIGURES)


def default_max_bytes() -> int:
    """How much of an input is read if the caller does not say."""
    options = Options()
    check(lib.nianbao_options_init(ctypes.byref(options), ctypes.sizeof(options)))
    return int(options.max_bytes)


def from_json(json: bytes, flags: int) -> tuple[str, bool, str]:
    """Reads a report from its JSON and writes it again. Returns what parse() returns."""
    report = POINTER(Report)()
    check(lib.nianbao_report_from_json(json, len(json), ctypes.byref(report)))
    return _taken(report, flags)


def _taken(report: ctypes._Pointer[Report], flags: int) -> tuple[str, bool, str]:
    # Copies what is needed and frees the report: nothing native outlives the call.
    text = POINTER(c_char)()
    size = c_size_t()
    extracted = View()
    try:
        check(lib.nianbao_report_json(report, flags, ctypes.byref(text), ctypes.byref(size)))
        check(lib.nianbao_report_text(report, TEXT_EXTRACTED, ctypes.byref(extracted)))
        json = ctypes.string_at(text, size.value).decode("utf-8")
        return json, bool(lib.nianbao_report_recognised(report)), extracted.text()
    finally:
        lib.nianbao_string_free(text)
        lib.nianbao_report_free(report)
