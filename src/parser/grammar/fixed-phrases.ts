/** Sentences that are read whole or not at all: "undo", "thanks", "sign out", "make it 2 hours". */

import { en } from '../languages/en.ts';
import type { FixedPhrase, FixedSentence } from '../languages/language.ts';
import { is, isMark, type Item, sentenceKey, turns, unsaid } from '../lexer/items.ts';
import { english, lazy } from '../lexer/lexicon.ts';
import type { Reading, Talk } from '../reading.ts';
import { dateOrder } from '../time/locale.ts';
import { ask, clear, none, type Source } from './answers.ts';
import { extract } from './extract.ts';
import type { Extracted } from './extracted.ts';
import { timeOf } from './interpret-end.ts';
import { readPause, readRule } from './meeting-rules.ts';
import { meaningOf, patternsOf, phrasesAt, plainWordsOf, stateBehind } from './patterns.ts';

/** What is read whole or not at all. */
export function readWhole(items: readonly Item[], start: number, source: Source): Reading | undefined {
  if (items.length === 1 && items[0]?.text === '?') return { kind: 'help' };
  const rest = start === 0 ? items : items.slice(start);
  const key = sentenceKey(rest);
  if (key === '') return talking(rest);
  const phrase = english().sentences.get(key);
  // "clear ❌" and a struck-out "undo" are no more sure than "clear?".
  if (phrase === 'talk') return talking(rest);
  if (phrase !== undefined)
    return interpretFixedSentence(
      phrase,
      rest.some((item) => isMark(item, '?？') || turns(item)),
    );
  return readFixedPhrase(rest, source);
}

/** Nothing that this bot does, with what it is otherwise. */
export function talking(items: readonly Item[]): Reading {
  const talk = talkOf(items);
  return talk === undefined ? none : { kind: 'none', talk };
}

/** The meaning of a fixed phrase that is the whole sentence. */
function interpretFixedSentence(phrase: FixedSentence, doubted: boolean): Reading {
  switch (phrase) {
    case 'status':
    case 'help':
    case 'picker':
    case 'details':
      return { kind: phrase };
    case 'undo':
      return doubted ? ask('notSure', [], ['undo']) : { kind: 'undo' };
    case 'clear':
      return doubted ? ask('notSure', [], ['clear']) : clear(['session', 'preferred']);
    case 'clearEverything':
      return doubted ? ask('notSure', [], ['clear everything']) : clear(['session', 'preferred', 'message']);
    case 'talk':
      return none;
  }
}

const fixedPhrases = patternsOf(en.fixedPhrases);

/**
 * The phrase that is the whole sentence; undefined for every other one, above all for any with a word more than
 * the phrase itself. It is sought before the sentence is extracted piece by piece.
 */
function readFixedPhrase(items: readonly Item[], source: Source): Reading | undefined {
  const pause = readPause(items, source);
  if (pause !== undefined) return pause;
  const newEnd = readNewEnd(items, source);
  if (newEnd !== undefined) return newEnd;
  const plain = plainWordsOf(items, source.written);
  if (plain === undefined) return undefined;
  const phrase = meaningOf(fixedPhrases, plain.words);
  if (phrase !== undefined) return interpretFixedPhrase(phrase, plain.doubted);
  return readRule(plain, source) ?? (asksWhy(plain.words) ? { kind: 'why' } : undefined);
}

/** A question mark makes no phrase that changes something. */
function interpretFixedPhrase(phrase: FixedPhrase, doubted: boolean): Reading {
  switch (phrase) {
    case 'signIn':
    case 'why':
    case 'meetings':
    case 'privacy':
    case 'exportMe':
      return { kind: phrase };
    case 'signOut':
      return doubted ? ask('notSure', [], ['sign out']) : { kind: phrase };
    case 'signOutOrOffline':
      return ask('notSure', [], ['sign out', 'offline']);
    case 'forgetMe':
      return doubted ? ask('notSure', [], ['forget me']) : { kind: phrase };
    case 'resumeMeetings':
      return doubted ? ask('notSure', [], ['resume meetings']) : { kind: phrase };
    case 'meetingsOff':
      return doubted
        ? ask('notSure', [], ['meetings', 'meetings off'])
        : { kind: 'meetingRule', when: ['start', 'present', 'join'], then: 'nothing' };
    case 'meetingsOn':
      return ask(
        'notSure',
        [],
        ['when I present set me to dnd', 'when I join a meeting set me to busy', 'meetings'],
      );
  }
}

const whys = patternsOf({ why: en.whyState });
const leads = patternsOf({ lead: en.whyLeads });
const fillers = patternsOf({ filler: en.whyFillers });

/** "why am I still shown as away": such a question and a state. */
function asksWhy(said: readonly string[]): boolean {
  const lead = phrasesAt(leads, said, 0)[0]?.length ?? 0;
  if (!whys.has(said[lead] ?? '')) return false;
  const words = said.slice(lead).filter((word) => !fillers.has(word));
  return stateBehind(whys, words) !== undefined;
}

const newEnds = patternsOf(en.newEnds);

/** The new end that is the whole sentence, or what is unclear about it; undefined for every other sentence. */
function readNewEnd(items: readonly Item[], source: Source): Reading | undefined {
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
  if (start < 0 || !newEnds.has(items[start]?.text.split(' ')[0] ?? '')) return undefined;
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
  for (const { meaning, length } of phrasesAt(newEnds, words, 0)) {
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

/** What counts first where several are said: "ok, thanks" is thanks. */
const talkOrder = ['thanks', 'drop', 'bye', 'hello', 'yes', 'fine'] as const satisfies readonly Talk[];

const talks = lazy(
  (): ReadonlyMap<string, Talk> =>
    new Map(
      talkOrder.flatMap((talk) => en.talk[talk].split('|').map((said) => [said.trim(), talk] as const)),
    ),
);

/** What such a sentence is; undefined where it is none of them. To be asked only of a sentence that requests nothing. */
function talkOf(items: readonly Item[]): Talk | undefined {
  const words = items.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  const whole = talks().get(words.join(' '));
  if (whole !== undefined) return whole;
  const said = items.map(({ text }) => talks().get(text));
  // A word that is no such talk makes it something else: "hello world".
  const isTalk = items.every(({ kind }, at) => kind !== 'word' || said[at] !== undefined);
  return isTalk ? talkOrder.find((talk) => said.includes(talk)) : undefined;
}
