// A small chat: two operators and as many patrons as like to come, over TCP.
//
//     node examples/chat.mjs 7000
//
// Then, in other terminals, `nc localhost 7000`. The first line says who you are: `operator ana`, `operator ben`,
// `patron pat`. A patron writes, and that opens a chat; Ana is rung, and Ben after ten seconds. Operators write
// `accept`, `decline`, `transfer ben`, `close`, or a message. Who is gone leaves; who comes again goes on.

import { createServer } from "node:net";
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

  apply(who, action) {
    this.wake();
    const [role, name] = who.split(" ");
    try {
      for (const event of this.router.apply({ type: role, [role]: name }, action)) this.carryOut(event);
    } catch (error) {
      if (!(error instanceof RefdeskError)) throw error;
      this.tell(who, `! ${error.message}`);
    }
    this.setAlarm();
  }

  wake() {
    const now = Date.now();
    do for (const event of this.router.advance(now)) this.carryOut(event);
    while ((this.router.deadline()?.at ?? Infinity) <= now);
    this.setAlarm();
  }

  setAlarm() {
    clearTimeout(this.alarm);
    const deadline = this.router.deadline();
    // A timer of Node's is at most 24 days long.
    if (deadline) this.alarm = setTimeout(() => this.wake(), Math.min(Math.max(0, deadline.at - Date.now()), 2 ** 31 - 1));
  }

  carryOut(event) {
    const operator = `operator ${event.operator}`;
    switch (event.type) {
      case "chatOpened":
        return this.chats.set(`patron ${event.patron}`, event.chat);
      case "chatOffered":
        this.offers.set(operator, event);
        return this.tell(operator, `* ${event.chat} rings`);
      case "offerWithdrawn":
      case "offerLapsed":
        this.offers.delete(operator);
        return this.tell(operator, "* it rings no more");
      case "chatClaimed":
        this.chats.set(operator, event.chat);
        return this.tellAll(event, `* ${event.operator} answers`);
      case "transcriptShown":
        return event.handover.entries.forEach(({ body }) => body.type === "message" && this.tell(operator, `| ${body.text}`));
      case "messagePosted":
        return this.tellAll(event, `${event.posted.author.operator ?? "patron"}: ${event.posted.text}`);
      case "transferCompleted":
        return this.chats.delete(`operator ${event.from}`);
      case "chatEnded":
        this.tellAll(event, "* the chat is over");
        for (const [who, chat] of this.chats) if (chat === event.chat) this.chats.delete(who);
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
    const [word, operator] = line.split(" ");
    const { chat: rings, offer } = this.offers.get(who) ?? {};
    let chat = this.chats.get(who);
    if (who.startsWith("operator")) {
      if (word === "accept" && offer) return this.apply(who, { type: "acceptOffer", chat: rings, offer });
      if (word === "decline" && offer) return this.apply(who, { type: "declineOffer", chat: rings, offer });
      if (!chat) return this.tell(who, "! there is no chat");
      if (word === "transfer") return this.apply(who, { type: "transferChat", chat, to: { type: "operator", operator } });
      if (word === "close") return this.apply(who, { type: "closeChat", chat });
    } else if (!chat) {
      chat = `c${(this.numbers += 1)}`;
      this.apply(who, { type: "openChat", chat, queue: "desk", patron: who.split(" ")[1] });
    }
    this.apply(who, { type: "postMessage", chat, message: `m${(this.numbers += 1)}`, text: line });
  }

  comes(who, socket) {
    // The connection before may be dead without anybody having noticed.
    this.people.get(who)?.destroy();
    this.people.set(who, socket);
    const [role, operator] = who.split(" ");
    if (role === "operator") this.apply(who, { type: "setPresence", operator, session: "tab", show: "available" });
  }

  leaves(who) {
    const [role, operator] = who.split(" ");
    const chat = this.chats.get(who);
    for (const here of [this.people, this.chats]) here.delete(who);
    if (role === "operator") this.apply(who, { type: "logOut", operator });
    else if (chat) this.apply(who, { type: "leaveChat", chat });
  }

  meets(socket) {
    let [who, rest] = ["", ""];
    socket.setEncoding("utf8").on("data", (part) => {
      const lines = (rest + part).split("\n");
      rest = lines.pop();
      for (const line of lines.map((line) => line.trim())) {
        if (who) this.says(who, line);
        else if (/^(operator|patron) \S+$/.test(line)) this.comes((who = line), socket);
        else socket.write("! who are you? `operator ana`, or `patron pat`\n");
      }
      // Who does not end a line is sent away.
      if (rest.length > 2 ** 16) socket.destroy();
    });
    // However somebody goes, also by a reset, "close" is the last that is heard of them.
    socket.on("error", () => {}).on("close", () => this.people.get(who) === socket && this.leaves(who));
  }
}

const host = new Host();
host.router.applySetup(SETUP);
const server = createServer((socket) => host.meets(socket));
server.listen(Number(process.argv[2] ?? 7000), "localhost", () => console.log(`listening on ${server.address().port}`));
