/** What is written behind: a database that is away loses nothing, and a row that it refuses costs nobody else's. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createWriteBehind } from '../../src/store/write-behind.ts';
import { quietLog } from '../support/stores.ts';

/** A database that takes rows but those, and can be away. */
function database(bad: readonly number[] = []) {
  const state = { away: false, written: [] as number[] };
  const write = (rows: readonly number[]) => {
    if (state.away) return Promise.reject(new Error('connect ECONNREFUSED'));
    if (rows.some((row) => bad.includes(row)))
      return Promise.reject(Object.assign(new Error('unsupported Unicode escape'), { code: '22P05' }));
    state.written.push(...rows);
    return Promise.resolve();
  };
  return { state, behind: createWriteBehind<number>(write, quietLog()) };
}

it('a row that the database refuses is dropped alone, wherever it stands', async () => {
  for (const bad of [[0], [499], [500], [3, 4, 700]]) {
    const { state, behind } = database(bad);
    const all = Array.from({ length: 1000 }, (_, index) => index);
    for (const row of all) behind.add(row);
    await behind.flush();
    assert.deepEqual(
      state.written,
      all.filter((row) => !bad.includes(row)),
    );
    assert.deepEqual([behind.counts.written, behind.counts.dropped], [1000 - bad.length, bad.length]);
  }
});

it('a database that is away for however long loses nothing', async () => {
  const { state, behind } = database();
  state.away = true;
  for (const row of [1, 2, 3]) behind.add(row);
  for (let attempt = 0; attempt < 50; attempt += 1) await behind.flush();
  assert.ok(behind.waits((row) => row === 3));
  state.away = false;
  await behind.flush();
  assert.deepEqual(state.written, [1, 2, 3]);
  assert.deepEqual([behind.counts.dropped, behind.waits(() => true)], [0, false]);
});

it('what is taken back while it waits is not written', async () => {
  const { state, behind } = database();
  state.away = true;
  for (const row of [1, 2, 3]) behind.add(row);
  await behind.flush();
  behind.remove((row) => row === 2);
  state.away = false;
  await behind.flush();
  assert.deepEqual(state.written, [1, 3]);
});
