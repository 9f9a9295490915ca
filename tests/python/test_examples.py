# SPDX-License-Identifier: Apache-2.0
"""The example, and the code of the package's pages."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import REPORTS, ROOT

EXAMPLE = ROOT / "examples" / "python" / "read_report.py"
PAGES = ["README.md", "README.zh-CN.md"]


def run_example(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", str(EXAMPLE), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_example_prints_the_report() -> None:
    done = run_example(str(REPORTS / "truncated-columns.txt"))
    assert done.returncode == 0, done.stderr
    assert "虚构区卫生健康局2025年政府信息公开工作年度报告" in done.stdout
    assert re.search(r"新收 received: +absent\n", done.stdout)
    assert re.search(r"收费 fees: +12\.35 万元\n", done.stdout)
    assert "缺少“总计”一列。" in done.stdout


def test_the_example_says_when_it_cannot(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("hello\n", encoding="utf-8")
    done = run_example(str(other))
    assert done.returncode == 1 and "这不是政府信息公开工作年度报告" in done.stdout
    assert run_example().returncode == 2
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) < 60


@pytest.mark.parametrize("page", PAGES)
def test_the_code_of_the_pages_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "bindings" / "python" / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) >= 2
    for name in ("report.md", "某局2024年年报.md", "2023.md", "2024.md"):
        shutil.copy(REPORTS / "clean.md", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks:
        exec(block, names)
    assert isinstance(names["rows"], list) and len(names["rows"]) == 200


def test_the_values_in_the_page_are_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "bindings" / "python" / "README.md").read_text(encoding="utf-8")
    promises = re.findall(r"^(report\.\S+) +# (['\d]\S*|Decimal\S+?)(?:,.*)?$", text, re.MULTILINE)
    assert len(promises) == 3
    import nianbao

    report = nianbao.parse(REPORTS / "clean.md")
    for expression, value in promises:
        names = {"report": report, "Decimal": Decimal}
        assert eval(expression, names) == eval(value, names), expression


def test_the_pages_name_every_member_and_state() -> None:
    import nianbao

    report = nianbao.parse(b"")
    members = [name for name in dir(type(report)) if not name.startswith("_")]
    for page in PAGES:
        text = (ROOT / "bindings" / "python" / page).read_text(encoding="utf-8")
        assert [name for name in members if name not in text] == []
        assert [state.name for state in nianbao.CellState if state.name not in text] == []
