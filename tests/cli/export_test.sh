#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# export_test.sh PROGRAM SOURCE_DIR: long tables as a shell sees them.
set -eu
program=$1
samples=$2/examples/reports
faults=$2/tests/golden/faults
. "$2/tests/cli/expect.sh"

clean=$samples/clean.txt
other=$samples/clean.md
printf '今天天气很好。\n' >"$work/none.txt"

# --- tables and formats -----------------------------------------------------------------------------------
expect 0 '^report_id,source,agency,year,form,section,.*,start,end.$' '' "$program" export "$clean"
lines 201 "figures"
expect 0 ',number,258,件,258,' '' "$program" export --table figures --format csv "$clean"
expect 0 '"path":"applications.newly_received.total","state":"number","value":258,' '' \
  "$program" export --format jsonl "$clean"
lines 200 "figures as lines"
expect 0 '"recognised":true' '' "$program" export --table reports --format jsonl "$clean" "$other"
lines 2 "reports"
expect 0 '"kind":"received"' '' "$program" export --table statements --format jsonl "$clean"
expect 0 'section.order\|heading.order' '' "$program" export --table diagnostics "$faults/sections-out-of-order.txt"
"$program" export --bom "$clean" | head -c 3 | od -An -tx1 | grep -q 'ef bb bf' || fail "no byte order mark" --bom
"$program" export "$clean" | head -c 3 | od -An -tx1 | grep -q 'ef bb bf' && fail "a byte order mark" "$clean"
"$program" export - <"$clean" >"$work/stdin"
sed 's/^[^,]*,[^,]*,//' "$work/stdin" >"$work/stdin.cut"
"$program" export "$clean" | sed 's/^[^,]*,[^,]*,//' | cmp -s - "$work/stdin.cut" || fail "standard input differs" -

# The JSON of a report is as good as the report.
"$program" parse --figures "$clean" >"$work/report.json"
expect 0 ',number,258,件,258,' '' "$program" export "$work/report.json"

# What is no report is a row of the tables that have one, and failed.
expect 3 '"recognised":false' 'none.txt: .*not an annual report' \
  "$program" export --table reports --format jsonl "$work/none.txt" "$clean"
lines 2 "reports"
expect 3 'report.not-recognised' '1 of 2 inputs failed: 1 report.not-recognised' \
  "$program" export --table diagnostics --format jsonl "$work/none.txt" "$clean"
expect 3 '^report_id' 'no such file' "$program" export "$work/missing.txt"
lines 1 "header"

# --- files --------------------------------------------------------------------------------------------------
mkdir "$work/tables"
expect 0 '' '' "$program" export --output "$work/tables/figures.csv" "$clean" "$other"
expect 0 '' '' "$program" export --table reports --output "$work/tables/reports.csv" "$clean" "$other"
[ "$(ls "$work/tables")" = "$(printf 'datapackage.json\nfigures.csv\nreports.csv')" ] || fail "other files" "$work/tables"
grep -q '"path": "figures.csv"' "$work/tables/datapackage.json" || fail "figures are not described" "$work/tables"
grep -q '"path": "reports.csv"' "$work/tables/datapackage.json" || fail "reports are not described" "$work/tables"
"$program" export "$clean" "$other" | cmp -s - "$work/tables/figures.csv" || fail "file and output differ" "$clean"
cp "$work/tables/datapackage.json" "$work/before.json"
expect 0 '' '' "$program" export --output "$work/tables/figures.csv" "$clean" "$other"
cmp -s "$work/before.json" "$work/tables/datapackage.json" || fail "described twice" "$work/tables/datapackage.json"
# What somebody else wrote there stays, and it is said.
echo '[1]' >"$work/tables/datapackage.json"
expect 3 '' 'left as it is' "$program" export --output "$work/tables/figures.csv" "$clean"
[ "$(cat "$work/tables/datapackage.json")" = '[1]' ] || fail "another's description is gone" "$work/tables"
expect 0 'report_id' '' "$program" export --output - "$clean"
expect 0 '' '' "$program" export --output /dev/null "$clean"
[ ! -e /dev/datapackage.json ] || fail "a description of a device" /dev/null

# --- the codebook -------------------------------------------------------------------------------------------
expect 0 '^| `value` | decimal |' '' "$program" export --codebook
expect 0 '^value,figures,state,not_applicable,,,not applicable,不适用' '' "$program" export --codebook --format csv
expect 0 '' '' "$program" export --codebook --output "$work/codebook.md"
grep -q '^# Codebook · 编码手册' "$work/codebook.md" || fail "no codebook in a file" "$work/codebook.md"

# --- wrong usage --------------------------------------------------------------------------------------------
expect 2 '' 'inputs is required' "$program" export
for format in parquet arrow; do
  expect 2 '' "writes no $format.*Python" "$program" export --format $format --output "$work/tables/f.$format" "$clean"
  [ ! -e "$work/tables/f.$format" ] || fail "a file of nothing" $format
done
expect 2 '' 'as md or csv' "$program" export --codebook --format jsonl
expect 2 '' 'only the codebook' "$program" export --format md "$clean"
expect 2 '' '--bom is for csv' "$program" export --bom --format jsonl "$clean"
expect 2 '' 'not in' "$program" export --table cells "$clean"
expect 2 '' '--output' "$program" export --resume "$clean"

finish
