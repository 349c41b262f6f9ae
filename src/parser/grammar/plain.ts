/** Sentences by their words alone, for what is read whole or not at all. */

import { english } from '../lexer/english.ts';
import { saysNothing } from './extract-mark.ts';
import { meaningOf, patternsOf, phrasesAt, type Patterns } from './patterns.ts';
import { is, isMark, type Item } from '../lexer/lexicon.ts';
import { en } from '../languages/en.ts';
import type { StatusWord } from '../languages/language.ts';

/** The words of a sentence without politeness, without "can you" before them, and without marks that say nothing. */
export interface PlainWords {
  readonly words: readonly string[];
  /** Whether it may be a question that asks for nothing to be done. */
  readonly doubted: boolean;
}

/** Those words; undefined if anything but words stands there. */
export function plainWordsOf(items: readonly Item[], written: string): PlainWords | undefined {
  const said = wordsOf(items, written);
  if (said === undefined) return undefined;
  const { words, want } = withoutWant(said.words);
  return { words, doubted: want === undefined ? said.asked : want === 'maybe' };
}

/** The words of those items, politeness left out, and whether they are asked; undefined if anything else is among them. */
function wordsOf(
  items: readonly Item[],
  written: string,
): { readonly words: readonly string[]; readonly asked: boolean } | undefined {
  // Most sentences hold a number, and need no look at their words.
  if (items.some(({ kind }) => kind !== 'word' && kind !== 'mark')) return undefined;
  const words: string[] = [];
  let asked = false;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === 'word') {
      if (isPossessive(item, written)) return undefined;
      if (!is(item, 'polite')) addWords(words, item);
    } else if (isMark(item, '?？')) asked = true;
    else if (!saysNothing(items, at)) return undefined;
  }
  return { words, asked };
}

/** "my team's status", "the meeting's rules": words lose their apostrophes, and that would be "my Teams status". */
export function isPossessive(item: Item, written: string): boolean {
  const { text, from, to } = item;
  if (to - from === text.length) return false;
  const said = written.slice(from, to);
  // "what's"
  const short = is(item, 'lookUp') || is(item, 'question');
  return is(item, 'noun') ? /['’]/.test(said) : !short && /['’]s/i.test(said);
}

function addWords(words: string[], item: Item): void {
  if (!item.text.includes(' ')) words.push(item.text);
  else if (is(item, 'request') || is(item, 'lookUp'))
    words.push(...item.text.split(' ').filter((word) => !isPolite(word)));
  else words.push(...item.text.split(' '));
}

/** "please", in "could you please". */
function isPolite(word: string): boolean {
  return english().root.next.get(word)?.senses?.roles.has('polite') === true;
}

/** How sure a request is: "can you", "can I". */
type Certainty = 'sure' | 'maybe';

const wants = patternsOf(en.wants);

/** The request that those items are, and nothing else. */
export function wantIn(items: readonly Item[], written: string): Certainty | undefined {
  const said = wordsOf(items, written);
  return said === undefined ? undefined : meaningOf(wants, said.words);
}

/** The words without the request before them. */
export function withoutWant(words: readonly string[]): {
  readonly words: readonly string[];
  readonly want: Certainty | undefined;
} {
  const [found] = phrasesAt(wants, words, 0);
  if (found === undefined) return { words, want: undefined };
  return { words: words.slice(found.length), want: found.meaning };
}

/** The state that those words name behind one of the phrases. */
export function stateBehind<T>(patterns: Patterns<T>, words: readonly string[]): StatusWord | undefined {
  for (const { length } of phrasesAt(patterns, words, 0)) {
    const state = stateIn(words.slice(length));
    if (state !== undefined) return state;
  }
  return undefined;
}

/** The state that those words name, all of them together. */
export function stateIn(words: readonly string[]): StatusWord | undefined {
  let node: ReturnType<typeof english>['root'] | undefined = english().root;
  for (const word of words) {
    node = node.next.get(word);
    if (node === undefined) return undefined;
  }
  return node.senses?.status;
}
