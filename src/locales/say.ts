/** Every word that a person reads, from one catalogue for each language. A language is one more file, and one line here. */

import { createRequire } from 'node:module';
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

type Messages = Readonly<Record<Key, string>>;

const require = createRequire(import.meta.url);

interface Language {
  /** The locale of those who read the language and have none of their own in it. */
  readonly locale: string;
  /** A catalogue is read when somebody first needs it: a process that speaks English alone never pays for the others. */
  readonly load: () => Messages;
}

// test/locales/languages.test.ts compares every catalogue with the English one.
const languages = {
  en: { locale: 'en-US', load: () => en },
  de: { locale: 'de-DE', load: () => require('./de.json') as Messages },
  fr: { locale: 'fr-FR', load: () => require('./fr.json') as Messages },
  es: { locale: 'es-ES', load: () => require('./es.json') as Messages },
  'pt-BR': { locale: 'pt-BR', load: () => require('./pt-BR.json') as Messages },
  'zh-Hans': { locale: 'zh-CN', load: () => require('./zh-Hans.json') as Messages },
  ja: { locale: 'ja-JP', load: () => require('./ja.json') as Messages },
} as const satisfies Readonly<Record<string, Language>>;

/** A language that the bot speaks, as BCP 47. */
export type LanguageTag = keyof typeof languages;
export const languageTags: readonly LanguageTag[] = ['en', 'de', 'fr', 'es', 'pt-BR', 'zh-Hans', 'ja'];

/** The languages of which one catalogue stands for all regions and scripts. */
const byCode: ReadonlyMap<string, LanguageTag> = new Map(
  languageTags.map((tag): [string, LanguageTag] => [tag.slice(0, 2), tag]),
);

interface Catalogue {
  readonly messages: Messages;
  /** A message is parsed when it is first said. */
  readonly parsed: Map<Key, IntlMessageFormat>;
}

const loaded = new Map<LanguageTag, Catalogue>();

/** The message in the reader's language, in English where there is no catalogue for it. */
export function say<K extends Key>(
  { locale }: Reader,
  key: K,
  ...[values]: K extends keyof Arguments ? [Arguments[K]] : []
): string {
  const tag = languageOf(locale);
  const { messages, parsed } = catalogueOf(tag);
  const text = messages[key];
  // Most messages have neither arguments nor quotes of ICU's, and nothing is made of them.
  if (!text.includes('{')) return text;
  const message = parsed.get(key) ?? new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
  parsed.set(key, message);
  const said = String(message.format(values));
  return tag === 'es' ? withoutDoubleStop(said) : said;
}

/** The sentences of a message that lists some. */
export function sayings(reader: Reader, key: PlainKey): readonly string[] {
  return say<PlainKey>(reader, key).split(' | ');
}

/** Which language that reader is spoken to in: `pt-PT` in the one Portuguese, `zh-TW` in the one Chinese. */
export function languageOf(locale: string): LanguageTag {
  const code = /^[a-z]+/i.exec(locale)?.[0].toLowerCase();
  return byCode.get(code ?? '') ?? 'en';
}

/** The locale in which somebody reads that language: their client's own if it is of that language. */
export function localeIn(language: LanguageTag, clientLocale: string): string {
  return languageOf(clientLocale) === language ? clientLocale : languages[language].locale;
}

/** Whether the bot speaks a language of that tag. */
export function isLanguageTag(tag: string | undefined): tag is LanguageTag {
  return languageTags.some((one) => one === tag);
}

function catalogueOf(tag: LanguageTag): Catalogue {
  const known = loaded.get(tag);
  if (known !== undefined) return known;
  const catalogue: Catalogue = { messages: languages[tag].load(), parsed: new Map() };
  loaded.set(tag, catalogue);
  return catalogue;
}

/** “p. m.” brings its own full stop to the end of a sentence. */
function withoutDoubleStop(text: string): string {
  return text.replace(/([ap]\.\s?m\.)\./g, '$1');
}
