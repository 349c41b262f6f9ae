/** What may be said instead of a sentence that was not clear: only what reads without asking, and can be done. */

import { guid, type Instant, type WantedPresence } from '../presence/intent.ts';
import { validate } from '../presence/validate.ts';
import { messageText } from './grammar/answers.ts';
import type { Extracted } from './grammar/extracted.ts';
import type { Item } from './lexer/items.ts';
import { english } from './lexer/lexicon.ts';
import { abbreviated, nearest } from './lexer/typo.ts';
import type { Command, ReadContext, Reading } from './reading.ts';

/** Keeps only suggestions that read without asking, that can be done, and that keep what was said. */
export function withHelp(
  reading: Reading,
  extracted: Extracted | undefined,
  context: ReadContext,
  again: (sentence: string) => Command | undefined,
): Reading {
  if (reading.kind !== 'ask' || reading.question.suggestions.length === 0) return reading;
  const suggestions: string[] = [];
  for (const sentence of new Set(reading.question.suggestions)) {
    const command = again(sentence);
    if (command === undefined || !isPossible(command, context.now) || !keeps(command, extracted)) continue;
    suggestions.push(sentence);
    if (suggestions.length === 3) break;
  }
  return { kind: 'ask', question: { ...reading.question, suggestions } };
}

/** The same function; what several questions about one sentence offer is read once. */
export function remembered<T>(read: (sentence: string) => T): (sentence: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (sentence) => {
    const found = known.get(sentence) ?? { value: read(sentence) };
    known.set(sentence, found);
    return found.value;
  };
}

/** The sentence with its unknown words replaced by the nearest known ones, at most three ways. */
export function corrections(unknown: readonly Item[], written: string): string[] {
  let sentences = [''];
  let from = 0;
  for (const item of unknown) {
    const near = nearest(item.text, english().vocabulary);
    const candidates = near.length > 0 ? near : abbreviated(item.text, english().states);
    if (candidates.length === 0) return [];
    const between = written.slice(from, item.from);
    sentences = sentences
      .flatMap((sentence) => candidates.map((word) => sentence + between + word))
      .slice(0, 3);
    from = item.to;
  }
  return sentences.map((sentence) => sentence + written.slice(from));
}

const nobody = guid('00000000-0000-0000-0000-000000000000');
/** A session may last a day, since it is renewed. */
const maxSessionSeconds = 86_400;

/** Whether the judge would let that command through. */
function isPossible(command: Command, now: Instant): boolean {
  const want = wantOf(command);
  if (want === undefined || nobody === undefined) return true;
  const who = { userId: nobody, tenantId: nobody, account: '' };
  return validate(
    { who, door: 'chat', wanted: want, assumed: [] },
    { sessionId: nobody, maxSessionSeconds },
    now,
  ).ok;
}

function wantOf(command: Command): WantedPresence | undefined {
  const sets = command.kind === 'prefer' || command.kind === 'open' || command.kind === 'message';
  return sets ? command : undefined;
}

/** Whether a command has the end and the message that the sentence had; "clear" has neither. */
function keeps(command: Command, extracted: Extracted | undefined): boolean {
  if (extracted === undefined) return true;
  const timed = extracted.ends.length + extracted.starts.length > 0;
  const [message] = extracted.messages;
  const text = message === undefined ? '' : messageText(message.text);
  if (command.kind === 'clear') return !timed;
  if (command.kind !== 'prefer' && command.kind !== 'open' && command.kind !== 'message') return true;
  const sameText = text === '' || command.kind === 'message' || command.message === text;
  return sameText && (!timed || command.end.said !== 'nothing');
}
