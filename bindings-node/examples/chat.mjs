// A small chat: two operators and as many patrons as like to come, over TCP.
//
//     node examples/chat.mjs 7000
//
// Then, in other terminals, `nc localhost 7000`. The first line says who you are: `operator ana`, `operator ben`,
// `patron pat`. A patron writes, and that opens a chat; Ana is rung, and Ben after ten seconds. Operators write
// `accept`, `decline`, `transfer ben`, `close`, or a message.

import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { RefdeskError, Router } from "refdesk";

const ring = (operator, more) => ({ pool: [{ type: "operators", operators: [operator] }], ring: { type: "all" }, ...more });
const SETUP = {
  institutions: [{ id: "ames" }],
  operators: ["ana", "ben"].map((id) => ({ id, institution: "ames", capacity: 1 })),
  queues: [{ id: "desk", institution: "ames", policy: { levels: [ring("ana", { wait: "10 s" }), ring("ben")] } }],
};

/** Hands time and commands in, and carries events out. */
class Host {
  router = new Router({ now: Date.now() });
  /** By whom somebody is: `operator ana`. */
  people = new Map();
  chats = new Map();
  offers = new Map();
  numbers = 0;

  constructor() {
    this.router.applySetup(SETUP);
  }

  apply(who, action) {
    this.wake();
    const [role, name] = who.split(" ");
    try {
      this.carryOut(this.router.apply({ type: role, [role]: name }, action));
    } catch (error) {
      if (!(error instanceof RefdeskError)) throw error;
      this.tell(who, `! ${error.message}`);
    }
    this.setAlarm();
  }

  wake() {
    const now = Date.now();
    do this.carryOut(this.router.advance(now));
    while ((this.router.deadline()?.at ?? Infinity) <= now);
    this.setAlarm();
  }

  setAlarm() {
    clearTimeout(this.alarm);
    const deadline = this.router.deadline();
    // A timer of Node's is at most 24 days long.
    if (deadline) this.alarm = setTimeout(() => this.wake(), Math.min(Math.max(0, deadline.at - Date.now()), 2 ** 31 - 1));
  }

  carryOut(events) {
    for (const event of events) {
      const operator = `operator ${event.operator}`;
      switch (event.type) {
        case "chatOffered":
          this.offers.set(operator, event);
          this.tell(operator, `* ${event.chat} rings`);
          break;
        case "offerWithdrawn":
        case "offerLapsed":
          this.offers.delete(operator);
          this.tell(operator, "* it rings no more");
          break;
        case "chatClaimed":
          this.chats.set(operator, event.chat);
          this.tellAll(event, `* ${event.operator} answers`);
          break;
        case "transcriptShown":
          for (const { body } of event.handover.entries) if (body.type === "message") this.tell(operator, `| ${body.text}`);
          break;
        case "messagePosted":
          this.tellAll(event, `${event.posted.author.operator ?? "patron"}: ${event.posted.text}`);
          break;
        case "transferCompleted":
          this.chats.delete(`operator ${event.from}`);
          break;
        case "chatEnded":
          this.tellAll(event, "* the chat is over");
          for (const [who, chat] of this.chats) if (chat === event.chat) this.chats.delete(who);
      }
    }
  }

  tellAll({ chat, to }, line) {
    for (const operator of to.operators) this.tell(`operator ${operator}`, line);
    for (const [who, other] of this.chats) if (to.patron && other === chat && who.startsWith("patron")) this.tell(who, line);
  }

  tell(who, line) {
    this.people.get(who)?.write(`${line}\n`);
  }

  says(who, line) {
    let chat = this.chats.get(who);
    const offer = this.offers.get(who);
    const [word, operator] = line.split(" ");
    const isOperator = who.startsWith("operator");
    if (isOperator && word === "accept" && offer) this.apply(who, { type: "acceptOffer", chat: offer.chat, offer: offer.offer });
    else if (isOperator && word === "decline" && offer) this.apply(who, { type: "declineOffer", chat: offer.chat, offer: offer.offer });
    else if (isOperator && word === "transfer" && chat) this.apply(who, { type: "transferChat", chat, to: { type: "operator", operator } });
    else if (isOperator && word === "close" && chat) this.apply(who, { type: "closeChat", chat });
    else if (isOperator && !chat) this.tell(who, "! there is no chat");
    else {
      if (!chat) {
        chat = `c${(this.numbers += 1)}`;
        this.chats.set(who, chat);
        this.apply(who, { type: "openChat", chat, queue: "desk", patron: who.split(" ")[1] });
      }
      this.apply(who, { type: "postMessage", chat, message: `m${(this.numbers += 1)}`, text: line });
    }
  }

  async meets(socket) {
    socket.on("error", () => {});
    let who;
    for await (const line of createInterface({ input: socket })) {
      if (who) this.says(who, line);
      else {
        who = line.trim();
        this.people.set(who, socket);
        if (who.startsWith("operator")) this.apply(who, { type: "setPresence", operator: who.split(" ")[1], session: "tab", show: "available" });
      }
    }
    if (!who) return;
    if (who.startsWith("operator")) this.apply(who, { type: "logOut", operator: who.split(" ")[1] });
    else if (this.chats.has(who)) this.apply(who, { type: "leaveChat", chat: this.chats.get(who) });
    this.people.delete(who);
  }
}

const host = new Host();
const server = createServer((socket) => host.meets(socket));
server.listen(Number(process.argv[2] ?? 7000), "localhost", () => console.log(`listening on ${server.address().port}`));
