/**
 * Items → what was heard, piece by piece and in any order. Nothing is decided here, and nothing is
 * lost: whatever no piece takes is a left-over.
 */

import type { DateOrder } from './dates.ts';
import { hearFrame } from './hear-frame.ts';
import { hearClear, hearExtend, hearMessage, hearStatus, hearTime } from './hear-parts.ts';
import { flag, type Ear, type Heard } from './heard.ts';
import { is, type Item } from './phrases.ts';

/** Marks and pictures that would turn a sentence round, so they are not passed over. */
const telling = '~❌🚫⛔✖👎🙅❎✗✘⊘☒';

const picture = /\p{Extended_Pictographic}|\p{Emoji_Component}/u;

const neutral = ',.!()[]-:;…*_•|¡¿';

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
    const next = hearMark(ear, item, at) ?? hearWord(ear, item, at);
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

function hearMark(ear: Ear, item: Item, at: number): number | undefined {
  if (item.kind === 'somebody') {
    flag(ear, 'other', item);
    if (ear.previous === 'verb') flag(ear, 'setOther', item);
    ear.previous = 'other';
    ear.first = false;
    return at + 1;
  }
  if (item.kind === 'quote') {
    ear.heard.messages.push({ text: item.text, marked: ear.heard.messageNamed, addressed: false });
    ear.previous = 'other';
    ear.first = false;
    return at + 1;
  }
  if (item.kind !== 'mark') return undefined;
  if (item.text === '?' || item.text === '？') {
    flag(ear, 'questionMark', item);
    return at + 1;
  }
  if (item.text === '-' && ear.items[at + 1]?.kind === 'number' && ear.items[at + 1]?.glued && !item.glued) {
    // "-2h" is no two hours.
    ear.heard.leftOver.push(item);
    return at + 1;
  }
  if (neutral.includes(item.text)) return at + 1;
  if (item.text === '/' && ear.first && at === 0) return at + 1;
  if (item.text === '=' && (ear.previous === 'noun' || ear.first)) return at + 1;
  if (telling.includes(item.text)) return undefined;
  return picture.test(item.text) && !/[0-9#*]/.test(item.text) ? at + 1 : undefined;
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
