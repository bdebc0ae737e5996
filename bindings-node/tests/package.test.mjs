// The package as it is shipped: packed, installed in a clean folder, and used from there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
const LIFE = `
  const router = new Router();
  router.apply({ type: "host" }, { type: "addInstitution", institution: "ames" });
  try {
    router.apply({ type: "host" }, { type: "addInstitution", institution: "ames" });
  } catch (error) {
    if (error instanceof Refused) console.log(error.code);
  }
`;

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "refdesk-package-"));
  const npm = (...given) => execFileSync("npm", [...given, "--offline", "--no-audit", "--no-fund"], { cwd: folder, encoding: "utf8" });
  const [{ filename, files }] = JSON.parse(npm("pack", PACKAGE, "--json", "--pack-destination", folder));
  const names = files.map(({ path }) => path);
  for (const name of ["LICENSE-MIT", "README.md", "index.d.ts"]) assert.ok(names.includes(name), name);
  assert.deepEqual(names.filter((path) => /^(src|tests|bench|scripts|node_modules)\//.test(path)), []);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "desk", private: true }));
  npm("install", "--omit=peer", join(folder, filename));
});

after(() => rmSync(folder, { recursive: true, force: true }));

function runs(name, text) {
  writeFileSync(join(folder, name), text);
  return execFileSync(process.execPath, [name], { cwd: folder, encoding: "utf8" });
}

test("from JavaScript, by require", () => {
  assert.equal(runs("desk.cjs", `const { Refused, Router } = require("refdesk");${LIFE}`), "institution_exists\n");
});

test("from JavaScript, by import", () => {
  assert.equal(runs("desk.mjs", `import { Refused, Router } from "refdesk";${LIFE}`), "institution_exists\n");
});

test("from TypeScript", () => {
  // Its own types of Node, as every project has them.
  mkdirSync(join(folder, "node_modules", "@types"), { recursive: true });
  for (const name of ["@types/node", "undici-types"]) {
    symlinkSync(join(PACKAGE, "node_modules", name), join(folder, "node_modules", name), "junction");
  }
  const typed = `import { Refused, Router, type Event } from "refdesk";${LIFE}\nexport const events: Event[] = [];\n`;
  writeFileSync(join(folder, "desk.mts"), typed);
  const options = ["--strict", "--module", "nodenext", "--target", "es2023", "--types", "node", "--outDir", "out", "desk.mts"];
  execFileSync(process.execPath, [TSC, ...options], { cwd: folder, stdio: "inherit" });
  assert.equal(execFileSync(process.execPath, [join("out", "desk.mjs")], { cwd: folder, encoding: "utf8" }), "institution_exists\n");
});

test("without fast-check only the kit for tests is missing", () => {
  assert.equal(runs("kit.cjs", `try { require("refdesk/testing") } catch (error) { console.log(error.code) }`), "MODULE_NOT_FOUND\n");
});
