/** Several people in one call: each has a result of its own, and what befalls the call befalls all of them. */

import assert from 'node:assert/strict';
import { sender } from '../presence/samples.ts';
import { after, beforeEach, describe, it } from 'node:test';
import { createSendBatch } from '../../src/graph/batch.ts';
import { asDeveloper } from '../../src/graph/access.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import type { GraphRequest } from '../../src/presence/change.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import type { RequestResult } from '../../src/presence/outcome.ts';
import { developmentAppId, startSimulator } from '../../src/simulator/index.ts';

const simulator = await startSimulator({ now: () => Date.parse('2026-11-20T19:07:00Z') });
after(() => simulator.close());
beforeEach(() => {
  simulator.reset();
});

const togetherAt = (baseUrl: string) =>
  createSendBatch(
    createGraphClient({ baseUrl, access: asDeveloper('local-development-token'), attemptMs: 3000 }),
    () => Date.parse('2026-11-20T19:07:00Z'),
  );
const together = togetherAt(simulator.url);

function idOf(number: number): Guid {
  const id = guid(`88888888-8888-4888-8888-${String(number).padStart(12, '0')}`);
  assert.ok(id !== undefined);
  return id;
}
const sessionId = guid(developmentAppId);
assert.ok(sessionId !== undefined);
const setting = (userId: Guid): GraphRequest => ({
  userId,
  action: 'setPresence',
  body: { sessionId, availability: 'Busy', activity: 'InACall', expirationDuration: 'PT1H' },
});
const clearing = (userId: Guid): GraphRequest => ({ userId, action: 'clearPresence', body: { sessionId } });
const settings = (count: number) => Array.from({ length: count }, (_, number) => setting(idOf(number)));
const failureOf = (result: RequestResult | undefined) =>
  result?.kind === 'failed' ? result.failure : undefined;

const callOf = (result: RequestResult) => ('call' in result ? result.call : undefined);

describe('requests sent together', () => {
  for (const [count, batches] of [
    [0, 0],
    [1, 1],
    [20, 1],
    [21, 2],
    [45, 3],
  ] as const)
    it(`${count} take ${batches} batches and have ${count} results`, async () => {
      const results = await together(sender.tenantId, settings(count));
      assert.equal(results.length, count);
      assert.ok(results.every(({ kind }) => kind === 'applied'));
      const outer = simulator.requests().filter(({ path }) => path.endsWith('/$batch'));
      assert.equal(outer.length, batches);
      if (count > 0) assert.equal(simulator.state(idOf(count - 1)).seen.activity, 'InACall');
    });

  it('have the results of their own, in the order they were given, whatever the order of the answers', async () => {
    simulator.addFault({ kind: 'answer', status: 403, match: { userId: idOf(1) } });
    simulator.addFault({ kind: 'answer', status: 429, retryAfter: 2.128, match: { userId: idOf(2) } });
    simulator.addFault({ kind: 'answer', status: 503, match: { userId: idOf(3) } });
    simulator.addFault({ kind: 'answer', status: 500, match: { userId: idOf(4) } });
    const requests = [...settings(5), clearing(idOf(5)), clearing(idOf(6))];
    await together(sender.tenantId, [setting(idOf(6))]);
    const results = await together(sender.tenantId, requests);
    assert.deepEqual(
      results.map((result) => (result.kind === 'failed' ? result.failure.by : result.kind)),
      ['applied', 'consent', 'throttled', 'unreachable', 'unreachable', 'absent', 'applied'],
    );
    assert.equal(failureOf(results[2])?.retryAfter, 3);
    assert.deepEqual(
      [3, 4].map((at) => failureOf(results[at])?.mayHold),
      [false, true],
    );
    const ids = results.map((result) => callOf(result)?.requestId);
    assert.ok(ids.every((id) => id !== undefined) && new Set(ids).size === ids.length);
    assert.deepEqual(
      results.map((result) => callOf(result)?.request),
      requests,
    );
  });

  for (const batchHeaderCase of ['lower', 'canonical'] as const)
    it(`are told how long to wait, with headers in ${batchHeaderCase} case and answers in reverse`, async () => {
      const other = await startSimulator({
        undocumented: { batchOrder: 'reverse', batchHeaderCase },
      });
      other.addFault({ kind: 'answer', status: 429, retryAfter: 7, match: { userId: idOf(1) } });
      const results = await togetherAt(other.url)(sender.tenantId, settings(3));
      await other.close();
      assert.deepEqual(
        results.map(({ kind }) => kind),
        ['applied', 'failed', 'applied'],
      );
      assert.equal(failureOf(results[1])?.retryAfter, 7);
    });
});

