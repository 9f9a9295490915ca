#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# conan.sh WORK_DIR: `conan create` with the package test, shared and static, from Conan of PyPI and the
# libraries of the system. No remote is asked: recipes that stand in for the centre's are exported from
# tests/packaging/conan. Everything, Conan's own home too, is below WORK_DIR.
set -eu

[ $# -eq 1 ] || { echo "usage: conan.sh WORK_DIR" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
mkdir -p "$1"
work=$(cd "$1" && pwd)

[ -x "$work/venv/bin/conan" ] || {
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check 'conan>=2.3,<3'
}
CONAN_HOME=$work/home
export CONAN_HOME
PATH=$work/venv/bin:$PATH
export PATH

# A new home each time: a package of an earlier run would hide that this one cannot be built.
rm -rf "$CONAN_HOME"
conan profile detect
cp "$here/conan/profile" "$CONAN_HOME/profiles/nianbao"
conan remote disable '*'

boost=$(echo 'BOOST_VERSION' | ${CXX:-c++} -E -P -x c++ -include boost/version.hpp - | tail -1)
cli11=$(echo 'CLI11_VERSION' | ${CXX:-c++} -E -P -x c++ -include CLI/Version.hpp - | tail -1 | tr -d '"')
system() { # NAME VERSION
  conan export "$here/conan/system" --name="$1" --version="$2"
}
system boost "$((boost / 100000)).$((boost / 100 % 1000)).$((boost % 100))"
system icu "$(pkg-config --modversion icu-uc)"
system nlohmann_json "$(pkg-config --modversion nlohmann_json)"
system libxml2 "$(pkg-config --modversion libxml-2.0)"
system cli11 "$cli11"
system libzip "$(pkg-config --modversion libzip)"
system catch2 "$(pkg-config --modversion catch2 2>/dev/null || pkg-config --modversion catch2-with-main)"

# Conan builds the package test next to its sources.
rm -rf "$work/test_package"
cp -R "$here/test_package" "$work/test_package"

create() { # ARGS…
  echo "== conan create $*"
  conan create "$root" --test-folder="$work/test_package" -pr:a nianbao --no-remote \
    --build=missing "$@"
}
create -o '&:shared=True' -o '&:with_cli=True'
create -o '&:shared=False'
create -o '&:with_html=False'
create -o '&:shared=False' -o '&:with_docx=False'

# Tests are asked for by configuration; that their requirement is found is enough, ctest runs elsewhere.
echo "== requirements of the tests"
conan graph info "$root" -pr:a nianbao --no-remote -c tools.build:skip_test=False --format=json |
  python3 -c '
import json, sys
refs = [node["ref"] for node in json.load(sys.stdin)["graph"]["nodes"].values()]
missing = [name for name in ("boost", "icu", "libxml2", "libzip", "nlohmann_json", "catch2") if not any(r.startswith(name + "/") for r in refs)]
sys.exit(f"not required: {missing}" if missing else 0)'
