/** The small parts of an interpretation: questions, refusals, and the sentences to offer beside a question. */

import type { Slot } from '../../presence/pairs.ts';
import { pairOf } from '../../presence/pairs.ts';
import type { StatusWord } from '../languages/language.ts';
import { is, type Item } from '../lexer/items.ts';
import type { Question, ReadContext, Reading, Refusal } from '../reading.ts';
import type { Extracted, SentenceFlag, Span } from './extracted.ts';

/** What decisions need besides what was extracted. */
export interface Source {
  readonly written: string;
  readonly context: ReadContext;
  /** The sentence with these unknown words replaced by known ones, where it then reads as a command. */
  readonly corrections: (unknown: readonly Item[]) => readonly string[];
}

/** Not about the sender's presence. */
export const none: Reading = { kind: 'none' };

/** A question with suggestions that are still unchecked: whoever asks keeps only those that read without asking. */
export function ask(
  code: Question['code'],
  words: readonly string[] = [],
  suggestions: readonly string[] = [],
): Reading {
  return { kind: 'ask', question: { code, words, suggestions } };
}

/** A refusal, with the user's words it is about. */
export function refuse(code: Refusal['code'], words: readonly string[] = []): Reading {
  return { kind: 'refuse', refusal: { code, words } };
}

/** A request to empty those slots. */
export function clear(slots: readonly Slot[]): Reading {
  return { kind: 'clear', slots };
}

/** The sentence's own words in that stretch. */
export const wordOf = ({ written }: Source, { from, to }: { from: number; to: number }) =>
  written.slice(from, to);

/** The word that raised the flag. */
export function flagWord(extracted: Extracted, source: Source, name: SentenceFlag): string[] {
  const item = extracted.flags.get(name);
  return item === undefined ? [] : [wordOf(source, item)];
}

/** The user's own words, neighbours together. */
export function words(items: readonly Item[], source: Source): string[] {
  const spans: Span[] = [];
  for (const { from, to } of items) {
    const last = spans.at(-1);
    if (last !== undefined && from - last.to <= 1) spans.splice(-1, 1, { from: last.from, to });
    else spans.push({ from, to });
  }
  return spans.slice(0, 5).map((span) => wordOf(source, span));
}

/** The starts that were said. */
export function startWords(extracted: Extracted, source: Source): string[] {
  return extracted.starts.map((start) => wordOf(source, start));
}

/** Without the left-overs, and with them as a message where they are more than marks. */
export function leftOverSuggestions(extracted: Extracted, source: Source): string[] {
  const without = canonical(extracted, source);
  const last = extracted.leftOver.at(-1);
  const [first] = extracted.leftOver;
  if (without === undefined) return asMessage(extracted, source);
  // "then clear" is a second step, and no message.
  if (first === undefined || last === undefined || extracted.flags.has('sequence')) return [without];
  const text = messageText(source.written.slice(beginningOf(extracted, first), last.to));
  return /[\p{L}\p{N}]/u.test(text) ? [without, `${without} "${text}"`] : [without];
}

/** Where the words begin that the first left-over belongs to: behind the state and its end, no word is cut off. */
function beginningOf({ items, statuses, ends, starts }: Extracted, first: Item): number {
  const [status] = statuses;
  if (status === undefined || first.from < status.to) return first.from;
  const taken: readonly Span[] = [status, ...ends, ...starts];
  const isOwn = (item: Item | undefined) =>
    item?.kind === 'word' &&
    !is(item, 'polite') &&
    !taken.some(({ from, to }) => item.from < to && item.to > from);
  let at = items.indexOf(first);
  while (isOwn(items[at - 1])) at -= 1;
  return items[at]?.from ?? first.from;
}

/** The words as a message may hold them: without quotes, and without the brackets of markup. */
export function messageText(written: string): string {
  return written.replaceAll(/["<>]/g, '').trim();
}

/** "set my status to Working from home": Teams' name for that is a status message. */
function asMessage(extracted: Extracted, source: Source): string[] {
  const quoted = extracted.messages[0]?.text;
  if (quoted !== undefined) return [quoted, `message "${quoted}"`];
  const unknown = extracted.leftOver.find((item) => !is(item, 'preposition'));
  if (unknown === undefined) return [];
  const [end] = extracted.ends;
  const cut = end !== undefined && extracted.ends.length === 1 && end.from > unknown.from;
  const text = messageText(source.written.slice(unknown.from, cut ? end.from : undefined));
  return [`message "${text}"${cut ? ` ${wordOf(source, end)}` : ''}`];
}

/** The shortest sentence for the first state and its end. */
export function canonical(extracted: Extracted, source: Source): string | undefined {
  const [status] = extracted.statuses;
  if (status === undefined) return extracted.clears.length > 0 ? 'clear' : undefined;
  const word = typed(status.word, extracted.session);
  return word === undefined ? undefined : ended(word, endOfStatus(extracted, 0), source);
}

/** The end that was said of that state: behind it, or the only one; "today" is one as well. */
function endOfStatus({ statuses, ends, starts }: Extracted, index: number): Span | undefined {
  const from = statuses[index]?.from ?? 0;
  const to = statuses[index + 1]?.from ?? Infinity;
  const behind = ends.find((end) => end.from > from && end.from < to);
  return ends.length < 2 || statuses.length < 2 ? (ends[0] ?? starts[0]) : behind;
}

function ended(word: string, end: Span | undefined, source: Source): string {
  return end === undefined ? word : `${word} ${wordOf(source, end)}`;
}

/** With the message that was said, where it can be added. */
export function noted(sentence: string, { messages }: Extracted): string[] {
  const [message, ...others] = messages;
  if (message === undefined || message.text === '' || others.length > 0 || sentence.includes('"'))
    return [sentence];
  return [`${sentence} "${messageText(message.text)}"`, sentence];
}

/** The shortest thing to type for a state; undefined where there is none. */
export function typed(word: StatusWord, session: boolean): string | undefined {
  switch (word) {
    case 'meeting':
      return 'busy';
    case 'focus':
      return 'dnd';
    case 'outOfOffice':
    case 'unavailable':
    case 'notSettable':
    case 'automatic':
    case 'unclear':
      return undefined;
    case 'available':
    case 'away':
      return session ? `session ${word}` : word;
    case 'busy':
    case 'doNotDisturb':
    case 'beRightBack':
    case 'offline':
    case 'presenting':
    case 'inACall':
    case 'inAConferenceCall':
      return pairOf(word).word;
  }
}

/** Each state that was extracted, with its own end. */
export function statusSuggestions(extracted: Extracted, source: Source): string[] {
  return extracted.statuses.flatMap(({ word }, index) => {
    const said = typed(word, false);
    return said === undefined ? [] : [ended(said, endOfStatus(extracted, index), source)];
  });
}

/** The states as they were said. */
export function spoken(extracted: Extracted, source: Source): string[] {
  return extracted.statuses.map((status) => wordOf(source, status));
}

/** Those words with the end that was extracted. */
export function withEnd(extracted: Extracted, source: Source, words: readonly string[]): string[] {
  return words.map((word) => ended(word, extracted.ends[0] ?? extracted.starts[0], source));
}

/** The first state extracted, to begin a suggestion with. */
export function canonicalStatus({ statuses }: Pick<Extracted, 'statuses'>): string {
  for (const { word } of statuses) {
    const said = typed(word, false);
    if (said !== undefined) return said;
  }
  return 'brb';
}
