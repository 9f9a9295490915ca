# SPDX-License-Identifier: Apache-2.0
"""What the tests of the Python package share. They test the package that is installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import nianbao

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "examples" / "reports"
SAMPLES = sorted(
    path for path in REPORTS.iterdir() if path.suffix in (".md", ".txt", ".html", ".docx") and path.name != "README.md"
)
ENCODINGS = {"encoding-gb18030.txt": "gb18030", "encoding-utf16.txt": "utf-16-le"}
FIGURE_SECTIONS = ("proactive_disclosure", "applications", "review_and_litigation")

# Tables as the form of 2019 has them: nianbao knows it by its labels.
FORM_OF_2019 = """示例县2020年政府信息公开工作年度报告
一、总体情况
全年工作平稳。
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t1\t2\t3
规范性文件\t4\t5\t6
"""


def encoding_of(sample: Path) -> str:
    """The encoding that a sample is stored in, for Python's codecs."""
    return ENCODINGS.get(sample.name, "utf-8")


def text_behind(sample: Path) -> bytes:
    """What spans refer to: the sample, or the text that the library took from it."""
    return nianbao.parse(sample).extracted_text.encode("utf-8") or sample.read_bytes()


def truth_of(sample: Path) -> dict[str, Any]:
    """What is printed in a sample, written down by hand when the sample was made."""
    path = ROOT / "tests" / "golden" / "reports" / f"{sample.name}.expected.json"
    truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return truth


def leaves(tree: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """The values of nested dictionaries with their dotted paths, in order."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{path}{key}.")
        else:
            yield path + key, value


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Path:
    """Each of the sample reports."""
    path: Path = request.param
    return path


@pytest.fixture
def clean() -> Path:
    """A sample that has nothing wrong."""
    return REPORTS / "clean.md"
