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

