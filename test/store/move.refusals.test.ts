/** When `npm run move` moves nothing: each time it says what to do. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { guid } from '../../src/presence/intent.ts';
import { openStore } from '../../src/store/store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { killAll, start } from '../support/process.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

const script = fileURLToPath(new URL('../../src/move.ts', import.meta.url));
const ann = guid('77777777-7777-4777-8777-000000000001') ?? assert.fail();
const places = openPlaces();
after(async () => {
  killAll();
  await places.close();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});
const server = async () => {
  const { databaseUrl } = await places.make('server');
  return databaseUrl;
};
const folders: string[] = [];
/** One in which there is nothing. */
const folder = () => {
  const made = temporaryFolder('presence-bot-move-');
  folders.push(made);
  return made;
};
/** What it says when it has ended without success. */
const refused = async (environment: Record<string, string>) => {
  const move = start(environment, script);
  assert.equal(await move.ended, 1);
  assert.doesNotMatch(move.output(), /at .*\.ts:\d+|Moved/);
  return move.output();
};

describe('nothing is moved', () => {
  it('without DATABASE_URL', async () => {
    assert.match(await refused({ DATA_DIR: folder() }), /^Set DATABASE_URL to an empty PostgreSQL/);
  });

  it('from a folder in which there is no store, and none is made', async () => {
    const dataDir = folder();
    assert.match(
      await refused({ DATA_DIR: dataDir, DATABASE_URL: await server() }),
      /There is no store in .*Set DATA_DIR to the folder that the bot used/,
    );
  });

  it('from a folder that a bot is using', async () => {
    const dataDir = folder();
    const store = await openStore({ dataDir }, { now: Date.now, log: quietLog() });
    assert.match(
      await refused({ DATA_DIR: dataDir, DATABASE_URL: await server() }),
      /Another process is using the data folder .*Stop the other process/,
    );
    await store.close();
  });

  it('to a database that does not answer, or that holds something, and that stays as it is', async () => {
    const dataDir = folder();
    const options = { now: Date.now, log: quietLog() };
    await (await openStore({ dataDir }, options)).close();
    const nobody = await refused({
      DATA_DIR: dataDir,
      DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/none',
    });
    assert.match(nobody, /Nothing was moved.*see that DATABASE_URL is right/s);
    assert.doesNotMatch(nobody, /hunter2/);

    const databaseUrl = await server();
    const store = await openStore({ databaseUrl }, options);
    await store.people.put(ann, ann, { zone: 'Europe/Vienna' });
    await store.close();
    assert.match(
      await refused({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }),
      /The database holds data already \(people 1\).*Set DATABASE_URL to an empty database/,
    );
    const again = await openStore({ databaseUrl }, options);
    assert.equal((await again.people.find(ann))?.zone, 'Europe/Vienna');
    await again.close();
  });
});
