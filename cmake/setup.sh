#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# setup.sh [build|test]: installs what building (default) or testing nianbao needs and this machine lacks.
# Debian 12, Ubuntu 22.04 and 24.04; elsewhere it only names what is needed. Says nothing if all is there.
set -eu

purpose=${1:-build}
case $purpose in
build | test) ;;
*) echo "usage: setup.sh [build|test]" >&2; exit 2 ;;
esac

wanted="g++ cmake ninja-build pkg-config ccache libicu-dev nlohmann-json3-dev libcli11-dev libxml2-dev libzip-dev"
if [ "$purpose" = test ]; then
  # One version of the formatter and of the checker, so that all agree; all three systems have it.
  wanted="$wanted catch2 libbenchmark-dev clang-format-14 clang-tidy-14 python3 python3-venv poppler-utils"
  # The binary interface is compared, and reports are read in other countries.
  wanted="$wanted abigail-tools locales"
  # The other compiler. Its own version of the sanitizers is for fuzzing, which is no part of the tests.
  wanted="$wanted clang-14"
  # The browser without its windows: a third of the packages of the whole. Ubuntu has it as a snap only.
  wanted="$wanted chromium-headless-shell"
fi

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "setup.sh knows only Debian and Ubuntu. Needed here: $wanted, and Boost 1.74 or later" >&2
  exit 0
fi

is_installed() { # PACKAGE
  [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]
}

missing=
for package in $wanted; do
  is_installed "$package" || missing="$missing $package"
done
# Any Boost that is there will do: two versions cannot be installed at once.
need_boost=
[ -e /usr/include/boost/spirit/home/x3.hpp ] || need_boost=yes
[ -n "$missing$need_boost" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif command -v sudo >/dev/null; then
  as_root=sudo
else
  echo "setup.sh must install$missing${need_boost:+ libboost-dev} and is neither root nor has sudo" >&2
  exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() {
  "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
  }
}
apt() {
  quietly $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"
}

apt update
for package in clang-14 clang-format-14 clang-tidy-14 chromium-headless-shell; do
  case " $missing " in
  *" $package "*)
    apt-cache show "$package" >/dev/null 2>&1 || {
      echo "$package is not in this system's archive: what needs it will be skipped" >&2
      missing=$(printf '%s' " $missing " | sed "s/ $package / /")
    }
    ;;
  esac
done
if [ -n "$need_boost" ]; then
  if apt-cache show libboost1.81-dev >/dev/null 2>&1; then
    missing="$missing libboost1.81-dev"
  else
    missing="$missing libboost-dev"
  fi
fi
echo "Installing$missing" >&2
# Unquoted on purpose: a list of words.
# shellcheck disable=SC2086
apt install --no-install-recommends $missing
