// The router: each call writes into the buffer of the thread what it asks, and reads from it what came back.

"use strict";

const { bytesOf, flagOf, json, kept, millis, options, secretOf, textOf } = require("./given.js");
const { InvalidJournal, InvalidValue, Refused, calling, raised } = require("./errors.js");
const m = require("./mirror.js");
const native = require("./native.js");

function maybe(take) {
  return m.flag() ? take() : null;
}

function events() {
  return m.list(m.takeEvent);
}

/** Writes what is asked, and calls. */
function asked(write, call) {
  const crossing = m.begin();
  try {
    write();
  } catch (thrown) {
    throw m.thrownBy(thrown);
  }
  return calling(() => call(m.buffer(), m.written(crossing)));
}

/** What came of a command of a list. */
function applied() {
  if (!m.flag()) return { type: "done", events: events() };
  const code = m.text();
  m.text();
  return { type: "refused", code, refusal: m.takeRefusal() };
}

class Router {
  #native;

  constructor(given = {}) {
    const { config = {}, now = 0, secret } = options(given, ["config", "now", "secret"]);
    if (config instanceof Whole) {
      this.#native = config.native;
      return;
    }
    const [text, at, by] = [json(config, "config"), millis(now, "now"), secretOf(secret)];
    this.#native = calling(() => native.NativeRouter.create(text, at, by));
  }

  static restore(snapshot, given = {}) {
    const { secret, adoptTimeZones = false } = options(given, ["secret", "adoptTimeZones"]);
    const [from, by, adopt] = [kept(snapshot, "snapshot"), secretOf(secret), flagOf(adoptTimeZones, "adoptTimeZones")];
    return made(() => native.NativeRouter.restore(from, by, adopt));
  }

  advance(now) {
    const at = millis(now, "now");
    m.begin();
    this.#received(calling(() => this.#native.advance(m.buffer(), at)));
    return events();
  }

  apply(by, action) {
    const crossing = m.begin();
    try {
      m.putActor(by, "by");
      m.putAction(action, "action");
    } catch (thrown) {
      throw m.thrownBy(thrown);
    }
    let length;
    try {
      length = this.#native.apply(m.buffer(), m.written(crossing));
    } catch (thrown) {
      throw raised(thrown);
    }
    this.#received(length);
    if (!m.flag()) return events();
    const code = m.text();
    const message = m.text();
    throw new Refused(code, message, { refusal: m.takeRefusal() });
  }

