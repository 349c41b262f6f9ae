/** The bot's own name in a sentence: an address, not a word of it. */

import { foldText } from './clean.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/**
 * The sentence without the bot's name at its start, where greetings may come before it. Nothing is
 * left of the name alone, unless the name is a sentence by itself: “presence” may ask for it.
 */
export function withoutName(
  tokens: readonly Token[],
  bot: readonly string[],
  lexicon: Lexicon,
): readonly Token[] {
  for (const name of bot) {
    if (name.includes('<') || name === '') continue;
    const words = foldText(name)
      .split(' ')
      .filter((word) => word !== '');
    for (let at = 0; at < Math.min(3, tokens.length); at += 1) {
      if (at > 0 && !isGreeting(tokens[at - 1], lexicon)) break;
      const matches = words.every((word, index) => {
        const text = tokens[at + index]?.text;
        return text === word || (index === 0 && text === `@${word}`);
      });
      if (!matches) continue;
      const after = tokens.slice(at + words.length);
      if (after.some(({ kind }) => kind !== 'mark')) return [...tokens.slice(0, at), ...after];
      const sentence = tokens.map(({ text }) => text).join(' ');
      if (at === 0 && after.length === 0 && !lexicon.sentences.has(sentence)) return [];
    }
  }
  return tokens;
}

function isGreeting(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false;
  return token.kind === 'mark' || lexicon.root.next.get(token.text)?.senses?.roles.has('polite') === true;
}
