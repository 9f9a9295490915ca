# SPDX-License-Identifier: Apache-2.0
"""What check, compare and rules write, against check.schema.json and the model of SARIF 2.1.0."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from conftest import REPORTS, ROOT, SAMPLES

SCHEMA: dict[str, Any] = json.loads((ROOT / "src" / "output" / "check.schema.json").read_text(encoding="utf-8"))
GOLDEN = ROOT / "tests" / "golden"
FAULTS = sorted((GOLDEN / "faults").glob("*.txt"))
PROGRAM = Path(os.environ.get("NIANBAO_PROGRAM", ROOT / "build" / "developer" / "src" / "cli" / "nianbao"))

needs_program = pytest.mark.skipif(not PROGRAM.exists(), reason="the program is not built")


def validator(kind: str) -> Draft202012Validator:
    """For one of the three things that the schema describes: what it says then is what is wrong."""
    return Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})


def said(*arguments: object) -> str:
    """The program's output; findings are no failure."""
    done = subprocess.run([str(PROGRAM), *map(str, arguments)], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout.decode("utf-8")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith("/1/check.schema.json")
    references = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(SCHEMA)))
    assert references == set(SCHEMA["$defs"])


def objects(schema: Any) -> Any:
    """Every schema of an object, wherever it stands."""
    if isinstance(schema, dict):
        if "required" in schema:
            yield schema
        for inner in schema.values():
            yield from objects(inner)


def test_every_property_is_described_in_both_languages() -> None:
    count = 0
    for item in objects(SCHEMA):
        assert item["additionalProperties"] is False
        for name, inner in item["properties"].items():
            assert re.search(r"[A-Za-z−].* / .*[\u4e00-\u9fff]", inner["title"]), (name, inner["title"])
            count += 1
    assert count > 60


def test_words_are_not_said_twice() -> None:
    for item in re.findall(r'"enum": (\[[^\]]*\])', json.dumps(SCHEMA, ensure_ascii=False)):
        words = json.loads(item)
        assert len(words) == len(set(words))


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("faults/*.json")), ids=lambda path: path.name)
def test_golden_checks_are_valid(path: Path) -> None:
    output = json.loads(path.read_text(encoding="utf-8"))
    validator("check").validate(output)
    Draft202012Validator(SCHEMA).validate(output)


def test_golden_comparison_and_rules_are_valid() -> None:
    validator("comparison").validate(json.loads((GOLDEN / "pair" / "pair.json").read_text(encoding="utf-8")))
    validator("rules").validate(json.loads((GOLDEN / "rules.json").read_text(encoding="utf-8")))


def test_the_schema_refuses_what_is_wrong() -> None:
    right = json.loads((GOLDEN / "faults" / "digits-swapped.txt.json").read_text(encoding="utf-8"))
    finding = right["findings"][0]
    operand = finding["operands"][0]
    for holder, key, value in (
        (right, "more", 1),
        (right["counts"], "pass", -1),
        (finding, "rule", "none"),
        (finding, "fingerprint", "12"),
        (operand, "state", "blank"),
        (operand, "report", "elder"),
        (right["suspects"][0]["cells"][0], "path", "nowhere"),
    ):
        before = dict(holder)
        holder[key] = value
        with pytest.raises(ValidationError):
            validator("check").validate(right)
        holder.clear()
        holder.update(before)
    validator("check").validate(right)


@needs_program
@pytest.mark.parametrize("sample", SAMPLES + FAULTS, ids=lambda path: path.name)
def test_outputs_of_the_program_are_valid(sample: Path) -> None:
    for more in ([], ["--all"]):
        validator("check").validate(json.loads(said("check", "--format", "json", *more, sample)))


@needs_program
def test_comparisons_of_the_program_are_valid() -> None:
    for older, newer in ((GOLDEN / "pair" / "older.txt", GOLDEN / "pair" / "newer.txt"),
                         (REPORTS / "form-2019.txt", REPORTS / "clean.txt")):
        validator("comparison").validate(json.loads(said("compare", "--format", "json", "--all", older, newer)))
    validator("rules").validate(json.loads(said("rules", "--format", "json")))


@needs_program
def test_sarif_is_valid(tmp_path: Path) -> None:
    model = pytest.importorskip("pydantic_sarif.model")
    log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    odd = tmp_path / os.fsdecode(b"bad\xff \xe5\xb9\xb4 100%.txt")
    odd.write_bytes((GOLDEN / "faults" / "digits-swapped.txt").read_bytes())
    pair = GOLDEN / "pair"
    texts = [said("check", "--format", "sarif", *inputs) for inputs in ([REPORTS], FAULTS, [odd])]
    texts.append(said("compare", "--format", "sarif", pair / "older.txt", pair / "newer.txt"))
    for text in texts:
        assert json.loads(text)["runs"][0]["results"]
        log.model_validate_json(text)
        for result in json.loads(text)["runs"][0]["results"]:
            for location in result["locations"] + result["relatedLocations"]:
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                assert re.fullmatch(r"(file://)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), uri
    with pytest.raises(ValueError, match="versoin"):
        log.model_validate_json(text.replace('"version":', '"versoin":').replace('"version" :', '"versoin":'))


@needs_program
def test_places_in_sarif_are_those_of_the_file() -> None:
    """In every encoding: the bytes of a region are the characters from its start to its end."""
    for name, encoding in (("cell-contents.txt", "utf-8"), ("encoding-gb18030.txt", "gb18030"), ("encoding-utf16.txt", "utf-16-le")):
        data = (REPORTS / name).read_bytes()
        lines = data.decode(encoding).split("\n")
        rule = "*=warning"
        results = json.loads(said("check", "--rule", rule, "--format", "sarif", REPORTS / name))["runs"][0]["results"]
        for result in results:
            for location in result["locations"] + result["relatedLocations"]:
                region = location["physicalLocation"].get("region")
                if not region or region["startLine"] != region["endLine"]:
                    continue
                line = lines[region["startLine"] - 1]
                if region["startLine"] == 1:
                    line = line.lstrip("\ufeff")
                characters = line[region["startColumn"] - 1 : region["endColumn"] - 1]
                start = region["byteOffset"]
                assert data[start : start + region["byteLength"]].decode(encoding) == characters
