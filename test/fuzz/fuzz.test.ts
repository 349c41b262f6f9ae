import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fuzz } from './run.ts';

describe('400 mutated activities with good tokens', () => {
  it('are all answered, break nothing, and change nobody but the very sender', async () => {
    const { statuses, faults, writes } = await fuzz({ count: 400, seed: 20261120 });
    assert.deepEqual(faults, []);
    // Most of them must have got as far as a turn, or nothing was tried.
    assert.ok((statuses['200'] ?? 0) > 250, JSON.stringify(statuses));
    assert.ok(writes > 50, `${writes} writes`);
  });
});
