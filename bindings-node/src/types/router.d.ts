/** What the router or its files could not do. Nothing has changed then, but for `Router.replay`. */
export class RefdeskError extends Error {
  protected constructor(code: string, message: string);

  /** The stable machine code, the same in every language. */
  readonly code: string;
}

/** A command that was not carried out. */
export class Refused extends RefdeskError {
  /** Why, with the ids that it speaks of. */
  readonly refusal: Refusal;
}

/** A setup document with faults. */
export class InvalidSetup extends RefdeskError {
  /** Each fault, where it is and which. */
  readonly report: SetupReport;
}

/** What was kept gives no router. */
export class InvalidSnapshot extends RefdeskError {}

/** A journal that is damaged, has a gap, or does not go on from this router. */
export class InvalidJournal extends RefdeskError {
  /** What happened before the fault, where it was replayed: the router stands there now. Otherwise nothing. */
  readonly events: Event[];
}

/** A transcript that is not what its digests say. */
export class ChainBroken extends RefdeskError {}

/**
 * The library has a fault: a rule that holds between any two steps does not, or it panicked, now or before: a router or a
 * tally that it stopped in answers nothing more.
 */
export class InvariantBroken extends RefdeskError {}

/** A value that no command can have, such as an empty id. The text begins with its place. */
export class InvalidValue extends RefdeskError {
  readonly code: "invalid_value";
}

/** How a router is made. */
export interface RouterOptions {
  /** Its configuration. What is left out is as by default. */
  config?: Config;

  /** The instant at which it begins. Default: 0, which is 1970. */
  now?: Instant;

  /**
   * 32 bytes that key its hash tables, so that nobody who chooses ids can make it slow: give random ones where
   * ids come from outside. Default: zeros.
   */
  secret?: Uint8Array;
}

/**
 * A whole collaborative as a deterministic state machine.
 *
 * The same configuration and the same commands at the same times give the same events. It has no clock: time moves
 * by `advance` alone. It belongs to the thread that made it.
 */
export class Router {
  /** A router without institutions. Throws `InvalidValue`. */
  constructor(options?: RouterOptions);

  /**
   * A router that goes on where another stood when a snapshot was taken: bytes of `snapshot`, or the text of
   * `snapshotJson`. Throws `InvalidSnapshot`.
   *
   * `adoptTimeZones` takes a snapshot of other time zone data, and looks at all hours again. Default: no.
   */
  static restore(
    snapshot: Uint8Array | string,
    options?: { secret?: Uint8Array; adoptTimeZones?: boolean },
  ): Router;

  /**
   * Moves time on to `now` and fires every timer due, each at its own deadline.
   *
   * A `now` that is not later than the last moves nothing. After `Limits.eventsPerAdvance` events it stops between
   * two timers: advance again while the deadline is due.
   */
  advance(now: Instant): Event[];

  /**
   * Carries a command out, at the time last advanced to, and says what happened.
   *
   * The host has made sure that it is really `by` who asks. What repeats what is so already is no mistake and gives
   * no events. Throws `Refused`, or `InvalidValue`, and then nothing has changed.
   */
  apply(by: Actor, action: Action): Event[];

  /**
   * Carries many commands out, one after the other, in one call: what came of each. Throws `InvalidValue` where one
   * of them is no command, and then none of them was carried out.
   */
  applyAll(commands: readonly Command[]): Applied[];

  /** As `applyAll`, in the wire form: a JSON list of commands, and a JSON list of what came of each. */
  applyJson(commands: string): string;

  /** As `applyJson`, in CBOR. */
  applyBytes(commands: Uint8Array): Buffer;

  /** As `advance`: the events as a JSON list. */
  advanceJson(now: Instant): string;

  /** As `advance`: the events as a list in CBOR. */
  advanceBytes(now: Instant): Buffer;

  /** When to call `advance` next, and whose timer it is. It changes with every call. `null`: nothing is due. */
  deadline(): Deadline | null;

