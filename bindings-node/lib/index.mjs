// The same names for `import`: the classes are those of `require`.

import refdesk from "./index.js";

export const {
  ChainBroken,
  InvalidJournal,
  InvalidSetup,
  InvalidSnapshot,
  InvalidValue,
  InvariantBroken,
  Journal,
  Recording,
  RefdeskError,
  Refused,
  Router,
  Tally,
  checkSetup,
  inWords,
  maskPatron,
  tzVersion,
  verify,
  version,
  viewRecord,
} = refdesk;
