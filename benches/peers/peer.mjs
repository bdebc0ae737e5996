// What the peers written in JavaScript share: what they read, and what they print.

import { readFileSync, writeFileSync } from "node:fs";

/** What a run plays, as the command line says: the workload, how many of its cycles, where to write the choices. */
export function workload() {
  const [path, cycles] = process.argv.slice(2, 4);
  const read = { capacity: 0, operators: new Map(), answered: [], opens: [] };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [word, name, ...more] = line.split(" ");
    if (word === "capacity") read.capacity = Number(name);
    if (word === "operator") read.operators.set(name, more);
    if (word === "answered") read.answered.push({ chat: name, queue: more[0] });
    if (word === "open") read.opens.push({ chat: name, queue: more[0] });
    if (read.opens.length === Number(cycles)) return read;
  }
  throw new Error(`${path} has only ${read.opens.length} cycles`);
}

/**
 * Plays a workload: a cycle is a chat that is opened, claimed, and the oldest that is closed. `router` has `open`,
 * which gives who is rung and at what; `claim` and `close`, which are given it; and `wait`. `rung` says the operator.
 */
export function play({ answered, opens }, router, operatorOf, version) {
  const open = [];
  for (const { chat, queue } of answered) {
    const rung = router.open(chat, queue);
    router.claim(rung);
    open.push(rung);
  }
  const choices = [];
  const untimed = Math.floor(opens.length / 10);
  let started = 0;
  for (const [number, { chat, queue }] of opens.entries()) {
    if (number === untimed) started = performance.now();
    const rung = router.open(chat, queue);
    choices.push(operatorOf(rung));
    router.claim(rung);
    open.push(rung);
    router.close(open[number]);
    open[number] = undefined;
    router.wait();
  }
  const seconds = (performance.now() - started) / 1e3;
  writeFileSync(process.argv[4], `${choices.join("\n")}\n`);
  const commands = 3 * (opens.length - untimed);
  console.log(JSON.stringify({ version, commands, seconds, ns_per_command: (seconds * 1e9) / commands }));
}
