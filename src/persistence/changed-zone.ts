/**
 * Schedules go by the clock of the zone that they were made in, and so do the days of a calendar's rules. Whoever is in
 * another zone later is asked once whether these go by the clock there.
 */

import type { Guid, Instant, Sender } from '../presence/intent.ts';
import type { ScheduleChange, ScheduleRequest, ZoneQuestion } from '../presence/schedule.ts';
import { isSameClock } from '../schedules/same-clock.ts';
import type { Work } from './work.ts';

type Kept = Pick<Work, 'store' | 'schedules' | 'calendar'>;

/** As many zones are remembered. */
const mostAsked = 20;

/** What to ask somebody who is in that zone now; undefined: nothing, or they were asked already. */
export async function zoneQuestion(
  { store, calendar }: Kept,
  userId: Guid,
  zone: string,
  now: Instant,
): Promise<ZoneQuestion | undefined> {
  const [all, rules] = await Promise.all([
    store.schedules.list(userId),
    calendar === undefined ? undefined : store.calendars.find(userId),
  ]);
  const isElsewhere = (one: string) => !isSameClock(one, zone, now);
  const schedules = all
    .filter(({ rule }) => rule.timing.kind === 'recurring')
    .map((one) => one.zone)
    .filter(isElsewhere);
  const days =
    rules?.rules.some(({ when }) => when.allDay === true) === true ? [rules.zone].filter(isElsewhere) : [];
  const from = [...new Set([...schedules, ...days])];
  if (from.length === 0) return undefined;
  const isFirst = await store.people.askAbout(userId, (asked) =>
    asked.every((one) => !isSameClock(one, zone, now)) ? [...asked, zone].slice(-mostAsked) : undefined,
  );
  if (!isFirst) return undefined;
  const about = days.length === 0 ? 'schedules' : schedules.length === 0 ? 'calendar' : 'both';
  return { about, from, to: zone };
}

/** Moves what they keep to that zone, or takes such a move back: schedules and the calendar's days as one edit. */
export async function changeZone(
  { store, schedules, calendar }: Kept,
  who: Sender,
  request: Extract<ScheduleRequest, { kind: 'moveZone' | 'undo' }>,
): Promise<ScheduleChange> {
  const change = await schedules.change(who, request);
  const at = request.kind === 'undo' ? request.at : change.at;
  if (request.kind === 'moveZone') {
    const { zone } = request;
    // From now on they may be asked about any other zone.
    await store.people.askAbout(who.userId, () => [zone]);
  }
  const days =
    request.kind === 'moveZone'
      ? await calendar?.change(who, { ...request, ...(at === undefined ? {} : { at }) })
      : at === undefined
        ? undefined
        : await calendar?.change(who, { ...request, at });
  return days?.at === undefined ? change : { ...change, at: change.at ?? days.at, calendar: days };
}
