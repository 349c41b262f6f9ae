/** What is offered beside a question, made in English → the same in the person's language. */

import type { Reading } from '../reading.ts';
import type { OfferedWord, PhraseTable, Sayings } from './table.ts';

/** The reading with its suggestions in that language. */
export function offeredIn({ say }: PhraseTable, reading: Reading): Reading {
  if (reading.kind !== 'ask' || reading.question.suggestions.length === 0) return reading;
  const suggestions = reading.question.suggestions.map((sentence) => translate(say, sentence));
  return { kind: 'ask', question: { ...reading.question, suggestions } };
}

/** The ends of a question about nothing but an end, in that language. */
export function offeredEndsIn({ say }: PhraseTable, suggestions: readonly string[]): readonly string[] {
  return suggestions.map((end) => endOf(say, end.trim()));
}

function translate(say: Sayings, sentence: string): string {
  const quote = sentence.indexOf(' "');
  const message = quote < 0 ? '' : sentence.slice(quote);
  const said = quote < 0 ? sentence : sentence.slice(0, quote);
  const head = headOf(say, said);
  if (head === undefined) return sentence;
  const rest = said.slice(head.length).trim();
  const word = say.words[head];
  if (rest === '') return `${word}${message}`;
  const end = endOf(say, rest);
  const whole = say.order.replace('{status}', () => word).replace('{end}', () => end);
  return `${contracted(say, whole)}${message}`;
}

/** The longest offered word that the sentence begins with. */
function headOf(say: Sayings, sentence: string): OfferedWord | undefined {
  let best: OfferedWord | undefined;
  let word: OfferedWord;
  for (word in say.words)
    if ((sentence === word || sentence.startsWith(`${word} `)) && word.length > (best?.length ?? 0))
      best = word;
  return best;
}

/** "until 3pm", "30 minutes", "15 minutes": in the language; the person's own words stay as they are. */
function endOf(say: Sayings, rest: string): string {
  if (rest.startsWith('until '))
    return contracted(
      say,
      say.until.replace('{}', () => timeIn(say, rest.slice('until '.length))),
    );
  const head = headOf(say, rest);
  if (head !== undefined && head.length === rest.length) return say.words[head];
  const [count = '', unit = ''] = rest.split(' ');
  if ((unit === 'minutes' || unit === 'hours') && /^\d+$/.test(count)) return `${count} ${say.words[unit]}`;
  return rest;
}

function contracted({ contractions = [] }: Sayings, said: string): string {
  const found = contractions.find(([from]) => said.startsWith(`${from} `));
  return found === undefined ? said : `${found[1]}${said.slice(found[0].length)}`;
}

/** "tomorrow 9am", "2026-11-27 3:30pm", "midnight": on the 24-hour clock, with two digits, which is read as certain. */
function timeIn(say: Sayings, time: string): string {
  if (time === 'midnight' || time === 'end of day') return say.words[time];
  const match = /^(tomorrow |\d{4}-\d\d-\d\d )?(\d{1,2})(?::(\d\d))?(am|pm)$/.exec(time);
  if (match === null) return time;
  const [, day = '', hour = '', minute = '00', half] = match;
  const full = (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  const date = day === 'tomorrow ' ? `${say.tomorrow} ` : day;
  return `${date}${String(full).padStart(2, '0')}:${minute}`;
}
