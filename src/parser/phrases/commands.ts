/** Sentences that are read whole or not at all: "rückgängig", "wer bin ich", "Meetings pausieren bis 15 Uhr". */

import { ask, clear, none, type Source } from '../grammar/answers.ts';
import type { Extracted } from '../grammar/extracted.ts';
import { timeOf } from '../grammar/interpret-end.ts';
import { isMark, is, type Item, saysNothing, turns } from '../lexer/items.ts';
import type { Reading, Talk } from '../reading.ts';
import { keyOf, talkKey } from './items.ts';
import { harmless, type Phrases } from './lexicon.ts';
import type { CommandWord } from './table.ts';

/** The command that is the whole sentence. */
export function readCommandIn(phrases: Phrases, items: readonly Item[], source: Source): Reading | undefined {
  const key = keyOf(items);
  if (key === '') return undefined;
  const word = phrases.commands.get(key) ?? withAnyState(phrases, items);
  if (word === undefined) return undefined;
  const asked = items.some((item) => isMark(item, '?？') || is(item, 'questionEnd') || turns(item));
  const strange = items.some(
    (item, at) =>
      item.kind === 'somebody' ||
      item.kind === 'quote' ||
      (item.kind === 'mark' && !isMark(item, '?？') && !turns(item) && !saysNothing(items, at)),
  );
  if (strange) return undefined;
  return interpretCommand(word, asked && !items.some((item) => is(item, 'request')), source);
}

function withAnyState({ commands }: Phrases, items: readonly Item[]): CommandWord | undefined {
  if (!items.some(({ senses }) => senses.status !== undefined)) return undefined;
  const word = commands.get(keyOf(items, true));
  return word !== undefined && harmless.has(word) ? word : undefined;
}

/** A question mark makes no command that changes something. */
function interpretCommand(word: CommandWord, doubted: boolean, source: Source): Reading | undefined {
  const sure = (reading: Reading, said: string): Reading => (doubted ? ask('notSure', [], [said]) : reading);
  switch (word) {
    case 'status':
    case 'help':
    case 'details':
    case 'picker':
    case 'why':
    case 'signIn':
    case 'privacy':
    case 'exportMe':
    case 'meetings':
      return { kind: word };
    case 'clear':
      return sure(clear(['session', 'preferred']), 'clear');
    case 'clearEverything':
      return sure(clear(['session', 'preferred', 'message']), 'clear everything');
    case 'undo':
      return sure({ kind: 'undo' }, 'undo');
    case 'signOut':
      return sure({ kind: 'signOut' }, 'sign out');
    case 'forgetMe':
      return sure({ kind: 'forgetMe' }, 'forget me');
    case 'resumeMeetings':
      return sure({ kind: 'resumeMeetings' }, 'resume meetings');
    case 'meetingsOff':
      return sure(
        { kind: 'meetingRule', when: ['start', 'present', 'join'], then: 'nothing' },
        'meetings off',
      );
    case 'meetingsOn':
      return ask('notSure', [], ['meetings']);
    case 'pauseMeetings':
      return sure({ kind: 'pauseMeetings', until: { said: 'nothing' }, assumed: [] }, 'pause meetings');
    case 'changeEnd':
      return source.written === '' ? none : undefined;
  }
}

/** A command beside an end: a pause until then, or another end for what was set. */
export function readTimedCommandIn(
  phrases: Phrases,
  items: readonly Item[],
  extracted: Extracted,
  source: Source,
): Reading | undefined {
  const { ends, starts, flags } = extracted;
  if (ends.length + starts.length === 0 || flags.has('questionMark')) return undefined;
  const times = [...ends, ...starts];
  const rest = items.filter(({ from, to }) => !times.some((time) => from >= time.from && to <= time.to));
  const word = phrases.commands.get(keyOf(rest));
  if (word !== 'pauseMeetings' && word !== 'changeEnd') return undefined;
  // "today" lasts until it ends.
  const lasts = word === 'pauseMeetings' && times.length === 1 && starts[0]?.during !== undefined;
  if (starts.length > 0 && !lasts)
    return { kind: 'refuse', refusal: { code: word === 'changeEnd' ? 'schedule' : 'pauseLater', words: [] } };
  const timed = timeOf(extracted, source, word === 'changeEnd' ? 'busy' : 'pause meetings');
  if ('instead' in timed) return timed.instead;
  const { end, ...assumed } = timed;
  if (word === 'pauseMeetings') return { kind: 'pauseMeetings', until: end, assumed: timed.assumed };
  return end.said === 'nothing' ? undefined : { kind: 'changeEnd', end, ...assumed };
}

/** What counts first where several are said: "ok, danke" is thanks. */
const talkOrder = ['thanks', 'drop', 'bye', 'hello', 'yes', 'fine'] as const satisfies readonly Talk[];

/** What is said to a bot as to anybody; undefined for every other sentence. */
export function talkIn({ talk }: Phrases, items: readonly Item[]): Talk | undefined {
  const whole = talk.get(talkKey(items));
  if (whole !== undefined) return whole;
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (item.kind === 'mark') parts.push([]);
    else parts.at(-1)?.push(item);
  }
  const said = parts.filter((part) => part.length > 0).map((part) => talk.get(talkKey(part)));
  return said.length > 0 && said.every((one) => one !== undefined)
    ? talkOrder.find((one) => said.includes(one))
    : undefined;
}
