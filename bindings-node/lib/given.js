// What a host hands in beside commands: instants, bytes, texts, documents.

"use strict";

const { InvalidValue } = require("./errors.js");

/** Milliseconds of a number or a `Date`. */
function millis(instant, name) {
  const number = instant instanceof Date ? instant.getTime() : instant;
  if (Number.isInteger(number)) return number;
  const given = typeof number === "number" ? number : typeof instant;
  throw new InvalidValue(`\`${name}\`: a whole number of milliseconds or a Date is wanted, not ${given}`);
}

function bytesOf(value, name) {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new InvalidValue(`\`${name}\`: a Buffer or Uint8Array is wanted, not ${typeof value}`);
}

function textOf(value, name) {
  if (typeof value !== "string") throw new InvalidValue(`\`${name}\`: a text is wanted, not ${typeof value}`);
  if (!value.isWellFormed()) throw new InvalidValue(`\`${name}\`: half of a pair of surrogates is no text`);
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
  if (typeof document !== "object" || document === null) {
    throw new InvalidValue(`\`${name}\`: an object is wanted, not ${document === null ? "null" : typeof document}`);
  }
  try {
    return JSON.stringify(document);
  } catch (cause) {
    throw new InvalidValue(`\`${name}\`: ${cause.message}`);
  }
}

module.exports = { bytesOf, json, kept, millis, secretOf, textOf };
