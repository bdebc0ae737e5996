// For what a module of this machine is built, such as `linux-x64-gnu`.

"use strict";

function target() {
  const { platform, arch } = process;
  if (platform !== "linux") return `${platform}-${arch}`;
  return `linux-${arch}-${process.report.getReport().header.glibcVersionRuntime ? "gnu" : "musl"}`;
}

module.exports = { target };
