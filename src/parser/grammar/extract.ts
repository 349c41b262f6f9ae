/**
 * Items → what was extracted, piece by piece and in any order. Nothing is interpreted here, and nothing is
 * lost: whatever no piece takes is a left-over.
 */

import { is, isMark, type Item, saysNothing } from '../lexer/items.ts';
import type { DateOrder } from '../time/locale.ts';
import { extractMessage, extractNote } from './extract-message.ts';
import { extractClear, extractExtend, extractStatus, extractTime } from './extract-parts.ts';
import {
  type Cursor,
  type Extracted,
  flag,
  flagRoles,
  leadsToDone,
  leadsToNoun,
  leadsToStatus,
  nothingExtracted,
  type Previous,
} from './extracted.ts';

/** Reads all items, from `start` on. */
export function extract(items: readonly Item[], start: number, written: string, order: DateOrder): Extracted {
  const extracted = nothingExtracted(items);
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

/** Passes over what says nothing and notes what does; undefined for a word, or for a mark that cannot be passed over. */
function extractMark(cursor: Cursor, item: Item, at: number): number | undefined {
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

/** A word around the pieces, if it may stand there. */
function extractFrame(cursor: Cursor, item: Item, at: number): number | undefined {
  const { extracted, items } = cursor;
  const { previous } = cursor;
  const next = items[at + 1];
  const done = (now: Previous) => {
    cursor.previous = now;
    return at + 1;
  };
  if (previous === 'status' || previous === 'noun') {
    if (previous === 'status' && is(item, 'mode')) return at + 1;
    if (is(item, 'off')) {
      flag(cursor, 'off', item);
      return done('other');
    }
    if (is(item, 'on') && !leadsToStatus(items, at + 1)) return done('other');
  }
  if (is(item, 'off') && extracted.statuses.length > 0) {
    flag(cursor, 'off', item);
    return done('other');
  }
  if (is(item, 'backThen') && extracted.ends.length > 0) return done('other');
  // "1 hour of dnd"
  if (
    is(item, 'of') &&
    extracted.ends.length > 0 &&
    extracted.statuses.length === 0 &&
    leadsToStatus(items, at + 1)
  )
    return done('other');
  if (cursor.first && !extracted.request && is(item, 'explain')) {
    extracted.explain = true;
    flag(cursor, 'question', item);
    if (is(item, 'lookUp')) extracted.lookUp = true;
    return done('other');
  }
  if (cursor.first && !extracted.request && is(item, 'question')) {
    flag(cursor, 'question', item);
    return done('other');
  }
  // What frames a state stands before it: "busy until 5 set" is no sentence.
  const framing = extracted.statuses.length === 0 || leadsToStatus(items, at + 1);
  if (is(item, 'am') && framing) {
    extracted.frame = true;
    return done('verb');
  }
  if (is(item, 'request') && framing) {
    extracted.request = true;
    extracted.frame = true;
    if (is(item, 'verb') || is(item, 'lookUp')) extracted.verb = true;
    if (is(item, 'lookUp')) extracted.lookUp = true;
    return done('verb');
  }
  if (
    (is(item, 'verb') && framing) ||
    (is(item, 'lookUp') && (cursor.first || (extracted.request && previous !== 'object')))
  ) {
    extracted.verb = true;
    // "show me as busy" shows it to others.
    if (is(item, 'lookUp') && is(next, 'showAs') && (is(item, 'verb') || item.text.includes(' ')))
      extracted.request = true;
    else if (is(item, 'lookUp')) {
      // "show available": that I am, or who is?
      if (next?.senses.status !== undefined && at + 2 === items.length) flag(cursor, 'maybe', item);
      extracted.lookUp = true;
      if (!is(item, 'verb')) flag(cursor, 'question', item);
    }
    extracted.frame = true;
    return extractSomebody(cursor, at) ?? done('verb');
  }
  if (is(item, 'object') && previous === 'verb') return done('object');
  if (is(item, 'session')) {
    extracted.session = true;
    return previous === 'status' ? at + 1 : done('noun');
  }
  if (is(item, 'preferred')) {
    extracted.preferred = true;
    return done('noun');
  }
  if (is(item, 'noun')) {
    // "my team's status" is not "my Teams status".
    if (/['’]/.test(cursor.written.slice(item.from, item.to))) flag(cursor, 'other', item);
    extracted.noun = true;
    return done('noun');
  }
  if (is(item, 'is') && previous === 'noun' && !is(item, 'negation')) {
    // "my status shows busy": what it is, or what it shall be?
    if (!isQuestion(extracted)) flag(cursor, 'maybe', item);
    return at + 1;
  }
  // "dnd is over" and "done with dnd", but hardly "over dnd".
  const leads = is(item, 'doneWith') && leadsToStatus(items, at + 1);
  if (is(item, 'done') && previous !== 'status' && !leads) return undefined;
  for (const name of flagRoles)
    if (is(item, name)) {
      flag(cursor, name, item);
      return done('other');
    }
  // "set bot to busy"
  if (is(item, 'name') && previous === 'verb') flag(cursor, 'setOther', item);
  if (is(item, 'polite')) return at + 1;
  if (is(item, 'is')) {
    flag(cursor, 'otherIs', item);
    return done('other');
  }
  // "the meeting" is no request; "set me to the meeting" may be.
  const determiner =
    (is(item, 'article') || is(item, 'possessive')) &&
    (extracted.frame || leadsToNoun(items, at + 1) || leadsToDone(items, at + 1));
  if ((is(item, 'preposition') || determiner) && leadsToStatus(items, at + 1)) return at + 1;
  // "busy 1h and until 3"; but "status and dnd" are two requests.
  const joins =
    next?.senses.status !== undefined ||
    (['until', 'for', 'back', 'polite'] as const).some((role) => is(next, role));
  if (is(item, 'and') && joins && (previous === 'status' || previous === 'other')) return at + 1;
  if (extracted.flags.has('question') && is(item, 'self')) return done('other');
  return undefined;
}

function isQuestion({ flags, lookUp }: Extracted): boolean {
  return lookUp || flags.has('question') || flags.has('questionMark');
}

/** "set Anna to busy": a verb, an unknown word, and a state. */
function extractSomebody(cursor: Cursor, at: number): number | undefined {
  const { items } = cursor;
  const name = items[at + 1];
  if (name?.kind !== 'word' || (name.known && !is(name, 'other'))) return undefined;
  let index = at + 2;
  while (items[index]?.kind === 'word' && items[index]?.known === false && index < at + 5) index += 1;
  if (is(items[index], 'noun')) index += 1;
  const preposition = is(items[index], 'preposition');
  if (preposition) index += 1;
  if (!preposition && items[index]?.senses.status === undefined) return undefined;
  if (!leadsToStatus(items, index)) return undefined;
  flag(cursor, 'setOther', name);
  cursor.previous = 'other';
  return index;
}
