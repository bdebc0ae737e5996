// The module that is written in Rust, for this platform.

"use strict";

const { version } = require("../package.json");
const { target } = require("./target.js");

function load() {
  const name = target();
  let native;
  try {
    native = require(`../native/refdesk.${name}.node`);
  } catch (cause) {
    throw new Error(`refdesk has no module for ${name}: run \`npm run build\` in its folder`, { cause });
  }
  if (native.version() !== version) {
    throw new Error(`the module of refdesk is ${native.version()}, and the package ${version}: build it again`);
  }
  return native;
}

module.exports = load();
