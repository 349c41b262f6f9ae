/** "Bis 16 Uhr **bin ich** beschäftigt": verb and subject stand the other way behind a time, and ask nothing. */

import { is, isMark, type Item } from '../lexer/items.ts';

/** The items with such words, which the table names as `am` and as `question`, as a statement. */
export function stated(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item) => is(item, 'am') && is(item, 'question'));
  const before = items.slice(0, Math.max(0, at));
  const asks = before.some((item) => is(item, 'question')) || items.some((item) => isMark(item, '?？'));
  if (asks || !before.some(isOfTime)) return items;
  return items.map((item, index) => (index === at ? withoutQuestion(item) : item));
}

function isOfTime(item: Item): boolean {
  const { day, weekday, daypart, clock, seconds, unit } = item.senses;
  return (
    item.kind === 'number' || [day, weekday, daypart, clock, seconds, unit].some((one) => one !== undefined)
  );
}

function withoutQuestion(item: Item): Item {
  const roles = new Set([...item.senses.roles].filter((role) => role !== 'question'));
  return { ...item, senses: { ...item.senses, roles } };
}
