/** A moment as it was said → an instant in the user's zone, a question, or a refusal. */

import type { Temporal } from 'temporal-polyfill';
import type { Assumption, Instant } from '../../presence/intent.ts';
import {
  after,
  dateOf,
  isOwn,
  localNow,
  type Now,
  offsetAt,
  place,
  type Resolved,
  type TimeContext,
  timeText,
} from './calendar.ts';
import { hourIn } from './clock.ts';
import { halfIsPast } from './locale.ts';
import { isToday, type SaidMoment, type ZoneWord } from './moment.ts';
import { askOrder, hoursIn, problem, resolvePeriod } from './resolve-period.ts';
import { zoneUses } from './zone-names.ts';

const minuteMs = 60_000;
/** A time that passed less than this ago was more likely a slip than tomorrow's. */
const justPassed = 120 * minuteMs;

/** The instant that moment means, seen from now. Without a day: its next occurrence. */
export function resolve(moment: SaidMoment, context: TimeContext): Resolved {
  const { clock, day, part, zone, ...rest } = moment;
  if (clock?.impossible === true) return { kind: 'refuse', code: 'noSuchTime' };
  if (zone !== undefined) return resolveIn(zone, { ...rest, clock, day, part, zone: undefined }, context);
  const now = localNow(context);
  if (clock === undefined) return resolveDay(moment, context, now);
  let { hour, certain } = clock;
  const { minute } = clock;
  if (clock.half && !halfIsPast(context.locale))
    return { kind: 'ask', code: 'whichHour', times: [`${hour}:30`, `${hour === 1 ? 12 : hour - 1}:30`] };
  if (part !== undefined) {
    const meant = hourIn(part, clock);
    if (meant === undefined) return { kind: 'refuse', code: 'noSuchTime' };
    hour = meant;
    certain = true;
    // "2 at night, tonight" is after midnight: already tomorrow.
    if (part === 'night' && day?.kind === 'offset' && hour < 6) hour += 24;
  }
  // Of a day that nobody named, midnight is the next one.
  if (day === undefined && certain && hour === 0 && minute === 0) hour = 24;
  if (clock.fullClock === true && !certain) {
    // Twelve is noon, and on a day to come eight is in the morning.
    if (hour === 12 || (hour >= 7 && day !== undefined && !isToday({ day }))) certain = true;
    else if (day === undefined) return nextOnEither(hour, minute, now);
  }
  if (day === undefined) return certain ? nextCertain(hour, minute, now) : nextBare(hour, minute, now);
  if (day.kind === 'ambiguous') return askOrder(day.first, day.second);
  const date = dateOf(day, now, hour * 60 + minute);
  if (typeof date === 'string') return problem(date, now, certain || hour >= 7 ? hour : hour + 12, minute);
  if (moment.weekday !== undefined && date.dayOfWeek !== moment.weekday)
    return { kind: 'refuse', code: 'noSuchTime' };
  if (clock.midnight && !date.equals(now.today)) {
    const starts = [date, date.add({ days: 1 })].map((start) => `${start.toString()} 12am`);
    return { kind: 'ask', code: 'whichHour', times: starts };
  }
  // Seven days after today's weekday it has the same name.
  const again = day.kind === 'weekday' ? 7 : 1;
  const on = (when: Temporal.PlainDate, assumed: readonly Assumption[]) =>
    certain ? onDate(when, hour, minute, again, now, assumed) : onDateBare(when, hour, minute, again, now);
  if (clock.fullClock === true && !certain && !date.equals(now.today)) {
    const times = [hour, hour + 12].map((each) => timeText(place(date, each, minute, now).at, now));
    return { kind: 'ask', code: 'whichHour', times };
  }
  const resolved = on(date, []);
  // Who wrote the date did not mean tomorrow.
  if (day.kind === 'date' && resolved.kind === 'ask' && resolved.code === 'justPassed')
    return { kind: 'refuse', code: 'past' };
  const isOver = day.kind === 'weekday' && resolved.kind === 'refuse';
  return isOver ? on(date.add({ days: 7 }), [{ code: 'nextDay' }]) : resolved;
}

