// refdesk, by its package for Node.

import { createRequire } from "node:module";
import { play, workload } from "../peer.mjs";

const require = createRequire(import.meta.url);
const { Router } = require("../../../bindings-node");
const { version } = require("../../../bindings-node/package.json");

const HOST = { type: "host" };

class Host {
  /** A desk on which every operator is there, and every queue rings the least busy one, then the longest idle. */
  constructor({ capacity, operators }) {
    this.router = new Router({ now: 0 });
    this.clock = 0;
    const institution = "library";
    this.handIn(HOST, { type: "addInstitution", institution });
    const policy = { levels: [{ pool: [{ type: "assigned" }], ring: { type: "best", order: "leastBusy" } }] };
    for (const queue of new Set([...operators.values()].flat())) {
      this.handIn(HOST, { type: "addQueue", queue, institution, policy });
    }
    for (const [operator, queues] of operators) {
      this.handIn(HOST, { type: "addOperator", operator, institution, capacity });
      for (const queue of queues) this.handIn(HOST, { type: "assignOperator", operator, queue });
      this.handIn({ type: "operator", operator }, { type: "setPresence", operator, session: "desk", show: "available" });
    }
  }

  /** A patron asks, and somebody is rung. */
  open(chat, queue) {
    const events = this.handIn(HOST, { type: "openChat", chat, queue, patron: chat });
    return events.find((event) => event.type === "chatOffered");
  }

  /** The operator who is rung takes the chat. */
  claim({ chat, offer, operator }) {
    this.handIn({ type: "operator", operator }, { type: "acceptOffer", chat, offer });
  }

  /** The operator who answers a chat ends it. */
  close({ chat, operator }) {
    this.handIn({ type: "operator", operator }, { type: "closeChat", chat });
  }

  /** A millisecond goes by. */
  wait() {
    this.clock += 1;
  }

  handIn(by, action) {
    this.router.advance(this.clock);
    return this.router.apply(by, action);
  }
}

const given = workload();
play(given, new Host(given), ({ operator }) => operator, version);
