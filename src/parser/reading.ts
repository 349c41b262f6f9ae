/** What the reader made of a sentence: a command with its parts, a question back, or nothing. Never an exception. */

import type { CalendarCondition, CalendarEffect } from '../presence/calendar.ts';
import type { Assumption, End, Instant } from '../presence/intent.ts';
import type { MeetingAction, MeetingMoment } from '../presence/meeting.ts';
import type { PairId, PreferredId, SessionPairId, Slot } from '../presence/pairs.ts';
import type {
  FollowingStep,
  LocalDate,
  LocalTime,
  ScheduleTiming,
  WhichSchedules,
} from '../presence/schedule.ts';
import type { WorkPlace } from '../presence/work-location.ts';

/** What the reader must know of the moment: nothing of it comes from the host. */
export interface ReadContext {
  readonly now: Instant;
  /** IANA name, or a fixed offset such as `+05:30`; undefined when unknown: clock times are then refused. */
  readonly zone: string | undefined;
  /** BCP 47, such as `en-GB`; decides the order of numeric dates. */
  readonly locale: string;
  /** BCP 47: the language they fixed or wrote last, where a sentence may be of several; otherwise the locale's. */
  readonly language?: string;
  /** What the bot is called and how it was mentioned (`<at>Presence</at>`), to be taken out of the sentence. */
  readonly bot: readonly string[];
}

/**
 * Why the reader asks back instead of guessing. `words` are the user's own words it stumbled over;
 * `suggestions` are whole sentences the reader itself reads without asking, ready to be sent.
 */
export interface Question {
  readonly code:
    | 'typo'
    | 'leftOver'
    | 'twoStatuses'
    | 'twoEnds'
    | 'twoSteps'
    | 'bareNumber'
    | 'whichHour'
    /** Several places use that name for their time. */
    | 'whichZone'
    | 'justPassed'
    | 'ambiguousDate'
    | 'vagueEnd'
    | 'startOrEnd'
    | 'noStatus'
    | 'negated'
    /** Something is to be paused, and only what meetings set can be. */
    | 'pauseWhat'
    | 'notSure';
  readonly words: readonly string[];
  readonly suggestions: readonly string[];
}

/** Why a sentence that was understood cannot be done, each with one clear reply. */
export interface Refusal {
  readonly code:
    | 'others'
    /** Something later, of which no time can be told. */
    | 'schedule'
    /** One status after another, and reminders: they cannot be kept. */
    | 'chain'
    /** Schedules that leave public holidays out. */
    | 'holidays'
    /** A pause of meetings that would begin later, or come back. */
    | 'pauseLater'
    | 'outOfOffice'
    | 'notSettable'
    | 'notASession'
    | 'emptyDuration'
    | 'noSuchTime'
    | 'unknownUnit'
    | 'past'
    | 'forever'
    | 'noZone'
    | 'tooLong'
    | 'badJson'
    /** The bot does not answer in that language, or none was named. */
    | 'noSuchLanguage';
  readonly words: readonly string[];
}

/** A sentence that says what shall be. */
export type Command =
  | {
      readonly kind: 'prefer';
      readonly status: PreferredId;
      readonly end: End;
      /** What else the end may have meant, the likeliest first: offered beside the one that is acted on. */
      readonly otherEnds?: readonly Instant[];
      readonly message?: string;
      readonly assumed: readonly Assumption[];
    }
  | {
      readonly kind: 'open';
      readonly session: SessionPairId;
      readonly end: End;
      /** What else the end may have meant, the likeliest first: offered beside the one that is acted on. */
      readonly otherEnds?: readonly Instant[];
      readonly message?: string;
      readonly assumed: readonly Assumption[];
    }
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly end: End;
      /** What else the end may have meant, the likeliest first: offered beside the one that is acted on. */
      readonly otherEnds?: readonly Instant[];
      readonly assumed: readonly Assumption[];
    }
  /** `named`: the status that was named; where it is not set, what is scheduled of it may be meant. */
  | { readonly kind: 'clear'; readonly slots: readonly Slot[]; readonly named?: PreferredId }
  /** Where they work today; `otherDay`: it was said of another one. */
  | { readonly kind: 'workLocation'; readonly place: WorkPlace; readonly otherDay?: true }
  /** Who of this chat is free, or in the office. */
  | { readonly kind: 'whoIs'; readonly asked: WhoIsAsked }
  | {
      readonly kind: 'extend';
      readonly end: Exclude<End, { said: 'nothing' }>;
      readonly assumed: readonly Assumption[];
    }
  /** Another end for what was set last: "make it 2 hours". */
  | {
      readonly kind: 'changeEnd';
      readonly end: Exclude<End, { said: 'nothing' }>;
      readonly otherEnds?: readonly Instant[];
      readonly assumed: readonly Assumption[];
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'status' }
  | { readonly kind: 'details' }
  | { readonly kind: 'help' }
  /** The card to choose from, asked for with nothing chosen yet: it changes nothing. */
  | { readonly kind: 'picker' }
  /** Everything that decides what colleagues see, and who set it. */
  | { readonly kind: 'why' }
  /** The card of meeting rules. */
  | { readonly kind: 'meetings' }
  /** A rule for each of those moments: one was named, or all were switched off. */
  | { readonly kind: 'meetingRule'; readonly when: readonly MeetingMoment[]; readonly then: MeetingAction }
  /** No meeting rule acts until then; until they are resumed, if no end was said. */
  | { readonly kind: 'pauseMeetings'; readonly until: End; readonly assumed: readonly Assumption[] }
  | { readonly kind: 'resumeMeetings' }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'signOut' }
  /** What is kept about people, in general. */
  | { readonly kind: 'privacy' }
  /** The language of the bot's replies. */
  | { readonly kind: 'language'; readonly language: ReplyLanguage }
  /** Everything kept about the sender, shown or erased. */
  | { readonly kind: 'exportMe' }
  | { readonly kind: 'forgetMe' }
  /** Makes a personal key of that name; empty: without one. */
  | { readonly kind: 'key'; readonly name: string }
  /** The card of personal keys. */
  | { readonly kind: 'keys' }
  | ScheduleCommand
  | CalendarCommand
  /** A JSON object typed or pasted; still unchecked. */
  | { readonly kind: 'pasted'; readonly body: unknown };