  applyAll(commands) {
    const known = [];
    this.#ask("applyAll", () => {
      m.putList(commands, "", (command, number) => {
        m.remember();
        putCommand(command, number);
        known.push(m.remembered());
      });
    });
    return known.map((texts) => {
      m.recall(texts);
      return applied();
    });
  }

  applyJson(commands) {
    return calling((text) => this.#native.applyJson(text), textOf(commands, "commands"));
  }

  applyBytes(commands) {
    return calling((bytes) => this.#native.applyBytes(bytes), bytesOf(commands, "commands"));
  }

  advanceJson(now) {
    const at = millis(now, "now");
    return calling(() => this.#native.advanceJson(at));
  }

  advanceBytes(now) {
    const at = millis(now, "now");
    return calling(() => this.#native.advanceBytes(at));
  }

  deadline() {
    m.begin();
    this.#received(calling(() => this.#native.deadline(m.buffer())));
    return maybe(m.takeDeadline);
  }

  get now() {
    return calling(() => this.#native.now());
  }

  get config() {
    return JSON.parse(calling(() => this.#native.config()));
  }

  get openChats() {
    return calling(() => this.#native.openChats());
  }

  get accepted() {
    return calling(() => this.#native.accepted());
  }

  chats() {
    m.begin();
    this.#received(calling(() => this.#native.chats(m.buffer())));
    return m.list(m.text);
  }

  viewChat(chat) {
    return this.#about("viewChat", "chat", chat, m.takeChatView);
  }

  viewOperator(operator) {
    return this.#about("viewOperator", "operator", operator, m.takeOperatorView);
  }

  availability(queue) {
    return this.#about("availability", "queue", queue, m.takeAvailability);
  }

  queueState(queue) {
    return this.#about("queueState", "queue", queue, m.takeQueueState);
  }

  position(chat) {
    return this.#about("position", "chat", chat, m.takePosition);
  }

  colleagues(operator) {
    return this.#about("colleagues", "operator", operator, m.takeColleagues);
  }

  buddies(party) {
    this.#ask("buddies", () => m.putParty(party, "party"));
    return m.list(m.takeBuddyView);
  }

  listings(institution) {
    this.#ask("listings", () => m.putText(institution, "institution"));
    return m.list(() => ({ institution: m.text(), terms: m.parsed() }));
  }

  explain(chat, by, page) {
    this.#ask("explain", () => {
      m.putText(chat, "chat");
      m.putActor(by, "by");
      if (page === undefined) return m.putNone(1);
      m.putByte(1);
      m.putJson(page, "page");
    });
    return m.parsed();
  }

  transcript(chat, reader) {
    this.#read("transcript", chat, reader);
    return m.list(m.takeEntry);
  }

  viewTranscript(chat, reader) {
    this.#read("viewTranscript", chat, reader);
    return m.takeTranscriptView();
  }

  transcriptDigest(chat, reader) {
    this.#read("transcriptDigest", chat, reader);
    return m.text();
  }

  targets(chat, reader) {
    this.#read("targets", chat, reader);
    return m.list(m.takeChoice);
  }

  chatsAtPartners(institution, reader) {
    this.#ask("chatsAtPartners", () => {
      m.putText(institution, "institution");
      m.putActor(reader, "reader");
    });
    return m.list(m.takeChatView);
  }

  checkInvariants() {
    calling(() => this.#native.checkInvariants());
  }

  plan(setup) {
    return JSON.parse(calling((document) => this.#native.plan(document), json(setup, "setup")));
  }

  applySetup(setup) {
    const document = json(setup, "setup");
    m.begin();
    this.#received(calling(() => this.#native.applySetup(m.buffer(), document)));
    return events();
  }

  setup() {
    return JSON.parse(calling(() => this.#native.setup()));
  }

  snapshot() {
    return calling(() => this.#native.snapshot());
  }

  snapshotJson() {
    return calling(() => this.#native.snapshotJson());
  }

  digest() {
    return calling(() => this.#native.digest());
  }

  journalHeader() {
    return calling(() => this.#native.journalHeader());
  }

  journalHeaderLine() {
    return calling(() => this.#native.journalHeaderLine());
  }

  journalFrame(by, action, number) {
    return this.#accepted("journalFrame", by, action, number);
  }

  journalLine(by, action, number) {
    return this.#accepted("journalLine", by, action, number);
  }

  replay(journal, given = {}) {
    const { events: wanted = true } = options(given, ["events"]);
    const [inputs, keep] = [nativeJournal(journal), flagOf(wanted, "events")];
    m.begin();
    this.#received(calling(() => this.#native.replay(m.buffer(), inputs, keep)));
    if (!m.flag()) return events();
    throw new InvalidJournal(m.text(), m.text(), { events: events() });
  }

  clone() {
    return made(() => this.#native.copy());
  }

  /** What the other classes are handed. */
  static native(router) {
    if (router instanceof Router) return router.#native;
    throw new InvalidValue("`router`: a Router is wanted");
  }

  /** Hands in what is written, and begins to read what comes back. */
  #ask(question, write) {
    this.#received(asked(write, (bytes, length) => this.#native[question](bytes, length)));
  }

  #received(length) {
    m.receive(length, this.#native);
  }

  #about(question, name, id, take) {
    this.#ask(question, () => m.putText(id, name));
    return maybe(take);
  }

  #read(question, chat, reader) {
    this.#ask(question, () => {
      m.putText(chat, "chat");
      m.putActor(reader, "reader");
    });
  }

  #accepted(form, by, action, number) {
    if (number !== undefined && typeof number !== "number") throw new InvalidValue("`number`: a number is wanted");
    const write = () => {
      m.putActor(by, "by");
      m.putAction(action, "action");
    };
    return asked(write, (bytes, length) => this.#native[form](bytes, length, number));
  }
}

/** What each journal holds. */
const journals = new WeakMap();

function nativeJournal(journal) {
  const held = journals.get(journal);
  if (held === undefined) throw new InvalidValue("`journal`: a Journal is wanted");
  return held;
}

const nativeRouter = Router.native;
delete Router.native;

/** A router that is made already. */
class Whole {
  constructor(of) {
    this.native = of;
  }
}

function made(make) {
  return new Router({ config: new Whole(calling(make)) });
}

function putCommand(command, number) {
  if (typeof command !== "object" || command === null) throw m.fault(number, "a command is wanted");
  m.enter(number);
  m.putActor(command.by, "by");
  m.putAction(command.action, "action");
  if (m.keys(command) !== 2) m.checkKeys(command, ["by", "action"]);
  m.leave();
}

module.exports = { Router, journals, made, nativeJournal, nativeRouter };
