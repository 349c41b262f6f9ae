import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { developmentAppId, developmentToken, startSimulator } from '../../src/simulator/index.ts';
import { ann, annAction, ask, at, preferred, simulator } from './ask.ts';

describe('starting and stopping', () => {
  it('takes any free port, on loopback', async () => {
    const service = await startSimulator();
    assert.match(service.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.ok(service.port > 0);
    await service.close();
  });

  it('knows one development token when it is given none', async () => {
    for (const [options, appId] of [
      [{}, developmentAppId],
      [{ appId: 'bbbbbbbb-0000-4000-8000-000000000001' }, 'bbbbbbbb-0000-4000-8000-000000000001'],
    ] as const) {
      const service = await startSimulator(options);
      const response = await fetch(`${service.url}/v1.0${annAction('setPresence')}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${developmentToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ sessionId: appId, availability: 'Busy', activity: 'InACall' }),
      });
      await response.text();
      assert.equal(Math.floor(response.status / 100), 2);
      await service.close();
    }
  });

  it('says clearly that a port is taken', async () => {
    const service = await simulator();
    await assert.rejects(startSimulator({ port: service.port }), {
      code: 'EADDRINUSE',
      message: `The simulator cannot listen on 127.0.0.1:${service.port}: the port is already taken.`,
    });
  });

  it('ends hanging and slow requests when it closes, and frees the port', async () => {
    const service = await simulator();
    service.addFault({ kind: 'hang' });
    service.addFault({ kind: 'slow', delayMs: 60_000 });
    const body = preferred('Busy', 'Busy');
    const hanging = [1, 2].map(() => ask(service, annAction('setUserPreferredPresence'), { body }));
    const rejected = Promise.all(hanging.map((one) => assert.rejects(one, TypeError)));
    while (service.requests().filter((one) => one.body !== undefined).length < 2) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const from = performance.now();
    await service.close();
    await rejected;
    assert.ok(performance.now() - from < 1000);
    assert.equal(service.state(ann).preferred, null);
    await service.close();
    await new Promise<void>((resolve, reject) => {
      const probe = createServer().once('error', reject);
      probe.listen(service.port, '127.0.0.1', () =>
        probe.close(() => {
          resolve();
        }),
      );
    });
  });

  it('lets a clock that runs go on running after it was moved', async () => {
    let time = 1_000_000;
    const service = await simulator({ now: () => time });
    service.advance(10);
    time += 500;
    assert.equal(service.now(), 1_010_500);
    service.setClock(5_000_000);
    time += 500;
    assert.equal(service.now(), 5_000_500);
    service.resetClock();
    assert.equal(service.now(), 1_001_000);
  });

  it('serves many requests with work that grows no faster than their number', async () => {
    const service = await simulator();
    const requests = (from: number): object => ({
      requests: Array.from({ length: 20 }, (_, index) => ({
        id: String(index),
        method: 'POST',
        url: `/users/33333333-3333-4333-8333-${String(from + index).padStart(12, '0')}/presence/setUserPreferredPresence`,
        headers: { 'Content-Type': 'application/json' },
        body: preferred('Busy', 'Busy', 'PT1H'),
      })),
    });
    const timed = async (batches: number, offset: number): Promise<number> => {
      const from = process.cpuUsage();
      for (let batch = 0; batch < batches; batch += 1) {
        const answer = await ask(service, '/$batch', { body: requests(offset + batch * 20) });
        assert.equal(at(answer.json, 'responses', 'length'), 20);
      }
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    };
    await timed(40, 0);
    const early = await timed(40, 800);
    await timed(400, 2000);
    const late = await timed(40, 10_000);
    assert.equal(service.states().length, 10_400);
    assert.ok(late < early * 4, `${early} ms of CPU for 800 at first, ${late} ms after 10,000`);
  });
});

describe('independence', () => {
  it('shares no code with the bot: it imports packages and its own files only', async () => {
    const folder = new URL('../../src/simulator/', import.meta.url);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
    assert.ok(files.length > 10);
    for (const name of files) {
      const text = await readFile(new URL(name, folder), 'utf8');
      for (const [, from = ''] of text.matchAll(/(?:from|import) '([^']+)'/g)) {
        assert.match(
          from,
          /^(\.\/[a-z-]+\.ts|node:[a-z]+|zod|temporal-polyfill|windows-iana)$/,
          `${name}: ${from}`,
        );
      }
    }
  });
});
