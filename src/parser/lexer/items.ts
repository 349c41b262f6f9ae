/** Tokens → items: the longest known phrase at each place, with what it may mean. */

import type { Role } from '../languages/language.ts';
import { foldText } from './clean.ts';
import type { Lexicon, Node, Senses } from './lexicon.ts';
import { type Token } from './tokens.ts';

/** A token, or several that form one phrase, with their senses. */
export interface Item {
  readonly kind: Token['kind'];
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly glued: boolean;
  /** Of a number in digits. */
  readonly value: number | undefined;
  /** Undefined for what no table knows. */
  readonly senses: Senses;
  readonly known: boolean;
  /** An unknown word that may be somebody's name. */
  readonly name: boolean;
}

const nothing: Senses = { roles: new Set() };

/** The longest phrase at each place; what no phrase covers stays a single, unknown item. */
export function itemize(tokens: readonly Token[], lexicon: Lexicon): Item[] {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const first = tokens[at];
    if (first === undefined) break;
    let node: Node | undefined = lexicon.root;
    let found: Senses | undefined;
    let end = at + 1;
    for (let index = at; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) break;
      node = node.next.get(token.text);
      if (node === undefined) break;
      if (node.senses !== undefined) {
        found = node.senses;
        end = index + 1;
      }
    }
    const last = tokens[end - 1] ?? first;
    items.push({
      kind: found !== undefined && first.kind === 'number' ? 'word' : first.kind,
      text:
        end === at + 1
          ? first.text
          : tokens
              .slice(at, end)
              .map(({ text }) => text)
              .join(' '),
      from: first.from,
      to: last.to,
      glued: first.glued,
      value: first.kind === 'number' && found === undefined ? Number(first.text) : undefined,
      senses: found ?? nothing,
      known: found !== undefined,
      name: found === undefined && !lexicon.nameless.some((ending) => first.text.endsWith(ending)),
    });
    at = end;
  }
  return items;
}

/** A word that was not said, so that what was said reads as if it followed it. */
export function unsaid(text: string, role: Role): Item {
  const senses: Senses = { roles: new Set([role]) };
  return {
    kind: 'word',
    text,
    from: 0,
    to: 0,
    glued: false,
    value: undefined,
    senses,
    known: true,
    name: false,
  };
}

/** Whether the item may play that part. */
export function is(item: Item | undefined, role: Role): boolean {
  return item !== undefined && item.senses.roles.has(role);
}

/** Whether the item is that mark. */
export function isMark(item: Item | undefined, marks: string): boolean {
  return item !== undefined && item.kind === 'mark' && marks.includes(item.text);
}

/** The words of a sentence without marks, and without politeness at either end. */
export function sentenceKey(items: readonly Item[]): string {
  const says = (item: Item | undefined) => item?.kind !== 'mark' && !is(item, 'polite');
  let from = 0;
  let to = items.length;
  while (from < to && !says(items[from])) from += 1;
  while (to > from && !says(items[to - 1])) to -= 1;
  let key = '';
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined || item.kind === 'mark') continue;
    key = key === '' ? item.text : `${key} ${item.text}`;
  }
  return key;
}

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

/** Marks and pictures that would turn a sentence round, so they are not passed over. */
const telling = '~❌🚫⛔✖👎🙅❎✗✘⊘☒🤔🤷🛑🙃🤨';

const picture = /\p{Extended_Pictographic}|\p{Emoji_Component}/u;

/** Say nothing where they separate; inside a word or before one they may. */
const neutral = ',.!()[]-:;…*_•|¡¿';
/** May stand before a word without a space. */
const openers = '([*_•|¡¿';

/** Whether that mark may turn the sentence round. */
export function turns(item: Item): boolean {
  return item.kind === 'mark' && telling.includes(item.text);
}

/** Whether that is a mark which only separates, or a picture beside the words. */
export function saysNothing(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== 'mark') return false;
  if (neutral.includes(item.text)) return separates(items, at);
  if (item.text === '/' && at === 0) return true;
  return !turns(item) && picture.test(item.text) && !/[0-9#*]/.test(item.text);
}

/**
 * Whether the run of marks around that one only separates words. Between two words without a space
 * ("dnd*2h"), or stuck to the front of one ("!busy", "-2h"), marks may mean anything.
 */
function separates(items: readonly Item[], at: number): boolean {
  let start = at;
  while (start > 0 && items[start]?.glued === true && items[start - 1]?.kind === 'mark') start -= 1;
  let end = at + 1;
  while (items[end]?.kind === 'mark' && items[end]?.glued === true) end += 1;
  const next = items[end];
  // "[ ] busy" is a thing to do, "[busy]" is busy.
  if (items.slice(start, end).some((item) => isMark(item, '[')) && (next?.glued !== true || end > at + 1))
    return false;
  if (isMark(items[at], ']') && (items[at]?.glued !== true || items[at - 1]?.kind === 'mark')) return false;
  if (next?.glued !== true || next.kind === 'quote') return true;
  const run = items.slice(start, end);
  if (run.length > 1 && run.every((item) => isMark(item, '.'))) return true;
  if (items[start]?.glued === true)
    return run.every((item) => isMark(item, ',;…') || (next.kind === 'word' && isMark(item, ':')));
  return run.every((item) => isMark(item, openers));
}
