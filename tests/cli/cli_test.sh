#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# cli_test.sh PROGRAM SOURCE_DIR DOCX: the program as a shell sees it: output, messages, exit status.
# DOCX is ON if it reads that.
set -eu
program=$1
samples=$2/examples/reports
. "$2/tests/cli/expect.sh"

expect 0 '"agency": "示例市' '' "$program" parse "$samples/clean.md"
expect 0 '"schema_version":1' '' "$program" parse --compact "$samples/clean.md"
lines 1 "--compact"
expect 0 '"figures":' '' "$program" parse --compact --figures "$samples/clean.md"
expect 0 '"source":".*clean.md"' '' "$program" parse "$samples/clean.md" "$samples/clean.txt"
lines 2 "two files"
expect 0 'auto,plain,markdown,html,docx,layout,words' '' "$program" parse --help
expect 0 'nianbao 0' '' "$program" --version

# A folder: one object a line, in order of names.
mkdir "$work/folder" "$work/folder/below"
cp "$samples/clean.txt" "$work/folder/b.txt"
cp "$samples/clean.md" "$work/folder/below/a.md"
: >"$work/folder/.hidden.txt"
expect 0 '"source":"[^"]*/b.txt"' '' "$program" parse "$work/folder"
lines 2 "a folder"
# Other files in it are not read, and named by their number.
cp "$samples/clean.txt" "$work/folder/c.odt"
expect 0 '"source"' '1 file(s) other than' "$program" parse "$work/folder"
cp "$samples/web-page.html" "$work/folder/d.HTML"
expect 0 '"source":"[^"]*/d.HTML"' '' "$program" parse "$work/folder/b.txt" "$work/folder/d.HTML"
expect 0 '"index_number": "SL000-2025-00006"' '' "$program" parse --format html "$samples/web-page.html"
mkdir "$work/empty"
expect 3 '' 'no text, Markdown, HTML, DOCX or PDF file' "$program" parse "$work/empty"

# The text that places refer to: the file, or what a reader took from it.
"$program" text "$samples/clean.md" | cmp -s - "$samples/clean.md" || fail "text of Markdown is not the file"
expect 3 '' 'no such file' "$program" text "$work/missing.txt"
printf '%%PDF-1.7\n' >"$work/a.pdf"
expect 3 '' 'PDF' "$program" text "$work/a.pdf"
expect 2 '' 'required' "$program" text
if [ "$3" = ON ]; then
  expect 0 '"agency": "示例市' '' "$program" parse "$samples/clean.docx"
  expect 0 '^二、主动公开政府信息情况$' '' "$program" text "$samples/clean.docx"
  head -c 3000 "$samples/clean.docx" >"$work/cut.docx"
  expect 3 'input.damaged' 'damaged' "$program" parse "$work/cut.docx"
  expect 3 '' 'damaged' "$program" text "$work/cut.docx"
else
  expect 3 'input.unsupported-format' 'DOCX' "$program" parse "$samples/clean.docx"
fi

# Standard input.
"$program" parse --compact - <"$samples/clean.md" >"$work/stdin" && "$program" parse --compact "$samples/clean.md" |
  cmp -s - "$work/stdin" || fail "standard input differs from the file"

# What cannot be read is named, and the others are done.
expect 3 '' 'no such file' "$program" parse "$work/missing.txt"
expect 3 '"source":".*clean.md"' 'missing.txt: no such file' "$program" parse "$work/missing.txt" "$samples/clean.md"
printf '{\\rtf1}\n' >"$work/a.txt"
expect 3 'input.unsupported-format' 'RTF' "$program" parse "$work/a.txt"
printf '今天天气很好。\n' >"$work/b.txt"
expect 3 'report.not-recognised' 'not an annual report' "$program" parse "$work/b.txt"
expect 3 'report.not-recognised' '这不是' "$program" parse --lang zh "$work/b.txt"
: >"$work/c.txt"
expect 3 'input.empty' 'empty' "$program" parse "$work/c.txt"

# PDF, by pdftotext: whatever goes wrong with it is said. Stand-ins for it are small scripts.
printf '%%PDF-1.7\n' >"$work/a.pdf"
mkdir "$work/bin"
stand_in() { # SCRIPT
  printf '#!/bin/sh\n%s\n' "$1" >"$work/bin/pdftotext"
  chmod +x "$work/bin/pdftotext"
}
expect 3 'input.tool-missing' 'pdftotext.*not installed' env PATH="$work" "$program" parse "$work/a.pdf"
expect 3 'input.unsupported-format' 'pdftotext -bbox-layout' "$program" parse --format plain "$work/a.pdf"
PATH=$work/bin:$PATH
export PATH
stand_in 'echo "Command Line Error: Incorrect password" >&2; exit 1'
expect 3 'input.encrypted' 'encrypted' "$program" parse "$work/a.pdf"
stand_in 'echo "Syntax Error: Could not read xref table" >&2; exit 1'
expect 3 'input.damaged' 'damaged' "$program" parse "$work/a.pdf"
stand_in 'kill -9 $$'
expect 3 'input.damaged' 'damaged' "$program" parse "$work/a.pdf"
stand_in 'exec sleep 30'
expect 3 'input.timed-out' 'within 1 seconds' "$program" parse --pdf-seconds 1 "$work/a.pdf"
stand_in 'echo "<doc><page width=\"1\" height=\"1\"></page></doc>"'
expect 3 'input.image-only' 'images' "$program" parse "$work/a.pdf"
stand_in 'while :; do echo "<doc><page width=\"1\" height=\"1\"></page></doc>"; done'
expect 3 'input.too-large' 'only the first' "$program" parse --max-bytes 100000 "$work/a.pdf"
stand_in 'cat >/dev/null; cat "$WORDS"'
WORDS=$2/tests/golden/cases/printed-a4.words.html
export WORDS
expect 0 '"agency":"示例市水利局"' '' "$program" parse --compact "$work/a.pdf"
"$program" parse --compact - <"$work/a.pdf" >"$work/stdin"
"$program" parse --compact "$WORDS" | cmp -s - "$work/stdin" || fail "a PDF on standard input differs" "$WORDS"

# Without permission; root has it always, so root becomes somebody else.
mkdir "$work/closed"
cp "$samples/clean.txt" "$work/closed/a.txt"
chmod 000 "$work/closed"
chmod 755 "$work"
if [ "$(id -u)" -ne 0 ]; then
  expect 3 '' 'ermission denied' "$program" parse "$work/closed"
elif command -v setpriv >/dev/null && setpriv --reuid=65534 --clear-groups "$program" --version >/dev/null 2>&1; then
  expect 3 '' 'ermission denied' setpriv --reuid=65534 --clear-groups "$program" parse "$work/closed"
fi

# Wrong usage.
expect 2 '' 'required' "$program" parse
expect 2 '' 'not expected' "$program" parse --unknown "$samples/clean.md"

finish
