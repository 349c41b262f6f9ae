/** What a card's buttons ask for beyond what can be typed: about the change that the card tells of, and no other. */

import type { Instant } from '../presence/intent.ts';
import { undoing } from '../presence/undo.ts';
import type { ChangeId } from '../presence/change.ts';
import { ending, newestIn, prolonging, replacingEnd } from '../presence/mark.ts';
import type { Mark } from '../presence/card-reference.ts';
import type { Deed } from './command.ts';
import type { Desk } from './desk.ts';
import { undone } from './undone.ts';

export type Press =
  | { readonly kind: 'undoOf'; readonly change: ChangeId }
  | { readonly kind: 'extendOf'; readonly mark: Mark }
  | { readonly kind: 'endAt'; readonly mark: Mark; readonly until: Instant }
  | { readonly kind: 'endOf'; readonly mark: Mark };

/** What one press of “+30 min” adds. */
export const extendSeconds = 1800;

/** What each of them replaces is known only when its turn comes. */
const replaces = [] as const;

/** What a press wants; for a mark that is out of date, the answer that says so. */
export function pressDeed(press: Press, desk: Desk): Deed {
  switch (press.kind) {
    case 'undoOf':
      return {
        kind: 'change',
        did: 'undo',
        replaces,
        since: press.change,
        wishing: (ledger, now, stack) => undone(undoing(ledger, now, press.change, stack), desk),
      };
    case 'extendOf':
      return {
        kind: 'change',
        did: 'extend',
        replaces,
        since: newestIn(press.mark),
        wishing: (ledger, now, stack) => {
          const found = prolonging(ledger, now, press.mark, extendSeconds, stack);
          return found.kind === 'extend'
            ? { want: found.want, assumed: [] }
            : { answer: { kind: 'nothingToExtend', because: found } };
        },
      };
    case 'endAt':
      return {
        kind: 'change',
        did: 'extend',
        replaces,
        since: newestIn(press.mark),
        wishing: (state, now, stack) => {
          const found = replacingEnd(state, now, press.mark, press.until, stack);
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
        since: newestIn(press.mark),
        wishing: (ledger, now) => {
          const found = ending(ledger, now, press.mark);
          return found.kind === 'end'
            ? { want: found.want, assumed: [] }
            : { answer: { kind: 'nothingToEnd', fates: found.fates } };
        },
      };
  }
}
