#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# abi.sh LIB [--update]: the C interface of the shared library LIB, its functions and structs, is what
# nianbao.abi next to this script says, by abidw and abidiff of libabigail; its constants are those of constants.txt.
# The C++ interface is not compared: it is not stable. What would break a program that is linked already needs a new SOVERSION; what is only
# added, functions and members at the end of options, needs --update, and so does everything after a new SOVERSION.
set -eu

case $#:${2:-} in
1: | 2:--update) ;;
*) echo "usage: abi.sh LIB [--update]" >&2; exit 2 ;;
esac
command -v abidw >/dev/null && command -v abidiff >/dev/null || {
  echo "skipped: abigail-tools are not installed" >&2
  exit 77
}
here=$(cd "$(dirname "$0")" && pwd)
baseline=$here/nianbao.abi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A library of the same name whose functions do nothing: what the header declares, without anything of C++.
soname=$(objdump -p "$1" | awk '$1 == "SONAME" { print $2 }')
echo '#include <nianbao/nianbao.h>' >"$work/all.c"
cc -E -P -DNIANBAO_STATIC -I"$here/../../include" "$work/all.c" |
  awk 'BEGIN { RS = ";" }
    /nianbao_[a-z0-9_]*\(/ { print $0 " { __builtin_trap(); }"; next }
    NF { print $0 ";" }' >"$work/interface.c"
cc -std=c11 -g -shared -fPIC -Wl,-soname,"$soname" -o "$work/libinterface.so" "$work/interface.c"
abidw --no-comp-dir-path --no-show-locs --no-architecture --no-corpus-path --no-elf-needed \
  --out-file "$work/now.abi" "$work/libinterface.so"
sed -i "s|'$work/|'|" "$work/now.abi"

# The library itself exports just these functions.
exported() { nm -D --defined-only "$1" | sed -n 's/^[0-9a-f]* T \(nianbao_[a-z0-9_]*\)$/\1/p' | LC_ALL=C sort; }
exported "$1" >"$work/exported"
exported "$work/libinterface.so" | diff - "$work/exported" || {
  echo "$1 does not export what the header declares" >&2
  exit 1
}

# Whatever is added is described: a comment stands above it, or above the lines that it stands among.
awk 'BEGIN { RS = "" } /(^|\n)NIANBAO_(API|EXPORT) / && !/\*\/|\/\/\// { print FILENAME ": " $0; bare = 1 } END { exit bare }' \
  "$here"/../../include/nianbao/*.h* >&2 || {
  echo "These functions are not described." >&2
  exit 1
}

# Constants are numbers in programs that are linked: libabigail sees those only that a function takes by their type.
{
  cat "$work/all.c"
  echo '#include <stdio.h>'
  echo 'int main(void) {'
  cc -E -P -DNIANBAO_STATIC -I"$here/../../include" "$work/all.c" |
    sed -n 's/^ *\(NIANBAO_[A-Z0-9_]*\) *= .*/\1/p' | LC_ALL=C sort -u |
    sed 's/.*/  printf("& = %lld\\n", (long long)&);/'
  echo '}'
} >"$work/constants.c"
cc -DNIANBAO_STATIC -I"$here/../../include" -o "$work/constants" "$work/constants.c"
"$work/constants" >"$work/constants.txt"
[ "$(wc -l <"$work/constants.txt")" -gt 50 ] || { echo "no constants found in the headers" >&2; exit 1; }

[ -e "$baseline" ] || cp "$work/now.abi" "$baseline"
constants=$here/constants.txt
[ -e "$constants" ] || cp "$work/constants.txt" "$constants"
soname_of() { sed -n "s/.* soname='\([^']*\)'.*/\1/p" "$1" | head -n 1; }

# Members put at the end of options are known by struct_size.
cat >"$work/allowed" <<END
[suppress_type]
  name_regexp = ^nianbao_.*options$
  has_data_member_inserted_at = end
END
same=yes
abidiff "$baseline" "$work/now.abi" >"$work/all" 2>&1 || same=no
compatible=yes
abidiff --no-added-syms --suppressions "$work/allowed" "$baseline" "$work/now.abi" >"$work/breaks" 2>&1 || compatible=no

LC_ALL=C sort "$constants" >"$work/constants.before"
LC_ALL=C sort "$work/constants.txt" >"$work/constants.now"
if ! cmp -s "$work/constants.before" "$work/constants.now"; then
  same=no
  diff "$work/constants.before" "$work/constants.now" >>"$work/all" || :
fi
if [ -n "$(LC_ALL=C comm -23 "$work/constants.before" "$work/constants.now")" ]; then
  compatible=no
  LC_ALL=C comm -23 "$work/constants.before" "$work/constants.now" | sed 's/$/ is so no more/' >>"$work/breaks"
fi

if [ "$(soname_of "$baseline")" = "$(soname_of "$work/now.abi")" ] && [ $compatible = no ]; then
  cat "$work/breaks" >&2
  echo "This breaks programs that are linked with $(soname_of "$baseline"): it needs a new SOVERSION." >&2
  exit 1
fi
if [ "${2:-}" = --update ]; then
  cp "$work/now.abi" "$baseline"
  cp "$work/constants.txt" "$constants"
elif [ $same = no ]; then
  cat "$work/all" >&2
  echo "The C interface has grown. If that is meant: sh tests/abi/abi.sh LIB --update" >&2
  exit 1
fi
