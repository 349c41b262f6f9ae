/** What has become of what an older receipt told: only looked up, never changed. */

import { emptyState, type PersonState } from '../presence/person-state.ts';
import { undoing } from '../presence/undo.ts';
import { fatesOf, sameMark } from '../presence/mark.ts';
import type { Mark } from '../presence/card-reference.ts';
import type { Slot } from '../presence/pairs.ts';
import type { Answer, Standing } from './answer.ts';
import type { Desk } from './desk.ts';

/** The state of a mark by now, with what else there is to say about it. */
export function standing(
  mark: Mark,
  desk: Desk,
  { known = true, ...more }: Partial<Pick<Standing, 'known' | 'reported' | 'note'>> = {},
): Standing {
  const now = desk.now();
  const ledger = desk.state();
  if (!known) {
    // What this process remembers may have been replaced through another one. The buttons stay, to be pressed later.
    const fates = fatesOf(emptyState, mark, now);
    return { kind: 'standing', mark, fates, ledger, known, ...more };
  }
  const fates = fatesOf(ledger, mark, now);
  return { kind: 'standing', mark: upToDate(mark, ledger, now, fates), fates, ledger, known, ...more };
}

/** The same receipt again, with all it said, as long as it is still so; otherwise the state of its mark. */
export function receiptNow(mark: Mark, desk: Desk, known: boolean): Answer {
  const found = standing(mark, desk, { known });
  const { told } = found.ledger;
  const stillSo =
    told !== undefined &&
    sameMark(told.mark, mark) &&
    sameMark(told.mark, found.mark) &&
    found.fates.every(({ standing: one }) => one.kind === 'running');
  return stillSo ? { kind: 'receipt', receipt: told } : found;
}

/** The mark with the ends that hold now, and with `undo` only where it would still do something. */
function upToDate(mark: Mark, ledger: PersonState, now: number, fates: Standing['fates']): Mark {
  const change = isAbout(ledger, mark) ? ledger.last?.id : mark.change;
  const undoable = change !== undefined && undoing(ledger, now, change).kind === 'undo';
  return {
    ...(undoable ? { change } : {}),
    holds: fates.map(({ hold, standing }) =>
      standing.kind === 'running' && standing.holding.endsAt !== undefined
        ? { ...hold, endsAt: standing.holding.endsAt }
        : hold,
    ),
  };
}

/** Whether the last change was a press about just what the mark tells of, as a lengthening is: then it can be undone there. */
function isAbout({ last, origins }: PersonState, { holds }: Mark): boolean {
  const own = ({ slot, put }: { readonly slot: Slot; readonly put: unknown }) =>
    put !== undefined && holds.some((hold) => hold.slot === slot && hold.origin === origins[slot]);
  return last?.door === 'card' && last.touches.length > 0 && last.touches.every(own);
}
