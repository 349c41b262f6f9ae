/** A written sentence → the form in which a phrase table looks words up: accents are kept, unlike in English. */

import { type Cleaned, keyboardMarks } from '../lexer/clean.ts';
import type { PhraseTable } from './table.ts';

const fractions = new Map([
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
]);

/** Read as another mark everywhere. */
const marks = new Map<string, string>([
  ...keyboardMarks,
  ['〜', '-'],
  ['～', '-'],
  ['·', ' '],
  ['・', ' '],
  ['、', ','],
  ['。', '.'],
  ['❓', '?'],
  ['❔', '?'],
]);

/** Letters that have one form only. */
const ideographs = /^[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]$/;

/** Full-width marks hold the space beside them, so that they separate: `会議中。1時間`, `退席中（14時まで）`. */
const wide = new Map([
  ['。', '. '],
  ['、', ', '],
  ['：', ': '],
  ['！', '! '],
  ['？', '? '],
  ['（', ' ('],
  ['）', ') '],
  ['→', ', '],
]);

const combining = /[\p{M}ﾞﾟ]/u;
const letter = /[\p{L}\p{M}]/u;
const joiner = /[\u200C\u200D\uFE0E\uFE0F]/u;

/** Small Latin letters, digits and spaces: folded already, as nearly every phrase of a table is. */
const plainWords = /^[a-z\d \u00df-\u00f6\u00f8-\u00ff]*$/;

/** The folded sentence, with the way back to the written one. An apostrophe or a hyphen between letters is a space. */
export function foldPhrase(written: string, table: Pick<PhraseTable, 'characters'>): Cleaned {
  if (table.characters === undefined && plainWords.test(written))
    return { written, folded: written, origin: (index) => Math.min(index, written.length) };
  const characters = Array.from(written);
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (let index = 0; index < characters.length; index += 1) {
    const first = characters[index] ?? '';
    let whole = first;
    while (combining.test(characters[index + 1] ?? '') && !joiner.test(characters[index + 1] ?? '')) {
      whole += characters[index + 1] ?? '';
      index += 1;
    }
    const isTime = whole === '：' && isDigit(characters[index + 1] ?? '') && isDigit(folded.at(-1) ?? '');
    // "応答不可:2時間": behind such a letter, a small colon is a wide one.
    const mark = whole === ':' && ideographs.test(folded.at(-1) ?? '') ? '：' : whole;
    const plain = (isTime ? undefined : wide.get(mark)) ?? plainOf(whole, folded, table);
    const isJoint =
      plain === "'" && letter.test(folded.at(-1) ?? '') && letter.test(characters[index + 1] ?? '');
    const text = isJoint ? ' ' : plain;
    for (let unit = 0; unit < text.length; unit += 1) origins.push(at);
    folded += text;
    at += whole.length;
  }
  return { written, folded, origin: (index) => origins[index] ?? written.length };
}

function plainOf(character: string, before: string, { characters }: Pick<PhraseTable, 'characters'>): string {
  const fraction = fractions.get(character);
  if (fraction !== undefined) return `${/\d$/.test(before) ? ' ' : ''}${fraction}`;
  const mark = marks.get(character);
  if (mark !== undefined) return mark;
  if (ideographs.test(character)) return characters?.[character] ?? character;
  const plain = character.normalize('NFKC').toLowerCase();
  // "2²" is not 22.
  if (/\d/.test(plain) && !/^\p{Nd}$/u.test(character)) return character;
  return characters?.[plain] ?? plain;
}

function isDigit(character: string): boolean {
  return /\d/.test(character.normalize('NFKC'));
}

/** Nothing with an accent: most words of most languages, and nearly all of Chinese and Japanese. */
const bare = /^[\u0020-\u007e\u3040-\u30ff\u4e00-\u9fff]*$/;

const kana = /[\u3040-\u30ff]/;

/** Without accents, as many people write. Kana keep their marks: が is not か. */
export function withoutAccents(text: string): string {
  if (bare.test(text)) return text;
  if (!kana.test(text)) return text.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
  let plain = '';
  for (const character of text)
    plain +=
      character === 'ß'
        ? 'ss'
        : kana.test(character)
          ? character
          : character.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain;
}
