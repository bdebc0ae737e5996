// Commands in a loop leave nothing behind. `soak.mjs` does as many as one likes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

// The space for what is new stays as large as it is, so that memory of the process says something.
const FLAGS = ["--expose-gc", "--max-semi-space-size=2"];

test("fifty thousand commands grow nothing", () => {
  const soak = fileURLToPath(new URL("soak.mjs", import.meta.url));
  const told = JSON.parse(execFileSync(process.execPath, [...FLAGS, soak, "50000"], { encoding: "utf8" }));
  assert.equal(told.openChats, 0);
  // A leak of 100 bytes a command would be 5 MB.
  assert.ok(told.grown.heap < 1 && told.grown.external < 1 && told.grown.rss < 4, JSON.stringify(told));
});
