#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the sample files that are in no text format, from the project's own reports.

    make.py [ROOT]        writes below ROOT (default: the checkout); the same bytes each time

Needs LibreOffice (Debian: libreoffice-writer-nogui) for what real producers write; files written by hand
here need nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import hand_made
import office
import packages
import report

REPORTS = "examples/reports"
CASES = "tests/golden/cases"


def by_office(source: str, look: office.Look) -> bytes:
    flat = office.flat_text(report.read_markdown(report.ROOT / source), look)
    return packages.repacked(office.convert(flat, "docx"))


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else report.ROOT
    files = {
        f"{REPORTS}/clean.docx": by_office(f"{REPORTS}/clean.md", office.Look()),
        f"{REPORTS}/numbered.docx": by_office(
            f"{REPORTS}/clean.md",
            office.Look(numbered=True, font="FangSong", size="16pt"),
        ),
    }
    for name, content in hand_made.documents().items():
        files[f"{CASES}/{name}"] = content
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
        print(f"{path}: {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
