#!/usr/bin/env bash
# Says what the sources of the border are written from, and what was written: a digest of what is exported and of what
# writes it, and one of each file.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
{
    cat src/{documents,fault,keeping,lib,router,values}.rs uniffi.toml
    grep -A 1 '^name = "uniffi"' ../Cargo.lock
} | sha256sum | cut -d ' ' -f 1
sha256sum Sources/RefDeskBorder/RefDeskBorder.swift Sources/RefDeskFFI/include/RefDeskFFI.h
