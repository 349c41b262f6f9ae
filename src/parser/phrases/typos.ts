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
  if (unspaced.test(first.text)) return unknown.length > 2 ? [] : nearCharacters(states, first, written);
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

/** States of two characters or more of which all but that one stand there: 忙録 for 忙碌. */
function nearCharacters(states: readonly string[], { from }: Item, written: string): string[] {
  const found = new Set<string>();
  for (const state of states) {
    if (state.length < 2 || !unspaced.test(state)) continue;
    for (let place = 0; place < state.length; place += 1) {
      const start = from - place;
      const there = written.slice(start, start + state.length);
      if (start < 0 || there.length !== state.length) continue;
      const same = Array.from(state).every(
        (character, index) => index === place || character === there[index],
      );
      if (same) found.add(written.slice(0, start) + state + written.slice(start + state.length));
    }
  }
  return [...found].slice(0, 3);
}