  /** The time last advanced to, in milliseconds since the Unix epoch. */
  get now(): number;

  /** The configuration that it was made with. */
  get config(): Required<Config>;

  /** The open chats, in the order of their ids, for a host that begins again. */
  chats(): string[];

  /** How many chats are open. */
  get openChats(): number;

  /** How many commands it has accepted: the number of the last one in a journal. */
  get accepted(): number;

  /** An open chat, as it is now. `null`: there is none of this id. */
  viewChat(chat: string): ChatView | null;

  /** An operator, as they are now. `null`: there is nobody of this id. */
  viewOperator(operator: string): OperatorView | null;

  /** What would come of a new chat on a queue now. `null`: there is no such queue. */
  availability(queue: string): Availability | null;

  /** Whether a queue is open, draining or closed. `null`: there is no such queue. */
  queueState(queue: string): QueueState | null;

  /** Where a waiting chat stands in line, and how long it may take. `null`: it does not wait. */
  position(chat: string): Position | null;

  /** Why a chat is where it is: for each operator why they are rung, or why not. Throws `Refused`. */
  explain(chat: string, by: Actor, page?: Page): Explanation;

  /** What `reader` may read of an open chat. Throws `Refused`. */
  transcript(chat: string, reader: Actor): Entry[];

  /** As `transcript`, such that it can be checked with `verify`. Throws `Refused`. */
  viewTranscript(chat: string, reader: Actor): TranscriptView;

  /** Where the chain of digests of an open chat stands now: 64 hexadecimal digits. Throws `Refused`. */
  transcriptDigest(chat: string, reader: Actor): string;

  /** All whom an operator sees: buddies, and staff of the same queues. `null`: there is nobody of this id. */
  colleagues(operator: string): Colleagues | null;

  /** The buddies of an operator, a queue or a contact. */
  buddies(party: Party): BuddyView[];

  /** Who looks for partners, and on which terms, as far as an institution sees it. Throws `Refused`. */
  listings(institution: string): { institution: string; terms: Terms }[];

  /**
   * To whom a chat that somebody answers may be transferred, and why not to others. For the host, and for who answers.
   * Throws `Refused`.
   */
  targets(chat: string, reader: Actor): Choice[];

  /**
   * The open chats of an institution's patrons that are at partners, in the order of arrival. Throws `Refused`.
   */
  chatsAtPartners(institution: string, reader: Actor): ChatView[];

  /** Checks all that has to hold between any two steps. Throws `InvariantBroken`. */
  checkInvariants(): void;

  /** The commands that lead from what is there to what a document says. Throws `InvalidSetup`, `InvalidValue`. */
  plan(setup: Setup): Command[];

  /** Brings the router to what a document says. Throws `InvalidSetup`, and then nothing has changed. */
  applySetup(setup: Setup): Event[];

  /** What there is, as a document. */
  setup(): Setup;

  /** The whole state, to be kept. */
  snapshot(): Buffer;

  /** The whole state as JSON. */
  snapshotJson(): string;

  /** What stands for the whole state, the same on every platform and in every language. */
  digest(): string;

  /** What a journal of bytes begins with: written before the first command. */
  journalHeader(): Buffer;

  /** What a journal of lines begins with. */
  journalHeaderLine(): string;

  /**
   * A command that was accepted at this time, as it goes into a journal before its events are carried out.
   *
   * It is the one that was accepted last, or the one with this `number`: of several in one call the first has `accepted`
   * before the call, and 1 more; who is refused has no number. A command that was not accepted is no part of a journal.
   */
  journalFrame(by: Actor, action: Action, number?: number): Buffer;

  /** As `journalFrame`, for a journal of lines. */
  journalLine(by: Actor, action: Action, number?: number): string;

