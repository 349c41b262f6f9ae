/** A start beside a state: what to say of one that cannot be now. */

import type { StatusWord } from '../languages/language.ts';
import type { Reading } from '../reading.ts';
import { ask, canonicalStatus, refuse, type Source, startWords, wordOf } from './answers.ts';
import type { Extracted } from './extracted.ts';

/** What happens in a day rather than fills it. */
const passing: ReadonlySet<StatusWord> = new Set<StatusWord>([
  'meeting',
  'inACall',
  'inAConferenceCall',
  'presenting',
  'beRightBack',
]);

/** Starts are for schedules, except those that may have been meant as ends. */
export function interpretStarts(extracted: Extracted, source: Source): Reading | undefined {
  const { starts, ends } = extracted;
  const [start] = starts;
  if (start === undefined || isOfToday(extracted)) return undefined;
  const word = canonicalStatus(extracted);
  if (starts.length === 1 && start.during !== undefined && ends.length === 0)
    // "in a call today" is at some time of it.
    return extracted.statuses.some((status) => passing.has(status.word))
      ? ask('startOrEnd', startWords(extracted, source), [`${word} 30 minutes`, `${word} 1 hour`])
      : undefined;
  if (starts.length === 1 && start.perhapsEnd && ends.length === 0) {
    const time = startTime(wordOf(source, start));
    return ask('startOrEnd', startWords(extracted, source), [`${word} until ${time}`]);
  }
  return refuse('schedule', startWords(extracted, source));
}

/** "busy today until 5pm": the day of the end, said apart from it. */
function isOfToday({ starts, ends }: Extracted): boolean {
  const [start, ...others] = starts;
  const [end] = ends;
  if (start?.during === undefined || others.length > 0 || end === undefined || ends.length > 1) return false;
  const { said } = end;
  switch (said.kind) {
    case 'moment':
      return said.moment.day === undefined && said.moment.part === undefined;
    case 'period':
      return start.during === 'day' && said.period.edge === 'end' && said.period.of === undefined;
    case 'range':
      return said.from.day === undefined && said.to.day === undefined;
    case 'duration':
    case 'bare':
    case 'near':
    case 'vague':
      return false;
  }
}

function startTime(text: string): string {
  const space = text.indexOf(' ');
  const first = space < 0 ? '' : text.slice(0, space);
  return /^[a-z]+$/i.test(first) && first.length > 1 ? text.slice(space + 1) : text;
}
