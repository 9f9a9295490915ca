#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# keep.sh [TARGET…]: makes tests/fuzz/corpus of what run.sh has reached: of inputs that reach the same, the shortest,
# and of each target no more than 50 kB, the shortest first. What stands in the corpus is thrown away if it adds nothing.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
programs=build/fuzz/tests/fuzz
[ $# -gt 0 ] || set -- $(ls build/fuzz | sed -n 's/^corpus-//p')
for name in "$@"; do
  kept=tests/fuzz/corpus/$name
  merged=build/fuzz/merged-$name
  rm -rf "$merged"
  mkdir -p "$merged" "$kept"
  $programs/nianbao_fuzz_$name -merge=1 -max_len=4096 "$merged" "$kept" "build/fuzz/corpus-$name" \
    >"build/fuzz/$name.merge.log" 2>&1
  # Those with a name of their own were written by hand.
  find "$kept" -type f -name '????????????' -exec sh -c 'basename "$1" | grep -qx "[0-9a-f]*" && rm "$1"' - {} \;
  total=0
  for file in $(find "$merged" -type f -printf '%s %p\n' | LC_ALL=C sort -n | cut -d' ' -f2); do
    total=$((total + $(wc -c <"$file")))
    [ $total -le 50000 ] || break
    cp "$file" "$kept/$(basename "$file" | cut -c1-12)"
  done
  printf '%-12s %4d inputs of %4d\n' "$name" "$(ls "$kept" | wc -l)" "$(ls "$merged" | wc -l)"
done
