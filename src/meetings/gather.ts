/** A meeting goes on, and somebody is in it or has left: opens, prolongs and ends sessions by people's own rules. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingDeed, MeetingKey } from '../presence/meeting.ts';
import type { Attendance, Meeting } from '../store/meetings.ts';
import { eachOf } from './each.ts';
import { endedAt } from './ended.ts';
import { claimSourceOf } from './event.ts';
import { fold, type Attendee, type Heard } from './fold.ts';
import { askAtOf, startAsking } from './quiet.ts';
import type { MeetingParts } from './parts.ts';
import { prolong } from './prolong.ts';
import { keptRoles, rolesIn } from './roles.ts';
import { findRuled, type Ruled } from './ruled.ts';
import { isStronger, wishFor } from './rules.ts';
import { endAll, holdAll, type Held } from './sessions.ts';
import { takeBack } from './take-back.ts';
import { tellOfQuestion, tellOfSession } from './telling.ts';
import { wantedFor } from './wanted.ts';

/** What became of an event. */
export interface Taken {
  /** The people who have turned on a rule. */
  readonly accepted: readonly Guid[];
  /** The others: they are not remembered. */
  readonly unknown: readonly Guid[];
  /** The meeting had ended by then: nothing was done. */
  readonly late: boolean;
}

/** Writes at a time. */
const atOnce = 8;
/** A meeting that is ended while somebody is written into it is looked at anew. */
const mostTries = 3;

/** Takes events of one meeting together, none of them its end, and gives what became of each. */
export async function gather(parts: MeetingParts, heard: readonly Heard[]): Promise<readonly Taken[]> {
  const first = heard[0];
  if (first === undefined) return [];
  const { key } = first.event;
  const { store } = parts;
  const people = heard.flatMap(({ event }) => event.people.map(({ userId }) => userId));
  const ruled = await findRuled(store.people, key.tenantId, people);
  let over: Instant | undefined;
  let went: Went = 'gone';
  for (let tries = 0; went === 'gone' && tries < mostTries; tries += 1) {
    const until = (over = await endedAt(store.meetings, key));
    const current = heard.filter(({ at }) => !isLate(at, until));
    went = await goOn(parts, key, current, ruled);
  }
  return heard.map(({ event, at }): Taken => {
    const named = [...new Set(event.people.map(({ userId }) => userId))];
    return {
      accepted: named.filter((userId) => ruled.has(userId)),
      unknown: named.filter((userId) => !ruled.has(userId)),
      late: went !== 'on' || isLate(at, over),
    };
  });
}

const isLate = (at: Instant, over: Instant | undefined) => over !== undefined && at <= over;

/** Whether the meeting goes on, was ended while sessions were being opened, or before anything was done. */
type Went = 'on' | 'ended' | 'gone';

async function goOn(
  parts: MeetingParts,
  key: MeetingKey,
  heard: readonly Heard[],
  ruled: ReadonlyMap<Guid, Ruled>,
): Promise<Went> {
  const { store, now } = parts;
  const known = await current(parts, key, heard);
  const concerned = heard.some(({ event }) => event.people.some(({ userId }) => ruled.has(userId)));
  // A meeting that nobody with a rule is in is none of the bot's business.
  if (heard.length === 0 || (known === undefined && !concerned)) return 'on';
  const meeting = heardOf(parts, key, known, heard);
  const isNew = known === undefined && (await store.meetings.start(meeting));
  const before = new Map(
    (isNew ? [] : await store.meetings.attendances(key)).map((one) => [one.userId, one]),
  );
  const attendees = fold(before, heard, (userId) => ruled.has(userId));
  let left: readonly Guid[];
  try {
    left = (await eachOf(attendees, atOnce, (one) => write(parts, key, one))).flat();
  } catch (error) {
    // Nobody can be written into a meeting that has gone.
    if ((await store.meetings.find(key)) !== undefined) throw error;
    return 'gone';
  }
  // Whoever had left before as well: their session's end may have been cut short.
  await endAll(parts.sessions, left, claimSourceOf(key));
  const wishes = attendees.flatMap((one) => {
    const person = ruled.get(one.userId);
    return person === undefined ? [] : [{ person, wish: newWish(person, one, now()) }];
  });
  if (known !== undefined) await startAsking(parts, meeting);
  const opened = await open(parts, meeting, wishes);
  const prolonged =
    known === undefined ? [] : await prolong(parts, meeting, known.heardAt, others(before, attendees));
  if (known !== undefined) await store.meetings.refresh(meeting);
  const lost = await takeBack(parts, key, before, [...opened, ...prolonged]);
  for (const held of opened) if (!lost.has(held.claim.userId)) await tellOfSession(parts, meeting, held);
  for (const { person, wish } of wishes)
    if (wish === 'ask') await tellOfQuestion(parts, meeting, person.userId);
  return opened.length === 0 || lost.size < opened.length ? 'on' : 'ended';
}

