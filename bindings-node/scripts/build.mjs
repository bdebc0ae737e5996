// Builds the module for this machine and puts it into `native`: `node scripts/build.mjs [profile of cargo]`.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const { target } = createRequire(import.meta.url)("../lib/target.js");
const folder = fileURLToPath(new URL("..", import.meta.url));
const profile = process.argv[2] ?? "binding";

const told = execFileSync(
  "cargo",
  [
    ...["rustc", "--locked", "-p", "refdesk-node", "--lib", "--profile", profile],
    ...["--message-format=json-render-diagnostics", "--", "-Cstrip=debuginfo"],
  ],
  { cwd: folder, stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28, encoding: "utf8" },
);
const artifacts = told
  .split("\n")
  .filter((line) => line.startsWith("{"))
  .map((line) => JSON.parse(line))
  .filter((message) => message.reason === "compiler-artifact" && message.target.name === "refdesk_node");
const built = artifacts.flatMap(({ filenames }) => filenames).find((name) => /\.(so|dylib|dll)$/.test(name));
if (built === undefined) throw new Error("cargo has built no library");

const module = `${folder}native/refdesk.${target()}.node`;
mkdirSync(`${folder}native`, { recursive: true });
// A module that is in use is not written over.
rmSync(module, { force: true });
copyFileSync(built, module);
console.log(module);
