/** States whose words stand apart: "stör mich bis 15 Uhr nicht", "nicht vor 16 Uhr stören". */

import type { StatusWord } from '../languages/language.ts';
import type { Item } from '../lexer/items.ts';
import { expand } from './expand.ts';

/** One of them: the words before the gap, those behind it, and the state they make together. */
export interface Split {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly status: StatusWord;
  /** Whether the first words also begin an end. */
  readonly until: boolean;
}

const states: ReadonlySet<string> = new Set<StatusWord>(['available', 'busy', 'doNotDisturb', 'beRightBack', 'away', 'offline']); // prettier-ignore

/** The lines of a table. */
export function splitsIn(lines: readonly string[]): readonly Split[] {
  return lines.map((line) => {
    const [said = '', result = ''] = line.split('=');
    const [first = '', second = ''] = said.split('…');
    const words = result.trim().split(' ');
    const status = words.at(-1) ?? '';
    if (!isState(status)) throw new SyntaxError(`no state: ${line}`);
    return { first: expand(first), second: expand(second), status, until: words[0] === 'until' };
  });
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
    if (end < 0 || items.some((item) => item.senses.status !== undefined)) continue;
    return items.map((item, index) => {
      if (index !== start && index !== end) return item;
      if (index === start && until) return { ...item, senses: { roles: new Set(['until' as const]) } };
      const senses =
        (index === start) === !until
          ? { status, roles: new Set<never>() }
          : { roles: new Set(['small' as const]) };
      return { ...item, known: true, senses };
    });
  }
  return items;
}

function isOneOf({ senses: { literals } }: Item, words: readonly string[]): boolean {
  return literals !== undefined && words.some((word) => literals.has(word));
}
