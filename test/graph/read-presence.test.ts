/** A presence as Graph sends it, and what is made of it. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, describe, it } from 'node:test';
import { asDeveloper } from '../../src/graph/access.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createRead } from '../../src/graph/read-presence.ts';
import { sendDefaults } from '../../src/graph/send.ts';
import { sender } from '../presence/samples.ts';
import { answer, listen, stop } from '../support/loopback.ts';

let statusMessage: unknown;
const server = createServer((_request, response) => {
  answer(response, 200, { availability: 'Busy', activity: 'Busy', statusMessage });
});
const port = await listen(server);
after(() => stop(server));
const client = createGraphClient({
  baseUrl: `http://127.0.0.1:${port}`,
  access: asDeveloper('local-development-token'),
  attemptMs: 2000,
});
const read = createRead(client, { ...sendDefaults, now: () => 0, sleep: () => Promise.resolve() });

async function endOf(dateTime: string, timeZone = 'UTC'): Promise<number | undefined> {
  statusMessage = { message: { content: 'in the lab' }, expiryDateTime: { dateTime, timeZone } };
  const found = await read(sender, sender.userId);
  assert.ok(found.ok);
  assert.equal(found.snapshot.message?.text, 'in the lab');
  return found.snapshot.message.endsAt;
}

describe('the end of a status message', () => {
  it('is an instant that Graph names in UTC', async () => {
    assert.equal(await endOf('2026-11-20T22:00:00.0000000'), Date.parse('2026-11-20T22:00:00Z'));
    assert.equal(await endOf('2026-11-20T22:00:00', 'Eastern Standard Time'), undefined);
  });

  it('is none in the year 9999, which is how Graph writes “never”', async () => {
    for (const never of ['9999-12-30T23:00:00.0000000', '9999-12-31T00:00:00Z', '9999-01-01T00:00:00'])
      assert.equal(await endOf(never), undefined, never);
  });
});
