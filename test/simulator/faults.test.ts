import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, annAction, ask, at, bob, message, preferred, seen, simulator, type Answered } from './ask.ts';
import type { Simulator } from '../../src/simulator/index.ts';

const busy = { body: preferred('Busy', 'Busy', 'PT1H') };

function setBusy(service: Simulator): Promise<Answered> {
  return ask(service, annAction('setUserPreferredPresence'), busy);
}

function isConnectionReset(error: unknown): boolean {
  return error instanceof TypeError && at(error.cause, 'code') === 'ECONNRESET';
}

/** Waits for what another task must have done by now, and fails if it never does. */
async function eventually(holds: () => boolean): Promise<void> {
  const end = Date.now() + 2000;
  while (!holds()) {
    assert.ok(Date.now() < end, 'it never came true');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('faults that answer', async () => {
  const service = await simulator();

  for (const status of [401, 403, 404, 429, 500, 503, 504]) {
    it(`answers ${status} once, does nothing, and then serves as before`, async () => {
      service.reset();
      service.addFault({ kind: 'answer', status });
      const failed = await setBusy(service);
      assert.equal(failed.status, status);
      assert.equal(typeof at(failed.json, 'error', 'code'), 'string');
      assert.equal(at(failed.json, 'error', 'innerError', 'request-id'), failed.headers.get('request-id'));
      assert.equal(failed.headers.get('retry-after'), null);
      assert.equal(service.state(ann).preferred, null);
      assert.equal(Math.floor((await setBusy(service)).status / 100), 2);
    });
  }

  it('gives 403 an empty message, and any code and message that is asked for', async () => {
    service.reset();
    service.addFault({ kind: 'answer', status: 403 });
    assert.equal(at((await setBusy(service)).json, 'error', 'message'), '');
    service.addFault({ kind: 'answer', status: 418, code: 'Teapot', message: 'short and stout' });
    assert.deepEqual(
      [at((await setBusy(service)).json, 'error', 'code'), service.requests().at(-1)?.status],
      ['Teapot', 418],
    );
  });

  for (const seconds of [0, 5, 2.128]) {
    it(`sends Retry-After: ${seconds}`, async () => {
      service.reset();
      service.addFault({ kind: 'answer', status: 429, retryAfter: seconds });
      assert.equal((await setBusy(service)).headers.get('retry-after'), String(seconds));
    });
  }

  it('sends Retry-After as an HTTP date by the real clock, wherever the simulated one stands', async () => {
    service.reset();
    service.addFault({ kind: 'answer', status: 503, retryAfter: { dateInSeconds: 90 } });
    const text = (await setBusy(service)).headers.get('retry-after') ?? '';
    assert.match(text, /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
    const ahead = Date.parse(text) - Date.now();
    assert.ok(ahead > 80_000 && ahead <= 90_000, `${ahead} ms`);
  });

  for (const text of ['-5', '2, 2', 'soon'])
    it(`sends Retry-After: ${text} as it is`, async () => {
      service.reset();
      service.addFault({ kind: 'answer', status: 429, retryAfter: text });
      assert.equal((await setBusy(service)).headers.get('retry-after'), text);
    });

  it('takes effect and answers with another body, in a batch as well', async () => {
    service.reset();
    service.addFault({ kind: 'body', body: '<html>', contentType: 'text/html' });
    const answer = await setBusy(service);
    assert.deepEqual([answer.status, answer.text], [200, '<html>']);
    assert.equal(answer.headers.get('content-type'), 'text/html');
    assert.equal(service.state(ann).seen.availability, 'Busy');
    service.addFault({ kind: 'body', body: 'x', match: { inBatch: true } });
    const batch = await ask(service, '/$batch', {
      body: { requests: [{ id: '1', method: 'GET', url: `/users/${ann}/presence` }] },
    });
    assert.equal(at(batch.json, 'responses', 0, 'body'), 'x');
  });

  it('hits as many times as asked, or always', async () => {
    service.reset();
    service.addFault({ kind: 'answer', status: 500, times: 2 });
    const statuses = [await setBusy(service), await setBusy(service), await setBusy(service)].map(
      ({ status }) => Math.floor(status / 100),
    );
    assert.deepEqual(statuses, [5, 5, 2]);
    const { id } = service.addFault({ kind: 'answer', status: 500, times: 'always' });
    for (let turn = 0; turn < 5; turn += 1) assert.equal((await setBusy(service)).status, 500);
    assert.equal(service.faults()[0]?.hits, 5);
    assert.equal(service.removeFaults(id), 1);
    assert.equal(Math.floor((await setBusy(service)).status / 100), 2);
  });

  it('hits only the requests that match', async () => {
    const other = `/users/${bob}/presence/setUserPreferredPresence`;
    const matches = [
      { action: 'setUserPreferredPresence', userId: ann.toUpperCase() },
      { path: `${ann}/presence/setUser` },
      { method: 'POST', userId: ann },
      { inBatch: false, userId: ann },
    ] as const;
    for (const match of matches) {
      service.reset();
      service.addFault({ kind: 'answer', status: 500, times: 'always', match });
      assert.equal((await setBusy(service)).status, 500, JSON.stringify(match));
      assert.equal(Math.floor((await ask(service, other, busy)).status / 100), 2);
    }
    service.reset();
    service.addFault({ kind: 'answer', status: 500, times: 'always', match: { inBatch: true } });
    assert.equal(Math.floor((await setBusy(service)).status / 100), 2);
    service.reset();
    service.addFault({ kind: 'answer', status: 500, times: 'always', match: { method: 'GET' } });
    assert.equal(Math.floor((await setBusy(service)).status / 100), 2);
    assert.equal((await ask(service, `/users/${ann}/presence`)).status, 500);
  });

  it('hits the user of the token behind /me', async () => {
    service.reset();
    service.addFault({ kind: 'answer', status: 500, match: { userId: ann } });
    assert.equal((await ask(service, '/me/presence', { token: 'ann-read' })).status, 500);
  });

  it('hits with a probability, in the same order for the same seed', async () => {
    const runs: string[] = [];
    for (const seed of [7, 7, 8]) {
      service.reset();
      service.addFault({ kind: 'answer', status: 500, times: 'always', probability: 0.5, seed });
      let run = '';
      for (let turn = 0; turn < 40; turn += 1) run += (await setBusy(service)).status === 500 ? 'x' : '.';
      runs.push(run);
    }
    assert.equal(runs[0], runs[1]);
    assert.notEqual(runs[0], runs[2]);
    assert.match(runs[0] ?? '', /x/);
    assert.match(runs[0] ?? '', /\./);
  });

  it('with inBatch false leaves the parts of a batch alone', async () => {
    service.reset();
    service.addFault({ kind: 'answer', status: 500, match: { inBatch: false, action: 'getPresence' } });
    const requests = [{ id: '1', method: 'GET', url: `/users/${ann}/presence` }];
    const answer = await ask(service, '/$batch', { body: { requests } });
    assert.equal(at(answer.json, 'responses', 0, 'status'), 200);
    assert.equal((await ask(service, `/users/${ann}/presence`)).status, 500);
  });

  it("hits single parts of a batch, with Retry-After among the part's own headers", async () => {
    service.reset();
    service.addFault({ kind: 'answer', status: 429, retryAfter: 3, match: { inBatch: true, userId: bob } });
    const part = (id: string, user: string): object => ({
      id,
      method: 'POST',
      url: `/users/${user}/presence/setUserPreferredPresence`,
      headers: { 'Content-Type': 'application/json' },
      body: busy.body,
    });
    const answer = await ask(service, '/$batch', { body: { requests: [part('1', ann), part('2', bob)] } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('retry-after'), null);
    const responses = at(answer.json, 'responses');
    assert.ok(Array.isArray(responses));
    const throttled: unknown = responses.find((one: unknown) => at(one, 'status') === 429);
    assert.equal(at(throttled, 'id'), '2');
    assert.equal(at(throttled, 'headers', 'Retry-After'), '3');
    assert.equal(service.state(ann).preferred?.availability, 'Busy');
    assert.equal(service.state(bob).preferred, null);
  });
});

describe('faults of the connection', async () => {
  const service = await simulator();

  it('reset cuts the connection before the request takes effect', async () => {
    service.reset();
    service.addFault({ kind: 'reset' });
    await assert.rejects(setBusy(service), isConnectionReset);
    assert.equal(service.state(ann).preferred, null);
    assert.equal(service.requests().at(-1)?.ending, 'reset');
  });

  it('resetAfterApplying cuts it after: the setting holds, but its answer is lost', async () => {
    service.reset();
    service.addFault({ kind: 'resetAfterApplying' });
    await assert.rejects(setBusy(service), isConnectionReset);
    assert.equal(await seen(service, ann), 'Busy/Busy');
    assert.equal(service.requests()[0]?.ending, 'lost');
  });

  it('resetAfterApplying on one part of a batch loses the whole answer', async () => {
    service.reset();
    service.addFault({ kind: 'resetAfterApplying', match: { inBatch: true } });
    const requests = [
      {
        id: '1',
        method: 'POST',
        url: annAction('setStatusMessage'),
        headers: { 'Content-Type': 'application/json' },
        body: message('lunch'),
      },
    ];
    await assert.rejects(ask(service, '/$batch', { body: { requests } }), isConnectionReset);
    assert.equal(service.state(ann).statusMessage?.content, 'lunch');
  });

  it('hang never answers, until it is released', async () => {
    service.reset();
    service.addFault({ kind: 'hang' });
    const answer = setBusy(service);
    await eventually(() => service.requests()[0]?.body !== undefined);
    assert.equal(service.state(ann).preferred, null);
    assert.equal(service.requests()[0]?.ending, 'pending');
    await eventually(() => service.releaseHung() === 1);
    assert.equal(Math.floor((await answer).status / 100), 2);
    assert.equal(await seen(service, ann), 'Busy/Busy');
  });

  it('a hanging request that is released takes effect even when its caller has gone', async () => {
    service.reset();
    service.addFault({ kind: 'hang' });
    const caller = new AbortController();
    const answer = fetch(`${service.url}/v1.0${annAction('setUserPreferredPresence')}`, {
      method: 'POST',
      headers: { authorization: 'Bearer app', 'content-type': 'application/json' },
      body: JSON.stringify(busy.body),
      signal: caller.signal,
    });
    await eventually(() => service.requests()[0]?.body !== undefined);
    caller.abort();
    await assert.rejects(answer, { name: 'AbortError' });
    await eventually(() => service.releaseHung() === 1);
    await eventually(() => service.state(ann).preferred?.availability === 'Busy');
  });

  for (const [when, holds] of [
    ['before', false],
    ['after', true],
  ] as const) {
    it(`slow with "${when}" delays the answer, and the effect is ${holds ? 'there' : 'not there'} meanwhile`, async () => {
      service.reset();
      service.addFault({ kind: 'slow', delayMs: 60, when });
      const from = performance.now();
      const answer = setBusy(service);
      await eventually(() => service.requests()[0]?.body !== undefined);
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(service.state(ann).preferred !== null, holds);
      assert.equal(Math.floor((await answer).status / 100), 2);
      assert.ok(performance.now() - from >= 55);
      assert.equal(service.state(ann).preferred?.availability, 'Busy');
    });
  }

  it('a reset of the simulator cuts hanging requests, which then never take effect', async () => {
    service.reset();
    service.addFault({ kind: 'hang' });
    const answer = assert.rejects(setBusy(service), isConnectionReset);
    await eventually(() => service.requests()[0]?.body !== undefined);
    service.reset();
    await answer;
    assert.equal(service.state(ann).preferred, null);
  });
});

describe('the throttle', () => {
  it('answers 429 once an application has spent its budget, and serves again in the next window', async () => {
    const service = await simulator({ budget: { requests: 3, seconds: 30 } });
    for (let turn = 0; turn < 3; turn += 1) assert.notEqual((await setBusy(service)).status, 429);
    service.advance(10);
    const refused = await setBusy(service);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '20');
    const body = { ...busy.body };
    const other = await ask(service, annAction('setUserPreferredPresence'), { body, token: 'other-app' });
    assert.notEqual(other.status, 429);
    service.advance(20);
    assert.notEqual((await setBusy(service)).status, 429);
  });

  it('counts each part of a batch by itself', async () => {
    const service = await simulator({ budget: { requests: 3, seconds: 30 } });
    const requests = [1, 2, 3, 4].map((id) => ({
      id: String(id),
      method: 'GET',
      url: `/users/${ann}/presence`,
    }));
    const answer = await ask(service, '/$batch', { body: { requests } });
    const responses = at(answer.json, 'responses');
    assert.ok(Array.isArray(responses));
    const statuses = responses.map((part: unknown) => Number(at(part, 'status'))).sort();
    assert.deepEqual(statuses, [200, 200, 200, 429]);
  });
});
