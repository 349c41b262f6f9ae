/** Everything that was said about ends → one end, a question, or a refusal. */

import type { Assumption, End, Instant } from '../../presence/intent.ts';
import type { Daypart, Period } from '../languages/language.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import type { Reading } from '../reading.ts';
import { after, type Resolved, type TimeContext } from '../time/calendar.ts';
import type { Duration } from '../time/duration.ts';
import type { SaidEnd } from '../time/ends.ts';
import { resolvePeriod } from '../time/resolve-period.ts';
import { resolveRange } from '../time/resolve-range.ts';
import { resolve } from '../time/resolve.ts';
import { ask, canonicalStatus, refuse, type Source, wordOf } from './answers.ts';
import { type Extracted, type ExtractedEnd, isState, type Span } from './extracted.ts';

/** The end with what was assumed for it and what else it may have meant, or what to answer instead. */
export type EndResult =
  | {
      readonly end: End;
      readonly assumed: readonly Assumption[];
      readonly otherEnds?: readonly Instant[];
    }
  | { readonly instead: Reading };

/** What was extracted about ends, and what bears on them. */
type SaidEnds = Pick<Extracted, 'ends' | 'starts' | 'statuses' | 'endless'> &
  Partial<Pick<Extracted, 'items'>>;

const nothing = { end: { said: 'nothing' }, assumed: [] } as const;

/** The one end of everything that was said about ends. `subject` begins the suggestions. */
export function timeOf(extracted: SaidEnds, source: Source, subject: string): EndResult {
  const { ends, starts } = extracted;
  if (extracted.endless) return { instead: refuse('forever') };
  const [first, ...others] = ends;
  if (first === undefined) return timeOfStart(starts[0], source, subject);
  if (ends.some(({ said }) => said.kind === 'vague'))
    return { instead: askVague(extracted, source, subject) };
  const end = timeOfOne(extracted, first, source, subject);
  if ('instead' in end) return end;
  for (const other of others) {
    const also = timeOfOne(extracted, other, source, subject);
    if ('instead' in also) return also;
    // "for 2 hours until 4:07pm" agree; "45m 45m" may be a sum.
    const twice = other.said.kind === 'duration' && first.said.kind !== 'moment';
    if (!twice && instantOf(end.end, source) === instantOf(also.end, source)) continue;
    const suggestions = ends.map((one) => `${subject} ${wordOf(source, one)}`);
    return {
      instead: ask(
        'twoEnds',
        ends.map((one) => wordOf(source, one)),
        suggestions,
      ),
    };
  }
  return end;
}

/** "busy today", "dnd this afternoon": as long as that lasts. */
function timeOfStart(
  start: SaidEnds['starts'][number] | undefined,
  source: Source,
  subject: string,
): EndResult {
  if (start?.during === undefined) return nothing;
  const said = { kind: 'period', period: { period: start.during, edge: 'end', running: 'all' } } as const;
  const { from, to } = start;
  return timeOfOne(
    { ends: [], starts: [], statuses: [], endless: false },
    { said, back: false, from, to },
    source,
    subject,
  );
}

/** When that end is, seen from the source's now; 0 if none was said. */
export function instantOf(end: End, { context }: Source): Instant {
  if (end.said === 'instant') return end.at;
  return end.said === 'duration' ? context.now + end.seconds * 1000 : 0;
}

/** Asks for an exact end, offering what was nearly one. */
export function askVague(extracted: SaidEnds, source: Source, subject?: string): Reading {
  const vague = extracted.ends.find(({ said }) => said.kind === 'vague');
  const from = subject ?? canonicalStatus(extracted);
  const suggestions = [`${from} 30 minutes`, `${from} 1 hour`, `${from} 2 hours`];
  if (vague?.said.kind === 'vague' && vague.said.exact.length > 0)
    suggestions.unshift(`${from} ${vague.said.exact.map((item) => wordOf(source, item)).join(' ')}`);
  const named = vague === undefined ? [] : [wordOf(source, wholeOf(vague, extracted))];
  return ask('vagueEnd', named, suggestions.slice(0, 3));
}

/** "until", of which nothing behind it can be read, with what stands there: "until I'm done", "until month end". */
function wholeOf(end: ExtractedEnd, { items = [] }: SaidEnds): Span {
  const at = items.findIndex(({ from, to }) => from === end.from && to === end.to);
  if (at < 0 || !is(items[at], 'until')) return end;
  const rest = items.slice(at + 1);
  const stop = rest.findIndex(
    (item) => item.kind === 'quote' || isMark(item, ',.;:!?？') || isState(item) || isNext(item),
  );
  const last = (stop < 0 ? rest : rest.slice(0, stop)).findLast((item) => !is(item, 'polite'));
  return { from: end.from, to: last?.to ?? end.to };
}

