/** What is to be said, and the reply that says it. */

import type { Answer } from '../commands/answer.ts';

export interface Reply {
  /** Markdown, as Teams takes it. */
  readonly text: string;
  /** Whole sentences the user may send next, for buttons; each also stands in the text. */
  readonly suggestions: readonly string[];
}

/** Beside answers, what a turn itself may have to say. */
export type Saying =
  | Answer
  | { readonly kind: 'welcome' }
  /** The answer is not there yet; it follows as a message. */
  | { readonly kind: 'pending' }
  /** The bot itself failed. */
  | { readonly kind: 'broken' };
