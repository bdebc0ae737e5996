// A desk for fast-check: it plays patrons, operators and time against a setup document.

"use strict";

const fc = require("fast-check");
const { Refused, Router } = require("./index.js");

const HERE = new Set(["available", "chat"]);
const WAITING = new Set(["waiting", "offered"]);

class Desk {
  constructor(setup, config = {}) {
    this.router = new Router({ config, now: 0 });
    this.events = [];
    this.chats = new Map();
    this.offers = new Map();
    this.chatsEver = 0;
    this.messagesEver = 0;
    this.hear(this.router.applySetup(setup));
    this.operators = (setup.operators ?? []).map(({ id }) => id);
    this.queues = (setup.queues ?? []).map(({ id }) => id);
    for (const operator of this.operators) {
      this.does({ type: "operator", operator }, { type: "setPresence", operator, session: "desk", show: "available" });
    }
  }

  waiting() {
    return [...this.chats.keys()]
      .map((chat) => this.router.viewChat(chat))
      .filter((view) => view !== null && WAITING.has(view.phase));
  }

  free() {
    return this.operators.filter((operator) => {
      const view = this.router.viewOperator(operator);
      if (view === null || view.pause !== null || view.leaves) return false;
      // Whose last session has ended is still seen for a while.
      return view.sessions.length > 0 && HERE.has(view.presence) && view.answering.length < view.capacity;
    });
  }

  does(by, action) {
    let events;
    try {
      events = this.router.apply(by, action);
    } catch (error) {
      if (error instanceof Refused) return [];
      throw error;
    }
    this.hear(events);
    return events;
  }

  passes(millis) {
    const now = this.router.now + millis;
    do this.hear(this.router.advance(now));
    while ((this.router.deadline()?.at ?? Infinity) <= now);
  }

  hear(events) {
    for (const event of events) {
      this.events.push(event);
      switch (event.type) {
        case "chatOpened":
          this.chats.set(event.chat, event.patron);
          break;
        case "chatOffered":
          this.offers.set(`${event.offer} ${event.chat}`, event);
          break;
        case "offerWithdrawn":
        case "offerLapsed":
        case "offerDeclined":
          this.offers.delete(`${event.offer} ${event.chat}`);
          break;
        case "chatEnded":
          this.chats.delete(event.chat);
          for (const [key, { chat }] of this.offers) if (chat === event.chat) this.offers.delete(key);
      }
    }
  }
}

/** One of several, by a number that may be any. */
function one(of, number) {
  const all = [...of];
  return all[number % all.length];
}

/** What happens at a desk: each does it, and says what it was. */
const STEPS = {
  timeGoesBy(desk, _number, millis) {
    desk.passes(millis);
    return `${millis} ms go by`;
  },
  aPatronAsks(desk, number) {
    const queue = one(desk.queues, number);
    const [chat, patron] = [`c${(desk.chatsEver += 1)}`, `p${desk.chatsEver}`];
    desk.does({ type: "patron", patron }, { type: "openChat", chat, queue, patron });
    return `${patron} asks at ${queue}: ${chat}`;
  },
  anOperatorAnswers(desk, number, accepts) {
    const { chat, offer, operator } = one(desk.offers.values(), number);
    desk.does({ type: "operator", operator }, { type: accepts ? "acceptOffer" : "declineOffer", chat, offer });
    return `${operator} ${accepts ? "accepts" : "declines"} ${chat}`;
  },
  aPatronWrites(desk, number) {
    const [chat, patron] = one(desk.chats, number);
    const message = `m${(desk.messagesEver += 1)}`;
    desk.does({ type: "patron", patron }, { type: "postMessage", chat, message, text: "hello" });
    return `${patron} writes in ${chat}`;
  },
  aChatEnds(desk, number, byOperator) {
    const [chat, patron] = one(desk.chats, number);
    const operator = desk.router.viewChat(chat)?.owner;
    if (byOperator && operator) desk.does({ type: "operator", operator }, { type: "closeChat", chat });
    else desk.does({ type: "patron", patron }, { type: "leaveChat", chat });
    return `${byOperator && operator ? operator : patron} ends ${chat}`;
  },
  anOperatorComesOrGoes(desk, number, show) {
    const operator = one(desk.operators, number);
    const session = { operator, session: "desk" };
    const action = show === "gone" ? { type: "endSession", ...session } : { type: "setPresence", ...session, show };
    desk.does({ type: "operator", operator }, action);
    return `${operator} is ${show}`;
  },
};

/** Of what there must be one, for a step to be possible. */
const NEEDS = {
  timeGoesBy: () => 1,
  aPatronAsks: (desk) => desk.queues.length,
  anOperatorAnswers: (desk) => desk.offers.size,
  aPatronWrites: (desk) => desk.chats.size,
  aChatEnds: (desk) => desk.chats.size,
  anOperatorComesOrGoes: (desk) => desk.operators.length,
};

class Step {
  constructor(name, rule, number, how) {
    Object.assign(this, { name, rule, number, how });
  }

  check({ desk }) {
    return NEEDS[this.name](desk) > 0;
  }

  run(_model, desk) {
    this.told = STEPS[this.name](desk, this.number, this.how);
    desk.router.checkInvariants();
    const said = this.rule(desk);
    if (typeof said?.then === "function") throw new TypeError("a rule says at once whether it holds: it must not be async");
  }

  toString() {
    return this.told ?? this.name;
  }
}

function deskSteps(rule = () => {}) {
  const step = (name, how) => fc.tuple(fc.nat(), how).map(([number, how]) => new Step(name, rule, number, how));
  return [
    step("timeGoesBy", fc.constantFrom(1, 500, 5_000, 20_000, 60_000, 600_000)),
    step("aPatronAsks", fc.constant(undefined)),
    step("anOperatorAnswers", fc.boolean()),
    step("aPatronWrites", fc.constant(undefined)),
    step("aChatEnds", fc.boolean()),
    step("anOperatorComesOrGoes", fc.constantFrom("available", "away", "gone")),
  ];
}

function checkDesk(setup, rule, { config, steps = 50, ...parameters } = {}) {
  if (typeof rule !== "function") throw new TypeError(`the rule is to be a function, not ${typeof rule}`);
  const story = fc.commands(deskSteps(rule), { maxCommands: steps, size: "max" });
  // What is wrong with the document is no matter of a story.
  new Desk(setup, config);
  const property = fc.property(story, (steps) => {
    fc.modelRun(() => {
      const desk = new Desk(setup, config);
      return { model: { desk }, real: desk };
    }, steps);
  });
  fc.assert(property, parameters);
}

module.exports = { Desk, checkDesk, deskSteps };
