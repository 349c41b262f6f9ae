/** What a card's buttons ask for beyond what can be typed: about the change that the card tells of, and no other. */

import { undoing, type ChangeId } from '../presence/person-state.ts';
import { ending, prolonging, type Mark } from '../presence/mark.ts';
import type { Deed } from './command.ts';

export type Press =
  | { readonly kind: 'undoOf'; readonly change: ChangeId }
  | { readonly kind: 'extendOf'; readonly mark: Mark }
  | { readonly kind: 'endOf'; readonly mark: Mark };

/** What one press of “+30 min” adds. */
export const extendSeconds = 1800;

/** What each of them replaces is known only when its turn comes. */
const replaces = [] as const;

/** What a press wants; for a mark that is out of date, the answer that says so. */
export function pressDeed(press: Press): Deed {
  switch (press.kind) {
    case 'undoOf':
      return {
        kind: 'change',
        did: 'undo',
        replaces,
        wishing: (ledger, now) => {
          const found = undoing(ledger, now, press.change);
          return found.kind === 'undo' ? found : { answer: { kind: 'nothingToUndo', because: found.why } };
        },
      };
    case 'extendOf':
      return {
        kind: 'change',
        did: 'extend',
        replaces,
        wishing: (ledger, now) => {
          const found = prolonging(ledger, now, press.mark, extendSeconds);
          return found.kind === 'extend'
            ? { want: found.want, assumed: [] }
            : { answer: { kind: 'nothingToExtend', because: found } };
        },
      };
    case 'endOf':
      return {
        kind: 'change',
        did: 'change',
        replaces,
        wishing: (ledger, now) => {
          const found = ending(ledger, now, press.mark);
          return found.kind === 'end'
            ? { want: found.want, assumed: [] }
            : { answer: { kind: 'nothingToEnd', fates: found.fates } };
        },
      };
  }
}
