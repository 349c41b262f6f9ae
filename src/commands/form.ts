/** The picker's fields → a command. Ends are parsed as if they had been typed. */

import { readEnd } from '../parser/read-end.ts';
import type { Command, ReadContext } from '../parser/reading.ts';
import type { Assumption, End } from '../presence/intent.ts';
import { pairOf, type PairId } from '../presence/pairs.ts';
import type { ScheduleTiming } from '../presence/schedule.ts';
import type { Filled, FormProblem, Wrong } from './answer.ts';
import { repeatOf } from './repeat-form.ts';

/** How long, to choose from; each is read as if it had been typed. */
export const lengths = [
  { id: '15m', said: '15m' },
  { id: '30m', said: '30m' },
  { id: '1h', said: '1h' },
  { id: '2h', said: '2h' },
  { id: 'restOfDay', said: 'until end of day' },
  { id: 'tomorrow9', said: 'until tomorrow 9:00' },
  { id: 'own' },
] as const satisfies readonly { id: string; said?: string }[];

export type LengthId = (typeof lengths)[number]['id'];

export const emptyForm: Filled = { length: '1h', date: '', time: '', message: '' };

type Chosen =
  | { readonly ok: true; readonly command: Extract<Command, { kind: 'prefer' | 'open' | 'schedule' }> }
  | { readonly ok: false; readonly wrong: Wrong };

/** What pressing that status with the form filled in so asks for; or what is wrong with it. */
export function readForm(pair: PairId, filled: Filled, context: ReadContext): Chosen {
  const repeated = repeatOf(filled);
  if (repeated !== undefined)
    return 'problem' in repeated
      ? { ok: false, wrong: { kind: 'form', problem: repeated.problem } }
      : { ok: true, command: scheduleOf(pair, repeated.timing, filled.message) };
  const said = endPhrase(filled);
  if ('problem' in said) return { ok: false, wrong: { kind: 'form', problem: said.problem } };
  const read = readEnd(said.phrase, context);
  if (!read.ok) {
    // The form's own words: nobody typed the phrase that its fields make.
    const { reading } = read;
    const code = reading.kind === 'refuse' ? reading.refusal.code : reading.question.code;
    if (code === 'past' || code === 'justPassed') {
      return { ok: false, wrong: { kind: 'form', problem: 'passed' } };
    }
    if (code === 'noSuchTime') return { ok: false, wrong: { kind: 'form', problem: 'noSuchTime' } };
    return {
      ok: false,
      wrong:
        read.reading.kind === 'ask'
          ? { kind: 'question', question: read.reading.question }
          : { kind: 'refusal', refusal: read.reading.refusal },
    };
  }
  return { ok: true, command: commandOf(pair, read.end, read.assumed, filled.message) };
}

/** The request for that pair, as if it had been typed; an empty message is none. */
export function commandOf(
  pair: PairId,
  end: End,
  assumed: readonly Assumption[],
  message: string,
): Extract<Command, { kind: 'prefer' | 'open' }> {
  const text = message.trim();
  const rest = { end, assumed, ...(text === '' ? {} : { message: text }) };
  const found = pairOf(pair);
  return found.slot === 'preferred'
    ? { kind: 'prefer', status: found.id, ...rest }
    : { kind: 'open', session: found.id, ...rest };
}

function scheduleOf(
  status: PairId,
  timing: ScheduleTiming,
  message: string,
): Extract<Command, { kind: 'schedule' }> {
  const text = message.trim();
  return { kind: 'schedule', status, timing, assumed: [], ...(text === '' ? {} : { message: text }) };
}

function endPhrase({ length, date, time }: Filled): { phrase: string } | { problem: FormProblem } {
  const chosen = lengths.find(({ id }) => id === length);
  if (chosen === undefined) return { problem: 'noLength' };
  const own = date !== '' || time !== '';
  if ('said' in chosen) return own ? { problem: 'twoEnds' } : { phrase: chosen.said };
  if (!own) return { problem: 'noDateAndTime' };
  if (time === '') return { problem: 'noTime' };
  return { phrase: `until ${date} ${time}` };
}
