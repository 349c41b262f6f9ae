/** Single words for days: "Monday", "Mondays", "first". */

import type { Item } from '../lexer/items.ts';
import type { Match } from '../time/dates.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

/** The weekday that stands there, as every one of them or alone. */
export function weekdayAt(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
): Match<number> | undefined {
  const each = phraseAt(phrases.each, items, at) ?? phraseAt(phrases.listedWeekday, items, at);
  if (each !== undefined) return { value: Number(each.meaning), next: each.next };
  const weekday = items[at]?.senses.weekday;
  return weekday === undefined ? undefined : { value: weekday, next: at + 1 };
}

/** "first": its number. */
export function ordinalAt(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
): Match<number> | undefined {
  const found = phraseAt(phrases.ordinals, items, at);
  return found && { value: Number(found.meaning), next: found.next };
}

/** Between "Mon" and "Fri" of "Mon-Fri": a hyphen inside a word is no item. */
export function isHyphened(items: readonly Item[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]];
  if (before?.senses.weekday === undefined || item?.senses.weekday === undefined) return false;
  return item.glued && item.from > before.to;
}
