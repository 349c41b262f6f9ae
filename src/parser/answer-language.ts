/** What an answer's pieces mean, in the language of the sentence that was asked about. */

import { withoutLead as withoutEnglishLead } from './grammar/fixed-phrases.ts';
import { phrasesOf } from './languages/tables.ts';
import { languageOf } from './languages/which.ts';
import type { Cleaned } from './lexer/clean.ts';
import { type Item, itemize, withoutName } from './lexer/items.ts';
import { english } from './lexer/lexicon.ts';
import { tokenize } from './lexer/tokens.ts';
import { expand } from './phrases/expand.ts';
import { keyOf } from './phrases/items.ts';
import type { Phrases } from './phrases/lexicon.ts';
import { itemsIn } from './phrases/read.ts';
import type { ReadContext } from './reading.ts';

/** A stretch of an answer, with its pieces. */
interface Stretch {
  readonly text: string;
  readonly items: readonly Item[];
}

export interface AnswerLanguage {
  /** Whether its words stand in a certain order: a day behind its time. */
  readonly ordered: boolean;
  items(said: Cleaned, bot: readonly string[]): readonly Item[];
  /** Without politeness around it, and "make it" before it. */
  core(items: readonly Item[], written: string): Stretch;
  until(time: string): string;
  whatIf(sentence: string): string;
}

/** The language in which that sentence was read, and is answered. */
export function answerLanguageOf(said: string, context: ReadContext): AnswerLanguage {
  const phrases = phrasesOf(languageOf(said, { ...context, bot: [] }).language);
  return phrases === undefined ? inEnglish : languageBy(phrases);
}

const inEnglish: AnswerLanguage = {
  ordered: true,
  items: (said, bot) => itemize(withoutName(tokenize(said), bot, english()), english()),
  core: (items, written) => ({ text: withoutEnglishLead(items, written), items }),
  until: (time) => `until ${time}`,
  whatIf: (sentence) => `what if ${sentence}`,
};

function languageBy(phrases: Phrases): AnswerLanguage {
  const { roles, say } = phrases.table;
  const [whatIf = ''] = expand(roles.whatIf ?? '');
  return {
    ordered: false,
    items: ({ written }, bot) => itemsIn(phrases, written, bot),
    core: (items, written) => coreOf(phrases, items, written),
    until: (time) => say.until.replace('{}', () => time),
    whatIf: (sentence) => `${whatIf} ${sentence}`,
  };
}

/** The least stretch around which there is only politeness, or what asks for another end ("mach daraus …"). */
function coreOf({ commands }: Phrases, items: readonly Item[], written: string): Stretch {
  const saysNothing = (around: readonly Item[]) => {
    const key = keyOf(around);
    return key === '' || commands.get(key) === 'changeEnd';
  };
  for (let length = 1; length < items.length; length += 1)
    for (let from = items.length - length; from >= 0; from -= 1) {
      const core = items.slice(from, from + length);
      const around = [...items.slice(0, from), ...items.slice(from + length)];
      if (around.length > 12 || keyOf(core) === '' || !saysNothing(around)) continue;
      return { text: written.slice(core[0]?.from, core.at(-1)?.to), items: core };
    }
  return { text: written, items };
}
