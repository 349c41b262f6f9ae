/**
 * Teams tells a bot nothing while nobody joins or leaves. Where nothing was heard of a meeting for a while, Teams is
 * asked about a few of those who are believed to be in it: so the sessions of a long, quiet meeting go on, and those of
 * one whose end was lost do not. Other systems tell of their meetings again, and are not asked.
 */

import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';
import type { Attendance, Meeting } from '../store/meetings.ts';
import { dueWork, type DueWork } from '../sessions/scheduler.ts';
import type { Attending } from './attend.ts';
import { claimSourceOf, teamsSource } from './event.ts';
import type { MeetingParts } from './parts.ts';
import { prolong } from './prolong.ts';
import { endAll } from './sessions.ts';
import { takeBack } from './take-back.ts';

/** People asked about at a time. */
const asked = 3;

/** When Teams is to be asked about a meeting that is not asked about yet; undefined: never. */
export function askAtOf({ isIn, policy, now }: MeetingParts, meeting: Meeting): Instant | undefined {
  const { source, chat, startedAt } = meeting;
  const isAsked = isIn !== undefined && source === teamsSource && chat !== undefined;
  return isAsked && now() - startedAt < policy.askedMs ? now() + policy.askMs : undefined;
}

/** Sees to it that a meeting is asked about in which sessions are being opened. */
export async function startAsking(parts: MeetingParts, meeting: Meeting): Promise<void> {
  const askAt = meeting.askAt === undefined ? askAtOf(parts, meeting) : undefined;
  if (askAt !== undefined) await parts.store.meetings.askLater(meeting, askAt);
}

/**
 * Asks about a meeting if that is due. Safe to repeat: what is due next is written last, and before its time nothing is
 * done. Rejects with the database's error: then it comes due again.
 */
export async function ringMeeting(parts: MeetingParts, key: MeetingKey): Promise<void> {
  const { store, isIn, now, policy } = parts;
  const { meetings } = store;
  const at = now();
  const meeting = await meetings.find(key);
  if (meeting?.askAt === undefined || meeting.askAt > at) return;
  const { chat } = meeting;
  const holders = await meetings.holders(key, claimSourceOf(key), at);
  const isLong = at - meeting.startedAt >= policy.askedMs;
  if ((holders.length === 0 || isLong) && (await meetings.stopAsking(meeting))) return;
  const askNext = (ms: number, since = at) => meetings.askLater(meeting, since + ms);
  if (isIn === undefined || chat === undefined || holders.length === 0 || isLong) {
    await askNext(policy.askMs);
    return;
  }
  if (at - meeting.heardAt < policy.askMs) {
    await askNext(policy.askMs, meeting.heardAt);
    return;
  }
  const some = holders.slice(0, asked);
  const answers = await Promise.all(some.map((userId) => isIn({ ...key, chat }, userId)));
  const named = (answer: boolean) => some.filter((_, index) => answers[index] === answer);
  await haveLeft(parts, key, named(false), at);
  const [witness] = named(true);
  if (witness !== undefined) await goesOn(parts, meeting, at);
  await askNext(named(false).length === asked ? policy.askNextMs : policy.askMs, now());
}

/** They lose their sessions, as if it had been heard; that nobody was found in a meeting does not show that it runs. */
async function haveLeft(parts: MeetingParts, key: MeetingKey, userIds: readonly Guid[], at: Instant) {
  const left: Guid[] = [];
  for (const userId of userIds) if (await parts.store.meetings.leave(key, userId, at)) left.push(userId);
  await endAll(parts.sessions, left, claimSourceOf(key));
}

/** It ran at that instant, as if something had been heard of it. */
async function goesOn(parts: MeetingParts, meeting: Meeting, at: Instant) {
  const { meetings } = parts.store;
  const before = new Map((await meetings.attendances(meeting)).map((one) => [one.userId, one]));
  const isThere = ({ leftAt, declined }: Attendance) => leftAt === undefined && !declined;
  const held = await prolong(parts, meeting, meeting.heardAt, [...before.values()].filter(isThere));
  await meetings.refresh({ ...meeting, heardAt: at });
  await takeBack(parts, meeting, before, held);
}

/** Meetings at a time: their people are told of in batches of their own. */
const batch = 10;
const atOnce = 2;

/** The meetings that come due to be asked about. */
export const questions = (
  { store }: Pick<MeetingParts, 'store'>,
  attending: Pick<Attending, 'ring'>,
): DueWork => dueWork('meetings', store.meetings, (keys) => attending.ring(keys), { batch, atOnce });
