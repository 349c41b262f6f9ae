/** The locale that replies are written in. */

import { LRUCache } from 'lru-cache';
import { languageOf } from '../locales/say.ts';

const tags = new LRUCache<string, string>({ max: 500 });
/** No longer locale is one; what is longer is not remembered. */
const longestLocale = 35;

/** English for a German locale is `en-DE`: the language of the text with the reader's own region. */
export function tagOf(locale: string): string {
  if (locale.length > longestLocale) return languageOf(locale);
  const known = tags.get(locale);
  if (known !== undefined) return known;
  const tag = makeLocale(languageOf(locale), locale);
  tags.set(locale, tag);
  return tag;
}

function makeLocale(language: string, locale: string): string {
  try {
    const { region } = new Intl.Locale(locale);
    return region === undefined ? language : new Intl.Locale(language, { region }).toString();
  } catch {
    // An invalid locale from a client falls back to the language alone.
    return language;
  }
}
