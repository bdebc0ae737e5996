#!/usr/bin/env bash
# Writes the pages of the API, from the same words as those of the core: `api.sh FOLDER`, after the package was built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
out="$(cd ../target && pwd -P)/swift"
built="$out/build/debug"

rm -rf "$out/symbols"
mkdir -p "$out/symbols" "$1"
triple="$(swiftc -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)",/\1/p' | head -n 1)"
swift symbolgraph-extract -module-name RefDesk -target "$triple" -minimum-access-level public -skip-synthesized-members \
    -I "$built/Modules" -I Sources/RefDeskFFI/include -output-dir "$out/symbols"
docc convert RefDesk.docc --additional-symbol-graph-dir "$out/symbols" --fallback-display-name RefDesk \
    --fallback-bundle-identifier refdesk --transform-for-static-hosting --output-path "$1" 2>&1 | grep -v '^warning' || true
[ -f "$1/documentation/refdesk/index.html" ]
echo "swift: $(find "$1/documentation" -name index.html | wc -l) pages in $1"
