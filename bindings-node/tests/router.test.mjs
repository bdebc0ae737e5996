// The router as a host sees it.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as refdesk from "refdesk";
import { ANA, HOST, PAT, desk, openChat } from "./desk.mjs";

const { ChainBroken, InvalidSetup, InvalidValue, RefdeskError, Refused, Router, Tally, inWords, verify } = refdesk;

test("a chat, from its beginning to its record", () => {
  const router = desk();
  const [opened, offered, ...others] = router.apply(PAT, openChat("c1"));
  assert.deepEqual(others, []);
  assert.equal(opened.type, "chatOpened");
  assert.deepEqual(offered, {
    at: 0,
    seq: 3,
    type: "chatOffered",
    chat: "c1",
    offer: 1,
    operator: "ana",
    origin: "desk",
    cause: { type: "level", level: 0 },
    lapsesAt: 40_000,
  });
  assert.deepEqual(router.deadline(), { at: 40_000, reason: { type: "ringLapses", chat: "c1", level: 0 } });
  // Who begins again from a snapshot finds the offer here.
  const again = Router.restore(router.snapshot());
  assert.deepEqual(again.chats(), ["c1"]);
  assert.deepEqual(again.viewChat("c1").rung, [["ana", 1]]);
  assert.equal(again.viewOperator("ana").sessions.length, 1);
  assert.deepEqual(router.viewOperator("ana").rungFor, [["c1", 1]]);
  router.apply(ANA, { type: "acceptOffer", chat: "c1", offer: 1 });
  router.apply(PAT, { type: "postMessage", chat: "c1", message: "m1", text: "Où est l’atlas ? 🗺" });
  const { owner, phase } = router.viewChat("c1");
  assert.deepEqual({ owner, phase }, { owner: "ana", phase: "active" });
  const { record } = router.apply(ANA, { type: "closeChat", chat: "c1" }).at(-1);
  const said = record.transcript.filter(({ body }) => body.type === "message").map(({ body }) => body.text);
  assert.deepEqual(said, ["Où est l’atlas ? 🗺"]);
  assert.match(inWords("record", record), /^chat c1 of patron [^]*: Où est l’atlas \? 🗺\n/);
  assert.equal(router.viewChat("c1"), null);
});

test("a refusal is an error with its ids, and nothing has changed", () => {
  const router = desk();
  router.apply(PAT, openChat("c1"));
  const before = router.digest();
  assert.throws(
    () => router.apply(PAT, openChat("c1")),
    (error) => {
      assert.ok(error instanceof Refused && error instanceof RefdeskError && error instanceof Error);
      assert.deepEqual([error.name, error.code], ["Refused", "duplicate_chat"]);
      assert.equal(error.message, "there is a chat `c1` already, or was not long ago");
      assert.deepEqual(error.refusal, { type: "duplicateChat", chat: "c1" });
      assert.equal(inWords("refusal", error.refusal), error.message);
      return true;
    },
  );
  assert.throws(() => router.explain("c1", PAT), { name: "Refused", code: "not_permitted", message: "a patron may not do this", refusal: { type: "notPermitted", by: { type: "patron" } } });
  assert.equal(router.digest(), before);
});

const circle = {};
circle.circle = circle;

