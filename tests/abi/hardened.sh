#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# hardened.sh FLAGS FILE…: the shared libraries and programs are as hard as they were meant to be, by what stands
# in them. FLAGS are those that their sources were compiled with, as CMake lists them.
set -eu
[ $# -ge 2 ] || { echo "usage: hardened.sh FLAGS FILE..." >&2; exit 2; }
flags=$1
shift
status=0
lacks() { # FILE WHAT
  echo "$1 lacks $2" >&2
  status=1
}
for file in "$@"; do
  readelf -Wl "$file" | grep -q ' GNU_RELRO ' || lacks "$file" "read-only relocations"
  readelf -Wd "$file" | grep -q 'NOW' || lacks "$file" "relocations at once"
  readelf -Wl "$file" | grep ' GNU_STACK ' | grep -q ' RW  *0x' || lacks "$file" "a stack that runs nothing"
  # Nothing writes beside the relocations: TEXTREL.
  ! readelf -Wd "$file" | grep -q TEXTREL || lacks "$file" "code that stays as it is"
  case $flags in
  *-fstack-protector*) nm -D "$file" | grep -q ' U __stack_chk_fail' || lacks "$file" "stack protectors" ;;
  esac
  case $flags in
  *_FORTIFY_SOURCE*) nm -D "$file" | grep -q ' U __[a-z]*_chk' || lacks "$file" "checked copies" ;;
  esac
  # Every function that may be called by an address begins with it: there are many, or none but the C library's.
  case $flags in
  *-fcf-protection*)
    case $(readelf -h "$file" | sed -n 's/ *Machine: *//p') in
    *X86-64*)
      [ "$(objdump -d --no-show-raw-insn "$file" | grep -c endbr64)" -gt 100 ] || lacks "$file" "control-flow protection"
      ;;
    esac
    ;;
  esac
done
exit $status
