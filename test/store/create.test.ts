/** The very first start: the database is made beside whoever waits, and what was cut off is made anew. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { guid } from '../../src/presence/intent.ts';
import { createIfMissing } from '../../src/store/create.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { quietLog } from '../support/stores.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'presence-bot-create-'));
const folder = join(dataDir, 'postgres');
const unfinished = `${folder}.new`;
const writer = fileURLToPath(new URL('writer.ts', import.meta.url));
const user = '11111111-1111-4111-8111-111111111111';
after(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

/** The steps build on each other: a creation is seconds of work. */
describe('a folder without a database', () => {
  it('has none after a creation that was killed in the middle', { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, [writer, JSON.stringify({ dataDir }), user], { stdio: 'ignore' });
    const exited = once(child, 'exit');
    // By then initdb has begun to write its catalogues.
    while (!existsSync(join(unfinished, 'base')) && child.exitCode === null) await delay(5);
    child.kill('SIGKILL');
    const [, signal] = (await exited) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
    assert.ok(existsSync(unfinished), 'something was begun');
    assert.ok(!existsSync(folder), 'and is not taken for a database');
  });

  it('gets it made anew, complete, while the process goes on with everything else', async (context) => {
    mkdirSync(folder, { recursive: true });
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, 'left-behind'), '');
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    await createIfMissing(dataDir);
    clearInterval(ticking);
    context.diagnostic(`${turns} turns of the event loop meanwhile`);
    // In this thread there is hardly one: it is seconds of work without a pause.
    assert.ok(turns > 100, `only ${turns} turns of the event loop`);
    assert.ok(!existsSync(unfinished));
    assert.ok(!existsSync(join(folder, 'left-behind')));
    const database = await openDatabase({ dataDir }, quietLog());
    const { rows } = await sql<{ queues: number }>`
      select count(*)::int as queues from jobs.queue where name in ('leases', 'meetings')`.execute(
      database.db,
    );
    await database.close();
    assert.equal(rows[0]?.queues, 2, 'all tables are there');
  });

  it('is used as it is from then on', async () => {
    writeFileSync(join(dataDir, 'keep'), '');
    const options = { now: () => 0, log: quietLog() };
    const first = await openStore({ dataDir }, options);
    await first.people.put(userId(), 'contoso', { zone: 'Europe/Berlin' });
    await first.close();
    const again = await openStore({ dataDir }, options);
    assert.equal((await again.people.find(userId()))?.zone, 'Europe/Berlin');
    await again.close();
    assert.deepEqual(readdirSync(dataDir).sort(), ['keep', 'lock', 'postgres']);
  });
});

function userId() {
  const found = guid(user);
  assert.ok(found !== undefined);
  return found;
}
