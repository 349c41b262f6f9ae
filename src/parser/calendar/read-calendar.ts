/**
 * "dnd during events categorised Focus", "ignore tentative", "calendar off": what one's calendar means. Every word has to
 * be known, in whatever order they stand; with any other word in it, the sentence is about something else.
 */

import type { CalendarEffect, EventTrait } from '../../presence/calendar.ts';
import { languageCodes } from '../languages/tables.ts';
import { clean, type Cleaned } from '../lexer/clean.ts';
import type { CalendarCommand } from '../reading.ts';
import { bare, calendarPhrases, type Meaning, type Phrases } from './phrases.ts';

/** One of these is in every such sentence; whoever says none of them loads no table. */
const mentions =
  /calend|kalend|agenda|event|evenement|termin|appointment|categor|kategor|ignor|attendee|participa|teilnehm|more than|mehr als|plus de|mas de|mais de|citas|compromiss|tentativ|日历|日程|活动|分类|类别|超过|予定|カレ|カテコ|会議|イヘント/;
const longest = 160;

type CalendarReading = CalendarCommand | { readonly kind: 'whatIf'; readonly of: CalendarCommand };

/** What the sentence says of one's calendar; undefined where it is about anything else. */
export function readCalendar(cleaned: Cleaned): CalendarReading | undefined {
  if (cleaned.written.length > longest || !mentions.test(cleaned.folded)) return undefined;
  const { sentence, quoted } = withoutQuote(cleaned.written);
  const isAsked = /[?？]/.test(sentence);
  const text = clean(sentence.replace(/[?？]\s{0,9}$/, ''), []);
  if (/[?？]/.test(text.written)) return undefined;
  const folded = bare(text.folded);
  for (const code of languageCodes) {
    const reading = readIn(calendarPhrases[code](), { ...text, folded }, quoted);
    if (reading !== undefined && (reading.kind === 'whatIf' || !isAsked)) return reading;
  }
  return undefined;
}

