/** The words of sentences about one's calendar, ready to be looked up. */

import type { CalendarEffect, EventTrait } from '../../presence/calendar.ts';
import { languageCodes, type LanguageCode } from '../languages/tables.ts';
import { foldText } from '../lexer/clean.ts';
import { lazy } from '../lexer/lexicon.ts';
import { calendarWords, type CalendarWords } from './words.ts';

/** The same length, with spaces for marks: apostrophes and hyphens part words here. */
export function bare(folded: string): string {
  return folded.replaceAll(/[-'.!;:()]/g, ' ');
}

/** What a phrase may say. */
export type Meaning =
  | { readonly role: 'effect'; readonly effect: CalendarEffect }
  | { readonly role: 'trait'; readonly trait: EventTrait }
  | {
      readonly role:
        | 'list'
        | 'off'
        | 'remove'
        | 'events'
        | 'meetings'
        | 'category'
        | 'moreThan'
        | 'people'
        | 'filler';
    };

export interface Phrases {
  /** By their first letter, the longest first. */
  readonly byLetter: ReadonlyMap<string, readonly (readonly [string, readonly Meaning[]])[]>;
  readonly whole: ReadonlyMap<string, 'list' | 'off'>;
  /** The longest first. */
  readonly whatIf: readonly string[];
  readonly ends: readonly string[];
  readonly notInNames: ReadonlySet<string>;
  readonly needsMore: boolean;
  /** Words are parted by spaces. */
  readonly isSpaced: boolean;
}

/** By language; each is made when a sentence first needs it. */
export const calendarPhrases = Object.fromEntries(
  languageCodes.map((code) => [code, lazy(() => phrasesOf(calendarWords[code]))]),
) as Readonly<Record<LanguageCode, () => Phrases>>;

function split(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('|')
    .map((one) => bare(foldText(one.trim())))
    .filter((one) => one !== '');
}

function phrasesOf(words: CalendarWords): Phrases {
  const all = new Map<string, Meaning[]>();
  const add = (text: string | undefined, meaning: Meaning) => {
    for (const one of split(text)) all.set(one, [...(all.get(one) ?? []), meaning]);
  };
  for (const [effect, text] of Object.entries(words.effects) as [CalendarEffect, string][])
    add(text, { role: 'effect', effect });
  for (const [trait, text] of Object.entries(words.traits) as [EventTrait, string][])
    add(text, { role: 'trait', trait });
  for (const role of ['remove', 'events', 'meetings', 'category', 'moreThan', 'people'] as const)
    add(words[role], { role });
  add(words.fillers, { role: 'filler' });
  const sorted = [...all].toSorted(([one], [other]) => other.length - one.length);
  return {
    byLetter: Map.groupBy(sorted, ([one]) => one.charAt(0)),
    whole: new Map([
      ...split(words.list).map((one) => [one, 'list'] as const),
      ...split(words.off).map((one) => [one, 'off'] as const),
    ]),
    whatIf: split(words.whatIf).toSorted((one, other) => other.length - one.length),
    ends: split(words.categoryEnds),
    notInNames: new Set(split(words.notInNames)),
    needsMore: words.moreThan !== undefined,
    isSpaced: words.categoryEnds === undefined,
  };
}
