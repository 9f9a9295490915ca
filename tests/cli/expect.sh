# SPDX-License-Identifier: Apache-2.0
# What the tests of the program share: a folder $work of their own, and what they expect of a command.
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
failures=0

# expect STATUS WORD_OF_STDOUT WORD_OF_STDERR COMMAND…: an empty word wants nothing printed there.
expect() {
  status=$1 out=$2 err=$3
  shift 3
  got=0
  "$@" >"$work/out" 2>"$work/err" </dev/null || got=$?
  [ "$got" -eq "$status" ] || fail "exit status $got, not $status" "$@"
  holds "$out" "$work/out" || fail "standard output without “$out”" "$@"
  holds "$err" "$work/err" || fail "standard error without “$err”" "$@"
}
holds() { # WORD FILE
  if [ -z "$1" ]; then [ ! -s "$2" ]; else grep -q -e "$1" "$2"; fi
}
fail() {
  echo "FAILED: $1: $*" >&2
  sed 's/^/    /' "$work/err" >&2
  failures=$((failures + 1))
}
lines() { [ "$(wc -l <"$work/out")" -eq "$1" ] || fail "not $1 lines" "$2"; }
finish() {
  [ "$failures" -eq 0 ] || exit 1
  echo "all as expected"
}
