/** Ports: what the domain needs of the outside world. */

import type { CalendarChange, CalendarEvent, CalendarRequest } from './calendar.ts';
import type { Change, GraphRequest, ChangeId, Did } from './change.ts';
import type { Guid, Instant, Sender } from './intent.ts';
import type { MeetingKey, MeetingRules, MeetingSettings, News, Stack } from './meeting.ts';
import type { Failure, Outcome, SendResult } from './outcome.ts';
import type { SessionPairId } from './pairs.ts';
import type { Choice, PersonState } from './person-state.ts';
import type { PersonalKeys } from './personal-key.ts';
import type { Receipt } from './receipt.ts';
import type { ChainRest, ScheduleChange, ScheduleRequest } from './schedule.ts';
import type { WorkLocation } from './work-location.ts';

/**
 * Applies a change: its requests strictly in order, stopping at the first that is not accepted.
 * `stop` is raised when a newer choice of the same person replaces this one: nothing more is sent then.
 * Never rejects; who failed is in the outcome.
 */
export type Apply = (change: Change, stop: AbortSignal) => Promise<Outcome>;

type SnapshotResult =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly failure: Failure };

/** The result of a change. */
export interface ChangeResult {
  readonly outcome: Outcome;
  readonly did: Did;
  /** Whether the session is stored, if it had to be. */
  readonly kept: boolean;
}

/**
 * Sends an interactive change, stores it and gives its receipt. `notKept`: it would have to
 * be renewed and cannot be stored, so nothing was sent. `stop` as for `Apply`. Never rejects.
 */
export type Write = (change: Change, did: Did, stop: AbortSignal) => Promise<Receipt | 'notKept'>;

/** Reads a user's presence on behalf of `who`. Never rejects. */
export type ReadPresence = (who: Sender, userId: Guid) => Promise<SnapshotResult>;

type SnapshotsResult =
  | { readonly ok: true; readonly snapshots: ReadonlyMap<Guid, Snapshot> }
  | { readonly ok: false; readonly failure: Failure };

/** Reads the presence of many users on behalf of `who`; users that Graph leaves out are not in the answer. Never rejects. */
export type ReadPresences = (who: Sender, userIds: readonly Guid[]) => Promise<SnapshotsResult>;

/**
 * Looks at people of one tenant unasked, as background work: one attempt, and whoever could not be read is left out.
 * Never rejects.
 */
export type LookAt = (people: readonly Sender[]) => Promise<ReadonlyMap<Guid, Snapshot>>;

/**
 * Sends requests about several people of one tenant together, each person's at most once, in no order. Each has a
 * result of its own, in the order of the requests: applied, absent or failed. One attempt; the caller retries.
 * Never rejects.
 */
export type SendBatch = (
  tenantId: string,
  requests: readonly GraphRequest[],
) => Promise<readonly SendResult[]>;

/** A person state as looked up, and the claims on their session. */
export interface Recalled {
  readonly state: PersonState;
  /** False: the store is out of reach, so the state and the stack may be incomplete. */
  readonly known: boolean;
  readonly stack: Stack;
}

/** What this bot has set for each person. */
export interface PersonStates {
  /** As far as this process knows. */
  get(userId: Guid): PersonState;
  /**
   * The same with what the store holds from before this process or from another one, if it answers soon.
   * Never rejects. For commands that look back; a plain change does not need it.
   * `since` names a change that must have happened, as a card does: another process may be about to write it.
   */
  recall(userId: Guid, since?: ChangeId): Promise<Recalled>;
  /** Records a change's result and gives its receipt. */
  record(result: ChangeResult): Receipt;
  /** Remembers what was chosen for a meeting, or that reminders need not be offered any more. */
  chose(userId: Guid, choice: Choice, at: Instant): void;
}

/** People's own Graph tokens, if the bot calls Graph as the person. */
export interface UserTokens {
  /** The person's token, or undefined if they have to sign in. Rejects when the Bot Service cannot tell. */
  get(who: Sender): Promise<string | undefined>;
  /** Graph refused that token: it is not used again. */
  refused(who: Sender, token: string): void;
  /** Forgets the person's sign-in here and at the Bot Service. Rejects when the Bot Service does not take it. */
  signOut(who: Sender): Promise<void>;
}

