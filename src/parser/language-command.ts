/** "language German", "Sprache Deutsch", "用中文回答": in which language to answer. Read as a whole, in any language. */

import type { Reading, ReplyLanguage } from './reading.ts';

/** What each language is called, by itself and by the six others; folded, and without accents. */
const names: Readonly<Record<ReplyLanguage, string>> = {
  en: 'en english englisch anglais ingles inglesa 英文 英语 英語 えいご',
  de: 'de german deutsch allemand aleman alemao 德文 德语 德語 ドイツ語',
  fr: 'fr french franzosisch francais frances 法文 法语 法語 フランス語',
  es: 'es spanish spanisch espagnol espanol castellano espanhol 西班牙文 西班牙语 西班牙語 スペイン語',
  'pt-BR':
    'pt pt-br portuguese portugiesisch portugais portugues brazilian 葡萄牙文 葡萄牙语 葡萄牙語 葡语 ポルトガル語',
  'zh-Hans': 'zh zh-cn chinese chinesisch chinois chino chines mandarin 中文 汉语 漢語 普通话 普通話 中国語',
  ja: 'ja japanese japanisch japonais japones 日文 日语 日語 日本語 にほんご',
  auto: 'auto automatic automatically automatisch automatique automatiquement automatico automaticamente 自动 自動',
};

const languages: ReadonlyMap<string, ReplyLanguage> = new Map(
  (Object.entries(names) as [ReplyLanguage, string][]).flatMap(([language, words]) =>
    words.split(' ').map((word): [string, ReplyLanguage] => [word, language]),
  ),
);

/** What stands before the name, in languages that part words. */
const before: ReadonlySet<string> = new Set([
  ...['language', 'language to', 'set language to', 'set language', 'reply language', 'change language to'],
  ...['speak', 'speak in', 'answer in', 'answer me in', 'reply in', 'talk to me in', 'please speak'],
  ...['sprache', 'sprache auf', 'sprache ist', 'antworte auf', 'antworte mir auf', 'sprich', 'bitte sprich'],
  ...['langue', 'langue en', 'repondre en', 'reponds en', 'repondez en', 'parle', 'parlez', 'parler'],
  ...[
    'idioma',
    'idioma en',
    'idioma em',
    'lengua',
    'lingua',
    'responde en',
    'responder en',
    'habla',
    'habla en',
  ],
  ...['responda em', 'responde em', 'responder em', 'fale', 'fale em', 'falar em'],
  ...['语言', '語言', '言語', '返答言語'],
]);

/** What stands around the name where words are not parted. */
const around =
  /^(?:请|請)?(?:语言|語言|言語|用|说|說|講|讲|使用)?(?:设为|設為|改为|改為|改成|を|は)?(.{2,6}?)(?:回答|回复|回覆|で答えて|で返信|で返答|に変更|にして|に)?(?:吧|ください|下さい)?$/u;
const unparted = /[\u3000-\u9fff]/;
/** More is a sentence about something else. */
const mostWords = 4;
const longest = 48;

/** Alone, or before a name that is none of those, it asks which languages there are. */
const nouns: ReadonlySet<string> = new Set(
  'language languages sprache sprachen langue langues idioma idiomas lengua lingua 语言 語言 言語'.split(' '),
);

/** What the sentence says of the language of replies; undefined where it is about anything else. */
export function readLanguageCommand(
  written: string,
  folded = foldedText(written),
): Extract<Reading, { kind: 'language' | 'refuse' }> | undefined {
  if (written.length > longest) return undefined;
  const words = folded.split(' ');
  if (words.length > mostWords) return undefined;
  const last = words.pop() ?? '';
  const named = languages.get(last);
  if (named !== undefined && before.has(words.join(' '))) return { kind: 'language', language: named };
  const language = unparted.test(folded) ? languageAmid(folded.replaceAll(' ', '')) : undefined;
  if (language !== undefined) return { kind: 'language', language };
  const isAsked = words.length === 0 ? nouns.has(last) : words.length === 1 && nouns.has(words[0] ?? '');
  return isAsked ? { kind: 'refuse', refusal: { code: 'noSuchLanguage', words: [] } } : undefined;
}

function languageAmid(text: string): ReplyLanguage | undefined {
  // A language's bare name may be meant as anything.
  return languages.has(text) ? undefined : languages.get(around.exec(text)?.[1] ?? '');
}

/** Said before or after a command in any of them, once. */
const politeness = /^(?:please|bitte|por favor) | (?:please|bitte|por favor|s(?: |’)il (?:te|vous) plait)$/;

/** In small letters, without accents and marks, and with one space where there are any. */
export function foldedText(written: string): string {
  return written
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.!?。:,"'“”«»„`]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(politeness, '');
}
