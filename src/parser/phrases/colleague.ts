/** Questions about a colleague in the languages that are read in any order. */

import { colleagueQuestions } from '../languages/colleagues.ts';
import { mentionMark } from '../lexer/clean.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import { withoutAccents } from './fold.ts';
import type { Phrases } from './lexicon.ts';
import { itemsIn } from './read.ts';

/** Whether that is such a question, and nothing else. */
export function asksAboutIn(phrases: Phrases, items: readonly Item[]): boolean {
  const shape = shapeOf(items);
  const shapes = shapesOf(phrases);
  return shapes.has(shape) || (asks(items) && shapes.has(`${shape}?`));
}

function asks(items: readonly Item[]): boolean {
  return items.some((item) => isMark(item, '?？') || is(item, 'questionEnd'));
}

const built = new Map<string, ReadonlySet<string>>();

function shapesOf(phrases: Phrases): ReadonlySet<string> {
  const { code } = phrases.table;
  const known = built.get(code);
  if (known !== undefined) return known;
  const shapes = new Set<string>();
  for (const phrase of (colleagueQuestions[code] ?? '').split('|')) {
    const items = itemsIn(phrases, phrase.trim().replace('@', ` ${mentionMark} `), []);
    if (items.length > 0) shapes.add(`${shapeOf(items)}${asks(items) ? '?' : ''}`);
  }
  built.set(code, shapes);
  return shapes;
}

/** The sentence with one word for each kind of word, without what says nothing and without spaces. */
function shapeOf(items: readonly Item[]): string {
  return items.map((item, index) => wordFor(item, items[index - 1])).join('');
}

function wordFor(item: Item, before: Item | undefined): string {
  if (item.kind === 'somebody') return item.text === mentionMark ? '@' : item.text;
  if (item.kind === 'quote') return '"';
  if (item.kind === 'mark') return '?？.!,。！、¿¡'.includes(item.text) ? '' : item.text;
  const { status } = item.senses;
  if (status !== undefined) return status === 'unclear' ? withoutAccents(item.text) : '*';
  if (is(item, 'polite') || is(item, 'questionEnd')) return '';
  // "@Annas Status"
  if (item.text === 's' && before?.kind === 'somebody') return '';
  if (is(item, 'noun') || item.text === 'status') return '#';
  if (is(item, 'lookUp') || item.text === 'show') return '!';
  if (is(item, 'small') && !is(item, 'to')) return '';
  return withoutAccents(item.text).replaceAll(' ', '');
}
