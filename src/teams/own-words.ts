/** Separates the sender's own words from what a message forwards or quotes, which is never a request of theirs. */

import * as z from 'zod';
import { decodeEntities } from '../parser/lexer/clean.ts';
import { attachmentsIn, type Envelope } from './envelope.ts';
import { linesOf, partsOfHtml, textOfHtml, type HtmlParts, type HtmlPiece } from './html.ts';
import { addressed } from './mentions.ts';

export interface OwnWords {
  /** What the sender wrote; empty if that is nothing, or cannot be separated with certainty. */
  readonly own: string;
  /** The text outside of every possible quotation. */
  readonly outside: string;
  /** The forwarded or quoted words, if any. */
  readonly quoted?: string;
}

/** Text with none of these has no quotation, and needs no closer look. */
const mayQuote = /quote|forward|reply|&#/i;
/** The text has no formatting: what is struck out stands in it as plain words. */
const strikes = /<(?:s|del|strike)[\s>]/i;
const hasBlock = /<blockquote/i;
/** What says that something is quoted, even where none of it was found. */
const says = /blockquote|skype\.com\/(?:forward|reply)/i;
/** Where a reply quotes something, its text has `<quoted messageId="…"/>` in the quotation's place. */
const markers = [
  /<quoted(?:\s[^<>]*)?\/>/gi,
  /<quoted(?:\s[^<>]*)?>[^<]*<\/quoted\s*>/gi,
  /&lt;quoted\s(?:[^<>&]|&quot;)*&gt;/gi,
];
const brokenMarker = /<\/?quoted/i;

/** The text of a message without the places of what it replies to. */
export function withoutMarkers(text: string): string {
  return /quoted/i.test(text) ? markers.reduce((left, one) => left.replaceAll(one, ' '), text) : text;
}

/** What the message says, and what somebody else says in it. */
export function ownWordsIn(activity: Envelope): OwnWords {
  const raw = activity.text ?? '';
  const text = withoutMarkers(raw);
  const { html, references } = attachedTo(activity);
  const looks = html.some((one) => mayQuote.test(one) || strikes.test(one));
  if (references.length === 0 && !looks) return spokenInText(text, activity);

  const parts = joined(html, references);
  const outside = linesOf(parts.pieces.filter((piece) => !isQuoted(piece)));
  const quoted = linesOf(parts.pieces.filter(isQuoted));
  const { certain, quotes } = parts;
  if (certain && quotes === 'nothing') {
    const isStruck = html.some((one) => strikes.test(one)) && lettersOf(outside) === lettersOf(text);
    return spokenInText(isStruck ? outside : text, activity);
  }
  if (certain && quotes === 'reply' && text !== raw && isOwn(text, outside, quoted)) {
    return { ...spokenInText(text, activity), quoted };
  }
  const own = html.length === 1 ? ownOf(parts, activity, raw) : undefined;
  return { own: own ?? '', outside, quoted: quoted || textOfHtml(text) };
}

function joined(html: readonly string[], references: readonly HtmlPiece[]): HtmlParts {
  const parts = html.map(partsOfHtml);
  const has = (kind: HtmlParts['quotes']) => parts.some(({ quotes }) => quotes === kind);
  const quotes = references.length > 0 || has('forward') ? 'forward' : has('reply') ? 'reply' : 'nothing';
  return {
    pieces: [...parts.flatMap(({ pieces }) => pieces), ...references],
    quotes,
    certain:
      parts.every(({ certain }) => certain) && (quotes !== 'nothing' || !html.some((one) => says.test(one))),
  };
}

/** Whether the text of a reply, without the marker for what it replies to, has none of the quoted words. */
function isOwn(text: string, outside: string, quoted: string): boolean {
  const letters = lettersOf(text);
  return outside === '' ? !lettersOf(quoted).includes(letters) : lettersOf(outside) === letters;
}

/** A text that may hold quotations itself. */
function spokenInText(text: string, activity: Envelope): OwnWords {
  if (hasBlock.test(text)) {
    const parts = partsOfHtml(text);
    const outside = linesOf(parts.pieces.filter((piece) => !isQuoted(piece)));
    return {
      own: ownOf(parts, activity) ?? '',
      outside,
      quoted: linesOf(parts.pieces.filter(isQuoted)),
    };
  }
  // A malformed marker: it is uncertain whose words follow.
  return brokenMarker.test(text)
    ? { own: '', outside: '', quoted: textOfHtml(text) }
    : { own: text, outside: text };
}

/**
 * The sender's own words, which stand in one place: before what is forwarded, before or after what is replied to. They
 * must begin or end the message's text as well. Undefined where any of that is not so.
 */
function ownOf(
  { pieces, quotes, certain }: HtmlParts,
  activity: Envelope,
  text?: string,
): string | undefined {
  const own = pieces.filter((piece) => !isQuoted(piece));
  const [said, ...more] = own.filter((piece) => addressed(piece.text, activity).text.trim() !== '');
  if (!certain || more.length > 0) return undefined;
  if (said === undefined) return linesOf(own);
  const at = pieces.indexOf(said);
  const before = !pieces.slice(0, at).some(isQuoted);
  const after = quotes !== 'forward' && !pieces.slice(at).some(isQuoted);
  if (!before && !after) return undefined;
  const all = lettersOf(text ?? said.text);
  const letters = lettersOf(said.text);
  return (before && all.startsWith(letters)) || (after && all.endsWith(letters)) ? linesOf(own) : undefined;
}

function isQuoted({ quoted }: HtmlPiece): boolean {
  return quoted;
}

/** The letters and digits alone: clients write everything else differently in the text and in the HTML. */
function lettersOf(text: string): string {
  return decodeEntities(text.replaceAll(/<\/?[a-z][^<>]*>/gi, ''))
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The message as HTML, and the forwarded messages that are attached by reference. */
function attachedTo(activity: Envelope): { html: readonly string[]; references: readonly HtmlPiece[] } {
  const html: string[] = [];
  const references: HtmlPiece[] = [];
  for (const { contentType, content } of attachmentsIn(activity)) {
    const type = contentType.toLowerCase();
    if (type.startsWith('text/html') && typeof content === 'string') html.push(content);
    if (type === 'forwardedmessagereference')
      references.push({ quoted: true, text: forwardedWords(content) });
  }
  return { html, references };
}

const reference = z
  .union([
    z.string().transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    }),
    z.looseObject({}),
  ])
  .pipe(z.looseObject({ originalMessageContent: z.string() }));

/** https://learn.microsoft.com/graph/api/resources/chatmessageattachment */
function forwardedWords(content: unknown): string {
  const original = reference.safeParse(content).data?.originalMessageContent;
  return original === undefined ? '' : textOfHtml(original);
}
