/** "my schedules", "skip dnd tomorrow", "pause schedules until Monday": what is done with schedules that there are. */

import type { PairId } from '../../presence/pairs.ts';
import type { LocalDate } from '../../presence/schedule.ts';
import { ask, refuse, type Source } from '../grammar/answers.ts';
import { timeOf } from '../grammar/interpret-end.ts';
import type { ManageVerb, WeekWord } from '../languages/schedules.ts';
import { is, isMark, type Item, saysNothing, turns } from '../lexer/items.ts';
import type { Reading, ScheduleCommand } from '../reading.ts';
import { localNow } from '../time/calendar.ts';
import type { SaidEnd } from '../time/ends.ts';
import { hoursOf, localTime, minuteOf } from './hours.ts';
import type { SaidStart, TimeReader } from './pieces.ts';
import { dayNames } from './recurring.ts';
import { readTail, type Tail } from './tail.ts';
import { dateOn, dateText } from './timed.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

/** What is said of schedules, if that is all that the sentence says. */
export function readManaged(
  phrases: SchedulePhrases,
  items: readonly Item[],
  reader: TimeReader,
  source: Source,
): Reading | undefined {
  const said = items.filter(
    (item, at) =>
      !isPolite(items, at) && !is(item, 'questionEnd') && !isMark(item, '?？') && !saysNothing(items, at),
  );
  const isWanted = is(said[0], 'request');
  const words = isWanted ? said.slice(1) : said;
  const reading = readWhole(phrases, words) ?? readVerb(phrases, words, reader, source);
  if (reading === undefined || isWanted) return reading;
  const doubted = items.some((item) => isMark(item, '?？') || is(item, 'questionEnd') || turns(item));
  const shows = reading.kind === 'schedules' || reading.kind === 'scheduledDays' || reading.kind === 'refuse';
  return doubted && !shows ? ask('notSure', [], [source.written.replaceAll(/[?？]/g, '').trim()]) : reading;
}

/** At an edge of the sentence: "静かな時間" and "終わる前" have the letters of polite words inside. */
function isPolite(items: readonly Item[], at: number): boolean {
  if (!is(items[at], 'polite')) return false;
  const saysLittle = (item: Item) => item.kind === 'mark' || is(item, 'polite') || is(item, 'questionEnd');
  return items.slice(0, at).every(saysLittle) || items.slice(at + 1).every(saysLittle);
}

function readWhole(phrases: SchedulePhrases, items: readonly Item[]): Reading | undefined {
  const found = phraseAt(phrases.whole, items, 0, ({ next }) => next === items.length);
  switch (found?.meaning) {
    case 'list':
      return { kind: 'schedules' };
    case 'remindOn':
    case 'remindOff':
      return { kind: 'endReminders', on: found.meaning === 'remindOn' };
    case 'holidays':
      return refuse('holidays');
    case undefined:
      return undefined;
  }
}

// prettier-ignore
const order = [
  'preview', 'skip', 'no', 'not', 'pause', 'resume', 'remove', 'stop', 'change',
] as const satisfies readonly ManageVerb[];

