/** The text in a chat message's HTML: the sender's own, and what is quoted or forwarded. Nothing of it is shown as markup. */

import { createRequire } from 'node:module';
import type * as htmlparser2 from 'htmlparser2';

/** Teams' limit of a message; beyond it nothing is looked at. */
const longest = 28_000;
/** Tags within a word; after any other a new word begins, and except for pictures a new line. */
const inline = new Set('a at b code del em font i ins mark s span strike strong sub sup u'.split(' '));
const pictures = new Set(['img', 'emoji']);
/** Elements whose text people never see. */
const unread = new Set(['script', 'style']);
/** Tags in these are none. */
const raw = new Set([...unread, 'title', 'textarea']);
/** What is struck out is taken back, and what is raised is no digit of the number before it. */
const turning = new Set(['s', 'del', 'strike', 'sub', 'sup']);

/** Words of one kind, up to where the other kind begins. */
export interface HtmlPiece {
  /** Quoted: somebody else's words, or earlier ones. */
  readonly quoted: boolean;
  /** Plain text, its lines apart. */
  readonly text: string;
}

export interface HtmlParts {
  readonly pieces: readonly HtmlPiece[];
  /** Whether something is quoted, and whether a forwarded message is. */
  readonly quotes: 'nothing' | 'reply' | 'forward';
  /** Whether it is certain where each quotation begins and ends. */
  readonly certain: boolean;
}

/** Plain text, its lines apart; linear in the length of what came. */
export function textOfHtml(html: string): string {
  return linesOf(partsOf(html, false).pieces);
}

/** What a message says that somebody reads: its writer's words, or those that it quotes if it has no others. */
export function messageOfHtml(html: string): string {
  const { pieces } = partsOf(html, false);
  return linesOf(pieces.filter(({ quoted }) => !quoted)) || linesOf(pieces);
}

/**
 * The writer's own words and the quoted ones apart. In their own words mentions and what is struck out are marked as
 * in a message's text (`<at>Ann</at>`, `~~no~~`).
 */
export function partsOfHtml(html: string): HtmlParts {
  return partsOf(html, true);
}

/** The pieces' words, each piece on lines of its own. */
export function linesOf(pieces: readonly HtmlPiece[]): string {
  return pieces
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');
}

/** An element that has been opened, and how many of its name are open in it. */
interface Open {
  readonly name: string;
  depth: number;
}

/**
 * A quotation ends at its own end tag and nowhere else: a browser may end it earlier, but what is then taken for
 * somebody else's is at worst asked about.
 */
function partsOf(html: string, referenced: boolean): HtmlParts {
  const pieces: HtmlPiece[] = [];
  let words: string[] = [];
  let certain = html.length <= longest;
  let quotes: HtmlParts['quotes'] = 'nothing';
  let quotation: Open | undefined;
  let mention: Open | undefined;
  let hidden: Open | undefined;

  const cut = () => {
    const text = tidy(words.join(''));
    if (text !== '') pieces.push({ quoted: quotation !== undefined, text });
    words = [];
  };
  const say = (text: string) => {
    if (hidden === undefined) words.push(text);
  };

  tokenize(html.slice(0, longest), {
    text: say,
    opened: (name, itemtype) => {
      if (hidden === undefined && unread.has(name)) hidden = { name, depth: 0 };
      say(spaceAt(name));
      for (const open of [quotation, mention, hidden]) if (open?.name === name) open.depth += 1;
      if (quotation !== undefined) return;
      if (isQuotation(name, itemtype)) {
        cut();
        quotation = { name, depth: 1 };
        if (quotes !== 'forward') quotes = /forward/i.test(itemtype) ? 'forward' : 'reply';
      } else if (referenced && mention === undefined && isMention(name, itemtype)) {
        mention = { name, depth: 1 };
        words.push('<at>');
      } else if (referenced && turning.has(name)) words.push('~~');
    },
    closed: (name) => {
      if (name === 'blockquote' && quotation?.name !== name) certain = false;
      for (const open of [quotation, mention, hidden]) if (open?.name === name) open.depth -= 1;
      if (hidden?.depth === 0) hidden = undefined;
      if (mention?.depth === 0) {
        words.push('</at>');
        mention = undefined;
      }
      if (quotation?.depth === 0) {
        cut();
        quotation = undefined;
      } else if (quotation === undefined && referenced && turning.has(name)) words.push('~~');
      say(spaceAt(name));
    },
    odd: () => {
      certain = false;
    },
  });
  if (quotation !== undefined || mention !== undefined) certain = false;
  cut();
  return { pieces, quotes, certain };
}

function spaceAt(name: string): string {
  if (inline.has(name)) return '';
  return pictures.has(name) ? ' ' : '\n';
}

/** By any of the names that clients use. Taking too much for a quotation is safe. */
function isQuotation(name: string, itemtype: string): boolean {
  return name === 'blockquote' || /forward|reply|quote/i.test(itemtype);
}

function isMention(name: string, itemtype: string): boolean {
  return name === 'at' || /\/mention\/?\s*$/i.test(itemtype);
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

interface Visitor {
  readonly text: (words: string) => void;
  readonly opened: (name: string, itemtype: string) => void;
  readonly closed: (name: string) => void;
  /** Markup that no chat client writes and that HTML readers treat differently: comments, scripts. */
  readonly odd: () => void;
}

/** The SDK has loaded it already. */
let parser: typeof htmlparser2 | undefined;

/** Visits text, decoded, and tags in order; of their attributes, the `itemtype`. */
function tokenize(html: string, { text, opened, closed, odd }: Visitor): void {
  parser ??= createRequire(import.meta.url)('htmlparser2') as typeof htmlparser2;
  let name = '';
  let attribute = '';
  let itemtype = '';
  const slice = (from: number, to: number) => html.slice(from, to);
  const open = () => {
    if (raw.has(name)) odd();
    opened(name, itemtype);
  };
  const tokenizer = new parser.Tokenizer(
    { decodeEntities: true },
    {
      ontext: (from, to) => {
        text(slice(from, to));
      },
      ontextentity: (codepoint) => {
        text(String.fromCodePoint(codepoint));
      },
      onopentagname: (from, to) => {
        name = slice(from, to).toLowerCase();
        itemtype = '';
      },
      onattribname: (from, to) => {
        attribute = slice(from, to).toLowerCase();
      },
      onattribdata: (from, to) => {
        if (attribute === 'itemtype') itemtype += slice(from, to);
      },
      onattribentity: (codepoint) => {
        if (attribute === 'itemtype') itemtype += String.fromCodePoint(codepoint);
      },
      onattribend: () => undefined,
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (from, to) => {
        closed(slice(from, to).toLowerCase());
      },
      oncdata: odd,
      oncomment: odd,
      ondeclaration: odd,
      onprocessinginstruction: odd,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
