/** The look-up of a phrase table, and a sentence's items by it. Built when a language is first needed. */

import type { Item } from '../lexer/items.ts';
import type { Daypart } from '../languages/language.ts';
import type { Draft, Lexicon, Node } from '../lexer/lexicon.ts';
import { tokenize } from '../lexer/tokens.ts';
import type { Talk } from '../reading.ts';
import { expand } from './expand.ts';
import { foldPhrase, withoutAccents } from './fold.ts';
import { itemizeIn, keyOf } from './items.ts';
import { type Pattern, patternsIn } from './patterns.ts';
import { type Split, splitsIn } from './splits.ts';
import { sharedMeridiems, sharedRoles, sharedStatuses, sharedUnits } from './shared.ts';
import type { CommandWord, PhraseTable } from './table.ts';

/** A language ready to be read. */
export interface Phrases {
  readonly table: PhraseTable;
  readonly lexicon: Lexicon;
  readonly patterns: readonly Pattern[];
  readonly splits: readonly Split[];
  /** Whole sentences by `keyOf`. */
  readonly commands: ReadonlyMap<string, CommandWord>;
  readonly talk: ReadonlyMap<string, Talk>;
  /** Names of states as they are written together, for what is nearly one. */
  readonly states: readonly string[];
}

/** Roles whose words are looked for behind a typo: any name is near to some small word. */
const rolesWithTypos: ReadonlySet<string> = new Set([
  'verb',
  'clearVerb',
  'until',
  'message',
  'extend',
  'noun',
]);

/** Builds the look-up of a language. */
export function buildPhrases(table: PhraseTable): Phrases {
  const root: Node = { next: new Map(), senses: undefined };
  const vocabulary = new Set<string>();
  const states = new Set<string>();
  const added: { readonly words: readonly string[]; readonly senses: Draft }[] = [];
  const add = (phrases: string | undefined, mean: (senses: Draft) => void, typos?: Set<string>) => {
    for (const phrase of expand(phrases ?? '')) {
      const words = wordsOf(phrase, table);
      let node = root;
      for (const word of words) {
        if (typos !== undefined && word.length > 2) vocabulary.add(word);
        node = nextOf(node, word);
      }
      if (node === root) continue;
      if (typos === states) states.add(words.join(''));
      if (node.senses === undefined) {
        node.senses = { roles: new Set() };
        added.push({ words, senses: node.senses });
      }
      mean(node.senses);
    }
  };
  const each = <Key extends string>(
    rows: Readonly<Partial<Record<Key, string>>>,
    mean: (senses: Draft, key: Key) => void,
    typos?: (key: Key) => Set<string> | undefined,
  ) => {
    for (const key in rows)
      add(
        rows[key],
        (senses) => {
          mean(senses, key);
        },
        typos?.(key),
      );
  };
  for (const statuses of [sharedStatuses, table.statuses])
    each(
      statuses,
      (senses, status) => {
        senses.status = status;
      },
      () => states,
    );
  each(table.occasions, (senses, status) => {
    senses.status = status;
    senses.occasion = true;
  });
  for (const roles of [sharedRoles, table.roles])
    each(
      roles,
      (senses, role) => {
        senses.roles.add(role);
        if (role === 'to') senses.roles.add('small');
      },
      (role) => (rolesWithTypos.has(role) ? vocabulary : undefined),
    );
  for (const units of [sharedUnits, table.units])
    each(
      units,
      (senses, unit) => {
        senses.unit = unit;
      },
      (unit) => (unit === 'second' ? undefined : vocabulary),
    );
  each(table.numbers, (senses, key) => {
    senses.number = Number(key);
  });
  each(table.lengths, (senses, key) => {
    senses.seconds = Number(key);
  });
  each(table.days, (senses, key) => {
    senses.day = Number(key);
  });
  each(table.dayparts, (senses, part) => {
    senses.daypart = part;
  });
  each(
    table.clock,
    (senses, clock) => {
      senses.clock = clock;
    },
    () => vocabulary,
  );
  for (const meridiems of [sharedMeridiems, table.meridiems ?? {}])
    each(meridiems, (senses, half) => {
      senses.meridiem = half;
    });
  each(table.periods, (senses, period) => {
    senses.period = period;
  });
  each(table.endsOfPeriods, (senses, period) => {
    senses.endOf = period;
  });
  table.weekdays.forEach((words, index) => {
    add(
      words,
      (senses) => {
        senses.weekday = index + 1;
      },
      vocabulary,
    );
  });
  table.months.forEach((words, index) => {
    add(words, (senses) => {
      senses.month = index + 1;
    });
  });
  table.weekdays.forEach((words, index) => {
    const [weekday = ''] = expand(words);
    for (const [part, endings] of Object.entries(table.weekdayParts ?? {}))
      for (const ending of expand(endings))
        add(weekday + ending, (senses) => {
          senses.weekday = index + 1;
          senses.daypart = part as Daypart;
        });
  });
  for (const [day, parts] of [table.today, table.tomorrow].entries())
    each(parts ?? {}, (senses, part) => {
      senses.day = day;
      senses.daypart = part;
      senses.dayAndPart = true;
    });
  add(table.tonight, (senses) => (senses.tonight = true));
  add(table.unclearEnds, (senses) => (senses.end = 'unclear'));
  const { patterns, literals } = patternsIn(table.patterns);
  const splits = splitsIn(table.splits ?? []);
  for (const literal of [...literals, ...splits.flatMap(({ first, second }) => [...first, ...second])])
    add(literal, (senses) => {
      senses.literals = new Set([...(senses.literals ?? []), literal]);
    });
  addSpellings(root, added, table);
  const lexicon: Lexicon = {
    root,
    vocabulary: [...vocabulary],
    states: [],
    nameless: [],
    sentences: new Map(),
  };
  return {
    table,
    lexicon,
    patterns,
    splits,
    commands: commandsOf(table, lexicon),
    talk: talkOf(table),
    states: [...states],
  };
}

