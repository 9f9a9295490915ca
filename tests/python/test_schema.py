# SPDX-License-Identifier: Apache-2.0
"""Every output against annual-report.schema.json, and the schema against what it promises."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

import nianbao

from conftest import FORM_OF_2019, REPORTS, ROOT

SCHEMA: dict[str, Any] = json.loads((ROOT / "src" / "output" / "annual-report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"].endswith("/1/annual-report.schema.json")


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema of an object, wherever it stands."""
    if isinstance(schema, dict):
        if "required" in schema:
            yield schema
        for inner in schema.values():
            yield from objects(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


def test_every_property_is_described_in_both_languages() -> None:
    count = 0
    for item in objects(SCHEMA):
        assert item["additionalProperties"] is False
        assert set(item["required"]) <= set(item["properties"])
        for name, inner in item["properties"].items():
            title = inner["title"]
            assert re.search(r"[A-Za-z].* / .*[\u4e00-\u9fff]", title), (name, title)
            count += 1
    assert count > 90


def test_every_reference_is_used_and_leads_somewhere() -> None:
    references = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(SCHEMA)))
    assert references == set(SCHEMA["$defs"])


@pytest.mark.parametrize("golden", sorted((ROOT / "tests" / "golden" / "json").glob("*.json")), ids=lambda path: path.name)
def test_golden_outputs_are_valid(golden: Path) -> None:
    errors = list(VALIDATOR.iter_errors(json.loads(golden.read_text(encoding="utf-8"))))
    assert errors == []


def test_outputs_are_valid(sample: Path) -> None:
    report = nianbao.parse(sample)
    for figures in (False, True):
        VALIDATOR.validate(report.to_dict(figures=figures))
        VALIDATOR.validate(json.loads(report.to_json(figures=figures, pretty=True)))
    VALIDATOR.validate({"source": str(sample), **report.to_dict()})


def variants() -> Iterator[bytes]:
    """Inputs that are damaged in some way, or no report at all."""
    yield from (b"", b"\0\xff", b"one\ntwo\n", FORM_OF_2019.encode("utf-8"))
    text = (REPORTS / "clean.txt").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    for step in range(2, 9):
        yield "".join(line for number, line in enumerate(lines) if number % step).encode("utf-8")
    for replacement in ("", "-", "无", "x", "3.5", "-2", "1 2", "12件", "（见附件）"):
        yield text.replace("\t3\t", f"\t{replacement}\t").encode("utf-8")
    yield text.replace("86.50", "865000元").encode("utf-8")
    yield (text * 2).encode("utf-8")
    for size in range(0, 5000, 61):
        yield text.encode("utf-8")[:size]


def test_outputs_of_damaged_inputs_are_valid() -> None:
    codes: set[str] = set()
    for content in variants():
        report = nianbao.parse(content)
        VALIDATOR.validate(report.to_dict(figures=True))
        codes.update(d.code for d in report.diagnostics)
    assert len(codes) > 15


def change(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def apply(tree: dict[str, Any]) -> None:
        *steps, last = path.split(".")
        target: Any = tree
        for step in steps:
            target = target[int(step)] if isinstance(target, list) else target[step]
        if value is ...:
            del target[last]
        else:
            target[last] = value

    return apply


@pytest.mark.parametrize(
    "damage",
    [
        change("schema_version", 2),
        change("unknown", 1),
        change("diagnostics", ...),
        change("title", 7),
        change("year", "2024"),
        change("template", "2014"),
        change("period", {"start": "2024-01-01"}),
        change("period", {"start": "1.1.2024", "end": "2024-12-31"}),
        change("overview.parts.0.key", "unknown"),
        change("applications", None),
        change("applications.newly_received.total", "727"),
        change("applications.newly_received.total", ...),
        change("applications.results.not_disclosed.subtotal", None),
        change("review_and_litigation.reconsideration.unknown", 1),
        change("figures.0.path", "applications.newly_received.nobody"),
        change("figures.0.state", "unknown"),
        change("figures.0.value", None),
        change("figures.0.state", "blank"),
        change("figures.0.span.line", 0),
        change("diagnostics.0.code", "unknown.code"),
        change("diagnostics.0.severity", "fatal"),
        change("diagnostics.0.message_zh", ...),
        change("diagnostics.0.span", {}),
    ],
)
def test_wrong_objects_are_refused(damage: Callable[[dict[str, Any]], None]) -> None:
    tree = nianbao.parse(REPORTS / "cell-contents.txt").to_dict(figures=True)
    assert tree["figures"][0]["state"] == "number" and tree["diagnostics"] and tree["overview"]["parts"]
    VALIDATOR.validate(tree)
    damage(tree)
    with pytest.raises(ValidationError):
        VALIDATOR.validate(tree)


@pytest.mark.parametrize(
    "damage",
    [
        change("template", "2021"),
        change("template", None),
        change("proactive_disclosure", None),
        change("proactive_disclosure.regulations.in_force", 1),
        change("proactive_disclosure.government_procurement", ...),
        change("proactive_disclosure.administrative_fees.change", "-5"),
        change("applications.results.other.subtotal", ...),
        change("applications.results.other.other", {}),
    ],
)
def test_objects_of_the_wrong_form_are_refused(damage: Callable[[dict[str, Any]], None]) -> None:
    tree = nianbao.parse(REPORTS / "form-2019.txt").to_dict(figures=True)
    VALIDATOR.validate(tree)
    damage(tree)
    with pytest.raises(ValidationError):
        VALIDATOR.validate(tree)


def test_the_form_of_2021_is_not_taken_for_that_of_2019() -> None:
    tree = nianbao.parse(REPORTS / "clean.txt").to_dict()
    tree["template"] = "2019"
    with pytest.raises(ValidationError):
        VALIDATOR.validate(tree)
