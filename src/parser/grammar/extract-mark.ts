/** What stands between the words: marks, pictures, quotations, and mentions of somebody. */

import { flag, type Cursor } from './extracted.ts';
import { isMark, type Item } from '../lexer/lexicon.ts';

/** Marks and pictures that would turn a sentence round, so they are not passed over. */
const telling = '~❌🚫⛔✖👎🙅❎✗✘⊘☒🤔🤷🛑🙃🤨';

const picture = /\p{Extended_Pictographic}|\p{Emoji_Component}/u;

/** Say nothing where they separate; inside a word or before one they may. */
const neutral = ',.!()[]-:;…*_•|¡¿';
/** May stand before a word without a space. */
const openers = '([*_•|¡¿';

/** Whether that mark may turn the sentence round. */
export function turns(item: Item): boolean {
  return item.kind === 'mark' && telling.includes(item.text);
}

/** Passes over what says nothing and notes what does; undefined for a word, or for a mark that cannot be passed over. */
export function extractMark(cursor: Cursor, item: Item, at: number): number | undefined {
  if (item.kind === 'somebody') {
    flag(cursor, 'other', item);
    if (cursor.previous === 'verb') flag(cursor, 'setOther', item);
    cursor.previous = 'other';
    cursor.first = false;
    return at + 1;
  }
  if (item.kind === 'quote') {
    cursor.extracted.messages.push({
      text: item.text,
      marked: cursor.extracted.messageNamed,
      addressed: false,
    });
    cursor.previous = 'other';
    cursor.first = false;
    return at + 1;
  }
  if (item.kind !== 'mark') return undefined;
  if (isMark(item, '?？')) {
    flag(cursor, 'questionMark', item);
    return at + 1;
  }
  if (item.text === '=' && (cursor.previous === 'noun' || cursor.first)) return at + 1;
  return saysNothing(cursor.items, at) ? at + 1 : undefined;
}

/** Whether that is a mark which only separates, or a picture beside the words. */
export function saysNothing(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== 'mark') return false;
  if (neutral.includes(item.text)) return separates(items, at);
  if (item.text === '/' && at === 0) return true;
  return !turns(item) && picture.test(item.text) && !/[0-9#*]/.test(item.text);
}

/**
 * Whether the run of marks around that one only separates words. Between two words without a space
 * ("dnd*2h"), or stuck to the front of one ("!busy", "-2h"), marks may mean anything.
 */
function separates(items: readonly Item[], at: number): boolean {
  let start = at;
  while (start > 0 && items[start]?.glued === true && items[start - 1]?.kind === 'mark') start -= 1;
  let end = at + 1;
  while (items[end]?.kind === 'mark' && items[end]?.glued === true) end += 1;
  const next = items[end];
  // "[ ] busy" is a thing to do, "[busy]" is busy.
  if (items.slice(start, end).some((item) => isMark(item, '[')) && (next?.glued !== true || end > at + 1))
    return false;
  if (isMark(items[at], ']') && (items[at]?.glued !== true || items[at - 1]?.kind === 'mark')) return false;
  if (next?.glued !== true || next.kind === 'quote') return true;
  const run = items.slice(start, end);
  if (run.length > 1 && run.every((item) => isMark(item, '.'))) return true;
  if (items[start]?.glued === true)
    return run.every((item) => isMark(item, ',;…') || (next.kind === 'word' && isMark(item, ':')));
  return run.every((item) => isMark(item, openers));
}
