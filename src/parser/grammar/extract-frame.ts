/** The words around them: "please set my status to", "I am", "who", "not", "mode". */

import {
  flag,
  flagRoles,
  leadsToDone,
  leadsToNoun,
  leadsToStatus,
  type Cursor,
  type Extracted,
  type Previous,
} from './extracted.ts';
import { is, type Item } from '../lexer/lexicon.ts';

/** A word around the pieces, if it may stand there. */
export function extractFrame(cursor: Cursor, item: Item, at: number): number | undefined {
  const { extracted, items } = cursor;
  const { previous } = cursor;
  const next = items[at + 1];
  const done = (now: Previous) => {
    cursor.previous = now;
    return at + 1;
  };
  if (previous === 'status' || previous === 'noun') {
    if (previous === 'status' && is(item, 'mode')) return at + 1;
    if (is(item, 'off')) {
      flag(cursor, 'off', item);
      return done('other');
    }
    if (is(item, 'on') && !leadsToStatus(items, at + 1)) return done('other');
  }
  if (is(item, 'off') && extracted.statuses.length > 0) {
    flag(cursor, 'off', item);
    return done('other');
  }
  if (is(item, 'backThen') && extracted.ends.length > 0) return done('other');
  // "1 hour of dnd"
  if (
    is(item, 'of') &&
    extracted.ends.length > 0 &&
    extracted.statuses.length === 0 &&
    leadsToStatus(items, at + 1)
  )
    return done('other');
  if (cursor.first && !extracted.request && is(item, 'explain')) {
    extracted.explain = true;
    flag(cursor, 'question', item);
    if (is(item, 'lookUp')) extracted.lookUp = true;
    return done('other');
  }
  if (cursor.first && !extracted.request && is(item, 'question')) {
    flag(cursor, 'question', item);
    return done('other');
  }
  // What frames a state stands before it: "busy until 5 set" is no sentence.
  const framing = extracted.statuses.length === 0 || leadsToStatus(items, at + 1);
  if (is(item, 'am') && framing) {
    extracted.frame = true;
    return done('verb');
  }
  if (is(item, 'request') && framing) {
    extracted.request = true;
    extracted.frame = true;
    if (is(item, 'verb') || is(item, 'lookUp')) extracted.verb = true;
    if (is(item, 'lookUp')) extracted.lookUp = true;
    return done('verb');
  }
  if (
    (is(item, 'verb') && framing) ||
    (is(item, 'lookUp') && (cursor.first || (extracted.request && previous !== 'object')))
  ) {
    extracted.verb = true;
    // "show me as busy" shows it to others.
    if (is(item, 'lookUp') && is(next, 'showAs') && (is(item, 'verb') || item.text.includes(' ')))
      extracted.request = true;
    else if (is(item, 'lookUp')) {
      // "show available": that I am, or who is?
      if (next?.senses.status !== undefined && at + 2 === items.length) flag(cursor, 'maybe', item);
      extracted.lookUp = true;
      if (!is(item, 'verb')) flag(cursor, 'question', item);
    }
    extracted.frame = true;
    return extractSomebody(cursor, at) ?? done('verb');
  }
  if (is(item, 'object') && previous === 'verb') return done('object');
  if (is(item, 'session')) {
    extracted.session = true;
    return previous === 'status' ? at + 1 : done('noun');
  }
  if (is(item, 'preferred')) {
    extracted.preferred = true;
    return done('noun');
  }
  if (is(item, 'noun')) {
    // "my team's status" is not "my Teams status".
    if (/['’]/.test(cursor.written.slice(item.from, item.to))) flag(cursor, 'other', item);
    extracted.noun = true;
    return done('noun');
  }
  if (is(item, 'is') && previous === 'noun' && !is(item, 'negation')) {
    // "my status shows busy": what it is, or what it shall be?
    if (!isQuestion(extracted)) flag(cursor, 'maybe', item);
    return at + 1;
  }
  // "dnd is over" and "done with dnd", but hardly "over dnd".
  const leads = is(item, 'doneWith') && leadsToStatus(items, at + 1);
  if (is(item, 'done') && previous !== 'status' && !leads) return undefined;
  for (const name of flagRoles)
    if (is(item, name)) {
      flag(cursor, name, item);
      return done('other');
    }
  // "set bot to busy"
  if (is(item, 'name') && previous === 'verb') flag(cursor, 'setOther', item);
  if (is(item, 'polite')) return at + 1;
  if (is(item, 'is')) {
    flag(cursor, 'otherIs', item);
    return done('other');
  }
  // "the meeting" is no request; "set me to the meeting" may be.
  const determiner =
    (is(item, 'article') || is(item, 'possessive')) &&
    (extracted.frame || leadsToNoun(items, at + 1) || leadsToDone(items, at + 1));
  if ((is(item, 'preposition') || determiner) && leadsToStatus(items, at + 1)) return at + 1;
  // "busy 1h and until 3"; but "status and dnd" are two requests.
  const joins =
    next?.senses.status !== undefined ||
    (['until', 'for', 'back', 'polite'] as const).some((role) => is(next, role));
  if (is(item, 'and') && joins && (previous === 'status' || previous === 'other')) return at + 1;
  if (extracted.flags.has('question') && is(item, 'self')) return done('other');
  return undefined;
}

function isQuestion({ flags, lookUp }: Extracted): boolean {
  return lookUp || flags.has('question') || flags.has('questionMark');
}

/** "set Anna to busy": a verb, an unknown word, and a state. */
function extractSomebody(cursor: Cursor, at: number): number | undefined {
  const { items } = cursor;
  const name = items[at + 1];
  if (name?.kind !== 'word' || (name.known && !is(name, 'other'))) return undefined;
  let index = at + 2;
  while (items[index]?.kind === 'word' && items[index]?.known === false && index < at + 5) index += 1;
  if (is(items[index], 'noun')) index += 1;
  const preposition = is(items[index], 'preposition');
  if (preposition) index += 1;
  if (!preposition && items[index]?.senses.status === undefined) return undefined;
  if (!leadsToStatus(items, index)) return undefined;
  flag(cursor, 'setOther', name);
  cursor.previous = 'other';
  return index;
}
