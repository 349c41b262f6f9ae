/** "make it 2 hours", "shorten to 30 min", "actually until 5", "end it at 5": another end for what was set last. */

import type { Source } from './answers.ts';
import { dateOrder } from '../time/locale.ts';
import { extract } from './extract.ts';
import type { Extracted } from './extracted.ts';
import { patternsOf, phrasesAt } from './patterns.ts';
import { is, unsaid, type Item } from '../lexer/lexicon.ts';
import type { Reading } from '../reading.ts';
import { timeOf } from './interpret-end.ts';
import { en } from '../languages/en.ts';

const leads = patternsOf(en.newEnds);

/** The new end that is the whole sentence, or what is unclear about it; undefined for every other sentence. */
export function readNewEnd(items: readonly Item[], source: Source): Reading | undefined {
  const lead = leadOf(items);
  const rest = lead === undefined ? [] : items.slice(lead.next);
  const extracted = rest.length === 0 ? undefined : endIn(rest, source);
  if (lead === undefined || extracted === undefined) return undefined;
  // "extend to 5pm" lengthens, and is read as that.
  if (lead.meaning === 'extend' && extracted.ends.some(({ said }) => said.kind !== 'duration'))
    return undefined;
  const timed = timeOf(extracted, source, 'make it');
  if ('instead' in timed) return timed.instead;
  const { end, ...assumed } = timed;
  return end.said === 'nothing' ? undefined : { kind: 'changeEnd', end, ...assumed };
}

/** The sentence behind such a beginning, as it was written; the whole of it where it has none. */
export function withoutLead(items: readonly Item[], written: string): string {
  const first = items[leadOf(items)?.next ?? 0];
  return first === undefined ? written : written.slice(first.from);
}

interface LeadMatch {
  readonly meaning: keyof typeof en.newEnds;
  /** The item after it. */
  readonly next: number;
}

/** The longest of them that the items begin with. */
function leadOf(items: readonly Item[]): LeadMatch | undefined {
  const start = items.findIndex((item) => item.kind !== 'mark' && !is(item, 'polite'));
  if (start < 0 || !leads.has(items[start]?.text.split(' ')[0] ?? '')) return undefined;
  const words: string[] = [];
  /** After how many words which item begins. */
  const nexts = new Map<number, number>();
  for (let at = start; at < Math.min(items.length, start + longestLead); at += 1) {
    const item = items[at];
    if (item === undefined) break;
    // "actually, until 5"
    if (item.kind === 'word') words.push(...item.text.split(' '));
    else if (item.kind !== 'mark' || item.text !== ',') break;
    nexts.set(words.length, at + 1);
  }
  for (const { meaning, length } of phrasesAt(leads, words, 0)) {
    const next = nexts.get(length);
    // Its last word, "until" or "at", is of the end already.
    if (next !== undefined) return { meaning, next: meaning === 'led' ? next - 1 : next };
  }
  return undefined;
}

const longestLead = 8;

/** Those items as ends and nothing else; "5pm" is one without "until". */
function endIn(items: readonly Item[], { written, context }: Source): Extracted | undefined {
  const order = dateOrder(context.locale);
  const said = extract(items, 0, written, order);
  if (isEndAlone(said)) return said;
  const from = items[0]?.from ?? 0;
  const until = extract([{ ...unsaid('until', 'until'), from, to: from }, ...items], 0, written, order);
  return isEndAlone(until) ? until : undefined;
}

function isEndAlone(extracted: Extracted): boolean {
  const { ends, statuses, starts, clears, messages, flags, leftOver } = extracted;
  const others = [statuses, starts, clears, messages, leftOver].some((found) => found.length > 0);
  const named =
    extracted.extend || extracted.session || extracted.preferred || extracted.messageNamed || extracted.noun;
  // "15 minutes longer" is no end.
  const added = extracted.more || extracted.another;
  return (
    ends.length > 0 && ends.every(({ back }) => !back) && !others && !named && !added && flags.size === 0
  );
}
