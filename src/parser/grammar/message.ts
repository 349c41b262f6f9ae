/** A status message in a sentence: quoted anywhere, or the unquoted rest after its marker. */

import type { DateOrder } from '../time/locale.ts';
import { readEnding, type EndMatch } from '../time/ends.ts';
import { is, isMark, type Item } from '../lexer/lexicon.ts';
import type { StatusWord } from '../languages/language.ts';

/** The longest status message Teams' own box takes. */
export const longestMessage = 280;

/** An unquoted message, with the end taken off it. */
export interface RestMessage {
  readonly text: string;
  readonly ending: (EndMatch & { readonly from: number; readonly to: number }) | undefined;
}

/**
 * The unquoted rest of a sentence as a message. Its last "until …" is the end if it reads as one to
 * the very end of the sentence; otherwise it is part of the text.
 */
export function readRest(items: readonly Item[], at: number, written: string, order: DateOrder): RestMessage {
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
export function isAddressed(items: readonly Item[], at: number): boolean {
  const said = items.slice(at).filter(({ kind }) => kind !== 'mark');
  if (said[0]?.name === true) return true;
  return said
    .slice(0, 4)
    .some((item) => item.kind === 'somebody' || is(item, 'addressee') || is(item, 'other'));
}

/** "message clear", "set my message to none", "status message busy": hardly the text of one. */
export function isCommandWord(items: readonly Item[], at: number, connected: boolean): boolean {
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

/** Whether that is one of the names of a state itself, and not what somebody does ("at the dentist"). */
export function isState({ senses: { status, occasion } }: Item): boolean {
  return status !== undefined && occasion !== true && commanded.has(status);
}

const commanded: ReadonlySet<StatusWord> = new Set<StatusWord>(['available', 'busy', 'doNotDisturb', 'beRightBack', 'away', 'offline']); // prettier-ignore
