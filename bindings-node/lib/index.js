// refdesk for Node: all names. `index.mjs` exports the same ones.

"use strict";

const { calling, raised: _raised, ...errors } = require("./errors.js");
const { json, textOf } = require("./given.js");
const { Journal, Recording, Tally } = require("./journal.js");
const native = require("./native.js");
const { Router } = require("./router.js");

function checkSetup(setup, config = {}) {
  return JSON.parse(calling(native.checkSetup, json(setup, "setup"), json(config, "config")));
}

function inWords(kind, value) {
  return calling(native.inWords, textOf(kind, "kind"), json(value, "value"));
}

function viewRecord(record) {
  const view = calling(native.viewRecord, json(record, "record"));
  return view === null ? null : JSON.parse(view);
}

function maskPatron(record, name) {
  return JSON.parse(calling(native.maskPatron, json(record, "record"), textOf(name, "name")));
}

function verify(view) {
  return calling(native.verify, json(view, "view"));
}

function tzVersion() {
  return native.tzVersion();
}

const version = native.version();

module.exports = {
  ...errors,
  Journal,
  Recording,
  Router,
  Tally,
  checkSetup,
  inWords,
  maskPatron,
  tzVersion,
  verify,
  version,
  viewRecord,
};
