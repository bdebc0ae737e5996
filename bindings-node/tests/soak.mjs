// Many commands in a loop, and what that leaves behind: `node --expose-gc tests/soak.mjs [commands]`.

import { Refused } from "refdesk";
import { ANA, PAT, desk, openChat } from "./desk.mjs";

const COMMANDS = Number(process.argv[2] ?? 1_000_000);
const router = desk({ limits: { endedIds: 1_000 } });
let number = 0;

/** Five commands, one of them refused: a life of a chat, and all ways into Rust and out of it. */
function life() {
  const chat = `c${(number += 1)}`;
  router.advance(number * 1_000);
  const [, { offer }] = router.apply(PAT, openChat(chat, { context: `what ${number} asks: é` }));
  router.apply(ANA, { type: "acceptOffer", chat, offer });
  try {
    router.apply(ANA, { type: "acceptOffer", chat: "gone", offer });
    throw new Error("there is no such chat");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  const by = { type: "patron", patron: "pat" };
  router.applyAll([
    { by, action: { type: "postMessage", chat, message: "m1", text: "hello" } },
    { by, action: { type: "leaveChat", chat } },
  ]);
  if (number % 1_000 === 0) router.snapshot();
}

function megabytes() {
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss: rss / 2 ** 20, heap: heapUsed / 2 ** 20, external: external / 2 ** 20 };
}

const turns = COMMANDS / 5;
// Twice as many before, so that all that is kept for the next call is there, and the heap as large as it will be.
for (let turn = 0; turn < 2 * turns; turn += 1) life();
const before = megabytes();
for (let turn = 0; turn < turns; turn += 1) life();
const after = megabytes();
const grown = Object.fromEntries(Object.keys(before).map((name) => [name, Number((after[name] - before[name]).toFixed(2))]));
console.log(JSON.stringify({ commands: COMMANDS, openChats: router.openChats, megabytes: after.rss.toFixed(0), grown }));
