// What a host hands in beside commands: instants, bytes, texts, documents.

"use strict";

const { types } = require("node:util");
const { InvalidValue } = require("./errors.js");

/** What a document cannot hold, and the path to it. */
class NoForm extends Error {
  path = "";
}

/** As deep as JSON is read. */
const DEEPEST = 128;

/** Milliseconds of a number or a `Date`. */
function millis(instant, name) {
  const number = instant instanceof Date ? instant.getTime() : instant;
  if (Number.isInteger(number)) return number;
  const given = typeof number === "number" ? number : kindOf(instant);
  throw new InvalidValue(`\`${name}\`: a whole number of milliseconds or a Date is wanted, not ${given}`);
}

function bytesOf(value, name) {
  if (!(value instanceof Uint8Array)) throw new InvalidValue(`\`${name}\`: a Buffer or Uint8Array is wanted, not ${kindOf(value)}`);
  try {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  } catch {
    throw new InvalidValue(`\`${name}\`: its bytes have gone to somebody else`);
  }
}

function flagOf(value, name) {
  if (typeof value === "boolean") return value;
  throw new InvalidValue(`\`${name}\`: true or false is wanted, not ${kindOf(value)}`);
}

function textOf(value, name) {
  if (typeof value !== "string") throw new InvalidValue(`\`${name}\`: a text is wanted, not ${kindOf(value)}`);
  if (!value.isWellFormed()) throw new InvalidValue(`\`${name}\`: half of a surrogate pair is no text`);
  return value;
}

/** Bytes, or the text of the other form. */
function kept(value, name) {
  return typeof value === "string" ? value : bytesOf(value, name);
}

function secretOf(secret) {
  return secret === undefined ? undefined : bytesOf(secret, "secret");
}

/** A document as JSON. */
function json(document, name) {
  if (!isPlain(document)) throw new InvalidValue(`\`${name}\`: an object is wanted, not ${kindOf(document)}`);
  return plainJson(document, (path, text) => new InvalidValue(`\`${name}${path}\`: ${text}`));
}

/** What a caller names: a key that nobody knows is a mistake. */
function options(given, known) {
  if (!isPlain(given)) throw new InvalidValue(`options: an object is wanted, not ${kindOf(given)}`);
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) throw new InvalidValue(`options: \`${key}\` is none of ${known.join(", ")}`);
  }
  return given;
}

/** An object of keys and values, of whichever realm: no list, `Map`, promise, or thing of a class. */
function isPlain(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const of = Object.getPrototypeOf(value);
  return of === null || (Object.getPrototypeOf(of) === null && Object.hasOwn(of, "isPrototypeOf"));
}

/**
 * JSON of what is plain. What JSON has no form for is a `fault`, with the path to it: it would be left out, empty or
 * `null` there. An error of the host's own code, such as a getter, comes out as it was.
 */
function plainJson(value, fault) {
  try {
    return JSON.stringify(value, plain);
  } catch {
    try {
      return tracedJson(value);
    } catch (thrown) {
      if (thrown instanceof NoForm) throw fault(thrown.path, thrown.message);
      throw isError(thrown) ? thrown : fault("", noError(thrown));
    }
  }
}

function isError(thrown) {
  return thrown instanceof Error || types.isNativeError(thrown);
}

function noError(thrown) {
  return `its own code has thrown ${kindOf(thrown)}, which is no Error`;
}

/** The same once more, to tell where the fault is: nobody else pays for that. */
function tracedJson(value) {
  // From the whole to what is looked at: each with how it is called in the one before.
  const trail = [];
  return JSON.stringify(value, function (key, shown) {
    while (trail.length > 0 && trail.at(-1).of !== this) trail.pop();
    const called = trail.length === 0 ? "" : Array.isArray(this) ? `[${key}]` : `.${key}`;
    const within = trail.some(({ of }) => of === shown && typeof of === "object" && of !== null);
    trail.push({ of: shown, called });
    try {
      if (within) throw new NoForm("what is within itself has no form in JSON");
      if (trail.length > DEEPEST) throw new NoForm("this is too deep within others");
      return plain.call(this, key, shown);
    } catch (thrown) {
      if (thrown instanceof NoForm) thrown.path = trail.map((step) => step.called).join("");
      throw thrown;
    }
  });
}

/** What JSON has a form for, of an object or a list. */
function plain(key, shown) {
  // As it is, and not what its `toJSON` says.
  const one = this[key];
  const strange =
    typeof one === "object"
      ? one !== null && !Array.isArray(one) && !isPlain(one)
      : typeof one === "number"
        ? !Number.isFinite(one)
        : typeof one === "function" || typeof one === "symbol" || typeof shown === "bigint";
  if (strange) throw new NoForm(`${kindOf(one)} has no form in JSON`);
  return shown;
}

function kindOf(value) {
  if (value === null || Number.isNaN(value) || value === Infinity || value === -Infinity) return String(value);
  if (typeof value !== "object") return typeof value;
  if (Array.isArray(value)) return "a list";
  const { name } = value.constructor ?? {};
  return typeof name !== "string" || name === "Object" ? "object" : name;
}

module.exports = { bytesOf, flagOf, isError, isPlain, json, kept, kindOf, millis, noError, options, plainJson, secretOf, textOf };
