// The types, as the strictest of compilers reads them: what a host may write, and what not.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

test("what a host may write, and what not", () => {
  const folder = fileURLToPath(new URL("types", import.meta.url));
  execFileSync(process.execPath, [TSC, "-p", folder], { stdio: "inherit" });
});
