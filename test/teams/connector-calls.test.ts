/** How many calls to the Bot Connector are under way, and whether it answers. */

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  createConnectorCalls,
  type CallLimits,
  type ConnectorCalls,
} from '../../src/teams/connector-calls.ts';
import { ConnectorRefusal } from '../../src/teams/sdk/connector.ts';
import { createTurnLimit } from '../../src/teams/receive.ts';
import { NoAnswerError } from '../../src/outbound/client.ts';

const [here, there] = ['https://smba.example.test/emea/', 'https://smba.example.test/amer/'];
const noon = Date.UTC(2026, 10, 20, 12);
let now = noon;
let lines: string[] = [];
const open = (limits: Partial<CallLimits>): ConnectorCalls =>
  createConnectorCalls({
    limits,
    now: () => now,
    log: { warn: (_facts, text) => lines.push(text) },
  });
/** Never answered, until it is aborted. */
const hangs = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
  });
const answers = () => Promise.resolve('taken');
const refuses = (statusCode: number) => () => Promise.reject(new ConnectorRefusal(statusCode));
const fails = () => Promise.reject(new NoAnswerError('no'));

beforeEach(() => {
  now = noon;
  lines = [];
});

describe('a call that is not answered', () => {
  it('is aborted, and names whose limit it was', async () => {
    await assert.rejects(open({ callMs: 10 }).make(here, hangs), { name: 'ConnectorTimeout' });
  });

  it('leaves room for others when it has ended', async () => {
    const calls = open({ callMs: 10, perUrl: 1 });
    await assert.rejects(calls.make(here, hangs));
    assert.equal(await calls.make(here, answers), 'taken');
  });
});

describe('calls under way', () => {
  it('are so many of one service URL, which leaves room for another one', async () => {
    const calls = open({ callMs: 50, perUrl: 2, inAll: 3 });
    const hanging = [here, here, there].map((url) => calls.make(url, hangs));
    const ended = Promise.allSettled(hanging);
    await assert.rejects(calls.make(here, answers), { name: 'TooManyConnectorCalls' });
    await assert.rejects(calls.make('https://smba.example.test/apac/', answers), {
      name: 'TooManyConnectorCalls',
    });
    await ended;
    assert.equal(await calls.make(here, answers), 'taken');
  });
});

describe('the connector', () => {
  it('is not silent before anything was said, nor after an answer, whatever it is', async () => {
    const calls = open({});
    assert.equal(calls.silentSince(), undefined);
    await calls.make(here, answers);
    for (const status of [404, 429, 500]) await assert.rejects(calls.make(here, refuses(status)));
    assert.equal(calls.silentSince(), undefined);
  });

  it('is silent since the first call that failed, until one is answered', async () => {
    const calls = open({});
    await assert.rejects(calls.make(here, fails));
    now += 10_000;
    await assert.rejects(calls.make(here, fails));
    assert.equal(calls.silentSince(), noon);
    await assert.rejects(calls.make(here, refuses(404)));
    assert.equal(calls.silentSince(), undefined);
    assert.deepEqual(lines, ['the Bot Connector does not answer', 'the Bot Connector answers again']);
  });

  it('is silent before the first call has even failed', async () => {
    const calls = open({ callMs: 50 });
    const hanging = assert.rejects(calls.make(here, hangs));
    assert.equal(calls.silentSince(), undefined);
    now += 6000;
    assert.equal(calls.silentSince(), noon);
    await calls.make(here, answers);
    assert.equal(calls.silentSince(), undefined);
    await hanging;
  });

  it('is not silent any more when nothing was tried for a while', async () => {
    const calls = open({});
    await assert.rejects(calls.make(here, fails));
    now += 31_000;
    assert.equal(calls.silentSince(), undefined);
  });

  it('is not silent while one region answers', async () => {
    const calls = open({});
    await assert.rejects(calls.make(here, fails));
    await calls.make(there, answers);
    assert.equal(calls.silentSince(), undefined);
  });

  it('is not blamed for a token that could not be had', async () => {
    const calls = open({});
    await assert.rejects(calls.make(here, () => Promise.reject(new Error('no token'))));
    assert.equal(calls.silentSince(), undefined);
  });
});

describe('turns', () => {
  it('are so many at work, and those that wait aside are not', async () => {
    const turns = createTurnLimit(1);
    const { promise: sent, resolve: take } = Promise.withResolvers<string>();
    const waiting = turns.run((aside) => aside(() => sent));
    const { promise: worked, resolve: end } = Promise.withResolvers<string>();
    const working = turns.run(() => worked);
    assert.ok(waiting !== undefined && working !== undefined);
    assert.equal(
      turns.run(() => sent),
      undefined,
    );
    end('worked');
    await working;
    take('sent');
    assert.equal(await waiting, 'sent');
    assert.equal(await turns.run(() => Promise.resolve('next')), 'next');
  });
});
