/** A cleaned sentence → words, numbers, marks and quotations, in one pass. */

import { type Cleaned, mentionMark } from './clean.ts';

/** One word, number, mark or quotation. */
export interface Token {
  readonly kind: 'word' | 'number' | 'iso' | 'mark' | 'quote' | 'somebody';
  /** Folded; a word without its apostrophes; a quotation's inside as written. */
  readonly text: string;
  /** Place in the written sentence. */
  readonly from: number;
  readonly to: number;
  /** Whether it follows the token before it without a space. */
  readonly glued: boolean;
}

const openers = new Map([
  ['"', '"“”„‟'],
  ['“', '"“”„‟'],
  ['”', '"“”„‟'],
  ['„', '"“”„‟'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂"'],
]);
/** These also serve as apostrophes, so they quote only around whole words. */
const singleOpeners = new Map([
  ["'", "'’"],
  ['‘', "'’"],
  ['‚', "‘'’"],
  ['`', '`'],
]);

const letter = /\p{L}/u;
/** Scripts that put no spaces between words: each character is a word, and phrases find the longest match. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** Splits a sentence of bounded length. */
export function tokenize({ written, folded, origin }: Cleaned): Token[] {
  const tokens: Token[] = [];
  const length = folded.length;
  let at = 0;
  /** Where the last token ended. */
  let end = -1;
  let chunkEnd = 0;
  /** Marks that no later quotation can close: looked for once, not from every place. */
  const unclosed = new Set<string>();
  const push = (kind: Token['kind'], text: string, to: number) => {
    tokens.push({ kind, text, from: origin(at), to: origin(to), glued: at === end });
    at = to;
    end = to;
  };
  while (at < length) {
    const code = folded.charCodeAt(at);
    if (isSpace(code)) {
      at += 1;
      continue;
    }
    if (at >= chunkEnd) {
      chunkEnd = endOfChunk(folded, at);
      const chunk = folded.slice(at, chunkEnd);
      if (isSomebody(chunk)) {
        push('somebody', chunk, chunkEnd);
        continue;
      }
    }
    const quote = quotation(written, origin(at), at !== end, unclosed);
    if (quote !== undefined) {
      push('quote', quote.text, foldedIndex(origin, quote.to, at, length));
      continue;
    }
    if (isDigit(code)) {
      let to = at + 1;
      while (to < length && isDigit(folded.charCodeAt(to))) to += 1;
      push('number', folded.slice(at, to), to);
      continue;
    }
    const iso = at === end ? 0 : isoEnd(folded, at);
    if (iso > 0) {
      push('iso', folded.slice(at, iso).toUpperCase(), iso);
      continue;
    }
    const word = wordEnd(folded, at);
    if (word > at) {
      push('word', wordText(folded, at, word), word);
      continue;
    }
    const size = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
    const mark = folded.slice(at, at + size);
    if (mark === mentionMark) push('somebody', mark, at + 1);
    else if (joins(folded, at)) {
      if (at === end) end += 1;
      at += 1;
    } else push('mark', mark, Math.min(at + size, length));
  }
  return tokens;
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return letter.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function endOfChunk(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/** An address (`bob@example.com`, `@bob`) or a directory id: always somebody. */
function isSomebody(chunk: string): boolean {
  const sign = chunk.indexOf('@');
  if (sign >= 0 && sign < chunk.length - 1 && isLetterAt(chunk, sign + 1)) return true;
  return chunk.length >= 36 && chunk.length <= 80 && guid.test(chunk);
}

/** A hyphen or underscore inside a word ("do-not-disturb", "30-minute"), or an apostrophe: says nothing. */
function joins(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === "'") return true;
  if (mark !== '-' && mark !== '_') return false;
  // "busy-2h" and "1h-30m" are not joined: nobody knows whether that is a minus.
  if (at === 0 || !isLetterAt(text, at + 1)) return false;
  return isLetterAt(text, at - 1) || isDigit(text.charCodeAt(at - 1));
}

/** `p1dt2h`, `pt45m`: an ISO 8601 duration; where it ends, or 0. */
function isoEnd(text: string, at: number): number {
  if (text.charAt(at) !== 'p') return 0;
  const start = text.charAt(at + 1) === 't' ? at + 2 : at + 1;
  if (!isDigit(text.charCodeAt(start))) return 0;
  let end = start;
  while (isLetterAt(text, end) || isDigit(text.charCodeAt(end)) || isDecimalPoint(text, end)) end += 1;
  return end;
}

function isDecimalPoint(text: string, at: number): boolean {
  return (text.charAt(at) === '.' || text.charAt(at) === ',') && isDigit(text.charCodeAt(at + 1));
}

function wordEnd(text: string, at: number): number {
  if (!isLetterAt(text, at)) return at;
  const point = text.codePointAt(at) ?? 0;
  const size = point > 0xffff ? 2 : 1;
  if (point >= 0x2e80 && unspaced.test(String.fromCodePoint(point))) return at + size;
  const initials = initialsEnd(text, at);
  if (initials > 0) return initials;
  let end = at + size;
  for (;;) {
    if (end < text.length && isLetterAt(text, end)) {
      const next = text.codePointAt(end) ?? 0;
      if (next >= 0x2e80 && unspaced.test(String.fromCodePoint(next))) return end;
      end += next > 0xffff ? 2 : 1;
    } else if (text.charAt(end) === "'" && isLetterAt(text, end + 1)) end += 1;
    else return end;
  }
}

/** `p.m.`, `d.n.d`: letters with a full stop after each are one word. */
function initialsEnd(text: string, at: number): number {
  let end = at;
  while (isLetterAt(text, end) && text.charAt(end + 1) === '.' && !isLetterAt(text, end - 1)) end += 2;
  if (end - at < 4 && !(end - at === 2 && isLetterAt(text, end) && !isLetterAt(text, end + 1))) return 0;
  return isLetterAt(text, end) ? (isLetterAt(text, end + 1) ? 0 : end + 1) : end;
}

function wordText(text: string, at: number, end: number): string {
  const word = text.slice(at, end);
  return word.includes("'") || word.includes('.') ? word.replaceAll("'", '').replaceAll('.', '') : word;
}

function quotation(
  written: string,
  at: number,
  spaced: boolean,
  unclosed: Set<string>,
): { text: string; to: number } | undefined {
  const mark = written.charAt(at);
  const double = openers.get(mark);
  const closers = double ?? (spaced ? singleOpeners.get(mark) : undefined);
  if (closers === undefined || unclosed.has(mark)) return undefined;
  const opens =
    double !== undefined || (written.charAt(at + 1) !== ' ' && !apostrophe.test(written.slice(at, at + 6)));
  if (!opens) return undefined;
  for (let end = at + (double === undefined ? 2 : 1); end < written.length; end += 1)
    if (closers.includes(written.charAt(end)) && (double !== undefined || isWordEdge(written, end + 1)))
      return { text: written.slice(at + 1, end).trim(), to: end + 1 };
  unclosed.add(mark);
  return undefined;
}

/** "'til" has lost a letter; it quotes nothing. */
const apostrophe = /^.till?\b/i;

function isWordEdge(text: string, at: number): boolean {
  return at >= text.length || ' \u00a0\n\t.,!?;:)'.includes(text.charAt(at));
}

function foldedIndex(
  origin: (index: number) => number,
  target: number,
  from: number,
  length: number,
): number {
  let index = from;
  while (index < length && origin(index) < target) index += 1;
  return index;
}
