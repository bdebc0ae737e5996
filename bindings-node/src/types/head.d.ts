/** An instant: milliseconds since the Unix epoch, or a `Date`. What comes out is always a number. */
export type Instant = number | Date;

/**
 * A length of time: milliseconds, or a text such as `40 s`, `1h 30m` or `PT40S`. What comes out is always a
 * number.
 */
export type Span = number | string;

/** Where a page of an explanation ends. Nobody's concern but the next page's. */
export interface Cursor {
  level: number;
  registration: number;
}

/** What all events have. */
export interface Happened {
  /** When it happened, in milliseconds since the Unix epoch. */
  at: number;

  /** Its number: 1 for a router's first event, without gaps. */
  seq: number;
}

/** What came of a command of a list. */
export type Applied = Applied.Done | Applied.Refused;

export namespace Applied {
  /** It was carried out. */
  export interface Done {
    type: "done";

    /** What happened, in order. */
    events: Event[];
  }

  /** It was not, and nothing has changed. */
  export interface Refused {
    type: "refused";

    /** The code of the refusal. */
    code: string;

    /** Why. */
    refusal: Refusal;
  }
}
