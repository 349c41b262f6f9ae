/** Whether what was extracted asks to end or to empty something. */

import type { Extracted } from '../grammar/extracted.ts';
import type { Role, StatusWord } from '../languages/language.ts';
import { is, type Item } from '../lexer/items.ts';
import type { CursorIn } from './cursor.ts';

/** What is to be ended or emptied: a state by its name, one's own status, or the message. */
export function settleClear({ extracted, seen, items }: CursorIn): void {
  const { statuses, flags, noun, session, preferred } = extracted;
  const [verb, off, done] = [seen.get('clearVerb'), seen.get('off'), seen.get('done')];
  const everything = seen.has('everything');
  const message = seen.has('message') && extracted.messages.length === 0;
  if (done !== undefined && statuses.length > 0) flags.set('done', done);
  else if (done !== undefined) extracted.leftOver.push(done);
  if (off !== undefined && statuses.some(({ occasion }) => !occasion)) {
    flags.set('off', off);
    return;
  }
  if (verb === undefined) {
    if (off !== undefined && !noun) extracted.leftOver.push(off);
    else if (off !== undefined) flags.set('off', off);
    if (everything) pushEverything(extracted, seen);
    return;
  }
  if (flags.has('question') || (extracted.lookUp && !extracted.verb)) return;
  // "setz auf beschäftigt zurück" may set, and "setz den Status auf beschäftigt zurück" too: two steps, asked.
  const set =
    noun || items.some((item, index) => is(item, 'to') && items[index + 1]?.senses.status !== undefined);
  const ended: StatusWord[] = set
    ? []
    : statuses.splice(0).map(({ word, occasion }) => (occasion ? 'unclear' : word));
  extracted.clears.push({
    noun: noun || seen.has('object'),
    everything,
    session,
    preferred,
    message,
    statuses: ended,
  });
}

function pushEverything(extracted: Extracted, seen: ReadonlyMap<Role, Item>): void {
  const item = seen.get('everything');
  if (item !== undefined && !is(item, 'small')) extracted.leftOver.push(item);
}
