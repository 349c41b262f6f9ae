/** An answer → what the user reads. Each language is one function; English always works. */

import type { Answer } from '../commands/answer.ts';
import { english } from './en/index.ts';
import type { View } from './time.ts';

export interface Reply {
  /** Markdown, as Teams takes it. */
  readonly text: string;
  /** Whole sentences the user may send next, for buttons; each also stands in the text. */
  readonly suggestions: readonly string[];
}

/** Beside answers, what a turn itself may have to say. */
export type Saying =
  Answer | { readonly kind: 'welcome' } | { readonly kind: 'pending' } | { readonly kind: 'broken' };

type Speaker = (saying: Saying, view: View) => Reply;

const speakers: ReadonlyMap<string, Speaker> = new Map([['en', english]]);

/** The reply in the view's language, in English where there is no table for it. */
export function reply(saying: Saying, view: View): Reply {
  const language = view.locale.slice(0, 2).toLowerCase();
  return (speakers.get(language) ?? english)(saying, view);
}