/** A time in a zone that was named: converted where it is clear which one that is. */
function resolveIn(zone: ZoneWord, moment: SaidMoment, context: TimeContext): Resolved {
  if (zone.kind === 'offset') {
    const [hours = 0, minutes = 0] = zone.offset.slice(1).split(':').map(Number);
    if (hours > 14 || minutes > 59) return { kind: 'refuse', code: 'noSuchTime' };
    return resolveThere(moment, zone.offset, zone.offset === '+00:00' ? 'UTC' : `UTC${zone.offset}`, context);
  }
  const uses = zoneUses.get(zone.name) ?? [];
  const own = uses.find((use) => isOwn(use, uses, context));
  const read = (there: string) => resolveThere(moment, there, zone.name, context);
  const all = uses.flatMap(({ place: where, offset = where }) => [read(where), read(offset)]);
  const mine = own === undefined ? undefined : resolve(moment, context);
  if (mine?.kind === 'instant') return { ...mine, others: [...(mine.others ?? []), ...ats(all)] };
  if (mine !== undefined) return mine;
  const unclear = all.find(({ kind }) => kind !== 'instant');
  if (unclear !== undefined) return unclear;
  const instants = [...new Set(ats(all))];
  const [first] = all;
  if (instants.length === 1 && first !== undefined) return first;
  return {
    kind: 'ask',
    code: 'whichZone',
    times: instants.toSorted((a, b) => a - b).map((at) => timeText(at, localNow(context))),
  };
}

function ats(readings: readonly Resolved[]): Instant[] {
  return readings.flatMap((one) => (one.kind === 'instant' ? [one.at] : []));
}

/** The moment as that zone's clock shows it; that it was converted is told, unless both clocks show the same. */
function resolveThere(moment: SaidMoment, there: string, name: string, context: TimeContext): Resolved {
  const found = resolve(moment, { ...context, zone: there });
  if (found.kind === 'refuse') return found;
  // Its times are that clock's, and would be read as the user's.
  if (found.kind === 'ask') return { ...found, times: [] };
  if (offsetAt(found.at, there) === offsetAt(found.at, context.zone)) return found;
  const now = localNow(context);
  const text = (at: Instant) => timeText(at, now);
  // Of another clock nobody tells in passing which half of the day it shows, or that it is another day there.
  if (moment.clock?.certain === false && moment.part === undefined)
    return { kind: 'ask', code: 'whichHour', times: [found.at, ...(found.others ?? [])].map(text) };
  // "tomorrow", where it is tomorrow there already: whose?
  const today = localNow({ ...context, zone: there }).today;
  if (moment.day !== undefined && moment.day.kind !== 'date' && !today.equals(now.today))
    return {
      kind: 'ask',
      code: 'whichHour',
      times: [found.at, after({ ...context, now: found.at, zone: there }, today.until(now.today))].map(text),
    };
  if (found.assumed.some(({ code }) => code === 'nextDay'))
    return { kind: 'ask', code: 'justPassed', times: [text(found.at)] };
  return { ...found, assumed: [...found.assumed, { code: 'converted', from: name }] };
}

/** A day without a time of day is its start; today is over at its end. */
function resolveDay({ day, part, weekday }: SaidMoment, context: TimeContext, now: Now): Resolved {
  if (day?.kind === 'ambiguous') return askOrder(day.first, day.second);
  if (day === undefined) {
    if (part === undefined) return { kind: 'ask', code: 'whichHour', times: [] };
    const [today, tomorrow] = [now.today, now.today.add({ days: 1 })].map((date) => hoursIn(part, date, now));
    return { kind: 'ask', code: 'whichHour', times: today?.length ? today : (tomorrow ?? []) };
  }
  const date = dateOf(day, now, 24 * 60);
  if (typeof date === 'string') return problem(date, now);
  if (weekday !== undefined && date.dayOfWeek !== weekday) return { kind: 'refuse', code: 'noSuchTime' };
  const distance = now.today.until(date).days;
  if (distance < 0) return { kind: 'refuse', code: 'past' };
  if (part !== undefined)
    return distance === 0
      ? { kind: 'ask', code: 'whichHour', times: hoursIn(part, date, now) }
      : resolvePeriod({ period: part, edge: 'start', of: day }, context);
  if (distance > 0) return resolvePeriod({ period: 'day', edge: 'start', of: day }, context);
  const next = day.kind === 'weekday' ? [`${now.today.add({ days: 7 }).toString()} 12am`] : [];
  return { kind: 'ask', code: 'whichHour', times: ['end of day', '5pm', ...next] };
}

