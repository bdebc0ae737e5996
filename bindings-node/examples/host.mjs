// A whole host: the desk of one library, a chat that nobody answers, and a clock that a person could have moved.

import { Refused, Router } from "refdesk";

const SETUP = {
  institutions: [{ id: "ames" }],
  operators: [{ id: "ana", institution: "ames", capacity: 2 }],
  queues: [{ id: "desk", institution: "ames", assigned: ["ana"], policy: { levels: [
    { pool: [{ type: "assigned" }], ring: { type: "all", lapseAfter: "40 s" } },
  ] } }],
};

// The ten lines.
function step(router, now, by, action) {
  const events = router.advance(now);
  try {
    events.push(...router.apply(by, action));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.log(`refused: ${error.code}`);
  }
  for (const { type, chat, operator } of events) {
    if (type === "chatOffered") console.log(`ring ${operator} for ${chat}`);
    if (type === "offerLapsed") console.log(`${operator} did not answer ${chat}`);
  }
  return router.deadline();
}

// As far as here.
const router = new Router({ now: 0 });
router.applySetup(SETUP);
const [ana, pat] = [{ type: "operator", operator: "ana" }, { type: "patron", patron: "pat" }];
const open = { type: "openChat", chat: "c1", queue: "desk", patron: "pat" };
step(router, 0, ana, { type: "setPresence", operator: "ana", session: "tab-1", show: "available" });
const { at } = step(router, 1_000, pat, open);
console.log(`wake me at ${at}`);
step(router, at, pat, open);
