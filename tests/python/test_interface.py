# SPDX-License-Identifier: Apache-2.0
"""What callers of the Python interface rely on."""

from __future__ import annotations

import copy
import datetime
import pickle
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from importlib import metadata
from pathlib import Path

import pytest

import nianbao
from nianbao import Cell, CellState, Severity, Span

from conftest import FORM_OF_2019, REPORTS, ROOT, SAMPLES


def test_version_is_the_header_s() -> None:
    header = (ROOT / "include" / "nianbao" / "version.hpp").read_text(encoding="utf-8")
    numbers = [line.split()[-1] for line in header.splitlines() if line.startswith("#define NIANBAO_VERSION_")]
    assert nianbao.__version__ == ".".join(numbers) == metadata.version("nianbao")


def test_public_names_exist() -> None:
    assert [name for name in nianbao.__all__ if not hasattr(nianbao, name)] == []
    assert nianbao.__all__ == sorted(nianbao.__all__)


# --- sources -------------------------------------------------------------------------------------


def test_all_kinds_of_source_give_the_same(clean: Path) -> None:
    data = clean.read_bytes()
    report = nianbao.parse(clean)
    assert report.title is not None
    sources: list[nianbao.Source] = [str(clean), data, bytearray(data), memoryview(data), data.decode("utf-8")]
    assert [nianbao.parse(source) == report for source in sources] == [True] * len(sources)


def test_text_ignores_encoding_and_counts_utf8_bytes(clean: Path) -> None:
    text = clean.read_text(encoding="utf-8")
    report = nianbao.parse(text, encoding="gb18030")
    assert report == nianbao.parse(text)
    cell = report.applications.newly_received.total
    assert cell.span is not None
    assert text.encode("utf-8")[cell.span.slice] == b"727"


def test_a_carriage_return_makes_text_too() -> None:
    assert nianbao.parse("示例市2024年政府信息公开工作年度报告\r一、总体情况\r").title is not None


def test_text_with_a_lone_surrogate_is_read() -> None:
    report = nianbao.parse("示例市2024年政府信息公开工作年度报告\n\ud800\n一、总体情况\n")
    assert report.year == 2024
    assert "encoding.invalid" in [d.code for d in report.diagnostics]


def test_one_line_is_a_path() -> None:
    with pytest.raises(FileNotFoundError):
        nianbao.parse("示例市2024年政府信息公开工作年度报告")
    with pytest.raises(FileNotFoundError):
        nianbao.parse(Path("no") / "such" / "file.md")


def test_a_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        nianbao.parse(tmp_path)


@pytest.mark.parametrize("source", [None, 7, ["a"], 1.5])
def test_other_types_are_refused(source: object) -> None:
    with pytest.raises(TypeError, match=type(source).__name__):
        nianbao.parse(source)  # type: ignore[arg-type]


def test_unknown_choices_are_refused() -> None:
    with pytest.raises(ValueError, match="format is 'pdf'.*markdown"):
        nianbao.parse(b"", format="pdf")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="encoding is 'gbk'.*gb18030"):
        nianbao.parse(b"", encoding="gbk")  # type: ignore[arg-type]
    for wrong in (-1, 2**64):
        with pytest.raises(ValueError, match="max_bytes"):
            nianbao.parse(b"", max_bytes=wrong)


def test_encoding_and_format_reach_the_library() -> None:
    gb18030 = REPORTS / "encoding-gb18030.txt"
    assert nianbao.parse(gb18030, encoding="gb18030") == nianbao.parse(gb18030)
    wrong = nianbao.parse(gb18030, encoding="utf-8")
    assert "encoding.invalid" in [d.code for d in wrong.diagnostics]
    piped = REPORTS / "markdown-pipes.md"
    assert nianbao.parse(piped, format="markdown") == nianbao.parse(piped)
    assert nianbao.parse(piped, format="plain") != nianbao.parse(piped)


def test_limits(clean: Path, tmp_path: Path) -> None:
    size = clean.stat().st_size
    for source in (clean, clean.read_bytes()):
        assert nianbao.parse(source, max_bytes=size) == nianbao.parse(source)
        cut = nianbao.parse(source, max_bytes=size - 1)
        assert [d.code for d in cut.diagnostics][:1] == ["input.too-large"]
    assert nianbao.parse(clean, max_bytes=2**64 - 1) == nianbao.parse(clean)
    large = tmp_path / "large.txt"
    large.write_bytes(clean.read_bytes() + b"\n" * (3 << 20))
    assert nianbao.parse(large).figures == nianbao.parse(clean).figures