function onDate(
  date: Temporal.PlainDate,
  hour: number,
  minute: number,
  again: number,
  now: Now,
  assumed: readonly Assumption[],
): Resolved {
  const point = place(date, hour, minute, now);
  if (point.at > now.instant)
    return { kind: 'instant', at: point.at, assumed: [...assumed, ...point.assumed] };
  const today = date.equals(now.today);
  if (today && now.instant - point.at < justPassed)
    return askPassed(date.add({ days: again }), hour, minute, now);
  return { kind: 'refuse', code: 'past' };
}

function askPassed(date: Temporal.PlainDate, hour: number, minute: number, now: Now): Resolved {
  return { kind: 'ask', code: 'justPassed', times: [timeText(place(date, hour, minute, now).at, now)] };
}

function nextCertain(hour: number, minute: number, now: Now): Resolved {
  const today = place(now.today, hour, minute, now);
  if (today.at > now.instant) return { kind: 'instant', ...today };
  if (now.instant - today.at < justPassed) return askPassed(now.today.add({ days: 1 }), hour, minute, now);
  const tomorrow = place(now.today.add({ days: 1 }), hour, minute, now);
  return { kind: 'instant', at: tomorrow.at, assumed: [{ code: 'nextDay' }, ...tomorrow.assumed] };
}

/** Hours at which people wake and work: an end at another one is hardly meant. */
const isDaytime = (hour: number) => hour >= 6 && hour < 23;

/** The next one on the 12-hour clock; asked when it passed only just now, or would fall into the night. */
function nextBare(hour: number, minute: number, now: Now): Resolved {
  const halves = [0, 12, 24, 36].map((half) => {
    const inDay = (hour % 12) + half;
    const date = inDay < 24 ? now.today : now.today.add({ days: 1 });
    return { ...place(date, inDay % 24, minute, now), hour: inDay % 24 };
  });
  const [next, following] = halves.filter(({ at }) => at > now.instant);
  if (next === undefined || following === undefined) return { kind: 'refuse', code: 'noSuchTime' };
  const passed = halves.findLast(({ at }) => at <= now.instant)?.at ?? -Infinity;
  // It comes again twelve hours later, not a day.
  const slipped = now.instant - passed < justPassed / 2;
  // Midnight is an end that people name; two at night hardly is.
  const intoNight = next.hour > 0 && next.hour < 6 && now.local.hour >= 6 && now.local.hour < 20;
  if (slipped || intoNight) {
    const likelier = isDaytime(next.hour) ? [next, following] : [following, next];
    const times = likelier.map(({ at }) => timeText(at, now));
    return { kind: 'ask', code: slipped ? 'justPassed' : 'whichHour', times };
  }
  const others = following.hour >= 6 && following.hour < 20 ? [following.at] : [];
  return { kind: 'instant', at: next.at, assumed: [{ code: 'bareHour' }, ...next.assumed], others };
}

/** "bis 8 Uhr": where both clocks come to the same, that; else the evening or the morning is asked. */
function nextOnEither(hour: number, minute: number, now: Now): Resolved {
  const bare = nextBare(hour, minute, now);
  const full = nextCertain(hour, minute, now);
  if (bare.kind !== 'instant') return bare;
  if (full.kind === 'instant' && full.at === bare.at) return full;
  const times = full.kind === 'instant' ? [bare.at, full.at] : [bare.at];
  return { kind: 'ask', code: 'whichHour', times: times.map((at) => timeText(at, now)) };
}

/** The half of the day that is meant of an hour on a day that was named: three is in the afternoon, nine before noon. */
function onDateBare(
  date: Temporal.PlainDate,
  hour: number,
  minute: number,
  again: number,
  now: Now,
): Resolved {
  const early = place(date, hour % 12, minute, now);
  const late = place(date, (hour % 12) + 12, minute, now);
  if (date.equals(now.today)) {
    const next = early.at > now.instant ? early : late;
    if (next.at > now.instant)
      return { kind: 'instant', at: next.at, assumed: [{ code: 'bareHour' }, ...next.assumed] };
    return onDate(date, (hour % 12) + 12, minute, again, now, []);
  }
  if (late.at <= now.instant) return { kind: 'refuse', code: 'past' };
  // Six may be either.
  if (hour === 6)
    return { kind: 'ask', code: 'whichHour', times: [late, early].map(({ at }) => timeText(at, now)) };
  const [meant, other] = hour >= 7 && hour < 12 ? [early, late] : [late, early];
  return {
    kind: 'instant',
    at: meant.at,
    assumed: [{ code: 'bareHour' }, ...meant.assumed],
    others: [other.at],
  };
}
