// A panic of the library is a bug. What stopped in the middle of a step answers nothing more, and the process goes on.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { InvariantBroken, Journal, Router, Tally } from "refdesk";
import { ANA, HOST, PAT, desk, openChat } from "./desk.mjs";

const require = createRequire(import.meta.url);
const { nativeRouter } = require("../lib/router.js");
const { NativeTally } = require("../lib/native.js");
const { raised } = require("../lib/errors.js");

/** What a panic in the midst of it throws, by what a build without optimisation has for that. */
function stumble(held) {
  assert.equal(typeof held.stumble, "function", "build it by `node scripts/build.mjs dev`");
  try {
    held.stumble();
  } catch (thrown) {
    return raised(thrown);
  }
  return assert.fail("it did not stumble");
}

/** All that may be asked of a router. */
const ASKED = {
  accepted: (router) => router.accepted,
  advance: (router) => router.advance(1_000),
  advanceBytes: (router) => router.advanceBytes(1_000),
  advanceJson: (router) => router.advanceJson(1_000),
  apply: (router) => router.apply(PAT, openChat("c2")),
  applyAll: (router) => router.applyAll([]),
  applyBytes: (router) => router.applyBytes(Buffer.of(0x80)),
  applyJson: (router) => router.applyJson("[]"),
  applySetup: (router) => router.applySetup({}),
  availability: (router) => router.availability("desk"),
  buddies: (router) => router.buddies({ type: "operator", operator: "ana" }),
  chats: (router) => router.chats(),
  chatsAtPartners: (router) => router.chatsAtPartners("ames", HOST),
  checkInvariants: (router) => router.checkInvariants(),
  clone: (router) => router.clone(),
  colleagues: (router) => router.colleagues("ana"),
  config: (router) => router.config,
  deadline: (router) => router.deadline(),
  digest: (router) => router.digest(),
  explain: (router) => router.explain("c1", HOST),
  journalFrame: (router) => router.journalFrame(PAT, openChat("c1")),
  journalHeader: (router) => router.journalHeader(),
  journalHeaderLine: (router) => router.journalHeaderLine(),
  journalLine: (router) => router.journalLine(PAT, openChat("c1")),
  listings: (router) => router.listings("ames"),
  now: (router) => router.now,
  openChats: (router) => router.openChats,
  plan: (router) => router.plan({}),
  position: (router) => router.position("c1"),
  queueState: (router) => router.queueState("desk"),
  replay: (router) => router.replay(new Journal(new Router().journalHeader())),
  setup: (router) => router.setup(),
  snapshot: (router) => router.snapshot(),
  snapshotJson: (router) => router.snapshotJson(),
  targets: (router) => router.targets("c1", HOST),
  transcript: (router) => router.transcript("c1", HOST),
  transcriptDigest: (router) => router.transcriptDigest("c1", HOST),
  viewChat: (router) => router.viewChat("c1"),
  viewOperator: (router) => router.viewOperator("ana"),
  viewTranscript: (router) => router.viewTranscript("c1", HOST),
};

test("a router that stopped in the middle of a step answers nothing more, and others go on", () => {
  const [router, other] = [desk({ digests: true }), desk()];
  for (const one of [router, other]) one.apply(PAT, openChat("c1"));
  const kept = router.snapshot();
  const { name, code, message } = stumble(nativeRouter(router));
  assert.deepEqual([name, code], ["InvariantBroken", "invariant_broken"]);
  assert.equal(
    message,
    "the router stopped in the middle of a step, which is a bug of refdesk: make another from its last snapshot and its journal",
  );
  const all = Object.getOwnPropertyNames(Router.prototype).filter((name) => name !== "constructor");
  assert.deepEqual(Object.keys(ASKED), all.sort());
  for (const [name, ask] of Object.entries({ ...ASKED, worksAtOf: (router) => new Tally("UTC").worksAtOf(router) })) {
    assert.throws(() => ask(router), { name: "InvariantBroken", code: "invariant_broken", message }, name);
  }
  assert.throws(() => router.digest(), InvariantBroken);
  const again = Router.restore(kept);
  for (const one of [other, again]) assert.equal(one.apply(ANA, { type: "acceptOffer", chat: "c1", offer: 1 })[0].type, "chatClaimed");
});

test("so does a tally that stopped in the middle of an event", () => {
  const tally = NativeTally.create("UTC");
  const { name, message } = stumble(tally);
  assert.deepEqual([name, message], ["InvariantBroken", "the tally stopped in the middle of an event, which is a bug of refdesk: make another"]);
  for (const ask of [() => tally.report(0), () => tally.worksAt("ana", "ames"), () => tally.worksAtOf(nativeRouter(desk()))]) {
    assert.throws(ask, (thrown) => thrown.code === "InvariantBroken" && JSON.parse(thrown.message).message === message);
  }
});