for (const [what, by, action, said] of [
  ["an empty id", PAT, openChat(""), "`action.chat`: an id must not be empty"],
  ["a long id", PAT, openChat("é".repeat(200)), "`action.chat`: an id has at most 255 bytes, this one has 400"],
  ["a number for an id", PAT, openChat(7), "`action.chat`: a text is wanted, not number"],
  ["no id", PAT, { type: "leaveChat" }, "`action.chat`: a text is missing"],
  ["half of a letter", PAT, openChat("c\ud800"), "`action.chat`: half of a surrogate pair is no text"],
  ["another key", PAT, openChat("c1", { urgent: true }), /^`action.urgent`: there is no such key: `type`, `chat`/],
  ["another action", PAT, { type: "openChats" }, "`action.type`: there is no `openChats`"],
  ["a thing without a word", PAT, { type: Object.create(null) }, "`action.type`: there is no object"],
  ["no action", PAT, undefined, "`action`: an object is missing"],
  ["a name of all objects", PAT, { type: "constructor" }, "`action.type`: there is no `constructor`"],
  ["nobody", null, openChat("c1"), "`by`: an object is wanted, not null"],
  ["somebody unheard of", { type: "robot" }, openChat("c1"), /^`by.type`: there is no `robot`: one of `host`/],
  ["a broken offer", ANA, { type: "acceptOffer", chat: "c1", offer: 1.5 }, /^`action.offer`: a whole number from 0 /],
  ["no number", ANA, { type: "acceptOffer", chat: "c1", offer: NaN }, /^`action.offer`: a whole number from 0 /],
  ["a great number", ANA, { type: "acceptOffer", chat: "c1", offer: 2 ** 40 }, /^`action.offer`: a whole number/],
  ["a level of skill", HOST, { type: "setSkills", operator: "ana", skills: { fr: "3" } }, "`action.skills.fr`: a number is wanted, not string"],
  ["a great level of skill", HOST, { type: "setSkills", operator: "ana", skills: { de: 3, fr: 256 } }, "`action.skills.fr`: a whole number from 0 to 255 is wanted, not 256"],
  ["a great level of a strange skill", HOST, { type: "setSkills", operator: "ana", skills: { "[7": 256 } }, /^`action\.skills\.\[7`: a whole number/],
  ["a need", PAT, openChat("c1", { needs: [{ skill: "fr" }, {}] }), "`action.needs[1].skill`: a text is missing"],
  ["an id in a list", PAT, openChat("c1", { excluded: ["ana", ""] }), "`action.excluded[1]`: an id must not be empty"],
  ["two contents", PAT, { type: "postMessage", chat: "c1", message: "m", text: "a", reference: { key: "k" } }, /a text or a reference$/],
  ["a short salt", PAT, openChat("c1", { salt: new Uint8Array(31) }), /^`action.salt`: /],
  ["a policy", HOST, { type: "setPolicy", queue: "desk", policy: { levels: 7 } }, /^`action.policy.levels`: this cannot be read: invalid type: integer `7`, expected a sequence$/],
  ["a wait that is no number", HOST, { type: "setPolicy", queue: "desk", policy: { levels: [{ pool: [{ type: "assigned" }], ring: { type: "all" }, wait: NaN }] } }, "`action.policy.levels[0].wait`: NaN has no form in JSON"],
  ["a map of skills", HOST, { type: "setSkills", operator: "ana", skills: new Map([["fr", 80]]) }, "`action.skills`: an object is wanted, not Map"],
  ["a policy in a circle", HOST, { type: "setPolicy", queue: "desk", policy: circle }, "`action.policy.circle`: what is within itself has no form in JSON"],
]) {
  test(`${what} is no command`, () => {
    const router = desk();
    const before = router.digest();
    const expected = { name: "InvalidValue", code: "invalid_value", message: said };
    assert.throws(() => router.apply(by, action), expected);
    assert.throws(() => router.applyAll([{ by: PAT, action: openChat("c9") }, { by, action }]), InvalidValue);
    assert.equal(router.digest(), before);
    router.apply(PAT, openChat("c1"));
  });
}

test("a value that calls the router while it is read is none", () => {
  const router = desk();
  let others = 0;
  const sly = {
    ...openChat("c1"),
    get patron() {
      router.apply(PAT, openChat(`other-${(others += 1)}`));
      return "pat";
    },
  };
  assert.throws(() => router.apply(PAT, sly), { name: "InvalidValue", message: /while it is read/ });
  assert.throws(() => router.applyAll([{ by: PAT, action: sly }]), InvalidValue);
  assert.equal(router.viewChat("c1"), null);
  assert.equal(router.openChats, others);
});

