// What it costs to cross from JavaScript to the core and back: `npm run bench`, after `npm run build`. Its argument may
// be the program `core_alone`, where it is built already.
//
// A cycle is three commands: a chat opens, who is rung takes it (two events each), and the oldest chat closes (one
// event, with its record). Thirty operators, a third of all places taken, the least busy is rung.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { do_not_optimize, measure } from "mitata";
import { Router } from "refdesk";
import { PlainRouter } from "./plain.mjs";
import { readAll } from "./read.mjs";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const HOST = { type: "host" };
const OPERATORS = Array.from({ length: 30 }, (_, n) => `operator-${n}`);
const SETUP = {
  institutions: [{ id: "ames" }],
  operators: OPERATORS.map((id) => ({ id, institution: "ames", capacity: 4 })),
  queues: [{ id: "reference", institution: "ames", assigned: OPERATORS, policy: { levels: [{ pool: [{ type: "assigned" }], ring: { type: "best", order: "leastBusy" } }] } }],
};
const COMMANDS = [
  ...new Router().plan(SETUP),
  ...OPERATORS.map((operator) => ({ by: HOST, action: { type: "setPresence", operator, session: "desk", show: "available" } })),
];
const LIST = 99;

/** A desk where forty chats are open, and how commands reach it. */
class Desk {
  constructor(apply) {
    this.router = new Router();
    for (const { by, action } of COMMANDS) this.router.apply(by, action);
    this.apply = apply;
    this.number = 0;
    this.open = [];
    this.taken = 0;
    for (let chats = 0; chats < 40; chats += 1) this.opens();
  }

  opens() {
    const number = String((this.number += 1)).padStart(7, "0");
    const [chat, patron] = [`c${number}`, `p${number}`];
    const [, { operator, offer }] = this.apply(this.router, { type: "patron", patron }, { type: "openChat", chat, queue: "reference", patron });
    const by = { type: "operator", operator };
    do_not_optimize(this.apply(this.router, by, { type: "acceptOffer", chat, offer }));
    this.open.push({ chat, by });
  }

  cycle() {
    this.opens();
    const { chat, by } = this.open[this.taken++];
    do_not_optimize(this.apply(this.router, by, { type: "closeChat", chat }));
    if (this.taken === 10_000) this.open.splice(0, this.taken), (this.taken = 0);
  }
}

const typed = (router, by, action) => router.apply(by, action);
const typedRead = (router, by, action) => {
  const events = router.apply(by, action);
  do_not_optimize(readAll(events));
  return events;
};
const json = (router, by, action) => JSON.parse(router.applyJson(JSON.stringify([{ by, action }])))[0].events;

/** The same cycles in lists of 99: as many chats open, are taken that opened in the list before, and end. */
function listed(applyAll, reading) {
  const router = new Router();
  for (const { by, action } of COMMANDS) router.apply(by, action);
  let number = 0;
  let offered = [];
  let answered = [];
  return () => {
    const commands = [];
    for (let chats = 0; chats < LIST / 3; chats += 1) {
      const id = String((number += 1)).padStart(7, "0");
      const [chat, patron] = [`c${id}`, `p${id}`];
      commands.push({ by: { type: "patron", patron }, action: { type: "openChat", chat, queue: "reference", patron } });
    }
    for (const { chat, offer, by } of offered) commands.push({ by, action: { type: "acceptOffer", chat, offer } });
    for (const { chat, by } of answered) commands.push({ by, action: { type: "closeChat", chat } });
    const answers = applyAll(router, commands);
    do_not_optimize(reading ? answers.map(({ events }) => readAll(events)) : answers);
    answered = offered;
    offered = answers.slice(0, LIST / 3).map(({ events: [, { chat, offer, operator }] }) => ({ chat, offer, by: { type: "operator", operator } }));
  };
}

function plain() {
  const router = new PlainRouter([{ id: "reference", operators: OPERATORS }]);
  let number = 0;
  const open = [];
  const opens = () => {
    const id = String((number += 1)).padStart(7, "0");
    const [, { operator, offer }] = router.open(`c${id}`, "reference", `p${id}`);
    do_not_optimize(router.accept(operator, `c${id}`, offer));
    open.push({ chat: `c${id}`, operator });
  };
  for (let chats = 0; chats < 40; chats += 1) opens();
  return () => {
    opens();
    const { operator, chat } = open.shift();
    do_not_optimize(router.close(operator, chat));
  };
}

async function time(name, run, commands) {
  const { min, p50 } = await measure(run, { min_samples: 200, min_cpu_time: 1.5e9 });
  return { name, least: min / commands, median: p50 / commands };
}

/** Ten at a time: a clock is not read as often as commands are given. */
const tenTimes = (run) => () => {
  for (let times = 0; times < 10; times += 1) run();
};

/** The program is built as the module is, unless there is one already. */
function core(built = process.argv[2]) {
  const build = ["run", "-q", "--locked", "-p", "refdesk-node", "--profile", "binding", "--example", "core_alone", "--"];
  const [program, given] = built === undefined ? ["cargo", build] : [built, []];
  const told = execFileSync(program, [...given, JSON.stringify(COMMANDS)], { cwd: PACKAGE, encoding: "utf8" });
  return { name: "the core alone, in Rust", least: Number(told), median: NaN };
}

const native = createRequire(import.meta.url)("../lib/native.js").NativeRouter.create("{}", 0, undefined);
const cycle = (apply) => {
  const desk = new Desk(apply);
  return tenTimes(() => desk.cycle());
};
const rows = [
  core(),
  await time("a call that does nothing", tenTimes(() => do_not_optimize(native.openChats())), 10),
  await time("the same with a text of 40 letters in and one out", tenTimes(() => do_not_optimize(native.applyJson("[                                      ]"))), 10),
  await time("one command, events not looked at", cycle(typed), 30),
  await time("one command, each field of its events read", cycle(typedRead), 30),
  await time("99 commands, events not looked at", listed((router, commands) => router.applyAll(commands), false), LIST),
  await time("99 commands, each field of their events read", listed((router, commands) => router.applyAll(commands), true), LIST),
  await time("one command as JSON", cycle(json), 30),
  await time("99 commands as JSON", listed((router, commands) => JSON.parse(router.applyJson(JSON.stringify(commands))), false), LIST),
  await time("a router in plain JavaScript", tenTimes(plain()), 30),
];
console.log(`Node ${process.version}, ${process.arch}: nanoseconds a command\n`);
console.log("| | least | median |\n|---|--:|--:|");
for (const { name, least, median } of rows) console.log(`| ${name} | ${least.toFixed(0)} | ${Number.isNaN(median) ? "" : median.toFixed(0)} |`);
