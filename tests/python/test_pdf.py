# SPDX-License-Identifier: Apache-2.0
"""PDF by way of pdftotext, and words with their boxes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import nianbao
from nianbao import _native

from conftest import ROOT

PRINTED = ROOT / "tests" / "golden" / "cases" / "printed-a4.words.html"
PDF = ROOT / "tests" / "samples" / "printed.pdf"

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def boxes() -> list[tuple[str, float, float, float, float, int]]:
    """The words of a page that LibreOffice printed."""
    words = []
    page = 0
    tag = re.compile(r'<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
    for found in tag.finditer(PRINTED.read_text(encoding="utf-8")):
        if found.group(5) is None:
            page += 1
        else:
            x0, y0, x1, y1 = map(float, found.groups()[:4])
            words.append((found.group(5), x0, y0, x1, y1, page))
    return words


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "pdftotext"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def codes(report: nianbao.AnnualReport) -> list[str]:
    return [d.code for d in report.diagnostics]


def test_words_give_what_their_text_gives() -> None:
    report = nianbao.parse_words(boxes())
    assert report == nianbao.parse(PRINTED)
    assert report.recognised and report.year == 2024
    assert all(cell.value is not None for _, cell in report.figures)


def test_words_may_come_in_any_order_and_unit() -> None:
    report = nianbao.parse_words(boxes())
    other = [(w, x0 / 72, y0 / 72, x1 / 72, y1 / 72, page) for w, x0, y0, x1, y1, page in reversed(boxes())]
    found = nianbao.parse_words(other)
    assert [cell.value for _, cell in found.figures] == [cell.value for _, cell in report.figures]


def test_no_words_are_images() -> None:
    assert codes(nianbao.parse_words([])) == ["input.image-only"]


def test_words_that_are_no_words() -> None:
    inf = float("inf")
    report = nianbao.parse_words([("一、总体情况", inf, -inf, float("nan"), 0), ("\ud800", 0, 0, 0, 0, 4294967295)])
    assert report.recognised


def test_words_beyond_the_limit() -> None:
    assert "input.too-large" in codes(nianbao.parse_words(boxes(), max_bytes=100))
    with pytest.raises(ValueError):
        nianbao.parse_words([], max_bytes=-1)


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("echo 'Command Line Error: Incorrect password' >&2; exit 1", "input.encrypted"),
        ("exit 3", "input.encrypted"),
        ("echo 'Syntax Error: broken' >&2; exit 1", "input.damaged"),
        ("exit 0", "input.damaged"),
        ("kill -9 $$", "input.damaged"),
        ("exec sleep 30", "input.timed-out"),
        ("echo '<doc><page width=\"1\" height=\"1\"></page></doc>'", "input.image-only"),
    ],
)
def test_what_is_wrong_with_a_pdf_is_said(
    script: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, script, monkeypatch)
    report = nianbao.parse(b"%PDF-1.7", pdf_seconds=1)
    assert codes(report) == [code]
    assert not report.recognised


def test_endless_output_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "while :; do echo '<doc><page width=\"1\" height=\"1\">'; done", monkeypatch)
    assert "input.too-large" in codes(nianbao.parse(b"%PDF-1.7", max_bytes=100_000))


def test_a_pdf_beyond_the_limit_is_not_read() -> None:
    assert codes(nianbao.parse(b"%PDF-1.7" + b" " * 100, max_bytes=50)) == ["input.too-large"]


def test_without_pdftotext(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert codes(nianbao.parse(b"%PDF-1.7")) == ["input.tool-missing"]


@needs_pdftotext
def test_a_pdf_from_a_path_and_as_bytes() -> None:
    report = nianbao.parse(PDF)
    assert report == nianbao.parse(PDF.read_bytes())
    assert report.recognised


def test_numbers_of_codes_are_the_header_s() -> None:
    header = (ROOT / "include" / "nianbao" / "nianbao.h").read_text(encoding="utf-8")
    for word, number in _native.UNREADABLE.items():
        assert f" = {number}, /* {word} */" in header
