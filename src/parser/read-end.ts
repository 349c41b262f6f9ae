/** An end by itself, as a form's choice or its date and time say it. */

import type { Assumption, End } from '../presence/intent.ts';
import { ask, refuse, type Source } from './grammar/answers.ts';
import type { ExtractedEnd } from './grammar/extracted.ts';
import { timeOf } from './grammar/interpret-end.ts';
import { phrasesOf } from './languages/tables.ts';
import { languageOf } from './languages/which.ts';
import { clean } from './lexer/clean.ts';
import { is, isMark, type Item, itemize, unsaid } from './lexer/items.ts';
import { english } from './lexer/lexicon.ts';
import { tokenize } from './lexer/tokens.ts';
import { endsIn } from './phrases/ends.ts';
import type { Phrases } from './phrases/lexicon.ts';
import { offeredEndsIn } from './phrases/offers.ts';
import { itemsIn } from './phrases/read.ts';
import type { ReadContext, Reading } from './reading.ts';
import type { ClockTime } from './time/clock.ts';
import { type EndMatch, readEnding } from './time/ends.ts';
import { type DateOrder, dateOrder } from './time/locale.ts';

/** An end that was really said. */
export type SomeEnd = Exclude<End, { said: 'nothing' }>;

/** The end with what was assumed for it, or what to answer instead. */
type EndReading =
  | { readonly ok: true; readonly end: SomeEnd; readonly assumed: readonly Assumption[] }
  | { readonly ok: false; readonly reading: Extract<Reading, { kind: 'ask' | 'refuse' }> };

/** No form says more. */
const longest = 256;

/** Ends that are always clear. */
const usual = ['30 minutes', '1 hour', '2 hours'];

/**
 * Reads "15m", "until end of day", "until 2026-11-23 15:00": an end and nothing else, by the same
 * rules as a sentence, and never throws. Two things differ: forms write the 24-hour clock, so that
 * "9:00" is in the morning; and a question's suggestions are ends too, each read here without asking.
 */
export function readEnd(phrase: string, context: ReadContext): EndReading {
  const readPhrase = (said: string) => readerOf(said, context)(said, context);
  const reading = readPhrase(phrase);
  if (reading.ok || reading.reading.kind === 'refuse') return reading;
  const { question } = reading.reading;
  const suggestions = [...new Set(question.suggestions.map((suggestion) => suggestion.trim()))]
    .filter((suggestion) => readPhrase(suggestion).ok)
    .slice(0, 3);
  return { ok: false, reading: { kind: 'ask', question: { ...question, suggestions } } };
}

type EndReader = (phrase: string, context: ReadContext) => EndReading;

/** What reads an end in the language it is written in; a form writes English by itself. */
function readerOf(phrase: string, context: ReadContext): EndReader {
  const phrases = phrase.length > longest ? undefined : phrasesOf(languageOf(phrase, context).language);
  if (phrases === undefined) return readInEnglish;
  const own = readerBy(phrases);
  return !own(phrase, context).ok && readInEnglish(phrase, context).ok ? readInEnglish : own;
}

function readerBy(phrases: Phrases): EndReader {
  const inWords = (reading: Reading): EndReading => {
    if (reading.kind !== 'ask') return instead(reading);
    const suggestions = offeredEndsIn(phrases.table, reading.question.suggestions);
    return instead({ kind: 'ask', question: { ...reading.question, suggestions } });
  };
  return (phrase, context) => {
    if (phrase.length > longest) return instead(refuse('tooLong'));
    const { written } = clean(phrase, context.bot);
    const items = itemsIn(phrases, written, context.bot);
    if (items.length === 0) return inWords(ask('vagueEnd', [], usual));
    const source: Source = { written, context, corrections: () => [] };
    const found = endsIn(phrases, items, source);
    if (found === undefined) return inWords(ask('leftOver', [written], usual));
    const ends = found.ends.map((end) => ({ ...end, said: certainOnFullClock(end.said, items) }));
    const timed = timeOf({ ends, starts: [], statuses: [], endless: found.endless }, source, '');
    if ('instead' in timed) return inWords(timed.instead);
    const { end, assumed } = timed;
    return end.said === 'nothing' ? inWords(ask('vagueEnd', [written], usual)) : { ok: true, end, assumed };
  };
}

function readInEnglish(phrase: string, context: ReadContext): EndReading {
  if (phrase.length > longest) return instead(refuse('tooLong'));
  const cleaned = clean(phrase, context.bot);
  const { written } = cleaned;
  const items = bare(itemize(tokenize(cleaned), english()));
  const [first] = items;
  if (first === undefined) return instead(ask('vagueEnd', [], usual));
  if (items.length === 1 && is(first, 'endless')) return instead(refuse('forever'));
  const order = dateOrder(context.locale);
  // "tomorrow 9:00" needs no "until" where nothing but an end can be meant.
  const until: Item = { ...unsaid('until', 'until'), from: first.from, to: first.from };
  const ends = endsOf(items, order) ?? endsOf([until, ...items], order);
  if (ends === undefined) return instead(ask('leftOver', [written], usual));
  const source: Source = { written, context, corrections: () => [] };
  const timed = timeOf({ ends, starts: [], statuses: [], endless: false }, source, '');
  if ('instead' in timed) return instead(timed.instead);
  const { end, assumed } = timed;
  return end.said === 'nothing' ? instead(ask('vagueEnd', [written], usual)) : { ok: true, end, assumed };
}

/** Without politeness around it, and without marks at its end; ".5 hours" begins with one. */
function bare(items: readonly Item[]): readonly Item[] {
  const first = items.findIndex((item) => !is(item, 'polite'));
  const last = items.findLastIndex((item) => !is(item, 'polite') && !isMark(item, '.!,'));
  return first < 0 ? [] : items.slice(first, last + 1);
}

/** Nothing but questions and refusals come of an end. */
function instead(reading: Reading): EndReading {
  return reading.kind === 'ask' || reading.kind === 'refuse'
    ? { ok: false, reading }
    : { ok: false, reading: { kind: 'ask', question: { code: 'notSure', words: [], suggestions: usual } } };
}

/** All ends of the phrase; undefined if anything is left over. */
function endsOf(items: readonly Item[], order: DateOrder): ExtractedEnd[] | undefined {
  const ends: ExtractedEnd[] = [];
  for (let at = 0; at < items.length;) {
    const ending = readEnding(items, at, order, true);
    if (ending === undefined) return undefined;
    const from = items[at]?.from ?? 0;
    const to = items[ending.next - 1]?.to ?? from;
    ends.push({ said: onFullClock(ending.said, items.slice(at, ending.next)), back: ending.back, from, to });
    at = ending.next;
  }
  return ends;
}

/** "9:00" is nine in the morning, unless a word or a letter says otherwise. */
function onFullClock(said: EndMatch['said'], items: readonly Item[]): EndMatch['said'] {
  return items.some((item) => isMark(item, ':')) ? certain(said) : said;
}

/** "9 Uhr" as well. */
function certainOnFullClock(said: EndMatch['said'], items: readonly Item[]): EndMatch['said'] {
  return said.kind === 'moment' && said.moment.clock?.fullClock === true
    ? certain(said)
    : onFullClock(said, items);
}

function certain(said: EndMatch['said']): EndMatch['said'] {
  if (said.kind !== 'moment') return said;
  const { clock, part } = said.moment;
  if (clock === undefined || part !== undefined) return said;
  const sure: ClockTime = { ...clock, certain: true };
  return { kind: 'moment', moment: { ...said.moment, clock: sure } };
}
