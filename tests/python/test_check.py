# SPDX-License-Identifier: Apache-2.0
"""Checks of a report, comparisons of two, and how what they find is shown."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import nianbao
from nianbao import RuleStatus, Severity

from conftest import FORM_OF_2019


@pytest.fixture
def wrong_source(clean: Path) -> bytes:
    """The clean sample with one figure changed."""
    return clean.read_bytes().replace(b"| 422 | 79 |", b"| 423 | 79 |")


@pytest.fixture
def wrong(wrong_source: bytes) -> nianbao.AnnualReport:
    return nianbao.parse(wrong_source)


@pytest.fixture
def years(clean: Path) -> tuple[nianbao.AnnualReport, nianbao.AnnualReport]:
    """The year before by its title, with the same figures and texts but for one, and the clean sample."""
    source = clean.read_bytes()
    older = source.replace("2024年".encode(), "2023年".encode()).replace(b"| 2 | 0 | 1 |", b"| 200 | 0 | 1 |")
    return nianbao.parse(older), nianbao.parse(source)


def test_a_clean_report_has_no_failures(clean: Path) -> None:
    result = nianbao.check(nianbao.parse(clean))
    assert result.failures == () and not result.has_errors and result.suspects == ()
    assert result.counts[RuleStatus.PASS] > 50
    assert sum(result.counts.values()) == len(result.findings)


def test_a_wrong_figure_is_found(wrong: nianbao.AnnualReport, wrong_source: bytes) -> None:
    result = nianbao.check(wrong)
    assert result.has_errors and result.counts[RuleStatus.FAIL] == len(result.failures)
    finding = next(finding for finding in result.failures if finding.rule == "row-total")
    assert finding.severity is Severity.ERROR
    assert finding.subject == "applications.newly_received"
    assert (finding.left, finding.right, finding.difference) == (728, 727, 1)
    assert "728" in finding.message and "728" in finding.message_zh
    assert finding.span is not None and len(finding.fingerprint) == 16
    first = finding.operands[0]
    assert first.path == "applications.newly_received.natural_person"
    assert (first.report, first.side, first.value, first.text) == (None, "left", 423, "423")
    assert first.span is not None and wrong_source[first.span.slice] == b"423"


def test_suspects_name_what_they_mend(wrong: nianbao.AnnualReport) -> None:
    result = nianbao.check(wrong)
    suspect = result.suspects[0]
    assert suspect.rank == 1 and suspect.message and suspect.message_zh
    (cell,) = suspect.cells
    assert (cell.path, cell.printed, cell.suggested) == ("applications.newly_received.natural_person", 423, 422)
    assert {result.findings[index].status for index in suspect.findings} == {RuleStatus.FAIL}
    assert nianbao.check(wrong, suspects=False).suspects == ()


def test_rules_are_switched(wrong: nianbao.AnnualReport) -> None:
    result = nianbao.check(wrong, rules={"balance": "off", "row-total": "note"})
    assert not any(finding.rule == "balance" for finding in result.findings)
    assert not result.has_errors and result.failures[0].severity is Severity.NOTE
    assert nianbao.check(wrong, rules="balance=off,row-total=note") == result
    assert nianbao.check(wrong, rules="*=off").findings == ()
    for bad in ("no-such-rule=off", "balance=dreadful", "balance", {"balance": ""}, "\ud800=off"):
        with pytest.raises(ValueError, match="rules are"):
            nianbao.check(wrong, rules=bad)


def test_rules_are_listed() -> None:
    rules = nianbao.rules()
    assert [rule.number for rule in rules] == sorted({rule.number for rule in rules})
    assert rules[0].word == "balance" and rules[0].severity is Severity.ERROR
    assert {rule.forms for rule in rules} >= {"both", "2021", "pair"}
    assert rules is nianbao.rules()


def test_results_are_values(wrong: nianbao.AnnualReport, clean: Path) -> None:
    result = nianbao.check(wrong)
    assert result == nianbao.check(wrong) and hash(result) == hash(nianbao.check(wrong))
    assert result != nianbao.check(nianbao.parse(clean)) and result != 1
    assert pickle.loads(pickle.dumps(result)).failures == result.failures
    assert copy.deepcopy(result.findings[0]) == result.findings[0]
    assert result.report is wrong
    assert "CheckResult" in repr(result)
    with pytest.raises(AttributeError):
        setattr(result, "findings", ())
    with pytest.raises(AttributeError):
        delattr(result, "_json")


def test_a_report_from_json_is_checked_alike(wrong: nianbao.AnnualReport) -> None:
    again = nianbao.from_json(wrong.to_json(figures=True))
    pickled = pickle.loads(pickle.dumps(wrong))
    failed = [(finding.rule, finding.subject, finding.fingerprint) for finding in nianbao.check(wrong).failures]
    for report in (again, pickled):
        found = nianbao.check(report).failures
        assert [(finding.rule, finding.subject, finding.fingerprint) for finding in found] == failed


def test_statements_belong_to_the_report(clean: Path) -> None:
    report = nianbao.parse(clean)
    assert report.statements == nianbao.check(report).statements
    received = next(statement for statement in report.statements if statement.kind == "received")
    assert (received.value, received.unit, received.is_part, received.in_words) == (727, "件", False, False)
    assert received.matched == ("applications.newly_received.total",) and received.matched_less == ()
    assert received.span is not None and clean.read_bytes()[received.span.slice].decode() == received.text
    for statement in report.statements:
        text = getattr(report, statement.path).text.encode()
        assert text[statement.start : statement.end].decode() == statement.text


def test_check_is_rendered(wrong: nianbao.AnnualReport, wrong_source: bytes) -> None:
    result = nianbao.check(wrong)
    data = json.loads(result.to_json(name="a.md"))
    assert data["name"] == "a.md" and len(data["findings"]) == len(result.findings)
    failed = json.loads(result.to_json(passes=False, pretty=True))
    assert {finding["status"] for finding in failed["findings"]} == {"fail"}
    assert result.to_dict()["findings"][0]["left"] == result.findings[0].left
    log = json.loads(result.to_sarif(name="a.md", source=wrong_source))
    assert log["version"] == "2.1.0" and log["runs"][0]["results"]
    page = result.to_html(name="a.md", source=wrong_source)
    assert page.startswith("<!") and "423" in page
    text = result.to_text(name="a.md", source=wrong_source, language="zh")
    assert "a.md:" in text and "| 423 |" in text and "\x1b[" not in text
    assert "\x1b[" in result.to_text(color=True)
    assert len(result.to_text(passes=True)) > len(result.to_text())
    with pytest.raises(ValueError, match="language is"):
        result.to_text(language="fr")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="encoding is"):
        result.to_sarif(encoding="latin-1")  # type: ignore[arg-type]


def test_two_years_are_compared(years: tuple[nianbao.AnnualReport, nianbao.AnnualReport]) -> None:
    comparison = nianbao.compare(*years)
    assert (comparison.older, comparison.newer) == years
    assert comparison.older.year == 2023 and comparison.newer.year == 2024
    carried = [finding for finding in comparison.failures if finding.rule == "carry-over"]
    assert carried and comparison.has_errors
    assert [operand.report for operand in carried[0].operands] == ["older", "newer"]
    assert {finding.rule for finding in comparison.findings} == {
        rule.word for rule in nianbao.rules() if rule.forms == "pair"
    }
    changed = [change for change in comparison.changes if change.differs]
    assert len(comparison.changes) >= 200 and len(changed) <= 1
    assert all(change.difference == change.newer - change.older for change in changed if change.newer and change.older)


def test_repetition_names_the_passages(
    years: tuple[nianbao.AnnualReport, nianbao.AnnualReport], clean: Path
) -> None:
    older, newer = years
    comparison = nianbao.compare(older, newer)
    assert [repetition.path for repetition in comparison.repetition] == [
        "overview",
        "problems_and_improvements",
        "other_matters",
        "",
    ]
    problems = comparison.repetition[1]
    assert problems.rate == problems.rate_without_figures == 1.0 and problems.length == problems.repeated
    (passage,) = problems.passages
    here = newer.problems_and_improvements.text.encode()[passage.newer_start : passage.newer_end]
    there = older.problems_and_improvements.text.encode()[passage.older_start : passage.older_end]
    assert here == there and here
    assert passage.newer_span is not None
    printed = clean.read_bytes()[passage.newer_span.slice].decode()
    assert "".join(printed.split()) == "".join(here.decode().split())
    assert comparison.repetition[-1].length == sum(repetition.length for repetition in comparison.repetition[:-1])
    assert 0.9 < comparison.repetition[-1].rate <= 1
    assert nianbao.compare(older, newer, shortest_passage=10**6).repetition[-1].rate == 0


def test_limits_of_comparison(years: tuple[nianbao.AnnualReport, nianbao.AnnualReport]) -> None:
    def failed(**options: Any) -> set[str]:
        return {finding.rule for finding in nianbao.compare(*years, **options).failures}

    assert "repetition" in failed()
    assert "repetition" not in failed(repetition_limit=1)
    assert "repetition" not in failed(repetition_length=10**6)
    assert "repetition" not in failed(rules={"repetition": "off"})
    for bad in ({"rules": "nothing=off"}, {"shortest_passage": -1}, {"jump_factor": -0.5}):
        with pytest.raises(ValueError):
            failed(**bad)


def test_forms_that_differ_are_compared_where_they_agree(clean: Path) -> None:
    comparison = nianbao.compare(nianbao.parse(FORM_OF_2019), nianbao.parse(clean))
    assert not any(change.path.startswith("proactive_disclosure") for change in comparison.changes)
    statuses = {finding.rule: finding.status for finding in comparison.findings}
    assert statuses["in-force"] is RuleStatus.NOT_ASSESSABLE
    assert statuses["years-apart"] is RuleStatus.FAIL


def test_a_comparison_is_rendered(years: tuple[nianbao.AnnualReport, nianbao.AnnualReport], clean: Path) -> None:
    comparison = nianbao.compare(*years)
    data = json.loads(comparison.to_json(older_name="2023.md", newer_name="2024.md"))
    assert (data["older"]["name"], data["newer"]["name"]) == ("2023.md", "2024.md")
    assert comparison.to_html().startswith("<!")
    assert comparison.to_text(newer_name="2024.md", newer_source=clean.read_bytes())
    assert len(json.loads(comparison.to_json(passes=False))["findings"]) < len(comparison.findings)
    again = pickle.loads(pickle.dumps(comparison))
    assert again.failures and [f.fingerprint for f in again.failures] == [f.fingerprint for f in comparison.failures]
    assert "Comparison" in repr(comparison)
    with pytest.raises(AttributeError):
        setattr(comparison, "changes", ())


def test_figures_with_decimals_stay_exact(clean: Path) -> None:
    source = clean.read_bytes()
    older = nianbao.parse(source.replace(b"2846.3075", b"2846.30"))
    changes = {change.path: change for change in nianbao.compare(older, nianbao.parse(source)).changes}
    fees = changes["proactive_disclosure.administrative_fees.amount"]
    assert (fees.older, fees.newer, fees.difference) == (Decimal("2846.30"), Decimal("2846.3075"), Decimal("0.0075"))
    assert fees.differs


def test_threads_share_a_report(wrong: nianbao.AnnualReport) -> None:
    pickled = pickle.loads(pickle.dumps(wrong))
    work: Callable[[int], int] = lambda _: len(nianbao.check(pickled).failures)
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(work, range(64)))) == 1
