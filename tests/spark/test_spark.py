# SPDX-License-Identifier: Apache-2.0
"""Reports on a Spark of its own with two executors, each a process: the same rows as without Spark."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import nianbao
from nianbao.spark import read_reports, schema

pyspark = pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(path for path in (ROOT / "examples" / "reports").iterdir() if path.name != "README.md")
TABLES = ("figures", "reports", "diagnostics", "statements")
FILES = 150
LARGE = 1 << 20


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A driver, and a cluster of two workers with an executor of one core and 1 GiB each."""
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_WORKER_DIR"] = str(tmp_path_factory.mktemp("workers"))
    builder = pyspark.sql.SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.files.maxPartitionBytes", "2m").config(
        "spark.sql.files.openCostInBytes", "64k"
    ).getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders with samples of all formats, and files that are no reports or only name themselves so."""
    folder: Path = tmp_path_factory.mktemp("archive")
    for i in range(FILES):
        sample = SAMPLES[i % len(SAMPLES)]
        place = folder / f"县{i % 7}" / f"{i:04}-{sample.name}"
        place.parent.mkdir(exist_ok=True)
        shutil.copy(sample, place)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "bytes.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "cut.docx").write_bytes((ROOT / "examples" / "reports" / "clean.docx").read_bytes()[:2000])
    (folder / "large.txt").write_bytes(b"0\t" * LARGE)
    return folder


def expected(archive: Path, table: nianbao.TableName) -> list[tuple[Any, ...]]:
    """What one process reads, sorted."""
    # Spark passes over files of no bytes.
    files = [path for path in archive.rglob("*") if path.is_file() and 0 < path.stat().st_size <= LARGE]
    named = [(f"file:{path}", path) for path in files]
    columns = nianbao.table(named, table).to_arrow().to_pydict()
    return sorted(zip(*columns.values()), key=repr)


def rows_of(frame: Any) -> list[tuple[Any, ...]]:
    """The rows of all files that were read, sorted."""
    rows = (tuple(row) for row in frame.where("source not like '%/large.txt'").collect())
    return sorted(rows, key=repr)


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_those_of_one_process(spark: Any, archive: Path, table: nianbao.TableName) -> None:
    frame = read_reports(spark, str(archive), table, max_bytes=LARGE)
    assert frame.columns == schema(table).names
    assert rows_of(frame) == expected(archive, table)


def test_what_is_too_large_is_a_diagnostic(spark: Any, archive: Path) -> None:
    rows = read_reports(spark, str(archive), "diagnostics", glob="large*", max_bytes=LARGE).collect()
    assert [(row.code, row.severity) for row in rows] == [("input.too-large", "error")]
    assert read_reports(spark, str(archive), "reports", glob="*.nothing").count() == 0


def executors(master: int) -> list[int]:
    """The processes of executors below `master`."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    children: dict[int, list[tuple[int, str]]] = {}
    for line in listed.splitlines()[1:]:
        child, parent, command = line.split(None, 2)
        children.setdefault(int(parent), []).append((int(child), command))
    found, waiting = [], [master]
    while waiting:
        for pid, command in children.get(waiting.pop(), []):
            waiting.append(pid)
            if "CoarseGrainedExecutorBackend" in command:
                found.append(pid)
    return found


def test_a_killed_executor_changes_nothing(spark: Any, archive: Path) -> None:
    frame = read_reports(spark, str(archive), "figures", max_bytes=LARGE)
    spark.sparkContext.setLocalProperty("spark.job.description", "killed")
    tracker = spark.sparkContext.statusTracker()
    killed: list[int] = []

    def kill_in_the_middle() -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and not killed:
            for stage in tracker.getActiveStageIds():
                info = tracker.getStageInfo(stage)
                if info and info.numCompletedTasks >= 2:
                    victim = executors(os.getpid())[0]
                    os.kill(victim, signal.SIGKILL)
                    killed.append(victim)
                    return
            time.sleep(0.01)

    thread = threading.Thread(target=kill_in_the_middle)
    thread.start()
    rows = rows_of(frame)
    thread.join()
    assert killed, "no task ended while others were still to be done"
    assert rows == expected(archive, "figures")
