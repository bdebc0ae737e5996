// Whatever is handed in, the answer is a clear error, and nothing has changed.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Journal, RefdeskError, Router, checkSetup, inWords, maskPatron, verify, viewRecord } from "refdesk";
import { HOST, desk } from "./desk.mjs";

const FOLDER = new URL("../../core/tests/scenarios/", import.meta.url);
const RUNS = { numRuns: 300, seed: 7 };

/** The actions of all stories: what is nearly right is more of a question than what is not. */
const ACTIONS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")).steps)
  .flatMap((step) => (step.do === undefined ? [] : [step.do.action]));

/** An action in which something is something else. */
const nearly = fc
  .tuple(fc.constantFrom(...ACTIONS), fc.nat(), fc.anything({ withBigInt: true, withDate: true, withTypedArray: true }))
  .map(([action, number, what]) => {
    const keys = Object.keys(action);
    return { ...action, [keys[number % keys.length]]: what };
  });

function errs(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof RefdeskError && error.code.length > 0, error);
  }
}

test("as a command", () => {
  const router = desk();
  const check = (by, action) => {
    errs(() => router.apply(by, action));
    errs(() => router.applyAll([{ by, action }]));
    router.checkInvariants();
  };
  fc.assert(fc.property(fc.anything(), fc.anything(), check), RUNS);
  fc.assert(fc.property(nearly, (action) => check(HOST, action)), { ...RUNS, numRuns: 2_000 });
});

test("as anything else", () => {
  const router = desk();
  const before = router.digest();
  const calls = [
    (what) => new Router({ config: what }),
    (what) => new Router({ now: what, secret: what }),
    (what) => new Journal(what),
    (what) => Router.restore(what),
    (what) => router.applyJson(what),
    (what) => router.applyBytes(what),
    (what) => router.applyAll(what),
    (what) => router.plan(what),
    (what) => router.viewChat(what),
    (what) => router.explain("c1", what, what),
    (what) => router.transcript(what, what),
    (what) => router.buddies(what),
    (what) => router.replay(what),
    (what) => checkSetup(what, what),
    (what) => verify(what),
    (what) => viewRecord(what),
    (what) => maskPatron(what, what),
    (what) => inWords(what, what),
    (what) => inWords("report", what),
  ];
  const what = fc.oneof(fc.anything({ withDate: true, withTypedArray: true }), fc.string(), fc.uint8Array());
  fc.assert(
    fc.property(what, (what) => {
      for (const call of calls) errs(() => call(what));
      assert.equal(router.digest(), before);
    }),
    RUNS,
  );
});
