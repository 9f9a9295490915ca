# SPDX-License-Identifier: Apache-2.0
"""The sample reports, read by Python, against what is printed in them."""

from __future__ import annotations

import ctypes
import json
import unicodedata
from decimal import Decimal
from pathlib import Path

import nianbao
from nianbao import CellState, Severity, _native, _structs

from conftest import FIGURE_SECTIONS, SAMPLES, encoding_of, leaves, text_behind, truth_of


def test_there_are_samples() -> None:
    assert len(SAMPLES) == 19


def test_metadata(sample: Path) -> None:
    truth = truth_of(sample)
    report = nianbao.parse(sample)
    assert report.recognised
    assert (report.title, report.agency) == (truth["title"], truth["agency"])
    assert (report.year, report.template) == (truth["year"], truth["template"])


def test_every_figure_is_right_or_said_to_be_doubtful(sample: Path) -> None:
    truth = truth_of(sample)
    expected = dict(leaves({section: truth[section] for section in FIGURE_SECTIONS}))
    report = nianbao.parse(sample)
    assert [figure.path for figure in report.figures] == list(expected)
    doubtful = {d.path for d in report.diagnostics if d.severity is Severity.ERROR}
    unread = []
    for path, cell in report.figures:
        if cell.value != expected[path]:
            assert cell.value is None, path
            assert cell.state is CellState.UNREADABLE and path in doubtful, path
            unread.append(path)
    # Only 一 alone, which may be a dash.
    assert {report.figure(path).raw for path in unread} <= {"一"}
    assert len(unread) <= 2


def test_values_have_the_type_of_their_unit(sample: Path) -> None:
    for path, cell in nianbao.parse(sample).figures:
        wanted = Decimal if path.endswith(".amount") else int
        assert cell.value is None or type(cell.value) is wanted, path
        assert (cell.value is not None) == (cell.state is CellState.NUMBER), path


def test_attributes_are_the_figures(sample: Path) -> None:
    report = nianbao.parse(sample)
    for path, cell in report.figures:
        target: object = report
        names = path.split(".")
        if report.template == "2019" and names[0] == "proactive_disclosure":
            names[0] += "_2019"
        for name in names:
            target = getattr(target, name)
        assert target == cell, path
        assert report.figure(path) == cell


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def test_spans_hold_what_was_read(sample: Path) -> None:
    data = text_behind(sample)
    checked = 0
    for path, cell in nianbao.parse(sample).figures:
        if cell.span is None:
            assert cell.state is CellState.ABSENT, path
            continue
        assert folded(data[cell.span.slice].decode(encoding_of(sample))) == cell.raw, path
        before = data[: cell.span.start].decode(encoding_of(sample))
        assert cell.span.line == before.count("\n") + 1, path
        # A byte order mark is no character of the first line.
        assert cell.span.column == len(before) - (before.rfind("\n") + 1) + 1, path
        checked += 1
    assert checked > 100


def test_prose_is_there(sample: Path) -> None:
    report = nianbao.parse(sample)
    assert report.problems_and_improvements.text
    assert report.other_matters.text
    assert report.overview.text
    for part in report.overview.parts:
        assert part.text in report.overview.text


def test_json_with_figures_is_the_whole_report(sample: Path) -> None:
    report = nianbao.parse(sample)
    again = nianbao.from_json(report.to_json(figures=True))
    assert again == report
    assert again.figures == report.figures
    assert again.diagnostics == report.diagnostics
    assert again.recognised is report.recognised
    assert nianbao.from_json(report.to_json(figures=True, pretty=True).encode("utf-8")) == report


def test_json_without_figures_keeps_the_values(sample: Path) -> None:
    report = nianbao.parse(sample)
    again = nianbao.from_json(report.to_json())
    assert [(f.path, f.cell.value) for f in again.figures] == [(f.path, f.cell.value) for f in report.figures]
    assert all(f.cell.span is None and f.cell.raw == "" for f in again.figures)
    assert "figures" not in json.loads(report.to_json())


def test_dict_is_what_json_says(sample: Path) -> None:
    report = nianbao.parse(sample)
    tree = report.to_dict()
    assert "figures" not in tree and len(report.to_dict(figures=True)["figures"]) == len(report.figures)
    values = dict(leaves({section: tree[section] for section in FIGURE_SECTIONS}))
    assert values == {path: cell.value for path, cell in report.figures}
    tree["title"] = "changed"
    assert report.title != "changed" and report.to_dict()["title"] != "changed"


def test_c_getters_give_the_same(sample: Path) -> None:
    """The JSON that Python reads, against the figures and diagnostics of the C interface."""
    data = sample.read_bytes()
    report = nianbao.parse(data)
    lib = _native.lib
    handle = ctypes.POINTER(_structs.Report)()
    assert lib.nianbao_parse(data, len(data), None, ctypes.byref(handle)) == _native.OK
    try:
        assert lib.nianbao_report_figure_count(handle) == len(report.figures)
        figure = _structs.Figure()
        for index, (path, cell) in enumerate(report.figures):
            assert lib.nianbao_report_figure(handle, index, ctypes.byref(figure)) == _native.OK
            assert (figure.path.text(), figure.raw.text()) == (path, cell.raw)
            value = Decimal(figure.coefficient).scaleb(-figure.scale)
            assert cell.value is None or value == cell.value
            if cell.span is None:
                assert figure.span.line == 0
            else:
                assert cell.span == (figure.span.start, figure.span.end, figure.span.line, figure.span.column)
        assert lib.nianbao_report_diagnostic_count(handle) == len(report.diagnostics)
        diagnostic = _structs.Diagnostic()
        for index, expected in enumerate(report.diagnostics):
            assert lib.nianbao_report_diagnostic(handle, index, ctypes.byref(diagnostic)) == _native.OK
            assert diagnostic.word.text() == expected.code
            assert diagnostic.message.text() == expected.message
            assert diagnostic.message_zh.text() == expected.message_zh
            assert diagnostic.path.text() == expected.path
            assert ["", "error", "warning", "note"][diagnostic.severity] == expected.severity.value
    finally:
        lib.nianbao_report_free(handle)
