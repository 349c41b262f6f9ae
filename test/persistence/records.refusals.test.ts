/** What is asked of the records while they are out of reach changes nothing. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRecords } from '../../src/persistence/records.ts';
import type { Work } from '../../src/persistence/work.ts';
import { now, sender } from '../presence/samples.ts';

/** The records of a store that cannot be opened, or fails afterwards, and what was done of `forget me`. */
function recordsOn(fails: 'open' | 'end' | 'nothing') {
  const done: string[] = [];
  const doing = (what: string) => () => {
    done.push(what);
    return Promise.resolve();
  };
  const down = () => Promise.reject(new Error('down'));
  const work = {
    store: { forgetPerson: doing('erased') },
    schedules: {
      whileHeld: async (_who: unknown, work: () => Promise<unknown>) => {
        done.push('held');
        try {
          return await work();
        } finally {
          done.push('released');
        }
      },
    },
    sessions: {
      endMany:
        fails === 'end' ? down : () => doing('ended')().then(() => ({ ended: [], settled: new Map() })),
    },
  } as unknown as Work;
  const records = createRecords({
    open: () => (fails === 'open' ? down() : Promise.resolve(work)),
    forgotten: doing('forgotten'),
    flush: doing('flushed'),
    now: () => now,
  });
  return { records, done };
}

describe('who wants to be forgotten', () => {
  it('has what they chose last on record first, so that it is ended too', async () => {
    const { records, done } = recordsOn('nothing');
    await records.forget(sender);
    assert.deepEqual(done, ['held', 'flushed', 'ended', 'forgotten', 'erased', 'forgotten', 'released']);
  });

  for (const fails of ['open', 'end'] as const)
    it(`while the store is out of reach (${fails}) loses nothing of what waits for it`, async () => {
      const { records, done } = recordsOn(fails);
      await assert.rejects(records.forget(sender), /down/);
      assert.ok(!done.includes('forgotten'));
    });
});