/** What may be asked of everybody in a chat. */
export type WhoIsAsked = 'free' | 'busy' | 'away' | 'office' | 'remote';

/** A sentence about what one's calendar means. */
export type CalendarCommand =
  /** What is to become of the status during such events. */
  | { readonly kind: 'calendarRule'; readonly when: CalendarCondition; readonly then: CalendarEffect }
  /** The card of these rules. */
  | { readonly kind: 'calendarRules' }
  /** The rule about such events is to go. */
  | { readonly kind: 'removeCalendarRule'; readonly when: CalendarCondition }
  /** All of them. */
  | { readonly kind: 'calendarOff' };

/** A sentence about time ahead. */
export type ScheduleCommand =
  /** A status from a later time on: once, or again and again. */
  | {
      readonly kind: 'schedule';
      readonly status: PairId;
      readonly timing: ScheduleTiming;
      /** Asked for as quiet hours. */
      readonly quietHours?: true;
      readonly message?: string;
      /** What comes after each time. */
      readonly then?: readonly FollowingStep[];
      readonly assumed: readonly Assumption[];
    }
  /** One status after the other, the first one now: "dnd until 3 then available until 5". At most four. */
  | {
      readonly kind: 'chain';
      readonly steps: readonly { readonly status: PairId; readonly end: End; readonly message?: string }[];
      readonly assumed: readonly Assumption[];
    }
  /** The card of schedules. */
  | { readonly kind: 'schedules' }
  /** What is scheduled on those days, both included. */
  | { readonly kind: 'scheduledDays'; readonly from: LocalDate; readonly to: LocalDate }
  /** Not on that day. */
  | { readonly kind: 'skipSchedule'; readonly which: WhichSchedules; readonly on: LocalDate }
  /** No schedule starts until then; until they are resumed, if no end was said. */
  | {
      readonly kind: 'pauseSchedules';
      readonly which: WhichSchedules;
      readonly until: End;
      readonly assumed: readonly Assumption[];
    }
  | { readonly kind: 'resumeSchedules'; readonly which: WhichSchedules }
  | { readonly kind: 'removeSchedule'; readonly which: WhichSchedules }
  /** Other times for a schedule that there is. */
  | {
      readonly kind: 'changeSchedule';
      readonly which: WhichSchedules;
      readonly from?: LocalTime;
      readonly to?: LocalTime;
    }
  /** A line before an end that they named: on or off. */
  | { readonly kind: 'endReminders'; readonly on: boolean };

/** A language to be answered in, or that of what one writes. */
export type ReplyLanguage = 'en' | 'de' | 'fr' | 'es' | 'pt-BR' | 'zh-Hans' | 'ja' | 'auto';

export type Reading =
  | Command
  | { readonly kind: 'whatIf'; readonly of: Command }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  /** Not about the sender's presence at all: nothing is done. `talk`: what is said to a bot as to anybody. */
  /** `strange`: no word of it is in any of the languages. */
  | { readonly kind: 'none'; readonly talk?: Talk; readonly strange?: true };

/** What needs no answer but a word. */
export type Talk =
  | 'hello'
  | 'thanks'
  | 'bye'
  /** "ok", "great", a raised thumb. */
  | 'fine'
  /** "no", "never mind". */
  | 'drop'
  /** "yes", and nothing was asked. */
  | 'yes';
