// Written by `make mirror` from the sources of the core and from `src/stream.js`: what is changed here by
// hand is lost.

"use strict";

// The bytes in which values cross between JavaScript and Rust: the other half is `stream.rs`, which says how.
// The thread has one buffer, and a crossing uses it from the beginning.

const { InvalidValue } = require("./errors.js");
const { isError, isPlain, kindOf, noError, plainJson } = require("./given.js");

const DOUBLE = 252;
const WORD = 253;
const AGAIN = 128;
const LONG_ASCII = 192;
const LONG = 193;
const REMEMBERED = 64;

let bytes = Buffer.allocUnsafeSlow(16384);
let view = new DataView(bytes.buffer);
let at = 0;

/** The texts of this crossing, as far as they are remembered. */
let known = [];
let many = 0;

/** Where in a value the writing is, for what is wrong with it. */
const trail = [];
let depth = 0;

/** How many crossings there were. */
let crossings = 0;

/** Begins to write a crossing, and gives its number. */
function begin() {
  at = 0;
  many = 0;
  depth = 0;
  return (crossings += 1);
}

/** Begins with the next command of a list. */
function remember() {
  many = 0;
}

/** The texts of the last one. */
function remembered() {
  return known.slice(0, many);
}

/** The texts of the one that is read next. */
function recall(texts) {
  known = texts;
  many = texts.length;
}

/** How many bytes are written. A getter of a value may have begun another crossing in the midst of it. */
function written(crossing) {
  if (crossing !== crossings) throw new InvalidValue("a value calls the router while it is read");
  return at;
}

function buffer() {
  return bytes;
}

/** Begins to read what came back: `length` bytes, of which `fetch` has those that had no room. */
function receive(length, native) {
  if (length > bytes.length) {
    grow(length);
    native.fetch(bytes);
  }
  at = 0;
}

/** Room for so many bytes more; what is written already stays. */
function room(wanted) {
  if (at + wanted > bytes.length) grow(at + wanted);
}

function grow(length) {
  const larger = Buffer.allocUnsafeSlow(Math.max(length, 2 * bytes.length));
  bytes.copy(larger, 0, 0, at);
  bytes = larger;
  view = new DataView(bytes.buffer);
}

// What goes in.

/** What is wrong, and where. */
function fault(key, text) {
  let path = "";
  for (const part of [...trail.slice(0, depth), key]) {
    path += typeof part === "number" ? `[${part}]` : path === "" ? part : `.${part}`;
  }
  return new InvalidValue(path === "" ? text : `\`${path}\`: ${text}`);
}

/** What has been thrown while a value was written: by its own code, where it is no error. */
function thrownBy(thrown) {
  return isError(thrown) ? thrown : fault(depth === 0 ? "" : trail[(depth -= 1)], noError(thrown));
}

function wanted(key, what, value) {
  return fault(key, value === undefined ? `${what} is missing` : `${what} is wanted, not ${kindOf(value)}`);
}

function enter(key) {
  trail[depth++] = key;
}

function leave() {
  depth -= 1;
}

function isObject(value, key, what) {
  if (typeof value !== "object" || value === null) throw wanted(key, what, value);
}

/** Of what has no `type`, anything might be taken for one that is empty. */
function isThing(value, key) {
  if (!isPlain(value)) throw wanted(key, "an object", value);
}

/** How many keys it has. */
function keys(value) {
  let count = 0;
  for (const _ in value) count += 1;
  return count;
}

/** It has another number of keys than are known: one is unknown, or only looks as if it were there. */
function checkKeys(value, names) {
  for (const name in value) {
    if (value[name] !== undefined && !names.includes(name)) {
      throw fault(name, `there is no such key: \`${names.join("`, `")}\` may be given`);
    }
  }
}

