import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fuzz } from './run.ts';

describe('800 mutated activities with good tokens', () => {
  it('are all answered, break nothing, and change nobody but the very sender', async () => {
    const { statuses, faults, writes } = await fuzz({ count: 800, seed: 20261120 });
    assert.deepEqual(faults, []);
    // Most of them must have got as far as a turn, or nothing was tried.
    assert.ok((statuses['200'] ?? 0) > 500, JSON.stringify(statuses));
    assert.ok(writes > 150, `${writes} writes`);
  });
});
