#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# try.sh [FILE]: sets up a fresh Debian or Ubuntu, builds the program nianbao below build/, and prints the
# report FILE (default: a sample) as JSON. Only the JSON goes to standard output.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=${NIANBAO_BUILD_DIR:-$root/build/release}
report=${1:-$root/examples/reports/clean.md}

sh "$root/cmake/setup.sh" build >&2
if command -v ccache >/dev/null; then
  export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

echo "Building nianbao in $build" >&2
mkdir -p "$build"
log=$build/try.log
# CMAKE_ARGS is for those who want other settings; unquoted on purpose.
# shellcheck disable=SC2086
if ! { cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release ${CMAKE_ARGS:-} &&
  cmake --build "$build" --target nianbao_cli; } >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
exec "$build/src/cli/nianbao" parse "$report"
