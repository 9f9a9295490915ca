#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test.sh: sets up a fresh Debian or Ubuntu, then builds and runs every test, below build/. Each step is one
# line with its seconds; the first that fails stops the run with its output. Logs stay in build/logs.
#
# Steps can be named to run only these: test.sh format build ctest
# The step spark is run only when it is named: it needs Java 17 and downloads 300 MB.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
jobs=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
logs=$root/build/logs
mkdir -p "$logs"
# Python and Conan must not find anything of the caller's.
unset PYTHONPATH VIRTUAL_ENV DESTDIR LD_LIBRARY_PATH CMAKE_PREFIX_PATH PKG_CONFIG_PATH

# Several steps build the library: with the same flags everywhere, and at the same depth below this folder (build/x), so
# that the paths from there to the sources are the same, the compiler cache serves all but the first.
export CMAKE_ARGS=-DNIANBAO_DEVELOPER=ON JOBS="$jobs" CMAKE_BUILD_PARALLEL_LEVEL="$jobs"
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1

do_setup() { sh cmake/setup.sh test; }

do_format() {
  find include src tests examples bindings -name build -prune -o -type f \
    \( -name '*.c' -o -name '*.h' -o -name '*.cpp' -o -name '*.hpp' \) -print |
    sort | xargs clang-format-14 --dry-run -Werror
}

do_build() {
  cmake --preset developer && cmake --build --preset developer
}
do_ctest() {
  ctest --preset developer -j "$jobs"
}

# Pages of HTML in a real browser, by Python's own library alone.
do_page() {
  rm -rf build/page && mkdir -p build/page &&
    cmake --build --preset developer --target nianbao_pages &&
    build/developer/tests/nianbao_pages build/page &&
    python3 -B tests/page/page_test.py build/page
}

do_sanitize_build() {
  cmake --preset asan && cmake --build --preset asan
}
do_sanitize_ctest() {
  ctest --preset asan -j "$jobs"
}

# Threads under the thread sanitizer: the library and the one test. Where the addresses that the kernel gives are
# none that the sanitizer of this compiler knows, they must not be random.
do_threads() {
  cmake --preset tsan && cmake --build --preset tsan || return 1
  test=build/tsan/tests/safety/nianbao_threads_test
  if setarch "$(uname -m)" -R true 2>/dev/null; then
    setarch "$(uname -m)" -R $test
  else
    $test
  fi
}

# Only our own sources; what they include of others is a system header. Checks of how things are written spend
# nearly all of their time on headers, so they look at the files of a folder as one; the analyzer looks at functions,
# and only at those of the file itself. It gives up a function after 40,000 of its states; NIANBAO_TIDY=all lets it
# go on to its own limit, 225,000, which takes twice as long.
do_tidy() {
  cmake --preset tidy || return 1
  run-clang-tidy-14 -quiet -j "$jobs" -p build/tidy -checks='-clang-analyzer-*' \
    "^$root/(src/|build/tidy/.*/Unity/)" || return 1
  set -- -quiet -j "$jobs" -p build/developer -checks='-*,clang-analyzer-core.*,clang-analyzer-cplusplus.*'
  [ "${NIANBAO_TIDY:-}" = all ] || set -- "$@" -extra-arg=-Xclang -extra-arg=-analyzer-config -extra-arg=-Xclang \
    -extra-arg=max-nodes=40000
  run-clang-tidy-14 "$@" "^$root/src/"
}

do_try() {
  NIANBAO_BUILD_DIR=build/try sh cmake/try.sh >build/try.json && python3 -m json.tool build/try.json >/dev/null
}

# The compiler by the name that CMake has for it, for Python's own is not known to the cache.
do_python_install() {
  rm -rf build/python build/wheel &&
    python3 -m venv build/python &&
    CC=${CC:-cc} CXX=${CXX:-c++} SKBUILD_BUILD_DIR=$root/build/wheel \
      build/python/bin/pip install --quiet --disable-pip-version-check \
      ./bindings/python pytest jsonschema types-jsonschema mypy pydantic-sarif 'frictionless[json]' pandas polars \
      duckdb pyarrow
}
do_pytest() {
  NIANBAO_PROGRAM=$root/build/developer/src/cli/nianbao build/python/bin/pytest -q -p no:cacheprovider tests/python
}
do_mypy() {
  build/python/bin/mypy --config-file bindings/python/pyproject.toml --cache-dir build/mypy bindings/python tests/python \
    examples/python tests/spark
}
# Two executors, each a process of its own.
do_spark() {
  build/python/bin/pip install --quiet --disable-pip-version-check 'pyspark>=3.5,<3.6' setuptools &&
    build/python/bin/pytest -q -p no:cacheprovider tests/spark
}

do_consumers() { sh tests/packaging/consumers.sh build/developer build/consumers; }
do_other() { sh tests/packaging/other.sh build/other; }
do_minimal() { sh tests/packaging/minimal.sh build/minimal; }
do_conan() { sh tests/packaging/conan.sh build/conan; }

step() { # NAME of the function do_NAME
  log=$logs/$1.log
  case $1 in
  format) tool=clang-format-14 ;;
  tidy) tool=run-clang-tidy-14 ;;
  other) tool=clang++-14 ;;
  page) tool=$(command -v chromium-headless-shell || command -v chromium || echo chromium) ;;
  spark) tool=java ;;
  *) tool="sh" ;;
  esac
  # Other versions find and format otherwise, so none stands in for this one.
  command -v $tool >/dev/null || {
    printf '%-16s skipped: %s is not installed\n' "$1" $tool
    return 0
  }
  began=$(date +%s)
  if "do_$1" >"$log" 2>&1 </dev/null; then
    printf '%-16s ok     %4d s\n' "$1" $(($(date +%s) - began))
  else
    printf '%-16s FAILED %4d s\n' "$1" $(($(date +%s) - began))
    cat "$log"
    exit 1
  fi
  case $1 in
  *ctest) sed -n '/% tests passed/,$p' "$log" | sed '/^$/d; s/^/    /' ;;
  pytest | spark) tail -n 1 "$log" | sed 's/^/    /' ;;
  other) sed -n '/Boost 1/p; /% tests passed/p' "$log" | sed 's/^/    /' ;;
  esac
}

began_all=$(date +%s)
[ $# -gt 0 ] || set -- setup format build ctest page tidy sanitize_build sanitize_ctest threads try python_install pytest \
  mypy consumers other minimal conan
[ "$1" != setup ] || { step setup && shift; }
# After the set-up, which may have installed it.
if command -v ccache >/dev/null; then
  export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
for name in "$@"; do
  step "$name"
done
printf 'All passed in %d s\n' $(($(date +%s) - began_all))
