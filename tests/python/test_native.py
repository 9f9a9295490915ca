# SPDX-License-Identifier: Apache-2.0
"""The declarations for ctypes against the header, and how the library is found."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal, get_args

import pytest

import nianbao
from nianbao import _native, _structs

from conftest import ROOT

HEADER = "".join((ROOT / "include" / "nianbao" / name).read_text(encoding="utf-8") for name in ("nianbao.h", "check.h", "tables.h"))
STRUCTS = {
    "nianbao_view": _structs.View,
    "nianbao_span": _structs.Span,
    "nianbao_figure": _structs.Figure,
    "nianbao_diagnostic": _structs.Diagnostic,
    "nianbao_date": _structs.Date,
    "nianbao_word": _structs.Word,
    "nianbao_input": _structs.Input,
    "nianbao_options": _structs.Options,
    "nianbao_number": _structs.Number,
    "nianbao_rule_info": _structs.RuleInfo,
    "nianbao_finding": _structs.Finding,
    "nianbao_operand": _structs.Operand,
    "nianbao_statement": _structs.Statement,
    "nianbao_suspect": _structs.Suspect,
    "nianbao_suspect_cell": _structs.SuspectCell,
    "nianbao_change": _structs.Change,
    "nianbao_repetition": _structs.Repetition,
    "nianbao_passage": _structs.Passage,
    "nianbao_check_options": _structs.CheckOptions,
    "nianbao_compare_options": _structs.CompareOptions,
    "nianbao_render_options": _structs.RenderOptions,
}

needs_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")


def compile_c(folder: Path, source: str, *arguments: str) -> Path:
    """Compiles a C program or library; returns its file."""
    file = folder / "source.c"
    file.write_text(source, encoding="utf-8")
    output = folder / "output"
    include = f"-I{ROOT / 'include'}"
    subprocess.run(["cc", "-std=c11", include, *arguments, str(file), "-o", str(output)], check=True)
    return output


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


@needs_compiler
def test_structs_have_the_layout_of_the_header(tmp_path: Path) -> None:
    lines = []
    expected = []
    for name, mirror in STRUCTS.items():
        lines.append(f'printf("{name} %zu\\n", sizeof({name}));')
        expected.append(f"{name} {ctypes.sizeof(mirror)}")
        for field in mirror._fields_:
            place = getattr(mirror, field[0])
            size = f"sizeof((({name}*)0)->{field[0]})"
            lines.append(f'printf("{name}.{field[0]} %zu %zu\\n", offsetof({name}, {field[0]}), {size});')
            expected.append(f"{name}.{field[0]} {place.offset} {place.size}")
    body = "\n".join(lines)
    program = compile_c(tmp_path, f"#include <nianbao/nianbao.h>\n#include <stdio.h>\nint main(void) {{\n{body}\n}}\n")
    printed = subprocess.run([str(program)], capture_output=True, text=True, check=True).stdout
    assert printed.splitlines() == expected


def test_structs_have_the_members_of_the_header() -> None:
    bodies = dict(re.findall(r"typedef struct \w+ \{(.*?)\} (\w+);", HEADER, re.DOTALL))
    declared = {name: body for body, name in bodies.items()}
    assert set(declared) == set(STRUCTS)
    for name, mirror in STRUCTS.items():
        body = re.sub(r"/\*.*?\*/", "", declared[name], flags=re.DOTALL)
        assert re.findall(r"(\w+);", body) == [field[0] for field in mirror._fields_]


def test_constants_are_the_header_s() -> None:
    constants = {name: int(value) for name, value in re.findall(r"(NIANBAO_\w+) = (\d+)", HEADER)}
    version = re.search(r"#define NIANBAO_ABI_VERSION (\d+)", HEADER)
    assert version is not None and int(version[1]) == _native.ABI_VERSION
    assert _native.OK == constants["NIANBAO_OK"]
    assert _native.ERROR_NOMEM == constants["NIANBAO_ERROR_NOMEM"]
    assert _native.ERROR_JSON == constants["NIANBAO_ERROR_JSON"]
    assert _native.JSON_FIGURES == constants["NIANBAO_JSON_FIGURES"]
    assert _native.JSON_PRETTY == constants["NIANBAO_JSON_PRETTY"]
    assert _native.TEXT_EXTRACTED == constants["NIANBAO_TEXT_EXTRACTED"]
    assert _native.ERROR_ARGUMENT == constants["NIANBAO_ERROR_ARGUMENT"]
    for word in ("JSON", "TEXT", "SARIF", "HTML", "PRETTY", "COLOR", "ALL"):
        assert getattr(_native, f"RENDER_{word}") == constants[f"NIANBAO_RENDER_{word}"]
    languages = {"en": "ENGLISH", "zh": "CHINESE"}
    assert _native.LANGUAGES == {name: constants[f"NIANBAO_LANGUAGE_{word}"] for name, word in languages.items()}
    formats = {
        "auto": "AUTOMATIC",
        "plain": "PLAIN",
        "markdown": "MARKDOWN",
        "html": "HTML",
        "docx": "DOCX",
        "layout": "LAYOUT",
        "words": "WORDS",
    }
    assert _native.FORMATS == {name: constants[f"NIANBAO_FORMAT_{word}"] for name, word in formats.items()}
    encodings = {
        "auto": "AUTOMATIC",
        "utf-8": "UTF8",
        "utf-16le": "UTF16LE",
        "utf-16be": "UTF16BE",
        "gb18030": "GB18030",
        "big5": "BIG5",
    }
    assert _native.ENCODINGS == {name: constants[f"NIANBAO_ENCODING_{word}"] for name, word in encodings.items()}


def test_types_name_all_choices() -> None:
    assert get_args(nianbao.Format) == tuple(_native.FORMATS)
    assert get_args(nianbao.Encoding) == tuple(_native.ENCODINGS)
    assert nianbao.DiagnosticCode is not Literal
    words = re.findall(r"NIANBAO_CODE_(\w+) = \d+, /\* (\S+) \*/", HEADER)
    assert words and tuple(word for _, word in words) == get_args(nianbao.DiagnosticCode)
    assert all(re.sub("[.-]", "_", word).upper() == name for name, word in words)
    assert get_args(nianbao.Language) == tuple(_native.LANGUAGES)
    rules = re.findall(r"NIANBAO_RULE_(\w+) = \d+, /\* (\S+) \*/", HEADER)
    assert rules and tuple(word for _, word in rules) == get_args(nianbao.RuleWord)
    statuses = re.findall(r"NIANBAO_RULE_STATUS_(\w+) = \d+", HEADER)
    assert [status.name for status in nianbao.RuleStatus] == statuses
    states = re.findall(r"NIANBAO_CELL_(\w+) = \d+", HEADER)
    assert {state.name for state in nianbao.CellState} == set(states)


def test_every_function_of_the_header_is_declared() -> None:
    names = re.findall(r"NIANBAO_API [^;]*?(nianbao_\w+)\(", HEADER)
    assert len(names) >= 19
    for name in names:
        assert getattr(_native.lib, name).argtypes is not None, name


def test_only_the_library_comes_with_the_package() -> None:
    folder = Path(nianbao.__file__).parent
    others = {path.name for path in folder.iterdir() if path.suffix not in (".py", ".typed") and path.is_file()}
    assert others == {_native.library_path().name}
    assert _native.library_path().is_absolute()


def test_calls_release_the_gil() -> None:
    assert isinstance(_native.lib, ctypes.CDLL) and not isinstance(_native.lib, ctypes.PyDLL)


def test_statuses_become_exceptions() -> None:
    _native.check(0)
    for status, kind in ((1, nianbao.NianbaoError), (2, MemoryError), (4, ValueError), (5, nianbao.NianbaoError)):
        with pytest.raises(kind):
            _native.check(status)


def test_another_library_can_be_named(tmp_path: Path) -> None:
    copy = tmp_path / "another.so"
    shutil.copy(_native.library_path(), copy)
    code = "import nianbao._native as n; print(n.lib._name, n.version())"
    done = run_python(code, NIANBAO_LIBRARY=str(copy))
    assert done.stdout.split() == [str(copy), nianbao.__version__], done.stderr
    relative = os.path.relpath(copy)
    assert run_python(code, NIANBAO_LIBRARY=relative).stdout.split()[1:] == [nianbao.__version__]


def test_a_missing_library_is_an_import_error(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.so")
    done = run_python("import nianbao", NIANBAO_LIBRARY=missing)
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("ImportError: the native library of nianbao cannot be loaded") and missing in last


@needs_compiler
def test_another_binary_interface_is_refused(tmp_path: Path) -> None:
    library = compile_c(tmp_path, "int nianbao_abi_version(void) { return 99; }\n", "-shared", "-fPIC")
    done = run_python("import nianbao", NIANBAO_LIBRARY=str(library))
    last = done.stderr.strip().splitlines()[-1]
    assert last == (
        f"ImportError: {library} has binary interface 99, but this version of the Python package needs"
        f" {_native.ABI_VERSION}"
    )


@needs_compiler
def test_something_else_is_refused(tmp_path: Path) -> None:
    library = compile_c(tmp_path, "int other(void) { return 1; }\n", "-shared", "-fPIC")
    done = run_python("import nianbao", NIANBAO_LIBRARY=str(library))
    assert f"ImportError: {library} is not the native library of nianbao" in done.stderr


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory in use is told by Linux only")
def test_memory_is_given_back() -> None:
    """Many reports, kept by nobody, need no more memory than one."""
    code = f"""
import nianbao
data = open({str(ROOT / "examples" / "reports" / "clean.md")!r}, "rb").read() * 20
def pages():
    return int(open("/proc/self/statm").read().split()[1])
for _ in range(50): nianbao.parse(data)
before = pages()
for _ in range(500): nianbao.parse(data)
for _ in range(500):
    try: nianbao.from_json("[]")
    except ValueError: pass
print(pages() - before)
"""
    done = run_python(code)
    # A leak of the text alone would be 5000 pages, of the reports 25000.
    assert int(done.stdout) < 1000, done.stdout + done.stderr
