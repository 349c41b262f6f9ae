/** How the clauses of a message are read, in the language that it is written in. */

import type { Source } from './grammar/answers.ts';
import { extract } from './grammar/extract.ts';
import type { Extracted } from './grammar/extracted.ts';
import { en } from './languages/en.ts';
import { jointWords } from './languages/joints.ts';
import { phrasesOf } from './languages/tables.ts';
import { languageOf } from './languages/which.ts';
import type { Cleaned } from './lexer/clean.ts';
import { type Item, itemize } from './lexer/items.ts';
import { english } from './lexer/lexicon.ts';
import { tokenize } from './lexer/tokens.ts';
import { extractIn } from './phrases/extract.ts';
import { foldPhrase } from './phrases/fold.ts';
import { itemizeIn } from './phrases/items.ts';
import type { Phrases } from './phrases/lexicon.ts';
import { orderIn } from './phrases/read.ts';
import { joinSplits } from './phrases/splits.ts';
import type { ReadContext } from './reading.ts';
import { dateOrder } from './time/locale.ts';

export interface MessageLanguage {
  /** Words that begin another thought. */
  readonly joints: ReadonlySet<string>;
  items(said: Cleaned): readonly Item[];
  extract(clause: readonly Item[], source: Source): Extracted;
}

/** A language is told by the beginning of a message: the rest may quote another one. */
const looked = 400;

/** The language of that message. */
export function messageLanguageOf({ written }: Cleaned, context: ReadContext): MessageLanguage {
  const phrases = phrasesOf(languageOf(written.slice(0, looked), { ...context, bot: [] }).language);
  return phrases === undefined ? inEnglish : languageBy(phrases);
}

const inEnglish: MessageLanguage = {
  joints: new Set(en.joints.split(' | ')),
  items: (said) => itemize(tokenize(said), english()),
  extract: (clause, { written, context }) => extract(clause, 0, written, dateOrder(context.locale)),
};

function languageBy(phrases: Phrases): MessageLanguage {
  const { table, lexicon } = phrases;
  return {
    joints: new Set((jointWords[table.code] ?? '').split(' | ')),
    items: ({ written }) => itemizeIn(tokenize(foldPhrase(written, table)), lexicon),
    extract: (clause, { written, context }) =>
      extractIn(phrases, joinSplits(phrases.splits, clause), written, orderIn(phrases, context)),
  };
}
