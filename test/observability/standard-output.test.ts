import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../support/writes-and-ends.ts', import.meta.url));

/** A process that writes a line when it is told to, and ends in the same moment. */
async function startWriter() {
  const child = fork(script, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  await once(child, 'message');
  const output = child.stdout ?? assert.fail();
  return { child, output, ended: once(child, 'exit') };
}

describe('standard output', () => {
  it('has what was written in the last moment', async () => {
    const { child, output, ended } = await startWriter();
    let said = '';
    output.on('data', (text) => (said += String(text)));
    const read = once(output, 'end');
    child.send('write');
    await Promise.all([ended, read]);
    assert.equal(said, 'the last line\n');
  });

  it('lets the process end where its reader is gone', async () => {
    const { child, output, ended } = await startWriter();
    output.destroy();
    await once(output, 'close');
    child.send('write');
    assert.deepEqual(await ended, [0, null]);
  });
});
