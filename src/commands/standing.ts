/** What has become of what an older receipt told: only looked up, never changed. */

import { undoing, type PersonState } from '../presence/person-state.ts';
import { fatesOf, sameMark, type Mark } from '../presence/mark.ts';
import type { Answer, Standing } from './answer.ts';
import type { Desk } from './desk.ts';

/** The state of a mark by now, with what else there is to say about it. */
export function standing(mark: Mark, desk: Desk, more: Pick<Standing, 'reported' | 'note'> = {}): Standing {
  const ledger = desk.ledger();
  const now = desk.now();
  const fates = fatesOf(ledger, mark, now);
  return { kind: 'standing', mark: upToDate(mark, ledger, now, fates), fates, ledger, ...more };
}

/** The same receipt again, with all it said, as long as it is still so; otherwise the state of its mark. */
export function receiptNow(mark: Mark, desk: Desk): Answer {
  const found = standing(mark, desk);
  const { told } = found.ledger;
  const stillSo =
    told !== undefined &&
    sameMark(told.mark, mark) &&
    sameMark(told.mark, found.mark) &&
    found.fates.every(({ standing: one }) => one.kind === 'running');
  return stillSo ? { kind: 'receipt', receipt: told } : found;
}

/** The mark with the ends that hold now, and with `undo` only where it would still do something. */
function upToDate({ change }: Mark, ledger: PersonState, now: number, fates: Standing['fates']): Mark {
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
