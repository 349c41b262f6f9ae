/** Everything that was said about ends → one end, a question, or a refusal. */

import type { Assumption, End, Instant } from '../presence/intent.ts';
import { ask, refuse, wordOf, type Scene } from './answers.ts';
import type { Duration } from './duration.ts';
import type { Heard, HeardEnd } from './heard.ts';
import type { Reading } from './reading.ts';
import { after, nextMidnight, resolve, type Resolved } from './resolve.ts';
import { canonicalStatus } from './suggest.ts';

/** The end with what was assumed for it, or what to answer instead. */
export type Timed =
  { readonly end: End; readonly assumed: readonly Assumption[] } | { readonly instead: Reading };

/** What was heard about ends, and what bears on them. */
type Said = Pick<Heard, 'ends' | 'starts' | 'statuses' | 'endless'>;

const nothing = { end: { said: 'nothing' }, assumed: [] } as const;

/** The one end of everything that was said about ends. `subject` begins the suggestions. */
export function timeOf(heard: Said, scene: Scene, subject: string): Timed {
  const { ends } = heard;
  if (heard.endless) return { instead: refuse('forever') };
  const [first, ...others] = ends;
  if (first === undefined) return nothing;
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
  return ask('vagueEnd', vague === undefined ? [] : [wordOf(scene, vague)], suggestions.slice(0, 3));
}

function timeOfOne(heard: Said, end: HeardEnd, scene: Scene, subject: string): Timed {
  const { said } = end;
  const { now, zone } = scene.context;
  switch (said.kind) {
    case 'duration':
      return timeOfDuration(said.duration, [wordOf(scene, end)], scene, subject);
    case 'bare':
      return timeOfBare(heard, end, said.digits, scene, subject);
    case 'vague':
      return { instead: ask('vagueEnd', [wordOf(scene, end)]) };
    case 'midnight':
    case 'moment': {
      if (zone === undefined) return { instead: refuse('noZone', [wordOf(scene, end)]) };
      const today = heard.starts.length > 0 ? ({ day: { kind: 'offset', days: 0 } } as const) : {};
      const resolved =
        said.kind === 'midnight' ? nextMidnight(now, zone) : resolve({ ...said.moment, ...today }, now, zone);
      return timeOfResolved(resolved, end, scene, subject);
    }
  }
}

function timeOfResolved(resolved: Resolved, end: HeardEnd, scene: Scene, subject: string): Timed {
  switch (resolved.kind) {
    case 'instant':
      return { end: { said: 'instant', at: resolved.at }, assumed: resolved.assumed };
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

function timeOfDuration(duration: Duration, words: readonly string[], scene: Scene, subject: string): Timed {
  const { now, zone } = scene.context;
  const { days, seconds, unclear } = duration;
  if (unclear) return { instead: ask('vagueEnd', words, [`${subject} 30 days`]) };
  if (days === 0 && seconds === 0) return { instead: refuse('emptyDuration') };
  // More than anything allows; the calendar need not be asked.
  if (days > 0 && days < 3660 && zone !== undefined)
    return { end: { said: 'instant', at: after(now, zone, duration) }, assumed: [] };
  return { end: { said: 'duration', seconds: days * 86_400 + seconds }, assumed: [] };
}

/** "brb 10" is ten minutes; "dnd 2" might be hours, "dnd 1530" a time, and "ten busy" nothing. */
function timeOfBare(heard: Said, end: HeardEnd, digits: string, scene: Scene, subject: string): Timed {
  const value = Number(digits);
  const text = wordOf(scene, end);
  if (value === 0) return { instead: refuse('emptyDuration', [text]) };
  const [status] = heard.statuses;
  const follows = status === undefined || end.from > status.from || end.back;
  const least = status?.word === 'beRightBack' || end.back ? 5 : 10;
  // "dnd ten" might be a time; "back in ten" hardly.
  const counted = least === 5 || /\d/.test(text);
  if (follows && counted && value % 5 === 0 && value >= least && value <= 240)
    return { end: { said: 'duration', seconds: value * 60 }, assumed: [{ code: 'minutes' }] };
  const suggestions = [`${subject} ${text} minutes`, `${subject} ${text} hours`, `${subject} until ${text}`];
  return { instead: ask('bareNumber', [text], suggestions) };
}
