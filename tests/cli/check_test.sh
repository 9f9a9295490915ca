#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# check_test.sh PROGRAM SOURCE_DIR: check, compare and rules as a shell sees them.
set -eu
program=$1
samples=$2/examples/reports
faults=$2/tests/golden/faults
. "$2/tests/cli/expect.sh"

clean=$samples/clean.md
faulty=$faults/digits-swapped.txt
warned=$faults/sections-out-of-order.txt

# --- check: exit status and text ------------------------------------------------------------------------
expect 0 '0 failed' '' "$program" check "$clean"
expect 1 'error\[row-total\]' '' "$program" check "$faulty"
expect 1 '错误\[row-total\]' '' "$program" check --lang zh "$faulty"
expect 0 'warning\[section-order\]' '' "$program" check "$warned"
expect 1 'error\[section-order\]' '' "$program" check --rule section-order=error "$warned"
expect 0 '0 failed' '' "$program" check --rule '*=off' "$faulty"
expect 0 'warning\[row-total\]' '' "$program" check --rule row-total=warning,results-sum=off "$faulty"
expect 1 'error\[results-sum\]' '' "$program" check --rule row-total=off --rule section-order=error "$faulty"
expect 0 'pass\[balance\]' '' "$program" check --all "$clean"
expect 1 '21 → 12' '' "$program" check "$faulty"

# Every input is done, each with its name.
expect 1 'clean.md: 0 failed' '' "$program" check "$clean" "$faulty"
expect 3 'error\[row-total\]' 'missing.txt: no such file' "$program" check "$work/missing.txt" "$faulty"
printf '今天天气很好。\n' >"$work/b.txt"
expect 3 '' 'not an annual report' "$program" check "$work/b.txt"
expect 3 '' '这不是' "$program" check --lang zh "$work/b.txt"
"$program" check - <"$faulty" >"$work/stdin" && fail "no error from standard input" -
grep -q '^-:41:33: error' "$work/stdin" || fail "no name of standard input" -

# The JSON of a report is as good as the report, but knows no lines.
"$program" parse "$faulty" >"$work/report.json"
expect 1 'error\[row-total\]' '' "$program" check "$work/report.json"
printf '{"schema_version": 1}\n' >"$work/none.json"
expect 3 '' 'none.json' "$program" check "$work/none.json"

# --- formats --------------------------------------------------------------------------------------------
expect 1 '^  "name": ".*digits-swapped.txt",$' '' "$program" check --format json "$faulty"
expect 1 '^{"schema_version":1,"name":"' '' "$program" check --format json --compact "$faulty"
lines 1 "--compact"
expect 1 '^{"schema_version":1' '' "$program" check --format json "$clean" "$faulty"
lines 2 "JSON of two files"
expect 0 '"findings":\[\]' '' "$program" check --format json --compact "$clean"
expect 0 '"status":"pass"' '' "$program" check --format json --compact --all "$clean"
expect 1 '"version": *"2.1.0"' '' "$program" check --format sarif "$faulty" "$clean"
expect 1 '<html' '' "$program" check --format html "$faulty"

# --- files ----------------------------------------------------------------------------------------------
expect 1 '' '' "$program" check --output "$work/out.txt" "$faulty"
grep -q 'error\[row-total\]' "$work/out.txt" || fail "nothing in --output" "$work/out.txt"
expect 1 'error\[row-total\]' '' "$program" check --html "$work/page.html" "$faulty"
grep -q '<html' "$work/page.html" || fail "nothing in --html" "$work/page.html"
[ "$(ls "$work" | grep -c 'part-')" -eq 0 ] || fail "something is left over" "$work"
expect 3 '' 'cannot be written' "$program" check --output "$work/no/such/folder/out.txt" "$faulty"
# What was there before stays where the new file cannot be made whole.
echo before >"$work/kept.txt"
expect 3 '' 'no such file' "$program" check --output "$work/kept.html" --format html "$work/missing.txt"
[ ! -e "$work/kept.html" ] || fail "a page of nothing" "$work/kept.html"
ln -s kept.txt "$work/link.txt"
expect 1 '' '' "$program" check --output "$work/link.txt" "$faulty"
[ -L "$work/link.txt" ] || fail "a link was replaced" "$work/link.txt"
grep -q 'row-total' "$work/kept.txt" || fail "the file behind a link was not written" "$work/kept.txt"

# A folder: the list, and a page for each report.
mkdir "$work/folder"
cp "$clean" "$work/folder/a.md"
cp "$faulty" "$work/folder/b.txt"
expect 1 'b.txt:41:33: error' '' "$program" check --html "$work/list.html" "$work/folder"
[ -s "$work/list.html" ] && [ -s "$work/list.pages/1.html" ] && [ -s "$work/list.pages/2.html" ] ||
  fail "pages of a folder" "$work/list.pages"
grep -q 'list.pages/2.html' "$work/list.html" || fail "the list does not lead to the pages" "$work/list.html"

# --- colours only where they are wanted -------------------------------------------------------------------
escape=$(printf '\033')
expect 1 "$escape\\[1;31merror" '' "$program" check --color always "$faulty"
"$program" check "$faulty" >"$work/out" && fail "no error" "$faulty"
grep -q "$escape" "$work/out" && fail "colours in a file" "$faulty"
if command -v script >/dev/null; then
  terminal() { script -qec "$1" /dev/null </dev/null; }
  TERM=xterm terminal "$program check $faulty" | grep -q "$escape\\[1;31m" || fail "no colours on a terminal" "$faulty"
  TERM=xterm NO_COLOR=1 terminal "$program check $faulty" | grep -q "$escape\\[1;31m" && fail "NO_COLOR" "$faulty"
fi

# --- compare --------------------------------------------------------------------------------------------
sed 's/2023/2024/g; s/\t258$/\t259/' "$samples/clean.txt" >"$work/next.txt"
expect 1 'carry-over' '' "$program" compare "$samples/clean.txt" "$work/next.txt"
expect 1 '+1 ' '' "$program" compare "$samples/clean.txt" "$work/next.txt"
expect 1 '本年新收政府信息公开申请数量 · 总计' '' "$program" compare --lang zh "$samples/clean.txt" "$work/next.txt"
expect 1 '"repetition": \[' '' "$program" compare --format json "$samples/clean.txt" "$work/next.txt"
expect 1 '<html' '' "$program" compare --format html "$samples/clean.txt" "$work/next.txt"
expect 0 '%' '' "$program" compare --rule '*=off' "$samples/clean.txt" "$work/next.txt"
expect 0 '%' 'is OLD given before NEW' "$program" compare --rule '*=off' "$work/next.txt" "$samples/clean.txt"
expect 3 '' 'missing.txt: no such file' "$program" compare "$work/missing.txt" "$clean"
expect 2 '' 'required' "$program" compare "$clean"

# --- rules ----------------------------------------------------------------------------------------------
expect 0 '^balance  *error  *both ' '' "$program" rules
expect 0 '相差' '' "$program" rules --lang zh
expect 0 '"rule": "balance"' '' "$program" rules --format json

# --- wrong usage ----------------------------------------------------------------------------------------
expect 2 '' 'required' "$program" check
expect 2 '' 'no such setting: nothing=off' "$program" check --rule nothing=off "$clean"
expect 2 '' 'no such setting: balance=bad' "$program" check --rule balance=bad "$clean"
expect 2 '' 'not in' "$program" check --format xml "$clean"

finish
