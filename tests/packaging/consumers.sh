#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# consumers.sh BUILD_DIR WORK_DIR: installs the library built there (shared), and one built as part of another
# project (static), and uses each the ways other projects do: find_package, pkg-config, add_subdirectory.
# Everything is written below WORK_DIR, which is made anew.
set -eu

[ $# -eq 2 ] || { echo "usage: consumers.sh BUILD_DIR WORK_DIR" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
sources=$here/consumers
report=$root/examples/reports/clean.md
golden=$root/tests/golden/reports/clean.md.expected.json
[ -n "${CMAKE_GENERATOR:-}" ] || { command -v ninja >/dev/null && export CMAKE_GENERATOR=Ninja; } || :
unset DESTDIR LD_LIBRARY_PATH PKG_CONFIG_PATH CMAKE_PREFIX_PATH

rm -rf "$2"
mkdir -p "$2"
work=$(cd "$2" && pwd)

golden_figure() { # KEY…
  python3 - "$golden" "$@" <<'END'
import json, sys
node = json.load(open(sys.argv[1], encoding="utf-8"), parse_float=str)
for key in sys.argv[2:]:
    node = node[key]
print(node)
END
}
count=$(golden_figure applications newly_received total)
amount=$(golden_figure proactive_disclosure administrative_fees amount)

check() { # PROGRAM: reads a count and an amount
  "$1" "$report" applications.newly_received.total "$count"
  "$1" "$report" proactive_disclosure.administrative_fees.amount "$amount"
  # A consumer that agrees with everything would prove nothing.
  if "$1" "$report" applications.newly_received.total "9$count" 2>/dev/null; then
    echo "$1 accepts a wrong figure" >&2
    exit 1
  fi
}

cmake_consumer() { # NAME PREFIX: configures and builds consumers/NAME against PREFIX
  echo "== $1 with $(basename "$2")"
  cmake -S "$sources/$1" -B "$work/$1-$(basename "$2")" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_PREFIX_PATH="$2" -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF
  cmake --build "$work/$1-$(basename "$2")"
}

pkg_config() { # PREFIX ARGS…
  file=$(find "$1" -name nianbao.pc)
  shift
  PKG_CONFIG_PATH=$(dirname "$file") pkg-config "$@" nianbao
}

echo "== add_subdirectory"
# In WORK_DIR itself, as far from the sources as other builds are. CMAKE_ARGS is words.
# shellcheck disable=SC2086
cmake -S "$sources/add_subdirectory" -B "$work" -DCMAKE_BUILD_TYPE=Release \
      -DNIANBAO_SOURCE="$root" -DNIANBAO_INSTALL=ON ${CMAKE_ARGS:-}
cmake --build "$work" --parallel "${JOBS:-2}"
check "$work/report_c"
check "$work/report_cpp"

# Installed in one place and used from another: an installed tree must be free to move.
cmake --install "$work" --prefix "$work/moved" >/dev/null
mv "$work/moved" "$work/static"
cmake --install "$build" --prefix "$work/moved" >/dev/null
mv "$work/moved" "$work/shared"

for prefix in "$work/shared" "$work/static"; do
  kind=$(basename "$prefix")
  cmake_consumer find_package "$prefix"
  check "$work/find_package-$kind/report_c"
  check "$work/find_package-$kind/report_cpp"
  cmake_consumer c_only "$prefix"
  check "$work/c_only-$kind/report_c"

  echo "== pkg-config with $kind"
  static=
  [ "$kind" = shared ] || static=--static
  # eval, because pkg-config writes its words as a shell reads them: a path may hold spaces.
  eval "${CC:-cc}" -Wall -Werror '"$sources/report.c"' -o '"$work/pkg-config-$kind-c"' \
    "$(pkg_config "$prefix" $static --cflags --libs)"
  eval "${CXX:-c++}" -std=c++17 -Wall -Werror '"$sources/report.cpp"' -o '"$work/pkg-config-$kind-cpp"' \
    "$(pkg_config "$prefix" $static --cflags --libs)"
  LD_LIBRARY_PATH=$(dirname "$(find "$prefix" -name 'libnianbao.*' | head -n 1)")
  export LD_LIBRARY_PATH
  check "$work/pkg-config-$kind-c"
  check "$work/pkg-config-$kind-cpp"
  unset LD_LIBRARY_PATH
done

echo "== installed program"
if [ -x "$work/shared/bin/nianbao" ]; then
  [ "$("$work/shared/bin/nianbao" --version)" = "nianbao $(pkg_config "$work/shared" --modversion)" ]
  "$work/shared/bin/nianbao" parse "$report" | grep -q '"schema_version"'
fi

echo "== component runtime"
cmake --install "$build" --prefix "$work/runtime" --component runtime >/dev/null
if [ -e "$work/runtime/include" ] || [ -n "$(find "$work/runtime" -name '*.cmake' -o -name '*.pc')" ]; then
  echo "the runtime component holds files for development" >&2
  exit 1
fi
[ -n "$(find "$work/runtime" -name 'libnianbao.so.?')" ]

echo "All consumers agree."
