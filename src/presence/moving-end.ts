/** "Make it 2 hours": another end for what was set last, sooner or later than its own. */

import { isSameEnd, type Instant } from './intent.ts';
import type { Stack } from './meeting.ts';
import { setLast, type Extending, type PersonState } from './person-state.ts';

type Moving =
  /** `since`: when what gets the end was chosen. */
  | (Extract<Extending, { kind: 'extend' }> & { readonly since: Instant })
  | Extract<Extending, { why: 'byRule' | 'nothing' | 'inDoubt' }>
  | { readonly kind: 'none'; readonly why: 'already'; readonly endsAt: Instant };

/** The wish for that end, of what was set last and still runs. */
export function movingEnd(state: PersonState, now: Instant, endsAt: Instant, stack: Stack): Moving {
  const found = setLast(state, now, stack, () => true);
  if (found.kind === 'none') return found;
  const moved = found.holdings.filter((one) => one.endsAt === undefined || !isSameEnd(one.endsAt, endsAt));
  const [first] = moved;
  if (first === undefined) return { kind: 'none', why: 'already', endsAt };
  return {
    kind: 'extend',
    want: { kind: 'put', holdings: moved.map((one) => ({ ...one, endsAt })), emptied: [] },
    since: state.origins[first.slot] ?? now,
  };
}