/** Stands in the sentence for the name between its quotation marks. */
const quoteMark = '\uE001';
const quotation = /["“”„«「『]([^"“”„«»「」『』]{1,60})["“”»」』]/;

function withoutQuote(written: string): { readonly sentence: string; readonly quoted: string | undefined } {
  const found = quotation.exec(written);
  if (found === null) return { sentence: written, quoted: undefined };
  const { index, 0: whole, 1: name = '' } = found;
  const sentence = `${written.slice(0, index)} ${quoteMark} ${written.slice(index + whole.length)}`;
  return { sentence, quoted: name.trim() };
}

/** What a part of the sentence has said so far. */
interface Said {
  readonly effects: readonly CalendarEffect[];
  readonly traits: readonly EventTrait[];
  readonly categories: readonly string[];
  readonly numbers: readonly number[];
  readonly removes: boolean;
  readonly events: boolean;
  readonly meetings: boolean;
}

const nothingSaid: Said = {
  effects: [],
  traits: [],
  categories: [],
  numbers: [],
  removes: false,
  events: false,
  meetings: false,
};

interface Sentence {
  readonly text: Cleaned;
  readonly quoted: string | undefined;
  readonly words: Phrases;
  /** Steps that are left: no sentence takes long. */
  readonly budget: { left: number };
}

function readIn(words: Phrases, text: Cleaned, quoted: string | undefined): CalendarReading | undefined {
  const whole = words.whole.get(text.folded.trim().replaceAll(/\s+/g, ' '));
  if (whole !== undefined) return { kind: whole === 'list' ? 'calendarRules' : 'calendarOff' };
  const sentence = { text, quoted, words, budget: { left: 150 } };
  const { folded } = text;
  const whatIf = words.whatIf.find(
    (phrase) => folded.startsWith(phrase) && isBoundary(folded, phrase.length),
  );
  if (whatIf === undefined) return readFrom(0, nothingSaid, sentence);
  const of = readFrom(whatIf.length, nothingSaid, sentence);
  return of && { kind: 'whatIf', of };
}

/** The command that the rest comes to after what was said; undefined: none. */
function readFrom(start: number, said: Said, sentence: Sentence): CalendarCommand | undefined {
  const { text, quoted, words, budget } = sentence;
  const { folded } = text;
  if ((budget.left -= 1) < 0) return undefined;
  let at = start;
  while (at < folded.length && /[\s,]/.test(folded.charAt(at))) at += 1;
  if (at >= folded.length) return commandOf(said);
  // A name that was quoted stands behind its own word.
  if (folded.charAt(at) === quoteMark || quoted === '') return undefined;
  for (const [phrase, meanings] of words.byLetter.get(folded.charAt(at)) ?? []) {
    const end = at + phrase.length;
    if (!folded.startsWith(phrase, at) || !isBoundary(folded, end)) continue;
    for (const meaning of meanings) {
      const command = readMeaning(meaning, end, said, sentence);
      if (command !== undefined) return command;
    }
  }
  return words.needsMore ? undefined : readNumber(at, said, sentence);
}

function readMeaning(
  meaning: Meaning,
  end: number,
  said: Said,
  sentence: Sentence,
): CalendarCommand | undefined {
  const after = (more: Partial<Said>) => readFrom(end, { ...said, ...more }, sentence);
  switch (meaning.role) {
    case 'effect':
      return after({ effects: [...said.effects, meaning.effect] });
    case 'trait':
      return after({ traits: [...said.traits, meaning.trait] });
    case 'events':
      return after({ events: true });
    case 'meetings':
      return after({ meetings: true });
    case 'remove':
      return after({ removes: true });
    case 'filler':
      return after({});
    case 'category':
      return readCategory(end, said, sentence);
    case 'moreThan':
      return readNumber(end, said, sentence);
    case 'people':
    case 'list':
    case 'off':
      return undefined;
  }
}

/** "10 people" */
function readNumber(start: number, said: Said, sentence: Sentence): CalendarCommand | undefined {
  const { text, words } = sentence;
  const found = /^ {0,2}(\d{1,4}) {0,2}/.exec(text.folded.slice(start, start + 12));
  if (found === null) return undefined;
  const at = start + found[0].length;
  for (const [phrase, meanings] of words.byLetter.get(text.folded.charAt(at)) ?? []) {
    const end = at + phrase.length;
    const isPeople = meanings.some(({ role }) => role === 'people');
    if (!isPeople || !text.folded.startsWith(phrase, at) || !isBoundary(text.folded, end)) continue;
    const command = readFrom(end, { ...said, numbers: [...said.numbers, Number(found[1])] }, sentence);
    if (command !== undefined) return command;
  }
  return undefined;
}

/** A longer name is none that nobody quoted. */
const mostWords = 4;

/** The name after "category": what is quoted, or as many words as leave a sentence behind them. */
function readCategory(start: number, said: Said, sentence: Sentence): CalendarCommand | undefined {
  const { text, quoted, words } = sentence;
  const { folded, written, origin } = text;
  const from = start + (/^\s*/.exec(folded.slice(start))?.[0].length ?? 0);
  const after = (name: string, end: number) =>
    readFrom(end, { ...said, categories: [...said.categories, name] }, sentence);
  if (folded.charAt(from) === quoteMark) return quoted === undefined ? undefined : after(quoted, from + 1);
  const stop = folded.indexOf(',', from);
  for (const end of endsOf(folded.slice(from, stop < 0 ? undefined : stop), words)) {
    const name = written.slice(origin(from), origin(from + end)).trim();
    const parts = folded
      .slice(from, from + end)
      .trim()
      .split(/\s+/);
    const isName =
      parts.length <= mostWords &&
      name !== '' &&
      !name.includes(quoteMark) &&
      !parts.some((part) => words.notInNames.has(part));
    const command = isName ? after(name, from + end) : undefined;
    if (command !== undefined) return command;
  }
  return undefined;
}

/** Where the name may end, the shortest first: what follows it has to be known. */
function endsOf(rest: string, { ends, isSpaced }: Phrases): readonly number[] {
  const places: number[] = [];
  for (let index = 0; index < rest.length; index += 1) {
    const letter = rest.charAt(index);
    if ((isSpaced && letter === ' ') || ends.includes(letter)) places.push(index);
  }
  return [...places, rest.length].filter((end) => end > 0);
}

/** Whether a word may end there: letters that need spaces go on. */
function isBoundary(folded: string, end: number): boolean {
  const [before, next] = [folded.charAt(end - 1), folded.charAt(end)];
  return !(/[a-z0-9]/.test(before) && /[a-z0-9]/.test(next));
}

function commandOf(said: Said): CalendarCommand | undefined {
  const { effects, traits, categories, numbers, removes, events, meetings } = said;
  const [then, ...otherEffects] = effects;
  const [category, ...otherCategories] = categories;
  const [moreThan, ...otherNumbers] = numbers;
  if (otherEffects.length + otherCategories.length + otherNumbers.length > 0) return undefined;
  const isNarrow = traits.length + categories.length + numbers.length > 0;
  // "ignore tentative" needs no noun; "meetings" alone are a matter of the rules for meetings.
  if (!(events || (meetings && isNarrow) || (then === 'nothing' && isNarrow))) return undefined;
  if (then === 'nothing' && !isNarrow) return undefined;
  const when = {
    ...Object.fromEntries(traits.map((trait) => [trait, true] as const)),
    ...(category === undefined ? {} : { category }),
    ...(moreThan === undefined ? {} : { moreThan }),
  };
  if (removes) return isNarrow || then !== undefined ? { kind: 'removeCalendarRule', when } : undefined;
  return then === undefined ? undefined : { kind: 'calendarRule', when, then };
}
