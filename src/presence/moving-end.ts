/** "Make it 2 hours": another end for what was set last, sooner or later than its own. */

import { isSameEnd, type Instant } from './intent.ts';
import { inForce, type Extending, type Ledger } from './ledger.ts';
import type { Slot } from './pairs.ts';

type Moving =
  /** `since`: when what gets the end was chosen. */
  | (Extract<Extending, { kind: 'extend' }> & { readonly since: Instant })
  | { readonly kind: 'none'; readonly why: 'nothing' | 'inDoubt' }
  | { readonly kind: 'none'; readonly why: 'already'; readonly endsAt: Instant };

/** The wish for that end: of what the last change set and still holds; where that is nothing, of the status or session that does. */
export function movingEnd(ledger: Ledger, now: Instant, endsAt: Instant): Moving {
  const held = (slots: readonly Slot[]) => slots.flatMap((slot) => inForce(ledger, slot, now) ?? []);
  const touched = (ledger.last?.touches ?? [])
    .filter(({ put }) => put?.endsAt === undefined || put.endsAt > now)
    .map(({ slot }) => slot);
  if (touched.some((slot) => ledger.doubts.includes(slot))) return { kind: 'none', why: 'inDoubt' };
  const last = held(touched);
  const found = last.length > 0 ? last : held(['preferred', 'session']).slice(0, 1);
  const [first] = found;
  if (first === undefined) return { kind: 'none', why: 'nothing' };
  if (ledger.doubts.includes(first.slot)) return { kind: 'none', why: 'inDoubt' };
  const moved = found.filter((one) => one.endsAt === undefined || !isSameEnd(one.endsAt, endsAt));
  if (moved.length === 0) return { kind: 'none', why: 'already', endsAt };
  return {
    kind: 'extend',
    want: { kind: 'put', holdings: moved.map((one) => ({ ...one, endsAt })), emptied: [] },
    since: ledger.origins[first.slot] ?? now,
  };
}
