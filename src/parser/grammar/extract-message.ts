/** A status message in a sentence: quoted anywhere, after a colon, or the unquoted rest after its marker. */

import { is, isMark, type Item, turns } from '../lexer/items.ts';
import { type EndMatch, readEnding } from '../time/ends.ts';
import type { DateOrder } from '../time/locale.ts';
import { type Cursor, isState } from './extracted.ts';

/** A status message: after its marker, the quotation or the rest of the sentence. */
export function extractMessage(cursor: Cursor, item: Item, at: number): number | undefined {
  const { extracted, items } = cursor;
  const reading = extracted.flags.has('question') || extracted.lookUp || extracted.clears.length > 0;
  const announced =
    is(item, 'message') &&
    cursor.previous !== 'object' &&
    (cursor.first || extracted.verb || extracted.statuses.length > 0 || is(items[at - 1], 'possessive'));
  const marked = is(item, 'messageMark') && (extracted.statuses.length > 0 || extracted.noun);
  if (reading) {
    if (!is(item, 'message')) return undefined;
    extracted.noun = true;
    cursor.previous = 'noun';
    return at + 1;
  }
  if (!announced && !marked) return undefined;
  const before = items[at - 1];
  const long = item.text.includes(' ') || is(before, 'possessive');
  let start = at + 1;
  let connected = isMark(items[start], ':=');
  if (!connected && is(items[start], 'messageTo') && (long || extracted.verb || marked)) {
    connected = true;
    start += 1;
  }
  while (isMark(items[start], ':=-')) start += 1;
  const quoted = items[start]?.kind === 'quote';
  extracted.messageNamed = true;
  cursor.previous = 'noun';
  if (quoted) return start;
  const { text, ending } = readRest(items, start, cursor.written, cursor.order);
  // "write a message to Bob", "message Bob": somebody is to be told something.
  const told = is(before, 'article') && !long && !isMark(items[at + 1], ':');
  // "busy 1h and message Bob", "dnd message in the lab": a text for the status, or for somebody?
  const end = readEnding(items, start, cursor.order, true)?.next ?? start;
  const loose = extracted.statuses.length > 0 && (!marked || is(item, 'andMessage') || end === items.length);
  const addressed =
    extracted.statuses.length > 0
      ? loose
      : (is(before, 'possessive') && !extracted.verb && !connected) ||
        isCommandWord(items, start, connected) ||
        (!marked &&
          (told || (!connected && (is(items[start], 'for') || (!long && isAddressed(items, start))))));
  const [first] = items.slice(start);
  // "my message to Busy until 4pm": is its end the message's or a part of it?
  const split = first !== undefined && isState(first) && first.to + 1 === ending?.from;
  if (ending !== undefined && !split) extracted.ends.push(ending);
  const whole = split ? cursor.written.slice(first.from).trim() : text;
  extracted.messages.push({ text: whole, marked: true, addressed: addressed || split });
  return items.length;
}

/** "dnd until 4pm: quarterly review": after a colon, what a state with its end is for. */
export function extractNote(cursor: Cursor, at: number): number | undefined {
  const { extracted, items, written, order } = cursor;
  const start = at + 1;
  const [first] = items.slice(start);
  if (!isMark(items[at], ':') || first === undefined || first.glued || first.kind === 'quote')
    return undefined;
  const said = extracted.statuses.length > 0 && extracted.ends.length > 0 && extracted.messages.length === 0;
  if (!said || extracted.leftOver.length > 0 || !isNote(items, start)) return undefined;
  const { text, ending } = readRest(items, start, written, order);
  if (ending !== undefined) extracted.ends.push(ending);
  extracted.messageNamed = true;
  extracted.messages.push({ text, marked: true, addressed: false });
  return items.length;
}

/** Whether no table can read it, so that it is no more of the request, nor a question, nor takes it back. */
function isNote(items: readonly Item[], at: number): boolean {
  const said = items.slice(at);
  const takesBack = ['correction', 'negation', 'condition', 'maybe', 'sequence', 'or', 'question'] as const;
  return (
    said.some(({ kind, known }) => kind === 'word' && !known) &&
    !said.some((item) => isMark(item, '?？') || turns(item) || item.kind === 'somebody') &&
    !takesBack.some((role) => is(said[0], role)) &&
    !is(said[0], 'clearVerb')
  );
}

/** The longest status message Teams' own box takes. */
export const longestMessage = 280;

/** An unquoted message, with the end taken off it. */
interface RestMessage {
  readonly text: string;
  readonly ending: (EndMatch & { readonly from: number; readonly to: number }) | undefined;
}

/**
 * The unquoted rest of a sentence as a message. Its last "until …" is the end if it reads as one to
 * the very end of the sentence; otherwise it is part of the text.
 */
function readRest(items: readonly Item[], at: number, written: string, order: DateOrder): RestMessage {
  let start = at;
  while (start < items.length && isMark(items[start], ':=-')) start += 1;
  const first = items[start];
  if (first === undefined) return { text: '', ending: undefined };
  const whole = written.slice(first.from).trim();
  for (let index = items.length - 1; index > start; index -= 1) {
    const item = items[index];
    if (item === undefined || !is(item, 'until')) continue;
    const ending = readEnding(items, index, order, true);
    if (ending === undefined || !restIsPunctuation(items, ending.next)) continue;
    if (ending.said.kind !== 'moment' && ending.said.kind !== 'period') continue;
    const to = items[ending.next - 1]?.to ?? written.length;
    return {
      text: trimmed(written.slice(first.from, item.from)),
      ending: { ...ending, from: item.from, to },
    };
  }
  return { text: whole, ending: undefined };
}

function restIsPunctuation(items: readonly Item[], at: number): boolean {
  for (let index = at; index < items.length; index += 1) if (!isMark(items[index], '.!')) return false;
  return true;
}

function trimmed(text: string): string {
  const plain = text.trim();
  return plain.endsWith(',') ? plain.slice(0, -1).trim() : plain;
}

/**
 * Whether "message Bob that I'm busy" rather than "message In the lab": somebody is to be told
 * something, which this bot does not do. A first word that no table knows may be a name.
 */
function isAddressed(items: readonly Item[], at: number): boolean {
  const said = items.slice(at).filter(({ kind }) => kind !== 'mark');
  if (said[0]?.name === true) return true;
  return said
    .slice(0, 4)
    .some((item) => item.kind === 'somebody' || is(item, 'addressee') || is(item, 'other'));
}

/** "message clear", "set my message to none", "status message busy": hardly the text of one. */
function isCommandWord(items: readonly Item[], at: number, connected: boolean): boolean {
  const said = items.slice(at).filter(({ kind }) => kind !== 'mark');
  const [word] = said;
  if (word === undefined) return false;
  const { status, occasion } = word.senses;
  // "message busy 2h"
  if (!connected && isState(word)) return true;
  if (said.length > 1) return false;
  if (is(word, 'clearVerb') || is(word, 'off') || is(word, 'negation')) return true;
  return !connected && status !== undefined && occasion !== true;
}
