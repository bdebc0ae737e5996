// What is kept of a router: snapshots and journals.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { InvalidJournal, InvalidSnapshot, InvalidValue, Journal, Recording, Router, inWords } from "refdesk";
import { ANA, HOST, PAT, desk, openChat } from "./desk.mjs";

const RANDOM = new URL("../../target/journal/", import.meta.url);

/** A router, with the journal of all that it does as bytes and as lines. */
function keeping(config = {}) {
  const router = new Router({ now: 0, config });
  const frames = [router.journalHeader()];
  const lines = [router.journalHeaderLine()];
  const keep = (by, action) => {
    router.apply(by, action);
    frames.push(router.journalFrame(by, action));
    lines.push(router.journalLine(by, action));
  };
  return { router, frames, lines, keep };
}

test("a journal brings the router back, as bytes and as lines", () => {
  const { router, frames, lines, keep } = keeping();
  keep(HOST, { type: "addInstitution", institution: "ames" });
  router.advance(1_000);
  keep(HOST, { type: "addOperator", operator: "ana", institution: "ames", capacity: 1 });
  for (const kept of [Buffer.concat(frames), new Uint8Array(Buffer.concat(frames)), lines.map((line) => `${line.trimEnd()}\n`).join("")]) {
    const journal = new Journal(kept);
    assert.deepEqual([journal.length, journal.torn, journal.began], [2, false, 0]);
    const [first, second] = journal;
    assert.deepEqual(first, { number: 1, at: 0, command: { by: HOST, action: { type: "addInstitution", institution: "ames" } } });
    assert.deepEqual([second.number, second.at, second.command.action.operator], [2, 1_000, "ana"]);
    const again = journal.router({ secret: new Uint8Array(32).fill(7) });
    again.replay(journal);
    assert.equal(again.digest(), router.digest());
    assert.deepEqual(again.replay(journal), []);
    assert.deepEqual(journal.config, router.config);
  }
});

test("a list of commands goes into the journal by their numbers", () => {
  const router = new Router({ now: 0 });
  const actions = ["ames", "ames", "boone"].map((institution) => ({ type: "addInstitution", institution }));
  const kept = [router.journalHeader()];
  let number = router.accepted;
  for (const [at, { type }] of router.applyAll(actions.map((action) => ({ by: HOST, action }))).entries()) {
    if (type === "done") kept.push(router.journalFrame(HOST, actions[at], (number += 1)));
  }
  const journal = new Journal(Buffer.concat(kept));
  const again = journal.router();
  again.replay(journal);
  assert.equal(again.digest(), router.digest());
  for (const strange of [0, 3, 1.5, -1, NaN, Infinity, "1"]) {
    assert.throws(() => router.journalFrame(HOST, actions[0], strange), InvalidValue);
  }
});

test("what is replayed until a fault has happened", () => {
  const { frames, keep } = keeping();
  keep(HOST, { type: "addInstitution", institution: "ames" });
  keep(HOST, { type: "addQueue", queue: "desk", institution: "ames", policy: { levels: [{ pool: [{ type: "assigned" }], ring: { type: "all" } }] } });
  for (const chat of ["c1", "c2", "c3"]) keep(HOST, openChat(chat));
  const withoutTheSecondChat = new Journal(Buffer.concat(frames.toSpliced(4, 1)));
  const again = withoutTheSecondChat.router();
  assert.throws(
    () => again.replay(withoutTheSecondChat),
    (error) => {
      const opened = error.events.filter(({ type }) => type === "chatOpened").map(({ chat }) => chat);
      assert.deepEqual([error.code, opened], ["gap", ["c1"]]);
      return error instanceof InvalidJournal;
    },
  );
  assert.deepEqual([again.openChats, again.accepted], [1, 3]);
  const unheard = () => withoutTheSecondChat.router().replay(withoutTheSecondChat, { events: false });
  assert.throws(unheard, (error) => error.code === "gap" && error.events.length === 0);
});

test("a torn end is told, and a damaged journal refused", () => {
  const { frames, keep } = keeping();
  keep(HOST, { type: "addInstitution", institution: "ames" });
  keep(HOST, { type: "addInstitution", institution: "boone" });
  const whole = Buffer.concat(frames);
  const torn = new Journal(whole.subarray(0, -1));
  assert.deepEqual([torn.torn, torn.length, torn.whole], [true, 1, frames[0].length + frames[1].length]);
  const damaged = Buffer.from(whole);
  damaged[frames[0].length + 9] ^= 1;
  for (const bad of [damaged, Buffer.from("no journal"), Buffer.alloc(0), "{}", ""]) {
    assert.throws(() => new Journal(bad), (error) => error instanceof InvalidJournal && error.code.length > 0);
  }
  assert.throws(() => new Journal(Buffer.from("no journal")), { code: "no_journal" });
  assert.throws(() => new Journal(7), InvalidValue);
  const gap = new Journal(Buffer.concat([frames[0], frames[2]]));
  assert.throws(() => gap.router().replay(gap), InvalidJournal);
  assert.throws(() => gap.router().replay({}), InvalidValue);
});

