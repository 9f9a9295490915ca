# SPDX-License-Identifier: Apache-2.0
"""ZIP packages that are the same bytes for the same parts, on any day."""

from __future__ import annotations

import io
import re
import zipfile

DAY = (1980, 1, 1, 0, 0, 0)


def pack(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            about = zipfile.ZipInfo(name, DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3
            package.writestr(about, content, compresslevel=9)
    return out.getvalue()


def repacked(package: bytes) -> bytes:
    """`package` without the day and the duration of its making."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        for name in read.namelist():
            parts[name] = read.read(name)
    for name in ("docProps/core.xml", "docProps/app.xml"):
        if name in parts:
            parts[name] = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"1980-01-01T00:00:00Z", parts[name])
            parts[name] = re.sub(rb"<TotalTime>\d+", b"<TotalTime>0", parts[name])
    return pack(parts)
