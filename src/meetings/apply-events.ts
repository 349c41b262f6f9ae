/** Applies the events of a meeting: opens, extends and ends sessions by people's own rules. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { Meeting, MeetingKey } from '../presence/meeting.ts';
import { attendeesAfter, newActionFor, type Attendee, type DatedEvent } from './attendance.ts';
import { claimSourceOf, type MeetingEvent } from './event.ts';
import { nameOf, newsOf, notifyOnce, type NotifyServices } from './notify.ts';
import { askAtOf, startAsking, type QuietServices } from './quiet.ts';
import { findPeopleWithRules, type PersonWithRules } from './rules.ts';
import { attendancesOf, claimFor, compensate, extendSessions, sessionMs } from './meeting-sessions.ts';

export type EventServices = QuietServices & NotifyServices;

/** What became of an event. */
export interface EventResult {
  /** People with a rule. */
  readonly accepted: readonly Guid[];
  /** Everybody else; nothing is kept of them. */
  readonly unknown: readonly Guid[];
  /** The meeting had ended by then, and nothing was done. */
  readonly late: boolean;
}

const minute = 60_000;
/** A meeting without events for so long is over; the next event is of another one with the same id. */
const forgottenMs = 12 * 60 * minute;
/** A start without a time that comes so soon after an end is taken for one that the end has overtaken. */
const lateMs = 10 * minute;
/** Where a meeting is ended while its events are being applied, they are applied anew. */
const mostTries = 3;

/** Applies events of one meeting in the order in which they happened; those between two ends go together. */
export async function applyEvents(
  services: EventServices,
  events: readonly MeetingEvent[],
): Promise<readonly EventResult[]> {
  const now = services.now();
  const dated = events.map((event) => datedEvent(event, now));
  const results = new Map<DatedEvent, EventResult>();
  let run: DatedEvent[] = [];
  const applyRun = async () => {
    const applied = await applyAll(services, run);
    for (const [index, one] of run.entries()) results.set(one, applied[index] ?? nothing);
    run = [];
  };
  for (const one of dated.toSorted((before, after) => before.at - after.at)) {
    if (one.event.kind === 'ended') {
      await applyRun();
      await applyEnd(services, one);
    } else run.push(one);
  }
  await applyRun();
  return dated.map((one) => results.get(one) ?? nothing);
}

const nothing: EventResult = { accepted: [], unknown: [], late: false };

/** When it happened: as it says, but not in the future. A time that is far off is left out. */
function datedEvent(event: MeetingEvent, now: Instant): DatedEvent {
  const { at, ...rest } = event;
  return at === undefined || Math.abs(now - at) > forgottenMs
    ? { event: rest, at: now }
    : { event, at: Math.min(at, now) };
}

async function applyAll(
  services: EventServices,
  events: readonly DatedEvent[],
): Promise<readonly EventResult[]> {
  const key = events[0]?.event.key;
  if (key === undefined) return [];
  const { people, meetings } = services.store;
  const named = events.flatMap(({ event }) => event.people.map(({ userId }) => userId));
  const withRules = await findPeopleWithRules(people, key.tenantId, named);
  let endedAt: Instant | undefined;
  const isLate = ({ at }: DatedEvent) => endedAt !== undefined && at <= endedAt;
  let went: Went = 'gone';
  for (let tries = 0; went === 'gone' && tries < mostTries; tries += 1) {
    endedAt = await meetings.endedAt(key);
    went = await applyCurrent(
      services,
      key,
      events.filter((one) => !isLate(one)),
      withRules,
    );
  }
  return events.map((one): EventResult => {
    const about = [...new Set(one.event.people.map(({ userId }) => userId))];
    return {
      accepted: about.filter((userId) => withRules.has(userId)),
      unknown: about.filter((userId) => !withRules.has(userId)),
      late: went !== 'on' || isLate(one),
    };
  });
}

/** The meeting goes on, was ended while sessions were being opened, or was ended before anything was done. */
type Went = 'on' | 'ended' | 'gone';

