/** Everything that was said about ends → one end, a question, or a refusal. */

import type { Assumption, End, Instant } from '../presence/intent.ts';
import { ask, refuse, wordOf, type Scene } from './answers.ts';
import type { Duration } from './duration.ts';
import type { SaidEnd } from './ends.ts';
import type { Heard, HeardEnd, Span } from './heard.ts';
import { isState } from './message.ts';
import { is, isMark, type Item } from './phrases.ts';
import type { Reading } from './reading.ts';
import { after, type Resolved, type Seen } from './calendar.ts';
import { distinct, resolvePeriod } from './fixed.ts';
import { resolve, resolveRange } from './resolve.ts';
import { canonicalStatus } from './suggest.ts';
import type { Daypart, Period } from './words/words.ts';

/** The end with what was assumed for it and what else it may have meant, or what to answer instead. */
export type Timed =
  | {
      readonly end: End;
      readonly assumed: readonly Assumption[];
      readonly otherEnds?: readonly Instant[];
    }
  | { readonly instead: Reading };

/** What was heard about ends, and what bears on them. */
type Said = Pick<Heard, 'ends' | 'starts' | 'statuses' | 'endless'> & Partial<Pick<Heard, 'items'>>;

const nothing = { end: { said: 'nothing' }, assumed: [] } as const;

/** The one end of everything that was said about ends. `subject` begins the suggestions. */
export function timeOf(heard: Said, scene: Scene, subject: string): Timed {
  const { ends, starts } = heard;
  if (heard.endless) return { instead: refuse('forever') };
  const [first, ...others] = ends;
  if (first === undefined) return timeOfStart(starts[0], scene, subject);
  if (ends.some(({ said }) => said.kind === 'vague')) return { instead: askVague(heard, scene, subject) };
  const end = timeOfOne(heard, first, scene, subject);
  if ('instead' in end) return end;
  for (const other of others) {
    const also = timeOfOne(heard, other, scene, subject);
    if ('instead' in also) return also;
    // "for 2 hours until 4:07pm" agree; "45m 45m" may be a sum.
    const twice = other.said.kind === 'duration' && first.said.kind !== 'moment';
    if (!twice && instantOf(end.end, scene) === instantOf(also.end, scene)) continue;
    const suggestions = ends.map((one) => `${subject} ${wordOf(scene, one)}`);
    return { instead: ask('twoEnds', ends.map((one) => wordOf(scene, one)), suggestions) }; // prettier-ignore
  }
  return end;
}

/** "busy today", "dnd this afternoon": as long as that lasts. */
function timeOfStart(start: Said['starts'][number] | undefined, scene: Scene, subject: string): Timed {
  if (start?.during === undefined) return nothing;
  const said = { kind: 'period', period: { period: start.during, edge: 'end', running: 'all' } } as const;
  const { from, to } = start;
  return timeOfOne(
    { ends: [], starts: [], statuses: [], endless: false },
    { said, back: false, from, to },
    scene,
    subject,
  );
}

/** When that end is, seen from the scene's now; 0 if none was said. */
export function instantOf(end: End, { context }: Scene): Instant {
  if (end.said === 'instant') return end.at;
  return end.said === 'duration' ? context.now + end.seconds * 1000 : 0;
}

/** Asks for an exact end, offering what was nearly one. */
export function askVague(heard: Said, scene: Scene, subject?: string): Reading {
  const vague = heard.ends.find(({ said }) => said.kind === 'vague');
  const from = subject ?? canonicalStatus(heard);
  const suggestions = [`${from} 30 minutes`, `${from} 1 hour`, `${from} 2 hours`];
  if (vague?.said.kind === 'vague' && vague.said.exact.length > 0)
    suggestions.unshift(`${from} ${vague.said.exact.map((item) => wordOf(scene, item)).join(' ')}`);
  const named = vague === undefined ? [] : [wordOf(scene, wholeOf(vague, heard))];
  return ask('vagueEnd', named, suggestions.slice(0, 3));
}

