/** The `curl` example of docs/meetings.md, as it is written there. */

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MeetingEvent } from '../../src/meetings/event.ts';
import { quietLog } from '../support/stores.ts';
import { key, startHooked } from './hooked.ts';

const taken: MeetingEvent[] = [];
const hooked = await startHooked({
  keys: { rooms: key },
  tenantId: '11111111-1111-4111-8111-111111111111',
  receiver: () => ({
    take: (event) => {
      taken.push(event);
      return Promise.resolve({ accepted: [], unknown: [], late: false });
    },
    seen: { first: () => Promise.resolve(true) },
  }),
  now: Date.now,
  log: quietLog(),
});
after(() => hooked.close());

const guide = fileURLToPath(new URL('../../docs/meetings.md', import.meta.url));

it('the example is taken', { skip: !hasTools() && 'needs bash, curl and openssl' }, async () => {
  const script = /<!-- curl -->\s+```bash\n([^]*?)```/.exec(readFileSync(guide, 'utf8'))?.[1];
  assert.ok(script !== undefined && script.includes('http://127.0.0.1:3978/'));
  const { stdout } = await promisify(execFile)('bash', [
    '-ec',
    `key=${key}\n${script.replace('127.0.0.1:3978', `127.0.0.1:${hooked.port}`)}`,
  ]);
  assert.deepEqual(JSON.parse(stdout), { accepted: 0, unknown: [] });
  assert.deepEqual(
    taken.map(({ key: { source, meetingId } }) => [source, meetingId]),
    [['rooms', 'm-1']],
  );
});

function hasTools(): boolean {
  try {
    execFileSync('bash', ['-c', 'command -v curl openssl od'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