/**
 * A person's stored data and settings. Each call is durable when it resolves,
 * and rejects while the store is out of reach: then nothing was changed.
 */
export interface Records {
  /** What meetings mean for them. */
  settings(who: Sender): Promise<MeetingSettings>;
  /** Rules for those moments; the others stay as they are. */
  setRules(who: Sender, rules: Partial<MeetingRules>): Promise<MeetingSettings>;
  /** Meetings change nothing until then; undefined: until they are resumed. */
  pause(who: Sender, until: Instant | undefined): Promise<MeetingSettings>;
  resume(who: Sender): Promise<MeetingSettings>;
  /** The claims on their session slot. */
  stack(who: Sender): Promise<Stack>;
  /**
   * The answer to what a meeting's rule asked them: a session for that meeting. Undefined: it is over, they have left
   * it or said “not for this meeting”, or it ends too soon.
   */
  answer(who: Sender, key: MeetingKey, pair: SessionPairId): Promise<News | undefined>;
  /** Ends the meeting's session; false: there is none. */
  endMeeting(who: Sender, key: MeetingKey): Promise<boolean>;
  /** “Not for this meeting”: the same, and nothing is set for it again. */
  decline(who: Sender, key: MeetingKey): Promise<void>;
  /** Does that with their schedules, and gives how they are then. */
  schedules(who: Sender, request: ScheduleRequest): Promise<ScheduleChange>;
  /**
   * Keeps what a change made of their chain, and gives what is to come of it; `from`: when what the person chose ends now,
   * which is when the next step starts.
   */
  followChain(
    who: Sender,
    chain: NonNullable<Receipt['chain']> & { readonly from?: Instant },
  ): Promise<ChainRest>;
  /** Whether they are reminded before an end that they named. */
  remindOfEnds(who: Sender, isOn: boolean): Promise<void>;
  /** Does that with the rules for their calendar, and gives how these are then. Missing: this bot reads no calendars. */
  readonly calendar?: (who: Sender, request: CalendarRequest) => Promise<CalendarChange>;
  /** Their personal keys; undefined: nobody has any here. */
  readonly keys?: PersonalKeys | undefined;
  /** Everything that is kept of them, as JSON, by what it is about. */
  export(who: Sender): Promise<Readonly<Record<string, readonly unknown[]>>>;
  /**
   * Ends their session, if there is one, and forgets everything that is kept of them. `sessionMayStay`: Graph did not
   * surely end it, so it may run out by itself.
   */
  forget(who: Sender): Promise<{ readonly sessionMayStay: boolean }>;
}

/** The log, for failures of which the user only reads that something could not be done. */
export interface FailureLog {
  warn(facts: object, message: string): void;
}

/** The language of somebody's replies, as BCP 47. */
interface PersonLanguage {
  /** What they asked to be answered in. */
  readonly fixed?: string;
  /** What they last wrote in, as far as this process has seen. */
  readonly last?: string;
}

export interface ReplyLanguages {
  /** What is known of that person. Never rejects, and never waits long for what is on record. */
  of(who: Sender): Promise<PersonLanguage>;
  /** They wrote in that language; undefined: in that of their client, which is followed from now on. */
  wrote(who: Sender, language: string | undefined): void;
  /** Fixes it, or lets it go where it is undefined. Gives whether that outlives this process. Never rejects. */
  fix(who: Sender, language: string | undefined): Promise<boolean>;
}

type CalendarResult =
  | { readonly ok: true; readonly events: readonly CalendarEvent[] }
  | { readonly ok: false; readonly failure: Failure; readonly isFinal: boolean };

/**
 * Reads which events of the person's own calendar overlap that time, and nothing of what they are about. Days of all-day
 * events begin and end at midnight in UTC. Never rejects.
 */
export type ReadCalendar = (who: Sender, from: Instant, to: Instant) => Promise<CalendarResult>;

export interface Snapshot {
  /** As the wire spells it, in any casing. */
  readonly availability: string;
  readonly activity: string;
  readonly message?: { readonly text: string; readonly endsAt?: Instant };
  readonly outOfOffice?: { readonly message?: string };
  readonly workLocation?: WorkLocation;
}
