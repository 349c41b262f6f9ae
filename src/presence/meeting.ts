/** Meetings and who is in them, and what they mean for a person's presence: their rules, their news, their claims. */

import type { Claim } from './claim.ts';
import type { Guid, Instant } from './intent.ts';
import type { Failure } from './outcome.ts';
import type { SessionPairId } from './pairs.ts';

/** What happens to a person in a meeting, for which they may have a rule. */
export type MeetingMoment = 'start' | 'present' | 'join';

/** What a rule does then, the strongest first: the session it opens, a question first, or nothing. */
export const meetingActions = ['presenting', 'inAConferenceCall', 'ask', 'nothing'] as const;
export type MeetingAction = (typeof meetingActions)[number];

/** What a meeting that the person starts, presents in or organises, or joins means for them. */
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
  /** When it is to be over at the latest. */
  readonly endsAt?: Instant;
  /** When it was last known to run. */
  readonly lastActiveAt: Instant;
  readonly chat?: MeetingChat;
  /** When Teams is to be asked whether it goes on; undefined: never. */
  readonly askAt?: Instant;
}

/** What somebody is in a meeting; they may be several. */
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

/** Somebody in a meeting that has a session of theirs. */
export interface SessionHolder extends Pick<Attendance, 'userId' | 'joinedAt'> {
  readonly pair: SessionPairId;
  readonly endsAt: Instant;
}

/** A meeting as people are told of it. */
export interface MeetingName {
  readonly key: MeetingKey;
  readonly title?: string;
}

/** What a person is told, once for each meeting. */
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
  /** What should it be? */
  | { readonly kind: 'ask'; readonly meeting: MeetingName }
  /** It could not be set, and nothing is tried again. */
  | { readonly kind: 'gone'; readonly meeting: MeetingName; readonly failure: Failure | undefined }
  /** The meeting is over: what was told of it is brought up to date. */
  | { readonly kind: 'over'; readonly meeting: MeetingName };

export interface Layer {
  readonly claim: Claim;
  /** The meeting that it is for; the source's own key where nothing more is known of it. */
  readonly meeting?: MeetingName;
}

/** What wants a person's session slot. */
export interface Stack {
  /** All of them, the strongest first: the first has the slot. Empty: nothing of ours does. */
  readonly layers: readonly Layer[];
  /** When the first one ends, and who has the slot then: undefined, nobody. */
  readonly next?: { readonly at: Instant; readonly claim: Claim | undefined };
}

/** Nothing of ours wants it. */
export const noStack: Stack = { layers: [] };

/** The meeting whose session has the slot; undefined: none has. */
export function meetingOnTop({ layers }: Stack): Layer | undefined {
  const [first] = layers;
  return first?.claim.source.kind === 'asked' ? undefined : first;
}

/** Whether that meeting has a session, on top or waiting. */
export function hasSession({ layers }: Stack, { key }: MeetingName): boolean {
  return layers.some(({ meeting }) => meeting !== undefined && sameMeeting(meeting.key, key));
}

function sameMeeting(one: MeetingKey, other: MeetingKey): boolean {
  return one.tenantId === other.tenantId && one.source === other.source && one.meetingId === other.meetingId;
}