# --- what comes back -----------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"\0", b"\xff\xfe\xfd", b"hello\nworld\n", bytes(range(256)) * 20])
def test_no_report(content: bytes) -> None:
    report = nianbao.parse(content)
    assert not report.recognised
    assert (report.title, report.year, report.template, report.period) == (None, None, None, None)
    assert {figure.cell for figure in report.figures} == {Cell(CellState.ABSENT, None, "", None)}
    assert report.diagnostics[0].severity is Severity.ERROR


def test_the_form_of_2019_has_figures_of_its_own() -> None:
    report = nianbao.parse(FORM_OF_2019)
    assert report.template == "2019"
    assert report.proactive_disclosure is None
    disclosure = report.proactive_disclosure_2019
    assert disclosure is not None
    assert [getattr(disclosure.regulations, key).value for key in ("produced", "newly_disclosed", "total_disclosed")] == [
        1,
        2,
        3,
    ]
    assert report.figure("proactive_disclosure.regulations.total_disclosed") == disclosure.regulations.total_disclosed
    assert disclosure.government_procurement.amount.state is CellState.ABSENT
    for path in ("proactive_disclosure.regulations.in_force", "applications.results.other.fee_overdue.total"):
        with pytest.raises(KeyError):
            report.figure(path)
    assert len(report.figures) == 198
    assert nianbao.from_json(report.to_json(figures=True)) == report


def test_other_results_of_the_form_of_2019_are_one_row() -> None:
    other = nianbao.parse(REPORTS / "form-2019.txt").applications.results.other
    assert other.subtotal is not None and other.subtotal.total.value is not None
    absent = Cell(CellState.ABSENT, None, "", None)
    for row in (other.correction_overdue, other.fee_overdue, other.other):
        assert row.natural_person == row.total == absent


def test_amounts_of_the_form_of_2019_say_their_unit() -> None:
    text = (REPORTS / "form-2019.txt").read_text(encoding="utf-8")
    path = "proactive_disclosure.government_procurement.amount"
    for printed, code in (("518.2406万元", None), ("5182406元", "amount.unit"), ("518.2406", "amount.unit-missing")):
        report = nianbao.parse(text.replace("518.2406万元", printed))
        assert str(report.figure(path).value) in printed and type(report.figure(path).value) is Decimal
        assert [d.code for d in report.diagnostics if d.path == path] == ([code] if code else [])


def test_the_form_of_2021_has_none_of_2019(clean: Path) -> None:
    report = nianbao.parse(clean)
    assert report.proactive_disclosure_2019 is None
    assert report.proactive_disclosure is not None


def test_subtotal_only_where_it_is_printed() -> None:
    text = (REPORTS / "clean.txt").read_text(encoding="utf-8")
    assert nianbao.parse(text).applications.results.not_disclosed.subtotal is None
    with pytest.raises(KeyError, match="subtotal"):
        nianbao.parse(text).figure("applications.results.not_disclosed.subtotal.total")

    first = "\t（三）不予公开\t1.属于国家秘密"
    assert first in text
    printed = text.replace(first, "\t（三）不予公开\t\t10\t20\t30\t40\t50\t60\t210\n\t\t1.属于国家秘密")
    report = nianbao.parse(printed)
    subtotal = report.applications.results.not_disclosed.subtotal
    assert subtotal is not None
    assert (subtotal.natural_person.value, subtotal.total.value) == (10, 210)
    assert report.figure("applications.results.not_disclosed.subtotal.total") == subtotal.total
    assert report.applications.results.not_disclosed.state_secret.total.value == 10
    assert report.applications.results.unable_to_provide.subtotal is None
    assert len(report.figures) == 207
    assert nianbao.from_json(report.to_json()).applications.results.not_disclosed.subtotal is not None


