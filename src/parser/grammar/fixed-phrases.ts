/** What is asked of the bot beside presence: signing out, one's data, the rules for meetings, and why. */

import { ask, type Source } from './answers.ts';
import { meaningOf, patternsOf, phrasesAt } from './patterns.ts';
import { readNewEnd } from './change-end.ts';
import { readPause } from './pauses.ts';
import type { Item } from '../lexer/lexicon.ts';
import { plainWordsOf, stateBehind } from './plain.ts';
import type { Reading } from '../reading.ts';
import { readRule } from './meeting-rules.ts';
import { en } from '../languages/en.ts';
import type { FixedPhrase } from '../languages/language.ts';

const fixedPhrases = patternsOf(en.fixedPhrases);

/**
 * The phrase that is the whole sentence; undefined for every other one, above all for any with a word more than
 * the phrase itself. It is sought before the sentence is extracted piece by piece.
 */
export function readFixedPhrase(items: readonly Item[], source: Source): Reading | undefined {
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
      return ask('notSure', [], ['when I present set me to dnd', 'when I join a meeting set me to busy', 'meetings']); // prettier-ignore
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
