/** A state at a later time, once or again and again: the sentence without its times says which state. */

import type { Instant } from '../../presence/intent.ts';
import { dateOrder } from '../time/locale.ts';
import { scheduleWords } from '../languages/schedules.ts';
import type { StatusWord } from '../languages/language.ts';
import { pairOf } from '../../presence/pairs.ts';
import { ask, messageText, refuse, type Source, wordOf } from '../grammar/answers.ts';
import type { Item } from '../lexer/items.ts';
import { is } from '../lexer/items.ts';
import type { Reading } from '../reading.ts';
import { readDuration, skipFor } from '../time/duration.ts';
import { readEnding } from '../time/ends.ts';
import { readMoment } from '../time/moment.ts';
import { readChain } from './chain.ts';
import { type TakenOut, takeOut, type TimeReader } from './pieces.ts';
import { timingOf } from './timing.ts';
import { schedulePhrasesOf, type SchedulePhrases } from './words.ts';

/** The phrases of English. */
export const englishSchedules: SchedulePhrases = schedulePhrasesOf(scheduleWords.en);

/** How English reads times. */
export function englishTimes(locale: string): TimeReader {
  const order = dateOrder(locale);
  return {
    order,
    moment: (items, at, strict) => readMoment(items, at, order, strict),
    length: (items, at) => {
      const ending = readEnding(items, at, order, false);
      const counted = ending !== undefined && !ending.back && ending.said.kind === 'duration';
      return counted ? { value: ending.said.duration, next: ending.next } : undefined;
    },
    later: (items, at) => {
      const inside = is(items[at], 'in') && phraseIsIn(items[at]);
      const duration = readDuration(items, inside ? skipFor(items, at + 1) : at);
      if (duration === undefined) return undefined;
      if (inside) return { value: duration, next: duration.next };
      return is(items[duration.next], 'fromNow') ? { value: duration, next: duration.next + 1 } : undefined;
    },
    until: (items, at) => {
      if (!is(items[at], 'until') && !is(items[at], 'through')) return undefined;
      const ending = readEnding(items, at, order, false);
      const timed = ending?.said.kind === 'moment' || ending?.said.kind === 'period';
      return ending !== undefined && timed && !ending.back
        ? { value: ending.said, next: ending.next }
        : undefined;
    },
  };
}

/** "after 2 hours" and "within 2 hours" are other things. */
function phraseIsIn(item: Item | undefined): boolean {
  return item !== undefined && item.text.split(' ').includes('in');
}

/** What is read of a part of the sentence, as of that instant; of now, without one. */
type ReadPart = (items: readonly Item[], at?: Instant) => Reading;

/** What a sentence says of time ahead; undefined where `reading`, which says nothing to do now, is the better answer. */
export function readTimeAhead(
  phrases: SchedulePhrases,
  items: readonly Item[],
  reader: TimeReader,
  source: Source,
  read: ReadPart,
  reading: Reading,
): Reading | undefined {
  const chain = readChain(phrases, items, source, read);
  if (chain !== undefined) return chain;
  const taken = takeOut(phrases, items, reader);
  const { recurrence, quietHours } = taken.pieces;
  const sure = (recurrence ?? quietHours) !== undefined;
  // What has passed or cannot be is no matter of a later time.
  if (reading.kind === 'refuse' && reading.refusal.code !== 'schedule' && !sure) return undefined;
  const later = readSchedule(taken, source, read);
  const does = later?.kind === 'schedule';
  if (does || (reading.kind === 'refuse' && reading.refusal.code === 'schedule')) return later;
  return sure && (reading.kind !== 'none' || quietHours) ? later : undefined;
}

const passing: ReadonlySet<StatusWord | 'sessionAvailable' | 'sessionAway'> = new Set(['beRightBack', 'inACall', 'inAConferenceCall', 'presenting'] as const); // prettier-ignore

/** The schedule that is asked for, what is unclear about it, or undefined if the sentence is none. */
function readSchedule(taken: TakenOut, source: Source, read: ReadPart): Reading | undefined {
  const { recurrence, window, span, start, day, later, quietHours } = taken.pieces;
  if ([recurrence, window, span, start, day, later].every((piece) => piece === undefined)) return undefined;
  const rest = read(taken.rest);
  const said = rest.kind === 'prefer' ? rest.status : rest.kind === 'open' ? rest.session : undefined;
  if (rest.kind === 'ask') return askWith(rest.question, taken, source);
  if (rest.kind === 'refuse') return rest;
  if (said === undefined || (rest.kind !== 'prefer' && rest.kind !== 'open') || rest.end.said !== 'nothing')
    return undefined;
  const { zone, now, locale } = source.context;
  if (zone === undefined) return refuse('noZone', timeWords(taken, source));
  if (taken.twice) return ask('twoEnds', timeWords(taken, source));
  const meeting = rest.assumed.some(({ code }) => code === 'meetingAsBusy');
  const timed = timingOf(taken.pieces, { zone, now, locale }, passing.has(said) || meeting);
  if (timed === undefined) return undefined;
  if (timed.kind === 'refuse') return refuse(timed.code, timeWords(taken, source));
  if (timed.kind === 'ask') {
    const days = timed.days ?? timeWords(taken, source).join(' ');
    const lead = `${quietHours ? 'quiet hours' : pairOf(said).word} ${days}`;
    const offered = (timed.times ?? []).map((time) => `${lead} ${time}${rest.message === undefined ? '' : ` "${messageText(rest.message)}"`}`); // prettier-ignore
    return ask(timed.code, timeWords(taken, source), offered);
  }
  return {
    kind: 'schedule',
    status: said,
    timing: timed.timing,
    ...(quietHours ? { quietHours } : {}),
    ...(rest.message === undefined ? {} : { message: rest.message }),
    assumed: [...rest.assumed, ...timed.assumed],
  };
}

function timeWords({ spans }: TakenOut, source: Source): string[] {
  return spans.map((span) => wordOf(source, span));
}

/** The question about the rest, each suggestion with the times that were said. */
function askWith(
  { code, words, suggestions }: Extract<Reading, { kind: 'ask' }>['question'],
  taken: TakenOut,
  source: Source,
): Reading | undefined {
  const times = timeWords(taken, source).join(' ');
  const offered =
    code === 'negated'
      ? []
      : suggestions.map((sentence) => (sentence.includes(times) ? sentence : `${sentence} ${times}`));
  // Nothing that it could be: what the sentence was read as before says more.
  return offered.length === 0 && code === 'notSure' ? undefined : ask(code, words, offered);
}
