/** Words → what they may mean: the longest phrase of a language's table at each place. */

import { foldText } from './clean.ts';
import { tokenize, type Token } from './tokens.ts';
import type {
  Daypart,
  LanguageTable,
  Period,
  FixedSentence,
  Role,
  StatusWord,
  Unit,
} from '../languages/language.ts';
import { zoneUses, zoneWords } from '../time/zone-names.ts';

/** Everything a phrase may mean; which of it holds, its neighbours decide. */
interface Senses {
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
  readonly tonight?: true;
  readonly clock?: 'noon' | 'midnight';
  readonly period?: Period;
  /** The word means the end of that stretch. */
  readonly endOf?: Period;
  readonly end?: 'unclear';
  /** A name of `zoneUses`. */
  readonly zone?: string;
  readonly roles: ReadonlySet<Role>;
}

/** A token, or several that form one phrase, with their senses. */
export interface Item {
  readonly kind: Token['kind'];
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly glued: boolean;
  /** Of a number in digits. */
  readonly value: number | undefined;
  /** Undefined for what no table knows. */
  readonly senses: Senses;
  readonly known: boolean;
  /** An unknown word that may be somebody's name. */
  readonly name: boolean;
}

type Draft = { -readonly [Key in keyof Senses]: Senses[Key] } & { roles: Set<Role> };

interface Node {
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
const mendable: ReadonlySet<Role> = new Set<Role>(['verb', 'clearVerb', 'until', 'for', 'session', 'message', 'extend', 'noun', 'whatIf']); // prettier-ignore

/** Words of fixed sentences that are looked for behind a typo, too. */
const commandWords = [
  ...['help', 'status', 'undo', 'details'],
  ...['pause', 'resume', 'forget', 'export', 'data', 'logout', 'signout'],
];

const nothing: Senses = { roles: new Set() };

/** Builds the look-up of one language, once. */
export function buildLexicon(language: LanguageTable): Lexicon {
  const root: Node = { next: new Map(), senses: undefined };
  const vocabulary = new Set<string>();
  const add = (phrases: string, mean: (senses: Draft) => void, mendable = true) => {
    for (const phrase of phrases.split('|')) {
      const folded = foldText(phrase.trim());
      if (folded === '') continue;
      let node = root;
      const words = /^[a-z ]+$/.test(folded) ? folded.split(' ') : tableTokens(folded);
      for (const word of words) {
        if (mendable && word.length > 2) vocabulary.add(word);
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
    mendable?: (key: Key) => boolean,
  ) => {
    for (const key in table) add(table[key] ?? '', (senses) => { mean(senses, key); }, mendable?.(key)); // prettier-ignore
  };
  each(language.statuses, (senses, status) => (senses.status = status));
  each(language.occasions, (senses, status) => {
    senses.status = status;
    senses.occasion = true;
  });
  each(
    language.roles,
    (senses, role) => senses.roles.add(role),
    (role) => mendable.has(role),
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
  language.weekdays.forEach((words, index) => { add(words, (senses) => (senses.weekday = index + 1)); }); // prettier-ignore
  language.months.forEach((words, index) => { add(words, (senses) => (senses.month = index + 1)); }); // prettier-ignore
  for (const word of commandWords) vocabulary.add(word);
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
    add(`${name} | ${zoneWords[name] ?? ''}`, (senses) => (senses.zone = name), false);
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

/** The words of a sentence without marks, and without politeness at either end. */
export function sentenceKey(items: readonly Item[]): string {
  const says = (item: Item | undefined) => item?.kind !== 'mark' && !is(item, 'polite');
  let from = 0;
  let to = items.length;
  while (from < to && !says(items[from])) from += 1;
  while (to > from && !says(items[to - 1])) to -= 1;
  let key = '';
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined || item.kind === 'mark') continue;
    key = key === '' ? item.text : `${key} ${item.text}`;
  }
  return key;
}

function tableTokens(folded: string): string[] {
  return tokenize({ written: folded, folded, origin: (index) => index }).map(({ text }) => text);
}

/** The longest phrase at each place; what no phrase covers stays a single, unknown item. */
export function itemize(tokens: readonly Token[], lexicon: Lexicon): Item[] {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const first = tokens[at];
    if (first === undefined) break;
    let node: Node | undefined = lexicon.root;
    let found: Senses | undefined;
    let end = at + 1;
    for (let index = at; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) break;
      node = node.next.get(token.text);
      if (node === undefined) break;
      if (node.senses !== undefined) {
        found = node.senses;
        end = index + 1;
      }
    }
    const last = tokens[end - 1] ?? first;
    items.push({
      kind: found !== undefined && first.kind === 'number' ? 'word' : first.kind,
      text: end === at + 1 ? first.text : tokens.slice(at, end).map(({ text }) => text).join(' '), // prettier-ignore
      from: first.from,
      to: last.to,
      glued: first.glued,
      value: first.kind === 'number' && found === undefined ? Number(first.text) : undefined,
      senses: found ?? nothing,
      known: found !== undefined,
      name: found === undefined && !lexicon.nameless.some((ending) => first.text.endsWith(ending)),
    });
    at = end;
  }
  return items;
}

/** A word that was not said, so that what was said reads as if it followed it. */
export function unsaid(text: string, role: Role): Item {
  const senses: Senses = { roles: new Set([role]) };
  return {
    kind: 'word',
    text,
    from: 0,
    to: 0,
    glued: false,
    value: undefined,
    senses,
    known: true,
    name: false,
  };
}

/** Whether the item may play that part. */
export function is(item: Item | undefined, role: Role): boolean {
  return item !== undefined && item.senses.roles.has(role);
}

/** Whether the item is that mark. */
export function isMark(item: Item | undefined, marks: string): boolean {
  return item !== undefined && item.kind === 'mark' && marks.includes(item.text);
}
