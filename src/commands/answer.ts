/** What a command gives back, as data; `replies/` turns it into words. */

import type { Command, Question, Refusal, ReplyLanguage, Talk } from '../parser/reading.ts';
import type { CalendarChange, RuleText } from '../presence/calendar.ts';
import type { Change } from '../presence/change.ts';
import type { Assumption, Holding, Instant } from '../presence/intent.ts';
import type { Call, Failure } from '../presence/outcome.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { UndoDecision } from '../presence/undo.ts';
import type { CheckedHolding } from '../presence/holding-status.ts';
import type { CardExtendDecision } from '../presence/card-requests.ts';
import type { CardReference } from '../presence/card-reference.ts';
import type {
  MeetingAction,
  MeetingMoment,
  MeetingName,
  MeetingSettings,
  News,
  Stack,
} from '../presence/meeting.ts';
import type { PairId } from '../presence/pairs.ts';
import type { KeysChange } from '../presence/personal-key.ts';
import type { Problem } from '../presence/problem.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { Snapshot } from '../presence/ports.ts';
import type { ChainRest, LocalDate, Schedule, ScheduleChange, ScheduleRule } from '../presence/schedule.ts';
import type { Following, OwnLayer } from './layers.ts';
import type { OthersAnswer } from './others.ts';

/** What holds after a change. */
export interface ReceiptAnswer {
  readonly kind: 'receipt';
  readonly receipt: Receipt;
  /** What is to come after it, or no more; left out where nothing was to. */
  readonly rest?: ChainRest;
  /** Its card has a button for a reminder before the end. */
  readonly offersReminder?: true;
}

export type Answer =
  | ReceiptAnswer
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  /** The exact requests a change would send, and what would be scheduled after it; nothing was sent. */
  | { readonly kind: 'whatIf'; readonly change: Change; readonly then?: readonly ScheduleRule[] }
  /** `what if` before something that changes nothing. */
  | { readonly kind: 'noChange' }
  /** What was previewed would be kept: a schedule, or that rule for their calendar. It sends nothing now. */
  | { readonly kind: 'wouldKeep'; readonly rule?: RuleText }
  | {
      readonly kind: 'status';
      readonly snapshot: Snapshot;
      readonly personState: PersonState;
      readonly layers: readonly OwnLayer[];
      /** What is to come of a chain. */
      readonly next: readonly Schedule[];
      /** Whether the store answered; otherwise layers may be missing. */
      readonly known: boolean;
    }
  | { readonly kind: 'statusFailed'; readonly failure: Failure }
  | { readonly kind: 'details'; readonly call: Call | undefined }
  | { readonly kind: 'help'; readonly keys: boolean }
  | { readonly kind: 'nothingToUndo'; readonly because: Extract<UndoDecision, { kind: 'none' }> }
  | { readonly kind: 'nothingToExtend'; readonly because: Extract<CardExtendDecision, { kind: 'none' }> }
  | { readonly kind: 'nothingToEnd'; readonly checked: readonly CheckedHolding[] }
  /** “Show it anyway” about a status that is over or was changed since, or is shown already. */
  | { readonly kind: 'nothingToShow'; readonly why: 'over' | 'already' }
  | Picker
  | PastReceipt
  | OthersAnswer
  /** The person asks to sign in and is not signed in. */
  | { readonly kind: 'signIn' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'signOutFailed' }
  /** The bot calls Graph as itself: nobody signs in. */
  | { readonly kind: 'noSignIn' }
  | MeetingsAnswer
  | SchedulesAnswer
  /** Whether they are reminded before an end. */
  | { readonly kind: 'endReminders'; readonly on: boolean }
  | ({ readonly kind: 'keys' } & KeysChange)
  | MeetingNews
  /** What became of a meeting's session or question after a press; `stack`: what wants the session now, if that is known. */
  | {
      readonly kind: 'meetingOver';
      readonly meeting: MeetingName;
      readonly because: 'ended' | 'declined' | 'nothing' | 'tooLate';
      readonly stack?: Stack;
    }
  | Why
  | {
      readonly kind: 'export';
      readonly data: Readonly<Record<string, readonly unknown[]>>;
      /** As a file, or as text; `instead`: why there is no file. */
      readonly as: 'file' | 'words';
      readonly instead?: 'notSaved' | 'notOffered';
    }
  /** Asks before `forget me` erases; `signedIn`: the sign-in at the Bot Service stays. */
  | { readonly kind: 'forgetFirst'; readonly signedIn: boolean }
  | { readonly kind: 'forgotten'; readonly signedIn: boolean; readonly sessionMayStay: boolean }
  /** The answer is private, and others would read it; nothing was changed. */
  | { readonly kind: 'ownChat' }
  /** The store is out of reach; nothing was changed. */
  | { readonly kind: 'noRecords' }
  /** The same for a command that looks back: the last change is not known. */
  | { readonly kind: 'notKnown' }
  | CalendarAnswer
  /** This bot reads no calendars. */
  | { readonly kind: 'calendarUnread' }
  /** Understood, but not available here. */
  | { readonly kind: 'notHere'; readonly wanted: Command['kind'] }
  /** Nothing in the sentence was about the sender's presence. */
  | { readonly kind: 'notAboutPresence' }
  /** Nothing in the sentence is of a language that the bot reads. */
  | { readonly kind: 'unknownLanguage' }
  | { readonly kind: 'talk'; readonly talk: Talk }
  /** What is kept about people, in general. */
  | { readonly kind: 'privacy' }
  /** The language of replies was fixed or released; `kept`: whether it is stored. */
  | { readonly kind: 'language'; readonly language: ReplyLanguage; readonly kept: boolean }
  /** The sender has no identity in this tenant's directory: a guest or an anonymous person. */
  | { readonly kind: 'guest' };

