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

const ring = (operator, more) => ({ pool: [{ type: "operators", operators: [operator] }], ring: { type: "all" }, ...more });
const ANA = ring("ana", { wait: "40 s" });
const BEN = ring("ben");

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

test("a rule that cannot be held is refused, and so is a document with faults", () => {
  assert.throws(() => checkDesk(desk(ANA, BEN), undefined, FEW), /the rule is to be a function, not undefined/);
  assert.throws(
    () => checkDesk(desk(ANA, BEN), async () => {}, FEW),
    (error) => /must not be async/.test(error.cause?.message ?? error.message),
  );
  assert.throws(() => checkDesk(undefined, benStandsIn, FEW), { name: "InvalidValue" });
});
