# SPDX-License-Identifier: Apache-2.0
"""Many reports as one long table for data frames, by the Arrow C data interface."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from importlib import import_module
from itertools import islice
from operator import length_hint
from typing import Any, Literal, Union

from . import _arrow, _native, _pdf
from ._structs import Options
from .report import AnnualReport, Encoding, Format, Source, _choice, _content, _options, _pdf_words, _unreadable

TableName = Literal["figures", "reports", "diagnostics", "statements"]
"""What a row is: a cell of the form, a report, a diagnostic, a quantity that a text states. 表"""

TableSource = Union[Source, AnnualReport, "tuple[str, Source | AnnualReport]"]
"""What rows are made of: see :func:`table`."""

_CHUNK = 512
"""Reports that a thread reads at most before its rows go to the others: some hundred thousand figures."""

_CHUNKS_A_THREAD = 8
"""What there should be if there are fewer, so that no thread waits long for the last."""

_CALL_INPUTS = 64
_CALL_BYTES = 4 << 20
"""What the library is given at a time: so much that threads do not meet at the interpreter's lock for each report,
and so little that memory is that of a few files."""


class Table:
    """Rows of many reports in columns. 长表

    Whatever knows the Arrow PyCapsule interface takes it as it is, without a copy and as often as it
    likes: ``pyarrow.table(t)``, ``polars.DataFrame(t)``, ``duckdb.from_arrow(t)``. Columns are those of
    ``nianbao export``; fields of the schema describe them in metadata ``description`` and
    ``description_zh``. Texts that repeat are dictionaries, numbers ``decimal128(38, 18)``. Columns whose words the
    form or the codebook knows have the same dictionary in every table, with small numbers, so that frames of two
    tables have the same categories.
    """

    __slots__ = ("_handle", "_name")

    def __init__(self, handle: _arrow.TableHandle, name: TableName) -> None:
        self._handle = handle
        self._name = name

    @property
    def name(self) -> TableName:
        """Which table it is."""
        return self._name

    def __len__(self) -> int:
        return self._handle.row_count()

    def __arrow_c_schema__(self) -> object:
        return self._handle.schema_capsule()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        # There is one schema, and asking for another is a wish by the protocol.
        return self._handle.stream_capsule()

    def to_arrow(self) -> Any:
        """A ``pyarrow.Table`` (needs pyarrow)."""
        return import_module("pyarrow").table(self)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame`` (needs pandas 2 and pyarrow). Texts that repeat are categories; the other
        columns stay Arrow's, so that counts with blanks stay whole numbers and amounts exact."""
        pandas, types = import_module("pandas"), import_module("pyarrow.types")
        return self.to_arrow().to_pandas(
            types_mapper=lambda type: None if types.is_dictionary(type) else pandas.ArrowDtype(type)
        )

    def to_polars(self) -> Any:
        """A ``polars.DataFrame`` (needs polars)."""
        return import_module("polars").DataFrame(self)

    def __repr__(self) -> str:
        return f"<Table {self._name}: {len(self)} rows>"


def table(
    sources: Iterable[TableSource],
    table: TableName = "figures",
    *,
    jobs: int | None = None,
    format: Format = "auto",
    encoding: Encoding = "auto",
    max_bytes: int | None = None,
    pdf_seconds: float = 60,
) -> Table:
    """Reads many reports into one long table.

    Each of `sources` is what :func:`parse` takes, a report that was parsed before, or a pair of a name and
    one of these. The name, of a file its path, is in the column ``source`` of every row, and ``report_id`` is
    made of it: sources without a name (bytes, text, reports) cannot be told from each other. Rows come in the
    order of the sources, whatever `jobs`: the number of threads, None for as many as there are processors.

    Content never raises: what could not be read is in the table ``diagnostics``. A file that cannot be opened
    raises OSError as :func:`parse` does, and so do the other errors of that function.

    ::

        figures = nianbao.table(Path("reports").rglob("*.html"))
        polars.DataFrame(figures).filter(polars.col("state") == "blank")
    """
    which: int = _choice("table", table, _arrow.TABLES)
    if isinstance(sources, (str, bytes, bytearray, memoryview, os.PathLike)):
        raise TypeError("sources must be a list or another iterable of reports, not one report")
    jobs = os.cpu_count() or 1 if jobs is None else jobs
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}, which is no number of threads")
    reader = _Reader(format, encoding, max_bytes, pdf_seconds)
    if jobs == 1:
        return Table(_read(which, reader, sources), table)
    whole = _arrow.TableHandle(which)
    size = _chunk_size(length_hint(sources), jobs)
    for part in _in_order(jobs, partial(_read, which, reader), _chunks(iter(sources), size)):
        whole.append(part)
    return Table(whole, table)