/** A person's meeting settings, and what was just changed. */
export interface MeetingsAnswer {
  readonly kind: 'meetings';
  readonly settings: MeetingSettings;
  readonly did?:
    | { readonly what: 'rule'; readonly when: readonly MeetingMoment[]; readonly then: MeetingAction }
    | { readonly what: 'saved' | 'resumed' | 'notPaused' }
    | { readonly what: 'paused'; readonly assumed: readonly Assumption[] };
}

/** Somebody's schedules, and what was just done about them. */
export interface SchedulesAnswer {
  readonly kind: 'schedules';
  readonly change: ScheduleChange;
  readonly did: ScheduleDid;
}

export type ScheduleDid =
  | { readonly what: 'listed' | 'resumed' | 'removed' | 'changed' | 'told' | 'hidden' | 'undone' }
  | { readonly what: 'added'; readonly assumed: readonly Assumption[] }
  | { readonly what: 'moved'; readonly zone: string }
  | { readonly what: 'skipped'; readonly on?: LocalDate }
  | { readonly what: 'paused'; readonly until: Instant | undefined; readonly assumed: readonly Assumption[] };

/** The rules for somebody's calendar, and what was just done about them. */
export interface CalendarAnswer {
  readonly kind: 'calendar';
  readonly change: CalendarChange;
  readonly did: CalendarDid;
}

export type CalendarDid = 'listed' | 'added' | 'removed' | 'moved' | 'undone';

/** News of a meeting; `over`: a preferred presence that stays on top. */
export interface MeetingNews {
  readonly kind: 'news';
  readonly news: News;
  readonly over?: Extract<Holding, { slot: 'preferred' }>;
}

/** The bot's own layers behind what shows, the top one first. */
export interface Why {
  readonly kind: 'why';
  readonly reported: Reported;
  readonly personState: PersonState;
  readonly layers: readonly OwnLayer[];
  readonly follows: readonly Following[];
  /** What is to come of a chain. */
  readonly next: readonly Schedule[];
  /** Whether the store answered; otherwise meetings and other processes' changes may be missing. */
  readonly reached: boolean;
}

/** What Microsoft reports. */
type Reported =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly failure: Failure };

/** The form's fields, each as it was left: it may come back to be corrected. */
export interface Filled {
  /** An id of `lengths`. */
  readonly length: string;
  /** `2026-11-23`, or empty. */
  readonly date: string;
  /** `15:00`, or empty. */
  readonly time: string;
  readonly message: string;
  /** Left out: once, from now on. */
  readonly repeat?: FilledRepeat;
}

/** How often, from which time, and on which days. */
export interface FilledRepeat {
  /** An id of `repeats`. */
  readonly often: string;
  /** `09:00`, or empty. */
  readonly from: string;
  /** `MO,TU`, or empty. */
  readonly days: string;
}

/** What is wrong with a form before its end is read at all. */
export type FormProblem =
  /** A date or time is filled in, and another length is chosen. */
  'twoEnds' | 'noDateAndTime' | 'noTime' | 'noLength' | 'passed' | 'noSuchTime' | RepeatProblem;

/** What is wrong with a form that repeats: no start, no days, or those without repeating. */
type RepeatProblem = 'noStart' | 'noDays' | 'notRepeated';

/** The form to choose from: empty, proposed from a message, or come back with what is wrong. */
export interface Picker {
  readonly kind: 'picker';
  readonly filled: Filled;
  readonly wrong?: Wrong;
  /** A message that the form was filled in from. */
  readonly from?: { readonly quote: string; readonly pair?: PairId };
}

/** Why a form was not taken. */
export type Wrong =
  | Extract<Answer, { kind: 'problem' | 'refusal' | 'question' }>
  | { readonly kind: 'form'; readonly problem: FormProblem };

/** The present state of an earlier receipt. */
export interface PastReceipt {
  readonly kind: 'pastReceipt';
  /** What its buttons are about now. */
  readonly reference: CardReference;
  readonly checked: readonly CheckedHolding[];
  readonly personState: PersonState;
  /** Whether the store answered; otherwise the state is unknown. */
  readonly known: boolean;
  /** What Microsoft reports now, if it was asked. */
  readonly reported?: Reported;
  /** Why a button that was pressed changed nothing. */
  readonly note?: Answer;
  /** What is to come after what still runs, or no more after a press. */
  readonly rest?: ChainRest;
}
