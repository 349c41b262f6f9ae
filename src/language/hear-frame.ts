/** The words around them: "please set my status to", "I am", "who", "not", "mode". */

import {
  flag,
  flagRoles,
  leadsToDone,
  leadsToNoun,
  leadsToStatus,
  type Ear,
  type Heard,
  type Previous,
} from './heard.ts';
import { is, type Item } from './phrases.ts';

/** A word around the pieces, if it may stand there. */
export function hearFrame(ear: Ear, item: Item, at: number): number | undefined {
  const { heard, items } = ear;
  const { previous } = ear;
  const next = items[at + 1];
  const done = (now: Previous) => {
    ear.previous = now;
    return at + 1;
  };
  if (previous === 'status' || previous === 'noun') {
    if (previous === 'status' && is(item, 'mode')) return at + 1;
    if (is(item, 'off')) {
      flag(ear, 'off', item);
      return done('other');
    }
    if (is(item, 'on') && !leadsToStatus(items, at + 1)) return done('other');
  }
  if (is(item, 'off') && heard.statuses.length > 0) {
    flag(ear, 'off', item);
    return done('other');
  }
  if (is(item, 'backThen') && heard.ends.length > 0) return done('other');
  // "1 hour of dnd"
  if (is(item, 'of') && heard.ends.length > 0 && heard.statuses.length === 0 && leadsToStatus(items, at + 1))
    return done('other');
  if (ear.first && !heard.request && is(item, 'explain')) {
    heard.explain = true;
    flag(ear, 'question', item);
    if (is(item, 'lookUp')) heard.lookUp = true;
    return done('other');
  }
  if (ear.first && !heard.request && is(item, 'question')) {
    flag(ear, 'question', item);
    return done('other');
  }
  // What frames a state stands before it: "busy until 5 set" is no sentence.
  const framing = heard.statuses.length === 0 || leadsToStatus(items, at + 1);
  if (is(item, 'am') && framing) {
    heard.frame = true;
    return done('verb');
  }
  if (is(item, 'request') && framing) {
    heard.request = true;
    heard.frame = true;
    if (is(item, 'verb') || is(item, 'lookUp')) heard.verb = true;
    if (is(item, 'lookUp')) heard.lookUp = true;
    return done('verb');
  }
  if (
    (is(item, 'verb') && framing) ||
    (is(item, 'lookUp') && (ear.first || (heard.request && previous !== 'object')))
  ) {
    heard.verb = true;
    // "show me as busy" shows it to others.
    if (is(item, 'lookUp') && is(next, 'showAs') && (is(item, 'verb') || item.text.includes(' ')))
      heard.request = true;
    else if (is(item, 'lookUp')) {
      // "show available": that I am, or who is?
      if (next?.senses.status !== undefined && at + 2 === items.length) flag(ear, 'maybe', item);
      heard.lookUp = true;
      if (!is(item, 'verb')) flag(ear, 'question', item);
    }
    heard.frame = true;
    return hearSomebody(ear, at) ?? done('verb');
  }
  if (is(item, 'object') && previous === 'verb') return done('object');
  if (is(item, 'session')) {
    heard.session = true;
    return previous === 'status' ? at + 1 : done('noun');
  }
  if (is(item, 'preferred')) {
    heard.preferred = true;
    return done('noun');
  }
  if (is(item, 'noun')) {
    // "my team's status" is not "my Teams status".
    if (/['’]/.test(ear.written.slice(item.from, item.to))) flag(ear, 'other', item);
    heard.noun = true;
    return done('noun');
  }
  if (is(item, 'is') && previous === 'noun' && !is(item, 'negation')) {
    // "my status shows busy": what it is, or what it shall be?
    if (!isQuestion(heard)) flag(ear, 'maybe', item);
    return at + 1;
  }
  // "dnd is over" and "done with dnd", but hardly "over dnd".
  const leads = is(item, 'doneWith') && leadsToStatus(items, at + 1);
  if (is(item, 'done') && previous !== 'status' && !leads) return undefined;
  for (const name of flagRoles)
    if (is(item, name)) {
      flag(ear, name, item);
      return done('other');
    }
  // "set bot to busy"
  if (is(item, 'name') && previous === 'verb') flag(ear, 'setOther', item);
  if (is(item, 'polite')) return at + 1;
  if (is(item, 'is')) {
    flag(ear, 'otherIs', item);
    return done('other');
  }
  // "the meeting" is no wish; "set me to the meeting" may be.
  const determiner =
    (is(item, 'article') || is(item, 'possessive')) &&
    (heard.frame || leadsToNoun(items, at + 1) || leadsToDone(items, at + 1));
  if ((is(item, 'preposition') || determiner) && leadsToStatus(items, at + 1)) return at + 1;
  // "busy 1h and until 3"; but "status and dnd" are two wishes.
  const joins =
    next?.senses.status !== undefined ||
    (['until', 'for', 'back', 'polite'] as const).some((role) => is(next, role));
  if (is(item, 'and') && joins && (previous === 'status' || previous === 'other')) return at + 1;
  if (heard.flags.has('question') && is(item, 'self')) return done('other');
  return undefined;
}

function isQuestion({ flags, lookUp }: Heard): boolean {
  return lookUp || flags.has('question') || flags.has('questionMark');
}

/** "set Anna to busy": a verb, an unknown word, and a state. */
function hearSomebody(ear: Ear, at: number): number | undefined {
  const { items } = ear;
  const name = items[at + 1];
  if (name?.kind !== 'word' || (name.known && !is(name, 'other'))) return undefined;
  let index = at + 2;
  while (items[index]?.kind === 'word' && items[index]?.known === false && index < at + 5) index += 1;
  if (is(items[index], 'noun')) index += 1;
  const preposition = is(items[index], 'preposition');
  if (preposition) index += 1;
  if (!preposition && items[index]?.senses.status === undefined) return undefined;
  if (!leadsToStatus(items, index)) return undefined;
  flag(ear, 'setOther', name);
  ear.previous = 'other';
  return index;
}
