/** Questions about a colleague: "what is @Bruno's status?". They are read apart, because `read` answers no questions about others. */

import { en } from './languages/en.ts';
import { phrasesOf } from './languages/tables.ts';
import { languageOf, languageOfLocale } from './languages/which.ts';
import { clean, type Cleaned, decodeEntities, mentionMark } from './lexer/clean.ts';
import { is, isMark, type Item, itemize, withoutName } from './lexer/items.ts';
import { english, lazy } from './lexer/lexicon.ts';
import { type Token, tokenize } from './lexer/tokens.ts';
import { asksAboutIn } from './phrases/colleague.ts';
import { itemsIn } from './phrases/read.ts';
import type { ReadContext } from './reading.ts';

const longestRaw = 2000;
/** The longest question, without the name in it. */
const longest = 256;
/** A mention whose name no bot has, in place of the one that may hold anything. */
const somebody = '<at>@</at>';

/**
 * Whether the text asks for the status of the person whose mention it holds, and for nothing else.
 * `mention` is that mention word for word. False for every other sentence, above all for any that may
 * ask for a change: its answer is `read`'s. Pure, and never throws.
 */
export function readAbout(text: string, mention: string, context: ReadContext): boolean {
  if (text.length > longestRaw) return false;
  const marked = markMention(text, mention);
  if (marked === undefined) return false;
  const cleaned = clean(marked, context.bot);
  if (cleaned.written.length > longest) return false;
  const tokens = tokenize(cleaned);
  // "Presence, is @Bruno free?", but also "presence @Bruno".
  if (asks(tokens) || asks(withoutName(tokens, context.bot, english()))) return true;
  return asksElsewhere(cleaned, context);
}

/** The text with that mention, which must be there once, as one that can be told from words. */
function markMention(text: string, mention: string): string | undefined {
  if (mention.trim() === '') return undefined;
  for (const form of [(said: string) => said, plain]) {
    const around = form(text).split(form(mention));
    if (around.length === 2) return around.join(somebody);
  }
  return undefined;
}

/** Clients may write the same name with entities in one place and without them in the other. */
function plain(said: string): string {
  return decodeEntities(said).normalize('NFC').replaceAll('\u00a0', ' ');
}

function asks(tokens: readonly Token[]): boolean {
  const items = itemize(tokens, english());
  const shape = shapeOf(items);
  return shapes().has(shape) || (items.some((item) => isMark(item, '?')) && shapes().has(`${shape}?`));
}

function asksElsewhere({ written }: Cleaned, context: ReadContext): boolean {
  const languages = new Set([languageOf(written, context).language, languageOfLocale(context.locale)]);
  return [...languages].some((language) => {
    const phrases = language === undefined ? undefined : phrasesOf(language);
    return (
      phrases !== undefined &&
      [[], context.bot].some((bot) => asksAboutIn(phrases, itemsIn(phrases, written, bot)))
    );
  });
}

/** The sentence with one word for each kind of word, without what says nothing. */
function shapeOf(items: readonly Item[]): string {
  return items.flatMap((item, index) => wordFor(item, items[index - 1]) ?? []).join(' ');
}

function wordFor(item: Item, before: Item | undefined): string | undefined {
  if (item.kind === 'somebody') return item.text === mentionMark ? '@' : item.text;
  if (item.kind === 'quote') return '"';
  if (isMark(item, '?.!,') || is(item, 'polite') || is(item, 'article')) return undefined;
  // "@Bruno's": its apostrophe is no token.
  if (item.text === 's' && before?.kind === 'somebody') return undefined;
  if (is(item, 'noun')) return 'status';
  if (is(item, 'lookUp')) return 'show';
  const { status } = item.senses;
  return status === undefined || status === 'unclear' ? item.text : 'busy';
}

const shapes = lazy(
  (): ReadonlySet<string> =>
    new Set(
      en.about.split('|').map((phrase) => {
        const text = phrase.trim();
        const shape = shapeOf(itemize(tokenize(table(text.replace('@', mentionMark))), english()));
        return text.endsWith('?') ? `${shape}?` : shape;
      }),
    ),
);

/** A phrase of the table as it stands. */
function table(text: string): Cleaned {
  return { written: text, folded: text, origin: (index) => index };
}
