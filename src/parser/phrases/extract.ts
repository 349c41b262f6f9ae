/** Items of any order → what was extracted. Whatever nothing takes is a left-over, and is asked about. */

import { type Extracted, flagRoles, nothingExtracted, type SentenceFlag } from '../grammar/extracted.ts';
import { is, isMark, type Item, saysNothing } from '../lexer/items.ts';
import type { Role } from '../languages/language.ts';
import type { DateOrder } from '../time/locale.ts';
import type { Phrases } from './lexicon.ts';
import type { CursorIn } from './cursor.ts';
import { extractMessageIn } from './messages.ts';
import { keyOf } from './items.ts';
import { settleClear } from './settle-clear.ts';
import { readTimeIn } from './times.ts';

/** Reads all items. */
export function extractIn(
  phrases: Phrases,
  items: readonly Item[],
  written: string,
  order: DateOrder,
): Extracted {
  const extracted = nothingExtracted(items);
  const cursor: CursorIn = {
    extracted,
    items,
    written,
    times: { phrases, order },
    later: [],
    seen: new Map(),
  };
  for (const item of items)
    for (const role of item.senses.roles) if (!cursor.seen.has(role)) cursor.seen.set(role, item);
  for (let at = 0; at < items.length;) {
    const next = extractAt(cursor, at);
    const item = items[at];
    if (next === undefined && item !== undefined) extracted.leftOver.push(item);
    at = next ?? at + 1;
  }
  settleTimes(cursor);
  settleClear(cursor);
  return extracted;
}

function extractAt(cursor: CursorIn, at: number): number | undefined {
  const { extracted, items } = cursor;
  const item = items[at];
  if (item === undefined) return undefined;
  if (isStrayIn(items, at)) return undefined;
  if (item.kind === 'somebody') return raise(cursor, 'other', item, at);
  const message = extractMessageIn(cursor, at);
  if (message !== undefined) return message;
  if (isMark(item, '?？')) return raise(cursor, 'questionMark', item, at);
  if (item.kind === 'mark')
    return saysNothing(items, at) || (item.text === '=' && extracted.noun) ? at + 1 : undefined;
  const timed = extractTime(cursor, at);
  const { status } = item.senses;
  // The day after tomorrow is one phrase, but a state in it would be lost: the longer one stands.
  if (timed !== undefined && (status === undefined || timed > at + 1)) return timed;
  if (status !== undefined) {
    // "no estoy" is away by itself; beside another state it denies that.
    const denied = is(item, 'negation') && items.some((one) => one !== item && one.senses.status);
    if (denied) return raise(cursor, 'negation', item, at);
    extracted.statuses.push({
      word: status,
      occasion: item.senses.occasion === true,
      from: item.from,
      to: item.to,
    });
    return at + 1;
  }
  const counts = is(item, 'for') && items[at + 1]?.kind === 'number';
  return (
    (counts ? extractBare(cursor, at) : undefined) ?? extractRole(cursor, item, at) ?? extractBare(cursor, at)
  );
}

/** "dnd2": a number that hangs on a word. In scripts without spaces every number does. */
function isStrayIn(items: readonly Item[], at: number): boolean {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (item?.kind !== 'number' || !item.glued || before?.kind !== 'word' || !/[a-z]$/.test(before.text))
    return false;
  if (before.known && before.senses.status === undefined) return false;
  return after?.senses.unit === undefined || !after.glued;
}

function raise(cursor: CursorIn, name: SentenceFlag, item: Item, at: number): number {
  if (!cursor.extracted.flags.has(name)) cursor.extracted.flags.set(name, item);
  return at + 1;
}

function extractTime(cursor: CursorIn, at: number): number | undefined {
  const { extracted, items } = cursor;
  const item = items[at];
  if (is(item, 'endless')) {
    extracted.endless = true;
    return at + 1;
  }
  const time = readTimeIn(cursor.times, items, at);
  if (time === undefined || item === undefined) return undefined;
  const span = { from: item.from, to: items[time.next - 1]?.to ?? item.to };
  if (time.kind !== 'end') cursor.later.push({ time, ...span });
  else {
    extracted.ends.push({ said: time.said, back: false, ...span });
    if (time.more) extracted.more = true;
  }
  return time.next;
}

