#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# symbols.sh LIB [--update]: the symbols that the shared library LIB exports are those of symbols.txt, next
# to this script. --update writes the file; a line that goes away breaks programs, so it needs a new SOVERSION.
set -eu

golden=$(dirname "$0")/symbols.txt
case $#:${2:-} in
1: | 2:--update) ;;
*) echo "usage: symbols.sh LIB [--update]" >&2; exit 2 ;;
esac

# Kind and name: W and V (template instances, inline functions) are as unwelcome as any other.
actual=$(nm -D --defined-only -C "$1" | sed 's/^[0-9a-fA-F]* *//' | LC_ALL=C sort)
[ -n "$actual" ] || { echo "$1 exports nothing" >&2; exit 1; }

if [ "${2:-}" = --update ]; then
  printf '%s\n' "$actual" >"$golden"
elif ! printf '%s\n' "$actual" | diff -u "$golden" -; then
  echo "The exported symbols changed (- expected, + found). If that is meant: sh tests/abi/symbols.sh LIB --update" >&2
  exit 1
fi
