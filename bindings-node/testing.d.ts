/**
 * A desk for fast-check: it plays patrons, operators and time against a setup document.
 *
 * Say in a rule what must hold at your desk. The rules of the router itself are checked after each step besides.
 * fast-check looks for the shortest story that breaks one.
 */

import type { Arbitrary, Command, Parameters } from "fast-check";
import type { Action, Actor, ChatOffered, ChatView, Config, Event, Instant, Router, Setup } from "refdesk";

/** A desk: patrons ask, operators come and go, answer or do not, and time goes by. */
export class Desk {
  /** One that is set up, and whose operators are all there. `now` is as in `DeskParameters`. */
  constructor(setup: Setup, config?: Config, now?: Instant);

  /** The router, for your own questions. */
  readonly router: Router;

  /** All that has happened. */
  readonly events: Event[];

  /** The open chats: whose patron is whose. */
  readonly chats: Map<string, string>;

  /** What rings, by `"{offer} {chat}"`. */
  readonly offers: Map<string, ChatOffered>;

  readonly operators: string[];
  readonly queues: string[];

  /** The open chats that nobody answers. */
  waiting(): ChatView[];

  /** The open chats that an operator answers: not on hold, and not being handed over. */
  answered(): ChatView[];

  /** The operators who are there and could answer another chat. */
  free(): string[];

  /** Somebody wants something; what is refused has not happened. */
  does(by: Actor, action: Action): Event[];

  /** So many milliseconds go by. */
  passes(millis: number): void;

  /** Lets time go by, as a host does: until no timer is due any more. */
  advance(now: number): void;
}

/** What must hold after each step: it throws where it does not. */
export type Rule = (desk: Desk) => void;

/** The steps, for `fc.commands`; the model of `fc.modelRun` is `{ desk }`, and the real thing the same `Desk`. */
export function deskSteps(rule?: Rule): Arbitrary<Command<{ desk: Desk }, Desk>>[];

/** How long `checkDesk` looks, beside the parameters of `fc.assert`. */
export interface DeskParameters extends Parameters {
  /** The configuration of the router. */
  config?: Config;

  /**
   * When every story begins. **A setup with opening hours wants a time in them**: the default is 0, the first moment of
   * 1970, a Thursday, 00:00 UTC, when a desk by day is closed, and what is said of whom it rings holds of nobody.
   *
   * From there time goes by in steps of a millisecond up to a day, and to the next timer, such as that of a queue that
   * opens or closes: so stories see a desk by day both open and closed.
   */
  now?: Instant;

  /** The most steps of a story. Default: 50. */
  steps?: number;
}

/** Plays stories at a desk, and throws the shortest one that it finds to break a rule. */
export function checkDesk(setup: Setup, rule: Rule, parameters?: DeskParameters): void;