/** "until", of which nothing behind it can be read, with what stands there: "until I'm done", "until month end". */
function wholeOf(end: HeardEnd, { items = [] }: Said): Span {
  const at = items.findIndex(({ from, to }) => from === end.from && to === end.to);
  if (at < 0 || !is(items[at], 'until')) return end;
  const rest = items.slice(at + 1);
  const stop = rest.findIndex((item) => item.kind === 'quote' || isMark(item, ',.;:!?？') || isState(item) || isNext(item)); // prettier-ignore
  const last = (stop < 0 ? rest : rest.slice(0, stop)).findLast((item) => !is(item, 'polite'));
  return { from: end.from, to: last?.to ?? end.to };
}

/** Whether another part of the wish begins there. */
function isNext(item: Item): boolean {
  return (['verb', 'and', 'andMessage', 'message'] as const).some((role) => is(item, role)); // prettier-ignore
}

function timeOfOne(heard: Said, end: HeardEnd, scene: Scene, subject: string): Timed {
  const { said } = end;
  switch (said.kind) {
    case 'duration':
      return timeOfDuration(said.duration, [wordOf(scene, end)], scene, subject);
    case 'bare':
      return timeOfBare(heard, end, said, scene, subject);
    case 'vague':
      return { instead: ask('vagueEnd', [wordOf(scene, end)]) };
    case 'near': {
      const timed = timeOfOne(heard, { ...end, said: said.of }, scene, subject);
      return 'instead' in timed ? timed : { ...timed, assumed: [...timed.assumed, { code: 'roughly' }] };
    }
    case 'period':
    case 'range':
    case 'moment': {
      const { now, zone, locale } = scene.context;
      if (zone === undefined) return { instead: refuse('noZone', [wordOf(scene, end)]) };
      return timeOfResolved(resolved(said, heard.starts[0], { now, zone, locale }), end, scene, subject);
    }
  }
}

/** "this afternoon until 4": the start tells the day and its part. */
function resolved(
  said: Extract<SaidEnd, { kind: 'period' | 'range' | 'moment' }>,
  start: Said['starts'][number] | undefined,
  seen: Seen,
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

function timeOfResolved(resolved: Resolved, end: HeardEnd, scene: Scene, subject: string): Timed {
  switch (resolved.kind) {
    case 'instant':
      return timeAt(resolved);
    case 'ask':
      return {
        instead: ask(
          resolved.code,
          [wordOf(scene, end)],
          resolved.times.map((time) => `${subject} until ${time}`),
        ),
      };
    case 'refuse':
      return { instead: refuse(resolved.code, [wordOf(scene, end)]) };
  }
}

function timeAt({ at, assumed, others }: Extract<Resolved, { kind: 'instant' }>): Timed {
  const otherEnds = distinct(at, others);
  return { end: { said: 'instant', at }, assumed, ...(otherEnds.length === 0 ? {} : { otherEnds }) };
}

function timeOfDuration(duration: Duration, words: readonly string[], scene: Scene, subject: string): Timed {
  const { now, zone, locale } = scene.context;
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
  heard: Said,
  end: HeardEnd,
  { digits, counted }: Extract<SaidEnd, { kind: 'bare' }>,
  scene: Scene,
  subject: string,
): Timed {
  const value = Number(digits);
  const text = wordOf(scene, end);
  if (value === 0) return { instead: refuse('emptyDuration', [text]) };
  const [status] = heard.statuses;
  const follows = status === undefined || end.from > status.from || end.back;
  const least = status?.word === 'beRightBack' || end.back ? 5 : 10;
  // "dnd ten" might be a time; "for ten" and "back in ten" hardly.
  const isLength = least === 5 || counted || /\d/.test(text);
  if (follows && isLength && value % 5 === 0 && value >= least && value <= 240)
    return { end: { said: 'duration', seconds: value * 60 }, assumed: [{ code: 'minutes' }] };
  const suggestions = ['minutes', 'hours'].map((unit) => `${subject} ${digits} ${unit}`);
  return { instead: ask('bareNumber', [text], [...suggestions, `${subject} until ${digits}`]) };
}
