// The errors: a small tree, each with a stable `code`.

"use strict";

class RefdeskError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

class Refused extends RefdeskError {
  constructor(code, message, { refusal }) {
    super(code, message);
    this.refusal = refusal;
  }
}

class InvalidSetup extends RefdeskError {
  constructor(code, message, { report }) {
    super(code, message);
    this.report = report;
  }
}

class InvalidSnapshot extends RefdeskError {}
class InvalidJournal extends RefdeskError {
  constructor(code, message, { events = [] } = {}) {
    super(code, message);
    this.events = events;
  }
}
class ChainBroken extends RefdeskError {}
class InvariantBroken extends RefdeskError {}

class InvalidValue extends RefdeskError {
  constructor(message) {
    super("invalid_value", message);
  }
}

const CLASSES = {
  RefdeskError,
  Refused,
  InvalidSetup,
  InvalidSnapshot,
  InvalidJournal,
  ChainBroken,
  InvariantBroken,
  InvalidValue,
};
// The name is that of the class, also where the program was made smaller.
for (const [name, of] of Object.entries(CLASSES)) {
  Object.defineProperty(of.prototype, "name", { value: name, configurable: true, writable: true });
}

/** What the module throws, as an error of its class. */
function raised(thrown) {
  const Of = Object.hasOwn(CLASSES, thrown.code) ? CLASSES[thrown.code] : undefined;
  if (Of === undefined) return thrown;
  const { code, message, ...more } = JSON.parse(thrown.message);
  return Of === InvalidValue ? new InvalidValue(message) : new Of(code, message, more);
}

/** Calls into the module; what goes wrong there has its class. What is given is made before: by code of the host's. */
function calling(call, ...given) {
  try {
    return call(...given);
  } catch (thrown) {
    throw raised(thrown);
  }
}

module.exports = { ...CLASSES, calling, raised };
