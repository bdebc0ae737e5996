// A desk for fast-check: it plays patrons, operators and time against a setup document.

"use strict";

const fc = require("fast-check");
const { Refused, Router } = require("./index.js");

const HERE = new Set(["available", "chat"]);
const WAITING = new Set(["waiting", "offered"]);
const HOUR = 3_600_000;

/** How much time goes by. With those of hours a story comes from open hours to closed ones, and back. */
const SPANS = [1, 500, 5_000, 20_000, 60_000, 600_000, HOUR, 8 * HOUR, 24 * HOUR];

/** Whoever goes comes again as often, so that there mostly is somebody. */
const GOINGS = ["is away", "is gone", "pauses", "logs out"];
const COMINGS = GOINGS.map(() => "is available");

class Desk {
  constructor(setup, config = {}, now = 0) {
    this.router = new Router({ config, now });
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

  answered() {
    return [...this.chats.keys()].map((chat) => this.router.viewChat(chat)).filter((view) => view?.phase === "active");
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
    this.advance(this.router.now + millis);
  }

  advance(now) {
    // It stops on its way after `limits.eventsPerAdvance`.
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
        case "chatClaimed":
          // Those who have lost it are told so by `offerWithdrawn`; the offer that has won is over, too.
          for (const [key, { chat, operator }] of this.offers) {
            if (chat === event.chat && operator === event.operator) this.offers.delete(key);
          }
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

/** The transfers that are allowed: who answers which chat, and to whom it may go. */
function transfers(desk) {
  return desk.answered().flatMap(({ chat, owner: operator }) =>
    desk.router
      .targets(chat, { type: "operator", operator })
      .filter(({ refusal }) => refusal === null)
      .map(({ target }) => ({ chat, operator, target })),
  );
}

const shows = (operator, show) => ({ type: "setPresence", operator, session: "desk", show });

const COMINGS_AND_GOINGS = {
  "is available": (operator) => [shows(operator, "available"), { type: "unpause", operator }],
  "is away": (operator) => [shows(operator, "away")],
  "is gone": (operator) => [{ type: "endSession", operator, session: "desk" }],
  pauses: (operator) => [{ type: "pause", operator, reason: "lunch" }],
  "logs out": (operator) => [{ type: "logOut", operator }],
};

/** What happens at a desk: each does it, and says what it was. */
const STEPS = {
  timeGoesBy(desk, _number, millis) {
    desk.passes(millis);
    return millis < HOUR ? `${millis} ms go by` : `${millis / HOUR} h go by`;
  },
  theNextTimerIsDue(desk) {
    const { at } = desk.router.deadline();
    desk.advance(Math.max(at, desk.router.now));
    return "the next timer is due";
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
  anOperatorTransfers(desk, number) {
    const { chat, operator, target } = one(transfers(desk), number);
    desk.does({ type: "operator", operator }, { type: "transferChat", chat, to: target });
    return `${operator} transfers ${chat} to ${target.operator ?? target.queue}`;
  },
  anOperatorComesOrGoes(desk, number, how) {
    const operator = one(desk.operators, number);
    for (const action of COMINGS_AND_GOINGS[how](operator)) desk.does({ type: "operator", operator }, action);
    return `${operator} ${how}`;
  },
};

/** Of what there must be one, for a step to be possible. */
const NEEDS = {
  timeGoesBy: () => 1,
  theNextTimerIsDue: (desk) => (desk.router.deadline() === null ? 0 : 1),
  aPatronAsks: (desk) => desk.queues.length,
  anOperatorAnswers: (desk) => desk.offers.size,
  aPatronWrites: (desk) => desk.chats.size,
  aChatEnds: (desk) => desk.chats.size,
  anOperatorTransfers: (desk) => transfers(desk).length,
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

  /** What it has told belongs to the story in which it did it: fast-check takes the same step into others. */
  [fc.cloneMethod]() {
    return new Step(this.name, this.rule, this.number, this.how);
  }

  toString() {
    return this.told ?? this.name;
  }
}

function deskSteps(rule = () => {}) {
  const step = (name, how) => fc.tuple(fc.nat(), how).map(([number, how]) => new Step(name, rule, number, how));
  return [
    // By their places, so that it shrinks to the shortest that will do.
    step("timeGoesBy", fc.nat(SPANS.length - 1).map((place) => SPANS[place])),
    step("theNextTimerIsDue", fc.constant(undefined)),
    step("aPatronAsks", fc.constant(undefined)),
    step("anOperatorAnswers", fc.constantFrom(true, true, false)),
    step("aPatronWrites", fc.constant(undefined)),
    step("aChatEnds", fc.boolean()),
    step("anOperatorTransfers", fc.constant(undefined)),
    step("anOperatorComesOrGoes", fc.constantFrom(...COMINGS, ...GOINGS)),
  ];
}

function checkDesk(setup, rule, { config, now, steps = 50, ...parameters } = {}) {
  if (typeof rule !== "function") throw new TypeError(`the rule is to be a function, not ${typeof rule}`);
  const story = fc.commands(deskSteps(rule), { maxCommands: steps, size: "max" });
  // What is wrong with the document is no matter of a story.
  new Desk(setup, config, now);
  const property = fc.property(story, (steps) => {
    fc.modelRun(() => {
      const desk = new Desk(setup, config, now);
      return { model: { desk }, real: desk };
    }, steps);
  });
  fc.assert(property, parameters);
}

module.exports = { Desk, checkDesk, deskSteps };
