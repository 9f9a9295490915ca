# SPDX-License-Identifier: Apache-2.0
"""Tells the build the package's version: the one in include/nianbao/version.hpp."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent


def library_root() -> Path:
    """The library's sources: beside this file in a source distribution, else the checkout."""
    bundled = _HERE / "native"
    return bundled if bundled.is_dir() else _HERE.parent.parent


def dynamic_metadata(field: str, settings: dict[str, Any] | None = None) -> str:
    """What scikit-build-core calls for `field`, which is always "version"."""
    header = (library_root() / "include" / "nianbao" / "version.hpp").read_text(encoding="utf-8")
    numbers = re.findall(r"#define NIANBAO_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header)
    if field != "version" or len(numbers) != 3:
        raise RuntimeError(f"cannot tell {field} from version.hpp")
    return ".".join(numbers)
