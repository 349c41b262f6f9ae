/** Who waits for whom at the door. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refused } from '../../src/bot/admit.ts';
import { createUnderWay } from '../../src/bot/under-way.ts';
import { createWayIn } from '../../src/bot/way-in.ts';
import { message } from '../support/activities.ts';

const serviceUrl = 'https://smba.example.test/emea/';
const good = 'Bearer good';

describe('a good activity', () => {
  it('does not wait for the refusals of those who came before it', async () => {
    const lines: string[] = [];
    const log = (_facts: object, words: string) => {
      lines.push(words);
    };
    const wayIn = createWayIn({
      tenants: undefined,
      maxTurns: 1,
      admit: (authorization) =>
        Promise.resolve(authorization === good ? { status: 200, serviceUrl } : refused('signature')),
      run: () => Promise.resolve({ status: 200 }),
      underWay: createUnderWay(),
      log: { debug: log, info: log, warn: log, error: log },
    });
    const answers: number[] = [];
    const post = async (authorization: string) => {
      const { status } = await wayIn(
        () => Promise.resolve(message({ text: 'help', serviceUrl })),
        authorization,
      );
      answers.push(status);
    };
    await Promise.all([...Array.from({ length: 100 }, () => post('Bearer bad')), post(good)]);
    assert.equal(answers.indexOf(200), 0);
    assert.deepEqual(
      answers.slice(1),
      Array.from({ length: 100 }, () => 401),
    );
    assert.equal(lines.length, 100);
  });
});