def to_pandas(sources: Iterable[TableSource], table: TableName = "figures", **options: Any) -> Any:
    """``nianbao.table(...).to_pandas()``."""
    return _table(sources, table, **options).to_pandas()


def to_polars(sources: Iterable[TableSource], table: TableName = "figures", **options: Any) -> Any:
    """``nianbao.table(...).to_polars()``."""
    return _table(sources, table, **options).to_polars()


_table = table


class _Reader:
    """How sources are read; threads share it."""

    def __init__(self, format: Format, encoding: Encoding, max_bytes: int | None, pdf_seconds: float) -> None:
        self.format = format
        self.encoding = encoding
        self.max_bytes = max_bytes
        self.pdf_seconds = pdf_seconds
        # Made once: this costs as much as a call.
        self.options = _options(format, encoding, max_bytes)
        self.options_of_text = _options(format, "utf-8", max_bytes)
        self.options_of_words = _options("words", "utf-8", max_bytes)


class _Filler:
    """Adds sources to a table, in their order. Rows are there after :meth:`flush`."""

    def __init__(self, table: _arrow.TableHandle, reader: _Reader) -> None:
        self._table = table
        self._reader = reader
        self._waiting: list[tuple[bytes, bytes]] = []
        self._options = reader.options
        self._bytes = 0

    def add(self, item: TableSource) -> None:
        """Adds the rows of `item`."""
        name, source = item if isinstance(item, tuple) else (_name_of(item), item)
        named = _encoded(name)
        if isinstance(source, AnnualReport):
            return self.add_report(source, named)
        reader = self._reader
        data, is_text = _content(source, reader.max_bytes)
        if reader.format != "auto" or not _pdf.is_pdf(data):
            return self._parse(data, reader.options_of_text if is_text else reader.options, named)
        words = _pdf_words(data, reader.max_bytes, reader.pdf_seconds)
        if isinstance(words, _pdf.Unreadable):
            return self.add_report(_unreadable(words), named)
        return self._parse(words, reader.options_of_words, named)

    def add_report(self, report: AnnualReport, name: bytes) -> None:
        """Adds the rows of `report`."""
        self.flush()
        self._table.add_report(report._handle, name)

    def flush(self) -> None:
        """Reads what waits."""
        if self._waiting:
            waiting, self._waiting, self._bytes = self._waiting, [], 0
            self._table.parse_all(waiting, self._options)

    def _parse(self, data: bytes, options: Options, name: bytes) -> None:
        if options is not self._options:
            self.flush()
            self._options = options
        self._waiting.append((data, name))
        self._bytes += len(data)
        if len(self._waiting) >= _CALL_INPUTS or self._bytes >= _CALL_BYTES:
            self.flush()


def _name_of(source: Source | AnnualReport) -> str:
    if isinstance(source, os.PathLike) or (isinstance(source, str) and "\n" not in source and "\r" not in source):
        return os.fspath(source)
    return ""


def _encoded(name: str) -> bytes:
    # What is not UTF-8 in the name of a file is bytes again, and becomes U+FFFD in the library.
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")


def _read(which: int, reader: _Reader, sources: Iterable[TableSource]) -> _arrow.TableHandle:
    table = _arrow.TableHandle(which)
    filler = _Filler(table, reader)
    for source in sources:
        filler.add(source)
    filler.flush()
    return table


def _chunk_size(sources: int, jobs: int) -> int:
    # An iterator whose length is not known is taken for a long one.
    few = -(-sources // (jobs * _CHUNKS_A_THREAD)) if sources else _CHUNK
    return max(1, min(few, _CHUNK))


def _chunks(sources: Iterator[TableSource], size: int) -> Iterator[list[TableSource]]:
    while chunk := list(islice(sources, size)):
        yield chunk


def _in_order(jobs: int, read: Any, chunks: Iterator[list[TableSource]]) -> Iterator[_arrow.TableHandle]:
    # Some chunks ahead of the one that is waited for, so that memory does not grow with the number of sources.
    waiting: deque[Future[_arrow.TableHandle]] = deque()
    with ThreadPoolExecutor(jobs) as pool:
        try:
            for chunk in chunks:
                waiting.append(pool.submit(read, chunk))
                if len(waiting) > 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