/** The meeting under way, or undefined if this is the first that is heard of it. */
async function current(
  { store, now, policy }: MeetingParts,
  key: MeetingKey,
  heard: readonly Heard[],
): Promise<Meeting | undefined> {
  const known = await store.meetings.find(key);
  if (known === undefined) return undefined;
  const silentMs = now() - known.heardAt;
  // Meetings of a series have one id: where an end was lost, the next start is of another.
  const isStart = heard.some(({ event }) => event.kind === 'started');
  if (silentMs <= (isStart ? policy.leaseMs : policy.forgottenMs)) return known;
  await store.meetings.end(key);
  return undefined;
}

function heardOf(
  parts: MeetingParts,
  key: MeetingKey,
  known: Meeting | undefined,
  heard: readonly Heard[],
): Meeting {
  const now = parts.now();
  const chat = heard.findLast(({ event }) => event.chat !== undefined)?.event.chat ?? known?.chat;
  const title = heard.findLast(({ event }) => event.title !== undefined)?.event.title ?? known?.title;
  const endsAt = heard.findLast(({ event }) => event.endsAt !== undefined)?.event.endsAt ?? known?.endsAt;
  const meeting: Meeting = {
    ...key,
    ...(title === undefined ? {} : { title }),
    startedAt: known?.startedAt ?? heard.reduce((least, { at }) => Math.min(least, at), now),
    ...(endsAt === undefined ? {} : { endsAt }),
    heardAt: now,
    ...(chat === undefined ? {} : { chat }),
  };
  const askAt = known === undefined ? askAtOf(parts, meeting) : known.askAt;
  return { ...meeting, ...(askAt === undefined ? {} : { askAt }) };
}

/** Gives the person where they have left, and nobody knows that they have come back since. */
async function write(
  { store }: MeetingParts,
  key: MeetingKey,
  { userId, before, roles, joinedAt, leftAt }: Attendee,
): Promise<readonly Guid[]> {
  const role = keptRoles(roles);
  // Who left before they were heard to join is remembered too: the join may still come.
  if (joinedAt !== before?.joinedAt || role !== before.role)
    await store.meetings.join(key, userId, role, joinedAt);
  return leftAt !== undefined && (await store.meetings.leave(key, userId, leftAt)) ? [userId] : [];
}

/** What is to be done for somebody now; what was done before, and perhaps ended by the person, is not done again. */
function newWish(person: Ruled, { before, roles, leftAt, returned }: Attendee, now: Instant): MeetingDeed {
  if (leftAt !== undefined || before?.declined === true) return 'nothing';
  const wish = wishFor(person.rules, roles, person.pausedUntil, now);
  const isSettled = before !== undefined && (before.told || before.endedAt !== undefined);
  if (!isSettled || returned) return wish;
  const was = wishFor(person.rules, rolesIn(before.role), person.pausedUntil, now);
  return isStronger(wish, was) ? wish : 'nothing';
}

const others = (before: ReadonlyMap<Guid, Attendance>, attendees: readonly Attendee[]) => {
  const left = new Set(attendees.flatMap(({ userId, leftAt }) => (leftAt === undefined ? [] : [userId])));
  return [...before.values()].filter(
    ({ userId, leftAt, declined }) => leftAt === undefined && !declined && !left.has(userId),
  );
};

async function open(
  parts: MeetingParts,
  meeting: Meeting,
  wishes: readonly { readonly person: Ruled; readonly wish: MeetingDeed }[],
): Promise<readonly Held[]> {
  const at = parts.now();
  const wanted = wishes.flatMap(({ person, wish }) =>
    wish === 'presenting' || wish === 'inAConferenceCall' ? wantedFor(parts, meeting, person, wish, at) : [],
  );
  return holdAll(parts.sessions, wanted);
}
