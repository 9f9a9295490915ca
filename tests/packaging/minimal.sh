#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# minimal.sh WORK_DIR: builds the library without all that can be left out, program and formats; then the program
# with it, and sees that it links nothing for them, names them where it refuses them, and reads the rest.
set -eu

[ $# -eq 1 ] || { echo "usage: minimal.sh WORK_DIR" >&2; exit 2; }
root=$(cd "$(dirname "$0")/../.." && pwd)
[ -n "${CMAKE_GENERATOR:-}" ] || { command -v ninja >/dev/null && export CMAKE_GENERATOR=Ninja; } || :

# CMAKE_ARGS is words.
# shellcheck disable=SC2086
cmake -S "$root" -B "$1" -DCMAKE_BUILD_TYPE=Release -DNIANBAO_HTML=OFF -DNIANBAO_DOCX=OFF -DNIANBAO_CLI=OFF \
  -DNIANBAO_TESTS=ON ${CMAKE_ARGS:-}
cmake --build "$1" --parallel "${JOBS:-2}" --target nianbao_unit_tests nianbao_golden_tests nianbao_c_api
ctest --test-dir "$1" --output-on-failure --no-tests=error -R '^(nianbao_unit_tests|nianbao_golden_tests|abi_c_api)$'

cmake -B "$1" -DNIANBAO_CLI=ON
cmake --build "$1" --parallel "${JOBS:-2}" --target nianbao_cli

program=$1/src/cli/nianbao
"$program" parse "$root/examples/reports/clean.md" | grep -q '"schema_version"'
if "$program" parse "$root/examples/reports/web-page.html" >"$1/refused.json" 2>"$1/refused.txt"; then
  echo "a page of HTML is not refused" >&2
  exit 1
fi
grep -q 'input.unsupported-format' "$1/refused.json"
grep -q 'NIANBAO_HTML=OFF' "$1/refused.txt"
if ldd "$program" | grep -q libxml2; then
  echo "libxml2 is linked for nothing" >&2
  exit 1
fi
echo "The minimal build reads what it can."
