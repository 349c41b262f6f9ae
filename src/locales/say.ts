/** Every word that a person reads, from one catalogue for each language. A language is one more file and one line here. */

import { IntlMessageFormat } from 'intl-messageformat';
import type { Arguments } from './arguments.ts';
import en from './en.json' with { type: 'json' };

export type Key = keyof typeof en;
/** The messages that are said as they stand. */
export type PlainKey = Exclude<Key, keyof Arguments>;

/** Somebody who reads: BCP 47, as it came with the activity. */
export interface Reader {
  readonly locale: string;
}

interface Language {
  readonly tag: string;
  readonly messages: Readonly<Record<Key, string>>;
  /** A message is parsed when it is first said. */
  readonly parsed: Map<Key, IntlMessageFormat>;
}

const english: Language = { tag: 'en', messages: en, parsed: new Map() };
const languages: ReadonlyMap<string, Language> = new Map([['en', english]]);

/** The message in the reader's language, in English where there is no catalogue for it. */
export function say<K extends Key>(
  { locale }: Reader,
  key: K,
  ...[values]: K extends keyof Arguments ? [Arguments[K]] : []
): string {
  const { tag, messages, parsed } = spokenTo(locale);
  const text = messages[key];
  // Most messages have neither arguments nor quotes of ICU's, and nothing is made of them.
  if (!text.includes('{')) return text;
  const message = parsed.get(key) ?? new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
  parsed.set(key, message);
  return String(message.format(values));
}

/** The sentences of a message that lists some. */
export function sayings(reader: Reader, key: PlainKey): readonly string[] {
  return say<PlainKey>(reader, key).split(' | ');
}

/** Which language that reader is spoken to in. */
export function languageOf(locale: string): string {
  return spokenTo(locale).tag;
}

function spokenTo(locale: string): Language {
  return languages.get(locale.slice(0, 2).toLowerCase()) ?? english;
}
