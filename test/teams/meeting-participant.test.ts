/** Whether somebody is in a meeting, asked of Teams through the adapter's own connector. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { createAdapter } from '../../src/teams/sdk/adapter.ts';
import { createIsInMeeting } from '../../src/teams/meeting-participant.ts';
import { guid } from '../../src/presence/intent.ts';
import { AVERY, BRUNO, CHIARA, TENANT_ID } from '../support/activities.ts';
import { startConnector } from '../support/connector.ts';

const connector = await startConnector();
after(() => connector.close());

const meetingId = 'MCMxOTptZWV0aW5nX01HWmtPVEkw/A+B==';
const lines: string[] = [];
const log = { error: () => undefined, warn: (_: object, text: string) => lines.push(text) };
const adapter = createAdapter(undefined, {
  tokenFor: () => Promise.reject(new Error('local mode has no tokens')),
  now: () => 0,
  log,
});
const isInMeeting = createIsInMeeting({
  adapter,
  botId: 'b0700000-0000-4000-8000-000000000000',
  answerMs: 2000,
  log,
});
const meeting = {
  tenantId: TENANT_ID,
  source: 'teams',
  meetingId,
  chat: { id: '19:meeting_1@thread.v2', serviceUrl: `${connector.url}emea/` },
};
const ask = (who: { readonly aadObjectId: string }) => {
  const userId = guid(who.aadObjectId);
  assert.ok(userId !== undefined);
  return isInMeeting(meeting, userId);
};

beforeEach(() => {
  connector.clear();
  lines.length = 0;
  connector.setParticipants(meetingId, { [AVERY.aadObjectId]: true, [BRUNO.aadObjectId]: false });
});

describe('whether somebody is in a meeting', () => {
  it('is what Teams says, with one call', async () => {
    assert.equal(await ask(AVERY), true);
    assert.equal(await ask(BRUNO), false);
    assert.deepEqual(
      connector.received.map(({ operation, conversation, target }) => [operation, conversation, target]),
      [AVERY, BRUNO].map(({ aadObjectId }) => ['participant', meetingId, aadObjectId]),
    );
    assert.deepEqual(lines, []);
  });

  it('is not known where Teams knows no such participant, or refuses', async () => {
    assert.equal(await ask(CHIARA), undefined);
    connector.failNext({ status: 403 });
    assert.equal(await ask(AVERY), undefined);
    assert.equal(lines.length, 2);
  });

  it('is not known where Teams says nothing of it', async () => {
    connector.setParticipants(meetingId, { [AVERY.aadObjectId]: 'unclear' });
    assert.equal(await ask(AVERY), undefined);
  });

  it('is not known where Teams does not answer in time', async () => {
    connector.delayNext(4000);
    assert.equal(await ask(AVERY), undefined);
    assert.deepEqual(lines, ['Teams did not say in time who is in a meeting']);
  });
});