/** What a word does by its presence; undefined if it may not stand there. */
function extractRole(cursor: CursorIn, item: Item, at: number): number | undefined {
  const { extracted, items, seen } = cursor;
  const can = (...roles: readonly Role[]) => roles.some((role) => is(item, role));
  if (can('self')) extracted.self = true;
  if (can('request')) extracted.request = extracted.frame = true;
  if (can('am')) extracted.frame = true;
  if (can('verb')) extracted.verb = extracted.frame = true;
  if (can('extend')) extracted.extend = true;
  if (can('session')) extracted.session = true;
  if (can('preferred')) extracted.preferred = true;
  if (can('noun')) extracted.noun = true;
  if (can('lookUp')) extracted.lookUp = true;
  if (can('explain')) extracted.explain = true;
  if (can('explain', 'question')) raise(cursor, 'question', item, at);
  if (can('questionEnd')) raise(cursor, 'questionMark', item, at);
  for (const name of flagRoles) if (name !== 'done' && is(item, name)) raise(cursor, name, item, at);
  if (can(...telling)) return at + 1;
  if (can('is')) {
    const asked = extracted.lookUp || extracted.flags.has('question') || seen.has('questionEnd');
    if (!extracted.noun) return raise(cursor, 'otherIs', item, at);
    return asked ? at + 1 : raise(cursor, 'maybe', item, at);
  }
  // What ends a state, or empties: `settleClear` tells which.
  if (can('off', 'done', 'clearVerb', 'everything', 'back')) return at + 1;
  if (can('by') && seen.has('extend')) return at + 1;
  if (can('mode', 'on') && (extracted.statuses.length > 0 || extracted.noun)) return at + 1;
  // Two states are asked about.
  if (can('and') && extracted.statuses.length > 0 && items[at + 1]?.senses.status !== undefined)
    return at + 1;
  if (
    can('and') &&
    ['until', 'for', 'from', 'message', 'messageMark'].some((role) =>
      items[at + 1]?.senses.roles.has(role as Role),
    )
  )
    return at + 1;
  return undefined;
}

/** Words that say what they say wherever they stand. */
const telling = [
  ...['polite', 'small', 'object', 'possessive', 'self', 'am', 'request', 'verb', 'extend', 'session'],
  ...['preferred', 'noun', 'still', 'lookUp', 'explain', 'question', 'questionEnd', 'whatIf'],
  ...flagRoles.filter((role) => role !== 'done'),
] as readonly Role[];

/** "brb 10": a number of which nobody said the unit. */
function extractBare(cursor: CursorIn, first: number): number | undefined {
  const { extracted, items } = cursor;
  // "für 2": a length, so that the number alone is no left-over.
  const counted = is(items[first], 'for') && items[first + 1]?.kind === 'number';
  const at = counted ? first + 1 : first;
  const item = items[at];
  const after = items[at + 1];
  if (item?.kind !== 'number' || (after?.kind === 'word' && !after.known)) return undefined;
  if (after?.kind === 'mark' && after.glued && !isMark(after, '.!')) return undefined;
  extracted.ends.push({
    said: { kind: 'bare', digits: item.text, counted },
    back: false,
    from: items[first]?.from ?? item.from,
    to: item.to,
  });
  return at + 1;
}

/** "in 10 Minuten zurück" and "Mittagessen, in einer Stunde zurück" are ends, "in 10 Minuten beschäftigt" a start. */
function settleTimes(cursor: CursorIn): void {
  const { extracted, later, seen } = cursor;
  joinReturn(cursor);
  const words = new Set(extracted.statuses.map(({ word }) => word));
  const [only] = words;
  const back =
    words.size === 0 || (words.size === 1 && only === 'away')
      ? seen.has('back')
      : words.size === 1 && only === 'beRightBack';
  for (const { time, from, to } of later) {
    const moment = time.kind === 'start' ? time.moment : undefined;
    if (back && time.kind === 'later') extracted.ends.push({ said: time.said, back: true, from, to });
    else if (moment?.clock !== undefined && ((back && seen.has('back')) || changesEnd(cursor, from, to)))
      extracted.ends.push({ said: { kind: 'moment', moment }, back, from, to });
    else if (time.kind === 'start')
      extracted.starts.push({ perhapsEnd: time.perhapsEnd, during: time.during, from, to });
    else extracted.starts.push({ perhapsEnd: false, during: undefined, from, to });
  }
  // "noch 30 Minuten" alone is more of what is set; "noch 30 Minuten beschäftigt" says how long.
  if (words.size === 0 && seen.has('still') && extracted.ends.some(({ said }) => said.kind === 'duration'))
    extracted.more = true;
  const alone = words.size === 0 && seen.has('back');
  if (alone) extracted.ends.forEach((end, index) => extracted.ends.splice(index, 1, { ...end, back: true }));
  const item = seen.get('back');
  // "message : de retour lundi": only the text says so.
  const said = alone && extracted.ends.length === 0 && !extracted.messageNamed;
  if (said && item !== undefined) extracted.flags.set('maybe', item);
}

/** "plutôt 16h": what is changed is an end, and no start. */
function changesEnd({ items, times: { phrases } }: CursorIn, from: number, to: number): boolean {
  const rest = items.filter((item) => item.from < from || item.to > to);
  return rest.length < 6 && phrases.commands.get(keyOf(rest)) === 'changeEnd';
}

/** "parti déjeuner, je reviens à 14h": the return is the end of the other state, where its time is said. */
function joinReturn({ extracted: { statuses, ends }, later, items }: CursorIn): void {
  const returns = ({ from }: { readonly from: number }) =>
    items.some((item) => item.from === from && is(item, 'back'));
  const [first, second, ...others] = statuses;
  if (first?.word !== 'away' || second?.word !== 'beRightBack' || others.length > 0 || !returns(second))
    return;
  const timed = [...ends, ...later];
  if (timed.length === 1 && timed.every(({ from }) => from > second.from)) statuses.pop();
}
