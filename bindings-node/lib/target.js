// For what a module of this machine is built, such as `linux-x64-gnu`.

"use strict";

const { readFileSync } = require("node:fs");

function target() {
  const { platform, arch } = process;
  return platform === "linux" ? `linux-${arch}-${libc()}` : `${platform}-${arch}`;
}

function libc() {
  try {
    return readFileSync("/usr/bin/ldd", "latin1").includes("musl") ? "musl" : "gnu";
  } catch {
    // Slower: it looks at the whole process.
    return process.report.getReport().header.glibcVersionRuntime ? "gnu" : "musl";
  }
}

module.exports = { target };
