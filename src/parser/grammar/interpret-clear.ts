/** "clear", "stop dnd", "no longer", "back to automatic": which slots to empty, if that is what was meant. */

import type { Slot } from '../../presence/pairs.ts';
import type { StatusWord } from '../languages/language.ts';
import type { Reading } from '../reading.ts';
import { ask, clear, none, refuse, type Source, startWords, statusSuggestions } from './answers.ts';
import type { Extracted } from './extracted.ts';
import { askVague } from './interpret-end.ts';

/** A request to clear, or undefined if there is none. */
export function interpretClear(extracted: Extracted, source: Source): Reading | undefined {
  const { clears, flags, statuses } = extracted;
  // "normal" alone may answer anything.
  const back = statuses.some(
    ({ word, occasion }) => word === 'automatic' && (!occasion || extracted.frame || extracted.noun),
  );
  const over = flags.has('off') || flags.has('done');
  if (clears.length === 0 && !back && !over) return undefined;
  if (extracted.starts.length > 0) return refuse('schedule', startWords(extracted, source));
  const timed = extracted.ends.some(({ back: returning }) => !returning);
  if (over && extracted.ends.some(({ said }) => said.kind === 'vague')) return askVague(extracted, source);
  if (over && clears.length === 0 && !back) {
    if (statuses.length === 0) return extracted.noun ? ask('notSure', [], ['clear']) : none;
    const mixed = statuses.length > 1 || timed || extracted.messages.length > 0;
    // "done, set me to busy"; and who stops being available wants another state, not Teams' own choice.
    const wished = flags.has('done') && extracted.verb;
    if (mixed || wished || statuses[0]?.word === 'available') return ask('twoSteps', [], ['clear']);
    return clear(['session', 'preferred']);
  }
  if (back) {
    const others = statuses.filter(({ word }) => word !== 'automatic');
    if (others.length > 0 || timed || clears.length > 0 || extracted.messages.length > 0)
      return ask('twoSteps', [], ['clear']);
    return clear(['session', 'preferred']);
  }
  const [target] = clears;
  if (
    target === undefined ||
    clears.length > 1 ||
    timed ||
    statuses.length > 0 ||
    extracted.messages.length > 0 ||
    extracted.extend
  )
    return ask('twoSteps', [], ['clear', ...statusSuggestions(extracted, source)]);
  return interpretTarget(target, extracted);
}

const clearable: ReadonlySet<StatusWord> = new Set<StatusWord>([
  'busy',
  'doNotDisturb',
  'beRightBack',
  'away',
  'offline',
  'presenting',
]);

function interpretTarget(target: Extracted['clears'][number], extracted: Extracted): Reading {
  const [status] = target.statuses;
  if (target.statuses.length > 1) return ask('twoStatuses', [], ['clear']);
  if (status === 'outOfOffice') return refuse('outOfOffice');
  // "cancel my meeting", "end the call" may well be about the meeting itself.
  // And who stops being available wants another state, not Teams' own choice.
  if (status !== undefined && !clearable.has(status)) return ask('notSure', [], ['clear']);
  if (target.everything) return clear(['session', 'preferred', 'message']);
  const named = target.session || target.preferred || target.message;
  const slots: Slot[] = [];
  if (target.session || target.noun || status !== undefined || !named) slots.push('session');
  if (target.preferred || ((target.noun || status !== undefined) && !target.session) || !named)
    slots.push('preferred');
  if (target.message) slots.push('message');
  const something = named || target.noun || status !== undefined || extracted.noun;
  return something ? clear(slots) : ask('notSure', [], ['clear']);
}
