/** In which of the languages a sentence is written: by its script, then by its words, then by the client's locale. */

import { type Cleaned, clean } from '../lexer/clean.ts';
import { is, itemize } from '../lexer/items.ts';
import type { Item } from '../lexer/items.ts';
import { readWhole } from '../grammar/fixed-phrases.ts';
import { english } from '../lexer/lexicon.ts';
import { tokenize } from '../lexer/tokens.ts';
import { keyOf, talkKey } from '../phrases/items.ts';
import { isRuleIn, itemsIn } from '../phrases/read.ts';
import type { ReadContext } from '../reading.ts';
import { builtTable, type LanguageCode, languageCodes, mayKnow, type OtherCode } from './tables.ts';

/** The language that a sentence is in. */
export interface WrittenLanguage {
  readonly language: LanguageCode;
  /** Languages in which it is as likely, without that one. */
  readonly also: readonly LanguageCode[];
  /** No table knows any of it, or so little that it is another language's word of the same letters. */
  readonly strange?: true;
}

/** The language of that locale, if it is one of those. */
export function languageOfLocale(locale: string): LanguageCode | undefined {
  const end = locale.search(/[-_]/);
  return byLanguage.get((end < 0 ? locale : locale.slice(0, end)).toLowerCase());
}

const byLanguage: ReadonlyMap<string, LanguageCode> = new Map(
  languageCodes.map((code): [string, LanguageCode] => [code.replace(/-.*/, ''), code]),
);

const kana = /[\u3041-\u30fa\u30fc-\u30ff\uff66-\uff9d]/;
const han = /\p{Script=Han}/u;

/** The language of what somebody typed: what the reply is written in. */
export function languageOf(text: string, context: ReadContext): WrittenLanguage {
  return languageOfCleaned(clean(text.slice(0, 2000), context.bot), context);
}

/**
 * The language of a text, to a client of that locale; undefined where that cannot be told. English words are commands in
 * every language: only a sentence around them ("set me to …") shows that somebody writes English.
 */
export function surelyWrittenIn(
  text: string,
  { locale, bot }: Pick<ReadContext, 'locale' | 'bot'>,
): LanguageCode | undefined {
  const cleaned = clean(text.slice(0, 2000), bot);
  const { language, also } = languageOfCleaned(cleaned, { locale, bot });
  if (also.length > 0) return undefined;
  const elsewhere = language === 'en' && (languageOfLocale(locale) ?? 'en') !== 'en';
  return elsewhere && !isEnglishSentence(cleaned) ? undefined : language;
}

const speaking = ['self', 'verb', 'request', 'object', 'possessive', 'question'] as const;

function isEnglishSentence(cleaned: Cleaned): boolean {
  const words = itemize(tokenize(cleaned), english()).filter(({ kind }) => kind === 'word');
  return words.length > 2 && words.some((word) => speaking.some((role) => is(word, role)));
}

/** A turn asks for the language of its reply, then reads the sentence in it: that is measured once. */
let measured:
  | { readonly key: string; readonly client: LanguageCode | undefined; readonly found: WrittenLanguage }
  | undefined;

/** The same, of a cleaned sentence. */
export function languageOfCleaned(
  cleaned: Cleaned,
  { locale, language = locale, bot }: Pick<ReadContext, 'locale' | 'language' | 'bot'>,
): WrittenLanguage {
  const client = languageOfLocale(language);
  const key = [cleaned.written, ...bot].join('\n');
  if (measured?.key === key) {
    const { found } = measured;
    // What is surely of one language is so to whoever is answered in it.
    if (measured.client === client || (found.also.length === 0 && found.language === client)) return found;
  }
  const found = measureLanguage(cleaned, client, bot);
  measured = { key, client, found };
  return found;
}

function measureLanguage(
  cleaned: Cleaned,
  client: LanguageCode | undefined,
  bot: readonly string[],
): WrittenLanguage {
  const { written } = cleaned;
  if (written.length > 600) return { language: client ?? 'en', also: [] };
  if (kana.test(written)) return { language: 'ja', also: [] };
  if (han.test(written)) {
    const chinese = measureIn('zh-Hans', written, bot);
    // What the table of Chinese knows, and whose client is not Japanese, needs no other one.
    if (client !== 'ja' && chinese.unknown === 0) return { language: 'zh-Hans', also: [] };
    const japanese = measureIn('ja', written, bot);
    if (client === 'ja' && (japanese.unknown <= chinese.unknown || isWholeIn('ja', written, bot)))
      return { language: 'ja', also: japanese.unknown < chinese.unknown ? [] : ['zh-Hans'] };
    // "応答不可1時間": no word of it is Chinese that the table knows, and all of it is Japanese.
    const onlyJapanese = japanese.unknown === 0 && japanese.known > 0 && chinese.unknown > 0;
    if (onlyJapanese) return { language: 'ja', also: [] };
    return { language: 'zh-Hans', also: [] };
  }
  return spacedLanguage(cleaned, client, bot);
}

const spaced: readonly OtherCode[] = ['de', 'fr', 'es', 'pt-BR'];

