/** In which of the languages a sentence is written: by its script, then by its words, then by the client's locale. */

import { type Cleaned, clean } from '../lexer/clean.ts';
import { itemize } from '../lexer/items.ts';
import type { Item } from '../lexer/items.ts';
import { english, lazy } from '../lexer/lexicon.ts';
import { tokenize } from '../lexer/tokens.ts';
import { buildPhrases, type Phrases } from '../phrases/lexicon.ts';
import { itemsIn } from '../phrases/read.ts';
import type { ReadContext } from '../reading.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ptBR } from './pt-BR.ts';
import { zhHans } from './zh-Hans.ts';

/** Languages that are read, by the names of their catalogues. */
export type LanguageCode = 'en' | OtherCode;

type OtherCode = 'de' | 'fr' | 'es' | 'pt-BR' | 'zh-Hans' | 'ja';

/** Each table is built when it is first needed. */
const tables: Readonly<Record<OtherCode, () => Phrases>> = {
  de: lazy(() => buildPhrases(de)),
  fr: lazy(() => buildPhrases(fr)),
  es: lazy(() => buildPhrases(es)),
  'pt-BR': lazy(() => buildPhrases(ptBR)),
  'zh-Hans': lazy(() => buildPhrases(zhHans)),
  ja: lazy(() => buildPhrases(ja)),
};

/** All languages, English first. */
export const languageCodes: readonly LanguageCode[] = ['en', 'de', 'fr', 'es', 'pt-BR', 'zh-Hans', 'ja'];

/** The language that a sentence is in. */
export interface Written {
  readonly language: LanguageCode;
  /** Languages in which it is as likely, without that one. */
  readonly also: readonly LanguageCode[];
}

/** The table of that language; English is read by a grammar of its own. */
export function phrasesOf(language: LanguageCode): Phrases | undefined {
  return language === 'en' ? undefined : tables[language]();
}

/** The language of that locale, if it is one of those. */
export function languageOfLocale(locale: string): LanguageCode | undefined {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return languageCodes.find((code) => code.toLowerCase().split('-')[0] === language);
}

const kana = /[\u3041-\u30fa\u30fc-\u30ff\uff66-\uff9d]/;
const han = /\p{Script=Han}/u;

/** The language of what somebody typed: what the reply is written in. */
export function languageOf(text: string, context: ReadContext): Written {
  return languageOfCleaned(clean(text.slice(0, 2000), context.bot), context);
}

/** The same, of a cleaned sentence. */
export function languageOfCleaned(
  cleaned: Cleaned,
  { locale, bot }: Pick<ReadContext, 'locale' | 'bot'>,
): Written {
  const { written } = cleaned;
  const client = languageOfLocale(locale);
  if (written.length > 600) return { language: client ?? 'en', also: [] };
  if (kana.test(written)) return { language: 'ja', also: [] };
  if (han.test(written)) {
    const [chinese, japanese] = [unknownIn('zh-Hans', written, bot), unknownIn('ja', written, bot)];
    if (client === 'ja' && japanese.unknown <= chinese.unknown) return { language: 'ja', also: japanese.unknown === chinese.unknown ? ['zh-Hans'] : [] }; // prettier-ignore
    return { language: 'zh-Hans', also: [] };
  }
  const inEnglish = measure(itemize(tokenize(cleaned), english()));
  // An English client's English sentence needs no other table.
  if (inEnglish.unknown === 0 && (client === 'en' || client === undefined))
    return { language: 'en', also: [] };
  const spaced: readonly OtherCode[] = ['de', 'fr', 'es', 'pt-BR'];
  const unknown = new Map<LanguageCode, Measure>([['en', inEnglish]]);
  for (const code of spaced)
    if (inEnglish.unknown > 0 || code === client) unknown.set(code, unknownIn(code, written, bot));
  const least = Math.min(...[...unknown.values()].map((one) => one.unknown));
  const best = [...unknown].filter(([, one]) => one.unknown === least && one.known > 0).map(([code]) => code);
  const first = best.find((code) => code === client) ?? best[0];
  // No table knows any of it.
  if (first === undefined) return { language: client ?? 'en', also: [] };
  return { language: first, also: best.filter((code) => code !== first) };
}

interface Measure {
  /** Letters of words that the table does not know. */
  readonly unknown: number;
  readonly known: number;
}

function unknownIn(code: OtherCode, written: string, bot: readonly string[]): Measure {
  return measure(itemsIn(tables[code](), written, bot));
}

function measure(items: readonly Item[]): Measure {
  let unknown = 0;
  let known = 0;
  for (const item of items) {
    if (item.kind !== 'word') continue;
    if (item.known) known += item.text.length;
    else unknown += item.text.length;
  }
  return { unknown, known };
}
