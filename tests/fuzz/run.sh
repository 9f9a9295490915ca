#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh [SECONDS [TARGET…]]: builds the fuzz targets with clang, address and undefined behaviour sanitizers, and
# runs each for so many seconds (60). What is found is left in build/fuzz/found-TARGET, what was reached in
# build/fuzz/corpus-TARGET; keep.sh makes the corpora of this folder of that.
set -eu
seconds=${1:-60}
[ $# -eq 0 ] || shift
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mkdir -p build
cmake --preset fuzz >build/fuzz.log 2>&1 && cmake --build --preset fuzz >>build/fuzz.log 2>&1 || {
  cat build/fuzz.log >&2
  exit 1
}
programs=build/fuzz/tests/fuzz
[ $# -gt 0 ] || set -- $(cd $programs && ls | sed -n 's/^nianbao_fuzz_\([a-z]*\)$/\1/p')
status=0
for name in "$@"; do
  mkdir -p "build/fuzz/corpus-$name" "build/fuzz/found-$name"
  $programs/nianbao_fuzz_words_of_form "$name" >"build/fuzz/$name.dict"
  seeds="examples/reports tests/golden/cases"
  case $name in
  json | checkjson) seeds=tests/golden/json ;;
  calls | boxes) seeds= ;;
  esac
  [ ! -d "tests/fuzz/corpus/$name" ] || seeds="$seeds tests/fuzz/corpus/$name"
  # The beginnings of reports, with their options chosen: short inputs are read often.
  for seed in examples/reports/*.txt tests/golden/cases/*.txt; do
    case $name in plain | markdown | layout | check | faces) ;; *) break ;; esac
    { printf '\001\000\000' && awk '/\t/ || length($0) < 60' "$seed" | head -c 3000; } \
      >"build/fuzz/corpus-$name/${seed##*/}"
  done
  printf '%-12s ' "$name"
  # Unquoted on purpose: folders.
  # shellcheck disable=SC2086
  if $programs/nianbao_fuzz_$name -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=2048 \
    -print_final_stats=1 -dict="build/fuzz/$name.dict" \
    -artifact_prefix="build/fuzz/found-$name/" "build/fuzz/corpus-$name" $seeds >"build/fuzz/$name.log" 2>&1; then
    sed -n 's/^Done \([0-9]* runs\).*/ok, \1/p' "build/fuzz/$name.log"
  else
    echo "found something: see build/fuzz/$name.log"
    status=1
  fi
done
exit $status