/** Which of the languages with spaces: the one that leaves the fewest letters unknown. */
function spacedLanguage(
  cleaned: Cleaned,
  client: LanguageCode | undefined,
  bot: readonly string[],
): WrittenLanguage {
  const items = itemize(tokenize(cleaned), english());
  const inEnglish = measure(items, []);
  // An English client's English sentence needs no other table.
  const isEnglish = client === 'en' || client === undefined;
  if (isEnglish && (inEnglish.unknown === 0 || isWholeInEnglish(items, cleaned.written)))
    return { language: 'en', also: [] };
  const measures = new Map<LanguageCode, Measure>([['en', inEnglish]]);
  const own = spaced.find((code) => code === client);
  const inOwn = own && measureIn(own, cleaned.written, bot, inEnglish.strange);
  // What the client's own table knows word by word needs no other one: each takes a tenth of a second to build.
  if (own !== undefined && inOwn?.unknown === 0 && inOwn.known > 0)
    return { language: own, also: inEnglish.unknown === 0 ? ['en'] : [] };
  const strangeWords = inEnglish.strange.map(({ text }) => text);
  for (const code of spaced) {
    if (code !== client && !mayKnow(code, strangeWords)) continue;
    const inCode =
      code === own && inOwn !== undefined ? inOwn : measureIn(code, cleaned.written, bot, inEnglish.strange);
    if (code === client || inCode.convincing) measures.set(code, inCode);
  }
  const least = Math.min(...[...measures.values()].map((one) => one.unknown));
  const best = [...measures]
    .filter(([, one]) => one.unknown === least && one.known > 0)
    .map(([code]) => code);
  const first = best.find((code) => code === client) ?? best[0];
  if (first === undefined)
    return { language: client ?? 'en', also: [], ...(inEnglish.unknown > 0 ? { strange: true } : {}) };
  const also = best.filter((code) => code !== first);
  return {
    language: first,
    also,
    ...(first !== 'en' && measures.get(first)?.scarce ? { strange: true } : {}),
  };
}

/** Whether English reads all of it as one phrase or as talk: "sign out", whose words stand in no other sentence. */
function isWholeInEnglish(items: readonly Item[], written: string): boolean {
  const context: ReadContext = { now: 0, zone: undefined, locale: 'en', bot: [] };
  const reading = readWhole(items, 0, { written, context, corrections: () => [] });
  return reading !== undefined && (reading.kind !== 'none' || reading.talk !== undefined);
}

interface Measure {
  /** Letters of words that the table does not know. */
  readonly unknown: number;
  readonly known: number;
  /** The unknown words. */
  readonly strange: readonly Item[];
  /**
   * Whether enough of it is in no English sentence: a state, two words, or all of a command. One word alone may be
   * somebody's name, or English that the table of English lacks.
   */
  readonly convincing: boolean;
  /** One word of it is known at most, and no state: the "alle" of "fino alle 15" is no German. */
  readonly scarce: boolean;
}

function measureIn(
  code: OtherCode,
  written: string,
  bot: readonly string[],
  strange: readonly Item[] = [],
): Measure {
  const phrases = builtTable(code);
  const items = itemsIn(phrases, written, bot);
  const measured = measure(items, strange);
  const isWhole =
    phrases.commands.has(keyOf(items)) ||
    phrases.talk.has(talkKey(items)) ||
    (measured.unknown > 0 && isRuleIn(phrases, written, bot));
  if (!isWhole) return measured;
  // Words of a command need not stand anywhere else in the table: "Hilfe", "danke".
  const { unknown, known, convincing } = measured;
  return {
    ...measured,
    unknown: 0,
    known: known + unknown,
    scarce: false,
    convincing: convincing || (strange.length > 0 && !namesSomebody(written)),
  };
}

/** Whether English has a word for somebody else in it: "he sign out" is no French “hé, sign out”. */
function namesSomebody(written: string): boolean {
  return itemize(tokenize(clean(written, [])), english()).some((item) => is(item, 'other'));
}

/** Whether all of it is one command or one word of talk there: "再開" is no more than that. */
function isWholeIn(code: OtherCode, written: string, bot: readonly string[]): boolean {
  const { commands, talk } = builtTable(code);
  const items = itemsIn(builtTable(code), written, bot);
  return commands.has(keyOf(items)) || talk.has(talkKey(items));
}

function measure(items: readonly Item[], strange: readonly Item[]): Measure {
  const words = items.filter(({ kind }) => kind === 'word');
  const letters = (some: readonly Item[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const own = words.filter(
    ({ known, from, to }) => known && strange.some((word) => word.from < to && word.to > from),
  );
  const states = own.some(({ senses }) => senses.status !== undefined && senses.occasion !== true);
  const strangers = words.filter(({ known }) => !known);
  const unknown = letters(strangers);
  const known = letters(words) - unknown;
  const named = words.some(({ senses }) => senses.status !== undefined);
  return {
    unknown,
    known,
    strange: strangers,
    convincing: states || own.length > 1,
    scarce:
      !named && words.length - strangers.length < 2 && known * (strangers.length > 2 ? 3 : 6) <= unknown,
  };
}
