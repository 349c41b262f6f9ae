/** What a card's buttons ask for beyond what can be typed: about the change that the card tells of, and no other. */

import type { Instant } from '../presence/intent.ts';
import { undoing } from '../presence/undo.ts';
import type { ChangeId } from '../presence/change.ts';
import { endingReferenced, newestIn, extendingReferenced, replacingEnd } from '../presence/holding-status.ts';
import type { CardReference } from '../presence/card-reference.ts';
import type { CommandAction } from './command.ts';
import type { CommandContext } from './context.ts';
import { undone } from './undone.ts';

export type Press =
  | { readonly kind: 'undoOf'; readonly change: ChangeId }
  | { readonly kind: 'extendOf'; readonly reference: CardReference }
  | { readonly kind: 'endAt'; readonly reference: CardReference; readonly until: Instant }
  | { readonly kind: 'endOf'; readonly reference: CardReference };

/** What one press of “+30 min” adds. */
export const extendSeconds = 1800;

/** What each of them replaces is known only when its turn comes. */
const replaces = [] as const;

/** What a press wants; for a reference that is out of date, the answer that says so. */
export function pressAction(press: Press, context: CommandContext): CommandAction {
  switch (press.kind) {
    case 'undoOf':
      return {
        kind: 'change',
        did: 'undo',
        replaces,
        since: press.change,
        requestOf: (personState, now, stack) =>
          undone(undoing(personState, now, press.change, stack), context),
      };
    case 'extendOf':
      return {
        kind: 'change',
        did: 'extend',
        replaces,
        since: newestIn(press.reference),
        requestOf: (personState, now, stack) => {
          const found = extendingReferenced(personState, now, press.reference, extendSeconds, stack);
          return found.kind === 'extend'
            ? { wanted: found.wanted, assumed: [] }
            : { answer: { kind: 'nothingToExtend', because: found } };
        },
      };
    case 'endAt':
      return {
        kind: 'change',
        did: 'extend',
        replaces,
        since: newestIn(press.reference),
        requestOf: (state, now, stack) => {
          const found = replacingEnd(state, now, press.reference, press.until, stack);
          return found.kind === 'extend'
            ? { wanted: found.wanted, assumed: [] }
            : { answer: { kind: 'nothingToExtend', because: found } };
        },
      };
    case 'endOf':
      return {
        kind: 'change',
        did: 'change',
        replaces,
        since: newestIn(press.reference),
        requestOf: (personState, now) => {
          const found = endingReferenced(personState, now, press.reference);
          return found.kind === 'end'
            ? { wanted: found.wanted, assumed: [] }
            : { answer: { kind: 'nothingToEnd', holdingStatuses: found.holdingStatuses } };
        },
      };
  }
}
