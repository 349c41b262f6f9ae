/** The small parts of a decision: questions, refusals, and the user's own words in them. */

import type { Slot } from '../../presence/pairs.ts';
import type { SentenceFlag, Extracted, Span } from './extracted.ts';
import type { Item } from '../lexer/lexicon.ts';
import type { Question, ReadContext, Reading, Refusal } from '../reading.ts';

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
