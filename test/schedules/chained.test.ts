import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Guid } from '../../src/presence/intent.ts';
import { createChained } from '../../src/schedules/chained.ts';
import type { Store } from '../../src/store/store.ts';

it('whoever begins a chain is known while the store is asked, and after it could not be', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const userId = '11111111-1111-4111-8111-111111111111' as Guid;
  let asked = Promise.resolve<readonly Guid[]>([]);
  const store = {
    schedules: { chained: () => asked },
    due: { pollMs: 5000 },
  } as unknown as Pick<Store, 'schedules' | 'due'>;
  const failed = Promise.withResolvers<unknown>();
  const chained = await createChained(store, failed.resolve);
  t.after(() => {
    chained.stop();
  });
  chained.add(userId);
  const answer = Promise.withResolvers<readonly Guid[]>();
  asked = answer.promise;
  t.mock.timers.tick(5000);
  assert.equal(chained.has(userId), true);
  answer.reject(new Error('away'));
  await failed.promise;
  assert.equal(chained.has(userId), true);
});
