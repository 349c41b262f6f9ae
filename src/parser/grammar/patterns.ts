/** Patterns of phrases that are sought as they stand: `sign/log me/ out` is four phrases, none of them written out. */

import { lazy } from '../lexer/lazy.ts';

/** What may stand at one place of a pattern: its words, several where it says `i_am`, none where it may be left out. */
type Alternative = readonly string[];

type Places = readonly (readonly Alternative[])[];

interface Pattern<T> {
  readonly places: Places;
  readonly meaning: T;
  /** Words of its shortest phrase, and of its longest. */
  readonly least: number;
  readonly most: number;
}

/** Patterns by the words that their phrases begin with. */
export interface Patterns<T> {
  readonly get: (first: string) => readonly Pattern<T>[] | undefined;
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
): ReadonlyMap<string, readonly Pattern<T>[]> {
  const patterns = new Map<string, Pattern<T>[]>();
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
