/** Sentences to offer beside a question. They are still unchecked: whoever asks keeps those that read without asking. */

import { pairOf } from '../presence/pairs.ts';
import { wordOf, type Scene } from './answers.ts';
import type { Heard } from './heard.ts';
import { is } from './phrases.ts';
import type { StatusWord } from './words/words.ts';

/** Without the left-overs, and with them as a message. */
export function leftOverSuggestions(heard: Heard, scene: Scene): string[] {
  const without = canonical(heard, scene);
  const last = heard.leftOver.at(-1);
  const [first] = heard.leftOver;
  if (without === undefined) return asMessage(heard, scene);
  if (first === undefined || last === undefined) return [without];
  const text = scene.written.slice(first.from, last.to).replaceAll('"', '').trim();
  return text === '' ? [without] : [without, `${without} "${text}"`];
}

/** "set my status to Working from home": Teams' name for that is a status message. */
function asMessage(heard: Heard, scene: Scene): string[] {
  const quoted = heard.messages[0]?.text;
  if (quoted !== undefined) return [quoted, `message "${quoted}"`];
  const unknown = heard.leftOver.find((item) => !is(item, 'preposition'));
  return unknown === undefined ? [] : [`message "${scene.written.slice(unknown.from).replaceAll('"', '')}"`];
}

/** The shortest sentence for the first state and end that were heard. */
export function canonical(heard: Heard, scene: Scene): string | undefined {
  const [status] = heard.statuses;
  if (status === undefined) return heard.clears.length > 0 ? 'clear' : undefined;
  const word = typed(status.word, heard.session);
  const [end] = heard.ends;
  if (word === undefined) return undefined;
  return end === undefined ? word : `${word} ${wordOf(scene, end)}`;
}

/** The shortest thing to type for a state; undefined where there is none. */
export function typed(word: StatusWord, session: boolean): string | undefined {
  switch (word) {
    case 'meeting':
      return 'busy';
    case 'focus':
      return 'dnd';
    case 'outOfOffice':
    case 'unavailable':
    case 'notSettable':
    case 'automatic':
    case 'unclear':
      return undefined;
    case 'available':
    case 'away':
      return session ? `session ${word}` : word;
    case 'busy':
    case 'doNotDisturb':
    case 'beRightBack':
    case 'offline':
    case 'presenting':
    case 'inACall':
    case 'inAConferenceCall':
      return pairOf(word).word;
  }
}

/** The shortest words for the states that were heard. */
export function statusSuggestions(heard: Pick<Heard, 'statuses'>): string[] {
  return heard.statuses.flatMap(({ word }) => typed(word, false) ?? []);
}

/** The states as they were said. */
export function spoken(heard: Heard, scene: Scene): string[] {
  return heard.statuses.map((status) => wordOf(scene, status));
}

/** Those states with the end that was heard. */
export function withEnd(heard: Heard, scene: Scene, statuses: readonly string[]): string[] {
  const [end] = heard.ends;
  return statuses.map((status) => (end === undefined ? status : `${status} ${wordOf(scene, end)}`));
}

/** The first state heard, to begin a suggestion with. */
export function canonicalStatus(heard: Pick<Heard, 'statuses'>): string {
  return statusSuggestions(heard)[0] ?? 'brb';
}