/** Commands that change nothing, so that any state may stand where the table names one. */
export const harmless: ReadonlySet<CommandWord> = new Set<CommandWord>(['why', 'status', 'help', 'details']);

function commandsOf(table: PhraseTable, lexicon: Lexicon): ReadonlyMap<string, CommandWord> {
  const keys = new Map<string, CommandWord>();
  let word: CommandWord;
  for (word in table.commands)
    for (const phrase of expand(table.commands[word] ?? '')) {
      const items = itemizePhrase(phrase, table, lexicon);
      const key = keyOf(items);
      if (key !== '' && !keys.has(key)) keys.set(key, word);
      if (harmless.has(word) && keyOf(items, true) !== '*') keys.set(keyOf(items, true), word);
    }
  keys.delete('');
  return keys;
}

function nextOf(node: Node, word: string): Node {
  const known = node.next.get(word);
  if (known !== undefined) return known;
  const next: Node = { next: new Map(), senses: undefined };
  node.next.set(word, next);
  return next;
}

/** The same phrases without accents and in other spellings, where no phrase of their own stands. */
function addSpellings(
  root: Node,
  added: readonly { readonly words: readonly string[]; readonly senses: Draft }[],
  { spellings = [] }: PhraseTable,
): void {
  const respelled = (word: string) => spellings.reduce((text, [from, to]) => text.replaceAll(from, to), word);
  for (const spell of [withoutAccents, respelled])
    for (const { words, senses } of added) {
      const other = words.map(spell);
      if (other.every((word, index) => word === words[index])) continue;
      const node = other.reduce(nextOf, root);
      node.senses ??= senses;
    }
}

function wordsOf(phrase: string, table: PhraseTable): string[] {
  return tokenize(foldPhrase(phrase, table)).map(({ text }) => text);
}

/** Talk is looked up by its words as they stand: "danke" is polite, and would leave nothing. */
function talkOf(table: PhraseTable): ReadonlyMap<string, Talk> {
  const found = new Map<string, Talk>();
  const { talk } = table;
  let kind: Talk;
  for (kind in talk)
    for (const phrase of expand(talk[kind] ?? ''))
      found.set(wordsOf(phrase, table).map(withoutAccents).join(''), kind);
  return found;
}

function itemizePhrase(phrase: string, table: PhraseTable, lexicon: Lexicon): Item[] {
  return itemizeIn(tokenize(foldPhrase(phrase, table)), lexicon);
}
