/** Where prose falls into clauses, each of which may speak of something else. */

import { is, isMark, type Item } from './lexer/lexicon.ts';

/** Words that begin another thought. */
const joints: ReadonlySet<string> = new Set(
  'but because cause cuz while whilst though although since so'.split(' '),
);

/** The clauses of prose of any length, without the marks and words that only join them. */
export function clausesOf(items: readonly Item[], written: string): Item[][] {
  let clause: Item[] = [];
  const clauses = [clause];
  items.forEach((item, index) => {
    const before = items[index - 1];
    if (before !== undefined && written.slice(before.to, item.from).includes('\n'))
      clauses.push((clause = []));
    const parts = separates(item, items[index + 1]);
    // A question is told by its mark.
    if (!parts || isMark(item, '?')) clause.push(item);
    if (parts) clauses.push((clause = []));
  });
  return clauses.filter(({ length }) => length > 0);
}

function separates(item: Item, next: Item | undefined): boolean {
  if (isMark(item, '()')) return true;
  if (item.kind !== 'mark') return joints.has(item.text) || is(item, 'sequence');
  if (next?.glued === true) return false;
  if (isMark(item, '.!?;:…')) return true;
  // "Friday, 9am" and "2 - 3 hours" are one thing.
  return (isMark(item, ',') || (isMark(item, '-') && !item.glued)) && !tellsTime(next);
}

function tellsTime(item: Item | undefined): boolean {
  if (item === undefined) return false;
  const { month, weekday, day, daypart, clock, tonight } = item.senses;
  return (
    item.kind === 'number' ||
    [month, weekday, day, daypart, clock, tonight].some((sense) => sense !== undefined)
  );
}
