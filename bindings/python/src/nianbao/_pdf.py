# SPDX-License-Identifier: Apache-2.0
"""PDF by way of poppler's pdftotext, a program of its own.

Nothing here is public. The library itself does no I/O and links nothing of poppler.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from typing import NamedTuple

PROGRAM = "pdftotext"

_MOST_MESSAGES = 1 << 16
_NOT_ALLOWED = 3


class Unreadable(NamedTuple):
    """Why there is no text: word, text and number of the diagnostic."""

    word: str
    text: str
    n: int = 0


def is_pdf(data: bytes) -> bool:
    """Whether `data` is the content of a PDF file."""
    return data[:5] == b"%PDF-"


def words_of(data: bytes, seconds: float, max_output: int) -> bytes | Unreadable:
    """What ``pdftotext -bbox-layout`` prints of a PDF, at most one byte more than `max_output`."""
    program = shutil.which(PROGRAM)
    if program is None:
        return Unreadable("input.tool-missing", PROGRAM)
    with tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as messages:
        file.write(data)
        file.seek(0)
        try:
            child = subprocess.Popen(
                [program, "-bbox-layout", "-", "-"], stdin=file, stdout=subprocess.PIPE, stderr=messages
            )
        except OSError:
            return Unreadable("input.tool-missing", PROGRAM)
        output, late = _read(child, seconds, max_output + 1)
        if late:
            return Unreadable("input.timed-out", PROGRAM, round(seconds))
        if len(output) > max_output:
            return output
        messages.seek(0)
        said = messages.read(_MOST_MESSAGES)
    if child.returncode == _NOT_ALLOWED or b"ncorrect password" in said:
        return Unreadable("input.encrypted", "PDF")
    if child.returncode != 0 or b"<page " not in output:
        return Unreadable("input.damaged", "PDF")
    return output


def _read(child: subprocess.Popen[bytes], seconds: float, most: int) -> tuple[bytes, bool]:
    # The child is gone when this returns: ended, killed for being late, or for giving too much.
    assert child.stdout is not None
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        output = child.stdout.read(most)
        if len(output) == most:
            child.kill()
        child.wait()
    finally:
        timer.cancel()
        child.stdout.close()
        if child.poll() is None:
            child.kill()
            child.wait()
    return output, late.is_set()
