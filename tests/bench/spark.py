# SPDX-License-Identifier: Apache-2.0
"""What Spark makes of a folder of reports, in files a second and core, against the library alone.

    python tests/bench/spark.py FOLDER [MASTER]

Needs nianbao (installed), pyspark, pyarrow and Java 17. MASTER is local-cluster[2,1,1024] unless said: two executors
of one core, each a process. The rows are counted, not kept; the first job, which starts what is needed, is not timed.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import nianbao
import pyspark
from nianbao.spark import read_reports


def alone(files: list[Path], table: nianbao.TableName) -> float:
    """Seconds of one thread without Spark: opening, reading, parsing, and the rows as Arrow."""
    began = time.perf_counter()
    for i in range(0, len(files), 64):
        nianbao.table([(str(file), file.read_bytes()) for file in files[i : i + 64]], table, jobs=1).to_arrow()
    return time.perf_counter() - began


def main() -> None:
    """Times of all ways, each twice, the second counts."""
    folder = Path(sys.argv[1])
    master = sys.argv[2] if len(sys.argv) > 2 else "local-cluster[2,1,1024]"
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = pyspark.sql.SparkSession.builder.master(master).config("spark.ui.enabled", "false")
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    read_reports(spark, str(folder), "reports").limit(1).count()
    names: tuple[nianbao.TableName, ...] = ("reports", "figures")
    for table in names:
        spent = min(alone(files, table) for _ in range(2))
        print(f"{table}: without Spark, one thread: {len(files) / spent:.0f} files/s")
        for _ in range(2):
            began = time.perf_counter()
            rows = read_reports(spark, str(folder), table)
            count = rows.selectExpr("count(*)", "count(source)").collect()[0][0]
            spent = time.perf_counter() - began
        print(f"{table}: {master}: {len(files) / spent:.0f} files/s, {count} rows")
    # What reading files by Spark costs when nobody parses them.
    for _ in range(2):
        began = time.perf_counter()
        size = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(str(folder))
        size.selectExpr("sum(length(content))").collect()
        spent = time.perf_counter() - began
    print(f"reading alone: {len(files) / spent:.0f} files/s")
    spark.stop()


if __name__ == "__main__":
    main()
