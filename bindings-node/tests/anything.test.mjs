// Whatever is handed in, the answer is a clear error, and nothing has changed.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import { Journal, RefdeskError, Router, checkSetup, inWords, maskPatron, verify, viewRecord } from "refdesk";
import { desk, inFull } from "./desk.mjs";

const FOLDER = new URL("../../core/tests/scenarios/", import.meta.url);
const RUNS = { numRuns: 300, seed: 7 };

/** Where a command is given in a story, and the router that it is given to. */
const PLACES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => {
    const { config = {}, given = [], steps } = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
    const router = new Router({ config, now: 0 });
    return [...given.map((command) => ({ at: 0, do: command })), ...steps].flatMap(({ at, do: command }) => {
      do router.advance(at);
      while ((router.deadline()?.at ?? Infinity) <= at);
      if (command === undefined) return [];
      const place = { router: router.clone(), by: inFull(command.by), action: command.action };
      takes(() => router.apply(place.by, place.action));
      return [place];
    });
  });

const STRANGE = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withTypedArray: true }),
  fc.constantFrom(undefined, null, true, false, "ana", "desk", "c1", "", "\ud800", "1 min", -1, 0.5, 2 ** 53),
  fc.nat(9),
  fc.date(),
  fc.uint8Array({ minLength: 31, maxLength: 33 }),
);

/** What stands for a key: something strange, or what another command has there. */
const INSTEAD = fc.oneof(
  STRANGE.map((what) => () => what),
  fc.constantFrom(...PLACES).map(({ action }) => (key) => action[key]),
);

/** A command in its place, in whose action something is something else. */
const nearly = fc.tuple(fc.constantFrom(...PLACES), fc.nat(), INSTEAD).map(([place, number, instead]) => {
  const keys = Object.keys(place.action);
  const key = keys[number % keys.length];
  return { ...place, action: { ...place.action, [key]: instead(key) } };
});

/** Whether a call takes what it is given; where it does not, it says so by an error of ours. */
function takes(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof RefdeskError && error.code.length > 0, error);
    return false;
  }
  return true;
}

/** As the wire form has it. */
const wire = (command) =>
  JSON.stringify([command], function (key, value) {
    if (this[key] instanceof Date) return this[key].getTime();
    return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
  });

test("as a command: what is taken means the same as JSON", () => {
  let taken = 0;
  const check = ({ router, by, action }) => {
    const [typed, listed, json] = [router.clone(), router.clone(), router.clone()];
    const isTaken = takes(() => typed.apply(by, action));
    takes(() => listed.applyAll([{ by, action }]));
    if (isTaken) {
      taken += 1;
      json.applyJson(wire({ by, action }));
    }
    for (const other of [listed, json]) assert.equal(other.digest(), typed.digest(), inspect(action));
    typed.checkInvariants();
  };
  const router = desk();
  fc.assert(fc.property(fc.anything(), fc.anything(), (by, action) => check({ router, by, action })), RUNS);
  fc.assert(fc.property(nearly, check), { ...RUNS, numRuns: 2_000 });
  assert.ok(taken > 100, `${taken}`);
});

const undef = (what) => what === undefined;
const never = () => false;
/** A document without anything in it. */
const empty = (what) => undef(what) || JSON.stringify(what) === "{}";
const flag = (what) => undef(what) || typeof what === "boolean";
const id = (what) => typeof what === "string" && what.length > 0 && Buffer.byteLength(what) <= 255;
const nobody = (what) => Array.isArray(what) && what.length === 0;

test("as anything else", () => {
  const router = desk();
  const [before, kept, journal] = [router.digest(), router.snapshot(), new Journal(new Router().journalHeader())];
  const calls = [
    [(what) => new Router({ config: what }), empty],
    [(what) => new Router({ secret: what }), (what) => undef(what) || (what instanceof Uint8Array && what.length === 32)],
    [(what) => new Router({ now: what }), (what) => undef(what) || Number.isInteger(what) || (what instanceof Date && !Number.isNaN(what.getTime()))],
    [(what) => new Journal(what), never],
    [(what) => Router.restore(what), never],
    [(what) => Router.restore(kept, { adoptTimeZones: what }), flag],
    [(what) => new Router().replay(journal, { events: what }), flag],
    [(what) => new Router().replay(journal, what), (what) => empty(what)],
    [(what) => router.replay(what), never],
    [(what) => router.applyJson(what), (what) => typeof what === "string" && nobody(JSON.parse(what))],
    [(what) => router.applyBytes(what), (what) => what instanceof Uint8Array && what.length === 1 && what[0] === 0x80],
    [(what) => router.applyAll(what), nobody],
    [(what) => router.plan(what), empty],
    [(what) => router.viewChat(what), id],
    [(what) => router.explain("c1", what, what), never],
    [(what) => router.transcript(what, what), never],
    [(what) => router.buddies(what), never],
    [(what) => checkSetup(what, {}), empty],
    [(what) => checkSetup({}, what), empty],
    [(what) => verify(what), never],
    [(what) => viewRecord(what), never],
    [(what) => maskPatron(what, what), never],
    [(what) => inWords(what, what), never],
    [(what) => inWords("report", what), never],
  ];
  const what = fc.oneof(fc.anything({ withDate: true, withTypedArray: true, withBigInt: true }), fc.string(), fc.uint8Array(), fc.boolean());
  fc.assert(
    fc.property(what, (what) => {
      for (const [call, may] of calls) assert.equal(takes(() => call(what)) && !may(what), false, `${call} has taken ${inspect(what)}`);
      assert.equal(router.digest(), before);
    }),
    RUNS,
  );
});
