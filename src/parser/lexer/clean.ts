/**
 * A message as Teams delivers it → the sentence in it, in two forms: as written (for status
 * messages and for naming words) and folded (for looking words up), with a way back from each
 * folded character to its place in the written one.
 */

import { decode } from 'html-entities';

/** A sentence in both forms. */
export interface Cleaned {
  /** As written: mention, tags and invisible characters gone, entities decoded once. */
  readonly written: string;
  /** For look-up: lower case, no accents, compatibility forms replaced, fractions as `1/2`. */
  readonly folded: string;
  /** Where the folded character at that index stands in the written text. */
  readonly origin: (index: number) => number;
}

/** Stands in the text for a mention of somebody else, or for a quoted block of somebody else's words. */
export const mentionMark = '\uE000';

const markup = new Set(
  (
    'p div span br b i u s em strong at a code pre ul ol li h1 h2 h3 h4 h5 h6 img blockquote ' +
    'font hr emoji table tbody tr td attachment del ins sub sup codeblock'
  ).split(' '),
);
/** Tags that change what their text says. */
const turning = new Set(['s', 'del', 'sub', 'sup']);
/** Tags that end a word. */
const blocks = new Set('p div br ul ol li h1 h2 h3 h4 h5 h6 hr table tr td pre codeblock'.split(' '));

/** Reads a text of bounded length (the caller's duty); every step is linear in it. */
export function clean(text: string, bot: readonly string[]): Cleaned {
  const unmentioned = text.includes('<') ? withoutTags(withoutBot(text, bot), bot) : text;
  const written = withoutInvisible(
    unmentioned.includes('&') ? decodeEntities(unmentioned) : unmentioned,
  ).trim();
  return isAscii(written)
    ? { written, folded: written.toLowerCase(), origin: (index) => index }
    : fold(written);
}

/** A word table's phrase in the folded form in which sentences are looked up. */
export function foldText(text: string): string {
  return isAscii(text) ? text.toLowerCase() : fold(text).folded;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 126) return false;
  return true;
}

function withoutBot(text: string, bot: readonly string[]): string {
  let left = text.replaceAll(mentionMark, ' ');
  for (const mention of bot) if (mention.includes('<')) left = left.replaceAll(mention, ' ');
  return left;
}

function withoutTags(text: string, bot: readonly string[]): string {
  const names = new Set(bot.map((name) => plainName(name)));
  const lower = text.toLowerCase();
  let out = '';
  let from = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
    const close = text.indexOf('>', open);
    if (close < 0) break;
    const tag = tagName(text, open, close);
    if (!markup.has(tag)) continue;
    out += text.slice(from, open);
    from = close + 1;
    if (blocks.has(tag)) out += ' ';
    // Struck through is taken back, and raised is no digit of the number before it: keep a mark that no sentence may hold.
    if (turning.has(tag)) out += '~~';
    if ((tag === 'at' || tag === 'blockquote') && text.charAt(open + 1) !== '/') {
      const end = lower.indexOf(`</${tag}`, close);
      if (end >= 0) {
        const name = text
          .slice(close + 1, end)
          .trim()
          .toLowerCase();
        out += tag === 'at' && names.has(name) ? ' ' : ` ${mentionMark} `;
        from = end;
        open = end - 1;
      } else out += mentionMark;
    }
  }
  return out + text.slice(from);
}

function plainName(mention: string): string {
  const open = mention.indexOf('>');
  const close = mention.indexOf('</');
  return (open >= 0 && close > open ? mention.slice(open + 1, close) : mention).trim().toLowerCase();
}

function tagName(text: string, open: number, close: number): string {
  const start = text.charAt(open + 1) === '/' ? open + 2 : open + 1;
  let end = start;
  while (end < close && end - start < 12 && isNameCharacter(text.charCodeAt(end))) end += 1;
  return text.slice(start, end).toLowerCase();
}

function isNameCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

// The decoder's tables take 15 ms to load, so only a text with an entity beyond the everyday ones loads them.
const everyday = new Map([
  ['&nbsp;', ' '],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
]);
const everydayPattern = /&(?:nbsp|amp|lt|gt|quot|apos|#39);/g;
const anyEntity = /&#?\w{1,31};/;

/** HTML's entities as their characters, once. */
export function decodeEntities(text: string): string {
  const rest = text.replace(everydayPattern, '');
  if (!anyEntity.test(rest)) return text.replace(everydayPattern, (entity) => everyday.get(entity) ?? entity);
  return decode(text);
}

const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u061C\u180E\u200B\u200E\u200F\u202C\u2060-\u2064\u2066-\u206F\uFEFF]/g;

function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

const fractions = new Map([
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
]);
/** Apostrophes and dashes as a keyboard has them. */
export const keyboardMarks = [
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['´', "'"],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
] as const;

/** What compatibility normalisation leaves alone and a reader does not care about. */
const plainer = new Map<string, string>([
  ...keyboardMarks,
  ['ß', 'ss'],
  ['ı', 'i'],
  ['·', ' '],
  ['、', ','],
  ['。', '.'],
  ['❓', '?'],
  ['❔', '?'],
]);
const digit = /\p{Nd}/u;
const marks = /[\p{M}\u200C\u200D]/gu;

function plainOf(character: string): string {
  const plain = plainer.get(character) ?? character.normalize('NFKD').replace(marks, '').toLowerCase();
  // "2²" is not 22, nor "2⅕" 21/5: only what is a digit itself may become one.
  return /\d/.test(plain) && !digit.test(character) ? character : plain;
}

function fold(written: string): Cleaned {
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of written) {
    const fraction = fractions.get(character);
    const plain = fraction === undefined ? plainOf(character) : `${/\d$/.test(folded) ? ' ' : ''}${fraction}`;
    for (let index = 0; index < plain.length; index += 1) origins.push(at);
    folded += plain;
    at += character.length;
  }
  return { written, folded, origin: (index) => origins[index] ?? written.length };
}
