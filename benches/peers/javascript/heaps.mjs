// A router in plain JavaScript: one heap a queue, and entries that are out of date are skipped.

import { play, workload } from "../peer.mjs";

/** Whether the first of two entries is the better one: fewer chats, then the earlier turn. */
const before = (one, other) => one.chats < other.chats || (one.chats === other.chats && one.turn < other.turn);

class Heap {
  entries = [];

  push(entry) {
    const { entries } = this;
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(entry, entries[parent])) break;
      entries[at] = entries[parent];
      at = parent;
    }
    entries[at] = entry;
  }

  pop() {
    const { entries } = this;
    const last = entries.pop();
    if (entries.length > 0) this.sink(0, last);
  }

  /** Only those for which `keep` says so. */
  retain(keep) {
    this.entries = this.entries.filter(keep);
    for (let at = (this.entries.length >> 1) - 1; at >= 0; at -= 1) this.sink(at, this.entries[at]);
  }

  sink(from, entry) {
    const { entries } = this;
    let at = from;
    for (let child = 2 * at + 1; child < entries.length; child = 2 * at + 1) {
      if (child + 1 < entries.length && before(entries[child + 1], entries[child])) child += 1;
      if (!before(entries[child], entry)) break;
      entries[at] = entries[child];
      at = child;
    }
    entries[at] = entry;
  }
}

class Heaps {
  constructor({ capacity, operators }) {
    this.capacity = capacity;
    this.queuesOf = operators;
    this.entry = new Map();
    this.offered = new Map();
    this.answering = new Map();
    this.heaps = new Map();
    this.turn = 0;
    for (const [operator, queues] of operators) {
      const entry = { chats: 0, turn: this.turn++, operator };
      this.entry.set(operator, entry);
      for (const queue of queues) {
        if (!this.heaps.has(queue)) this.heaps.set(queue, new Heap());
        this.heaps.get(queue).push(entry);
      }
    }
    this.most = new Map([...this.heaps].map(([queue, heap]) => [queue, 4 * heap.entries.length]));
  }

  /** Offers a chat to the best operator of its queue, and keeps a place for it. */
  open(chat, queue) {
    const heap = this.heaps.get(queue);
    let best = heap.entries[0];
    while (best !== this.entry.get(best.operator)) {
      heap.pop();
      best = heap.entries[0];
    }
    if (best.chats >= this.capacity) throw new Error(`nobody is free in ${queue}`);
    const { operator, chats } = best;
    this.offered.set(chat, operator);
    this.stand(operator, chats + 1);
    return { chat, operator, chats };
  }

  /** The operator who was offered a chat takes it. */
  claim({ chat, operator }) {
    if (this.offered.get(chat) !== operator) throw new Error(`${chat} was not offered to ${operator}`);
    this.offered.delete(chat);
    this.answering.set(chat, operator);
  }

  /** The operator who answers a chat ends it. */
  close({ chat }) {
    const operator = this.answering.get(chat);
    this.answering.delete(chat);
    this.stand(operator, this.entry.get(operator).chats - 1);
  }

  /** It has no clock. */
  wait() {}

  stand(operator, chats) {
    const entry = { chats, turn: this.turn++, operator };
    this.entry.set(operator, entry);
    for (const queue of this.queuesOf.get(operator)) {
      const heap = this.heaps.get(queue);
      heap.push(entry);
      // Busy entries that are out of date sink, and would stay for ever.
      if (heap.entries.length > this.most.get(queue)) heap.retain((one) => one === this.entry.get(one.operator));
    }
  }
}

const given = workload();
play(given, new Heaps(given), ({ operator, chats }) => `${operator} ${chats}`, process.version.slice(1));
