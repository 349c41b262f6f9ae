/** A schedule in words: its days, its times, and when it is next. */

import { LRUCache } from 'lru-cache';
import { say } from '../locales/say.ts';
import type { Instant } from '../presence/intent.ts';
import type {
  FollowingStep,
  LocalDate,
  LocalTime,
  Occurrence,
  Schedule,
  ScheduleRule,
} from '../presence/schedule.ts';
import { allOf, durationText, labelOf } from './phrases.ts';
import { nameOf } from './schedule-names.ts';
import { tagOf } from './locale-tag.ts';
import { zoneLabel, type View } from './time.ts';

type Named = Pick<Schedule, 'timing' | 'zone'>;

/** "every weekday, 9:00 AM – 12:00 PM"; "every day, 2:00 – 3:00 PM, until Fri, Nov 27"; "Sat, Nov 21, 2:00 – 4:00 PM". */
export function ruleText({ timing, zone }: Named, view: View): string {
  if (timing.kind === 'once') {
    const { startsAt, endsAt } = timing;
    return endsAt === undefined
      ? dayAndTime(startsAt, zone, view)
      : rangeText({ startsAt, endsAt }, zone, view);
  }
  const rule = say(view, 'schedule.rule', {
    days: daysText(timing.rrule, view),
    times: timesText(timing, view),
  });
  const until = /UNTIL=(\d{4})(\d{2})(\d{2})/.exec(timing.rrule);
  if (until === null) return rule;
  const date: LocalDate = `${Number(until[1])}-${until[2] as `${number}`}-${until[3] as `${number}`}`;
  return say(view, 'schedule.untilDay', { rule, date: dateText(date, view) });
}

/** "Mon, Nov 23, 9:00 AM – 12:00 PM" */
export function rangeText(
  { startsAt, endsAt }: Pick<Occurrence, 'startsAt' | 'endsAt'>,
  zone: string,
  view: View,
): string {
  return plain(formatOf(view, zone, 'range').formatRange(startsAt, endsAt));
}

/** "Busy (Mon, Nov 23, 9:00 AM – 12:00 PM)" */
export function namedText(one: Schedule, view: View): string {
  return say(view, 'schedule.named', { status: nameOf(one, view), rule: ruleText(one, view) });
}

/** More than that are counted. */
const mostNamed = 3;

/** Each in a few words; of many, only how many more there are. */
export function namesOf(some: readonly Schedule[], view: View): readonly string[] {
  const named = some.length > mostNamed ? some.slice(0, mostNamed - 1) : some;
  const more = some.length - named.length;
  return [
    ...named.map((one) => namedText(one, view)),
    ...(more === 0 ? [] : [say(view, 'schedule.more', { count: more })]),
  ];
}

/** "Times of New York." where the schedule's zone is not the reader's, or of no place, so that its clock never changes. */
export function zoneText({ zone, timing }: Named, view: View): string {
  if (timing.kind === 'recurring' && /^[+-]/.test(zone))
    return say(view, 'schedule.offset', { zone: zoneLabel(zone) });
  return zone === view.zone ? '' : say(view, 'schedule.zone', { zone: zoneLabel(zone) });
}

/** "Then Busy, for 1 hour." */
export function followingText({ status, seconds }: FollowingStep, view: View): string {
  const step = { status: labelOf(status, view) };
  return seconds === undefined
    ? say(view, 'schedule.then', step)
    : say(view, 'schedule.thenFor', { ...step, duration: durationText(seconds, view) });
}

/** "Mon, Nov 23" */
export function dateText(date: LocalDate, view: View): string {
  return plain(formatOf(view, 'UTC', 'date').format(Date.parse(date)));
}

function dayAndTime(at: Instant, zone: string, view: View): string {
  return plain(formatOf(view, zone, 'range').format(at));
}

type Recurring = Extract<ScheduleRule['timing'], { kind: 'recurring' }>;

function timesText({ from, to }: Recurring, view: View): string {
  if (to === undefined) return say(view, 'schedule.at', { from: timeText(from, view) });
  if (from === '00:00' && (to === '24:00' || to === '00:00')) return say(view, 'schedule.allDay');
  return say(view, 'schedule.times', { from: timeText(from, view), to: timeText(to, view) });
}

/** "9:00 AM", by the reader's clock. */
export function clockText(at: Instant, view: View): string {
  return plain(formatOf(view, view.zone ?? 'UTC', 'time').format(at));
}

function timeText(time: LocalTime, view: View): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return plain(formatOf(view, 'UTC', 'time').format(Date.UTC(2026, 0, 5, hours, minutes)));
}

const week = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdays = 'MO,TU,WE,TH,FR';
const weekends = 'SA,SU';

/** "every other week on Monday" */
function daysText(rrule: string, view: View): string {
  const parts = new Map(
    rrule.split(';').map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  );
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const byDay = parts.get('BYDAY') ?? '';
  const monthDay = Number(parts.get('BYMONTHDAY') ?? 0);
  switch (parts.get('FREQ') ?? '') {
    case 'DAILY':
      return interval === 1
        ? say(view, 'schedule.everyDay')
        : say(view, 'schedule.everyDays', { days: interval });
    case 'WEEKLY': {
      const days = allOf(
        byDay.split(',').flatMap((day) => weekdayText(day, view)),
        view,
      );
      if (interval > 1) return say(view, 'schedule.everyWeeks', { weeks: interval, days });
      if (byDay === weekdays) return say(view, 'schedule.weekdays');
      return byDay === weekends ? say(view, 'schedule.weekends') : say(view, 'schedule.onDays', { days });
    }
    case 'MONTHLY': {
      if (interval > 1) return say(view, 'schedule.otherDays');
      const nth = /^(-?\d)([A-Z]{2})$/.exec(byDay);
      const [day] = weekdayText(nth?.[2] ?? '', view);
      if (nth !== null && day !== undefined)
        return say(view, 'schedule.nth', { which: whichOf(Number(nth[1])), day });
      if (monthDay === -1) return say(view, 'schedule.lastDay');
      return monthDay > 0 && byDay === ''
        ? say(view, 'schedule.monthDay', { day: String(monthDay) })
        : say(view, 'schedule.otherDays');
    }
    default:
      return say(view, 'schedule.otherDays');
  }
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

function whichOf(nth: number): (typeof ordinals)[number] | 'other' {
  return ordinals[nth - 1] ?? 'other';
}

/** "Monday", of `MO`. */
export function weekdayName(day: string, view: View): string {
  return weekdayText(day, view)[0] ?? '';
}

/** "Monday"; nothing for no day. */
function weekdayText(day: string, view: View): readonly string[] {
  const index = week.indexOf(day);
  // 5 January 2026 is a Monday.
  return index < 0 ? [] : [plain(formatOf(view, 'UTC', 'weekday').format(Date.UTC(2026, 0, 5 + index)))];
}

const shapes = {
  range: { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  date: { weekday: 'short', month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  weekday: { weekday: 'long' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

// Building a format costs more than all else in a reply.
const formats = new LRUCache<string, Intl.DateTimeFormat>({ max: 200 });

function formatOf({ locale }: View, timeZone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const tag = tagOf(locale);
  const key = `${tag} ${timeZone} ${shape}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tag, { ...shapes[shape], timeZone });
  formats.set(key, made);
  return made;
}

/** ICU sets narrow and thin spaces around times. */
function plain(text: string): string {
  return text.replaceAll(/[\u2009\u202f]/g, ' ');
}
