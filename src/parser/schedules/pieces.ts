/** The pieces that a sentence says of time ahead. */

import type { SaidEnd } from '../time/ends.ts';
import type { Item } from '../lexer/items.ts';
import type { Day, Match } from '../time/dates.ts';
import type { Duration } from '../time/duration.ts';
import type { SaidMoment } from '../time/moment.ts';
import type { Daypart } from '../languages/language.ts';

/** How one language reads times. */
export interface TimeReader {
  readonly moment: (items: readonly Item[], at: number, strict: boolean) => SaidMoment | undefined;
  readonly day: (items: readonly Item[], at: number) => Match<Day> | undefined;
  /** "9-12" in forms of the language's own. */
  readonly range: (items: readonly Item[], at: number) => Match<SaidWindow> | undefined;
  /** A start with what stands before or behind it, in forms of the language's own. */
  readonly start: (items: readonly Item[], at: number) => Match<SaidStart> | undefined;
  /** A length with what stands before or behind it: "for 2 hours". */
  readonly length: (items: readonly Item[], at: number) => Match<Duration> | undefined;
  /** "in 20 minutes". */
  readonly later: (items: readonly Item[], at: number) => Match<Duration> | undefined;
  /** "until 5pm", "until the end of the month". */
  readonly until: (items: readonly Item[], at: number) => Match<SaidEnd> | undefined;
}

/** "9-12", "tonight from 7 until tomorrow 8:30", "24 Dec to 2 Jan"; `sure`: nothing but a time can be meant. */
export interface SaidWindow {
  readonly from: SaidMoment;
  readonly to: SaidMoment;
  readonly sure: boolean;
  /** "2pm to 4pm tomorrow": the day, behind both times, may be of both. */
  readonly shared?: true;
}

/** A time that something starts at; `open`: "after 6pm" lasts to the end of the day. */
export interface SaidStart {
  readonly moment: SaidMoment;
  readonly mark: 'at' | 'from' | 'after' | 'none';
}

/** Days as they were said, and the part of them. */
export interface Recurrence {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Of the month: the first is 1, the last -1. */
  readonly nth?: number;
  /** Of the month, in place of weekdays: the last one is -1. */
  readonly monthDay?: number;
  readonly part?: Daypart;
  /** "samedi et dimanche": perhaps only those of this week. */
  readonly listed?: true;
}

/** Each piece at most once; a second one of its kind is in `twice`. */
export interface Pieces {
  readonly recurrence?: Recurrence;
  readonly window?: SaidWindow;
  readonly span?: SaidWindow;
  readonly start?: SaidStart;
  /** A day or a part of it, said apart from its time. */
  readonly day?: SaidStart;
  readonly until?: SaidEnd;
  readonly length?: Duration;
  readonly later?: Duration;
  readonly allDay?: true;
  readonly quietHours?: true;
}

/** One piece, with the index behind it. */
export type Piece = {
  readonly [Key in keyof Pieces]-?: {
    readonly key: Key;
    readonly value: NonNullable<Pieces[Key]>;
    readonly next: number;
  };
}[keyof Pieces];
