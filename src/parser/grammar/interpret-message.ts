/** A status message, alone or beside a state. */

import { ask, refuse, startWords, type Source } from './answers.ts';
import { mentionMark } from '../lexer/clean.ts';
import type { Extracted } from './extracted.ts';
import { longestMessage } from './message.ts';
import type { Reading } from '../reading.ts';
import { canonical } from './suggest.ts';
import { timeOf } from './interpret-end.ts';

/** The text beside a state, if there is one; a question or refusal if it cannot be taken. */
export function messageOf(extracted: Extracted, source: Source): string | undefined | Reading {
  const { messages } = extracted;
  const [message] = messages;
  if (messages.length > 1) return ask('twoSteps');
  if (message === undefined) return extracted.messageNamed ? ask('noStatus') : undefined;
  if (message.text === '') return ask('noStatus', [], []);
  // "status message of @Bruno": somebody else's; and of a mention only its place is left here, not the name.
  if (message.text.includes(mentionMark)) return ask('notSure');
  if (message.addressed && extracted.statuses.length > 0) {
    const status = canonical(extracted, source);
    return ask('notSure', [message.text], status === undefined ? [] : [`${status} "${message.text.replaceAll('"', '')}"`]); // prettier-ignore
  }
  return message.text.length > longestMessage ? refuse('tooLong') : message.text;
}

/** A message without a state. */
export function interpretMessage(extracted: Extracted, source: Source): Reading | undefined {
  if (!extracted.messageNamed && extracted.messages.length === 0) return undefined;
  const [message] = extracted.messages;
  const text = messageOf(extracted, source);
  if (typeof text === 'object') return text;
  if (text === undefined || message === undefined) return undefined;
  if (!message.marked) {
    const { written } = source;
    return ask('notSure', [], [written.replaceAll(/["“”„«»‘’'`]/g, ''), `message "${text}"`]);
  }
  if (message.addressed)
    return ask('notSure', [text], [`message "${text.replaceAll('"', '')}"`, 'clear message', text]);
  if (extracted.starts.length > 0) return refuse('schedule', startWords(extracted, source));
  if (extracted.session || extracted.flags.has('off') || extracted.flags.has('done')) return ask('notSure');
  const timed = timeOf(extracted, source, `message "${text.replaceAll('"', '')}"`);
  if ('instead' in timed) return timed.instead;
  return { kind: 'message', text, ...timed };
}
