// The peer: a router in plain JavaScript for the same job and nothing else. The least busy of a queue is rung, who
// is rung takes the chat, and a chat ends. No timers, no rules of who may, no transcripts, no records.

export class PlainRouter {
  constructor(queues) {
    this.queues = new Map(queues.map(({ id, operators }) => [id, operators.map((name) => ({ name, chats: 0, turn: 0 }))]));
    this.chats = new Map();
    this.offers = 0;
    this.turns = 0;
    this.seq = 0;
    this.now = 0;
  }

  open(chat, queue, patron) {
    if (this.chats.has(chat)) throw new Error(`there is a chat ${chat} already`);
    let best;
    for (const operator of this.queues.get(queue)) {
      const better = !best || operator.chats < best.chats || (operator.chats === best.chats && operator.turn < best.turn);
      if (operator.chats < 4 && better) best = operator;
    }
    if (!best) throw new Error(`nobody is free in ${queue}`);
    best.chats += 1;
    best.turn = this.turns += 1;
    const offer = (this.offers += 1);
    this.chats.set(chat, { patron, queue, offer, operator: best, answered: false });
    return [
      this.event({ type: "chatOpened", chat, queue, patron }),
      this.event({ type: "chatOffered", chat, offer, operator: best.name, origin: queue }),
    ];
  }

  accept(operator, chat, offer) {
    const open = this.chats.get(chat);
    if (!open || open.offer !== offer || open.operator.name !== operator || open.answered) throw new Error("the offer is gone");
    open.answered = true;
    return [
      this.event({ type: "chatClaimed", chat, operator, to: { patron: true, operators: [operator] } }),
      this.event({ type: "transcriptShown", chat, operator, patron: open.patron }),
    ];
  }

  close(operator, chat) {
    const open = this.chats.get(chat);
    if (!open?.answered || open.operator.name !== operator) throw new Error("the chat is not theirs");
    open.operator.chats -= 1;
    open.operator.turn = this.turns += 1;
    this.chats.delete(chat);
    return [this.event({ type: "chatEnded", chat, to: { patron: true, operators: [operator] } })];
  }

  event(what) {
    return { at: this.now, seq: (this.seq += 1), ...what };
  }
}
