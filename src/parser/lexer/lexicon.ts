/** The look-up of a language: what each of its phrases may mean. */

import { en } from '../languages/en.ts';
import type {
  Daypart,
  FixedSentence,
  LanguageTable,
  Period,
  Role,
  StatusWord,
  Unit,
} from '../languages/language.ts';
import { zoneUses } from '../time/zone-names.ts';
import { foldText } from './clean.ts';
import { tokenize } from './tokens.ts';

/** Everything a phrase may mean; which of it holds, its neighbours decide. */
export interface Senses {
  readonly status?: StatusWord;
  /** The status is a thing one does ("lunch"), not a name of it. */
  readonly occasion?: true;
  readonly unit?: Unit;
  readonly number?: number;
  readonly share?: number;
  readonly ordinal?: number;
  readonly ordinalEnding?: true;
  /** 1 is Monday. */
  readonly weekday?: number;
  readonly month?: number;
  readonly meridiem?: 'am' | 'pm';
  readonly daypart?: Daypart;
  /** Days from today. */
  readonly day?: number;
  /** One word for both: "明朝" is tomorrow and the morning. */
  readonly dayAndPart?: true;
  readonly tonight?: true;
  readonly clock?: 'noon' | 'midnight';
  readonly period?: Period;
  /** The word means the end of that stretch. */
  readonly endOf?: Period;
  readonly end?: 'unclear';
  /** A name of `zoneUses`. */
  readonly zone?: string;
  /** A whole length in one word, in seconds. */
  readonly seconds?: number;
  /** Names under which time patterns know the word. */
  readonly literals?: ReadonlySet<string>;
  readonly roles: ReadonlySet<Role>;
}

export type Draft = { -readonly [Key in keyof Senses]: Senses[Key] } & { roles: Set<Role> };

export interface Node {
  readonly next: Map<string, Node>;
  senses: Draft | undefined;
}

/** The look-up of one language. */
export interface Lexicon {
  readonly root: Node;
  /** Single words long enough to be recognised behind a typo. */
  readonly vocabulary: readonly string[];
  /** Those of them that are a state by themselves. */
  readonly states: readonly string[];
  readonly nameless: readonly string[];
  /** Sentences of fixed meaning, as `sentenceKey` gives them. */
  readonly sentences: ReadonlyMap<string, FixedSentence>;
}

/** Only words that carry a command are looked for behind a typo: any name is near to some small word. */
const rolesWithTypos: ReadonlySet<Role> = new Set<Role>([
  'verb',
  'clearVerb',
  'until',
  'for',
  'session',
  'message',
  'extend',
  'noun',
  'whatIf',
]);

/** Builds the look-up of one language, once. */
function buildLexicon(language: LanguageTable): Lexicon {
  const root: Node = { next: new Map(), senses: undefined };
  const vocabulary = new Set<string>();
  const add = (phrases: string, mean: (senses: Draft) => void, withTypos = true) => {
    for (const phrase of phrases.split('|')) {
      const folded = foldText(phrase.trim());
      if (folded === '') continue;
      let node = root;
      const words = /^[a-z ]+$/.test(folded) ? folded.split(' ') : tableTokens(folded);
      for (const word of words) {
        if (withTypos && word.length > 2) vocabulary.add(word);
        let next = node.next.get(word);
        if (next === undefined) {
          next = { next: new Map(), senses: undefined };
          node.next.set(word, next);
        }
        node = next;
      }
      node.senses ??= { roles: new Set() };
      mean(node.senses);
    }
  };
  const each = <Key extends string>(
    table: Readonly<Partial<Record<Key, string>>>,
    mean: (senses: Draft, key: Key) => void,
    withTypos?: (key: Key) => boolean,
  ) => {
    for (const key in table)
      add(
        table[key] ?? '',
        (senses) => {
          mean(senses, key);
        },
        withTypos?.(key),
      );
  };
  each(language.statuses, (senses, status) => (senses.status = status));
  each(language.occasions, (senses, status) => {
    senses.status = status;
    senses.occasion = true;
  });
  each(
    language.roles,
    (senses, role) => senses.roles.add(role),
    (role) => rolesWithTypos.has(role),
  );
  each(language.units, (senses, unit) => (senses.unit = unit));
  each(language.dayparts, (senses, daypart) => (senses.daypart = daypart));
  each(language.meridiems, (senses, meridiem) => (senses.meridiem = meridiem));
  each(language.clock, (senses, clock) => (senses.clock = clock));
  for (const [key, words] of Object.entries(language.numbers))
    add(words, (senses) => (senses.number = Number(key)));
  for (const [key, words] of Object.entries(language.ordinals))
    add(words, (senses) => (senses.ordinal = Number(key)));
  for (const [key, words] of Object.entries(language.days))
    add(words, (senses) => (senses.day = Number(key)));
  language.weekdays.forEach((words, index) => {
    add(words, (senses) => (senses.weekday = index + 1));
  });
  language.months.forEach((words, index) => {
    add(words, (senses) => (senses.month = index + 1));
  });
  for (const word of language.commandWords.split(' | ')) vocabulary.add(word);
  add(language.shares.half, (senses) => (senses.share = 0.5));
  add(language.shares.quarter, (senses) => (senses.share = 0.25));
  add(language.ordinalEndings, (senses) => (senses.ordinalEnding = true));
  add(language.tonight, (senses) => (senses.tonight = true));
  each(
    language.periods,
    (senses, period) => (senses.period = period),
    () => false,
  );
  each(
    language.endsOfPeriods,
    (senses, period) => (senses.endOf = period),
    () => false,
  );
  for (const name of zoneUses.keys())
    add(`${name} | ${language.zones[name] ?? ''}`, (senses) => (senses.zone = name), false);
  add(language.unclearEnds, (senses) => (senses.end = 'unclear'));
  const states = [...vocabulary].filter((word) => root.next.get(word)?.senses?.status !== undefined);
  const sentences = new Map<string, FixedSentence>();
  for (const phrase of phraseKinds)
    for (const text of language.sentences[phrase].split('|'))
      sentences.set(tableTokens(foldText(text)).join(' '), phrase);
  return { root, vocabulary: [...vocabulary], states, sentences, nameless: language.nameless.split(' | ') };
}

const phraseKinds = [
  'talk',
  'status',
  'help',
  'picker',
  'undo',
  'details',
  'clear',
  'clearEverything',
] as const;

function tableTokens(folded: string): string[] {
  return tokenize({ written: folded, folded, origin: (index) => index }).map(({ text }) => text);
}

/** Gives what `build` makes, made once, when it is first needed: a start that builds all tables would be later by as much. */
export function lazy<T>(build: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: build() }).value;
}

/** The look-up of English, built once for everything that reads. */
export const english = lazy(() => buildLexicon(en));
