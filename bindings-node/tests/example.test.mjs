// The example is a chat: somebody talks to it.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const EXAMPLE = fileURLToPath(new URL("../examples/chat.mjs", import.meta.url));

/** The port of a host that runs as long as the test. */
async function host(t) {
  const child = spawn(process.execPath, [EXAMPLE, "0"], { stdio: ["ignore", "pipe", "inherit"] });
  t.after(() => child.kill());
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return Number(line.split(" ").at(-1));
}

class Person {
  constructor(port, who) {
    this.socket = connect(port, "localhost");
    this.lines = createInterface({ input: this.socket })[Symbol.asyncIterator]();
    this.says(who);
  }

  says(line) {
    this.socket.write(`${line}\n`);
  }

  async reads(...lines) {
    for (const line of lines) assert.equal((await this.lines.next()).value, line);
  }

  /** Reads on to a line. */
  async until(wanted) {
    for (let left = 10; left > 0; left -= 1) if (wanted.test((await this.lines.next()).value)) return;
    assert.fail(`not heard: ${wanted}`);
  }

  leaves() {
    this.socket.destroy();
  }
}

/** Ways to be gone, of which the host hears no farewell. */
const GONE = {
  "a reset": ({ socket }) => socket.resetAndDestroy(),
  "a reset with a line not yet read": ({ socket }) => socket.write("I\n", () => socket.resetAndDestroy()),
  "half a line": ({ socket }) => socket.end("I was about to"),
  "a line that does not end": ({ socket }) => socket.write("x".repeat(1 << 20)),
  "half a letter": ({ socket }) => socket.end(Buffer.of(0xe2, 0x82)),
};

test("a chat rings, is answered, transferred and closed", { timeout: 30_000 }, async (t) => {
  const port = await host(t);
  const ana = new Person(port, "operator ana");
  const pat = new Person(port, "patron pat");
  ana.says("close");
  await ana.reads("! there is no chat");
  pat.says("Where is the atlas?");
  await ana.reads("* c1 rings");
  await pat.reads("patron: Where is the atlas?");
  ana.says("accept");
  await ana.reads("* ana answers", "| Where is the atlas?");
  await pat.reads("* ana answers");
  const ben = new Person(port, "operator ben");
  ben.says("close");
  await ben.reads("! there is no chat");
  ana.says("transfer ben");
  await ben.reads("* c1 rings");
  ben.says("accept");
  await ben.reads("* ben answers", "| Where is the atlas?");
  await pat.reads("* ben answers");
  ben.says("On the second floor.");
  await pat.reads("ben: On the second floor.");
  ben.says("close");
  await pat.reads("* the chat is over");
  for (const person of [ana, ben, pat]) person.leaves();
});

test("a chat rolls over by the alarm", { timeout: 30_000 }, async (t) => {
  const port = await host(t);
  const ana = new Person(port, "operator ana");
  const ben = new Person(port, "operator ben");
  for (const person of [ana, ben]) {
    person.says("close");
    await person.reads("! there is no chat");
  }
  const pat = new Person(port, "patron pat");
  pat.says("Anybody there?");
  await ana.reads("* c1 rings");
  await ben.reads("* c1 rings"); // ten seconds later, and nobody gave a command
  ben.says("accept");
  await pat.reads("patron: Anybody there?", "* ben answers");
  await ana.reads("* it rings no more");
  for (const person of [ana, ben, pat]) person.leaves();
});

for (const [how, goes] of Object.entries(GONE)) {
  test(`who is gone by ${how} has left`, { timeout: 30_000 }, async (t) => {
    const port = await host(t);
    const [ana, ben] = [new Person(port, "operator ana"), new Person(port, "operator ben")];
    for (const person of [ana, ben]) {
      person.says("close");
      await person.reads("! there is no chat");
    }
    const [pat, paul] = [new Person(port, "patron pat"), new Person(port, "patron paul")];
    for (const socket of [ana.socket, pat.socket]) socket.on("error", () => {});
    pat.says("Where is the atlas?");
    await ana.reads("* c1 rings");
    ana.says("accept");
    await ana.reads("* ana answers", "| Where is the atlas?");
    goes(ana);
    await ben.reads("* c1 rings");
    ben.says("accept");
    await ben.reads("* ben answers", "| Where is the atlas?");
    goes(pat);
    await ben.until(/the chat is over$/);
    paul.says("Anybody there?");
    await ben.until(/c\d rings$/);
    for (const person of [ben, paul]) person.leaves();
  });
}

test("what is no UTF-8 is a message like others", { timeout: 30_000 }, async (t) => {
  const port = await host(t);
  const [ana, pat] = [new Person(port, "operator ana"), new Person(port, "patron pat")];
  pat.socket.write(Buffer.from([0x68, 0xff, 0xfe, 0x0a]));
  await pat.reads("patron: h\ufffd\ufffd");
  await ana.reads("* c1 rings");
  for (const person of [ana, pat]) person.leaves();
});

test("who comes again goes on, and who says nobody's name is nobody", { timeout: 30_000 }, async (t) => {
  const port = await host(t);
  const [ana, pat] = [new Person(port, "operator ana"), new Person(port, "patron pat")];
  pat.says("Where is the atlas?");
  await ana.reads("* c1 rings");
  const again = new Person(port, "operator ana");
  assert.equal((await ana.lines.next()).done, true);
  again.says("accept");
  await again.reads("* ana answers", "| Where is the atlas?");
  for (const nobody of ["host", "type host", "operator", "institution ames", "__proto__ x", ""]) {
    const stranger = new Person(port, nobody);
    await stranger.reads("! who are you? `operator ana`, or `patron pat`");
    stranger.leaves();
  }
  const zoe = new Person(port, "operator zoe");
  await zoe.reads("! there is no operator `zoe`");
  again.says("On the second floor.");
  await pat.reads("patron: Where is the atlas?", "* ana answers", "ana: On the second floor.");
  for (const person of [again, pat, zoe]) person.leaves();
});

test("the host says what it says in every language", () => {
  const page = readFileSync(new URL("../../docs/bindings.md", import.meta.url), "utf8");
  const host = fileURLToPath(new URL("../examples/host.mjs", import.meta.url));
  const said = execFileSync(process.execPath, [host], { encoding: "utf8" });
  assert.ok(page.includes(`\`\`\`text\n${said}\`\`\``), said);
});
