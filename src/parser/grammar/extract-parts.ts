/** The pieces that say what shall be: things to clear, ends, starts and states. */

import type { StatusWord } from '../languages/language.ts';
import { is, isMark, type Item, unsaid } from '../lexer/items.ts';
import { type EndMatch, readEnding } from '../time/ends.ts';
import { readRange, readStarting } from '../time/starts.ts';
import { type Cursor } from './extracted.ts';

/** A verb of clearing with the things to clear. */
export function extractClear(cursor: Cursor, item: Item, at: number): number | undefined {
  const { extracted, items } = cursor;
  if (!is(item, 'clearVerb') || extracted.statuses.length > 0) return undefined;
  // "I'm cancel off work", "mark me stop busy"
  if (cursor.previous === 'object' || (extracted.frame && !extracted.request)) return undefined;
  const statuses: StatusWord[] = [];
  let noun = false;
  let everything = false;
  let session = false;
  let preferred = false;
  let message = false;
  let index = at + 1;
  for (; index < items.length; index += 1) {
    const target = items[index];
    if (target === undefined) break;
    if (is(target, 'message') || (is(target, 'andMessage') && index > at + 1)) message = true;
    else if (is(target, 'session')) session = true;
    else if (is(target, 'preferred')) preferred = true;
    else if (is(target, 'everything')) everything = true;
    else if (is(target, 'noun') && /['’]/.test(cursor.written.slice(target.from, target.to))) break;
    else if (is(target, 'noun') || ((is(target, 'object') || is(target, 'thing')) && is(item, 'clearAlone')))
      noun = true;
    else if (target.senses.status !== undefined) {
      // "reset my status to busy", "clear my status busy": one request or two?.
      if (noun) break;
      // "cancel lunch", "stop sharing my screen": the thing itself may be meant.
      const deed = target.senses.occasion === true || is(target, 'deed');
      statuses.push(deed ? 'unclear' : target.senses.status);
    } else if (is(target, 'mode') && statuses.length > 0) continue;
    else if (!joinsTargets(items, index)) break;
  }
  extracted.clears.push({ noun, everything, session, preferred, message, statuses });
  cursor.previous = 'other';
  return index;
}

/** "my", "the" and "and" between the things to clear, as long as another thing follows. */
function joinsTargets(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!is(item, 'possessive') && !is(item, 'article') && !is(item, 'and') && !isMark(item, ',')) return false;
  const next = items[at + 1];
  return (
    (next !== undefined &&
      (['message', 'session', 'preferred', 'everything', 'noun', 'possessive', 'article'] as const).some(
        (role) => is(next, role),
      )) ||
    (next?.senses.status !== undefined && !is(item, 'and'))
  );
}

/** "extend", "add": the end that follows moves. */
export function extractExtend(cursor: Cursor, item: Item, at: number): number | undefined {
  if (!is(item, 'extend') || cursor.extracted.extend) return undefined;
  const { items, order } = cursor;
  const sure = !is(item, 'verb') && !is(item, 'request');
  let index = at + 1;
  while (isExtended(items[index], sure)) index += 1;
  if (is(items[index], 'for')) index += 1;
  const ending = readEnding(items, index, order, true);
  // "make it dnd" begins like "make it 2 hours".
  if (!sure && (ending === undefined || cursor.extracted.statuses.length > 0)) return undefined;
  // "extend dnd by 1 hour": from its end or from now, and is it dnd that holds?
  for (const part of items.slice(at + 1, index))
    if (part.senses.status !== undefined) extractState(cursor, part);
  cursor.extracted.extend = true;
  cursor.previous = 'other';
  return index;
}

/** What may stand between "extend" and the length: "my dnd session by". */
function isExtended(item: Item | undefined, sure: boolean): boolean {
  if (is(item, 'by')) return !is(item, 'about');
  const named = (['possessive', 'noun', 'object', 'thing', 'session'] as const).some((role) =>
    is(item, role),
  );
  return named || (sure && item?.senses.status !== undefined);
}

/** An end or a start. */
export function extractTime(cursor: Cursor, item: Item, at: number): number | undefined {
  // No time begins with a word that no table knows.
  if (item.kind === 'word' && !item.known) return undefined;
  const { extracted, items, order } = cursor;
  if (is(item, 'endless')) {
    extracted.endless = true;
    return at + 1;
  }
  const hasStatus = extracted.statuses.length > 0 || extracted.extend;
  const to = (next: number) => items[next - 1]?.to ?? item.to;
  const rightBack = extracted.statuses.at(-1)?.word === 'beRightBack' && cursor.previous === 'status';
  const range = readRange(items, at, order);
  if (range !== undefined) {
    const { said, next } = range;
    if (said === undefined)
      extracted.starts.push({ perhapsEnd: false, during: undefined, from: item.from, to: to(next) });
    else extracted.ends.push({ said, back: false, from: item.from, to: to(next) });
    cursor.previous = 'other';
    return next;
  }
  const ending = readEnding(items, at, order, hasStatus) ?? (rightBack ? readReturn(cursor, at) : undefined);
  if (ending !== undefined) {
    extracted.ends.push({ said: ending.said, back: ending.back, from: item.from, to: to(ending.next) });
    for (const part of items.slice(at, ending.next)) {
      if (is(part, 'more')) extracted.more = true;
      if (is(part, 'another')) extracted.another = true;
    }
    if (is(items[ending.next], 'more')) {
      extracted.more = true;
      cursor.previous = 'other';
      return ending.next + 1;
    }
    cursor.previous = 'other';
    return ending.next;
  }
  if (item.senses.status !== undefined && !is(item, 'startAt')) return undefined;
  const starting = readStarting(items, at, order);
  if (starting === undefined) return undefined;
  const { perhapsEnd, during, next } = starting;
  // "brb at 5": away until then, or only then?
  extracted.starts.push({ perhapsEnd: perhapsEnd || rightBack, during, from: item.from, to: to(next) });
  cursor.previous = 'other';
  return next;
}

/** "brb in 10": the return, not the start. */
function readReturn({ items, order }: Cursor, at: number): EndMatch | undefined {
  const before = items[at];
  if (!is(before, 'in')) return undefined;
  const ending = readEnding([backItem, ...items.slice(at)], 0, order, false);
  return ending === undefined ? undefined : { ...ending, next: ending.next + at - 1 };
}

const backItem = unsaid('back', 'back');

/** A state. */
export function extractStatus(cursor: Cursor, item: Item, at: number): number | undefined {
  if (item.senses.status === undefined) return undefined;
  if (is(item, 'off') && cursor.previous === 'status') return undefined;
  extractState(cursor, item);
  cursor.previous = 'status';
  return at + 1;
}

function extractState({ extracted }: Cursor, { senses, from, to }: Item): void {
  if (senses.status !== undefined)
    extracted.statuses.push({ word: senses.status, occasion: senses.occasion === true, from, to });
}
