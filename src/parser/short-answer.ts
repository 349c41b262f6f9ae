/** An answer by itself: yes, no, the first, a number, or words of one of the suggestions. */

import type { AnswerLanguage } from './answer-language.ts';
import { en } from './languages/en.ts';
import type { PlainAnswer } from './languages/language.ts';
import { plainAnswersElsewhere } from './languages/plain-answers.ts';
import { clean } from './lexer/clean.ts';
import { is, isMark, type Item } from './lexer/items.ts';
import { lazy } from './lexer/lexicon.ts';
import { withoutAccents } from './phrases/fold.ts';
import type { Question, ReadContext, Reading } from './reading.ts';

/** What was answered, piece by piece. */
export interface ShortAnswer {
  /** Without the bot's name, politeness around it, and "make it" before it. */
  readonly text: string;
  readonly items: readonly Item[];
  /** All pieces, with those around it. */
  readonly whole: readonly Item[];
}

export function answerOf(
  answer: string,
  { bot }: ReadContext,
  language: AnswerLanguage,
): ShortAnswer | undefined {
  const cleaned = clean(answer, bot);
  const { written } = cleaned;
  const items = language.items(cleaned, bot);
  const strange = items.some(
    (item) => item.kind === 'quote' || item.kind === 'somebody' || isMark(item, '?？'),
  );
  if (items.length === 0 || written.length > longestAnswer || strange) return undefined;
  return { whole: items, ...language.core(items, written) };
}

/** What that answer is by itself, if it is one: yes, no, the first. */
export function plainAnswerOf({ items, whole }: ShortAnswer, own: Reading): PlainAnswer | undefined {
  const found = plainAnswers().get(answerKey(whole)) ?? plainAnswers().get(answerKey(items));
  if (found !== undefined) return found;
  const talk = own.kind === 'none' ? own.talk : undefined;
  return talk === 'yes' || talk === 'drop' ? talk : undefined;
}

const skinTone = /^\p{Emoji_Modifier}$/u;

const plainAnswers = lazy((): ReadonlyMap<string, PlainAnswer> => {
  const tables: readonly Readonly<Record<string, string>>[] = [en.answers, ...plainAnswersElsewhere];
  return new Map(
    tables.flatMap((table) =>
      plainAnswerKinds.flatMap((kind) =>
        (table[kind] ?? '')
          .split('|')
          .map((said) => [letters(said), kind] as const)
          .filter(([said]) => said !== ''),
      ),
    ),
  );
});

/** Without marks and spaces, which not every script has. */
function answerKey(items: readonly Item[]): string {
  const said = items.filter((item) => !isMark(item, '.,!。！、') && !skinTone.test(item.text));
  return letters(said.map(({ text }) => text).join(''));
}

function letters(text: string): string {
  return withoutAccents(text.toLowerCase()).replace(/[\s'’-]/g, '');
}

const plainAnswerKinds = [
  'yes',
  'drop',
  'first',
  'second',
  'third',
  'last',
  'ends',
] as const satisfies readonly PlainAnswer[];

/** Nobody answers a short question with more. */
const longestAnswer = 64;

export function isNumber({ items }: ShortAnswer): boolean {
  const counts = items.some(({ kind }) => kind === 'number');
  return counts && items.every(({ kind }) => kind === 'number' || kind === 'mark');
}

export function isUnit({ items }: ShortAnswer): boolean {
  const said = items.filter((item) => item.kind !== 'mark' && !is(item, 'polite'));
  return said.length > 0 && said.every(({ senses }) => senses.unit !== undefined);
}

export function namesDay(items: readonly Item[]): boolean {
  return items.some(
    ({ kind, senses }) =>
      kind === 'iso' ||
      [senses.weekday, senses.month, senses.day, senses.tonight].some((named) => named !== undefined),
  );
}

/** The one suggestion that the answer means. */
export function choose(
  said: ShortAnswer,
  plain: PlainAnswer | undefined,
  question: Question,
  language: AnswerLanguage,
): string | undefined {
  const { suggestions, words } = question;
  switch (plain) {
    case 'yes':
      // "ok" to "what do you want instead?" names nothing.
      return question.code === 'negated' ? undefined : only(suggestions);
    case 'ends':
      return question.code === 'startOrEnd' ? only(suggestions) : undefined;
    case 'first':
    case 'second':
    case 'third':
    case 'last': {
      // Where not everything that was named is offered, nobody knows which is the first.
      if (words.length > 1 && words.length !== suggestions.length) return undefined;
      return suggestions.length < 2 ? undefined : suggestions.at(places[plain]);
    }
    case 'drop':
      return undefined;
    case undefined:
      return only(suggestions.filter((suggestion) => names(said.items, suggestion, language)));
  }
}

const places = { first: 0, second: 1, third: 2, last: -1 } as const;

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** Whether each word of the answer stands in that suggestion; a number alone, or "hours", may mean anything. */
function names(items: readonly Item[], suggestion: string, language: AnswerLanguage): boolean {
  const said = items.filter((item) => item.kind !== 'mark' && !is(item, 'polite') && !is(item, 'article'));
  const offered = new Set(itemsOf(suggestion, language).map(keyOf));
  const counts = said.some(({ kind }) => kind === 'number');
  const names = said.some(({ kind, senses }) => kind === 'word' && (counts || senses.unit === undefined));
  const tells = names || items.some((item) => isMark(item, ':'));
  return tells && said.every((item) => offered.has(keyOf(item)));
}

/** "dnd" and "do not disturb", "Apr" and "April" are the same. */
function keyOf({ senses: { status, month, weekday }, text }: Item): string {
  if (status !== undefined) return `status ${status}`;
  if (month !== undefined) return `month ${month}`;
  return weekday === undefined ? text : `weekday ${weekday}`;
}

export function itemsOf(sentence: string, language: AnswerLanguage): readonly Item[] {
  return language.items(clean(sentence, []), []);
}
