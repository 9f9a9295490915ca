# SPDX-License-Identifier: Apache-2.0
"""Tables of the library (tables.h) and the Arrow PyCapsule interface over them, by ctypes alone.

Nothing here is public.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int64, c_void_p
from typing import Any, NamedTuple

from . import _native
from ._structs import Input, Options, Table

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


def _check(status: int) -> None:
    if status == _native.ERROR_ARGUMENT:
        raise ValueError("a text has 2 GiB or more, for which a column has no room")
    _native.check(status)


# The names of capsules must live as long as these do.
_SCHEMA = ctypes.create_string_buffer(b"arrow_schema")
_STREAM = ctypes.create_string_buffer(b"arrow_array_stream")

_new_capsule = ctypes.pythonapi.PyCapsule_New
_new_capsule.restype = ctypes.py_object
_new_capsule.argtypes = [c_void_p, c_void_p, c_void_p]


class _Held(NamedTuple):
    capsule: object
    content: Any


class _Capsules:
    """All capsules that were handed out, with what they point to.

    A destructor of the capsule would be a function of Python, and a capsule may go while an exception is on its
    way, which running Python there would lose. So capsules are kept here, and those that nobody else has are let
    go when it is safe: with the next one, and when a table goes.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # The first is nobody else's: it shows how many references such a capsule has.
        self._all = [_Held(object(), None)]

    def __len__(self) -> int:
        return len(self._all) - 1

    def new(self, content: ArrowSchema | ArrowArrayStream, name: ctypes.Array[ctypes.c_char]) -> object:
        """A capsule that points to `content`."""
        self.sweep()
        with self._lock:
            capsule: object = _new_capsule(ctypes.addressof(content), ctypes.addressof(name), None)
            self._all.append(_Held(capsule, content))
        return capsule

    def sweep(self) -> None:
        """Lets go what nobody has any more, unless another thread is about to."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            unused = sys.getrefcount(self._all[0].capsule)
            gone = [i for i in range(1, len(self._all)) if sys.getrefcount(self._all[i].capsule) <= unused]
            contents = [self._all.pop(i).content for i in reversed(gone)]
        finally:
            self._lock.release()
        for content in contents:
            # A program that took the content has left no release.
            if content.release:
                content.release(ctypes.addressof(content))


capsules = _Capsules()


class TableHandle:
    """Owns a table of the library. Only one thread at a time may use it, except as said."""

    __slots__ = ("lock", "pointer")

    def __init__(self, which: int) -> None:
        self.pointer = POINTER(Table)()
        self.lock = threading.Lock()
        _native.check(_native.lib.nianbao_table_new(which, ctypes.byref(self.pointer)))

    # Bound here, for at the end of the interpreter the module may be gone.
    def __del__(self, free: Any = _native.lib.nianbao_table_free, sweep: Any = capsules.sweep) -> None:
        free(self.pointer)
        sweep()

    def parse_all(self, inputs: list[tuple[bytes, bytes]], options: Options) -> None:
        """Parses each of `inputs`, its bytes and its source, and adds its rows."""
        count = len(inputs)
        given = (Input * count)(*(Input(data, len(data), source, len(source)) for data, source in inputs))
        _check(_native.lib.nianbao_table_parse_all(self.pointer, given, count, ctypes.byref(options), None))

    def add_report(self, report: _native.Handle, source: bytes) -> None:
        """Adds the rows of a report."""
        _check(_native.lib.nianbao_table_add_report(self.pointer, report.pointer, _native._view(source)))

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
        return capsules.new(schema, _SCHEMA)

    def stream_capsule(self) -> object:
        """What ``__arrow_c_stream__`` returns. Any thread may ask."""
        stream = ArrowArrayStream()
        with self.lock:
            _native.check(_native.lib.nianbao_table_export(self.pointer, ctypes.byref(stream)))
        return capsules.new(stream, _STREAM)