  /**
   * Carries out what a journal has and this router has not. Throws `InvalidJournal`, and stands in front
   * of what is wrong then; its `events` say what happened until there.
   *
   * With `events: false` none are kept, for a long journal.
   */
  replay(journal: Journal, options?: { events?: boolean }): Event[];

  /** Another router that stands where this one does. */
  clone(): Router;
}

/** A journal that was read: the accepted commands of a router, in order. */
export class Journal implements Iterable<Input> {
  /** Reads one of bytes, or of lines. Throws `InvalidJournal` where it is damaged; a torn end is none. */
  constructor(journal: Uint8Array | string);

  /** How many bytes from the beginning are whole: where `torn`, cut the file there and go on. */
  get whole(): number;

  /** Whether it ends in the midst of a command, of which nobody was told. */
  get torn(): boolean;

  /** The version of the time zone data that it was written with. */
  get timeZones(): string;

  /** When the router began, in milliseconds since the Unix epoch. */
  get began(): number;

  /** The configuration of the router. */
  get config(): Required<Config>;

  /** How many commands it has. */
  get length(): number;

  /** The router before the first command. Throws `InvalidJournal` where its time zone data is another. */
  router(options?: { secret?: Uint8Array }): Router;

  /** The commands, in order. */
  [Symbol.iterator](): IterableIterator<Input>;
}

/** Something found in a setup document. */
export interface Finding {
  /** Where, such as `queues[2].policy.levels[0].ring`. Empty: the document as a whole. */
  path: string;

  /** The stable machine code. */
  code: string;

  /** A sentence for people. */
  text: string;
}

/** All that is wrong with a setup document, and all that is odd about it. */
export interface SetupReport {
  faults: Finding[];
  oddities: Finding[];
}

/** All that is wrong with a setup document, and all that is odd about it. */
export function checkSetup(setup: Setup, config?: Config): SetupReport;

/** A report in the making: hears events, in order. */
export class Tally {
  /**
   * One that has heard of nothing. Hours of the day are those of `timeZone`, such as `America/Toronto`. Throws
   * `InvalidValue`.
   */
  constructor(timeZone: string);

  /** Hears where an operator works: what it takes to say how long an institution was covered. */
  worksAt(operator: string, institution: string): void;

  /** Hears where all operators of a router work. */
  worksAtOf(router: Router): void;

  /** Hears of a command that was accepted, before its events: it may say where somebody works. */
  hearCommand(command: Command): void;

  /** Hears of an event. */
  hear(event: Event): void;

  /** What it has come to. */
  report(until: Instant): Report;
}

/** A journal that was replayed, to be asked what another setup would have done. */
export class Recording {
  /** Hours of the day are those of `timeZone`. Default: `UTC`. Throws `InvalidJournal`, `InvalidValue`. */
  constructor(journal: Journal, timeZone?: string);

  /** How the collaborative was set up at the end. */
  get setup(): Setup;

  /** What the journal came to. */
  get report(): Report;

  /** What another setup would have done with the same patrons and operators. Throws `InvalidSetup`. */
  under(setup: Setup): WhatIf;
}

/** What `inWords` makes sentences and tables of. */
export interface Spoken {
  explanation: Explanation;
  record: Record;
  refusal: Refusal;
  report: Report;
  whatIf: WhatIf;
}

/** A value for people: `inWords("explanation", router.explain(chat, by))`. */
export function inWords<K extends keyof Spoken>(kind: K, value: Spoken[K]): string;

/** Checks a transcript against its chain: the digest after its last entry. Throws `ChainBroken`. */
export function verify(view: TranscriptView): string;

/** The transcript of a record, such that it can be checked with `verify`; `null` without a chain of digests. */
export function viewRecord(record: Record): TranscriptView | null;

/** The same record without what the patron wrote, and with another name for them. */
export function maskPatron(record: Record, name: string): Record;

/** The version of the time zone data that is built in, such as `2026b`. */
export function tzVersion(): string;

/** The version of the library. */
export const version: string;
