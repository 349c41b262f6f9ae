/** The presence of many, read in as few calls as Graph allows. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { asDeveloper } from '../../src/graph/access.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createReadMany } from '../../src/graph/read-presence.ts';
import { sendDefaults } from '../../src/graph/send.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import { sender } from '../presence/samples.ts';
import { startSimulator } from '../../src/simulator/index.ts';

const simulator = await startSimulator({ now: () => Date.parse('2026-11-20T19:07:00Z') });
after(() => simulator.close());
beforeEach(() => {
  simulator.reset();
});

const client = createGraphClient({
  baseUrl: simulator.url,
  access: asDeveloper('local-development-token'),
  attemptMs: 2000,
});
/** How long was waited between attempts, in milliseconds. */
const waits: number[] = [];
const readMany = createReadMany(client, {
  ...sendDefaults,
  now: () => 0,
  sleep: (ms) => {
    waits.push(ms);
    return Promise.resolve();
  },
});

function idOf(number: number): Guid {
  const id = guid(`88888888-8888-4888-8888-${String(number).padStart(12, '0')}`);
  assert.ok(id !== undefined);
  return id;
}
const ids = (count: number) => Array.from({ length: count }, (_, number) => idOf(number));
const asked = () => simulator.requests().map(({ body }) => (body as { ids: string[] }).ids.length);
const sizes = () => asked().sort((one, other) => other - one);

describe('reading many', () => {
  const counts: [number, number[]][] = [
    [0, []],
    [1, [1]],
    [649, [649]],
    [650, [650]],
    [651, [650, 1]],
    [1300, [650, 650]],
    [1301, [650, 650, 1]],
  ];
  for (const [count, calls] of counts) {
    it(`${count} takes ${calls.length} calls: ${calls.join(', ') || 'none'}`, async () => {
      const read = await readMany(sender, ids(count));
      assert.ok(read.ok);
      assert.deepEqual([...read.snapshots.keys()].sort(), ids(count));
      assert.deepEqual(sizes(), calls);
    });
  }

  it('gives each their own', async () => {
    simulator.setTeamsClient({ userId: idOf(700), on: true, availability: 'Busy', activity: 'InACall' });
    simulator.setOutOfOffice({ userId: idOf(3), isOutOfOffice: true, message: 'Back on Monday' });
    const read = await readMany(sender, ids(701));
    assert.ok(read.ok);
    assert.equal(read.snapshots.get(idOf(700))?.activity, 'InACall');
    assert.equal(read.snapshots.get(idOf(3))?.outOfOffice?.message, 'Back on Monday');
    assert.equal(read.snapshots.get(idOf(4))?.outOfOffice, undefined);
  });

  it('asks once for whoever is named twice', async () => {
    await readMany(sender, [...ids(3), ...ids(3)]);
    assert.deepEqual(asked(), [3]);
  });

  it('leaves out whom Graph tells nothing of', async (t) => {
    const silent = await startSimulator({ undocumented: { unknownIds: 'omit' }, users: [idOf(1)] });
    t.after(() => silent.close());
    const reader = createReadMany(
      createGraphClient({
        baseUrl: silent.url,
        access: asDeveloper('local-development-token'),
        attemptMs: 2000,
      }),
      sendDefaults,
    );
    const read = await reader(sender, [idOf(1), idOf(2)]);
    assert.ok(read.ok);
    assert.deepEqual([...read.snapshots.keys()], [idOf(1)]);
  });
});

describe('a failure is told and by whom, and no part of many stands for all', () => {
  it('of one call among several', async () => {
    simulator.addFault({ kind: 'answer', status: 403, times: 1 });
    const read = await readMany(sender, ids(1301));
    assert.ok(!read.ok);
    assert.equal(read.failure.by, 'consent');
    assert.equal(simulator.requests().length, 3);
  });

  const failures: [number, string][] = [
    [401, 'signIn'],
    [403, 'consent'],
    [400, 'refused'],
    [500, 'unreachable'],
  ];
  for (const [status, by] of failures) {
    it(`${status} is ${by}`, async () => {
      simulator.addFault({ kind: 'answer', status, times: 'always' });
      const read = await readMany(sender, ids(2));
      assert.equal(read.ok ? 'read' : read.failure.by, by);
    });
  }

  it('a wait that no search can wait for is not waited', async () => {
    waits.length = 0;
    simulator.addFault({ kind: 'answer', status: 429, retryAfter: 30, times: 'always' });
    const read = await readMany(sender, ids(2));
    assert.ok(!read.ok);
    assert.deepEqual([read.failure.by, read.failure.retryAfter], ['throttled', 30]);
    assert.deepEqual(waits, []);
    assert.equal(simulator.requests().length, 1);
  });

  it('a short one is', async () => {
    waits.length = 0;
    simulator.addFault({ kind: 'answer', status: 429, retryAfter: 1, times: 1 });
    assert.ok((await readMany(sender, ids(2))).ok);
    assert.ok(waits.length === 1 && Number(waits[0]) >= 1000 && Number(waits[0]) <= 1500, String(waits));
  });

  for (const body of ['', 'null', '[]', '{}', '{"value":{}}', '{"value":[{"id":5}]}', '<html>'])
    it(`an answer that cannot be read: ${body === '' ? 'nothing' : body}`, async () => {
      simulator.addFault({ kind: 'body', body });
      const read = await readMany(sender, ids(1));
      assert.deepEqual(read, { ok: false, failure: { by: 'unreadable', mayHold: false } });
    });

  it('what cannot be read of one leaves out that one', async () => {
    const good = { id: idOf(1), availability: 'Busy', activity: 'Busy' };
    const bad = [null, { id: 5 }, { id: idOf(2) }, { ...good, id: idOf(3), availability: '' }, 'x'];
    simulator.addFault({ kind: 'body', body: JSON.stringify({ value: [...bad, good] }) });
    const read = await readMany(sender, ids(4));
    assert.ok(read.ok);
    assert.deepEqual([...read.snapshots.keys()], [idOf(1)]);
  });
});
