/** The embedded store on a disk that is nearly full. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it, mock } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { guid } from '../../src/presence/intent.ts';
import { openStore } from '../../src/store/store.ts';
import { quietLog } from '../support/stores.ts';

const folder = fs.mkdtempSync(join(tmpdir(), 'presence-bot-room-'));
const log = quietLog();
const store = await openStore({ dataDir: folder }, { now: Date.now, log });
after(async () => {
  await store.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const userId = guid('77777777-7777-4777-8777-000000000001') ?? assert.fail();
const kept: string[] = [];
const hold = async (dueAt = Date.now()) => {
  const id = randomUUID();
  const source = { kind: 'meeting', meetingId: id } as const;
  const endsAt = Date.UTC(2100, 0);
  const claim = { id, userId, tenantId: 't', source, pair: 'presenting', openedAt: 0, endsAt } as const;
  await store.leases.hold(claim, dueAt);
  kept.push(id);
};
const found = async () => (await store.leases.claims(userId)).map(({ id }) => id);

it('refuses what it cannot keep, loses nothing, goes on reading, and works again once there is room', async (context) => {
  const rang: string[] = [];
  await store.jobs.work('leases', (keys) => Promise.resolve(void rang.push(...keys)), { batchSize: 20 });
  for (let one = 0; one < 20; one += 1) await hold(Date.now() + 1500);
  const { statfsSync } = fs;
  const full = mock.method(fs, 'statfsSync', (path: string) => ({
    ...(statfsSync(path) as object),
    bavail: 100,
    bsize: 4096,
  }));
  context.after(() => {
    full.mock.restore();
  });
  let refused = 0;
  for (let one = 0; one < 20; one += 1) {
    await hold().catch((error: unknown) => {
      assert.ok(error instanceof Error && error.name === 'NoRoomError', String(error));
      assert.match(error.message, /Less than 48 MB .*Make room there; no restart is needed/);
      refused += 1;
    });
  }
  await assert.rejects(store.people.put(userId, 't', {}), { name: 'NoRoomError' });
  await assert.rejects(store.seen.first('key', Date.now() + 1000), { name: 'NoRoomError' });
  assert.deepEqual((await found()).sort(), kept.toSorted());
  await store.ping();
  await delay(2500);
  assert.deepEqual(rang, []);
  const lines = log.lines.filter((line) => line.includes('job queue'));
  assert.equal(lines.length, 1, 'it is told of once in a while');

  full.mock.restore();
  await hold();
  for (let waited = 0; rang.length === 0 && waited < 10_000; waited += 100) await delay(100);
  assert.deepEqual(rang.slice(0, 1), [userId], 'the alarms ring after all');
  assert.deepEqual((await found()).sort(), kept.toSorted());
  context.diagnostic(`${refused} of 20 refused, ${kept.length} kept, 0 lost`);
  assert.equal(refused, 20);
});
