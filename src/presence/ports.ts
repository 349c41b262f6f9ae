/** What the domain needs of the outside world, so that no room above knows who provides it. */

import type { Change, GraphRequest, ChangeId, Did } from './change.ts';
import type { Guid, Instant, Sender } from './intent.ts';
import type { MeetingKey, MeetingRules, MeetingSettings, News, Stack } from './meeting.ts';
import type { Failure, Outcome, SendResult } from './outcome.ts';
import type { SessionPairId } from './pairs.ts';
import type { MeetingChoice, PersonState } from './person-state.ts';
import type { Receipt } from './receipt.ts';

/**
 * Applies a change: its requests strictly in order, stopping at the first that is not accepted.
 * `stop` is raised when a newer choice of the same person replaces this one: nothing more is sent then.
 * Never rejects; who failed is in the outcome.
 */
export type Apply = (change: Change, stop: AbortSignal) => Promise<Outcome>;

type SnapshotResult =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly failure: Failure };

/** What came of a change. */
export interface ChangeResult {
  readonly outcome: Outcome;
  readonly did: Did;
  /** Whether what became of the session is on record, as far as that was to be. */
  readonly kept: boolean;
}

/**
 * Sends a change that somebody asked for, puts it on record, and gives what may be said of it. `notKept`: it would have to
 * be renewed, and cannot be put on record, so nothing was sent. `stop` as for `Apply`. Never rejects.
 */
export type Write = (change: Change, did: Did, stop: AbortSignal) => Promise<Receipt | 'notKept'>;

/** Reads a user's presence back, for whoever asks. Never rejects. */
export type ReadPresence = (who: Sender, userId: Guid) => Promise<SnapshotResult>;

type SnapshotsResult =
  | { readonly ok: true; readonly snapshots: ReadonlyMap<Guid, Snapshot> }
  | { readonly ok: false; readonly failure: Failure };

/** Reads the presence of many users at once, for whoever asks; whoever Graph does not tell of is not in the answer. Never rejects. */
export type ReadPresences = (who: Sender, userIds: readonly Guid[]) => Promise<SnapshotsResult>;

/**
 * Sends requests about several people of one tenant together, each person's at most once, in no order. Each has a
 * result of its own, in the order of the requests: applied, absent or failed. One attempt: repeating is the caller's.
 * Never rejects.
 */
export type SendBatch = (
  tenantId: string,
  requests: readonly GraphRequest[],
) => Promise<readonly SendResult[]>;

/** A person state as it was looked up, and what wants their session beside it. */
export interface Recalled {
  readonly state: PersonState;
  /** False: the record is out of reach, so there may be more, or something newer, than the state and the stack say. */
  readonly known: boolean;
  readonly stack: Stack;
}

/** What this bot has set for each person. */
export interface PersonStates {
  /** As far as this process knows. */
  get(userId: Guid): PersonState;
  /**
   * The same with what was recorded before this process started, or by another one, where that is within reach soon.
   * Never rejects. For what looks back; a plain change needs none of it.
   * `since` names a change that must have happened, as a card does: another process may be about to write it.
   */
  recall(userId: Guid, since?: ChangeId): Promise<Recalled>;
  /** Remembers what came of a change, and what may be said of it, which it gives. */
  record(result: ChangeResult): Receipt;
  /** Remembers what was chosen for a meeting. */
  chose(userId: Guid, choice: MeetingChoice, at: Instant): void;
}

/** People's own tokens for Graph, where the bot acts as they and not as itself. */
export interface UserTokens {
  /** The person's token, or undefined if they have to sign in. Rejects when the Bot Service cannot tell. */
  get(who: Sender): Promise<string | undefined>;
  /** That token was not accepted: it is not given again from memory. */
  refused(who: Sender, token: string): void;
  /** Forgets the person's sign-in here and at the Bot Service. Rejects when the Bot Service does not take it. */
  signOut(who: Sender): Promise<void>;
}

/**
 * What is on record of a person beyond this process, and what they may say about it. Each is durable when it resolves,
 * and rejects while the record is out of reach: then nothing was changed.
 */
export interface Records {
  /** What meetings mean for them. */
  settings(who: Sender): Promise<MeetingSettings>;
  /** Rules for those moments; the others stay as they are. */
  setRules(who: Sender, rules: Partial<MeetingRules>): Promise<MeetingSettings>;
  /** Meetings change nothing until then; undefined: until they are resumed. */
  pause(who: Sender, until: Instant | undefined): Promise<MeetingSettings>;
  resume(who: Sender): Promise<MeetingSettings>;
  /** What wants their session slot. */
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
  /** Everything that is kept of them, as JSON, by what it is about. */
  export(who: Sender): Promise<Readonly<Record<string, readonly unknown[]>>>;
  /**
   * Ends their session, if there is one, and forgets everything that is kept of them. `sessionMayStay`: Graph did not
   * surely end it, so it may run out by itself.
   */
  forget(who: Sender): Promise<{ readonly sessionMayStay: boolean }>;
}

/** Where it is noted who failed, in fixed words, when the user reads only that something could not be done. */
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

export interface Snapshot {
  /** As the wire spells it, in any casing. */
  readonly availability: string;
  readonly activity: string;
  readonly message?: { readonly text: string; readonly endsAt?: Instant };
  readonly outOfOffice?: { readonly message?: string };
}
