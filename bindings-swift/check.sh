#!/usr/bin/env bash
# Builds the package and runs its tests; all that they say is in `target/swift/tests.log`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
out="$(cd ../target && pwd -P)/swift"
options=(--scratch-path "$out/build" -Xlinker "-L$out/lib")

swift build --build-tests --quiet "${options[@]}"
swift test --skip-build "${options[@]}" "$@" >"$out/tests.log" 2>&1 || {
    grep -v ' started\.$\| passed after \|◇ Passing ' "$out/tests.log" >&2
    exit 1
}
tail -n 1 "$out/tests.log"
