/**
 * Looks at calendars that are due: reads them, sets what a rule says of an event that has begun, takes back what an event
 * has set that is there no more, and asks. Safe to repeat: what a process that died has set is set again to the same end,
 * unless its person has chosen something since.
 */

import { hiddenFrom, type CalendarEvent, type HiddenPart } from '../presence/calendar.ts';
import type { Instant, Sender } from '../presence/intent.ts';
import type { Failure } from '../presence/outcome.ts';
import { backgroundDelay } from '../presence/retry.ts';
import { instantIn } from '../parser/time/zone.ts';
import { dueWork, type DueWork } from '../sessions/scheduler.ts';
import type { KeptCalendar, PlannedEvent } from '../store/calendar-rows.ts';
import type { LockedCalendar } from '../store/calendars.ts';
import { eventsAfter, nextDue, nextPoll, stepsOf, withoutOthers } from './plan.ts';
import type { CalendarServices } from './services.ts';
import { setStatus, takeBack } from './set-status.ts';

/** People at a time: each waits for its own calls alone. */
const batch = 8;
const atOnce = 4;
/** Events are known for so long ahead: some readings may fail meanwhile. */
const aheadMs = 2 * 60 * 60_000;
const dayMs = 24 * 60 * 60_000;
/** A calendar that may not be read is tried that often, in case somebody allows it. */
const deniedMs = 60 * 60_000;

/** The calendars that come due. */
export const calendarLooks = (services: CalendarServices): DueWork =>
  dueWork(
    'calendars',
    services.store.calendars,
    async (locked) => {
      const looked = await Promise.allSettled(locked.map((one) => lookAt(services, one)));
      const failed = looked.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
    { batch, atOnce },
  );

async function lookAt(services: CalendarServices, { token, calendar }: LockedCalendar): Promise<void> {
  const { calendars } = services.store;
  const mine = () => calendars.extendLock(token);
  const timer = setInterval(() => {
    mine().catch(() => undefined);
  }, calendars.lockMs / 3).unref();
  try {
    const who = await services.senderOf(calendar.userId);
    const read = who === undefined ? calendar : await readAnew(services, calendar, who);
    const acted = who === undefined ? read : await act(services, read, who, mine);
    await services.flush();
    await calendars.record(token, after(services, acted));
  } finally {
    clearInterval(timer);
  }
}

/** The calendar as it is kept, with what is due next. */
function after({ now }: CalendarServices, calendar: KeptCalendar): KeptCalendar {
  const at = now();
  const events = calendar.events.filter(({ endsAt, state }) => endsAt > at || state === 'over');
  const pollAt = calendar.pollAt > at ? calendar.pollAt : nextPoll(events, at);
  return { ...calendar, events, pollAt, dueAt: nextDue(events, calendar.rules, pollAt, at) };
}

/** The calendar with what Graph tells of it, if it is time to ask. */
async function readAnew(
  { readCalendar, tell, now, random }: CalendarServices,
  calendar: KeptCalendar,
  who: Sender,
): Promise<KeptCalendar> {
  const { userId, rules, told } = calendar;
  const at = now();
  if (rules.length === 0 || calendar.pollAt > at)
    return { ...calendar, events: withoutOthers(calendar.events, rules) };
  // Days begin elsewhere up to so much earlier or later than in UTC.
  const margin = rules.some(({ when }) => when.allDay === true) ? dayMs : 0;
  const read = await readCalendar(who, at - margin, at + aheadMs + margin);
  if (!read.ok) {
    const { failure, isFinal } = read;
    if (isFinal && !told.includes('read')) tell(userId, { kind: 'failed', doing: 'read', failure });
    const failures = calendar.failures + 1;
    return {
      ...calendar,
      events: withoutOthers(calendar.events, rules),
      told: isFinal ? [...new Set([...told, 'read' as const])] : told,
      failures,
      pollAt: isFinal ? now() + deniedMs : againAfter(failures, failure, now(), random()),
    };
  }
  const placed = read.events
    .map((event) => placedIn(calendar.zone, event))
    .filter(({ startsAt, endsAt }) => endsAt > at && startsAt < at + aheadMs);
  const hidden = new Set(placed.flatMap((event) => hiddenFrom(rules, event)));
  const news = [...hidden].filter((part: HiddenPart) => !told.includes(part));
  for (const part of news) tell(userId, { kind: 'hidden', part });
  const events = eventsAfter(calendar.events, placed, rules, now());
  return {
    ...calendar,
    events,
    told: [...told.filter((one) => one !== 'read'), ...news],
    failures: 0,
    pollAt: nextPoll(events, now()),
  };
}

function againAfter(failures: number, failure: Failure, now: Instant, random: number): Instant {
  return Math.round(now + backgroundDelay(failures, failure, random));
}

/** An all-day event's days are those of its person's zone; Graph writes them as midnights in UTC. */
function placedIn(zone: string, event: CalendarEvent): CalendarEvent {
  if (!event.traits.includes('allDay')) return event;
  const place = (at: Instant) =>
    at % dayMs === 0 ? (instantIn(new Date(at).toISOString().slice(0, 19), zone) ?? at) : at;
  return { ...event, startsAt: place(event.startsAt), endsAt: place(event.endsAt) };
}

/** Does what is to be done now, as long as the calendar is this process's, and gives it after that. */
async function act(
  services: CalendarServices,
  calendar: KeptCalendar,
  who: Sender,
  mine: () => Promise<boolean>,
): Promise<KeptCalendar> {
  const { rules, events, told } = calendar;
  const { end, ask, start, miss } = stepsOf(events, rules, services.now());
  if (end.length + ask.length === 0 && start === undefined && miss.length === 0) return calendar;
  const all = new Map(events.map((one) => [one, one as PlannedEvent | undefined]));
  for (const one of [...ask, ...miss]) all.set(one, { ...one, state: 'done', set: undefined });
  for (const one of ask) {
    const rule = rules.find(({ id }) => id === one.ruleId);
    if (rule !== undefined)
      services.tell(who.userId, { kind: 'ask', rule, startsAt: one.startsAt, endsAt: one.endsAt });
  }
  let failed = told.includes('write');
  if ((end.length > 0 || start !== undefined) && (await mine())) {
    for (const one of end) all.set(one, await takeBack(services, who, one));
    const rule = rules.find(({ id }) => id === start?.ruleId);
    if (start !== undefined && rule !== undefined) {
      const { event, failure } = await setStatus(services, who, start, rule);
      all.set(start, event);
      if (failure !== undefined) {
        if (!told.includes('write')) services.tell(who.userId, { kind: 'failed', doing: 'write', failure });
        failed = true;
      } else if (event.state === 'held') failed = false;
    }
  }
  return {
    ...calendar,
    events: [...all.values()].filter((one) => one !== undefined),
    told: failed ? [...new Set([...told, 'write' as const])] : told.filter((one) => one !== 'write'),
  };
}
