/**
 * Items → what was extracted, piece by piece and in any order. Nothing is interpreted here, and nothing is
 * lost: whatever no piece takes is a left-over.
 */

import type { DateOrder } from '../time/locale.ts';
import { extractFrame } from './extract-frame.ts';
import { extractMark } from './extract-mark.ts';
import {
  extractClear,
  extractExtend,
  extractMessage,
  extractNote,
  extractStatus,
  extractTime,
} from './extract-parts.ts';
import type { Cursor, Extracted } from './extracted.ts';
import { is, type Item } from '../lexer/lexicon.ts';

/** Reads all items, from `start` on. */
export function extract(items: readonly Item[], start: number, written: string, order: DateOrder): Extracted {
  const extracted: Extracted = {
    items,
    statuses: [],
    ends: [],
    starts: [],
    clears: [],
    messages: [],
    flags: new Map(),
    leftOver: [],
    session: false,
    preferred: false,
    more: false,
    another: false,
    endless: false,
    extend: false,
    lookUp: false,
    explain: false,
    request: false,
    frame: false,
    verb: false,
    noun: false,
    self: false,
    messageNamed: false,
  };
  const cursor: Cursor = { extracted, items, written, order, first: true, previous: undefined };
  let at = start;
  while (at < items.length) {
    const item = items[at];
    if (item === undefined) break;
    const next = isStray(items, at)
      ? undefined
      : (extractNote(cursor, at) ?? extractMark(cursor, item, at) ?? extractWord(cursor, item, at));
    if (next !== undefined) {
      at = next;
      continue;
    }
    extracted.leftOver.push(item);
    cursor.previous = 'leftOver';
    cursor.first = false;
    at += 1;
  }
  return extracted;
}

function extractWord(cursor: Cursor, item: Item, at: number): number | undefined {
  const { extracted } = cursor;
  const next =
    extractMessage(cursor, item, at) ??
    extractClear(cursor, item, at) ??
    extractExtend(cursor, item, at) ??
    extractTime(cursor, item, at) ??
    extractStatus(cursor, item, at) ??
    extractFrame(cursor, item, at);
  if (next === undefined) return undefined;
  if (!is(item, 'polite')) cursor.first = false;
  if (is(item, 'self')) extracted.self = true;
  return next;
}

/** "dnd2 h", "dnd2hours1": a number that hangs on a word is a length only with its unit, and nothing more. */
export function isStray(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== 'number' || !item.glued || items[at - 1]?.kind !== 'word') return false;
  return items[at + 1]?.senses.unit === undefined || !items[at + 1]?.glued || items[at + 2]?.glued === true;
}
