/** Claims for tests, and arbitrary ones. */

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Claim, ClaimSource } from '../../src/presence/claim.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import { pairs, type SessionPairId } from '../../src/presence/pairs.ts';

export const nine = Date.UTC(2026, 0, 5, 9);
export const minute = 60_000;
export const hour = 60 * minute;

/** The user of that number. */
export function userOf(number: number): Guid {
  const id = guid(`77777777-7777-4777-8777-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('too large a number');
  return id;
}

export function claimOf(more: Partial<Claim> = {}): Claim {
  const openedAt = more.openedAt ?? nine;
  return {
    id: randomUUID(),
    userId: userOf(1),
    tenantId: '11111111-1111-4111-8111-111111111111',
    source: { kind: 'asked' },
    pair: 'presenting',
    openedAt,
    endsAt: openedAt + 9 * hour,
    ...more,
  };
}

export const sessionPairs: readonly SessionPairId[] = pairs.flatMap((pair) =>
  pair.slot === 'session' ? [pair.id] : [],
);

const sources: fc.Arbitrary<ClaimSource> = fc.oneof(
  fc.constant({ kind: 'asked' } as const),
  fc.record({ kind: fc.constant('meeting' as const), meetingId: fc.stringMatching(/^[a-c]$/) }),
  fc.record({
    kind: fc.constant('hook' as const),
    source: fc.stringMatching(/^[a-c]$/),
    meetingId: fc.stringMatching(/^[a-c]$/),
  }),
);

/** From the shortest promise to the longest that the policy lets through, in milliseconds. */
export const lengths = fc.integer({ min: 5 * minute, max: 24 * hour });

export const claims: fc.Arbitrary<Claim> = fc.record({
  id: fc.uuid(),
  userId: fc.integer({ min: 0, max: 999 }).map(userOf),
  tenantId: fc.constant('11111111-1111-4111-8111-111111111111'),
  source: sources,
  pair: fc.constantFrom(...sessionPairs),
  openedAt: fc.constant(nine),
  endsAt: lengths.map((length) => nine + length),
});
