/** "hi", "thanks!", "never mind", a raised thumb: what is said to a bot as to anybody. */

import { lazy } from '../lexer/lazy.ts';
import type { Item } from '../lexer/lexicon.ts';
import type { Talk } from '../reading.ts';
import { en } from '../languages/en.ts';

/** What counts first where several are said: "ok, thanks" is thanks. */
const order = ['thanks', 'drop', 'bye', 'hello', 'yes', 'fine'] as const satisfies readonly Talk[];

const talks = lazy(
  (): ReadonlyMap<string, Talk> =>
    new Map(order.flatMap((talk) => en.talk[talk].split('|').map((said) => [said.trim(), talk] as const))),
);

/** What such a sentence is; undefined where it is none of them. To be asked only of a sentence that requests nothing. */
export function talkOf(items: readonly Item[]): Talk | undefined {
  const words = items.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  const whole = talks().get(words.join(' '));
  if (whole !== undefined) return whole;
  const said = items.map(({ text }) => talks().get(text));
  // A word that is no such talk makes it something else: "hello world".
  const isTalk = items.every(({ kind }, at) => kind !== 'word' || said[at] !== undefined);
  return isTalk ? order.find((talk) => said.includes(talk)) : undefined;
}
