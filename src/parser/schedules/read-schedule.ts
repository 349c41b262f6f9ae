/** A state at a later time, once or again and again: the sentence without its times says which state. */

import type { Instant } from '../../presence/intent.ts';
import { scheduleWords } from '../languages/schedules.ts';
import type { StatusWord } from '../languages/language.ts';
import { type Pair, pairOf } from '../../presence/pairs.ts';
import { ask, messageText, refuse, type Source, wordOf } from '../grammar/answers.ts';
import { is, type Item } from '../lexer/items.ts';
import type { Reading } from '../reading.ts';
import { readChain, readFollowed } from './chain.ts';
import type { TimeReader } from './pieces.ts';
import { type TakenOut, takeOut } from './take-out.ts';
import type { Timed } from './timed.ts';
import { timingOf } from './timing.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

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
  const readFirst = (part: readonly Item[]) =>
    readSchedule(phrases, takeOut(phrases, part, reader), source, read);
  const followed = readFollowed(phrases, items, source, readFirst, read);
  if (followed !== undefined) return followed;
  const taken = takeOut(phrases, withoutPlan(phrases, items), reader);
  const { recurrence, quietHours } = taken.pieces;
  const sure = (recurrence ?? quietHours) !== undefined;
  // What has passed or cannot be is no matter of a later time.
  if (reading.kind === 'refuse' && reading.refusal.code !== 'schedule' && !sure) return undefined;
  const later = readSchedule(phrases, taken, source, read);
  const does = later?.kind === 'schedule';
  if (does || (reading.kind === 'refuse' && reading.refusal.code === 'schedule')) return later;
  return sure && (reading.kind !== 'none' || quietHours) ? later : undefined;
}

/** Without "schedule", where the sentence begins with it. */
function withoutPlan(phrases: SchedulePhrases, items: readonly Item[]): readonly Item[] {
  const first = items.findIndex((item) => !is(item, 'polite') && !is(item, 'request'));
  const plan = phraseAt(phrases.plan, items, Math.max(0, first));
  return plan === undefined ? items : items.slice(plan.next);
}

const passing: ReadonlySet<StatusWord | 'sessionAvailable' | 'sessionAway'> = new Set([
  'beRightBack',
  'inACall',
  'inAConferenceCall',
  'presenting',
] as const);

/** The schedule that is asked for, what is unclear about it, or undefined if the sentence is none. */
function readSchedule(
  phrases: SchedulePhrases,
  taken: TakenOut,
  source: Source,
  read: ReadPart,
): Reading | undefined {
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
  const computed = timingOf(taken.pieces, { zone, now, locale }, passing.has(said) || meeting);
  if (computed === undefined) return undefined;
  const timed = isEndless(computed, pairOf(said)) ? endless : computed;
  if (timed.kind === 'refuse') return refuse(timed.code, timeWords(taken, source));
  if (timed.kind === 'ask') {
    const { say } = phrases;
    const days = timed.days ?? timeWords(taken, source).join(' ');
    const lead = quietHours ? say.quietHours : pairOf(said).word;
    const note = rest.message === undefined ? '' : ` "${messageText(rest.message)}"`;
    const offered = (timed.times ?? []).map(
      (time) => `${lead} ${inWords(say, days)} ${inWords(say, time)}${note}`,
    );
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

/** "every day", "9am-12pm" in the language: beside English, on the 24-hour clock. */
function inWords(say: SchedulePhrases['say'], text: string): string {
  if (say === scheduleWords.en.say) return text;
  const word = (
    { 'every day': say.everyDay, 'every weekday': say.everyWeekday, 'all day': say.allDay } as Readonly<
      Record<string, string>
    >
  )[text];
  return (
    word ??
    text.replaceAll(
      /\b(\d{1,2})(am|pm)\b/g,
      (_, hour: string, half: string) =>
        `${String((Number(hour) % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:00`,
    )
  );
}

const endless: Timed = {
  kind: 'ask',
  code: 'vagueEnd',
  times: ['for 30 minutes', 'for 1 hour', 'for 2 hours'],
};

/** Whether each time would go on until the next one, and longer: nobody said when it ends, and by itself it lasts a day. */
function isEndless(timed: Timed, { defaultSeconds }: Pair): boolean {
  if (timed.kind !== 'timing' || timed.timing.kind === 'once') return false;
  return timed.timing.to === undefined && defaultSeconds >= 86_400;
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
