/** Every language's catalogue as a file, and what its messages take. */

import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { LanguageTag } from '../../src/locales/say.ts';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

const catalogues = new Map<LanguageTag, Readonly<Record<string, string>>>();

/** The messages of that language, by key, in the file's order. */
export function catalogueOf(tag: LanguageTag): Readonly<Record<string, string>> {
  const known = catalogues.get(tag);
  if (known !== undefined) return known;
  const file = new URL(`../../src/locales/${tag}.json`, import.meta.url);
  const read = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  catalogues.set(tag, read);
  return read;
}

/** The message, ready to be formatted as `say` formats it. */
export function parsed(text: string, tag: LanguageTag): IntlMessageFormat {
  return new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
}

/** The names that a message takes, with the types of their values in TypeScript, added to those found so far. */
export function argumentsOf(
  text: string,
  tag: LanguageTag,
  found = new Map<string, string>(),
): Map<string, string> {
  return argumentsIn(parsed(text, tag).getAst(), found);
}

function argumentsIn(parts: readonly Part[], found: Map<string, string>): Map<string, string> {
  for (const part of parts) {
    if (!('value' in part) || typeof part.value !== 'string') continue;
    // By the parser's numbers: 0 a text, 1 an argument, 2 a number, 5 a select, 6 a plural.
    const kind: number = part.type;
    if (kind === 1 && !found.has(part.value)) found.set(part.value, 'string');
    if (kind === 2 || kind === 6) found.set(part.value, 'number');
    if (!('options' in part)) continue;
    const values = Object.keys(part.options).map((option) => `'${option}'`);
    if (kind === 5) found.set(part.value, values.join(' | '));
    for (const { value } of Object.values(part.options)) argumentsIn(value, found);
  }
  return found;
}
