/** Who waits for whom at the door. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { refused, createReceive, type HttpAnswer } from '../../src/teams/receive.ts';
import { createInFlight } from '../../src/teams/sending.ts';
import { message } from '../support/activities.ts';

const serviceUrl = 'https://smba.example.test/emea/';
const good = 'Bearer good';

/** A way in for whoever comes, whose turns give these answers one after the other; an error rejects. */
function open(answers: (HttpAnswer | Error)[], maxTurns = 10) {
  let turns = 0;
  const quiet = () => undefined;
  const receive = createReceive({
    tenants: undefined,
    maxTurns,
    authenticate: () => Promise.resolve({ status: 200, serviceUrl }),
    run: async () => {
      const answer = answers[turns] ?? { status: 200 };
      turns += 1;
      await setImmediate();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    inFlight: createInFlight(),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const post = async (activity: object) => {
    try {
      return (await receive(() => Promise.resolve(activity), good)).status;
    } catch {
      return 'rejected';
    }
  };
  return { post, turns: () => turns };
}

describe('an activity that comes again', () => {
  for (const status of [503, 500, 429]) {
    it(`after ${status} is taken, and then not once more`, async () => {
      const { post, turns } = open([{ status, retryAfter: 10 }]);
      const activity = message({ text: 'help', serviceUrl });
      assert.deepEqual(
        [await post(activity), await post(activity), await post(activity)],
        [status, 200, 200],
      );
      assert.equal(turns(), 2);
    });
  }

  it('after a turn that broke is taken', async () => {
    const { post } = open([new Error('no')]);
    const activity = message({ text: 'help', serviceUrl });
    assert.deepEqual([await post(activity), await post(activity)], ['rejected', 200]);
  });

  it('while the first is under way shares its answer, whatever it is', async () => {
    const { post, turns } = open([{ status: 503 }]);
    const activity = message({ text: 'help', serviceUrl });
    assert.deepEqual(await Promise.all([post(activity), post(activity)]), [503, 503]);
    assert.equal(turns(), 1);
  });

  it('after too many turns at once is taken, and needs no turn of its own if it was answered', async () => {
    const { post, turns } = open([], 1);
    const [first, second] = [message({ text: 'help', serviceUrl }), message({ text: 'status', serviceUrl })];
    assert.deepEqual(await Promise.all([post(first), post(first), post(second)]), [200, 200, 503]);
    assert.equal(await post(second), 200);
    assert.equal(turns(), 2);
  });

  it('after anything else gets the same answer', async () => {
    const { post, turns } = open([{ status: 200 }, { status: 500 }]);
    const activity = message({ text: 'help', serviceUrl });
    assert.deepEqual([await post(activity), await post(activity)], [200, 200]);
    assert.equal(turns(), 1);
  });
});

describe('a good activity', () => {
  it('does not wait for the refusals of those who came before it', async () => {
    const lines: string[] = [];
    const log = (_facts: object, words: string) => {
      lines.push(words);
    };
    const receive = createReceive({
      tenants: undefined,
      maxTurns: 1,
      authenticate: (authorization) =>
        Promise.resolve(authorization === good ? { status: 200, serviceUrl } : refused('signature')),
      run: () => Promise.resolve({ status: 200 }),
      inFlight: createInFlight(),
      log: { debug: log, info: log, warn: log, error: log },
    });
    const answers: number[] = [];
    const post = async (authorization: string) => {
      const { status } = await receive(
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
