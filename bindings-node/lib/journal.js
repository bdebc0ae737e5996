// What is read from a journal: what it holds, what would have been under another setup, and figures.

"use strict";

const { json, kept, millis, options, secretOf, textOf } = require("./given.js");
const { calling } = require("./errors.js");
const native = require("./native.js");
const { journals, made, nativeJournal, nativeRouter } = require("./router.js");

class Journal {
  constructor(journal) {
    journals.set(this, calling((given) => native.NativeJournal.read(given), kept(journal, "journal")));
  }

  get whole() {
    return journals.get(this).whole();
  }

  get torn() {
    return journals.get(this).torn();
  }

  get timeZones() {
    return journals.get(this).timeZones();
  }

  get began() {
    return journals.get(this).began();
  }

  get config() {
    return JSON.parse(journals.get(this).config());
  }

  get length() {
    return journals.get(this).length();
  }

  router(given = {}) {
    const { secret } = options(given, ["secret"]);
    const by = secretOf(secret);
    return made(() => journals.get(this).router(by));
  }

  *[Symbol.iterator]() {
    const journal = journals.get(this);
    for (let number = 0; number < journal.length(); number += 1) yield JSON.parse(journal.input(number));
  }
}

class Recording {
  #native;

  constructor(journal, timeZone = "UTC") {
    const [inputs, zone] = [nativeJournal(journal), textOf(timeZone, "timeZone")];
    this.#native = calling(() => native.NativeRecording.of(inputs, zone));
  }

  get setup() {
    return JSON.parse(this.#native.setup());
  }

  get report() {
    return JSON.parse(this.#native.report());
  }

  under(setup) {
    return JSON.parse(calling((document) => this.#native.under(document), json(setup, "setup")));
  }
}

class Tally {
  #native;

  constructor(timeZone) {
    this.#native = calling((zone) => native.NativeTally.create(zone), textOf(timeZone, "timeZone"));
  }

  worksAt(operator, institution) {
    const [who, where] = [textOf(operator, "operator"), textOf(institution, "institution")];
    calling(() => this.#native.worksAt(who, where));
  }

  worksAtOf(router) {
    const held = nativeRouter(router);
    calling(() => this.#native.worksAtOf(held));
  }

  hearCommand(command) {
    calling((text) => this.#native.hearCommand(text), json(command, "command"));
  }

  hear(event) {
    calling((text) => this.#native.hear(text), json(event, "event"));
  }

  report(until) {
    const at = millis(until, "until");
    return JSON.parse(calling(() => this.#native.report(at)));
  }
}

module.exports = { Journal, Recording, Tally };
