/** A status message, alone or beside a state. */

import { ask, refuse, startWords, type Scene } from './answers.ts';
import { mentionMark } from './clean.ts';
import type { Heard } from './heard.ts';
import { longestMessage } from './message.ts';
import type { Reading } from './reading.ts';
import { canonical } from './suggest.ts';
import { timeOf } from './when.ts';

/** The text beside a state, if there is one; a question or refusal if it cannot be taken. */
export function messageOf(heard: Heard, scene: Scene): string | undefined | Reading {
  const { messages } = heard;
  const [message] = messages;
  if (messages.length > 1) return ask('twoSteps');
  if (message === undefined) return heard.messageNamed ? ask('noStatus') : undefined;
  if (message.text === '') return ask('noStatus', [], []);
  // "status message of @Bruno": somebody else's; and of a mention only its place is left here, not the name.
  if (message.text.includes(mentionMark)) return ask('notSure');
  if (message.addressed && heard.statuses.length > 0) {
    const status = canonical(heard, scene);
    return ask('notSure', [message.text], status === undefined ? [] : [`${status} "${message.text.replaceAll('"', '')}"`]); // prettier-ignore
  }
  return message.text.length > longestMessage ? refuse('tooLong') : message.text;
}

/** A message without a state. */
export function decideMessage(heard: Heard, scene: Scene): Reading | undefined {
  if (!heard.messageNamed && heard.messages.length === 0) return undefined;
  const [message] = heard.messages;
  const text = messageOf(heard, scene);
  if (typeof text === 'object') return text;
  if (text === undefined || message === undefined) return undefined;
  if (!message.marked) {
    const { written } = scene;
    return ask('notSure', [], [written.replaceAll(/["“”„«»‘’'`]/g, ''), `message "${text}"`]);
  }
  if (message.addressed)
    return ask('notSure', [text], [`message "${text.replaceAll('"', '')}"`, 'clear message', text]);
  if (heard.starts.length > 0) return refuse('schedule', startWords(heard, scene));
  if (heard.session || heard.flags.has('off') || heard.flags.has('done')) return ask('notSure');
  const timed = timeOf(heard, scene, `message "${text.replaceAll('"', '')}"`);
  if ('instead' in timed) return timed.instead;
  return { kind: 'message', text, ...timed };
}
