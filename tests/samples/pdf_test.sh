#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# pdf_test.sh PROGRAM FOLDER: figures of the PDF files in FOLDER, read by way of the pdftotext that is
# installed, held against what was printed. None may be wrong or invented; of printed.pdf none is lost.
set -eu
program=$1
folder=$2
command -v pdftotext >/dev/null || exit 77
command -v python3 >/dev/null || exit 77

for pdf in "$folder"/*.pdf; do
  text=$("$program" text "$pdf"; echo .)
  "$program" parse --compact --figures "$pdf" | TEXT=$text python3 -c '
import decimal, json, os, sys

name, truth = sys.argv[1:]
printed = dict(line.split() for line in open(truth, encoding="utf-8"))
report = json.load(sys.stdin, parse_float=decimal.Decimal)
found = {f["path"]: str(f["value"]) for f in report["figures"] if f["state"] == "number"}
problems = [f"{path}: {value}, printed is {printed.get(path)}" for path, value in found.items() if printed.get(path) != value]
if name.endswith("/printed.pdf"):
    problems += [f"{path} was not read" for path in printed if path not in found]
elif len(found) * 10 < len(printed) * 9:
    problems.append(f"only {len(found)} of {len(printed)} figures were read")
# Places are those in the text that the program prints.
text = os.environ["TEXT"].encode()
for f in report["figures"]:
    at = f["span"]
    if at and f["state"] == "number" and text[at["start"] : at["end"]].decode() != f["raw"]:
        problems.append("the place of " + f["path"] + " is another")
print(name, *problems, sep="\n  ")
sys.exit(bool(problems))
' "$pdf" "${pdf%.pdf}.truth"
done
