# SPDX-License-Identifier: Apache-2.0
"""Reports as tables of Apache Spark (PySpark 3.3 or newer, with pyarrow)::

    from nianbao.spark import read_reports

    figures = read_reports(spark, "s3a://archive/reports/", "figures")
    figures.where("state = 'blank'").groupBy("agency").count().show()

The package must be installed where Spark's Python workers run. SPARK.md beside its sources says how, and what it
costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

from . import _arrow, _pdf
from ._table import Table, TableName, _Filler, _Reader
from .report import Encoding, Format, _choice, _unreadable

_BATCH_FILES = "spark.sql.execution.arrow.maxRecordsPerBatch"
_BATCH_FILES_DEFAULT = "10000"
_MOST_FILES = 64
_MOST_BYTES = 1 << 30
"""Of a batch that travels to Python: half of what one column of Arrow can hold."""


def read_reports(
    spark: Any,
    path: str | list[str],
    table: TableName = "figures",
    *,
    glob: str | None = None,
    format: Format = "auto",
    encoding: Encoding = "auto",
    max_bytes: int = 16 << 20,
    pdf_seconds: float = 60,
) -> Any:
    """All files below `path` (folders, files, any file system that Spark reads) as a Spark DataFrame.

    Columns are those of :func:`nianbao.table`, texts as plain strings; ``source`` is the file's URI. `glob`
    chooses files by name, e.g. ``"*.html"``. Files of more than `max_bytes` are not read: they have a
    diagnostic ``input.too-large``. As everywhere content never raises, so no file makes a job fail: what could
    not be read is in the table ``diagnostics``. Files of no bytes have no rows: Spark itself passes over them.

    Files travel to Python in batches, whole. Spark counts only how many are in one: unless the session was
    given another number, its setting ``spark.sql.execution.arrow.maxRecordsPerBatch`` is set to 64, or to less if
    `max_bytes` is above 16 MiB.
    """
    which: int = _choice("table", table, _arrow.TABLES)
    if not 0 < max_bytes <= _MOST_BYTES:
        raise ValueError(f"max_bytes is {max_bytes}, but must be from 1 to {_MOST_BYTES}")
    if spark.conf.get(_BATCH_FILES, _BATCH_FILES_DEFAULT) == _BATCH_FILES_DEFAULT:
        spark.conf.set(_BATCH_FILES, str(min(_MOST_FILES, _MOST_BYTES // max_bytes)))
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    if glob is not None:
        reader = reader.option("pathGlobFilter", glob)
    files = reader.load(path)
    # The size that is known from listing the folders: the other files are not even looked at, and where all
    # are small there is nothing left to do for the second half.
    read = files.where(f"_metadata.file_size <= {max_bytes}").select("path", "length", "content")
    left = files.where(f"_metadata.file_size > {max_bytes}").selectExpr("path", "length", "cast(null as binary) content")
    rows = partial(_rows, which, table, (format, encoding, max_bytes, pdf_seconds))
    return read.unionAll(left).mapInArrow(rows, schema(table))


def schema(table: TableName = "figures") -> Any:
    """The schema of :func:`read_reports`, a ``StructType``; descriptions are comments of its fields."""
    types = import_module("pyspark.sql.types")
    fields = []
    for field in _arrow_schema(table):
        description = field.metadata[b"description"].decode("utf-8")
        fields.append(types.StructField(field.name, _type(types, field.type), field.nullable, {"comment": description}))
    return types.StructType(fields)


def _type(types: Any, arrow: Any) -> Any:
    of = import_module("pyarrow.types")
    if of.is_decimal(arrow):
        return types.DecimalType(arrow.precision, arrow.scale)
    for is_type, type in (
        (of.is_int64, types.LongType),
        (of.is_boolean, types.BooleanType),
        (of.is_date32, types.DateType),
    ):
        if is_type(arrow):
            return type()
    return types.StringType()


def _arrow_schema(table: TableName) -> Any:
    # Spark takes no dictionaries.
    pyarrow, of = import_module("pyarrow"), import_module("pyarrow.types")
    fields = []
    for field in pyarrow.schema(Table(_arrow.TableHandle(_arrow.TABLES[table]), table)):
        fields.append(field.with_type(field.type.value_type) if of.is_dictionary(field.type) else field)
    return pyarrow.schema(fields)


def _rows(which: int, name: TableName, options: tuple[Any, ...], batches: Iterable[Any]) -> Iterator[Any]:
    # Runs in the workers of the executors.
    reader = _Reader(*options)
    schema = _arrow_schema(name)
    for batch in batches:
        table = _arrow.TableHandle(which)
        filler = _Filler(table, reader)
        for path, length, content in zip(*(column for column in batch.columns)):
            _add(filler, path.as_py(), length.as_py(), content)
        filler.flush()
        yield from Table(table, name).to_arrow().cast(schema).to_batches()


def _add(filler: _Filler, path: str, length: int, content: Any) -> None:
    if content.is_valid:
        filler.add((path, content.as_py()))
    else:
        filler.add((path, _unreadable(_pdf.Unreadable("input.too-large", "", length))))
