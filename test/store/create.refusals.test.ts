/** A folder that cannot hold a database: the operator hears what to do, and nothing of value is removed. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/store/store.ts';
import { quietLog } from '../support/stores.ts';

const home = mkdtempSync(join(tmpdir(), 'presence-bot-unfit-'));
after(() => {
  rmSync(home, { recursive: true, force: true });
});
const writer = fileURLToPath(new URL('writer.ts', import.meta.url));
const user = '11111111-1111-4111-8111-111111111111';

describe('a data folder', () => {
  it('that is none is named, with what to do, and stays as it is', async () => {
    const file = join(home, 'file');
    writeFileSync(file, 'something of value');
    for (const dataDir of [file, join(file, 'below')]) {
      await assert.rejects(openStore({ dataDir }, { now: () => 0, log: quietLog() }), (error: Error) => {
        assert.equal(error.name, 'FolderUnfitError');
        assert.ok(error.message.includes(dataDir), error.message);
        assert.match(error.message, /may write there, or set DATA_DIR to another folder, or DATABASE_URL/);
        return true;
      });
    }
    assert.equal(readFileSync(file, 'utf8'), 'something of value');
  });

  // A limit of what a process may write to a file is as good as a full disk, and needs no disk of its own.
  it(
    'that is full is told of, and nothing half made takes up room',
    { skip: process.platform === 'win32', timeout: 60_000 },
    async () => {
      const dataDir = join(home, 'full');
      const command = 'ulimit -f 1; exec "$@"';
      const child = spawn(
        'sh',
        ['-c', command, 'sh', process.execPath, writer, JSON.stringify({ dataDir }), user],
        {
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      );
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
      const [code] = (await once(child, 'exit')) as [number | null];
      assert.equal(code, 1, said);
      assert.match(said, /FolderUnfitError: The embedded store could not be made in .*set DATA_DIR/);
      assert.ok(said.includes(dataDir));
      assert.deepEqual(readdirSync(dataDir), ['lock']);
    },
  );
});