function noSuch(value, key, kinds) {
  const others = kinds.length > 16 ? "" : `: one of \`${kinds.join("`, `")}\` is wanted`;
  if (value === undefined) return fault(key, `it is missing${others}`);
  return fault(key, `there is no ${typeof value === "string" ? `\`${value}\`` : kindOf(value)}${others}`);
}

function putByte(byte) {
  if (at === bytes.length) grow(at + 1);
  bytes[at++] = byte;
}

function putNone(count) {
  room(count);
  for (let left = count; left > 0; left -= 1) bytes[at++] = 0;
}

function putFlag(value, key) {
  if (typeof value !== "boolean") throw wanted(key, "true or false", value);
  putByte(value ? 1 : 0);
}

function putNumber(value, key) {
  if (typeof value !== "number") throw wanted(key, "a number", value);
  room(9);
  if ((value | 0) === value && value >= 0 && value < DOUBLE) {
    bytes[at++] = value;
  } else {
    bytes[at++] = DOUBLE;
    view.setFloat64(at, value, true);
    at += 8;
  }
}

/** Milliseconds, or a `Date`. */
function putInstant(value, key) {
  if (value instanceof Date) putNumber(value.getTime(), key);
  else if (typeof value !== "number") throw wanted(key, "a number of milliseconds or a Date", value);
  else putNumber(value, key);
}

function putText(value, key) {
  if (typeof value !== "string") throw wanted(key, "a text", value);
  const length = value.length;
  if (length >= AGAIN) return putLong(value, key);
  room(length + 1);
  let to = at + 1;
  for (let from = 0; from < length; from += 1) {
    const letter = value.charCodeAt(from);
    if (letter > 127) return putLong(value, key);
    bytes[to++] = letter;
  }
  bytes[at] = length;
  at = to;
  if (many < REMEMBERED) known[many++] = value;
}

function putLong(value, key) {
  if (!value.isWellFormed()) throw fault(key, "half of a surrogate pair is no text");
  room(5 + 3 * value.length);
  const length = bytes.write(value, at + 5, "utf8");
  bytes[at] = LONG;
  view.setUint32(at + 1, length, true);
  at += 5 + length;
}

/** 64 hexadecimal digits, or 32 bytes. */
function putDigest(value, key) {
  putText(value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value, key);
}

function putWord(words, value, key) {
  const number = words.indexOf(value);
  if (number < 0) throw noSuch(value, key, words);
  putByte(number);
}

function putList(values, key, put) {
  if (!Array.isArray(values)) throw wanted(key, "a list", values);
  // A list that grows while it is read has as many as it had.
  const { length } = values;
  putNumber(length, key);
  enter(key);
  for (let number = 0; number < length; number += 1) put(values[number], number);
  leave();
}

function putMap(values, key, put) {
  isThing(values, key);
  const entries = Object.entries(values);
  putNumber(entries.length, key);
  enter(key);
  for (const [name, value] of entries) {
    putText(name, name);
    put(value, name);
  }
  leave();
}

/** What has many parts and is seldom seen goes as JSON. */
function putJson(value, key) {
  isThing(value, key);
  putLong(plainJson(value, (path, text) => fault(`${key}${path}`, text)), key);
}

/** What a message says: one of both. */
function putContent(value) {
  if (value.reference === undefined) {
    putByte(0);
    putText(value.text, "text");
  } else if (value.text !== undefined) {
    throw fault("reference", "a message has either a text or a reference");
  } else {
    putByte(1);
    putReference(value.reference, "reference");
  }
}

// What comes out.

function flag() {
  return bytes[at++] !== 0;
}

function number() {
  const head = bytes[at++];
  if (head < DOUBLE) return head;
  if (head === WORD) {
    const word = view.getUint32(at, true);
    at += 4;
    return word;
  }
  const double = view.getFloat64(at, true);
  at += 8;
  return double;
}

function text() {
  const head = bytes[at++];
  if (head >= LONG_ASCII) return long(head);
  if (head >= AGAIN) return known[head - AGAIN];
  const from = at;
  at += head;
  const made = head > 24 ? bytes.latin1Slice(from, at) : short(from, at);
  if (many < REMEMBERED) known[many++] = made;
  return made;
}

/** A short text is made sooner here than by a call out of JavaScript. */
function short(from, end) {
  let made = "";
  let next = from;
  for (; next + 4 <= end; next += 4) {
    made += String.fromCharCode(bytes[next], bytes[next + 1], bytes[next + 2], bytes[next + 3]);
  }
  for (; next < end; next += 1) made += String.fromCharCode(bytes[next]);
  return made;
}

function long(head) {
  const from = at + 4;
  at = from + view.getUint32(at, true);
  return bytes.toString(head === LONG_ASCII ? "latin1" : "utf8", from, at);
}

function word(words) {
  return words[bytes[at++]];
}

function list(take) {
  const count = number();
  // What nearly every list is, without an array that grows.
  if (count === 1) return [take()];
  if (count === 2) return [take(), take()];
  const items = [];
  for (let left = count; left > 0; left -= 1) items.push(take());
  return items;
}

function parsed() {
  return JSON.parse(text());
}

function takeContent(value) {
  if (flag()) value.reference = takeReference();
  else value.text = text();
}

const ANSWERED_BY = ["home", "partner", "backup"];
const IDLER = ["patron", "operator"];
const LIMITED = ["institutions", "operators", "queues", "groups", "openChats", "openChatsOfPatron", "waiting", "participants", "sessions", "memberships", "skills", "needs", "demands", "excluded", "sources", "operatorsNamed", "grants", "transcriptEntries", "tags", "hops", "buddies", "buddyRequests", "blocked", "contacts"];
const MEASURED = ["message", "note", "context", "reference", "label", "profile"];
const ORDER = ["leastBusy", "mostSpare", "longestIdle", "roundRobin", "weightedRoundRobin", "fixedRanks"];
const OUTCOME = ["abandoned", "patronLeft", "closed", "forceClosed", "patronIdle", "messageTaken", "closedByQueue"];
const PART = ["invited", "observer", "whisperer"];
const PHASE = ["waiting", "offered", "active", "onHold", "transferring", "consulting", "wrapUp", "ended"];
const POLICY_FAULT = ["noLevels", "tooManyLevels", "emptyPool", "ringsNobody", "lapsesAtOnce", "pauseTooShort", "pausesAtOnce", "noSuchSkillLevel", "namesItself", "circle", "keepsWaiting", "endsAtOnce", "idlesAtOnce"];
const PRESENCE = ["chat", "available", "away", "xa", "dnd", "offline"];
const QUEUE_STATE = ["open", "draining", "closed"];
const REQUEUE_REASON = ["operatorLost", "grantEnded", "overflow", "operatorIdle"];
const ROLL_REASON = ["unanswered", "allDeclined", "nobodyThere", "allBusy", "outOfHours"];
const STANZA = ["subscribe", "subscribed", "unsubscribe", "unsubscribed"];
const SUBSCRIPTION = ["none", "nonePendingOut", "nonePendingIn", "nonePendingOutIn", "to", "toPendingIn", "from", "fromPendingOut", "both"];
const TRANSFER_FAILURE = ["declined", "lapsed", "cancelled", "targetLost", "senderLost", "nobodyThere", "grantEnded", "queueClosed", "reassigned", "chatEnded"];
const TRANSFER_MODE = ["blind", "consult", "join"];
const USE = ["operators", "queues", "groups", "partnerships", "policy", "chats"];
const SHOW = ["chat", "available", "away", "xa", "dnd"];
const SWITCH = ["open", "draining", "closed", "byHours"];

function putActor(value, key) {
  isObject(value, key, "an object");
  enter(key);
  switch (value.type) {
    case "host":
      putByte(0);
      break;
    case "institution":
      putByte(1);
      putText(value.institution, "institution");
      if (keys(value) !== 2) checkKeys(value, ["type", "institution"]);
      break;
    case "operator":
      putByte(2);
      putText(value.operator, "operator");
      if (keys(value) !== 2) checkKeys(value, ["type", "operator"]);
      break;
    case "patron":
      putByte(3);
      putText(value.patron, "patron");
      if (keys(value) !== 2) checkKeys(value, ["type", "patron"]);
      break;
    default:
      throw noSuch(value.type, "type", ["host", "institution", "operator", "patron"]);
  }
  leave();
}

function putAudience(value, key) {
  isObject(value, key, "an object");
  enter(key);
  switch (value.type) {
    case "everyone":
      putByte(0);
      break;
    case "staff":
      putByte(1);
      break;
    case "institution":
      putByte(2);
      putText(value.institution, "institution");
      if (keys(value) !== 2) checkKeys(value, ["type", "institution"]);
      break;
    default:
      throw noSuch(value.type, "type", ["everyone", "staff", "institution"]);
  }
  leave();
}

function putNeed(value, key) {
  isThing(value, key);
  enter(key);
  putText(value.skill, "skill");
  if (keys(value) === 1) {
    putNone(1);
  } else {
    checkKeys(value, ["skill", "atLeast"]);
    if (value.atLeast === undefined) putByte(0);
    else {
      putByte(1);
      putNumber(value.atLeast, "atLeast");
    }
  }
  leave();
}

function putParty(value, key) {
  isObject(value, key, "an object");
  enter(key);
  switch (value.type) {
    case "operator":
      putByte(0);
      putText(value.operator, "operator");
      if (keys(value) !== 2) checkKeys(value, ["type", "operator"]);
      break;
    case "queue":
      putByte(1);
      putText(value.queue, "queue");
      if (keys(value) !== 2) checkKeys(value, ["type", "queue"]);
      break;
    case "contact":
      putByte(2);
      putText(value.contact, "contact");
      if (keys(value) !== 2) checkKeys(value, ["type", "contact"]);
      break;
    default:
      throw noSuch(value.type, "type", ["operator", "queue", "contact"]);
  }
  leave();
}

function putReference(value, key) {
  isThing(value, key);
  enter(key);
  putText(value.key, "key");
  if (keys(value) === 1) {
    putNone(2);
  } else {
    checkKeys(value, ["key", "bytes", "digest"]);
    if (value.bytes == null) putByte(0);
    else {
      putByte(1);
      putNumber(value.bytes, "bytes");
    }
    if (value.digest == null) putByte(0);
    else {
      putByte(1);
      putText(value.digest, "digest");
    }
  }
  leave();
}

function putTarget(value, key) {
  isObject(value, key, "an object");
  enter(key);
  switch (value.type) {
    case "operator":
      putByte(0);
      putText(value.operator, "operator");
      if (keys(value) !== 2) checkKeys(value, ["type", "operator"]);
      break;
    case "queue":
      putByte(1);
      putText(value.queue, "queue");
      if (keys(value) !== 2) checkKeys(value, ["type", "queue"]);
      break;
    default:
      throw noSuch(value.type, "type", ["operator", "queue"]);
  }
  leave();
}

function putAddInstitution(value) {
  putByte(0);
  putText(value.institution, "institution");
  if (keys(value) !== 2) checkKeys(value, ["type", "institution"]);
}

function putRemoveInstitution(value) {
  putByte(1);
  putText(value.institution, "institution");
  if (keys(value) !== 2) checkKeys(value, ["type", "institution"]);
}

function putAddOperator(value) {
  putByte(2);
  putText(value.operator, "operator");
  putText(value.institution, "institution");
  putNumber(value.capacity, "capacity");
  if (keys(value) !== 4) checkKeys(value, ["type", "operator", "institution", "capacity"]);
}

function putSetCapacity(value) {
  putByte(3);
  putText(value.operator, "operator");
  putNumber(value.capacity, "capacity");
  if (keys(value) !== 3) checkKeys(value, ["type", "operator", "capacity"]);
}

function putSetSkills(value) {
  putByte(4);
  putText(value.operator, "operator");
  putMap(value.skills, "skills", putNumber);
  if (keys(value) !== 3) checkKeys(value, ["type", "operator", "skills"]);
}

function putRemoveOperator(value) {
  putByte(5);
  putText(value.operator, "operator");
  if (keys(value) !== 2) checkKeys(value, ["type", "operator"]);
}

function putAddQueue(value) {
  putByte(6);
  putText(value.queue, "queue");
  putText(value.institution, "institution");
  putJson(value.policy, "policy");
  if (keys(value) !== 4) checkKeys(value, ["type", "queue", "institution", "policy"]);
}

function putWatchAvailability(value) {
  putByte(7);
  putText(value.queue, "queue");
  if (keys(value) === 2) {
    putNone(1);
  } else {
    checkKeys(value, ["type", "queue", "watch"]);
    if (value.watch === undefined) putByte(0);
    else {
      putByte(1);
      putFlag(value.watch, "watch");
    }
  }
}

function putSetPolicy(value) {
  putByte(8);
  putText(value.queue, "queue");
  putJson(value.policy, "policy");
  if (keys(value) !== 3) checkKeys(value, ["type", "queue", "policy"]);
}

function putSetHours(value) {
  putByte(9);
  putText(value.queue, "queue");
  if (keys(value) === 2) {
    putNone(1);
  } else {
    checkKeys(value, ["type", "queue", "hours"]);
    if (value.hours == null) putByte(0);
    else {
      putByte(1);
      putJson(value.hours, "hours");
    }
  }
}

function putSetQueueState(value) {
  putByte(10);
  putText(value.queue, "queue");
  putWord(SWITCH, value.state, "state");
  if (keys(value) !== 3) checkKeys(value, ["type", "queue", "state"]);
}

function putSetProfile(value) {
  putByte(11);
  putText(value.queue, "queue");
  if (keys(value) === 2) {
    putNone(1);
  } else {
    checkKeys(value, ["type", "queue", "profile"]);
    if (value.profile == null) putByte(0);
    else {
      putByte(1);
      putText(value.profile, "profile");
    }
  }
}

function putRemoveQueue(value) {
  putByte(12);
  putText(value.queue, "queue");
  if (keys(value) !== 2) checkKeys(value, ["type", "queue"]);
}

function putSetGroup(value) {
  putByte(13);
  putText(value.group, "group");
  putText(value.institution, "institution");
  putList(value.operators, "operators", putText);
  if (keys(value) !== 4) checkKeys(value, ["type", "group", "institution", "operators"]);
}

function putRemoveGroup(value) {
  putByte(14);
  putText(value.group, "group");
  if (keys(value) !== 2) checkKeys(value, ["type", "group"]);
}

function putAssignOperator(value) {
  putByte(15);
  putText(value.operator, "operator");
  putText(value.queue, "queue");
  if (keys(value) === 3) {
    putNone(4);
  } else {
    checkKeys(value, ["type", "operator", "queue", "enabled", "rank", "weight", "limit"]);
    if (value.limit == null) putByte(0);
    else {
      putByte(1);
      putNumber(value.limit, "limit");
    }
    if (value.enabled === undefined) putByte(0);
    else {
      putByte(1);
      putFlag(value.enabled, "enabled");
    }
    if (value.rank === undefined) putByte(0);
    else {
      putByte(1);
      putNumber(value.rank, "rank");
    }
    if (value.weight === undefined) putByte(0);
    else {
      putByte(1);
      putNumber(value.weight, "weight");
    }
  }
}

function putUnassignOperator(value) {
  putByte(16);
  putText(value.operator, "operator");
  putText(value.queue, "queue");
  if (keys(value) !== 3) checkKeys(value, ["type", "operator", "queue"]);
}

function putOptIn(value) {
  putByte(17);
  putText(value.operator, "operator");
  putText(value.queue, "queue");
  if (keys(value) !== 3) checkKeys(value, ["type", "operator", "queue"]);
}

function putOptOut(value) {
  putByte(18);
  putText(value.operator, "operator");
  putText(value.queue, "queue");
  if (keys(value) !== 3) checkKeys(value, ["type", "operator", "queue"]);
}

function putSetSupervisor(value) {
  putByte(19);
  putText(value.operator, "operator");
  if (keys(value) === 2) {
    putNone(2);
  } else {
    checkKeys(value, ["type", "operator", "queues", "groups"]);
    if (value.queues === undefined) putByte(0);
    else {
      putByte(1);
      putList(value.queues, "queues", putText);
    }
    if (value.groups === undefined) putByte(0);
    else {
      putByte(1);
      putList(value.groups, "groups", putText);
    }
  }
}

function putProposePartnership(value) {
  putByte(20);
  putText(value.with, "with");
  putJson(value.terms, "terms");
  if (keys(value) !== 3) checkKeys(value, ["type", "with", "terms"]);
}

function putAcceptPartnership(value) {
  putByte(21);
  putText(value.with, "with");
  putNumber(value.proposal, "proposal");
  if (keys(value) !== 3) checkKeys(value, ["type", "with", "proposal"]);
}

function putDeclinePartnership(value) {
  putByte(22);
  putText(value.with, "with");
  putNumber(value.proposal, "proposal");
  if (keys(value) !== 3) checkKeys(value, ["type", "with", "proposal"]);
}

function putEndPartnership(value) {
  putByte(23);
  putText(value.with, "with");
  if (keys(value) !== 2) checkKeys(value, ["type", "with"]);
}

function putPostListing(value) {
  putByte(24);
  putJson(value.terms, "terms");
  if (keys(value) !== 2) checkKeys(value, ["type", "terms"]);
}

function putWithdrawListing(value) {
  putByte(25);
}

function putSeeListings(value) {
  putByte(26);
  putFlag(value.sees, "sees");
  if (keys(value) !== 2) checkKeys(value, ["type", "sees"]);
}

function putAnswerListing(value) {
  putByte(27);
  putText(value.of, "of");
  if (keys(value) !== 2) checkKeys(value, ["type", "of"]);
}

function putSetPresence(value) {
  putByte(28);
  putText(value.operator, "operator");
  putText(value.session, "session");
  putWord(SHOW, value.show, "show");
  if (keys(value) === 4) {
    putNone(1);
  } else {
    checkKeys(value, ["type", "operator", "session", "show", "priority"]);
    if (value.priority === undefined) putByte(0);
    else {
      putByte(1);
      putNumber(value.priority, "priority");
    }
  }
}

function putEndSession(value) {
  putByte(29);
  putText(value.operator, "operator");
  putText(value.session, "session");
  if (keys(value) !== 3) checkKeys(value, ["type", "operator", "session"]);
}

function putLogOut(value) {
  putByte(30);
  putText(value.operator, "operator");
  if (keys(value) !== 2) checkKeys(value, ["type", "operator"]);
}

function putFinishThenLeave(value) {
  putByte(31);
  putText(value.operator, "operator");
  if (keys(value) === 2) {
    putNone(1);
  } else {
    checkKeys(value, ["type", "operator", "leaves"]);
    if (value.leaves === undefined) putByte(0);
    else {
      putByte(1);
      putFlag(value.leaves, "leaves");
    }
  }
}

function putPause(value) {
  putByte(32);
  putText(value.operator, "operator");
  putText(value.reason, "reason");
  if (keys(value) !== 3) checkKeys(value, ["type", "operator", "reason"]);
}

function putUnpause(value) {
  putByte(33);
  putText(value.operator, "operator");
  if (keys(value) !== 2) checkKeys(value, ["type", "operator"]);
}

function putOpenChat(value) {
  putByte(34);
  putText(value.chat, "chat");
  putText(value.queue, "queue");
  putText(value.patron, "patron");
  if (keys(value) === 4) {
    putNone(9);
  } else {
    checkKeys(value, ["type", "chat", "queue", "patron", "priority", "preferred", "returns", "excluded", "needs", "context", "channel", "salt", "practice"]);
    if (value.preferred == null) putByte(0);
    else {
      putByte(1);
      putText(value.preferred, "preferred");
    }
    if (value.returns == null) putByte(0);
    else {
      putByte(1);
      putText(value.returns, "returns");
    }
    if (value.context == null) putByte(0);
    else {
      putByte(1);
      putText(value.context, "context");
    }
    if (value.channel == null) putByte(0);
    else {
      putByte(1);
      putText(value.channel, "channel");
    }
    if (value.salt == null) putByte(0);
    else {
      putByte(1);
      putDigest(value.salt, "salt");
    }
    if (value.priority === undefined) putByte(0);
    else {
      putByte(1);
      putNumber(value.priority, "priority");
    }
    if (value.excluded === undefined) putByte(0);
    else {
      putByte(1);
      putList(value.excluded, "excluded", putText);
    }
    if (value.needs === undefined) putByte(0);
    else {
      putByte(1);
      putList(value.needs, "needs", putNeed);
    }
    if (value.practice === undefined) putByte(0);
    else {
      putByte(1);
      putFlag(value.practice, "practice");
    }
  }
}

function putAcceptOffer(value) {
  putByte(35);
  putText(value.chat, "chat");
  putNumber(value.offer, "offer");
  if (keys(value) !== 3) checkKeys(value, ["type", "chat", "offer"]);
}

function putDeclineOffer(value) {
  putByte(36);
  putText(value.chat, "chat");
  putNumber(value.offer, "offer");
  if (keys(value) !== 3) checkKeys(value, ["type", "chat", "offer"]);
}

function putPickChat(value) {
  putByte(37);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putAssignChat(value) {
  putByte(38);
  putText(value.chat, "chat");
  putText(value.operator, "operator");
  if (keys(value) !== 3) checkKeys(value, ["type", "chat", "operator"]);
}

function putPostMessage(value) {
  putByte(39);
  putText(value.chat, "chat");
  putText(value.message, "message");
  putContent(value);
  if (keys(value) === 4) {
    putNone(1);
  } else {
    checkKeys(value, ["type", "chat", "message", "audience", "text", "reference"]);
    if (value.audience === undefined) putByte(0);
    else {
      putByte(1);
      putAudience(value.audience, "audience");
    }
  }
}

function putLeaveChat(value) {
  putByte(40);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putCloseChat(value) {
  putByte(41);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putFinishWrapUp(value) {
  putByte(42);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putDescribeChat(value) {
  putByte(43);
  putText(value.chat, "chat");
  if (keys(value) === 2) {
    putNone(3);
  } else {
    checkKeys(value, ["type", "chat", "tags", "followUp", "resolution"]);
    if (value.tags == null) putByte(0);
    else {
      putByte(1);
      putList(value.tags, "tags", putText);
    }
    if (value.followUp == null) putByte(0);
    else {
      putByte(1);
      putFlag(value.followUp, "followUp");
    }
    if (value.resolution == null) putByte(0);
    else {
      putByte(1);
      putText(value.resolution, "resolution");
    }
  }
}

function putMaskPatron(value) {
  putByte(44);
  putText(value.chat, "chat");
  putText(value.name, "name");
  if (keys(value) !== 3) checkKeys(value, ["type", "chat", "name"]);
}

function putHoldChat(value) {
  putByte(45);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putResumeChat(value) {
  putByte(46);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putStartChat(value) {
  putByte(47);
  putText(value.chat, "chat");
  putText(value.queue, "queue");
  putText(value.patron, "patron");
  if (keys(value) === 4) {
    putNone(4);
  } else {
    checkKeys(value, ["type", "chat", "queue", "patron", "context", "channel", "salt", "practice"]);
    if (value.context == null) putByte(0);
    else {
      putByte(1);
      putText(value.context, "context");
    }
    if (value.channel == null) putByte(0);
    else {
      putByte(1);
      putText(value.channel, "channel");
    }
    if (value.salt == null) putByte(0);
    else {
      putByte(1);
      putDigest(value.salt, "salt");
    }
    if (value.practice === undefined) putByte(0);
    else {
      putByte(1);
      putFlag(value.practice, "practice");
    }
  }
}

function putDropPatron(value) {
  putByte(48);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putReturnPatron(value) {
  putByte(49);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putInviteOperator(value) {
  putByte(50);
  putText(value.chat, "chat");
  putText(value.operator, "operator");
  if (keys(value) === 3) {
    putNone(1);
  } else {
    checkKeys(value, ["type", "chat", "operator", "note"]);
    if (value.note == null) putByte(0);
    else {
      putByte(1);
      putText(value.note, "note");
    }
  }
}

function putJoinChat(value) {
  putByte(51);
  putText(value.chat, "chat");
  putWord(PART, value.part, "part");
  if (keys(value) !== 3) checkKeys(value, ["type", "chat", "part"]);
}

function putRemoveParticipant(value) {
  putByte(52);
  putText(value.chat, "chat");
  putText(value.operator, "operator");
  if (keys(value) !== 3) checkKeys(value, ["type", "chat", "operator"]);
}

function putAskBackChat(value) {
  putByte(53);
  putText(value.chat, "chat");
  if (keys(value) !== 2) checkKeys(value, ["type", "chat"]);
}

function putTransferChat(value) {
  putByte(54);
  putText(value.chat, "chat");
  putTarget(value.to, "to");
  if (keys(value) === 3) {
    putNone(4);
  } else {
    checkKeys(value, ["type", "chat", "to", "reason", "note", "mode", "preferred"]);
    if (value.reason == null) putByte(0);
    else {
      putByte(1);
      putText(value.reason, "reason");
    }
    if (value.note == null) putByte(0);
    else {
      putByte(1);
      putText(value.note, "note");
    }
    if (value.preferred == null) putByte(0);
    else {
      putByte(1);
      putText(value.preferred, "preferred");
    }
    if (value.mode === undefined) putByte(0);
    else {
      putByte(1);
      putWord(TRANSFER_MODE, value.mode, "mode");
    }
  }
}

function putCompleteTransfer(value) {
  putByte(55);
  putText(value.chat, "chat");
  putNumber(value.transfer, "transfer");
  if (keys(value) !== 3) checkKeys(value, ["type", "chat", "transfer"]);
}

function putReturnChat(value) {
  putByte(56);
  putText(value.chat, "chat");
  if (keys(value) === 2) {
    putNone(2);
  } else {
    checkKeys(value, ["type", "chat", "reason", "note"]);
    if (value.reason == null) putByte(0);
    else {
      putByte(1);
      putText(value.reason, "reason");
    }
    if (value.note == null) putByte(0);
    else {
      putByte(1);
      putText(value.note, "note");
    }
  }
}

function putCancelTransfer(value) {
  putByte(57);
  putText(value.chat, "chat");
  putNumber(value.transfer, "transfer");
  if (keys(value) !== 3) checkKeys(value, ["type", "chat", "transfer"]);
}

function putAllowForeignBuddies(value) {
  putByte(58);
  putText(value.institution, "institution");
  putFlag(value.allow, "allow");
  if (keys(value) !== 3) checkKeys(value, ["type", "institution", "allow"]);
}

function putSubscribe(value) {
  putByte(59);
  putParty(value.party, "party");
  putParty(value.buddy, "buddy");
  if (keys(value) !== 3) checkKeys(value, ["type", "party", "buddy"]);
}

function putApproveSubscription(value) {
  putByte(60);
  putParty(value.party, "party");
  putParty(value.buddy, "buddy");
  if (keys(value) !== 3) checkKeys(value, ["type", "party", "buddy"]);
}

function putUnsubscribe(value) {
  putByte(61);
  putParty(value.party, "party");
  putParty(value.buddy, "buddy");
  if (keys(value) !== 3) checkKeys(value, ["type", "party", "buddy"]);
}

function putCancelSubscription(value) {
  putByte(62);
  putParty(value.party, "party");
  putParty(value.buddy, "buddy");
  if (keys(value) !== 3) checkKeys(value, ["type", "party", "buddy"]);
}

function putRemoveBuddy(value) {
  putByte(63);
  putParty(value.party, "party");
  putParty(value.buddy, "buddy");
  if (keys(value) !== 3) checkKeys(value, ["type", "party", "buddy"]);
}

function putBlock(value) {
  putByte(64);
  putParty(value.party, "party");
  putParty(value.buddy, "buddy");
  if (keys(value) !== 3) checkKeys(value, ["type", "party", "buddy"]);
}

function putUnblock(value) {
  putByte(65);
  putParty(value.party, "party");
  putParty(value.buddy, "buddy");
  if (keys(value) !== 3) checkKeys(value, ["type", "party", "buddy"]);
}

function putSetContactPresence(value) {
  putByte(66);
  putText(value.contact, "contact");
  putWord(PRESENCE, value.presence, "presence");
  if (keys(value) !== 3) checkKeys(value, ["type", "contact", "presence"]);
}

function putRemoveContact(value) {
  putByte(67);
  putText(value.contact, "contact");
  if (keys(value) !== 2) checkKeys(value, ["type", "contact"]);
}

function putSendDirectMessage(value) {
  putByte(68);
  putParty(value.party, "party");
  putParty(value.buddy, "buddy");
  putText(value.message, "message");
  putContent(value);
  if (keys(value) === 5) {
    putNone(1);
  } else {
    checkKeys(value, ["type", "party", "buddy", "message", "text", "reference", "chat"]);
    if (value.chat == null) putByte(0);
    else {
      putByte(1);
      putText(value.chat, "chat");
    }
  }
}

const ACTIONS = {
  __proto__: null,
  addInstitution: putAddInstitution,
  removeInstitution: putRemoveInstitution,
  addOperator: putAddOperator,
  setCapacity: putSetCapacity,
  setSkills: putSetSkills,
  removeOperator: putRemoveOperator,
  addQueue: putAddQueue,
  watchAvailability: putWatchAvailability,
  setPolicy: putSetPolicy,
  setHours: putSetHours,
  setQueueState: putSetQueueState,
  setProfile: putSetProfile,
  removeQueue: putRemoveQueue,
  setGroup: putSetGroup,
  removeGroup: putRemoveGroup,
  assignOperator: putAssignOperator,
  unassignOperator: putUnassignOperator,
  optIn: putOptIn,
  optOut: putOptOut,
  setSupervisor: putSetSupervisor,
  proposePartnership: putProposePartnership,
  acceptPartnership: putAcceptPartnership,
  declinePartnership: putDeclinePartnership,
  endPartnership: putEndPartnership,
  postListing: putPostListing,
  withdrawListing: putWithdrawListing,
  seeListings: putSeeListings,
  answerListing: putAnswerListing,
  setPresence: putSetPresence,
  endSession: putEndSession,
  logOut: putLogOut,
  finishThenLeave: putFinishThenLeave,
  pause: putPause,
  unpause: putUnpause,
  openChat: putOpenChat,
  acceptOffer: putAcceptOffer,
  declineOffer: putDeclineOffer,
  pickChat: putPickChat,
  assignChat: putAssignChat,
  postMessage: putPostMessage,
  leaveChat: putLeaveChat,
  closeChat: putCloseChat,
  finishWrapUp: putFinishWrapUp,
  describeChat: putDescribeChat,
  maskPatron: putMaskPatron,
  holdChat: putHoldChat,
  resumeChat: putResumeChat,
  startChat: putStartChat,
  dropPatron: putDropPatron,
  returnPatron: putReturnPatron,
  inviteOperator: putInviteOperator,
  joinChat: putJoinChat,
  removeParticipant: putRemoveParticipant,
  askBackChat: putAskBackChat,
  transferChat: putTransferChat,
  completeTransfer: putCompleteTransfer,
  returnChat: putReturnChat,
  cancelTransfer: putCancelTransfer,
  allowForeignBuddies: putAllowForeignBuddies,
  subscribe: putSubscribe,
  approveSubscription: putApproveSubscription,
  unsubscribe: putUnsubscribe,
  cancelSubscription: putCancelSubscription,
  removeBuddy: putRemoveBuddy,
  block: putBlock,
  unblock: putUnblock,
  setContactPresence: putSetContactPresence,
  removeContact: putRemoveContact,
  sendDirectMessage: putSendDirectMessage,
};

function putAction(value, key) {
  isObject(value, key, "an object");
  enter(key);
  const put = typeof value.type === "string" ? ACTIONS[value.type] : undefined;
  if (put === undefined) throw noSuch(value.type, "type", Object.keys(ACTIONS));
  put(value);
  leave();
}

function takeAbout() {
  const value = {  };
  if (flag()) value.profile = text();
  if (flag()) value.context = text();
  if (flag()) value.returns = text();
  return value;
}

function takeAnswer() {
  return {
    operator: text(),
    institution: text(),
    at: number(),
    waited: number(),
    reason: takeClaimReason(),
  };
}

function takeAsker() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "host" };
    }
    case 1: {
      return { type: "institution", institution: text() };
    }
    case 2: {
      return { type: "operator", operator: text() };
    }
    case 3: {
      return { type: "patron" };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeAudience() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "everyone" };
    }
    case 1: {
      return { type: "staff" };
    }
    case 2: {
      return { type: "institution", institution: text() };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeAuthor() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "patron" };
    }
    case 1: {
      return { type: "operator", operator: text() };
    }
    case 2: {
      return { type: "router" };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeAvailability() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "available", by: word(ANSWERED_BY) };
    }
    case 1: {
      return { type: "busy" };
    }
    case 2: {
      return { type: "unstaffed" };
    }
    case 3: {
      return { type: "full" };
    }
    case 4: {
      return { type: "closed", opensAt: flag() ? number() : null };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeBody() {
  switch (bytes[at++]) {
    case 0: {
      const value = { type: "message", message: text() };
      takeContent(value);
      return value;
    }
    case 1: {
      return { type: "claimed", operator: text() };
    }
    case 2: {
      return { type: "rolledOver", queue: text(), level: number() };
    }
    case 3: {
      return { type: "operatorLost", operator: text() };
    }
    case 4: {
      return { type: "operatorIdle", operator: text() };
    }
    case 5: {
      return { type: "joined", operator: text(), part: word(PART) };
    }
    case 6: {
      return { type: "left", operator: text(), part: word(PART) };
    }
    case 7: {
      return { type: "held", operator: text() };
    }
    case 8: {
      return { type: "resumed", operator: text() };
    }
    case 9: {
      return { type: "patronDropped" };
    }
    case 10: {
      return { type: "patronReturned" };
    }
    case 11: {
      return { type: "returned" };
    }
    case 12: {
      return { type: "moved", queue: text() };
    }
    case 13: {
      return { type: "notice", text: text() };
    }
    case 14: {
      const value = { type: "transferStarted", transfer: number(), to: takeTarget() };
      if (flag()) value.reason = text();
      if (flag()) value.note = text();
      return value;
    }
    case 15: {
      return { type: "transferFailed", transfer: number(), why: word(TRANSFER_FAILURE) };
    }
    case 16: {
      return { type: "consultationStarted", transfer: number(), operator: text() };
    }
    case 17: {
      return { type: "transferCompleted", transfer: number(), from: text(), to: text() };
    }
    case 18: {
      return { type: "ended", outcome: word(OUTCOME) };
    }
    case 19: {
      const value = { type: "masked", message: text() };
      if (flag()) value.leaf = text();
      return value;
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeBuddyView() {
  return {
    buddy: takeParty(),
    subscription: word(SUBSCRIPTION),
    approved: flag(),
    blocked: flag(),
    presence: flag() ? word(PRESENCE) : null,
  };
}

function takeChatView() {
  return {
    chat: text(),
    patron: text(),
    phase: word(PHASE),
    origin: text(),
    queue: text(),
    openedAt: number(),
    owner: flag() ? text() : null,
    consulted: flag() ? text() : null,
    company: list(() => [text(), word(PART)]),
    rung: list(() => [text(), number()]),
    transfer: flag() ? number() : null,
    level: flag() ? number() : null,
  };
}

function takeChoice() {
  return {
    target: takeTarget(),
    institution: text(),
    presence: flag() ? word(PRESENCE) : null,
    refusal: flag() ? takeRefusal() : null,
  };
}

function takeClaimReason() {
  switch (bytes[at++]) {
    case 0: {
      const value = { type: "accepted", level: number() };
      if (flag()) value.won = takeWon();
      return value;
    }
    case 1: {
      const value = { type: "firstMessage", level: number() };
      if (flag()) value.won = takeWon();
      return value;
    }
    case 2: {
      return { type: "preferred" };
    }
    case 3: {
      return { type: "transferred" };
    }
    case 4: {
      return { type: "picked" };
    }
    case 5: {
      return { type: "assigned" };
    }
    case 6: {
      return { type: "started" };
    }
    case 7: {
      return { type: "returned" };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeColleagues() {
  return { buddies: list(takeBuddyView), visible: list(() => [text(), word(PRESENCE)]) };
}

function takeDeadline() {
  return { at: number(), reason: takeReason() };
}

function takeDetails() {
  const value = {  };
  if (flag()) value.resolution = text();
  if (flag()) value.tags = list(text);
  if (flag()) value.followUp = flag();
  return value;
}

function takeDirectMessage() {
  const value = { message: text() };
  takeContent(value);
  return value;
}

function takeEntry() {
  return {
    number: number(),
    at: number(),
    author: takeAuthor(),
    audience: takeAudience(),
    body: takeBody(),
  };
}

function takeHandover() {
  const value = { entries: list(takeEntry) };
  if (flag()) value.patron = text();
  if (flag()) value.context = text();
  if (flag()) value.returns = text();
  if (flag()) value.profile = text();
  if (flag()) value.reason = text();
  if (flag()) value.note = text();
  if (flag()) value.digest = text();
  return value;
}

function takeHop() {
  return { queue: text(), level: number(), at: number(), reason: word(ROLL_REASON) };
}

function takeHoursFault() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "unknownZone", zone: text(), meant: flag() ? text() : null };
    }
    case 1: {
      return { type: "invalidTime", text: text() };
    }
    case 2: {
      return { type: "beginsAtEnd" };
    }
    case 3: {
      return { type: "emptyWindow" };
    }
    case 4: {
      return { type: "noDays" };
    }
    case 5: {
      return { type: "noDates" };
    }
    case 6: {
      return { type: "invalidDate", text: text() };
    }
    case 7: {
      return { type: "noSuchDate", text: text() };
    }
    case 8: {
      return { type: "reversedDates", text: text() };
    }
    case 9: {
      return { type: "unknownHours", name: text() };
    }
    case 10: {
      return { type: "unknownHolidays", name: text(), meant: flag() ? text() : null };
    }
    case 11: {
      return { type: "invalidHolidays", name: text() };
    }
    case 12: {
      return { type: "tooMany", limit: number() };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeLink() {
  const value = { number: number(), leaf: text() };
  if (flag()) value.shown = takeShown();
  return value;
}

function takeMasked() {
  const value = { message: text() };
  if (flag()) value.leaf = text();
  return value;
}

function takeOfferCause() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "level", level: number() };
    }
    case 1: {
      return { type: "preferred" };
    }
    case 2: {
      return { type: "transfer", transfer: number() };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeOperatorView() {
  return {
    operator: text(),
    institution: text(),
    presence: word(PRESENCE),
    pause: flag() ? takePauseReason() : null,
    leaves: flag(),
    sessions: list(text),
    capacity: number(),
    answering: list(text),
    rungFor: list(() => [text(), number()]),
  };
}

function takeParty() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "operator", operator: text() };
    }
    case 1: {
      return { type: "queue", queue: text() };
    }
    case 2: {
      return { type: "contact", contact: text() };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takePauseReason() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "asked", text: text() };
    }
    case 1: {
      return { type: "missedOffers", count: number() };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takePosition() {
  const value = { before: number() };
  if (flag()) value.expectedWait = number();
  return value;
}

function takePosted() {
  const value = { author: takeAuthor(), message: text(), audience: takeAudience() };
  takeContent(value);
  return value;
}

function takeReason() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "offerLapses", chat: text(), offer: number() };
    }
    case 1: {
      return { type: "ringLapses", chat: text(), level: number() };
    }
    case 2: {
      return { type: "levelEnds", chat: text() };
    }
    case 3: {
      return { type: "patienceEnds", chat: text() };
    }
    case 4: {
      return { type: "roundStarts", chat: text() };
    }
    case 5: {
      return { type: "transferLapses", chat: text(), transfer: number() };
    }
    case 6: {
      return { type: "wrapUpEnds", chat: text() };
    }
    case 7: {
      return { type: "grantHours", institution: text() };
    }
    case 8: {
      return { type: "graceEnds", operator: text() };
    }
    case 9: {
      return { type: "sessionEnds", operator: text(), session: text() };
    }
    case 10: {
      return { type: "queueOpens", queue: text() };
    }
    case 11: {
      return { type: "queueCloses", queue: text() };
    }
    case 12: {
      return { type: "levelOpens", queue: text(), level: number() };
    }
    case 13: {
      return { type: "levelCloses", queue: text(), level: number() };
    }
    case 14: {
      return { type: "waitEnds", chat: text() };
    }
    case 15: {
      return { type: "noticeDue", chat: text() };
    }
    case 16: {
      return { type: "idleDue", chat: text() };
    }
    case 17: {
      return { type: "patronGraceEnds", chat: text() };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeRecipients() {
  return { patron: flag(), operators: list(text) };
}

function takeRecord() {
  const value = {
    chat: text(),
    patron: text(),
    institution: text(),
    origin: text(),
    queue: text(),
    openedAt: number(),
    endedAt: number(),
    outcome: word(OUTCOME),
    answers: list(takeAnswer),
    offers: number(),
    hops: list(takeHop),
    transfers: list(takeTransferRecord),
    transcript: list(takeEntry),
  };
  if (flag()) value.context = text();
  if (flag()) value.returns = text();
  if (flag()) value.channel = text();
  if (flag()) value.wrappedUpAt = number();
  if (flag()) value.details = takeDetails();
  if (flag()) value.seal = takeSeal();
  if (flag()) value.hopsBefore = number();
  if (flag()) value.overflows = list(text);
  if (flag()) value.practice = flag();
  return value;
}

function takeReference() {
  const value = { key: text() };
  if (flag()) value.bytes = number();
  if (flag()) value.digest = text();
  return value;
}

function takeRefusal() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "tooLong", what: word(MEASURED), bytes: number(), limit: number() };
    }
    case 1: {
      return { type: "limitReached", what: word(LIMITED), limit: number() };
    }
    case 2: {
      return { type: "invalidPolicy", level: number(), fault: word(POLICY_FAULT) };
    }
    case 3: {
      return { type: "invalidHours", path: text(), fault: takeHoursFault() };
    }
    case 4: {
      return { type: "unknownInstitution", institution: text() };
    }
    case 5: {
      return { type: "unknownOperator", operator: text() };
    }
    case 6: {
      return { type: "unknownQueue", queue: text() };
    }
    case 7: {
      return { type: "unknownGroup", group: text() };
    }
    case 8: {
      return { type: "unknownChannel", channel: text() };
    }
    case 9: {
      return { type: "unknownChat", chat: text() };
    }
    case 10: {
      return { type: "unknownContact", contact: text() };
    }
    case 11: {
      return { type: "unknownSession", operator: text(), session: text() };
    }
    case 12: {
      return { type: "institutionExists", institution: text() };
    }
    case 13: {
      return { type: "operatorExists", operator: text() };
    }
    case 14: {
      return { type: "queueExists", queue: text() };
    }
    case 15: {
      return { type: "duplicateChat", chat: text() };
    }
    case 16: {
      return { type: "queueClosed", queue: text(), opensAt: flag() ? number() : null };
    }
    case 17: {
      return { type: "notPermitted", by: takeAsker() };
    }
    case 18: {
      return { type: "wrongInstitution", institution: text() };
    }
    case 19: {
      return { type: "inUse", by: word(USE) };
    }
    case 20: {
      return { type: "notAssigned", operator: text(), queue: text() };
    }
    case 21: {
      return { type: "noGrant", from: text(), to: text() };
    }
    case 22: {
      return { type: "grantClosed", home: text(), to: text() };
    }
    case 23: {
      return { type: "ownPartner" };
    }
    case 24: {
      return { type: "proposalGone", proposal: number() };
    }
    case 25: {
      return { type: "noPartnership", with: text() };
    }
    case 26: {
      return { type: "noListing", of: text() };
    }
    case 27: {
      return { type: "listingNamesQueues" };
    }
    case 28: {
      return { type: "unknownPriority", priority: number() };
    }
    case 29: {
      return { type: "noSuchSkillLevel", skill: text() };
    }
    case 30: {
      return { type: "notPaused", operator: text() };
    }
    case 31: {
      return { type: "operatorOffline", operator: text() };
    }
    case 32: {
      return { type: "chatTaken", chat: text(), winner: text() };
    }
    case 33: {
      return { type: "offerGone", chat: text(), offer: number() };
    }
    case 34: {
      return { type: "acceptFirst", chat: text() };
    }
    case 35: {
      return { type: "wrongPhase", chat: text(), phase: word(PHASE) };
    }
    case 36: {
      return { type: "notInvited", chat: text(), operator: text() };
    }
    case 37: {
      return { type: "transferToSelf", chat: text() };
    }
    case 38: {
      return { type: "noSender", chat: text() };
    }
    case 39: {
      return { type: "targetUnavailable", operator: text() };
    }
    case 40: {
      return { type: "notEligible", operator: text(), chat: text() };
    }
    case 41: {
      return { type: "transferGone", chat: text(), transfer: number() };
    }
    case 42: {
      return { type: "ownBuddy" };
    }
    case 43: {
      return { type: "bothOutside" };
    }
    case 44: {
      return { type: "foreignBuddiesForbidden", institution: text() };
    }
    case 45: {
      return { type: "buddyBlocked", buddy: takeParty() };
    }
    case 46: {
      return { type: "buddyUnreachable", buddy: takeParty() };
    }
    case 47: {
      return { type: "notBuddies", buddy: takeParty() };
    }
    case 48: {
      return { type: "chatNeeded", queue: text() };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeSeal() {
  return { digest: text(), salts: list(() => flag() ? text() : null) };
}

function takeShown() {
  const value = { entry: takeEntry() };
  if (flag()) value.salt = text();
  return value;
}

function takeTarget() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "operator", operator: text() };
    }
    case 1: {
      return { type: "queue", queue: text() };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeTranscriptView() {
  return { chat: text(), digest: text(), links: list(takeLink) };
}

function takeTransferRecord() {
  const value = {
    from: text(),
    to: takeTarget(),
    at: number(),
    result: flag() ? takeTransferResult() : null,
  };
  if (flag()) value.reason = text();
  if (flag()) value.mode = word(TRANSFER_MODE);
  return value;
}

function takeTransferRequest() {
  const value = { transfer: number(), to: takeTarget() };
  if (flag()) value.reason = text();
  if (flag()) value.note = text();
  return value;
}

function takeTransferResult() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "completed", by: text() };
    }
    case 1: {
      return { type: "failed", why: word(TRANSFER_FAILURE) };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeWithdrawal() {
  switch (bytes[at++]) {
    case 0: {
      return { type: "claimed", winner: text() };
    }
    case 1: {
      return { type: "full" };
    }
    case 2: {
      return { type: "absent" };
    }
    case 3: {
      return { type: "unassigned" };
    }
    case 4: {
      return { type: "grantEnded" };
    }
    case 5: {
      return { type: "queueClosed" };
    }
    case 6: {
      return { type: "grantClosed" };
    }
    case 7: {
      return { type: "levelLeft" };
    }
    case 8: {
      return { type: "policyChanged" };
    }
    case 9: {
      return { type: "transferOver" };
    }
    case 10: {
      return { type: "returned" };
    }
    case 11: {
      return { type: "chatEnded" };
    }
    default:
      throw new Error("the module and this file are of two versions");
  }
}

function takeWon() {
  const value = { order: word(ORDER) };
  if (flag()) value.proficiency = number();
  if (flag()) value.figure = number();
  if (flag()) value.turn = number();
  if (flag()) value.registration = number();
  return value;
}

function takePartnershipProposed(when, seq) {
  return {
    at: when, seq, type: "partnershipProposed",
    from: text(),
    to: text(),
    proposal: number(),
    terms: parsed(),
  };
}

function takePartnershipAgreed(when, seq) {
  return {
    at: when, seq, type: "partnershipAgreed",
    proposer: text(),
    accepter: text(),
    proposal: number(),
  };
}

function takePartnershipDeclined(when, seq) {
  return {
    at: when, seq, type: "partnershipDeclined",
    by: text(),
    with: text(),
    proposal: number(),
  };
}

function takePartnershipEnded(when, seq) {
  return { at: when, seq, type: "partnershipEnded", by: text(), with: text() };
}

function takeListingPosted(when, seq) {
  return { at: when, seq, type: "listingPosted", institution: text(), terms: parsed() };
}

function takeListingWithdrawn(when, seq) {
  return { at: when, seq, type: "listingWithdrawn", institution: text() };
}

function takeAvailabilityChanged(when, seq) {
  return {
    at: when, seq, type: "availabilityChanged",
    queue: text(),
    availability: takeAvailability(),
  };
}

function takePresenceChanged(when, seq) {
  return {
    at: when, seq, type: "presenceChanged",
    operator: text(),
    presence: word(PRESENCE),
    to: takeRecipients(),
  };
}

function takeOperatorPaused(when, seq) {
  return {
    at: when, seq, type: "operatorPaused",
    operator: text(),
    reason: takePauseReason(),
    to: takeRecipients(),
  };
}

function takeOperatorUnpaused(when, seq) {
  return { at: when, seq, type: "operatorUnpaused", operator: text(), to: takeRecipients() };
}

function takeOperatorLeaving(when, seq) {
  return {
    at: when, seq, type: "operatorLeaving",
    operator: text(),
    leaves: flag(),
    to: takeRecipients(),
  };
}

function takeGraceStarted(when, seq) {
  return { at: when, seq, type: "graceStarted", operator: text(), until: number() };
}

function takeQueueStateChanged(when, seq) {
  return {
    at: when, seq, type: "queueStateChanged",
    queue: text(),
    state: word(QUEUE_STATE),
  };
}

function takeChatOpened(when, seq) {
  return { at: when, seq, type: "chatOpened", chat: text(), queue: text(), patron: text() };
}

function takeChatOffered(when, seq) {
  const value = {
    at: when, seq, type: "chatOffered",
    chat: text(),
    offer: number(),
    operator: text(),
    origin: text(),
    cause: takeOfferCause(),
    lapsesAt: flag() ? number() : null,
  };
  if (flag()) value.about = takeAbout();
  return value;
}

function takeOfferWithdrawn(when, seq) {
  return {
    at: when, seq, type: "offerWithdrawn",
    chat: text(),
    offer: number(),
    operator: text(),
    reason: takeWithdrawal(),
  };
}

function takeOfferLapsed(when, seq) {
  return {
    at: when, seq, type: "offerLapsed",
    chat: text(),
    offer: number(),
    operator: text(),
  };
}

function takeOfferDeclined(when, seq) {
  return {
    at: when, seq, type: "offerDeclined",
    chat: text(),
    offer: number(),
    operator: text(),
  };
}

function takeLevelPassedOver(when, seq) {
  return {
    at: when, seq, type: "levelPassedOver",
    queue: text(),
    level: number(),
    reason: word(ROLL_REASON),
  };
}

function takeChatRolledOver(when, seq) {
  return {
    at: when, seq, type: "chatRolledOver",
    chat: text(),
    queue: text(),
    level: number(),
    reason: word(ROLL_REASON),
  };
}

function takeRoundStarted(when, seq) {
  return { at: when, seq, type: "roundStarted", chat: text(), round: number() };
}

function takeChatClaimed(when, seq) {
  return {
    at: when, seq, type: "chatClaimed",
    chat: text(),
    operator: text(),
    reason: takeClaimReason(),
    to: takeRecipients(),
  };
}

function takeTranscriptShown(when, seq) {
  return {
    at: when, seq, type: "transcriptShown",
    chat: text(),
    operator: text(),
    handover: takeHandover(),
  };
}

function takeMessagePosted(when, seq) {
  return {
    at: when, seq, type: "messagePosted",
    chat: text(),
    number: number(),
    posted: takePosted(),
    to: takeRecipients(),
  };
}

function takeChatDescribed(when, seq) {
  return {
    at: when, seq, type: "chatDescribed",
    chat: text(),
    details: takeDetails(),
    to: takeRecipients(),
  };
}

function takePatronMasked(when, seq) {
  return {
    at: when, seq, type: "patronMasked",
    chat: text(),
    patron: text(),
    entries: list(number),
    to: takeRecipients(),
  };
}

function takeChatRequeued(when, seq) {
  return {
    at: when, seq, type: "chatRequeued",
    chat: text(),
    queue: text(),
    operator: flag() ? text() : null,
    reason: word(REQUEUE_REASON),
    to: takeRecipients(),
  };
}

function takeNoticeGiven(when, seq) {
  return {
    at: when, seq, type: "noticeGiven",
    chat: text(),
    notice: text(),
    to: takeRecipients(),
  };
}

function takeChatHeld(when, seq) {
  return {
    at: when, seq, type: "chatHeld",
    chat: text(),
    operator: text(),
    to: takeRecipients(),
  };
}

function takeChatResumed(when, seq) {
  return {
    at: when, seq, type: "chatResumed",
    chat: text(),
    operator: text(),
    to: takeRecipients(),
  };
}

function takePatronDropped(when, seq) {
  return {
    at: when, seq, type: "patronDropped",
    chat: text(),
    until: number(),
    to: takeRecipients(),
  };
}

function takePatronReturned(when, seq) {
  return { at: when, seq, type: "patronReturned", chat: text(), to: takeRecipients() };
}

function takeIdleNoticed(when, seq) {
  return {
    at: when, seq, type: "idleNoticed",
    chat: text(),
    idler: word(IDLER),
    notice: text(),
    to: takeRecipients(),
  };
}

function takeOperatorInvited(when, seq) {
  const value = {
    at: when, seq, type: "operatorInvited",
    chat: text(),
    operator: text(),
    by: text(),
  };
  if (flag()) value.note = text();
  return value;
}

function takeInvitationWithdrawn(when, seq) {
  return {
    at: when, seq, type: "invitationWithdrawn",
    chat: text(),
    operator: text(),
    to: takeRecipients(),
  };
}

function takeOperatorJoined(when, seq) {
  return {
    at: when, seq, type: "operatorJoined",
    chat: text(),
    operator: text(),
    part: word(PART),
    to: takeRecipients(),
  };
}

function takeOperatorLeft(when, seq) {
  return {
    at: when, seq, type: "operatorLeft",
    chat: text(),
    operator: text(),
    part: word(PART),
    to: takeRecipients(),
  };
}

function takeChatAskedBack(when, seq) {
  return {
    at: when, seq, type: "chatAskedBack",
    chat: text(),
    operator: text(),
    to: takeRecipients(),
  };
}

function takeChatReassigned(when, seq) {
  return {
    at: when, seq, type: "chatReassigned",
    chat: text(),
    from: text(),
    operator: text(),
    to: takeRecipients(),
  };
}

function takeTransferStarted(when, seq) {
  const value = {
    at: when, seq, type: "transferStarted",
    chat: text(),
    transfer: number(),
    from: text(),
    target: takeTarget(),
    lapsesAt: number(),
  };
  if (flag()) value.mode = word(TRANSFER_MODE);
  return value;
}

function takeConsultationStarted(when, seq) {
  return {
    at: when, seq, type: "consultationStarted",
    chat: text(),
    transfer: number(),
    operator: text(),
    to: takeRecipients(),
  };
}

function takeTransferCompleted(when, seq) {
  return {
    at: when, seq, type: "transferCompleted",
    chat: text(),
    transfer: number(),
    from: text(),
    operator: text(),
    to: takeRecipients(),
  };
}

function takeTransferFailed(when, seq) {
  return {
    at: when, seq, type: "transferFailed",
    chat: text(),
    transfer: number(),
    why: word(TRANSFER_FAILURE),
    to: takeRecipients(),
  };
}

function takeWrapUpStarted(when, seq) {
  return {
    at: when, seq, type: "wrapUpStarted",
    chat: text(),
    outcome: word(OUTCOME),
    until: number(),
    to: takeRecipients(),
  };
}

function takeChatEnded(when, seq) {
  const value = {
    at: when, seq, type: "chatEnded",
    chat: text(),
    record: takeRecord(),
    to: takeRecipients(),
  };
  if (flag()) value.notice = text();
  return value;
}

function takeSubscriptionTold(when, seq) {
  return {
    at: when, seq, type: "subscriptionTold",
    party: takeParty(),
    buddy: takeParty(),
    stanza: word(STANZA),
    to: takeRecipients(),
  };
}

function takeBuddyChanged(when, seq) {
  return {
    at: when, seq, type: "buddyChanged",
    party: takeParty(),
    buddy: takeParty(),
    subscription: word(SUBSCRIPTION),
    approved: flag(),
    to: takeRecipients(),
  };
}

function takeBlockChanged(when, seq) {
  return {
    at: when, seq, type: "blockChanged",
    party: takeParty(),
    buddy: takeParty(),
    blocked: flag(),
    to: takeRecipients(),
  };
}

function takeBuddyPresence(when, seq) {
  return {
    at: when, seq, type: "buddyPresence",
    buddy: takeParty(),
    presence: word(PRESENCE),
    to: takeRecipients(),
  };
}

function takeContactTold(when, seq) {
  return {
    at: when, seq, type: "contactTold",
    contact: text(),
    buddy: takeParty(),
    presence: word(PRESENCE),
  };
}

function takeDirectMessageSent(when, seq) {
  return {
    at: when, seq, type: "directMessageSent",
    party: takeParty(),
    buddy: takeParty(),
    sent: takeDirectMessage(),
    to: takeRecipients(),
  };
}

function takeColleagueAsks(when, seq) {
  return {
    at: when, seq, type: "colleagueAsks",
    chat: text(),
    queue: text(),
    party: takeParty(),
  };
}

const EVENTS = [
  takePartnershipProposed,
  takePartnershipAgreed,
  takePartnershipDeclined,
  takePartnershipEnded,
  takeListingPosted,
  takeListingWithdrawn,
  takeAvailabilityChanged,
  takePresenceChanged,
  takeOperatorPaused,
  takeOperatorUnpaused,
  takeOperatorLeaving,
  takeGraceStarted,
  takeQueueStateChanged,
  takeChatOpened,
  takeChatOffered,
  takeOfferWithdrawn,
  takeOfferLapsed,
  takeOfferDeclined,
  takeLevelPassedOver,
  takeChatRolledOver,
  takeRoundStarted,
  takeChatClaimed,
  takeTranscriptShown,
  takeMessagePosted,
  takeChatDescribed,
  takePatronMasked,
  takeChatRequeued,
  takeNoticeGiven,
  takeChatHeld,
  takeChatResumed,
  takePatronDropped,
  takePatronReturned,
  takeIdleNoticed,
  takeOperatorInvited,
  takeInvitationWithdrawn,
  takeOperatorJoined,
  takeOperatorLeft,
  takeChatAskedBack,
  takeChatReassigned,
  takeTransferStarted,
  takeConsultationStarted,
  takeTransferCompleted,
  takeTransferFailed,
  takeWrapUpStarted,
  takeChatEnded,
  takeSubscriptionTold,
  takeBuddyChanged,
  takeBlockChanged,
  takeBuddyPresence,
  takeContactTold,
  takeDirectMessageSent,
  takeColleagueAsks,
];

function takeEvent() {
  const when = number();
  const seq = number();
  return EVENTS[bytes[at++]](when, seq);
}

function takeQueueState() {
  return word(QUEUE_STATE);
}

module.exports = {
  begin,
  buffer,
  checkKeys,
  enter,
  fault,
  flag,
  keys,
  leave,
  list,
  parsed,
  putAction,
  putActor,
  putByte,
  putJson,
  putList,
  putNone,
  putParty,
  putText,
  recall,
  receive,
  remember,
  remembered,
  takeAvailability,
  takeBuddyView,
  takeChatView,
  takeChoice,
  takeColleagues,
  takeDeadline,
  takeEntry,
  takeEvent,
  takeOperatorView,
  takePosition,
  takeQueueState,
  takeRefusal,
  takeTranscriptView,
  text,
  thrownBy,
  written,
};
