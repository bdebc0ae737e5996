// The desk for fast-check finds what is wrong with a policy, and nothing where nothing is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkDesk } from "refdesk/testing";

const FEW = { numRuns: 150, seed: 7 };

/** Ana's desk, for which Ben is to stand in. */
const desk = (...levels) => ({
  institutions: [{ id: "ames" }],
  operators: ["ana", "ben"].map((id) => ({ id, institution: "ames", capacity: 1 })),
  queues: [{ id: "desk", institution: "ames", policy: { levels }, assigned: ["ana", "ben"] }],
});

/** The same by day, where the clocks are never changed. */
function openByDay(setup) {
  const days = ["monday", "tuesday", "wednesday", "thursday", "friday"];
  const hours = { timeZone: "America/Phoenix", week: [{ days, from: "09:00", to: "17:00" }] };
  return { ...setup, queues: setup.queues.map((queue) => ({ ...queue, hours: { hours } })) };
}

function isDay(at) {
  const clock = new Date(at - 7 * 3_600_000);
  return ![0, 6].includes(clock.getUTCDay()) && clock.getUTCHours() >= 9 && clock.getUTCHours() < 17;
}

const ring = (operator, more) => ({ pool: [{ type: "operators", operators: [operator] }], ring: { type: "all" }, ...more });
const ANA = ring("ana", { wait: "40 s" });
const BEN = ring("ben");
const [ANA_BY_NIGHT, BEN_BY_NIGHT] = [ANA, BEN].map((level) => ({ ...level, onlyWhen: { type: "closed" } }));
const MONDAY = new Date("2026-03-02T10:00-07:00");

/** Whoever waits for more than a minute while Ben is free is rung through to Ben. */
function benStandsIn(desk) {
  for (const { chat, openedAt } of desk.waiting()) {
    if (!desk.free().includes("ben") || desk.router.now - openedAt <= 60_000) continue;
    const rang = desk.events.some((event) => event.type === "chatOffered" && event.chat === chat && event.operator === "ben");
    assert.ok(rang, `${chat} waits, and nobody rang Ben`);
  }
}

test("a level that was forgotten is found, by a short story", () => {
  assert.throws(
    () => checkDesk(desk(ANA), benStandsIn, FEW),
    (error) => {
      assert.match(`${error.message} ${error.cause?.message}`, /c\d+ waits, and nobody rang Ben/);
      const [, story] = /Counterexample: \[(.*?) \/\*/s.exec(error.message);
      assert.match(story, /p1 asks at desk/);
      assert.ok(story.split(",").length <= 4, story);
      return true;
    },
  );
});

test("where Ben stands in nothing is found", () => checkDesk(desk(ANA, BEN), benStandsIn, FEW));

/** Who asks by day rings Ana, and who asks when the desk is closed rings Ben: whom the last one rang. */
function rungAtOnce(desk) {
  const asked = desk.events.findLast(({ type }) => type === "chatOpened");
  const offers = desk.events.filter(({ cause, chat }) => cause?.type === "level" && chat === asked.chat);
  const rung = offers.filter(({ at }) => at === asked.at);
  for (const { operator, at } of rung) assert.equal(operator, isDay(at) ? "ana" : "ben");
  return rung.map(({ operator }) => operator);
}

/** The shortest story that is found. */
function found(setup, rule, more) {
  let story;
  assert.throws(
    () => checkDesk(setup, rule, { ...FEW, ...more }),
    (error) => ([, story] = /Counterexample: \[(.*?) \/\*/s.exec(error.message)) !== null,
  );
  return story;
}

test("a wrong level for closed hours is found from within open ones, and a wrong one for these", () => {
  const [night, day] = [openByDay(desk(ANA_BY_NIGHT, ANA)), openByDay(desk(BEN_BY_NIGHT, BEN))];
  assert.equal(found(night, rungAtOnce, { now: MONDAY }), "8 h go by,p1 asks at desk: c1");
  assert.equal(found(day, rungAtOnce, { now: MONDAY.getTime() }), "p1 asks at desk: c1");
});

test("stories see the desk open and closed, and operators who pause, go on and are gone", () => {
  const seen = new Map();
  const counts = (what) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const rule = (desk) => {
    rungAtOnce(desk).forEach(counts);
    counts(desk.events.at(-1).type);
  };
  checkDesk(openByDay(desk(BEN_BY_NIGHT, ANA)), rule, { ...FEW, now: MONDAY });
  const rare = ["ana", "ben", "operatorPaused", "operatorUnpaused", "graceStarted"].filter((what) => !(seen.get(what) > 10));
  assert.deepEqual(rare, []);
});

test("chats are handed over", () => {
  const rule = ({ events }) => assert.ok(!events.some(({ type }) => type === "transferCompleted"));
  const story = found(desk(ANA, BEN), rule);
  assert.equal(story, "p1 asks at desk: c1,ana accepts c1,ana transfers c1 to ben,ben accepts c1");
});

test("whoever logs out is gone at once", () => {
  const rule = ({ router }) => assert.ok(router.now > 0 || router.viewOperator("ana").presence !== "offline");
  assert.equal(found(desk(ANA, BEN), rule), "ana logs out");
});

test("a rule that cannot be held is refused, and so is a document with faults", () => {
  assert.throws(() => checkDesk(desk(ANA, BEN), undefined, FEW), /the rule is to be a function, not undefined/);
  assert.throws(
    () => checkDesk(desk(ANA, BEN), async () => {}, FEW),
    (error) => /must not be async/.test(error.cause?.message ?? error.message),
  );
  assert.throws(() => checkDesk(undefined, benStandsIn, FEW), { name: "InvalidValue" });
});
