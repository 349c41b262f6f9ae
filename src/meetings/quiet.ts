/**
 * Teams tells a bot nothing while nobody joins or leaves. Where nothing was heard of a meeting for a while, Teams is
 * asked about a few of those who are believed to be in it: so the sessions of a long, quiet meeting go on, and those of
 * one whose end was lost do not. Other systems tell of their meetings again, and are not asked.
 */

import type { Guid, Instant } from '../presence/intent.ts';
import type { Meeting, MeetingChat, MeetingKey } from '../presence/meeting.ts';
import { dueWork, type DueWork } from '../sessions/scheduler.ts';
import { claimSourceOf, teamsSource } from './event.ts';
import { attendancesOf, compensate, extendSessions, type SessionServices } from './sessions.ts';

/**
 * Whether Teams says that a person is in a meeting at present; undefined: it does not say. Never rejects, and takes some
 * seconds at the most.
 */
export type IsInMeeting = (
  meeting: MeetingKey & { readonly chat: MeetingChat },
  userId: Guid,
) => Promise<boolean | undefined>;

export interface QuietServices extends SessionServices {
  /** Without it, nobody is asked. */
  readonly isInMeeting?: IsInMeeting;
}

const minute = 60_000;
/**
 * Teams is asked when nothing was heard for so long. A session has half an hour left whenever something is heard, so
 * this has to be less, by as much as finding what is due and an answer take.
 */
const askMs = 25 * minute;
/** The next people of a meeting are asked about after that, where those asked about have all left it. */
const askNextMs = 2 * minute;
/** Nothing is asked about a meeting that has been going on for so long. */
const longestMs = 24 * 60 * minute;
/** People asked about at a time. */
const most = 3;

/** When Teams is to be asked about a meeting that is not asked about yet; undefined: never. */
export function askAtOf({ isInMeeting, now }: QuietServices, meeting: Meeting): Instant | undefined {
  const { source, chat, startedAt } = meeting;
  const canAsk = isInMeeting !== undefined && source === teamsSource && chat !== undefined;
  return canAsk && now() - startedAt < longestMs ? now() + askMs : undefined;
}

/** Sees to it that a meeting is asked about in which sessions are being opened. */
export async function startAsking(services: QuietServices, meeting: Meeting): Promise<void> {
  const askAt = meeting.askAt === undefined ? askAtOf(services, meeting) : undefined;
  if (askAt !== undefined) await services.store.meetings.askLater(meeting, askAt);
}

/** Meetings at a time: their people's sessions are sent in batches of their own. */
const batch = 10;
const atOnce = 2;

/** The meetings that come due to be asked about. */
export const quietMeetings = (services: QuietServices): DueWork =>
  dueWork(
    'meetings',
    services.store.meetings,
    async (keys) => {
      await Promise.all(keys.map((key) => askAbout(services, key)));
    },
    { batch, atOnce },
  );

/**
 * Asks about a meeting if that is due. Safe to repeat: what is due next is written last, and before its time nothing is
 * done. Rejects with the database's error: then it comes due again.
 */
export async function askAbout(services: QuietServices, key: MeetingKey): Promise<void> {
  const { store, isInMeeting } = services;
  const { meetings } = store;
  const now = services.now();
  const meeting = await meetings.find(key);
  if (meeting?.askAt === undefined || meeting.askAt > now) return;
  const { chat } = meeting;
  const holders = await meetings.holders(key, claimSourceOf(key), now);
  const isLong = now - meeting.startedAt >= longestMs;
  if ((holders.length === 0 || isLong) && (await meetings.stopAsking(meeting))) return;
  const askNext = (ms: number, since = now) => meetings.askLater(meeting, since + ms);
  if (isInMeeting === undefined || chat === undefined || holders.length === 0 || isLong) {
    await askNext(askMs);
    return;
  }
  if (now - meeting.heardAt < askMs) {
    await askNext(askMs, meeting.heardAt);
    return;
  }
  const asked = await Promise.all(
    holders
      .slice(0, most)
      .map(async (holder) => ({ holder, answer: await isInMeeting({ ...key, chat }, holder.userId) })),
  );
  const gone = asked.filter(({ answer }) => answer === false).map(({ holder }) => holder);
  // They lose their sessions as if their leaving had been heard; that it was not does not show that the meeting runs.
  const left = await meetings.record(
    key,
    gone.map(({ userId, joinedAt }) => ({ userId, joinedAt, leftAt: now })),
  );
  await services.sessions.endMany(left ?? [], claimSourceOf(key));
  if (asked.some(({ answer }) => answer === true)) await goesOn(services, meeting, now);
  await askNext(gone.length === most ? askNextMs : askMs, services.now());
}

/** It ran at that instant, as if something had been heard of it. */
async function goesOn(services: QuietServices, meeting: Meeting, at: Instant) {
  const { meetings } = services.store;
  const before = await attendancesOf(meetings, meeting);
  const held = await extendSessions(services, meeting, meeting.heardAt);
  await meetings.refresh({ ...meeting, heardAt: at });
  await compensate(services, meeting, before, held);
}