def test_decimals_are_exact() -> None:
    text = (REPORTS / "clean.txt").read_text(encoding="utf-8")
    for printed, value in (
        ("86.50", "86.50"),
        ("0", "0"),
        ("0.1", "0.1"),
        ("123456789012.3456", "123456789012.3456"),
        ("12", "12"),
    ):
        report = nianbao.parse(text.replace("\t86.50", "\t" + printed))
        assert report.proactive_disclosure is not None
        amount = report.proactive_disclosure.administrative_fees.amount
        assert isinstance(amount.value, Decimal) and str(amount.value) == value
        assert isinstance(report.to_dict()["proactive_disclosure"]["administrative_fees"]["amount"], (Decimal, int))
        again = nianbao.from_json(report.to_json(figures=True))
        assert str(again.figure("proactive_disclosure.administrative_fees.amount").value) == value


def test_large_counts_stay_integers() -> None:
    text = (REPORTS / "clean.txt").read_text(encoding="utf-8")
    report = nianbao.parse(text.replace("\t59\t50", "\t9007199254740993\t50"))
    assert report.applications.newly_received.natural_person.value == 9007199254740993


def test_period_is_a_pair_of_dates() -> None:
    def period_of(days: str) -> tuple[datetime.date, datetime.date] | None:
        return nianbao.parse(f"示例市2024年政府信息公开工作年度报告\n统计期限自{days}。\n一、总体情况\n").period

    assert period_of("2024年1月1日至2024年12月31日") == (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
    assert period_of("去年年初起") is None
    assert period_of("2023年2月29日至2024年4月31日") is None


def test_metadata_of_a_page() -> None:
    report = nianbao.parse(REPORTS / "web-page.html", format="html")
    assert report.metadata == nianbao.Metadata("SL000-2025-00006", "示例市水务局", "2025-01-17", "")
    assert nianbao.parse("一、总体情况\n甲。").metadata == nianbao.Metadata("", "", "", "")


def test_unknown_path(clean: Path) -> None:
    with pytest.raises(KeyError, match="applications.newly_received.nobody"):
        nianbao.parse(clean).figure("applications.newly_received.nobody")


def test_diagnostics_point_at_their_place() -> None:
    path = REPORTS / "truncated-columns.txt"
    data = path.read_bytes()
    report = nianbao.parse(data)
    cut = [d for d in report.diagnostics if d.code == "row.truncated"]
    assert cut and all(d.severity is Severity.ERROR and d.span is not None for d in cut)
    first = cut[0]
    assert first.path == "applications.results.not_disclosed.state_secret"
    assert first.span is not None and "国家秘密" in data[first.span.slice].decode("utf-8")
    assert first.span.line == data[: first.span.start].count(b"\n") + 1
    assert "is cut off" in first.message and "被截断" in first.message_zh
    state = report.applications.results.not_disclosed.state_secret.total
    assert state == Cell(CellState.ABSENT, None, "", None)


def test_related_places_are_spans() -> None:
    text = (REPORTS / "clean.txt").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines(keepends=True) if line.startswith("二、上年结转"))
    report = nianbao.parse(text.replace(row, row + row.replace("\t5\t", "\t6\t")))
    conflict = [d for d in report.diagnostics if d.code == "row.conflict"]
    assert len(conflict) == 1 and len(conflict[0].related) == 1
    other = conflict[0].related[0]
    assert isinstance(other, Span) and other != conflict[0].span
    assert "上年结转" in text.splitlines()[other.line - 1]


def test_reports_do_not_change(clean: Path) -> None:
    report = nianbao.parse(clean)
    with pytest.raises(AttributeError):
        report.title = "changed"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        report.figures = ()
    with pytest.raises(AttributeError):
        report.applications.newly_received.total = None  # type: ignore[misc, assignment]
    with pytest.raises(AttributeError):
        report.applications.newly_received.total.value = 1  # type: ignore[misc]
    with pytest.raises(AttributeError):
        report.anything = 1
    with pytest.raises(AttributeError):
        del report.applications


def test_reports_are_values(clean: Path) -> None:
    report = nianbao.parse(clean)
    other = nianbao.parse(REPORTS / "slid-rows.txt")
    assert report == nianbao.parse(clean) and report != other and report != "report"
    assert len({report, nianbao.parse(clean), other}) == 2
    assert "2024" in repr(report) and "自然资源" in repr(report)


