#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# locale_test.sh LOCALE_TEST PROGRAM WORK_DIR: the library inside a program of another country, and the
# nianbao program there ("" if it is not built), write what they write in none. The locales are made here.
set -eu
[ $# -eq 3 ] || { echo "usage: locale_test.sh LOCALE_TEST PROGRAM WORK_DIR" >&2; exit 2; }
test_program=$1
program=$2
work=$3
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work"
mkdir -p "$work"
LOCPATH=$work
export LOCPATH

"$test_program" C >"$work/expected"
[ -s "$work/expected" ]
# A comma in numbers and other i; the country of the reports.
for name in tr_TR.UTF-8 zh_CN.UTF-8; do
  localedef -i "${name%.*}" -f "${name#*.}" "$work/$name" 2>"$work/localedef.log" || [ -e "$work/$name/LC_CTYPE" ] || {
    cat "$work/localedef.log" >&2
    exit 1
  }
  "$test_program" "$name" >"$work/found"
  cmp "$work/expected" "$work/found"
  [ -n "$program" ] || continue
  for report in "$here"/../../examples/reports/*.txt "$here"/../../examples/reports/*.html; do
    for command in parse "check --lang zh --format json" "check --lang zh"; do
      # Unquoted on purpose: a list of words. What check finds is no matter here.
      # shellcheck disable=SC2086
      LC_ALL=C "$program" $command "$report" >"$work/program.expected" 2>&1 || :
      # shellcheck disable=SC2086
      LC_ALL=$name "$program" $command "$report" >"$work/program.found" 2>&1 || :
      [ -s "$work/program.expected" ]
      cmp "$work/program.expected" "$work/program.found"
    done
  done
done
