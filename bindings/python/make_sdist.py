# SPDX-License-Identifier: Apache-2.0
"""Makes a source distribution: this folder with the library's sources in native/.

    python make_sdist.py OUTPUT_FOLDER        (needs the package "build")

The library lies outside this folder, where no build backend may reach for it, so it is copied in.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OURS = ("pyproject.toml", "CMakeLists.txt", "version_from_header.py", "README.md", "README.zh-CN.md", "SPARK.md", "src")
LIBRARY = ("CMakeLists.txt", "LICENSE", "cmake", "include", "src")


def copy(names: tuple[str, ...], source: Path, target: Path) -> None:
    target.mkdir()
    for name in names:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source / name, target / name)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder) / "nianbao"
        copy(OURS, HERE, stage)
        copy(LIBRARY, ROOT, stage / "native")
        command = [sys.executable, "-m", "build", "--sdist", "--outdir", sys.argv[1], str(stage)]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