def test_everything_can_be_copied_and_pickled(sample: Path) -> None:
    report = nianbao.parse(sample)
    parts = (
        report,
        report.proactive_disclosure,
        report.proactive_disclosure_2019,
        report.applications,
        report.review_and_litigation,
        report.overview,
        report.other_matters,
        report.diagnostics,
        report.figures,
        report.period,
    )
    for part in parts:
        assert pickle.loads(pickle.dumps(part)) == part
        assert copy.deepcopy(part) == part
    assert pickle.loads(pickle.dumps(report)).recognised is report.recognised
    # What was decoded stays behind.
    assert len(pickle.dumps(report)) < len((report.to_json(figures=True) + report.extracted_text).encode("utf-8")) + 200


def test_from_json_refuses_other_texts() -> None:
    for wrong in ("", "{", "[]", "{}", '{"schema_version": 2}', "null", "\ud800", b"\xff"):
        with pytest.raises(ValueError, match="not JSON as nianbao writes it"):
            nianbao.from_json(wrong)


def test_text_that_looks_like_json_stays_text() -> None:
    trap = ',"figures":[{"path":"x"}]}'
    report = nianbao.parse(
        f"示例市2024年政府信息公开工作年度报告\n一、总体情况\n{trap}\n六、其他需要报告的事项\n{trap}\n"
    )
    assert trap in report.overview.text and trap in report.other_matters.text
    assert len(report.figures) == 200
    assert nianbao.from_json(report.to_json(figures=True)) == report


# --- threads -------------------------------------------------------------------------------------


def test_threads_share_the_library() -> None:
    alone = {path: nianbao.parse(path) for path in SAMPLES}
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(nianbao.parse, SAMPLES * 20))
    assert together == [alone[path] for path in SAMPLES] * 20


def test_threads_share_a_report(clean: Path) -> None:
    expected = nianbao.parse(clean).figures
    for _ in range(20):
        report = nianbao.parse(clean)
        with ThreadPoolExecutor(8) as pool:
            seen = list(pool.map(lambda shared: (shared.figures, shared.applications), [report] * 8))
        assert all(figures == expected and parts == seen[0][1] for figures, parts in seen)


def longest_pause_while_parsing(data: bytes) -> float:
    """The longest time in which this thread stood still while another parsed, as part of that."""
    took: list[float] = []

    def work() -> None:
        start = time.perf_counter()
        nianbao.parse(data)
        took.append(time.perf_counter() - start)

    thread = threading.Thread(target=work)
    last = time.perf_counter()
    longest = 0.0
    thread.start()
    while thread.is_alive():
        now = time.perf_counter()
        longest = max(longest, now - last)
        last = now
    thread.join()
    return longest / took[0]


def test_the_gil_is_released(clean: Path) -> None:
    data = clean.read_bytes() * 3000
    # A busy machine may pause any thread: once is enough.
    assert min(longest_pause_while_parsing(data) for _ in range(5)) < 0.25


# --- packed formats ------------------------------------------------------------------------------


def test_places_of_a_docx_are_in_its_extracted_text() -> None:
    report = nianbao.parse(REPORTS / "clean.docx")
    text = report.extracted_text.encode("utf-8")
    cell = report.applications.newly_received.total
    assert cell.span is not None and text[cell.span.slice] == b"727"
    assert pickle.loads(pickle.dumps(report)).extracted_text == report.extracted_text
    assert nianbao.parse((REPORTS / "clean.docx").read_bytes(), format="docx") == report
    assert nianbao.from_json(report.to_json(figures=True)).extracted_text == ""


def test_a_source_that_is_text_has_no_extracted_text(clean: Path) -> None:
    assert nianbao.parse(clean).extracted_text == ""


def test_cells_that_sums_prove_are_inferred_on_request() -> None:
    cut = nianbao.parse(REPORTS / "page-breaks.txt")
    lost = [figure.path for figure in cut.figures if figure.cell.state is CellState.ABSENT]
    assert lost
    whole = cut.infer()
    proven = {figure.path for figure in whole.figures if figure.cell.state is CellState.INFERRED}
    assert proven and proven <= set(lost)
    notes = [d for d in whole.diagnostics if d.code == "cell.inferred"]
    assert {d.path for d in notes} == proven
    for before, after in zip(cut.figures, whole.figures):
        if before.cell.state is CellState.NUMBER:
            assert before == after
    assert [figure.path for figure in cut.figures if figure.cell.state is CellState.ABSENT] == lost
    assert whole.infer() == whole