function readVerb(
  phrases: SchedulePhrases,
  items: readonly Item[],
  reader: TimeReader,
  source: Source,
): Reading | undefined {
  // Most sentences have none of the verbs, and are not looked through for each.
  if (!items.some((_, at) => phraseAt(phrases.head, items, at))) return undefined;
  for (const verb of order) {
    const rest = withoutVerb(phrases, verb, items, reader);
    const tail = rest && readTail(phrases, rest, reader, source.context.locale);
    const reading = tail && done[verb](tail, source);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** The sentence without that verb, at its beginning, at its end, or behind a day: "tonight no quiet hours". */
function withoutVerb(
  phrases: SchedulePhrases,
  verb: ManageVerb,
  items: readonly Item[],
  reader: TimeReader,
): readonly Item[] | undefined {
  const day = reader.moment(items, 0, true);
  for (const at of day?.clock === undefined ? [0, day?.next ?? 0] : [0]) {
    const found = phraseAt(phrases.heads[verb], items, at);
    if (found !== undefined) return [...items.slice(0, at), ...items.slice(found.next)];
  }
  const closes = ({ next }: { readonly next: number }) => next === items.length;
  const end = items.findIndex((_, at) => at > 0 && phraseAt(phrases.heads[verb], items, at, closes));
  return end < 0 ? undefined : items.slice(0, end);
}

type Done = (tail: Tail, source: Source) => ScheduleCommand | Reading | undefined;

const done: Readonly<Record<ManageVerb, Done>> = {
  preview: (tail, source) => preview(tail, source),
  skip: (tail, source) => (tail.end === undefined ? skip(tail, source) : pause(tail, source)),
  no: (tail, source) => (isNarrowed(tail) || tail.named ? skip(tail, source) : undefined),
  // "not busy today" is about now.
  not: (tail, source) => (isNarrowed(tail) ? undefined : skip(tail, source)),
  pause: (tail, source) =>
    tail.day === undefined ? pause(tail, source) : tail.named ? skip(tail, source) : undefined,
  resume: (tail) => (tail.named && isBare(tail) ? { kind: 'resumeSchedules', which: tail.which } : undefined),
  remove: (tail, source) => {
    if (tail.named || isAgain(tail)) return remove(tail);
    return tail.day === undefined ? removeSet(tail) : removeOnce(tail, source);
  },
  // Whoever turns quiet hours off may want them back; a rule that is said in full is stopped for good.
  stop: (tail, source) => {
    if (isAgain(tail)) return remove(tail);
    // "the presenting rule" may be one for meetings.
    if (tail.which.status !== undefined)
      return tail.named ? ask('notSure', [], ['pause schedules', 'my schedules', source.written]) : undefined;
    return tail.named ? pause(tail, source) : undefined;
  },
  change: (tail, source) => change(tail, source),
};

/** Whether it says which schedules, by more than that all are meant. */
function isNarrowed({ which: { every: _, ...narrow } }: Tail): boolean {
  return Object.keys(narrow).length > 0;
}

/** "every weekday": only what is scheduled comes again. */
function isAgain({ which }: Tail): boolean {
  return which.rrule !== undefined && (which.status ?? which.quietHours) !== undefined;
}

function isBare({ day, period, end, hours }: Tail): boolean {
  return [day, period, end, hours].every((part) => part === undefined);
}

function preview(tail: Tail, { context }: Source): Reading | undefined {
  const { day, period, end, hours } = tail;
  if (isNarrowed(tail) || (end ?? hours) !== undefined || (day !== undefined) === (period !== undefined))
    return undefined;
  const { zone, now } = context;
  if (zone === undefined) return refuse('noZone');
  const today = localNow({ now, zone }).today;
  const sunday = today.add({ days: 7 - today.dayOfWeek });
  const after = (days: number) => sunday.add({ days });
  const edges = {
    thisWeek: [today, sunday],
    nextWeek: [after(1), after(7)],
    weekend: [today.dayOfWeek === 7 ? today : after(-1), sunday],
  } as const satisfies Readonly<Record<WeekWord, unknown>>;
  if (period !== undefined) {
    const [from, to] = edges[period];
    return { kind: 'scheduledDays', from: dateText(from), to: dateText(to) };
  }
  const on = dayOf(day, context);
  return on && { kind: 'scheduledDays', from: on, to: on };
}

function dayOf(day: SaidStart | undefined, { zone, now }: Source['context']): LocalDate | undefined {
  if (day === undefined || zone === undefined || day.mark === 'after' || day.mark === 'from')
    return undefined;
  const date = dateOn(day.moment, localNow({ now, zone }), false);
  return 'kind' in date ? undefined : dateText(date);
}

function skip({ which, day, period, end, hours }: Tail, { context }: Source): Reading | undefined {
  if (day === undefined || (period ?? end ?? hours) !== undefined) return undefined;
  if (context.zone === undefined) return refuse('noZone');
  const on = dayOf(day, context);
  return on && { kind: 'skipSchedule', which, on };
}

function pause(tail: Tail, source: Source): Reading | undefined {
  const { which, named, end } = tail;
  if (!named && !isAgain(tail) && (which.status === undefined || end === undefined || !isDays(end)))
    return undefined;
  if (end === undefined)
    return isBare(tail)
      ? { kind: 'pauseSchedules', which, until: { said: 'nothing' }, assumed: [] }
      : undefined;
  if ((tail.day ?? tail.period ?? tail.hours) !== undefined) return undefined;
  const ends = [{ said: end, back: false, from: 0, to: 0 }];
  const timed = timeOf({ ends, starts: [], statuses: [], endless: false }, source, 'pause schedules');
  return 'instead' in timed
    ? timed.instead
    : { kind: 'pauseSchedules', which, until: timed.end, assumed: timed.assumed };
}

/** "pause dnd for an hour", "until 3pm" may be about what is set now. */
function isDays(end: SaidEnd): boolean {
  if (end.kind === 'duration') return end.duration.days > 0;
  return end.kind !== 'moment' || end.moment.day !== undefined;
}

function remove(tail: Tail): Extract<ScheduleCommand, { kind: 'removeSchedule' }> | undefined {
  const { which, day } = tail;
  if ((tail.period ?? tail.end ?? tail.hours) !== undefined) return undefined;
  if (day === undefined) return { kind: 'removeSchedule', which };
  const said = day.moment.day;
  if (said?.kind !== 'weekday' || said.next || day.moment.part !== undefined) return undefined;
  const byDay = dayNames[said.weekday - 1];
  return byDay && { kind: 'removeSchedule', which: { ...which, byDay } };
}

/** "remove dnd": what is set now, or what is scheduled of it. */
function removeSet(tail: Tail): ScheduleCommand | Reading | undefined {
  const { which } = tail;
  const named = clearable.find((status) => status === which.status);
  return named !== undefined && isBare(tail) && Object.keys(which).length === 1
    ? { kind: 'clear', slots: ['session', 'preferred'], named }
    : undefined;
}

/** Whoever stops being available wants another status. */
const clearable = ['busy', 'doNotDisturb', 'beRightBack', 'away', 'offline'] as const satisfies PairId[];

/** "cancel dnd tomorrow": that one time, of whatever it is. */
function removeOnce(tail: Tail, source: Source): Reading | undefined {
  const reading = tail.which.status === undefined ? undefined : skip(tail, source);
  const { zone, now } = source.context;
  // "remove dnd today" may be about what is set now.
  if (reading?.kind !== 'skipSchedule' || zone === undefined) return undefined;
  return reading.on > dateText(localNow({ now, zone }).today) ? reading : undefined;
}

function change({ which, named, day, period, end, hours }: Tail, { context }: Source): Reading | undefined {
  if ((!named && which.status === undefined) || hours === undefined || (day ?? period ?? end) !== undefined)
    return undefined;
  if ('from' in hours) {
    const { from, to } = hours;
    if (from.clock === undefined || to.clock === undefined || (from.day ?? to.day) !== undefined)
      return undefined;
    const meant = hoursOf(from.clock, to.clock, { from: from.part, to: to.part }, context.locale);
    if (typeof meant === 'string') return meant === 'unclear' ? ask('whichHour') : refuse('noSuchTime');
    return { kind: 'changeSchedule', which, from: localTime(meant.from), to: localTime(meant.to) };
  }
  const { clock, part, day: on } = hours.moment;
  if (clock === undefined || on !== undefined) return undefined;
  const meant = clock.certain || part !== undefined ? minuteOf(clock, part, context.locale) : 'unclear';
  if (typeof meant === 'string') return meant === 'unclear' ? ask('whichHour') : refuse('noSuchTime');
  return { kind: 'changeSchedule', which, from: localTime(meant % 1440) };
}
