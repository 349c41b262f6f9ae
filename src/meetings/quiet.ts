/**
 * Teams sends no events while nobody joins or leaves. After a while without any, Teams is asked about a few people who
 * should be in the meeting: so the sessions of a long, quiet meeting go on, and those of one whose end was lost do not.
 * Other systems repeat their events, and are not asked.
 */

import type { Guid, Instant } from '../presence/intent.ts';
import type { Meeting, MeetingChat, MeetingKey } from '../presence/meeting.ts';
import { dueWork, type DueWork } from '../sessions/scheduler.ts';
import { claimSourceOf, teamsSource } from './event.ts';
import { attendancesOf, compensate, extendSessions, type SessionServices } from './meeting-sessions.ts';

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
 * Teams is asked after so long without an event. A session has at least half an hour left after every event, so this
 * has to be less, by as much as finding what is due and an answer take.
 */
const askMs = 25 * minute;
/** Where all who were asked about have left, the next are asked about after so long. */
const askNextMs = 2 * minute;
/** A meeting that has been going on for so long is not asked about. */
const longestMs = 24 * 60 * minute;
/** People asked about at a time. */
const most = 3;

/** When Teams is to be asked about a meeting that is not asked about yet; undefined: never. */
export function askAtOf({ isInMeeting, now }: QuietServices, meeting: Meeting): Instant | undefined {
  const { source, chat, startedAt } = meeting;
  const canAsk = isInMeeting !== undefined && source === teamsSource && chat !== undefined;
  return canAsk && now() - startedAt < longestMs ? now() + askMs : undefined;
}

/** Makes sure that a meeting in which sessions are being opened is asked about. */
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
  if (now - meeting.lastActiveAt < askMs) {
    await askNext(askMs, meeting.lastActiveAt);
    return;
  }
  const asked = await Promise.all(
    holders
      .slice(0, most)
      .map(async (holder) => ({ holder, answer: await isInMeeting({ ...key, chat }, holder.userId) })),
  );
  const gone = asked.filter(({ answer }) => answer === false).map(({ holder }) => holder);
  // They lose their sessions as after an event. That does not show that the meeting still runs.
  const left = await meetings.record(
    key,
    gone.map(({ userId, joinedAt }) => ({ userId, joinedAt, leftAt: now })),
  );
  await services.sessions.endMany(left ?? [], claimSourceOf(key));
  if (asked.some(({ answer }) => answer === true)) await goesOn(services, meeting, now);
  await askNext(gone.length === most ? askNextMs : askMs, services.now());
}

/** It ran at that instant, as after an event. */
async function goesOn(services: QuietServices, meeting: Meeting, at: Instant) {
  const { meetings } = services.store;
  const before = await attendancesOf(meetings, meeting);
  const held = await extendSessions(services, meeting, meeting.lastActiveAt);
  await meetings.refresh({ ...meeting, lastActiveAt: at });
  await compensate(services, meeting, before, held);
}
