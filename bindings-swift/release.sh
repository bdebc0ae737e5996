#!/usr/bin/env bash
# Runs a program of the package as it is shipped: `release.sh PROGRAM...`, after the library was built into
# `target/swift/release`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
out="$(cd ../target && pwd -P)/swift"
swift build --quiet -c release --scratch-path "$out/build" -Xlinker "-L$out/release" >&2
exec "$out/build/release/$1" "${@:2}"
