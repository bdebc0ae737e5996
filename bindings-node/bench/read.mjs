// A host that looks at each field of the events of a cycle, as it would where it carries them out.

/** Something of all fields, so that none of them is spared. */
export function readAll(events) {
  let seen = 0;
  for (const event of events) seen += event.at + event.seq + read(event);
  return seen;
}

function read(event) {
  switch (event.type) {
    case "chatOpened":
      return event.chat.length + event.queue.length + event.patron.length;
    case "chatOffered":
      return event.chat.length + event.offer + event.operator.length + event.origin.length + event.cause.type.length + event.lapsesAt;
    case "offerWithdrawn":
      return event.chat.length + event.offer + event.operator.length + event.reason.type.length;
    case "chatClaimed":
      return event.chat.length + event.operator.length + reason(event.reason) + recipients(event.to);
    case "transcriptShown":
      return event.chat.length + event.operator.length + handover(event.handover);
    case "chatEnded":
      return event.chat.length + record(event.record) + recipients(event.to);
    default:
      throw new Error(`${event.type} is no part of a cycle`);
  }
}

const recipients = ({ patron, operators }) => Number(patron) + texts(operators);

const reason = ({ type, level, won }) => type.length + level + won.order.length + (won.figure ?? 0) + (won.turn ?? won.registration);

const handover = ({ patron, entries }) => patron.length + transcript(entries);

function texts(list) {
  let seen = 0;
  for (const text of list) seen += text.length;
  return seen;
}

function transcript(entries) {
  let seen = 0;
  for (const { number, at, author, audience, body } of entries) {
    seen += number + at + author.type.length + audience.type.length + body.type.length + (body.operator?.length ?? 0) + (body.outcome?.length ?? 0);
  }
  return seen;
}

function record({ chat, patron, institution, origin, queue, openedAt, endedAt, outcome, answers, offers, hops, transfers, transcript: entries }) {
  let seen = chat.length + patron.length + institution.length + origin.length + queue.length + openedAt + endedAt + outcome.length + offers;
  for (const answer of answers) seen += answer.operator.length + answer.institution.length + answer.at + answer.waited + reason(answer.reason);
  return seen + hops.length + transfers.length + transcript(entries);
}
