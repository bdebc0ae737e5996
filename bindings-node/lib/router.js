// The router: each call writes into the buffer of the thread what it asks, and reads from it what came back.

"use strict";

const { bytesOf, json, kept, millis, options, secretOf, textOf } = require("./given.js");
const { InvalidJournal, InvalidValue, Refused, calling, raised } = require("./errors.js");
const m = require("./mirror.js");
const native = require("./native.js");

function maybe(take) {
  return m.flag() ? take() : null;
}

function events() {
  return m.list(m.takeEvent);
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
    const at = millis(now, "now");
    this.#native =
      config instanceof Whole
        ? config.native
        : calling(() => native.NativeRouter.create(json(config, "config"), at, secretOf(secret)));
  }

  static restore(snapshot, given = {}) {
    const { secret, adoptTimeZones = false } = options(given, ["secret", "adoptTimeZones"]);
    const [from, by] = [kept(snapshot, "snapshot"), secretOf(secret)];
    return made(() => native.NativeRouter.restore(from, by, adoptTimeZones === true));
  }

  advance(now) {
    const at = millis(now, "now");
    m.begin();
    this.#received(this.#native.advance(m.buffer(), at));
    return events();
  }

  apply(by, action) {
    const crossing = m.begin();
    m.putActor(by, "by");
    m.putAction(action, "action");
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
    const crossing = m.begin();
    const known = [];
    m.putList(commands, "", (command, number) => {
      m.remember();
      putCommand(command, number);
      known.push(m.remembered());
    });
    this.#ask("applyAll", crossing);
    return known.map((texts) => {
      m.recall(texts);
      return applied();
    });
  }

  applyJson(commands) {
    return calling(() => this.#native.applyJson(textOf(commands, "commands")));
  }

  applyBytes(commands) {
    return calling(() => this.#native.applyBytes(bytesOf(commands, "commands")));
  }

  advanceJson(now) {
    return this.#native.advanceJson(millis(now, "now"));
  }

  advanceBytes(now) {
    return this.#native.advanceBytes(millis(now, "now"));
  }

  deadline() {
    m.begin();
    this.#received(this.#native.deadline(m.buffer()));
    return maybe(m.takeDeadline);
  }

  get now() {
    return this.#native.now();
  }

  get config() {
    return JSON.parse(this.#native.config());
  }

  get openChats() {
    return this.#native.openChats();
  }

  get accepted() {
    return this.#native.accepted();
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
    const crossing = m.begin();
    m.putParty(party, "party");
    this.#ask("buddies", crossing);
    return m.list(m.takeBuddyView);
  }

  listings(institution) {
    const crossing = m.begin();
    m.putText(institution, "institution");
    this.#ask("listings", crossing);
    return m.list(() => ({ institution: m.text(), terms: m.parsed() }));
  }

  explain(chat, by, page) {
    const crossing = m.begin();
    m.putText(chat, "chat");
    m.putActor(by, "by");
    if (page === undefined) m.putNone(1);
    else {
      m.putByte(1);
      m.putJson(page, "page");
    }
    this.#ask("explain", crossing);
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
    const crossing = m.begin();
    m.putText(institution, "institution");
    m.putActor(reader, "reader");
    this.#ask("chatsAtPartners", crossing);
    return m.list(m.takeChatView);
  }

  checkInvariants() {
    calling(() => this.#native.checkInvariants());
  }

  plan(setup) {
    return JSON.parse(calling(() => this.#native.plan(json(setup, "setup"))));
  }

  applySetup(setup) {
    const document = json(setup, "setup");
    m.begin();
    this.#received(calling(() => this.#native.applySetup(m.buffer(), document)));
    return events();
  }

  setup() {
    return JSON.parse(this.#native.setup());
  }

  snapshot() {
    return this.#native.snapshot();
  }

  snapshotJson() {
    return this.#native.snapshotJson();
  }

  digest() {
    return this.#native.digest();
  }

  journalHeader() {
    return this.#native.journalHeader();
  }

  journalHeaderLine() {
    return this.#native.journalHeaderLine();
  }

  journalFrame(by, action, number) {
    return this.#accepted("journalFrame", by, action, number);
  }

  journalLine(by, action, number) {
    return this.#accepted("journalLine", by, action, number);
  }

  replay(journal, given = {}) {
    const { events: keep = true } = options(given, ["events"]);
    const inputs = nativeJournal(journal);
    m.begin();
    this.#received(calling(() => this.#native.replay(m.buffer(), inputs, keep === true)));
    if (!m.flag()) return events();
    throw new InvalidJournal(m.text(), m.text(), { events: events() });
  }

  clone() {
    return new Router({ config: new Whole(this.#native.copy()) });
  }

  /** What the other classes are handed. */
  static native(router) {
    if (router instanceof Router) return router.#native;
    throw new InvalidValue("`router`: a Router is wanted");
  }

  /** Hands in what is written, and begins to read what comes back. */
  #ask(question, crossing) {
    let length;
    try {
      length = this.#native[question](m.buffer(), m.written(crossing));
    } catch (thrown) {
      throw raised(thrown);
    }
    m.receive(length, this.#native);
  }

  #received(length) {
    m.receive(length, this.#native);
  }

  #about(question, name, id, take) {
    const crossing = m.begin();
    m.putText(id, name);
    this.#ask(question, crossing);
    return maybe(take);
  }

  #read(question, chat, reader) {
    const crossing = m.begin();
    m.putText(chat, "chat");
    m.putActor(reader, "reader");
    this.#ask(question, crossing);
  }

  #accepted(form, by, action, number) {
    if (number !== undefined && typeof number !== "number") throw new InvalidValue("`number`: a number is wanted");
    const crossing = m.begin();
    m.putActor(by, "by");
    m.putAction(action, "action");
    return calling(() => this.#native[form](m.buffer(), m.written(crossing), number));
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
  m.leave();
}

module.exports = { Router, journals, made, nativeJournal, nativeRouter };
