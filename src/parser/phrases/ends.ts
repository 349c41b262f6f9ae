/** A phrase that is an end and nothing else: "bis morgen 9 Uhr", "2 Stunden". */

import type { Source } from '../grammar/answers.ts';
import type { Extracted } from '../grammar/extracted.ts';
import { is, type Item, unsaid } from '../lexer/items.ts';
import { extractIn } from './extract.ts';
import type { Phrases } from './lexicon.ts';
import { orderIn } from './read.ts';

/** All its ends; undefined if it holds anything else. "Until" may be left out. */
export function endsIn(
  phrases: Phrases,
  items: readonly Item[],
  source: Source,
): Pick<Extracted, 'ends' | 'endless'> | undefined {
  const order = orderIn(phrases, source.context);
  const from = items[0]?.from ?? 0;
  const until: Item = { ...unsaid('until', 'until'), from, to: from };
  // "ab 16 Uhr" and "2時間後" begin then.
  const begins = is(items[0], 'from') || is(items[0], 'in') || is(items.at(-1), 'inAfter');
  for (const said of begins ? [items] : [items, [until, ...items]]) {
    const extracted = extractIn(phrases, said, source.written, order);
    if (isEnd(extracted)) return extracted;
  }
  return undefined;
}

function isEnd(extracted: Extracted): boolean {
  const { statuses, starts, clears, messages, leftOver, flags, ends, endless } = extracted;
  const others = [statuses, starts, clears, messages, leftOver].some(({ length }) => length > 0);
  const asks = [extracted.more, extracted.extend, extracted.lookUp, extracted.noun, extracted.messageNamed];
  return !others && flags.size === 0 && !asks.includes(true) && (ends.length > 0 || endless);
}