/** Applies events that are not late. Every step is safe to repeat. */
async function applyCurrent(
  services: EventServices,
  key: MeetingKey,
  events: readonly DatedEvent[],
  withRules: ReadonlyMap<Guid, PersonWithRules>,
): Promise<Went> {
  const { store, sessions, now } = services;
  const known = await currentMeeting(services, key, events);
  const concerned = events.some(({ event }) => event.people.some(({ userId }) => withRules.has(userId)));
  // Meetings without anybody who has a rule are not kept.
  if (events.length === 0 || (known === undefined && !concerned)) return 'on';
  const meeting = meetingAfter(services, key, known, events);
  if (known === undefined) await store.meetings.start(meeting);
  const before = await attendancesOf(store.meetings, key);
  const attendees = attendeesAfter(before, events, (userId) => withRules.has(userId));
  const left = await store.meetings.record(key, attendees.flatMap(changeOf));
  if (left === undefined) return 'gone';
  // Also of those who had left before: ending their session may have been interrupted.
  await sessions.endMany(left, claimSourceOf(key));
  const actions = attendees.flatMap((attendee) => {
    const person = withRules.get(attendee.userId);
    return person === undefined ? [] : [{ person, action: newActionFor(person, attendee, now()) }];
  });
  if (known !== undefined) await startAsking(services, meeting);
  const at = now();
  const opened = await sessions.openMany(
    actions.flatMap(({ person, action }) => {
      if (action === 'ask' || action === 'nothing') return [];
      return claimFor(services, meeting, person, action, at) ?? [];
    }),
  );
  const extended = known === undefined ? [] : await extendSessions(services, meeting, known.lastActiveAt);
  if (known !== undefined) await store.meetings.refresh(meeting);
  const lost = await compensate(services, key, before, [...opened, ...extended]);
  const kept = opened.filter(({ claim }) => !lost.has(claim.userId));
  const asked = actions.filter(({ action }) => action === 'ask');
  await notifyOnce(services, meeting, [
    ...kept.map((held) => ({ userId: held.claim.userId, news: newsOf(meeting, held) })),
    ...asked.map(({ person: { userId } }) => ({
      userId,
      news: { kind: 'ask', meeting: nameOf(meeting) } as const,
    })),
  ]);
  return opened.length > 0 && kept.length === 0 ? 'ended' : 'on';
}

/** The meeting that these events are of, if it goes on already. */
async function currentMeeting(
  { store, now }: EventServices,
  key: MeetingKey,
  events: readonly DatedEvent[],
): Promise<Meeting | undefined> {
  const known = await store.meetings.find(key);
  if (known === undefined) return undefined;
  const silentMs = now() - known.lastActiveAt;
  // Meetings of a series share an id: where an end was lost, the next start begins another meeting.
  const isStart = events.some(({ event }) => event.kind === 'started');
  if (silentMs <= (isStart ? sessionMs : forgottenMs)) return known;
  await store.meetings.end(key);
  return undefined;
}

function meetingAfter(
  services: EventServices,
  key: MeetingKey,
  known: Meeting | undefined,
  events: readonly DatedEvent[],
): Meeting {
  const now = services.now();
  const latest = <Field extends 'chat' | 'title' | 'endsAt'>(field: Field) =>
    events.findLast(({ event }) => event[field] !== undefined)?.event[field] ?? known?.[field];
  const [chat, title, endsAt] = [latest('chat'), latest('title'), latest('endsAt')];
  const meeting: Meeting = {
    ...key,
    ...(title === undefined ? {} : { title }),
    startedAt: known?.startedAt ?? events.reduce((least, { at }) => Math.min(least, at), now),
    ...(endsAt === undefined ? {} : { endsAt }),
    lastActiveAt: now,
    ...(chat === undefined ? {} : { chat }),
  };
  const askAt = known === undefined ? askAtOf(services, meeting) : known.askAt;
  return { ...meeting, ...(askAt === undefined ? {} : { askAt }) };
}

/** What is new about an attendee. Who left without having joined is written too: the join may still come. */
function changeOf({ userId, before, roles, joinedAt, leftAt }: Attendee) {
  const isNewRole = roles !== before?.roles;
  if (joinedAt === before?.joinedAt && !isNewRole && leftAt === undefined) return [];
  return [
    {
      userId,
      joinedAt,
      ...(leftAt === undefined ? {} : { leftAt }),
      ...(isNewRole ? { roles } : {}),
    },
  ];
}

/**
 * Ends a meeting. Safe to repeat and to interrupt: the end is noted first, so that no session stays open behind it
 * (`compensate` looks for it after opening), and the meeting is forgotten last, so that a repetition still finds its
 * people.
 *
 * An end may come after the next meeting with the same id has begun. It is recognised by its time: whoever joined later
 * stays. An end without a time is of the meeting that goes on when it comes.
 */
async function applyEnd(
  services: EventServices,
  { event: { key, at: said }, at }: DatedEvent,
): Promise<void> {
  const { sessions, store } = services;
  const { meetings } = store;
  await meetings.noteEnd(key, at);
  const meeting = await meetings.find(key);
  if (meeting === undefined) {
    // It may have overtaken its start, which is recognised by its time if it has one.
    if (said === undefined) await meetings.noteEnd(key, at + lateMs);
    return;
  }
  // The meeting that goes on began after this end.
  if (meeting.startedAt > at) return;
  const source = claimSourceOf(key);
  const there = (await meetings.attendances(key))
    .filter(({ joinedAt }) => said === undefined || joinedAt <= said)
    .map(({ userId }) => userId);
  await sessions.endMany(there, source);
  const gone = await meetings.end(key, said);
  const known = new Set(there);
  await sessions.endMany(
    gone.map(({ userId }) => userId).filter((userId) => !known.has(userId)),
    source,
  );
  // The buttons on cards about the meeting are of no use any more.
  for (const { userId, notified } of gone)
    if (notified) services.tell(userId, { kind: 'over', meeting: nameOf(meeting) });
}
