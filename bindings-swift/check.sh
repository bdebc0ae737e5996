#!/usr/bin/env bash
# Builds the package and runs its tests; all that they say is in `target/swift/tests.log`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
out="$(cd ../target && pwd -P)/swift"
options=(--scratch-path "$out/build" -Xlinker "-L$out/lib")

# Where the sources of the border are older than what they were written from, some of it is missing there; and what was
# changed in them by hand is lost with the next change.
if command -v sha256sum >/dev/null; then
    ./border.sh | diff -q - Sources/RefDeskBorder/written-from >/dev/null || {
        echo "error: what crosses the border, or what is written of it, has changed: run 'make border'" >&2
        exit 1
    }
fi

swift build --build-tests --quiet "${options[@]}"
swift test --skip-build "${options[@]}" "$@" >"$out/tests.log" 2>&1 || {
    grep -v ' started\.$\| passed after \|◇ Passing ' "$out/tests.log" >&2
    exit 1
}
tail -n 1 "$out/tests.log"
