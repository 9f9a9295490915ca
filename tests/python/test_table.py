# SPDX-License-Identifier: Apache-2.0
"""Tables of many reports: what other programs take from them is what the reports hold."""

from __future__ import annotations

import ctypes
import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import nianbao
from nianbao import _arrow

from conftest import FORM_OF_2019, REPORTS, SAMPLES

pyarrow: Any = pytest.importorskip("pyarrow")

TABLES: tuple[nianbao.TableName, ...] = ("figures", "reports", "diagnostics", "statements")


def rows(table: nianbao.Table) -> list[dict[str, Any]]:
    """The rows as pyarrow sees them; they are valid in all that the specification asks for."""
    arrow = table.to_arrow()
    arrow.validate(full=True)
    found: list[dict[str, Any]] = arrow.to_pylist()
    assert len(found) == len(table)
    return found


def test_figures_are_those_of_the_report(sample: Path) -> None:
    report = nianbao.parse(sample)
    for row, (path, cell) in zip(rows(nianbao.table([sample])), report.figures):
        assert row["path"] == path == ".".join((row["section"], row["row"], row["column"]))
        assert row["state"] == cell.state.value
        assert row["value"] == cell.value
        assert row["raw"] == (cell.raw or None)
        assert (row["source"], row["agency"], row["year"]) == (str(sample), report.agency, report.year)
        place = None if cell.span is None else (cell.span.line, cell.span.start, cell.span.end)
        assert (None if row["line"] is None else (row["line"], row["start"], row["end"])) == place


def test_reports_do_not_touch_each_other() -> None:
    sources: list[nianbao.TableSource] = [*SAMPLES, ("2019", FORM_OF_2019), *SAMPLES, ("2019", FORM_OF_2019)]
    for table in TABLES:
        each = [row for source in sources for row in rows(nianbao.table([source], table))]
        assert rows(nianbao.table(sources, table, jobs=1)) == each


def test_other_tables_are_those_of_the_report(sample: Path) -> None:
    report = nianbao.parse(sample)
    (row,) = rows(nianbao.table([report], "reports"))
    assert (row["title"], row["agency"], row["form"]) == (report.title, report.agency, report.template)
    assert row["overview"] == (report.overview.text or None)
    if report.period is not None:
        assert (row["period_start"], row["period_end"]) == (report.period.start, report.period.end)
    found = [(row["code"], row["message_zh"], row["path"] or "") for row in rows(nianbao.table([sample], "diagnostics"))]
    assert found == [(d.code, d.message_zh, d.path) for d in report.diagnostics]
    stated = [(row["kind"], row["value"], row["text"]) for row in rows(nianbao.table([sample], "statements"))]
    assert stated == [(s.kind, s.value, s.text) for s in report.statements]