/** Whether another part of the request begins there. */
function isNext(item: Item): boolean {
  return (['verb', 'and', 'andMessage', 'message'] as const).some((role) => is(item, role));
}

function timeOfOne(extracted: SaidEnds, end: ExtractedEnd, source: Source, subject: string): EndResult {
  const { said } = end;
  switch (said.kind) {
    case 'duration':
      return timeOfDuration(said.duration, [wordOf(source, end)], source, subject);
    case 'bare':
      return timeOfBare(extracted, end, said, source, subject);
    case 'vague':
      return { instead: ask('vagueEnd', [wordOf(source, end)]) };
    case 'near': {
      const timed = timeOfOne(extracted, { ...end, said: said.of }, source, subject);
      return 'instead' in timed ? timed : { ...timed, assumed: [...timed.assumed, { code: 'roughly' }] };
    }
    case 'period':
    case 'range':
    case 'moment': {
      const { now, zone, locale } = source.context;
      if (zone === undefined) return { instead: refuse('noZone', [wordOf(source, end)]) };
      return timeOfResolved(resolved(said, extracted.starts[0], { now, zone, locale }), end, source, subject);
    }
  }
}

/** "this afternoon until 4": the start tells the day and its part. */
function resolved(
  said: Extract<SaidEnd, { kind: 'period' | 'range' | 'moment' }>,
  start: SaidEnds['starts'][number] | undefined,
  seen: TimeContext,
): Resolved {
  switch (said.kind) {
    case 'period':
      return resolvePeriod(said.period, seen);
    case 'range':
      return resolveRange(said.from, said.to, seen);
    case 'moment': {
      if (start === undefined) return resolve(said.moment, seen);
      const part = daypartOf(start.during) ?? said.moment.part;
      return resolve({ ...said.moment, part, day: { kind: 'offset', days: 0 } }, seen);
    }
  }
}

function daypartOf(during: Period | undefined): Daypart | undefined {
  return during === 'morning' || during === 'afternoon' || during === 'evening' ? during : undefined;
}

function timeOfResolved(resolved: Resolved, end: ExtractedEnd, source: Source, subject: string): EndResult {
  switch (resolved.kind) {
    case 'instant':
      return timeAt(resolved);
    case 'ask':
      return {
        instead: ask(
          resolved.code,
          [wordOf(source, end)],
          resolved.times.map((time) => `${subject} until ${time}`),
        ),
      };
    case 'refuse':
      return { instead: refuse(resolved.code, [wordOf(source, end)]) };
  }
}

function timeAt({ at, assumed, others }: Extract<Resolved, { kind: 'instant' }>): EndResult {
  const otherEnds = distinct(at, others);
  return { end: { said: 'instant', at }, assumed, ...(otherEnds.length === 0 ? {} : { otherEnds }) };
}

function timeOfDuration(
  duration: Duration,
  words: readonly string[],
  source: Source,
  subject: string,
): EndResult {
  const { now, zone, locale } = source.context;
  const { days, seconds, unclear } = duration;
  if (unclear) return { instead: ask('vagueEnd', words, [`${subject} 30 days`]) };
  if (days === 0 && seconds === 0) return { instead: refuse('emptyDuration', words) };
  // More than anything allows; the calendar need not be asked.
  if (days > 0 && days < 3660 && zone !== undefined)
    return { end: { said: 'instant', at: after({ now, zone, locale }, duration) }, assumed: [] };
  return { end: { said: 'duration', seconds: days * 86_400 + seconds }, assumed: [] };
}

/** "brb 10" is ten minutes; "dnd 2" might be hours, "dnd 1530" a time, and "ten busy" nothing. */
function timeOfBare(
  extracted: SaidEnds,
  end: ExtractedEnd,
  { digits, counted }: Extract<SaidEnd, { kind: 'bare' }>,
  source: Source,
  subject: string,
): EndResult {
  const value = Number(digits);
  const text = wordOf(source, end);
  if (value === 0) return { instead: refuse('emptyDuration', [text]) };
  const [status] = extracted.statuses;
  const follows = status === undefined || end.from > status.from || end.back;
  const least = status?.word === 'beRightBack' || end.back ? 5 : 10;
  // "dnd ten" might be a time; "for ten" and "back in ten" hardly.
  const isLength = least === 5 || counted || /\d/.test(text);
  if (follows && isLength && value % 5 === 0 && value >= least && value <= 240)
    return { end: { said: 'duration', seconds: value * 60 }, assumed: [{ code: 'minutes' }] };
  const suggestions = ['minutes', 'hours'].map((unit) => `${subject} ${digits} ${unit}`);
  return { instead: ask('bareNumber', [text], [...suggestions, `${subject} until ${digits}`]) };
}

/** Those of the instants that are not the end itself, each once, at most three. */
function distinct(at: Instant, others: readonly Instant[] = []): readonly Instant[] {
  return [...new Set(others)].filter((other) => other !== at).slice(0, 3);
}
