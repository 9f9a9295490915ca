# SPDX-License-Identifier: Apache-2.0
"""Many inputs at once: order, bounds, signals, and outputs that resume.

    python3 tests/cli/batch_test.py PROGRAM SOURCE_DIR
"""

from __future__ import annotations

import contextlib
import json
import os
import pty
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from collections.abc import Callable
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
SOURCE = Path(sys.argv.pop(1)).resolve()
# So many that a run of them can be killed: fewer where the program is slow.
REPORTS = int(os.environ.get("NIANBAO_BATCH_REPORTS", "2000"))
TEMPLATE = (SOURCE / "examples" / "reports" / "clean.txt").read_text(encoding="utf-8")
PAGE = (SOURCE / "examples" / "reports" / "web-page.html").read_text(encoding="utf-8")
WORDS = SOURCE / "tests" / "golden" / "cases" / "printed-a4.words.html"

# Stands in for pdftotext: takes its time, then gives the words of a report.
SLOW_PDFTOTEXT = '#!/bin/sh\ncat >/dev/null\nsleep "$(cat "$NIANBAO_TEST_DELAY")"\ncat "$NIANBAO_TEST_WORDS"\n'


def make_reports(folder: Path, count: int) -> None:
    """Small reports of several formats in folders below each other."""
    for number in range(count):
        below = folder / f"{number % 7}" / f"{number % 3}"
        below.mkdir(parents=True, exist_ok=True)
        page = number % 10 == 0
        text = (PAGE if page else TEMPLATE).replace("2023", str(2021 + number % 4)).replace("258", str(number))
        (below / f"{number:05}.{'html' if page else 'txt'}").write_text(text, encoding="utf-8")


