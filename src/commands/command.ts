/** What a command is: what it wants or gives. Its words stand in the catalogue. */

import type { Command as Reading } from '../parser/reading.ts';
import type { Slot } from '../presence/pairs.ts';
import type { ChangeId, Did } from '../presence/change.ts';
import type { Problem } from '../presence/problem.ts';
import type { Answer } from './answer.ts';
import type { Desk, Wishing } from './desk.ts';

/** What a command does with a reading of its own kind. */
export type Deed =
  /** It changes presence: through the desk, or shown by `what if`. */
  | {
      readonly kind: 'change';
      readonly did: Did;
      readonly replaces: readonly Slot[];
      /** A change that must have happened, as a card names it. */
      readonly since?: ChangeId;
      readonly wishing: Wishing;
    }
  /** It cannot be a change, whatever the policy and the time. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It only tells. */
  | { readonly kind: 'tell'; readonly answer: () => Answer | Promise<Answer> };

export interface Command<R extends Reading = Reading> {
  deed(reading: R, desk: Desk): Deed;
}

type Of<K extends Reading['kind']> = Extract<Reading, { kind: K }>;

/** Names a command's kind of reading, so that its `deed` gets just that. */
export function command<K extends Reading['kind']>(_kind: K, parts: Command<Of<K>>): Command<Of<K>> {
  return parts;
}
