/** One line for each change, over HTTP: who, by which door, what of it Graph took. */

import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO, GUEST, TENANT_ID } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { ask, dialogIn, pressed } from '../support/extension.ts';
import { cardFor, press } from '../support/press.ts';

const bot = await startBot({ attemptMs: 3000, graph: { sleep: (_ms, signal) => untilStopped(signal) } });
after(() => bot.close());

let before = 0;
beforeEach(async () => {
  bot.simulator.reset();
  bot.connector.clear();
  await bot.say('clear');
  before = bot.logged().length;
  bot.simulator.clearRequests();
});

/** A retry that waits until a newer choice comes. */
function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => {
    const stop = () => {
      reject(new Error('stopped'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

/** The audit's lines since the test began, without what every line of the log has. */
function audited(of: BotUnderTest = bot, from = before) {
  return of
    .logged()
    .slice(from)
    .filter(({ audit }) => audit === true)
    .map(({ level, time, pid, hostname, ...line }) => {
      assert.equal(level, 30);
      assert.ok([time, pid, hostname].every((one) => one !== undefined));
      return line;
    });
}

const steps = (of = audited()) => of.map(({ outcome, steps: taken }) => ({ outcome, steps: taken }));
const requestIds = () => bot.simulator.requests().map(({ requestId }) => requestId);

const line = { audit: true, who: AVERY.aadObjectId, tenant: TENANT_ID, msg: 'presence change' };

describe('a change that Graph takes', () => {
  it('is one line with who, tenant, door, slot, end, status and Graph’s request-id', async () => {
    await bot.say('dnd 2h');
    const [requestId] = requestIds();
    assert.deepEqual(audited(), [
      {
        ...line,
        door: 'chat',
        outcome: 'applied',
        steps: [
          {
            what: 'preferred: doNotDisturb',
            until: '2026-11-20T21:07:00.000Z',
            outcome: 'applied',
            status: 200,
            requestId,
          },
        ],
      },
    ]);
  });

  it('by a card names that door', async () => {
    const card = await cardFor(bot, 'dnd 1h');
    await press(bot, card, '+30 min');
    assert.deepEqual(
      audited().map(({ door, outcome }) => [door, outcome]),
      [
        ['chat', 'applied'],
        ['card', 'applied'],
      ],
    );
  });

  it('by the extension names that door', async () => {
    const { card } = dialogIn(await ask(bot, 'fetchTask', { commandId: 'setPresence' }));
    await ask(bot, 'submitAction', { commandId: 'setPresence', data: pressed(card, 'Busy') });
    assert.deepEqual(
      audited().map(({ door, outcome }) => [door, outcome]),
      [['extension', 'applied']],
    );
  });

  it('is the sender’s, whoever that is', async () => {
    await bot.say('dnd 2h', { from: BRUNO });
    assert.deepEqual(
      audited().map(({ who }) => who),
      [BRUNO.aadObjectId],
    );
  });

  it('tells that there is a message, and never which', async () => {
    await bot.say('busy 1h "nobody else may read this"');
    assert.deepEqual(
      audited().map(({ steps: taken }) => (taken as { what: string }[]).map(({ what }) => what)),
      [['preferred: busy', 'message: set']],
    );
    assert.ok(!JSON.stringify(bot.logged()).includes('nobody else'));
  });

  it('and is cleared or undone is a line each', async () => {
    await bot.say('presenting 1h');
    await bot.say('undo');
    await bot.say('dnd 1h');
    await bot.say('clear');
    assert.deepEqual(
      steps().map(({ outcome, steps: taken }) => [
        outcome,
        ...(taken as { what: string; outcome: string }[]).map((one) => `${one.what} ${one.outcome}`),
      ]),
      [
        ['applied', 'session: presenting applied'],
        ['applied', 'session: cleared applied'],
        ['applied', 'preferred: doNotDisturb applied'],
        ['applied', 'session: cleared absent', 'preferred: cleared applied'],
      ],
    );
  });
});

describe('a change that Graph does not take', () => {
  it('is not applied, with status and request-id', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 400, message: 'a secret of somebody’s' });
    await bot.say('dnd 2h');
    const [requestId] = requestIds();
    assert.deepEqual(steps(), [
      {
        outcome: 'notApplied',
        steps: [
          {
            what: 'preferred: doNotDisturb',
            until: '2026-11-20T21:07:00.000Z',
            outcome: 'failed',
            status: 400,
            requestId,
          },
        ],
      },
    ]);
    assert.ok(!JSON.stringify(bot.logged()).includes('a secret of'));
  });

  it('in part is partly applied', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 400, match: { action: 'setStatusMessage' } });
    await bot.say('busy 1h "in the lab"');
    assert.deepEqual(
      steps().map(({ outcome, steps: taken }) => [
        outcome,
        ...(taken as { outcome: string }[]).map((one) => one.outcome),
      ]),
      [['partly', 'applied', 'failed']],
    );
  });

  it('clearly is uncertain', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 500 });
    await bot.say('dnd 2h');
    assert.deepEqual(
      steps().map(({ outcome }) => outcome),
      ['uncertain'],
    );
  });

  it('before a newer choice comes is superseded', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 503 });
    const older = bot.say('dnd 2h');
    while (bot.simulator.requests().length === 0) await delay(1);
    await bot.say('busy 1h');
    await older;
    assert.deepEqual(
      steps().map(({ outcome, steps: taken }) => [
        outcome,
        ...(taken as { what: string; outcome: string }[]).map((one) => `${one.what} ${one.outcome}`),
      ]),
      [
        ['notApplied', 'preferred: doNotDisturb superseded'],
        ['applied', 'preferred: busy applied'],
      ],
    );
  });
});

describe('what changes nothing', () => {
  it('has no line', async () => {
    const sentences = [
      'help',
      'status',
      'what if dnd 2h',
      'in a call 5h',
      'hello',
      'details',
      'set',
      'dnd until',
    ];
    for (const text of sentences) await bot.say(text);
    await bot.say('dnd 2h', { from: GUEST });
    assert.deepEqual(audited(), []);
  });
});

describe('at another log level', () => {
  for (const level of ['error', 'fatal', 'silent']) {
    it(`${level}: ${level === 'silent' ? 'nothing is written' : 'the line is written, and nothing else'}`, async (t) => {
      const other = await startBot({ environment: { LOG_LEVEL: level } });
      t.after(() => other.close());
      await other.say('dnd 2h');
      await other.say('status');
      assert.equal(other.logged().length, level === 'silent' ? 0 : 1);
      assert.equal(audited(other, 0).length, other.logged().length);
    });
  }
});
