/**
 * Items → what was heard, piece by piece and in any order. Nothing is decided here, and nothing is
 * lost: whatever no piece takes is a left-over.
 */

import type { DateOrder } from './locale.ts';
import { hearFrame } from './hear-frame.ts';
import { hearMark } from './hear-mark.ts';
import { hearClear, hearExtend, hearMessage, hearNote, hearStatus, hearTime } from './hear-parts.ts';
import type { Ear, Heard } from './heard.ts';
import { is, type Item } from './phrases.ts';

/** Reads all items, from `start` on. */
export function hear(items: readonly Item[], start: number, written: string, order: DateOrder): Heard {
  const heard: Heard = {
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
  const ear: Ear = { heard, items, written, order, first: true, previous: undefined };
  let at = start;
  while (at < items.length) {
    const item = items[at];
    if (item === undefined) break;
    const next = isStray(items, at)
      ? undefined
      : (hearNote(ear, at) ?? hearMark(ear, item, at) ?? hearWord(ear, item, at));
    if (next !== undefined) {
      at = next;
      continue;
    }
    heard.leftOver.push(item);
    ear.previous = 'leftOver';
    ear.first = false;
    at += 1;
  }
  return heard;
}

function hearWord(ear: Ear, item: Item, at: number): number | undefined {
  const { heard } = ear;
  const next =
    hearMessage(ear, item, at) ??
    hearClear(ear, item, at) ??
    hearExtend(ear, item, at) ??
    hearTime(ear, item, at) ??
    hearStatus(ear, item, at) ??
    hearFrame(ear, item, at);
  if (next === undefined) return undefined;
  if (!is(item, 'polite')) ear.first = false;
  if (is(item, 'self')) heard.self = true;
  return next;
}

/** "dnd2 h", "dnd2hours1": a number that hangs on a word is a length only with its unit, and nothing more. */
export function isStray(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== 'number' || !item.glued || items[at - 1]?.kind !== 'word') return false;
  return items[at + 1]?.senses.unit === undefined || !items[at + 1]?.glued || items[at + 2]?.glued === true;
}