test("what is undefined is not there, and what is null is nothing", () => {
  const router = desk();
  const plain = desk();
  router.apply(PAT, openChat("c1", { context: null, preferred: undefined, channel: undefined, priority: undefined }));
  plain.apply(PAT, openChat("c1"));
  assert.equal(router.digest(), plain.digest());
});

test("many commands in one call", () => {
  const router = desk();
  const one = router.clone();
  const commands = Array.from({ length: 500 }, (_, n) => ({ by: PAT, action: openChat(`c${n % 300}`, { context: "é".repeat(n) }) }));
  const answers = router.applyAll(commands);
  assert.equal(answers.length, 500);
  commands.forEach(({ by, action }, n) => {
    try {
      assert.deepEqual(answers[n], { type: "done", events: one.apply(by, action) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      assert.deepEqual(answers[n], { type: "refused", code: error.code, refusal: error.refusal });
    }
  });
  assert.equal(router.digest(), one.digest());
  assert.deepEqual(router.applyAll([]), []);
  assert.throws(() => router.applyAll({ by: PAT }), InvalidValue);
  const more = { by: PAT, action: openChat("c77"), at: 7 };
  assert.throws(() => router.applyAll([more]), { message: "`[0].at`: there is no such key: `by`, `action` may be given" });
  assert.equal(router.viewChat("c77"), null);
});

test("long answers find room", () => {
  const router = desk();
  for (let n = 0; n < 200; n += 1) {
    router.apply(HOST, { type: "addOperator", operator: `operator-number-${n}`, institution: "ames", capacity: 1 });
    router.apply(HOST, { type: "assignOperator", operator: `operator-number-${n}`, queue: "desk" });
    router.apply(HOST, { type: "setPresence", operator: `operator-number-${n}`, session: "s", show: "available" });
  }
  const events = router.apply(PAT, openChat("c1", { context: "x".repeat(900) }));
  assert.equal(events.length, 202);
  assert.ok(events.slice(1).every((event) => event.about.context.length === 900));
});

test("the wire form says the same", () => {
  const router = desk();
  const other = router.clone();
  const command = { by: PAT, action: openChat("c1") };
  const events = other.apply(command.by, command.action);
  assert.deepEqual(JSON.parse(router.applyJson(JSON.stringify([command]))), [{ type: "done", events }]);
  assert.deepEqual(JSON.parse(router.advanceJson(40_000)), other.advance(new Date(40_000)));
  assert.ok(Buffer.isBuffer(router.advanceBytes(50_000)));
  assert.throws(() => router.applyJson("[7]"), { name: "InvalidValue", message: /^this cannot be read/ });
  assert.throws(() => router.applyBytes(Buffer.of(255)), { name: "InvalidValue", message: /^this cannot be read/ });
  assert.throws(() => router.applyBytes("[]"), InvalidValue);
});

test("an instant is a whole number or a date", () => {
  const router = new Router({ now: new Date("2026-11-29T08:00:00Z") });
  assert.equal(router.now, Date.parse("2026-11-29T08:00:00Z"));
  for (const bad of ["soon", NaN, 1.5, new Date(NaN), undefined, null, 7n]) {
    assert.throws(() => router.advance(bad), { name: "InvalidValue", message: /^`now`: a whole number/ });
  }
  assert.deepEqual(router.advance(0), []);
});

test("what is asked", () => {
  const router = desk();
  router.apply(PAT, openChat("c1"));
  assert.equal(router.viewOperator("ana").presence, "available");
  assert.equal(router.viewOperator("nobody"), null);
  assert.deepEqual(router.availability("desk"), { type: "available", by: "home" });
  assert.equal(router.queueState("desk"), "open");
  assert.equal(router.queueState("nowhere"), null);
  assert.deepEqual(router.position("c1"), { before: 0 });
  assert.deepEqual(router.listings("ames"), []);
  assert.deepEqual(router.buddies({ type: "operator", operator: "ana" }), []);
  assert.deepEqual(router.colleagues("ana"), { buddies: [], visible: [] });
  assert.equal(router.colleagues("nobody"), null);
  assert.deepEqual(router.config, desk().config);
  assert.equal(router.openChats, 1);
  assert.equal(router.accepted, 6);
  const explanation = router.explain("c1", HOST);
  assert.equal(explanation.course.levels[0].operators[0].verdict.type, "rung");
  assert.match(inWords("explanation", explanation), /ana/);
  assert.deepEqual(router.explain("c1", HOST, { limit: 1 }), explanation);
  assert.throws(() => router.explain("c1", HOST, { limit: -1 }), InvalidValue);
  assert.throws(() => router.viewChat(""), { message: "`chat`: an id must not be empty" });
  assert.throws(() => new Router({ config: { patronGrace: "soon" } }), InvalidValue);
  assert.throws(() => new Router({ secret: new Uint8Array(7) }), InvalidValue);
  router.checkInvariants();
});

test("what is no plain document is refused, and sets nothing up", () => {
  const router = desk();
  const before = router.digest();
  const setup = router.setup();
  for (const [document, said] of [
    [Promise.resolve(setup), "`setup`: an object is wanted, not Promise"],
    [[setup], "`setup`: an object is wanted, not a list"],
    [new Map(Object.entries(setup)), "`setup`: an object is wanted, not Map"],
    [{ ...setup, operators: new Set(setup.operators) }, "`setup.operators`: Set has no form in JSON"],
    [{ ...setup, operators: [{ ...setup.operators[0], capacity: Infinity }] }, "`setup.operators[0].capacity`: Infinity has no form in JSON"],
  ]) {
    for (const asked of [() => router.applySetup(document), () => router.plan(document), () => refdesk.checkSetup(document)]) {
      assert.throws(asked, { name: "InvalidValue", message: said });
    }
  }
  assert.equal(router.digest(), before);
});

test("what a document cannot hold is told with its place, and what its own code throws comes out as it was", () => {
  const router = desk();
  const deep = {};
  for (let [at, within] = [0, deep]; at < 20_000; at += 1) within = within.queues = {};
  const mine = new RangeError("my own");
  const coded = Object.assign(new Error("my own, with a code like those of the module"), { code: "InvalidValue" });
  const throwing = (thrown) => ({ get queues() { throw thrown; } });
  for (const [document, said] of [
    [{ queues: [circle] }, "`setup.queues[0].circle`: what is within itself has no form in JSON"],
    [{ queues: [{ id: 7n }] }, "`setup.queues[0].id`: bigint has no form in JSON"],
    [deep, /^`setup(\.queues){128}`: this is too deep within others$/],
    [throwing(null), "`setup`: its own code has thrown null, which is no Error"],
    [throwing("no"), "`setup`: its own code has thrown string, which is no Error"],
    [throwing(mine), mine],
    [{ queues: [{ toJSON() { throw mine; } }] }, mine],
    [throwing(coded), coded],
  ]) {
    const expected = said instanceof Error ? (error) => error === said : { name: "InvalidValue", message: said };
    for (const asked of [() => router.applySetup(document), () => router.plan(document), () => refdesk.checkSetup(document)]) assert.throws(asked, expected);
  }
  const act = (thrown) => ({ type: "setPolicy", queue: "desk", get policy() { throw thrown; } });
  assert.throws(() => router.apply(HOST, act(mine)), (error) => error === mine);
  for (const call of [(action) => router.apply(HOST, action), (action) => router.journalFrame(HOST, action)]) {
    assert.throws(() => call(act(undefined)), { name: "InvalidValue", message: "`action`: its own code has thrown undefined, which is no Error" });
  }
  assert.throws(() => router.applyAll([{ by: HOST, action: act(null) }]), { name: "InvalidValue", message: "`[0].action`: its own code has thrown null, which is no Error" });
  const page = { get after() { throw null; } };
  router.apply(PAT, openChat("c1"));
  assert.throws(() => router.explain("c1", HOST, page), { name: "InvalidValue", message: "`page`: its own code has thrown null, which is no Error" });
});

test("what is wanted and what is there instead has the same words everywhere", () => {
  const router = desk();
  for (const [call, name, wanted] of [
    [(what) => router.advance(what), "now", "a whole number of milliseconds or a Date"],
    [(what) => router.applyJson(what), "commands", "a text"],
    [(what) => router.applyBytes(what), "commands", "a Buffer or Uint8Array"],
    [(what) => router.viewChat(what), "chat", "a text"],
    [(what) => router.plan(what), "setup", "an object"],
    [(what) => new Tally(what), "timeZone", "a text"],
  ]) {
    for (const [what, is] of [[null, "null"], [[], "a list"], [new Map(), "Map"]]) {
      assert.throws(() => call(what), { name: "InvalidValue", message: `\`${name}\`: ${wanted} is wanted, not ${is}` });
    }
  }
  for (const call of [(what) => router.applyJson(what), (what) => router.viewChat(what), (what) => new Tally(what)]) {
    assert.throws(() => call("\ud800"), { name: "InvalidValue", message: /^`\w+`: half of a surrogate pair is no text$/ });
  }
});

test("an option that nobody knows is a mistake", () => {
  const kept = new Router().snapshot();
  for (const [asked, said] of [
    [() => new Router(Date.now()), "options: an object is wanted, not number"],
    [() => new Router({ nw: 0 }), "options: `nw` is none of config, now, secret"],
    [() => Router.restore(kept, { adoptTimezones: true }), "options: `adoptTimezones` is none of secret, adoptTimeZones"],
  ]) {
    assert.throws(asked, { name: "InvalidValue", message: said });
  }
});

test("a fault of form in a document says where", () => {
  const level = { pool: [{ type: "assigned" }], ring: { type: "all" } };
  const queue = (policy) => ({ queues: [{ id: "a", institution: "ames" }, { id: "b", institution: "ames", policy }] });
  const soon = queue({ levels: [level, { ...level, wait: "soon" }] });
  const message = /^this cannot be read: queues\[1\]\.policy\.levels\[1\]\.wait: `soon` is no span/;
  for (const asked of [() => new Router().applySetup(soon), () => new Router().plan(soon), () => refdesk.checkSetup(soon)]) {
    assert.throws(asked, { name: "InvalidValue", code: "invalid_value", message });
  }
  const config = { limits: { openChats: -1 } };
  assert.throws(() => new Router({ config }), { name: "InvalidValue", message: /^this cannot be read: limits\.openChats: / });
  assert.throws(() => new Router().applyJson('[{"by": 7}]'), { message: /^this cannot be read: \[0\]\.by: / });
});

test("null is the same as left out where there may be nothing, and refused elsewhere", () => {
  const nothing = { preferred: null, returns: null, context: null, channel: null, salt: null };
  const [one, other] = [desk(), desk()];
  assert.deepEqual(one.apply(PAT, openChat("c1", nothing)), other.apply(PAT, openChat("c1")));
  for (const name of ["priority", "excluded", "needs", "practice"]) {
    const message = new RegExp(`^\`action.${name}\`: .* is wanted, not null$`);
    assert.throws(() => one.apply(PAT, openChat("c2", { [name]: null })), { name: "InvalidValue", message });
    const commands = JSON.stringify([{ by: PAT, action: openChat("c2", { [name]: null }) }]);
    assert.throws(() => one.applyJson(commands), { message: /invalid type: null/ });
  }
});

test("what comes out of a journal can be given again, the longest span too", () => {
  const router = desk();
  const setPolicy = (lapseAfter) => ({ type: "setPolicy", queue: "desk", policy: { levels: [{ pool: [{ type: "assigned" }], ring: { type: "all", lapseAfter } }] } });
  const lapses = (from) => from.setup().queues[0].policy.levels[0].ring.lapseAfter;
  router.applyJson(`[{"by": {"type": "host"}, "action": ${JSON.stringify(setPolicy(0)).replace(":0", ":18446744073709551615")}}]`);
  assert.equal(lapses(router), Number.MAX_SAFE_INTEGER);
  const again = desk();
  again.apply(HOST, setPolicy(lapses(router)));
  assert.equal(again.setup().queues[0].policy.levels[0].ring.lapseAfter, Number.MAX_SAFE_INTEGER);
  again.apply(HOST, setPolicy(2 ** 64));
  assert.equal(lapses(again), Number.MAX_SAFE_INTEGER);
});

test("a setup document", () => {
  const setup = {
    institutions: [{ id: "ames" }],
    operators: [{ id: "ana", institution: "ames", capacity: 2 }],
    queues: [{ id: "desk", institution: "ames", assigned: ["ana"] }],
  };
  const router = new Router();
  const actions = router.plan(setup).map(({ action }) => action.type);
  assert.deepEqual(actions, ["addInstitution", "addOperator", "addQueue", "assignOperator"]);
  router.applySetup(setup);
  assert.deepEqual(router.plan(setup), []);
  assert.deepEqual(router.setup().operators, setup.operators);
  const wrong = { ...setup, operators: [{ id: "ana", institution: "amse", capacity: 1 }] };
  assert.throws(
    () => new Router().applySetup(wrong),
    (error) => {
      assert.ok(error instanceof InvalidSetup);
      assert.equal(error.code, error.report.faults[0].code);
      assert.deepEqual(error.report, refdesk.checkSetup(wrong));
      const [{ path, code, text }] = error.report.faults;
      assert.deepEqual([path, code], ["operators[0].institution", "unknown_name"]);
      assert.match(text, /`ames` can be meant/);
      return true;
    },
  );
  assert.throws(() => new Router().applySetup({ institution: [] }), { name: "InvalidValue", message: /institution/ });
});

test("a chain of digests is checked", () => {
  const router = desk({ digests: true });
  router.apply(PAT, openChat("c1", { salt: new Uint8Array(32) }));
  router.apply(ANA, { type: "acceptOffer", chat: "c1", offer: 1 });
  router.apply(PAT, { type: "postMessage", chat: "c1", message: "m1", text: "hello" });
  const view = router.viewTranscript("c1", HOST);
  assert.equal(verify(view), router.transcriptDigest("c1", HOST));
  assert.throws(() => verify({ ...view, links: view.links.slice(1) }), (error) => {
    assert.ok(error instanceof ChainBroken);
    assert.deepEqual([error.code, error.message.includes("entry 1 is missing")], ["chain_broken", true]);
    return true;
  });
  assert.equal(router.transcript("c1", HOST).length, 2);
  const { record } = router.apply(ANA, { type: "closeChat", chat: "c1" }).at(-1);
  assert.match(verify(refdesk.viewRecord(record)), /^[0-9a-f]{64}$/);
  assert.equal(refdesk.maskPatron(record, "somebody").patron, "somebody");
});

test("a report counts what was heard", () => {
  const router = desk();
  const tally = new Tally("America/Chicago");
  tally.worksAtOf(router);
  const events = [
    ...router.apply(PAT, openChat("c1")),
    ...router.apply(ANA, { type: "acceptOffer", chat: "c1", offer: 1 }),
    ...router.apply(ANA, { type: "closeChat", chat: "c1" }),
  ];
  for (const event of events) tally.hear(event);
  const report = tally.report(60_000);
  assert.equal(report.all.offered, 1);
  assert.match(inWords("report", report), /ames/);
  assert.throws(() => new Tally("Mars/Olympus"), { name: "InvalidValue", message: /^`timeZone`: .*Mars/ });
  assert.throws(() => tally.worksAtOf({}), InvalidValue);
});

test("require and import have the same classes", () => {
  const required = createRequire(import.meta.url)("refdesk");
  const { default: _, "module.exports": __, ...imported } = refdesk;
  assert.deepEqual(Object.keys(imported).sort(), Object.keys(required).sort());
  for (const name of Object.keys(required)) assert.equal(imported[name], required[name], name);
});
