/** Words that may be meant behind unknown ones. Offered, never acted on. */

import type { Item } from '../lexer/items.ts';
import { nearest } from '../lexer/typo.ts';
import type { Phrases } from './lexicon.ts';

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/** The sentence with its unknown words replaced by known ones that are near, at most three ways. */
export function correctionsIn(
  { lexicon, states }: Phrases,
  unknown: readonly Item[],
  written: string,
): string[] {
  const [first] = unknown;
  if (first === undefined) return [];
  if (unspaced.test(first.text)) return nearCharacters(states, unknown, written);
  let sentences = [''];
  let from = 0;
  for (const item of unknown) {
    const near = nearest(item.text, lexicon.vocabulary);
    if (near.length === 0) return [];
    const between = written.slice(from, item.from);
    sentences = sentences.flatMap((sentence) => near.map((word) => sentence + between + word)).slice(0, 3);
    from = item.to;
  }
  return sentences.map((sentence) => sentence + written.slice(from));
}

/** States of two characters or more of which all but one stand there, and every unknown one is in it: 忙録 for 忙碌. */
function nearCharacters(states: readonly string[], unknown: readonly Item[], written: string): string[] {
  const first = unknown[0]?.from ?? 0;
  const last = unknown.at(-1)?.to ?? first;
  const found = new Set<string>();
  for (const { from } of unknown)
    for (const state of states)
      for (let place = 0; state.length > 1 && place < state.length; place += 1) {
        const start = from - place;
        if (start < 0 || start > first || start + state.length < last) continue;
        const same =
          startsAt(written, start, state, 0, place) &&
          startsAt(written, from + 1, state, place + 1, state.length);
        if (same && unspaced.test(state))
          found.add(written.slice(0, start) + state + written.slice(start + state.length));
      }
  return [...found].slice(0, 3);
}

/** Whether the letters of that word from one to the other stand there. */
function startsAt(text: string, at: number, word: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (text[at + index - from] !== word[index]) return false;
  return true;
}
