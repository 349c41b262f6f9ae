/** What is asked of the bot beside presence: signing out, one's data, the rules for meetings, and why. */

import { ask, type Scene } from './answers.ts';
import { meaningOf, patternsOf, phrasesAt } from './patterns.ts';
import { readMakeIt } from './make-it.ts';
import { readPause } from './pauses.ts';
import type { Item } from './phrases.ts';
import { plainOf, stateBehind } from './plain.ts';
import type { Reading } from './reading.ts';
import { readRule } from './rules.ts';
import { en } from './words/en.ts';
import type { Errand } from './words/words.ts';

const errands = patternsOf(en.errands);

/**
 * The errand that is the whole sentence; undefined for every other one, above all for any with a word more than
 * the errand itself. It is sought before the sentence is heard piece by piece.
 */
export function readErrand(items: readonly Item[], scene: Scene): Reading | undefined {
  const pause = readPause(items, scene);
  if (pause !== undefined) return pause;
  const newEnd = readMakeIt(items, scene);
  if (newEnd !== undefined) return newEnd;
  const plain = plainOf(items, scene.written);
  if (plain === undefined) return undefined;
  const errand = meaningOf(errands, plain.words);
  if (errand !== undefined) return decideErrand(errand, plain.doubted);
  return readRule(plain, scene) ?? (asksWhy(plain.words) ? { kind: 'why' } : undefined);
}

/** A question mark makes no errand that changes something. */
function decideErrand(errand: Errand, doubted: boolean): Reading {
  switch (errand) {
    case 'signIn':
    case 'why':
    case 'meetings':
    case 'privacy':
    case 'exportMe':
      return { kind: errand };
    case 'signOut':
      return doubted ? ask('notSure', [], ['sign out']) : { kind: errand };
    case 'signOutOrOffline':
      return ask('notSure', [], ['sign out', 'offline']);
    case 'forgetMe':
      return doubted ? ask('notSure', [], ['forget me']) : { kind: errand };
    case 'resumeMeetings':
      return doubted ? ask('notSure', [], ['resume meetings']) : { kind: errand };
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
