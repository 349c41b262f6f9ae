/** What people ask of their sessions while the store is out of reach, and what becomes of it once it is back. */

import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createPersonStates } from '../../src/persistence/person-states.ts';
import type { Intent } from '../../src/presence/intent.ts';
import { validate } from '../../src/presence/validate.ts';
import { createOwnChoices } from '../../src/sessions/own-choices.ts';
import { createUserSessions } from '../../src/sessions/user-session.ts';
import { openStore } from '../../src/store/store.ts';
import { policy, sender, wish } from '../presence/samples.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

const places = openPlaces();
const now = Date.now;
const store = await openStore(await places.make('embedded'), { now, log: quietLog() });
after(async () => {
  await store.close();
  await places.close();
});

it('a choice made while the store was out of reach is put on record in place of what it ended', async (test) => {
  const { userId, tenantId } = sender;
  const hour = 3_600_000;
  const old = { id: '00000000-0000-4000-8000-000000000001', userId, tenantId, pair: 'presenting' } as const;
  await store.leases.hold(
    [{ ...old, source: { kind: 'asked' }, openedAt: now(), endsAt: now() + 9 * hour }],
    now() + hour,
  );
  const held = { claimId: old.id, pair: old.pair, until: now() + 4 * hour };
  const [taken] = await store.leases.take([userId]);
  assert.ok(taken !== undefined);
  const state = { held, wish: old.id, nextAt: now() + 3 * hour, failures: 0 };
  await store.leases.record([{ ...taken, state, dropped: [] }]);

  let reachable = false;
  const reach = <T>(what: T) => (reachable ? Promise.resolve(what) : Promise.reject(new Error('down')));
  const choices = createOwnChoices(() => undefined, now);
  const personStates = createPersonStates({ store: () => reach(store.personStates), now, log: quietLog() });
  const userSessions = createUserSessions({
    leases: () => reach(store.leases),
    apply: (change) => {
      const [step] = change.steps;
      const call = { request: step.request, at: now(), status: 200 };
      return Promise.resolve({ change, steps: [{ step, result: { kind: 'applied', call } }] });
    },
    personStates,
    choices,
    ended: () => undefined,
    closing: new AbortController().signal,
    now,
    log: quietLog(),
  });
  test.after(() => {
    userSessions.close();
  });
  const intent: Intent = wish({ kind: 'open', session: 'inACall', end: { said: 'duration', seconds: 3600 } });
  const judged = validate(intent, policy, now());
  assert.ok(judged.ok);
  const [step] = judged.value.steps;
  const receipt = await userSessions.write(judged.value, 'change', new AbortController().signal);
  assert.ok(receipt !== 'notKept' && receipt.mayReturn === true);
  assert.equal(choices.maySend(userId), false);

  reachable = true;
  await userSessions.flush();
  assert.equal(choices.maySend(userId), true);
  const [claim, ...others] = await store.leases.claims(userId);
  assert.deepEqual(others, []);
  assert.deepEqual(
    [claim?.pair, claim?.endsAt],
    ['inACall', step.holding?.slot === 'session' && step.holding.endsAt],
  );
});
