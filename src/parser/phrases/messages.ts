/** A status message: in quotes anywhere, or the rest of the sentence after its marker. */

import { is, isMark, type Item, turns } from '../lexer/items.ts';
import type { StatusWord } from '../languages/language.ts';
import { tokenize } from '../lexer/tokens.ts';
import type { CursorIn } from './cursor.ts';
import { foldPhrase } from './fold.ts';
import { itemizeIn } from './items.ts';
import { readTimeIn, type TimeIn } from './times.ts';

/** The message that stands or begins there. */
export function extractMessageIn(cursor: CursorIn, at: number): number | undefined {
  const { extracted, items, seen } = cursor;
  const item = items[at];
  if (item === undefined) return undefined;
  if (item.kind === 'quote') {
    const quoted = quotedState(cursor, at);
    if (quoted !== undefined) {
      extracted.statuses.push({ word: quoted, occasion: false, from: item.from, to: item.to });
      return at + 1;
    }
    extracted.messages.push({
      text: item.text,
      marked: seen.has('message') || seen.has('messageMark'),
      addressed: false,
    });
    return at + 1;
  }
  if (isMark(item, ':')) return noteAfter(cursor, at);
  if (!is(item, 'message') && !is(item, 'messageMark')) return undefined;
  const clears =
    asksAfter(cursor, at) ||
    seen.has('clearVerb') ||
    seen.has('off') ||
    extracted.lookUp ||
    extracted.flags.has('question');
  if (clears) {
    if (!seen.has('clearVerb')) extracted.noun = true;
    return at + 1;
  }
  extracted.messageNamed = true;
  if (items.some(({ kind }) => kind === 'quote')) return at + 1;
  let start = at + 1;
  // "message to:", "set the message to"
  while (is(items[start], 'small') && isMark(items[start + 1], ':=')) start += 1;
  const marked = isMark(items[start], ':=');
  while (isMark(items[start], ':=-')) start += 1;
  if (items[start] === undefined) return items.length;
  // A verb at the end of the sentence belongs to the frame: "Statusmeldung setzen".
  if (
    !marked &&
    items
      .slice(start)
      .every(
        (rest) =>
          rest.kind === 'mark' ||
          is(rest, 'verb') ||
          is(rest, 'polite') ||
          is(rest, 'small') ||
          is(rest, 'request'),
      )
  )
    return start;
  return takeRest(cursor, start);
}

/** "メッセージは何ですか", "メッセージを見せて": where verbs stand last, what comes after may be a question. */
function asksAfter({ items, seen, times }: CursorIn, at: number): boolean {
  if (times.phrases.table.verbLast !== true || items.some(({ kind }) => kind === 'quote')) return false;
  const rest = items.slice(at + 1);
  const asks = rest.some((item) => isMark(item, '?？') || is(item, 'questionEnd') || is(item, 'question'));
  const shows = rest.some((item) => is(item, 'lookUp')) && !rest.some((item) => !item.known);
  return shows || (asks && !seen.has('request'));
}

/** "setz mich auf „Nicht stören“", "「応答不可」を有効に": a state in quotes, beside the word that sets one. */
function quotedState({ extracted, items, seen, times }: CursorIn, at: number): StatusWord | undefined {
  const beside =
    (['to', 'verb'] as const).some((role) => is(items[at - 1], role)) ||
    is(items[at + 1], 'to') ||
    seen.has('on');
  const named =
    seen.has('message') || seen.has('messageMark') || items.some(({ senses }) => senses.status !== undefined);
  if (!beside || named || extracted.statuses.length > 0) return undefined;
  const [only, ...others] = itemsOfQuote(times.phrases, items[at]?.text ?? '');
  return others.length === 0 && only?.senses.occasion !== true ? only?.senses.status : undefined;
}

function itemsOfQuote({ table, lexicon }: CursorIn['times']['phrases'], text: string): Item[] {
  return text.length > 40 ? [] : itemizeIn(tokenize(foldPhrase(text, table)), lexicon);
}

/** "dnd bis 16 Uhr: Quartalsbericht": after a colon, what a state with its end is for. */
function noteAfter(cursor: CursorIn, at: number): number | undefined {
  const { extracted, items } = cursor;
  const rest = items.slice(at + 1);
  const [first] = rest;
  const said =
    extracted.statuses.length > 0 && extracted.messages.length === 0 && extracted.leftOver.length === 0;
  if (!said || first === undefined || first.glued || first.kind === 'quote' || extracted.flags.size > 0)
    return undefined;
  if (extracted.ends.length + cursor.later.length === 0) return undefined;
  const strange = rest.some((item) => isMark(item, '?？') || turns(item) || item.kind === 'somebody');
  const takesBack = (
    ['correction', 'negation', 'condition', 'maybe', 'sequence', 'or', 'question', 'clearVerb'] as const
  ).some((role) => is(first, role));
  if (strange || takesBack || !rest.some(({ kind, known }) => kind === 'word' && !known)) return undefined;
  extracted.messageNamed = true;
  return takeRest(cursor, at + 1);
}

/** The rest as the text; its last end, if it reads as one to the very end of the sentence, is taken off it. */
function takeRest(cursor: CursorIn, at: number): number {
  const { extracted, items, written, times } = cursor;
  const { verbLast = false } = times.phrases.table;
  // "メッセージ**を**外出中**にして**"
  const start = verbLast && is(items[at], 'small') && items.length > at + 1 ? at + 1 : at;
  const frame = verbLast ? frameOf(items, start) : items.length;
  const first = items[start];
  if (first === undefined) return items.length;
  let cut = items[frame]?.from;
  for (let index = frame - 1; index > start && extracted.ends.length === 0; index -= 1) {
    const item = items[index];
    if (item === undefined || !(verbLast || is(item, 'until'))) continue;
    const time = readTimeIn(times, items, index);
    if (!endsThere(time, items, frame)) continue;
    // The longest end is the one that begins first.
    const before = verbLast && index - 1 > start ? readTimeIn(times, items, index - 1) : undefined;
    if (endsThere(before, items, frame)) continue;
    extracted.ends.push({
      said: time.said,
      back: false,
      from: item.from,
      to: items[time.next - 1]?.to ?? written.length,
    });
    cut = item.from;
    break;
  }
  const text = written.slice(first.from, cut).trim();
  extracted.messages.push({
    text: cut === undefined ? text : text.replace(/[,;，；、-]$/, '').trim(),
    marked: true,
    addressed: false,
  });
  return items.length;
}

/** Where the words behind the text begin that only say what to do with it: "…にして", "…に設定してください". */
function frameOf(items: readonly Item[], start: number): number {
  const roles = ['verb', 'polite', 'request', 'am'] as const;
  let at = items.length;
  while (at > start + 1 && (roles.some((role) => is(items[at - 1], role)) || isMark(items[at - 1], '.!?')))
    at -= 1;
  return at > start + 1 && at < items.length && is(items[at - 1], 'to') ? at - 1 : items.length;
}

function endsThere(
  time: TimeIn | undefined,
  items: readonly Item[],
  end: number,
): time is Extract<TimeIn, { kind: 'end' }> {
  if (time?.kind !== 'end' || (time.said.kind !== 'moment' && time.said.kind !== 'period')) return false;
  return items.slice(time.next, end).every((item) => isMark(item, '.!'));
}
