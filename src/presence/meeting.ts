/** Meetings and who is in them, and what they mean for a person's presence: their rules, their news, their claims. */

import type { HeldEvent } from './calendar.ts';
import type { Claim } from './claim.ts';
import type { Guid, Instant } from './intent.ts';
import type { Failure } from './outcome.ts';
import type { PairId, SessionPairId } from './pairs.ts';
import type { Schedule } from './schedule.ts';

/** A moment in a meeting for which a person may have a rule. */
export type MeetingMoment = 'start' | 'present' | 'join';

/** What a rule does, the strongest first: opens a session, asks first, or nothing. */
export const meetingActions = ['presenting', 'inAConferenceCall', 'ask', 'nothing'] as const;
export type MeetingAction = (typeof meetingActions)[number];

/** A person's rules, by their part in a meeting. */
export type MeetingRules = Readonly<Record<MeetingMoment, MeetingAction>>;

/** Off until the person turns one on. */
export const noRules: MeetingRules = { start: 'nothing', present: 'nothing', join: 'nothing' };

export interface MeetingSettings {
  readonly rules: MeetingRules;
  /** Meetings change nothing for now; without `until`: until they are resumed. */
  readonly paused?: { readonly until?: Instant };
}

/** Whether meetings change nothing at that instant. */
export function isPaused({ paused }: MeetingSettings, now: Instant): boolean {
  return paused !== undefined && (paused.until ?? Infinity) > now;
}

/** Which meeting: ids are unique within their tenant and source (`teams`, or a hook's). */
export interface MeetingKey {
  readonly tenantId: string;
  readonly source: string;
  readonly meetingId: string;
}

/** The chat of a meeting in Teams, and where the Bot Service of that region answers. */
export interface MeetingChat {
  readonly id: string;
  readonly serviceUrl: string;
}

/** A meeting that goes on. */
export interface Meeting extends MeetingKey {
  readonly title?: string;
  readonly startedAt: Instant;
  /** When it ends at the latest. */
  readonly endsAt?: Instant;
  /** When it was last known to run. */
  readonly lastActiveAt: Instant;
  readonly chat?: MeetingChat;
  /** When Teams is to be asked whether it goes on; undefined: never. */
  readonly askAt?: Instant;
}

/** A participant's roles; there may be several. */
export const meetingRoles = ['starter', 'presenter', 'attendee'] as const;
export type MeetingRole = (typeof meetingRoles)[number];

/** A person in a meeting, or who has left it. */
export interface Attendance {
  readonly userId: Guid;
  readonly roles: readonly MeetingRole[];
  /** When they were last known to join. */
  readonly joinedAt: Instant;
  /** Not before `joinedAt`; undefined: they are in it. */
  readonly leftAt?: Instant;
  /** The person was notified of this meeting already. */
  readonly notified: boolean;
  /** “Not for this meeting”. */
  readonly declined: boolean;
  /** When the person last said “End now” of its session. */
  readonly endedAt?: Instant;
}

/** A participant with a session for the meeting. */
export interface SessionHolder extends Pick<Attendance, 'userId' | 'joinedAt'> {
  readonly pair: SessionPairId;
  readonly endsAt: Instant;
}

/** A meeting as notifications name it. */
export interface MeetingName {
  readonly key: MeetingKey;
  readonly title?: string;
}

/** A notification, once for each meeting. */
export type News =
  /** A session was opened for the meeting; it is prolonged while the meeting is known to run. */
  | {
      readonly kind: 'set';
      readonly meeting: MeetingName;
      readonly pair: SessionPairId;
      readonly until: Instant;
      /** Graph has not taken it yet; it is tried again. */
      readonly pending: boolean;
      /** A stronger claim of theirs that has the slot. A preferred presence may hide it as well: the person state knows. */
      readonly hiddenBy?: Claim;
    }
  /** The question which session to open. */
  | { readonly kind: 'ask'; readonly meeting: MeetingName }
  /** The session could not be set, and is not retried. */
  | { readonly kind: 'gone'; readonly meeting: MeetingName; readonly failure: Failure | undefined }
  /** The meeting is over: its notification is updated. */
  | { readonly kind: 'over'; readonly meeting: MeetingName };

export interface Layer {
  readonly claim: Claim;
  /** The meeting of a claim; only its key if nothing more is known. */
  readonly meeting?: MeetingName;
}

/** The claims on a person's session slot. */
export interface Stack {
  /** All claims, the strongest first, which has the slot. Empty: none. */
  readonly layers: readonly Layer[];
  /** When the first one ends, and who has the slot then: undefined, nobody. */
  readonly next?: { readonly at: Instant; readonly claim: Claim | undefined };
  /** Their schedules that hold at present. */
  readonly schedules?: readonly Schedule[];
  /** The statuses that they have schedules of, be it at other times. */
  readonly scheduled?: readonly PairId[];
  /** What is to come of chains; their state tells which of them goes on. */
  readonly chained?: readonly Schedule[];
  /** What events of their calendar have set, and has not ended. */
  readonly heldEvents?: readonly HeldEvent[];
  /** When they last edited the rules for their calendar in a way that can be taken back. */
  readonly calendarEditedAt?: Instant;
  /** When they last edited their schedules in a way that can be taken back. */
  readonly schedulesEditedAt?: Instant;
}

/** No claims. */
export const noStack: Stack = { layers: [] };

/** The meeting whose session has the slot; undefined: none has. */
export function meetingOnTop({ layers }: Stack): Layer | undefined {
  const [first] = layers;
  const source = first?.claim.source.kind;
  return source === 'meeting' || source === 'hook' ? first : undefined;
}

/** The claim of a schedule that has the slot, where nothing was chosen since; undefined: none has. */
export function scheduledSince({ layers }: Stack, since: Instant): Claim | undefined {
  const claim = layers[0]?.claim;
  return claim?.source.kind === 'schedule' && claim.openedAt > since ? claim : undefined;
}

/** Whether that meeting has a session, on top or waiting. */
export function hasSession({ layers }: Stack, { key }: MeetingName): boolean {
  return layers.some(({ meeting }) => meeting !== undefined && sameMeeting(meeting.key, key));
}

function sameMeeting(one: MeetingKey, other: MeetingKey): boolean {
  return one.tenantId === other.tenantId && one.source === other.source && one.meetingId === other.meetingId;
}
