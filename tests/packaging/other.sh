#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# other.sh WORK_DIR: builds with the other compiler (clang), the oldest Boost (1.74), as a static library and with
# the checks of libstdc++, warnings being errors, and runs the tests that look at content.
set -eu

[ $# -eq 1 ] || { echo "usage: other.sh WORK_DIR" >&2; exit 2; }
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$1"
work=$(cd "$1" && pwd)

version_of() { sed -n 's/^#define BOOST_LIB_VERSION "\(.*\)"/\1/p' "$1/boost/version.hpp" 2>/dev/null || :; }

# Debian does not install two versions of Boost, so its package is only unpacked. It is nothing but headers.
boost=/usr/include
if [ "$(version_of $boost)" != 1_74 ]; then
  boost=$work/boost/usr/include
  if [ "$(version_of "$boost")" != 1_74 ]; then
    mkdir -p "$work/boost"
    (cd "$work/boost" && apt-get -q download libboost1.74-dev >/dev/null && for package in *.deb; do
      dpkg-deb -x "$package" . && rm "$package"
    done) || { rm -rf "$work/boost" && boost=/usr/include; }
  fi
fi
echo "clang with Boost $(version_of "$boost" | tr _ .), static"
[ "$(version_of "$boost")" = 1_74 ] || echo "Boost 1.74 cannot be had here: it was not tried"

cmake -S "$root" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER=clang-14 \
  -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_CXX_FLAGS="-D_GLIBCXX_ASSERTIONS" -DCMAKE_CXX_FLAGS_RELEASE="-O1 -DNDEBUG" \
  -DCMAKE_UNITY_BUILD=ON -DBUILD_SHARED_LIBS=OFF -DNIANBAO_TESTS=ON -DNIANBAO_DEVELOPER=ON \
  -DBoost_NO_BOOST_CMAKE=ON -DBoost_NO_SYSTEM_PATHS=ON -DBOOST_INCLUDEDIR="$boost"
grep -q "^Boost_INCLUDE_DIR:PATH=$boost\$" "$work/build/CMakeCache.txt"
cmake --build "$work/build" --parallel "${JOBS:-2}" --target nianbao_cli nianbao_unit_tests nianbao_golden_tests \
  nianbao_c_api nianbao_c_check nianbao_c_table
ctest --test-dir "$work/build" --output-on-failure --no-tests=error -j "${JOBS:-2}" \
  -R '^(nianbao_unit_tests|nianbao_golden_tests|abi_c_api|abi_c_check|abi_c_table|abi_hardened|cli_check)$'
