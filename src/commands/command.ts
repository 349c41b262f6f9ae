/** What a command is: what it wants or gives. Its words stand in the catalogue. */

import type { Command as Reading } from '../parser/reading.ts';
import type { Slot } from '../presence/pairs.ts';
import type { ChangeId, Did } from '../presence/change.ts';
import type { Problem } from '../presence/problem.ts';
import type { Answer } from './answer.ts';
import type { CommandContext, RequestOf } from './context.ts';

/** What a command does with a reading of its own kind. */
export type CommandAction =
  /** It changes presence: through the command context, or shown by `what if`. */
  | {
      readonly kind: 'change';
      readonly did: Did;
      readonly replaces: readonly Slot[];
      /** A change that must have happened, as a card names it. */
      readonly since?: ChangeId;
      readonly requestOf: RequestOf;
    }
  /** It cannot be a change, whatever the policy and the time. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It only tells. */
  | { readonly kind: 'tell'; readonly answer: () => Answer | Promise<Answer> };

export interface CommandEntry<R extends Reading = Reading> {
  action(reading: R, context: CommandContext): CommandAction;
}

type Of<K extends Reading['kind']> = Extract<Reading, { kind: K }>;

/** Names a command's kind of reading, so that its `action` gets just that. */
export function command<K extends Reading['kind']>(
  _kind: K,
  parts: CommandEntry<Of<K>>,
): CommandEntry<Of<K>> {
  return parts;
}
