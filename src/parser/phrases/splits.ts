/** States whose words stand apart: "stör mich bis 15 Uhr nicht", "nicht vor 16 Uhr stören", "no me molesten antes de las 4". */

import type { StatusWord } from '../languages/language.ts';
import type { Item } from '../lexer/items.ts';
import { expand } from './expand.ts';

/** One of them: the words before the gap, those behind it, and the state they make together. */
export interface Split {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly status: StatusWord;
  /** Which of the two begin an end; the others are the state. */
  readonly until: 'first' | 'second' | undefined;
}

const states: ReadonlySet<string> = new Set<StatusWord>([
  'available',
  'busy',
  'doNotDisturb',
  'beRightBack',
  'away',
  'offline',
]);

/** The lines of a table. */
export function splitsIn(lines: readonly string[]): readonly Split[] {
  return lines.map((line) => {
    const [said = '', result = ''] = line.split('=');
    const [first = '', second = ''] = said.split('…');
    const words = result.trim().split(' ');
    const status = words.find((word) => word !== 'until') ?? '';
    if (!isState(status)) throw new SyntaxError(`no state: ${line}`);
    return { first: expand(first), second: expand(second), status, until: untilOf(words) };
  });
}

function untilOf(words: readonly string[]): Split['until'] {
  if (!words.includes('until')) return undefined;
  return words[0] === 'until' ? 'first' : 'second';
}

function isState(word: string): word is Extract<StatusWord, 'busy' | 'doNotDisturb'> {
  return states.has(word);
}

/** The items with such a state as one: its first words carry it, the others say nothing any more. */
export function joinSplits(splits: readonly Split[], items: readonly Item[]): readonly Item[] {
  for (const { first, second, status, until } of splits) {
    const start = items.findIndex((item) => isOneOf(item, first));
    if (start < 0) continue;
    const end = items.findIndex((item, index) => index > start && isOneOf(item, second));
    if (end < 0 || items.some(({ senses }, at) => senses.status !== undefined && at !== start && at !== end))
      continue;
    return items.map((item, index) => {
      if (index !== start && index !== end) return item;
      const which = index === start ? 'first' : 'second';
      if (which === until) return { ...item, known: true, senses: { roles: new Set(['until' as const]) } };
      const names = until !== undefined || which === 'first';
      const senses = names ? { status, roles: new Set<never>() } : { roles: new Set(['small' as const]) };
      return { ...item, known: true, senses };
    });
  }
  return items;
}

function isOneOf({ senses: { literals } }: Item, words: readonly string[]): boolean {
  return literals !== undefined && words.some((word) => literals.has(word));
}