class BatchTest(unittest.TestCase):
    def setUp(self) -> None:
        self.work = Path(tempfile.mkdtemp(prefix="nianbao-batch-"))
        self.addCleanup(shutil.rmtree, self.work)
        self.reports = self.work / "reports"
        self.output = self.work / "out.jsonl"
        self.partial = self.work / "out.jsonl.partial"
        self.journal = self.work / "out.jsonl.journal"
        self.environment = dict(os.environ)

    def slow_pdfs(self, folder: Path, count: int, seconds: float) -> None:
        """PDFs among the reports that take so long each."""
        tools = self.work / "bin"
        tools.mkdir(exist_ok=True)
        tool = tools / "pdftotext"
        tool.write_text(SLOW_PDFTOTEXT, encoding="utf-8")
        tool.chmod(0o755)
        (self.work / "delay").write_text(str(seconds), encoding="utf-8")
        self.environment["PATH"] = f"{tools}:{os.environ['PATH']}"
        self.environment["NIANBAO_TEST_DELAY"] = str(self.work / "delay")
        self.environment["NIANBAO_TEST_WORDS"] = str(WORDS)
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            (folder / f"{number * 53:05}-slow.pdf").write_bytes(b"%PDF-1.7\n")

    def run_program(self, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [PROGRAM, *arguments], capture_output=True, env=self.environment, stdin=subprocess.DEVNULL, check=False
        )

    def start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [PROGRAM, *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def wait_for(self, is_there: Callable[[], bool]) -> None:
        until = time.monotonic() + 20
        while not is_there():
            self.assertLess(time.monotonic(), until, "waited in vain")
            time.sleep(0.01)

    def helpers(self) -> list[bytes]:
        """The pdftotext processes of this test that still run."""
        lines = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):  # another's process that has just ended
                lines.append(path.read_bytes())
        return [line for line in lines if os.fsencode(self.work / "bin") in line]

    def lines_of_journal(self) -> int:
        return self.journal.read_bytes().count(b"\n") if self.journal.exists() else 0

    # --- order ------------------------------------------------------------------------------------------

    def test_same_bytes_whatever_the_number_of_threads(self) -> None:
        make_reports(self.reports, 2000)
        (self.reports / "3" / "empty.txt").write_bytes(b"")
        (self.reports / "4" / "no-report.txt").write_text("今天天气很好。\n", encoding="utf-8")
        commands = (
            ("parse",), ("check",), ("check", "--format", "sarif"), ("check", "--format", "json"),
            ("export", "--table", "statements"), ("export", "--table", "figures", "--format", "jsonl"),
        )  # fmt: skip
        for command in commands:
            with self.subTest(command=command):
                runs = [self.run_program(*command, "--jobs", str(jobs), self.reports) for jobs in (1, 2, 7)]
                self.assertEqual({run.returncode for run in runs}, {3})
                self.assertEqual(len({run.stdout for run in runs}), 1)
                self.assertEqual(len({run.stderr for run in runs}), 1)
                self.assertIn(b"2 of 2002 inputs failed: 1 input.empty, 1 report.not-recognised", runs[0].stderr)
        result = self.run_program("parse", "--jobs", "7", self.reports)
        sources = [json.loads(line)["source"] for line in result.stdout.splitlines()]
        self.assertEqual(sources, sorted(sources, key=lambda name: Path(name).parts))
        self.assertEqual(len(sources), 2002)

    def test_patterns(self) -> None:
        make_reports(self.reports, 60)
        (self.reports / "0" / ".hidden.txt").write_text(TEMPLATE, encoding="utf-8")
        (self.reports / "0" / "other.data").write_text(TEMPLATE, encoding="utf-8")
        (self.reports / "0" / "a[1].txt").write_text(TEMPLATE, encoding="utf-8")
        for pattern, wanted in (
            ("**/*.txt", "**/[!.]*.txt"), ("*/1/*.html", "*/1/*.html"), ("[0-2]/**/000?1.*", "[0-2]/**/000?1.*"),
            ("**/other.*", "**/other.*"), ("0/*", "0/[!.]*.*"), ("0/.h*", "0/.h*"), ("0/a[1].txt", "0/a[[]1].txt"),
        ):  # fmt: skip
            with self.subTest(pattern=pattern):
                result = self.run_program("parse", "--compact", self.reports / pattern, "-")
                lines = [json.loads(line)["source"] for line in result.stdout.splitlines()]
                found = [str(path) for path in self.reports.glob(wanted) if path.is_file()]
                self.assertEqual(lines[:-1], sorted(found, key=lambda name: Path(name).parts))
                self.assertNotEqual(found, [])
        result = self.run_program("parse", self.reports / "**" / "*.md")
        self.assertEqual(result.returncode, 3)
        self.assertIn("no file matches this pattern", result.stderr.decode())

    def test_name_that_is_no_utf8(self) -> None:
        self.reports.mkdir()
        name = os.path.join(os.fsencode(self.reports), b"\xca\xbe\xc0\xfd\xf0\x90.txt")
        with open(name, "wb") as file:
            file.write(TEMPLATE.encode())
        result = self.run_program("parse", self.reports)
        self.assertTrue(json.loads(result.stdout.decode("utf-8"))["source"].endswith("\ufffd.txt"))

    # --- memory -----------------------------------------------------------------------------------------

    def peak_memory(self, folder: Path) -> int:
        """The most memory that the folder's reports took: asked while the program waits for one more."""
        arguments = ("parse", "--figures", "--jobs", "2", "--output", self.output, folder, "-")
        process = subprocess.Popen([PROGRAM, *arguments], stdin=subprocess.PIPE, env=self.environment)
        assert process.stdin is not None
        beginning = 2
        count = sum(path.is_file() for path in folder.rglob("*"))
        self.wait_for(lambda: self.lines_of_journal() == beginning + count)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        process.communicate(TEMPLATE.encode())
        self.assertEqual(process.returncode, 0)
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))

    @unittest.skipUnless(sys.platform == "linux", "asks /proc")
    def test_memory_is_that_of_few_files(self) -> None:
        few, many = self.work / "few", self.work / "many"
        make_reports(few, 200)
        make_reports(many, 2000)
        ratio = self.peak_memory(many) / self.peak_memory(few)
        print(f"memory of 2000 files: {ratio:.2f} x that of 200", flush=True)
        self.assertLess(ratio, 1.3)

    @unittest.skipUnless(sys.platform == "linux", "asks /proc")
    def test_results_do_not_pile_up_behind_a_slow_one(self) -> None:
        make_reports(self.reports, 2000)
        plain = self.peak_memory(self.reports)
        self.slow_pdfs(self.reports / "0" / "0", 1, 2)
        ratio = self.peak_memory(self.reports) / plain
        print(f"memory behind a slow file: {ratio:.2f} x that without it", flush=True)
        self.assertLess(ratio, 2)

    # --- resuming ---------------------------------------------------------------------------------------

    def whole_run(self, *arguments: str | Path) -> bytes:
        """What the run gives that nobody stops."""
        other = self.work / "whole"
        (self.work / "delay").write_text("0", encoding="utf-8")
        result = self.run_program(*arguments, "--output", other, self.reports)
        self.assertEqual(result.returncode, 3, result.stderr)
        return other.read_bytes()

    def test_killed_at_random_moments(self) -> None:
        make_reports(self.reports, REPORTS)
        (self.reports / "3" / "empty.txt").write_bytes(b"")
        seed = random.randrange(1 << 30)
        print(f"seed {seed}", flush=True)
        dice = random.Random(seed)
        self.slow_pdfs(self.reports / "2", 30, 0)
        for command in (("parse", "--figures"), ("export",)):
            whole = self.whole_run(*command)
            (self.work / "delay").write_text("0.1", encoding="utf-8")
            resumed = 0
            for kills in range(100):
                process = self.start(*command, "--jobs", "2", "--resume", "--output", self.output, self.reports)
                try:
                    process.wait(dice.uniform(0.05, 0.9))
                    break
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.communicate()
                resumed += self.lines_of_journal() > 2
                if self.output.exists():  # killed when all was done: then all is there, and the next run is the first
                    self.assertEqual(self.output.read_bytes(), whole)
                    self.output.unlink()
                    self.journal.unlink(missing_ok=True)
            said = process.communicate()[1].decode()
            print(f"{' '.join(command)}: killed {kills} times, {resumed} times with something done", flush=True)
            self.assertGreater(resumed, 1)
            self.assertEqual(process.returncode, 3)
            self.assertIn(f"1 of {REPORTS + 31} inputs failed: 1 input.empty", said)
            self.assertEqual(self.output.read_bytes(), whole)
            self.assertFalse(self.partial.exists() or self.journal.exists())
            self.output.unlink()

    def stopped_run(self, number: signal.Signals, *arguments: str | Path) -> bytes:
        """A run that is stopped when it has done something; what it said."""
        self.journal.unlink(missing_ok=True)
        process = self.start(*arguments, "--jobs", "2", "--output", self.output, self.reports)
        self.wait_for(lambda: self.lines_of_journal() > 20)
        process.send_signal(number)
        begin = time.monotonic()
        _, said = process.communicate()
        self.assertLess(time.monotonic() - begin, 1)
        self.assertEqual(process.returncode, -number)
        return said

    def test_stopped_by_signals(self) -> None:
        make_reports(self.reports, 300)
        self.output.write_text("what was there before", encoding="utf-8")
        # Both threads hang in a slow PDF, and more would come.
        self.slow_pdfs(self.reports / "5", 8, 10)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            said = self.stopped_run(number, "parse")
            self.assertIn(b"--resume goes on from here", said)
            self.assertEqual(self.output.read_text(encoding="utf-8"), "what was there before")
            self.assertTrue(self.partial.exists())
            self.assertEqual(self.helpers(), [])
        (self.work / "delay").write_text("0", encoding="utf-8")
        result = self.run_program("parse", "--resume", "--output", self.output, self.reports)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.output.read_bytes(), self.run_program("parse", self.reports).stdout)

    def test_stopped_while_nobody_reads(self) -> None:
        make_reports(self.reports, 300)
        pipe = self.work / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        for options in ((), ("--output", pipe)):
            command = [PROGRAM, "parse", self.reports, *options]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            assert process.stdout is not None
            select.select([reader if options else process.stdout], [], [], 20)
            time.sleep(0.2)
            self.assertIsNone(process.poll())
            process.terminate()
            self.assertEqual(process.wait(1), -signal.SIGTERM)
            process.stdout.close()

    def test_what_is_torn_is_cut_off(self) -> None:
        make_reports(self.reports, 300)
        (self.reports / "4" / "empty.txt").write_bytes(b"")
        self.slow_pdfs(self.reports / "5", 2, 10)
        whole = None
        for torn in (b"", b"9", b"999999999\t\tlater.txt\n", b"1\t\tearlier.txt\n", b"\t\t\n", b"no line at all\n"):
            (self.work / "delay").write_text("10", encoding="utf-8")
            self.stopped_run(signal.SIGKILL, "parse")
            with self.partial.open("ab") as file:
                file.write(b'{"half of a rec')
            with self.journal.open("ab") as file:
                file.write(torn)
            process = self.start("parse", "--resume", "--output", self.output, self.reports)
            self.wait_for(lambda: b"half of a rec" not in self.partial.read_bytes())
            # What cannot be believed is gone: behind it nothing more would be.
            last = torn.rstrip(b"\n")
            self.wait_for(lambda: not last or last not in self.journal.read_bytes().splitlines())
            process.kill()
            process.communicate()
            self.assertGreater(self.lines_of_journal(), 20)
            whole = whole or self.whole_run("parse")
            (self.work / "delay").write_text("0", encoding="utf-8")
            result = self.run_program("parse", "--resume", "--output", self.output, self.reports)
            self.assertEqual(result.returncode, 3)
            self.assertIn(b"1 of 303 inputs failed", result.stderr)
            self.assertEqual(self.output.read_bytes(), whole)

    def test_resumes_only_what_is_the_same(self) -> None:
        make_reports(self.reports, 300)
        self.slow_pdfs(self.reports / "5", 2, 10)
        self.stopped_run(signal.SIGTERM, "parse")
        before = self.partial.read_bytes()
        for other in (("parse", "--figures"), ("parse", "--encoding", "utf-8"), ("export",)):
            result = self.run_program(*other, "--resume", "--output", self.output, self.reports)
            self.assertEqual(result.returncode, 2)
            self.assertIn(b"had other inputs or options", result.stderr)
        result = self.run_program("parse", "--resume", "--output", self.output, self.reports, self.reports)
        self.assertEqual(result.returncode, 2)
        self.assertEqual(self.partial.read_bytes(), before)
        (self.work / "delay").write_text("0", encoding="utf-8")
        result = self.run_program("parse", "--output", self.output, self.reports)
        self.assertEqual(self.output.read_bytes(), self.run_program("parse", self.reports).stdout)
        self.assertEqual(self.run_program("parse", "--resume", self.reports).returncode, 2)

    def test_the_same_file_twice(self) -> None:
        make_reports(self.reports, 30)
        # It stops the run when the files of folder 1 were done once.
        self.slow_pdfs(self.reports / "0", 1, 10)
        arguments = ("parse", "--output", self.output, self.reports / "1", self.reports)
        process = self.start(*arguments)
        self.wait_for(lambda: self.lines_of_journal() > 6)
        process.kill()
        process.communicate()
        (self.work / "delay").write_text("0", encoding="utf-8")
        self.assertEqual(self.run_program(*arguments, "--resume").returncode, 0)
        whole = self.run_program("parse", self.reports / "1", self.reports).stdout
        self.assertEqual(self.output.read_bytes(), whole)

    def test_one_run_at_a_time(self) -> None:
        make_reports(self.reports, 30)
        self.slow_pdfs(self.reports / "5", 2, 10)
        process = self.start("parse", "--output", self.output, self.reports)
        self.wait_for(lambda: self.lines_of_journal() > 2)
        before = self.journal.read_bytes()
        for option in ((), ("--resume",)):
            result = self.run_program("parse", *option, "--output", self.output, self.reports)
            self.assertEqual(result.returncode, 3)
            self.assertIn(b"another run is writing it", result.stderr)
        self.assertEqual(self.journal.read_bytes(), before)
        process.kill()
        process.communicate()

    def test_what_could_not_be_read_is_tried_again(self) -> None:
        make_reports(self.reports, 300)
        self.slow_pdfs(self.reports / "5", 2, 10)
        missing = self.work / "missing.txt"
        arguments = ("parse", "--output", self.output, missing, self.reports)
        process = self.start(*arguments)
        self.wait_for(lambda: self.lines_of_journal() > 20)
        process.kill()
        process.communicate()
        (self.work / "delay").write_text("0", encoding="utf-8")
        missing.write_text(TEMPLATE, encoding="utf-8")
        self.assertEqual(self.run_program(*arguments, "--resume").returncode, 0)
        sources = [json.loads(line)["source"] for line in self.output.read_bytes().splitlines()]
        self.assertEqual(len(sources), 303)
        self.assertEqual(sources.count(str(missing)), 1)

    # --- the bar ----------------------------------------------------------------------------------------

    def test_bar_on_a_terminal_only(self) -> None:
        make_reports(self.reports, 50)
        self.slow_pdfs(self.reports / "5", 6, 0.2)
        self.assertEqual(self.run_program("parse", "--output", self.output, self.reports).stderr, b"")
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [PROGRAM, "parse", "--jobs", "1", "--output", self.output, self.reports], env=self.environment, stderr=theirs
        )
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
        os.close(ours)
        self.assertEqual(process.wait(), 0)
        self.assertRegex(shown.decode(), r"\[#+\.+\] \d+/56  [0-9.]+/s  0:\d\d left")


if __name__ == "__main__":
    unittest.main(verbosity=2)