describe('what befalls the call befalls every part', () => {
  const outer: [number, string][] = [
    [401, 'signIn'],
    [403, 'consent'],
    [429, 'throttled'],
    [503, 'unreachable'],
  ];
  for (const [status, by] of outer)
    it(`${status} is ${by}`, async () => {
      simulator.addFault({
        kind: 'answer',
        status,
        match: { path: '$batch' },
        ...(status === 429 ? { retryAfter: 9 } : {}),
      });
      const results = await together(sender.tenantId, settings(3));
      assert.deepEqual(
        results.map((result) => failureOf(result)?.by),
        [by, by, by],
      );
      assert.deepEqual(
        results.map((result) => failureOf(result)?.retryAfter)[2],
        status === 429 ? 9 : undefined,
      );
    });

  it('an answer that never comes, and one that is lost', async () => {
    for (const kind of ['hang', 'resetAfterApplying'] as const) {
      simulator.addFault({ kind, match: { path: 'setPresence' } });
      const results = await together(sender.tenantId, settings(2));
      assert.deepEqual(
        results.map((result) => [failureOf(result)?.by, failureOf(result)?.mayHold]),
        [
          ['unreachable', true],
          ['unreachable', true],
        ],
        kind,
      );
    }
  });

  const unreadable: readonly string[] = [
    '',
    'null',
    '{}',
    '<html>',
    '{"responses":[]}',
    '{"responses":[{"id":"9","status":200}]}',
    '{"responses":[null,{"id":0,"status":200},{"id":"1","status":"200"}]}',
    '{"responses":[{"id":"0","status":0},{"id":"1"}]}',
  ];
  for (const body of unreadable)
    it(`an answer that cannot be read: ${body === '' ? 'nothing' : body}`, async () => {
      simulator.addFault({ kind: 'body', body, match: { action: 'batch' } });
      const results = await together(sender.tenantId, settings(2));
      assert.deepEqual(results.map(failureOf), [
        { by: 'unreadable', mayHold: true },
        { by: 'unreadable', mayHold: true },
      ]);
    });
});

describe('what cannot be read of one part leaves only that person in doubt', () => {
  it('a part without a status beside one that is fine', async () => {
    const body = '{"responses":[{"id":"0","status":"fine"},{"id":"1","status":200,"headers":7}]}';
    simulator.addFault({ kind: 'body', body, match: { action: 'batch' } });
    const results = await together(sender.tenantId, settings(2));
    assert.deepEqual(
      results.map((result) => failureOf(result)?.by ?? result.kind),
      ['unreadable', 'applied'],
    );
  });

  const waits: readonly (readonly [string, number | undefined])[] = [
    ['7', 7],
    ['"7"', 7],
    ['"2, 2"', 2],
    ['"99999999999"', 3600],
    ['0', undefined],
    ['"-3"', undefined],
    ['"Fri, 20 Nov 2026 19:06:00 GMT"', undefined],
    ['["7"]', undefined],
  ];
  for (const [header, seconds] of waits)
    it(`Retry-After: ${header} of a part asks for ${seconds ?? 'no'} seconds`, async () => {
      const body = `{"responses":[{"id":"0","status":429,"headers":{"Retry-After":${header}}}]}`;
      simulator.addFault({ kind: 'body', body, match: { action: 'batch' } });
      const [result] = await together(sender.tenantId, settings(1));
      assert.equal(failureOf(result)?.by, 'throttled');
      assert.equal(failureOf(result)?.retryAfter, seconds);
    });
});
