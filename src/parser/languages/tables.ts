/** The tables of the languages other than English. Each is loaded, and built, when a sentence first needs it. */

import { createRequire } from 'node:module';
import { lazy } from '../lexer/lexicon.ts';
import { withoutAccents } from '../phrases/fold.ts';
import { buildPhrases, type Phrases } from '../phrases/lexicon.ts';
import type { PhraseTable } from '../phrases/table.ts';
import type * as deModule from './de.ts';
import type * as esModule from './es.ts';
import type * as frModule from './fr.ts';
import type * as jaModule from './ja.ts';
import { meetingRuleWords } from './meeting-rules.ts';
import type * as ptBRModule from './pt-BR.ts';
import type * as zhHansModule from './zh-Hans.ts';

/** Languages that are read, by the names of their catalogues. */
export type LanguageCode = 'en' | OtherCode;

export type OtherCode = 'de' | 'fr' | 'es' | 'pt-BR' | 'zh-Hans' | 'ja';

/** All languages, English first. */
export const languageCodes: readonly LanguageCode[] = ['en', 'de', 'fr', 'es', 'pt-BR', 'zh-Hans', 'ja'];

const require = createRequire(import.meta.url);

/** Whoever reads English alone never loads one. */
const tables: Readonly<Record<OtherCode, () => PhraseTable>> = {
  de: () => (require('./de.ts') as typeof deModule).de,
  fr: () => (require('./fr.ts') as typeof frModule).fr,
  es: () => (require('./es.ts') as typeof esModule).es,
  'pt-BR': () => (require('./pt-BR.ts') as typeof ptBRModule).ptBR,
  'zh-Hans': () => (require('./zh-Hans.ts') as typeof zhHansModule).zhHans,
  ja: () => (require('./ja.ts') as typeof jaModule).ja,
};

const built: Readonly<Record<OtherCode, () => Phrases>> = {
  de: lazy(() => buildPhrases(tables.de())),
  fr: lazy(() => buildPhrases(tables.fr())),
  es: lazy(() => buildPhrases(tables.es())),
  'pt-BR': lazy(() => buildPhrases(tables['pt-BR']())),
  'zh-Hans': lazy(() => buildPhrases(tables['zh-Hans']())),
  ja: lazy(() => buildPhrases(tables.ja())),
};

/** The table of that language, ready to be read. */
export function builtTable(code: OtherCode): Phrases {
  return built[code]();
}

/** The table of that language; English is read by a grammar of its own. */
export function phrasesOf(language: LanguageCode): Phrases | undefined {
  return language === 'en' ? undefined : builtTable(language);
}

const words: Readonly<Record<OtherCode, () => ReadonlySet<string>>> = {
  de: lazy(() => wordsOf('de')),
  fr: lazy(() => wordsOf('fr')),
  es: lazy(() => wordsOf('es')),
  'pt-BR': lazy(() => wordsOf('pt-BR')),
  'zh-Hans': lazy(() => wordsOf('zh-Hans')),
  ja: lazy(() => wordsOf('ja')),
};

/**
 * Whether any of those words occurs in that language's table. To gather its words takes a hundredth of the time in which
 * the table is built, and an English name is in none of them.
 */
export function mayKnow(code: OtherCode, said: readonly string[]): boolean {
  const known = words[code]();
  return said.some((word) => partsOf(word).some((part) => known.has(part)));
}

function wordsOf(code: OtherCode): ReadonlySet<string> {
  const table = tables[code]();
  const text = `${JSON.stringify(table)} ${JSON.stringify(meetingRuleWords[code])}`.replaceAll('\\n', ' ');
  const spelled = (table.spellings ?? []).reduce((all, [from, to]) => all.replaceAll(from, to), text);
  return new Set([...partsOf(text), ...partsOf(spelled)]);
}

function partsOf(text: string): readonly string[] {
  return withoutAccents(text.toLowerCase()).match(/\p{L}+/gu) ?? [];
}
