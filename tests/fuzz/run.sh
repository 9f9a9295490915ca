#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh [SECONDS [TARGET…]]: builds the fuzz targets with clang, address and undefined behaviour sanitizers, and
# runs each for so many seconds (60). What is found is left in build/fuzz/found-TARGET.
set -eu
seconds=${1:-60}
[ $# -eq 0 ] || shift
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
cmake --preset fuzz >build/fuzz.log 2>&1 && cmake --build --preset fuzz >>build/fuzz.log 2>&1 || {
  cat build/fuzz.log >&2
  exit 1
}
[ $# -gt 0 ] || set -- $(cd build/fuzz/tests/fuzz && ls | sed -n 's/^nianbao_fuzz_\([a-z]*\)$/\1/p')
build/fuzz/tests/fuzz/nianbao_fuzz_words_of_form >build/fuzz/form.dict
status=0
for name in "$@"; do
  mkdir -p "build/fuzz/corpus-$name" "build/fuzz/found-$name"
  seeds="examples/reports tests/golden/cases"
  case $name in
  json | checkjson) seeds=tests/golden/json ;;
  calls) seeds=tests/fuzz/calls ;;
  esac
  printf '%-12s ' "$name"
  # Unquoted on purpose: two folders.
  # shellcheck disable=SC2086
  if build/fuzz/tests/fuzz/nianbao_fuzz_$name -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048 \
    -dict=build/fuzz/form.dict \
    -artifact_prefix="build/fuzz/found-$name/" "build/fuzz/corpus-$name" $seeds >"build/fuzz/$name.log" 2>&1; then
    sed -n 's/^Done \([0-9]* runs\).*/ok, \1/p' "build/fuzz/$name.log"
  else
    echo "found something: see build/fuzz/$name.log"
    status=1
  fi
done
exit $status
