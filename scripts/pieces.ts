/** `node scripts/pieces.ts de-DE "bis 15 Uhr nicht stören"`: how a sentence is read, piece by piece. */

import { phrasesOf } from '../src/parser/languages/tables.ts';
import { languageOf } from '../src/parser/languages/which.ts';
import { itemsIn } from '../src/parser/phrases/read.ts';
import { read } from '../src/parser/read.ts';

const [locale = 'en-US', text = '', at = '2026-11-20T14:07:00+01:00', zone = 'Europe/Berlin'] =
  process.argv.slice(2);
const context = { now: Date.parse(at), zone, locale, bot: ['Presence', '<at>Presence</at>'] };
const written = languageOf(text, context);
const phrases = phrasesOf(written.language);
const lines = (phrases === undefined ? [] : itemsIn(phrases, text, context.bot)).map(
  ({ text: said, known, senses }) => {
    const { roles, literals, ...meanings } = senses;
    const told = [...Object.entries(meanings).map(([name, value]) => `${name}=${String(value)}`), ...roles];
    const named = [...(literals ?? [])].map((literal) => `"${literal}"`);
    return `  ${said}${known ? '' : '  (unknown)'}  ${[...told, ...named].join(' ')}`;
  },
);
const reading = read(text, context);
const seconds =
  'end' in reading && reading.end.said === 'instant' ? ` = ${new Date(reading.end.at).toISOString()}` : '';
process.stdout.write(
  `${written.language}${written.also.map((code) => ` or ${code}`).join('')}\n${lines.join('\n')}\n${JSON.stringify(reading)}${seconds}\n`,
);
