// A router belongs to its thread; its snapshot goes to another.

import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { Router } from "refdesk";
import { ANA, PAT, desk, openChat } from "./desk.mjs";

const ACCEPT = { type: "acceptOffer", chat: "c1", offer: 1 };

if (isMainThread) {
  test("threads have routers of their own, and a snapshot goes between them", { timeout: 30_000 }, async () => {
    const router = desk();
    router.apply(PAT, openChat("c1"));
    const asked = Array.from({ length: 3 }, async () => {
      const worker = new Worker(new URL(import.meta.url), { workerData: router.snapshot() });
      const [answer] = await once(worker, "message");
      await worker.terminate();
      return answer;
    });
    const events = router.apply(ANA, ACCEPT);
    for (const answer of await Promise.all(asked)) {
      assert.deepEqual(answer.events, events);
      const back = Router.restore(answer.snapshot);
      assert.equal(back.accepted, router.accepted + 1_000);
      back.checkInvariants();
    }
  });

  test("a router is cloned by nobody but itself", () => {
    assert.throws(() => Router.restore(structuredClone(desk())), { name: "InvalidValue" });
  });
} else {
  const router = Router.restore(workerData);
  const events = router.apply(ANA, ACCEPT);
  for (let n = 0; n < 500; n += 1) {
    router.apply(PAT, openChat(`w${n}`));
    router.apply(PAT, { type: "leaveChat", chat: `w${n}` });
  }
  parentPort.postMessage({ events, snapshot: router.snapshot() });
}
