# SPDX-License-Identifier: Apache-2.0
"""Tables of the library (tables.h) and the Arrow PyCapsule interface over them, by ctypes alone.

Nothing here is public.
"""

from __future__ import annotations

import ctypes
import threading
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int64, c_void_p
from typing import Any

from . import _native
from ._structs import Options, Report, Table

TABLES = {"figures": 0, "reports": 1, "diagnostics": 2, "statements": 3}


class ArrowSchema(ctypes.Structure):
    """ArrowSchema: of its members only the one is used that gives it back."""

    _fields_ = [
        ("format", c_char_p),
        ("name", c_char_p),
        ("metadata", c_void_p),
        ("flags", c_int64),
        ("n_children", c_int64),
        ("children", c_void_p),
        ("dictionary", c_void_p),
        ("release", CFUNCTYPE(None, c_void_p)),
        ("private_data", c_void_p),
    ]


class ArrowArrayStream(ctypes.Structure):
    """ArrowArrayStream, likewise."""

    _fields_ = [
        ("get_schema", c_void_p),
        ("get_next", c_void_p),
        ("get_last_error", c_void_p),
        ("release", CFUNCTYPE(None, c_void_p)),
        ("private_data", c_void_p),
    ]


class TableHandle:
    """Owns a table of the library. Only one thread at a time may use it, except as said."""

    __slots__ = ("lock", "pointer")

    def __init__(self, which: int) -> None:
        self.pointer = POINTER(Table)()
        self.lock = threading.Lock()
        _native.check(_native.lib.nianbao_table_new(which, ctypes.byref(self.pointer)))

    # Bound here, for at the end of the interpreter the module may be gone.
    def __del__(self, free: Any = _native.lib.nianbao_table_free) -> None:
        free(self.pointer)

    def parse(self, data: bytes, options: Options, source: bytes) -> None:
        """Parses `data` and adds its rows."""
        view = _native._view(source)
        _check(
            _native.lib.nianbao_table_parse(self.pointer, data, len(data), ctypes.byref(options), view),
        )

    def add_report(self, report: ctypes._Pointer[Report], source: bytes) -> None:
        """Adds the rows of a report."""
        _check(_native.lib.nianbao_table_add_report(self.pointer, report, _native._view(source)))

    def append(self, other: TableHandle) -> None:
        """Moves the rows of `other` behind these."""
        _native.check(_native.lib.nianbao_table_append(self.pointer, other.pointer))

    def row_count(self) -> int:
        """How many rows there are."""
        return int(_native.lib.nianbao_table_row_count(self.pointer))

    def schema_capsule(self) -> object:
        """What ``__arrow_c_schema__`` returns. Any thread may ask."""
        schema = ArrowSchema()
        _native.check(_native.lib.nianbao_table_schema(self.pointer, ctypes.byref(schema)))
        return _capsule(schema, _SCHEMA)

    def stream_capsule(self) -> object:
        """What ``__arrow_c_stream__`` returns. Any thread may ask."""
        stream = ArrowArrayStream()
        with self.lock:
            _native.check(_native.lib.nianbao_table_export(self.pointer, ctypes.byref(stream)))
        return _capsule(stream, _STREAM)


def _check(status: int) -> None:
    if status == _native.ERROR_ARGUMENT:
        raise ValueError("a text has 2 GiB or more, for which a column has no room")
    _native.check(status)


# The names of capsules must live as long as these do.
_SCHEMA = ctypes.create_string_buffer(b"arrow_schema")
_STREAM = ctypes.create_string_buffer(b"arrow_array_stream")

# What capsules hold, by their addresses: it must stay where it is until the capsule is gone.
_held: dict[int, Any] = {}


@ctypes.PYFUNCTYPE(None, c_void_p)
def _destroy(capsule: int, held: dict[int, Any] = _held) -> None:
    # The capsule may go while an exception is on its way, so nothing of Python's C interface is called here. A
    # program that took the content has left no release.
    content = held.pop(capsule)
    if content.release:
        content.release(ctypes.addressof(content))


_new_capsule = ctypes.pythonapi.PyCapsule_New
_new_capsule.restype = ctypes.py_object
_new_capsule.argtypes = [c_void_p, c_void_p, c_void_p]


def _capsule(content: ArrowSchema | ArrowArrayStream, name: ctypes.Array[ctypes.c_char]) -> object:
    address = ctypes.addressof(content)
    try:
        capsule: object = _new_capsule(address, ctypes.addressof(name), ctypes.cast(_destroy, c_void_p))
    except BaseException:
        content.release(address)
        raise
    _held[id(capsule)] = content
    return capsule
