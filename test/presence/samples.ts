/** A sender and a policy that tests of the domain share. */

import assert from 'node:assert/strict';
import { guid, type Guid, type Intent, type Sender, type WantedPresence } from '../../src/presence/intent.ts';
import type { Outcome } from '../../src/presence/outcome.ts';
import type { PersonState } from '../../src/presence/person-state.ts';
import { enter, entryOf } from '../../src/presence/state-entry.ts';
import type { Did } from '../../src/presence/change.ts';
import type { Policy } from '../../src/presence/validate.ts';

/** A GUID that a test writes out. */
export function id(text: string): Guid {
  const value = guid(text);
  assert.ok(value !== undefined, `${text} is no GUID`);
  return value;
}

export const sender: Sender = {
  userId: id('33333333-3333-4333-8333-333333333333'),
  tenantId: id('11111111-1111-4111-8111-111111111111'),
  account: '29:avery',
};
export const policy: Policy = { sessionId: id('22222222-2222-4222-8222-222222222222') };
/** A Friday, 14:07 in New York. */
export const now = Date.parse('2026-11-20T14:07:00-05:00');

export function request(wanted: WantedPresence): Intent {
  return { who: sender, door: 'chat', wanted, assumed: [] };
}

/** The state after an outcome. */
export function record(state: PersonState, outcome: Outcome, did: Did): PersonState {
  return enter(state, entryOf(state, outcome, did));
}
