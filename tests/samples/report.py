# SPDX-License-Identifier: Apache-2.0
"""The sample reports of examples/reports as blocks, from which other formats are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Cell:
    text: str
    columns: int = 1
    rows: int = 1
    covered: bool = False


@dataclass
class Block:
    """A heading (level from 1), a paragraph (level 0) or a table."""

    text: str = ""
    level: int = 0
    rows: list[list[Cell]] = field(default_factory=list)


def read_markdown(path: Path) -> list[Block]:
    """The blocks of a report in Markdown with pipe tables, blank cells merged into labels."""
    blocks: list[Block] = []
    table: list[list[str]] = []

    def end_table() -> None:
        if table:
            blocks.append(Block(rows=merged(table)))
            table.clear()

    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("|---"):
            continue
        if line.startswith("|"):
            table.append([cell.strip() for cell in line.strip("|\n").split("|")])
            continue
        end_table()
        if line.strip():
            level = len(line) - len(line.lstrip("#"))
            blocks.append(Block(text=line[level:].strip(), level=level))
    end_table()
    return blocks


def merged(rows: list[list[str]]) -> list[list[Cell]]:
    """Blank cells right of a text and below it belong to it: so is the form printed."""
    grid = [[Cell(text) for text in row] for row in rows]
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if not cell.text or cell.covered:
                continue
            while c + cell.columns < len(row) and is_free(row[c + cell.columns]):
                cell.columns += 1
            while r + cell.rows < len(grid) and all(
                is_free(below) for below in grid[r + cell.rows][c : c + cell.columns]
            ):
                cell.rows += 1
            for covered_row in grid[r : r + cell.rows]:
                for covered in covered_row[c : c + cell.columns]:
                    covered.covered = covered is not cell
    return grid


def is_free(cell: Cell) -> bool:
    return not cell.text and not cell.covered