@pytest.mark.parametrize("table", TABLES)
def test_threads_change_nothing(table: nianbao.TableName, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [path for path in SAMPLES for _ in range(3)]
    alone = rows(nianbao.table(sources, table, jobs=1))
    monkeypatch.setattr("nianbao._table._CHUNK", 5)
    assert rows(nianbao.table(iter(sources), table, jobs=4)) == alone


def test_a_stream_has_one_dictionary_a_column(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nianbao._table._CHUNK", 1)
    arrow = nianbao.table([*SAMPLES, FORM_OF_2019], jobs=2).to_arrow()
    assert arrow.column("path").num_chunks > 1
    for column in arrow.columns:
        if pyarrow.types.is_dictionary(column.type):
            texts = column.chunk(0).dictionary
            assert len(texts.unique()) == len(texts)
            assert all(chunk.dictionary.equals(texts) for chunk in column.chunks)
    # So that it can be written as an Arrow file, which has room for one.
    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_file(sink, arrow.schema) as file:
        file.write_table(arrow)
    assert pyarrow.ipc.open_file(sink.getvalue()).read_all().equals(arrow)


def test_words_that_are_known_are_the_same_in_every_table() -> None:
    one, other = nianbao.table([SAMPLES[0]]).to_arrow(), nianbao.table([FORM_OF_2019]).to_arrow()
    known = ["form", "section", "section_zh", "row", "row_zh", "column", "column_zh", "path", "state", "unit"]
    for name in known:
        column = one.column(name)
        assert column.type == other.column(name).type
        assert column.type.index_type == (pyarrow.int16() if name == "path" else pyarrow.int8())
        words = column.chunk(0).dictionary
        assert words.equals(other.column(name).chunk(0).dictionary)
        assert len(words.unique()) == len(words)
    assert set(one.column("state").chunk(0).dictionary.to_pylist()) == {state.value for state in nianbao.CellState}
    assert one.column("source").type.index_type == pyarrow.int32()


def test_inputs_of_every_kind_keep_their_order(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = clean.read_bytes()
    kinds: list[Any] = [data, data.decode("utf-8"), nianbao.parse(data), b"%PDF-1.4 nothing", clean]
    names = [str(i) for i in range(40)]
    sources: list[nianbao.TableSource] = [(name, kinds[i * i % 5]) for i, name in enumerate(names)]
    for inputs, size in ((1, 1), (3, 1 << 20), (64, 1), (64, 1 << 20)):
        monkeypatch.setattr("nianbao._table._CALL_INPUTS", inputs)
        monkeypatch.setattr("nianbao._table._CALL_BYTES", size)
        for jobs in (1, 3):
            assert [row["source"] for row in rows(nianbao.table(sources, "reports", jobs=jobs))] == names


@pytest.mark.parametrize("table", TABLES)
def test_a_table_may_be_empty(table: nianbao.TableName) -> None:
    made = nianbao.table([], table)
    assert len(made) == 0 and rows(made) == []
    assert pyarrow.schema(made) == made.to_arrow().schema
    assert made.name == table and repr(made) == f"<Table {table}: 0 rows>"


def test_fields_say_what_they_are() -> None:
    schema = pyarrow.schema(nianbao.table([]))
    for field in schema:
        assert field.metadata[b"description"] and field.metadata[b"description_zh"].decode("utf-8")
    assert schema.field("value").type == pyarrow.decimal128(38, 18)
    assert schema.field("value").nullable and not schema.field("path").nullable


def test_numbers_are_exact() -> None:
    text = (
        "示例县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\t采购项目数量\t采购总金额\n"
        "政府集中采购\t9223372036854775807\t{}万元\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
        "行政许可\t31\t-32\t33\n"
    )
    for amount in ("9.223372036854775807", "0.000000000000000001", "922337203685477580.7"):
        values = {row["path"]: row["value"] for row in rows(nianbao.table([text.format(amount)]))}
        assert values["proactive_disclosure.government_procurement.amount"] == Decimal(amount)
        assert values["proactive_disclosure.government_procurement.items"] == 2**63 - 1
        assert values["proactive_disclosure.administrative_licensing.change"] == -32


def test_sources_can_be_anything_that_can_be_parsed(clean: Path, tmp_path: Path) -> None:
    data = clean.read_bytes()
    sources: list[nianbao.TableSource] = [
        clean,
        str(clean),
        data,
        bytearray(data),
        data.decode("utf-8"),
        nianbao.parse(data),
        ("named", data),
        ("parsed", nianbao.parse(data)),
    ]
    found = rows(nianbao.table(sources, "reports"))
    assert [row["source"] for row in found] == [str(clean), str(clean), "", "", "", "", "named", "parsed"]
    assert len({row["title"] for row in found}) == 1 and all(row["numbers"] for row in found)
    pdf = ("broken.pdf", b"%PDF-1.4 nothing")
    codes = [row["code"] for row in rows(nianbao.table([pdf], "diagnostics"))]
    assert len(codes) == 1 and codes[0] in ("input.damaged", "input.tool-missing")


def test_names_can_be_hostile(clean: Path) -> None:
    names = ["a\udcff", "a\ud800", "\x00", '"\n,', "=1+1", "甲" * 5000, ""]
    found = rows(nianbao.table([(name, clean) for name in names]))
    sources = list(dict.fromkeys(row["source"] for row in found))
    assert sources == ["a\ufffd", "a\ufffd\ufffd\ufffd", "\x00", '"\n,', "=1+1", "甲" * 5000, ""]


def test_what_is_not_text_never_arrives() -> None:
    junk = [bytes([0xE5, 0xB9, 0xFF, 0xFE]) * 40, "一、总体情况\n".encode() + b"\xff\xfe\x80" * 9, b"", b"\x00" * 99]
    for table in TABLES:
        for row in rows(nianbao.table(junk, table)):
            assert all("\ufffe" not in value for value in row.values() if isinstance(value, str))


def test_arguments_are_checked(clean: Path) -> None:
    with pytest.raises(ValueError, match="table is 'rows'"):
        nianbao.table([], "rows")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="jobs is 0"):
        nianbao.table([], jobs=0)
    with pytest.raises(TypeError, match="not one report"):
        nianbao.table(clean)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="cannot be read from int"):
        nianbao.table([1])  # type: ignore[list-item]
    with pytest.raises(FileNotFoundError):
        nianbao.table([clean] * 2000 + [Path("nowhere")], jobs=2)


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_data_frames_hold_the_same(name: str) -> None:
    pytest.importorskip(name)
    arrow = rows(nianbao.table(SAMPLES))
    frame = nianbao.to_pandas(SAMPLES) if name == "pandas" else nianbao.to_polars(SAMPLES)
    assert list(frame.columns) == list(arrow[0])
    for column in ("source", "path", "state", "raw", "value", "line"):
        values = [value if isinstance(value, (str, int, Decimal)) else None for value in frame[column].to_list()]
        assert values == [row[column] for row in arrow]


def test_frames_of_two_tables_have_the_same_categories() -> None:
    pandas: Any = pytest.importorskip("pandas")
    one, other = nianbao.to_pandas([SAMPLES[0]]), nianbao.to_pandas([FORM_OF_2019])
    both = pandas.concat([one, other])
    assert both["path"].dtype == one["path"].dtype == other["path"].dtype
    assert both["state"].dtype == "category" and both["source"].dtype != "category"


def test_parquet_keeps_a_table() -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    arrow = nianbao.table([*SAMPLES, FORM_OF_2019]).to_arrow()
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(arrow, sink)
    read = parquet.read_table(pyarrow.BufferReader(sink.getvalue()))
    assert read.to_pylist() == arrow.to_pylist()
    assert [field.nullable for field in read.schema] == [field.nullable for field in arrow.schema]


def test_duckdb_takes_a_table() -> None:
    duckdb: Any = pytest.importorskip("duckdb")
    figures = nianbao.table(SAMPLES)
    query = "select count(*), count(distinct source), sum(value) from figures"
    found = duckdb.connect().execute(query).fetchall()
    arrow = rows(figures)
    assert found == [(len(arrow), len(SAMPLES), sum(row["value"] for row in arrow if row["value"] is not None))]


def test_capsules_give_back_what_nobody_took(clean: Path) -> None:
    table = nianbao.table([clean])
    _arrow.capsules.sweep()
    held = len(_arrow.capsules)
    for make in (table.__arrow_c_schema__, table.__arrow_c_stream__):
        capsule = make()
        assert len(_arrow.capsules) == held + 1
        content = _arrow.capsules._all[-1].content
        calls: list[int] = []
        of_library = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(ctypes.cast(content.release, ctypes.c_void_p).value or 0)

        def counted(address: int, calls: list[int] = calls, of_library: Any = of_library) -> None:
            calls.append(address)
            of_library(address)

        content.release = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(counted)
        _arrow.capsules.sweep()
        assert not calls and len(_arrow.capsules) == held + 1
        del capsule
        _arrow.capsules.sweep()
        _arrow.capsules.sweep()
        assert len(calls) == 1 and len(_arrow.capsules) == held
    reader = pyarrow.RecordBatchReader.from_stream(table)
    batch = reader.read_next_batch()
    capsule = table.__arrow_c_stream__()
    del table, make, reader, capsule
    _arrow.capsules.sweep()
    assert len(_arrow.capsules) == held and batch.column("source")[0].as_py() == str(clean)


def test_an_exception_passes_a_capsule(clean: Path) -> None:
    table = nianbao.table([clean])

    class Wrong:
        def __arrow_c_schema__(self) -> object:
            return table.__arrow_c_stream__()

    for _ in range(3):
        with pytest.raises(ValueError, match="ArrowSchema|PyCapsule"):
            pyarrow.schema(Wrong())
    assert len(rows(table)) == 200


def test_many_threads_may_take_one_table(clean: Path) -> None:
    table = nianbao.table([clean] * 50)
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(pyarrow.table(table).num_rows)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [len(table)] * 8


def test_reports_are_told_apart_by_their_names() -> None:
    ids = {row["report_id"] for row in rows(nianbao.table(sorted(REPORTS.glob("*.md")), "reports"))}
    assert len(ids) == len(sorted(REPORTS.glob("*.md")))
