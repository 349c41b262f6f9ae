/** Small words before and after a time that say nothing of it. */

import { is, isMark, type Item } from '../lexer/items.ts';

/** The index behind the small words that stand there. */
export function skip(
  items: readonly Item[],
  at: number,
  roles: readonly ('small' | 'at' | 'about' | 'polite' | 'for')[],
): number {
  let index = at;
  const passes = (item: Item | undefined) =>
    roles.some((role) => is(item, role)) && item?.senses.number === undefined;
  while (index < at + 4 && (passes(items[index]) || isShortening(items, index))) index += 1;
  return index;
}

/** The point of "ca." */
export function isShortening(items: readonly Item[], at: number): boolean {
  return isMark(items[at], '.') && items[at]?.glued === true && is(items[at - 1], 'about');
}

/** The index behind one word that may end a time. */
export function skipAfter(
  items: readonly Item[],
  at: number,
  roles: readonly ('untilAfter' | 'forAfter')[],
): number {
  return roles.some((role) => is(items[at], role)) ? at + 1 : at;
}