test("a flag is true or false", () => {
  const { router, frames, keep } = keeping();
  keep(HOST, { type: "addInstitution", institution: "ames" });
  const journal = new Journal(Buffer.concat(frames));
  for (const [strange, said] of [[1, "number"], [0, "number"], ["true", "string"], [null, "null"], [[], "a list"]]) {
    const again = journal.router();
    assert.throws(() => again.replay(journal, { events: strange }), { name: "InvalidValue", message: `\`events\`: true or false is wanted, not ${said}` });
    assert.equal(again.accepted, 0);
    const restored = () => Router.restore(router.snapshot(), { adoptTimeZones: strange });
    assert.throws(restored, { name: "InvalidValue", message: `\`adoptTimeZones\`: true or false is wanted, not ${said}` });
  }
  assert.equal(journal.router().replay(journal, { events: true }).length, journal.router().replay(journal).length);
});

test("bytes that were transferred to somebody else are none", () => {
  const router = desk();
  const gone = (length) => {
    const bytes = new Uint8Array(length);
    structuredClone(bytes, { transfer: [bytes.buffer] });
    return bytes;
  };
  for (const [name, call] of [
    ["journal", (bytes) => new Journal(bytes)],
    ["snapshot", (bytes) => Router.restore(bytes)],
    ["secret", (secret) => new Router({ secret })],
    ["commands", (bytes) => router.applyBytes(bytes)],
  ]) {
    assert.throws(() => call(gone(32)), { name: "InvalidValue", message: `\`${name}\`: its bytes have gone to somebody else` });
  }
  assert.throws(() => router.apply(PAT, openChat("c1", { salt: gone(32) })), { name: "InvalidValue", message: /^`action.salt`: / });
});

test("a snapshot goes on where it was taken", () => {
  const router = desk();
  router.apply(PAT, openChat("c1"));
  const restored = Router.restore(router.snapshot(), { secret: new Uint8Array(32).fill(3) });
  const text = Router.restore(router.snapshotJson());
  for (const other of [restored, text]) {
    assert.equal(other.digest(), router.digest());
    assert.deepEqual(other.deadline(), router.deadline());
  }
  const accept = { type: "acceptOffer", chat: "c1", offer: 1 };
  assert.deepEqual(restored.apply(ANA, accept), router.apply(ANA, accept));
});

for (const bad of [Buffer.alloc(0), Buffer.from("REFDESKS"), Buffer.alloc(100), "", "{}", "[".repeat(10_000)]) {
  test(`what is no snapshot is refused: ${JSON.stringify(bad.toString()).slice(0, 20)}`, () => {
    assert.throws(() => Router.restore(bad), (error) => {
      assert.ok(error instanceof InvalidSnapshot);
      assert.ok(["no_snapshot", "cut", "unreadable"].includes(error.code), error.code);
      return true;
    });
  });
}

test("another setup is asked what it would have done", () => {
  const { router, frames, keep } = keeping();
  for (const { by, action } of new Router().plan({ institutions: [{ id: "ames" }], operators: [{ id: "ana", institution: "ames", capacity: 1 }], queues: [{ id: "desk", institution: "ames", assigned: ["ana"] }] })) keep(by, action);
  keep(ANA, { type: "setPresence", operator: "ana", session: "tab", show: "available" });
  keep(PAT, openChat("c1"));
  router.advance(5_000);
  keep(ANA, { type: "acceptOffer", chat: "c1", offer: 1 });
  router.advance(60_000);
  keep(PAT, { type: "leaveChat", chat: "c1" });
  const recording = new Recording(new Journal(Buffer.concat(frames)));
  assert.equal(recording.report.all.answered, 1);
  const whatIf = recording.under(recording.setup);
  assert.deepEqual(whatIf.supposed, whatIf.recorded);
  assert.match(inWords("whatIf", whatIf), /ames|chats/i);
  assert.throws(() => new Recording(new Journal(Buffer.concat(frames)), "Mars/Olympus"), { name: "InvalidValue", message: /^`timeZone`: .*Mars/ });
});

test("the random journal of 100,000 commands leads to the same state", () => {
  const [file, told] = ["random.journal", "random.digest"].map((name) => new URL(name, RANDOM));
  assert.ok(existsSync(file), "there is no journal: run `make journal`");
  const journal = new Journal(readFileSync(file));
  assert.equal(journal.length, 100_000);
  const router = journal.router();
  assert.deepEqual(router.replay(journal, { events: false }), []);
  assert.equal(router.digest(), readFileSync(told, "utf8").trim());
});
