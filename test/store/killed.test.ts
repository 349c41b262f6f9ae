/** kill -9 in the middle of writing: what was acknowledged is there and comes due, and the folder is free at once. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

const places = openPlaces();
const children = new Set<ChildProcess>();
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await places.close();
});

const writer = fileURLToPath(new URL('writer.ts', import.meta.url));
const user = '11111111-1111-4111-8111-111111111111';
/** More take longer than a test run should: `KILLS=50 node --test test/store/killed.test.ts`. */
const rounds = Number(process.env.KILLS ?? 2);
const wheres = { embedded: await places.make('embedded'), server: await places.make('server') };

/** Starts a writer, and kills it once it has had that many claims acknowledged. */
async function writeAndKill(
  where: StoreFolder,
  enough: number,
): Promise<{ found: string[]; kept: string[] }> {
  const child = spawn(process.execPath, [writer, JSON.stringify(where), user], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const exited = once(child, 'exit');
  let found: string[] | undefined;
  const kept: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, rest = ''] = line.split(' ', 2);
    if (word === 'found') found = JSON.parse(rest) as string[];
    // The line under way at the kill may be cut: then it was never acknowledged.
    else if (word === 'kept' && rest.length === 36) kept.push(rest);
    if (kept.length === enough) child.kill('SIGKILL');
  }
  const [, signal] = (await exited) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL');
  children.delete(child);
  assert.ok(found !== undefined);
  return { found, kept };
}

for (const kind of places.kinds) {
  describe(`the ${kind} store`, () => {
    it(`loses nothing acknowledged and doubles nothing, killed ${rounds} times while it wrote`, async (context) => {
      const where = wheres[kind];
      const acknowledged = new Set<string>();
      for (let round = 0; round < rounds; round += 1) {
        const { found, kept } = await writeAndKill(where, 3 + 2 * round);
        const there = new Set(found);
        assert.deepEqual(
          [...acknowledged].filter((id) => !there.has(id)),
          [],
        );
        for (const id of [...found, ...kept]) acknowledged.add(id);
      }
      const database = await openDatabase(where, quietLog());
      const { db } = database;
      const { rows } = await sql<{ id: string }>`select id from claims`.execute(db);
      const due = await db.selectFrom('session_slots').select(['user_id', 'due_at']).execute();
      await database.close();
      const there = new Set(rows.map(({ id }) => id));
      assert.deepEqual(
        [...acknowledged].filter((id) => !there.has(id)),
        [],
      );
      assert.deepEqual(due, [{ user_id: user, due_at: Date.UTC(2100, 0, 1) }]);
      context.diagnostic(`${acknowledged.size} acknowledged, 0 lost, after ${rounds} kills`);
    });
  });
}

describe('a folder', () => {
  it('that a process uses is refused to a second one, which is told what to do', async () => {
    const where = wheres.embedded;
    const options = { now: () => 0, log: quietLog() };
    const first = await openStore(where, options);
    const second = spawn(process.execPath, [writer, JSON.stringify(where), user], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    children.add(second);
    let said = '';
    second.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    const [code] = (await once(second, 'exit')) as [number | null];
    assert.equal(code, 1);
    assert.ok(said.includes(where.dataDir), said);
    assert.match(
      said,
      /StoreProblem: Another process is using .*Stop the other process, or give this one a DATA_DIR/,
    );
    await assert.rejects(
      openStore(where, options),
      { name: 'StoreProblem', kind: 'taken' },
      'nor to the same one again',
    );
    await first.ping();
    await first.close();
    const again = await openStore(where, options);
    await again.close();
  });
});
