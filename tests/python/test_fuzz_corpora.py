# SPDX-License-Identifier: Apache-2.0
"""What fuzzers reach and damaged samples are in Python what they are in the program, whose C++ the fuzz target
faces holds against C."""

from __future__ import annotations

import json
import os
import random
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import nianbao
from conftest import ROOT, SAMPLES

PROGRAM = Path(os.environ.get("NIANBAO_PROGRAM", ROOT / "build" / "developer" / "src" / "cli" / "nianbao"))
needs_program = pytest.mark.skipif(not PROGRAM.exists(), reason="the program nianbao is not built")
CORPORA = ROOT / "tests" / "fuzz"


def damaged(rolls: random.Random, content: bytes) -> bytes:
    """The content with a few pieces deleted, doubled or overwritten."""
    data = bytearray(content)
    for _ in range(rolls.randint(1, 6)):
        at = rolls.randrange(len(data) + 1)
        end = at + rolls.randint(1, 60)
        piece = rolls.choice([b"", bytes(data[at:end]) * 2, bytes(rolls.randrange(256) for _ in range(3))])
        data[at:end] = piece
    return bytes(data)


def object_of(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text, parse_float=Decimal)
    found.pop("source", None)
    return found


def inputs_in(folder: Path) -> list[Path]:
    """Any bytes that tests have, in files without an ending that would name their format."""
    rolls = random.Random(1)
    files = [path for part in ("corpus", "found") for path in sorted((CORPORA / part).rglob("*")) if path.is_file()]
    contents = [path.read_bytes() for path in files]
    contents += [damaged(rolls, sample.read_bytes()) for sample in SAMPLES for _ in range(8)]
    paths = []
    for number, content in enumerate(contents):
        if content.startswith(b"%PDF"):
            continue
        paths.append(folder / f"{number:04}")
        paths[-1].write_bytes(content)
    return paths


@needs_program
def test_python_says_what_the_program_says(tmp_path: Path) -> None:
    paths = inputs_in(tmp_path)
    assert len(paths) > 100
    done = subprocess.run(
        [str(PROGRAM), "parse", "--figures", *map(str, paths)], capture_output=True, encoding="utf-8", check=False
    )
    lines = done.stdout.splitlines()
    assert len(lines) == len(paths), done.stderr
    for path, line in zip(paths, lines):
        report = nianbao.parse(path)
        assert object_of(report.to_json(figures=True)) == object_of(line), path
        again = nianbao.from_json(report.to_json(figures=True))
        assert again.to_json(figures=True) == report.to_json(figures=True), path
