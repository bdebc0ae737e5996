// What a host writes, and what its compiler says of it. `tsc` looks at it and nothing runs.

import { Refused, Router, inWords } from "refdesk";
import type { Action, Actor, Config, Event, Policy, PostMessage, Refusal, Setup, Withdrawal } from "refdesk";

const router: Router = new Router({ now: new Date(), config: { digests: true, patronGrace: "1 min" } });
const host: Actor = { type: "host" };
const policy: Policy = { levels: [{ pool: [{ type: "assigned" }], ring: { type: "all", lapseAfter: "40 s" } }] };

function carryOut(event: Event): string {
  switch (event.type) {
    case "chatOffered":
      return `${event.operator} ${event.offer + 1} ${event.lapsesAt?.toFixed() ?? "never"} ${event.about?.context ?? ""}`;
    case "offerWithdrawn":
      return why(event.reason);
    case "messagePosted":
      return event.posted.text ?? event.posted.reference?.key ?? "";
    case "chatEnded":
      return event.record.transcript.map((entry) => entry.body.type).join();
    default: {
      const operators: string[] = "to" in event && typeof event.to === "object" ? event.to.operators : [];
      return operators.join();
    }
  }
}

/** All kinds are dealt with, and the compiler knows it. */
function why(reason: Withdrawal): string {
  switch (reason.type) {
    case "claimed":
      return reason.winner;
    case "full":
    case "absent":
    case "unassigned":
    case "grantEnded":
    case "queueClosed":
    case "grantClosed":
    case "levelLeft":
    case "policyChanged":
    case "transferOver":
    case "returned":
    case "chatEnded":
      return reason.type;
    default: {
      const none: never = reason;
      return none;
    }
  }
}

const actions: Action[] = [
  { type: "addQueue", queue: "desk", institution: "ames", policy },
  { type: "openChat", chat: "c1", queue: "desk", patron: "pat", needs: [{ skill: "fr" }], salt: new Uint8Array(32) },
  { type: "setSkills", operator: "ana", skills: { fr: 3 } },
  { type: "transferChat", chat: "c1", to: { type: "queue", queue: "desk" }, mode: "consult" },
];
const message: PostMessage = { type: "postMessage", chat: "c1", message: "m1", text: "hello" };
const events: Event[] = [...actions, message].flatMap((action) => router.apply(host, action));
const applied = router.applyAll([{ by: host, action: message }]);
for (const one of applied) {
  if (one.type === "done") one.events.map(carryOut);
  else console.log(one.code, one.refusal.type);
}

try {
  router.apply(host, message);
} catch (error) {
  if (error instanceof Refused) {
    const refusal: Refusal = error.refusal;
    if (refusal.type === "chatTaken") console.log(refusal.winner, error.code, inWords("refusal", refusal));
  }
}

const setup: Setup = {
  institutions: [{ id: "ames" }],
  operators: [{ id: "ana", institution: "ames", capacity: 2 }],
  queues: [{ id: "desk", institution: "ames", assigned: ["ana", { operator: "ben", rank: 2 }], policy }],
};
const report: string = router.plan(setup).map((command) => command.action.type).join();
const grace: Required<Config> = router.config;
const bytes: Buffer = router.snapshot();
const again: Router = Router.restore(bytes, { adoptTimeZones: true });
const at: number | undefined = again.deadline()?.at;
router.applySetup(router.setup());

// What no host may write.

// @ts-expect-error a chat needs a patron
router.apply(host, { type: "openChat", chat: "c1", queue: "desk" });
// @ts-expect-error there is no such action
router.apply(host, { type: "openChats", chat: "c1", queue: "desk", patron: "pat" });
// @ts-expect-error there is no such key
router.apply(host, { type: "leaveChat", chat: "c1", why: "enough" });
// @ts-expect-error there is no such word
router.apply(host, { type: "setPresence", operator: "ana", session: "tab", show: "here" });
// @ts-expect-error an operator has an id
router.viewTranscript("c1", { type: "operator" });
// @ts-expect-error nobody makes one themself
new Refused("code", "message");
// @ts-expect-error it is read only
router.now = 7;
// @ts-expect-error a text is no instant
router.advance("2026-11-29");
// @ts-expect-error an explanation is no report
inWords("report", router.explain("c1", host));

function offers(event: Event): number {
  // @ts-expect-error not all events have an offer
  return event.offer;
}

function notAll(reason: Withdrawal): never {
  if (reason.type === "claimed") throw new Error(reason.winner);
  // @ts-expect-error there are others
  return reason;
}

export { at, carryOut, events, grace, notAll, offers, report };
