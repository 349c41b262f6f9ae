/** What has become of what an older receipt told: only looked up, never changed. */

import { undoing, type Ledger } from '../presence/ledger.ts';
import { fatesOf, type Mark } from '../presence/mark.ts';
import type { Answer, Standing } from './answer.ts';
import type { Desk } from './desk.ts';

/** The state of a mark by now. `ask` also asks Microsoft what it reports; `note` says why a press changed nothing. */
export async function standing(
  mark: Mark,
  desk: Desk,
  { ask = false, note }: { readonly ask?: boolean; readonly note?: Answer } = {},
): Promise<Standing> {
  const reported = ask ? await desk.presence() : undefined;
  const ledger = desk.ledger();
  const now = desk.now();
  const fates = fatesOf(ledger, mark, now);
  return {
    kind: 'standing',
    mark: upToDate(mark, ledger, now, fates),
    fates,
    ledger,
    ...(reported === undefined ? {} : { reported }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The mark with the ends that hold now, and with `undo` only where it would still do something. */
function upToDate({ change }: Mark, ledger: Ledger, now: number, fates: Standing['fates']): Mark {
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
