/** Tokens → items by a phrase table, and sentences as whole commands are looked up. */

import type { Item } from '../lexer/items.ts';
import type { Lexicon, Node, Senses } from '../lexer/lexicon.ts';
import type { Token } from '../lexer/tokens.ts';
import { isNumeral } from './amounts.ts';
import { withoutAccents } from './fold.ts';

const nothing: Senses = { roles: new Set() };

/** The longest phrase at each place; what none covers stays a single item that is not known. */
export function itemizeIn(tokens: readonly Token[], { root }: Lexicon): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at];
    if (first === undefined) break;
    let node: Node | undefined = root;
    let found: Senses | undefined;
    let end = at + 1;
    for (let index = at; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) break;
      node = node.next.get(token.text) ?? node.next.get(withoutAccents(token.text));
      if (node === undefined) break;
      if (node.senses === undefined) continue;
      found = node.senses;
      end = index + 1;
    }
    const last = tokens[end - 1] ?? first;
    items.push({
      kind: found !== undefined && first.kind === 'number' ? 'word' : first.kind,
      text: tokens
        .slice(at, end)
        .map(({ text }) => text)
        .join(' '),
      from: first.from,
      to: last.to,
      glued: first.glued,
      value: first.kind === 'number' && found === undefined ? Number(first.text) : undefined,
      senses: found ?? nothing,
      known: found !== undefined || isNumeral(first.text),
      name: found === undefined,
    });
    at = end;
  }
  return items;
}

/** Beside Chinese and Japanese characters, spaces mean nothing. */
const needless = / (?=[\u3040-\u30ff\u4e00-\u9fff])|(?<=[\u3040-\u30ff\u4e00-\u9fff]) /g;

/** A sentence as commands are looked up: its words without politeness, requests and marks. */
export function keyOf(items: readonly Item[], statuses = false): string {
  const words: string[] = [];
  for (const { kind, senses, text } of items) {
    if (kind === 'mark' || senses.roles.has('polite') || senses.roles.has('request')) continue;
    const isStatus = statuses && senses.status !== undefined && senses.occasion !== true;
    words.push(isStatus ? '*' : withoutAccents(text));
  }
  return words.join(' ').replace(needless, '');
}

/** A sentence as talk is looked up. */
export function talkKey(items: readonly Item[]): string {
  return items
    .map(({ kind, text }) => (kind === 'mark' ? '' : withoutAccents(text).replaceAll(' ', '')))
    .join('');
}
