/**
 * Phrases that are sought as they stand: `sign/log me/ out` is four phrases, none of them written out; and the plain
 * words of a sentence, to seek them in.
 */

import { en } from '../languages/en.ts';
import type { StatusWord } from '../languages/language.ts';
import { is, isMark, type Item, saysNothing } from '../lexer/items.ts';
import { english, lazy } from '../lexer/lexicon.ts';

/** What may stand at one place of a pattern: its words, several where it says `i_am`, none where it may be left out. */
type Alternative = readonly string[];

type Places = readonly (readonly Alternative[])[];

interface WordPattern<T> {
  readonly places: Places;
  readonly meaning: T;
  /** Words of its shortest phrase, and of its longest. */
  readonly least: number;
  readonly most: number;
}

/** Patterns by the words that their phrases begin with. */
export interface Patterns<T> {
  readonly get: (first: string) => readonly WordPattern<T>[] | undefined;
  readonly has: (first: string) => boolean;
}

/** A phrase that was found. */
export interface PhraseMatch<T> {
  readonly meaning: T;
  /** How many words it takes. */
  readonly length: number;
}

/** The patterns of a table of words, by what they mean. */
export function patternsOf<T extends string>(table: Readonly<Record<T, string>>): Patterns<T> {
  const patterns = lazy(() => build(table));
  return { get: (first) => patterns().get(first), has: (first) => patterns().has(first) };
}

function build<T extends string>(
  table: Readonly<Record<T, string>>,
): ReadonlyMap<string, readonly WordPattern<T>[]> {
  const patterns = new Map<string, WordPattern<T>[]>();
  for (const meaning in table)
    for (const phrase of table[meaning].split('|')) {
      const places = phrase
        .split(' ')
        .map((place) => place.trim())
        .filter((place) => place !== '')
        .map((place) => place.split('/').map((choice) => (choice === '' ? [] : choice.split('_'))));
      const pattern = { places, meaning, least: sizeOf(places, Math.min), most: sizeOf(places, Math.max) };
      for (const first of firstsOf(places)) {
        const known = patterns.get(first);
        if (known === undefined) patterns.set(first, [pattern]);
        else known.push(pattern);
      }
    }
  return patterns;
}

function sizeOf(places: Places, pick: (...lengths: number[]) => number): number {
  return places.reduce((size, place) => size + pick(...place.map(({ length }) => length)), 0);
}

function firstsOf(places: Places): Set<string> {
  const firsts = new Set<string>();
  for (const place of places) {
    for (const [first] of place) if (first !== undefined) firsts.add(first);
    if (place.every(({ length }) => length > 0)) break;
  }
  return firsts;
}

/** What those words mean, all of them together. */
export function meaningOf<T>(patterns: Patterns<T>, words: readonly string[]): T | undefined {
  const { length } = words;
  for (const { places, meaning, least, most } of patterns.get(words[0] ?? '') ?? [])
    if (length >= least && length <= most && endsOf(places, 0, words, 0, []).includes(length)) return meaning;
  return undefined;
}

/** The phrases that stand there, the longest first. */
export function phrasesAt<T>(
  patterns: Patterns<T>,
  words: readonly string[],
  at: number,
): readonly PhraseMatch<T>[] {
  const candidates = patterns.get(words[at] ?? '');
  if (candidates === undefined) return nothing;
  const found: PhraseMatch<T>[] = [];
  for (const { places, meaning } of candidates)
    for (const end of endsOf(places, 0, words, at, [])) found.push({ meaning, length: end - at });
  return found.sort((one, other) => other.length - one.length);
}

const nothing: readonly never[] = [];

/** Adds to the ends behind which word the places may be filled, the first of them from there on. */
function endsOf(
  places: Places,
  first: number,
  words: readonly string[],
  at: number,
  ends: number[],
): number[] {
  const choices = places[first];
  if (choices === undefined) ends.push(at);
  else
    for (const choice of choices)
      if (stands(choice, words, at)) endsOf(places, first + 1, words, at + choice.length, ends);
  return ends;
}

function stands(choice: Alternative, words: readonly string[], at: number): boolean {
  for (let index = 0; index < choice.length; index += 1)
    if (choice[index] !== words[at + index]) return false;
  return true;
}

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
