// What the page shows runs, and says what it shows.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const PAGE = readFileSync(join(PACKAGE, "README.md"), "utf8");

const blocks = (kind) => [...PAGE.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, "gs"))].map(([, text]) => text);

test("the examples run as they stand, one after the other", (t) => {
  const shown = blocks("js");
  assert.equal(shown.length, 4);
  // In the package, so that its name is found.
  const folder = mkdtempSync(join(PACKAGE, "native", "page-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "page.mjs"), shown.join("\n"));
  const said = execFileSync(process.execPath, ["page.mjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(said, blocks("text").join(""));
});
