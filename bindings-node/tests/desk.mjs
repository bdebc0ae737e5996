// A small desk: one institution, one queue that rings all, and Ana, who is there.

import { Router } from "refdesk";

export const HOST = { type: "host" };
export const ANA = { type: "operator", operator: "ana" };
export const PAT = { type: "patron", patron: "pat" };

export const openChat = (chat, more = {}) => ({ type: "openChat", chat, queue: "desk", patron: "pat", ...more });

/** `operator:ana` for `{"type": "operator", "operator": "ana"}`. */
export function inFull(by) {
  if (typeof by !== "string") return by;
  const [role, id] = by.split(/:(.*)/s);
  return id === undefined ? { type: role } : { type: role, [role]: id };
}

export function desk(config = {}) {
  const router = new Router({ now: 0, config });
  const everybody = { levels: [{ pool: [{ type: "assigned" }], ring: { type: "all", lapseAfter: "40 s" } }] };
  for (const action of [
    { type: "addInstitution", institution: "ames" },
    { type: "addOperator", operator: "ana", institution: "ames", capacity: 2 },
    { type: "addQueue", queue: "desk", institution: "ames", policy: everybody },
    { type: "assignOperator", operator: "ana", queue: "desk" },
    { type: "setPresence", operator: "ana", session: "tab-1", show: "available" },
  ]) {
    router.apply(HOST, action);
  }
  return router;
}
