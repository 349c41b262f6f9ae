/** What an unforeseen error may tell the log: where it came from, and none of its words. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { createAdapter } from '../../src/teams/sdk/adapter.ts';
import { createBot } from '../../src/teams/bot.ts';
import { traced } from '../../src/teams/errors.ts';
import { createOutbox } from '../../src/teams/outbox.ts';
import { createReplyLanguages } from '../../src/persistence/reply-languages.ts';
import { createPersonStates } from '../../src/persistence/person-states.ts';
import { createOrder } from '../../src/commands/order.ts';
import { guid } from '../../src/presence/intent.ts';
import { BOT_ID, TENANT_ID, cardAction, message, submitted } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';

const canary = 'canary-of-somebody';
const unforeseen: [name: string, error: () => unknown][] = [
  ['an error', () => new Error(`no such status: ${canary}`)],
  ['an error of several lines', () => new TypeError(`no:\n${canary}\n\n  ${canary}`)],
  [
    'an error whose lines look like frames',
    () => new Error(`no\n    at ${canary} (file:///${canary}.ts:1:1)`),
  ],
  ['an error whose message is its name', () => new Error('Error', { cause: canary })],
  ['a cause', () => new Error('no', { cause: new RangeError(`${canary}\n    at ${canary}`) })],
  ['a cause of a cause', () => new Error('no', { cause: new Error('no', { cause: new Error(canary) }) })],
  ['a cause that is a text', () => new Error('no', { cause: canary })],
  ['errors in a list', () => new AggregateError([new Error(canary)], canary)],
  [
    'an error with further fields',
    () => Object.assign(new Error(canary), { text: canary, body: { canary } }),
  ],
  ['a name of words', () => Object.assign(new Error('no'), { name: `no ${canary}` })],
  [
    'a message that was changed',
    () => Object.assign(new Error(`${canary}\n    at ${canary}`), { message: 'no' }),
  ],
  [
    'a message that was emptied',
    () => Object.assign(new Error(`${canary}\n    at ${canary}`), { message: '' }),
  ],
  ['a stack that is a text', () => Object.assign(new Error('no'), { stack: `${canary}\n    at ${canary}` })],
  ['a thrown text', () => canary],
  ['a thrown object', () => ({ message: canary, stack: canary })],
];

const connector = await startConnector();
after(() => connector.close());
let lines: string[] = [];
let thrown: () => unknown = () => new Error('nothing');
const write = (facts: object, words: string) => {
  lines.push(JSON.stringify({ ...facts, words }));
};
const log = { debug: write, info: write, warn: write, error: write };
const now = () => Date.UTC(2026, 10, 20, 19, 7);
const fails = () => {
  throw thrown();
};
const adapter = createAdapter(undefined, { tokenFor: () => Promise.reject(new Error('none')), now, log });
const botId = guid(BOT_ID) ?? assert.fail();
const bot = createBot({
  adapter,
  authenticate: () => Promise.resolve({ status: 200, serviceUrl: undefined }),
  outbox: createOutbox({ adapter, signIns: undefined, botId, now, log }),
  rememberRecipient: () => undefined,
  handleMeetingEvent: () => Promise.resolve(),
  files: undefined,
  ended: () => undefined,
  tenants: undefined,
  home: guid(TENANT_ID) ?? assert.fail(),
  commandsPerMinute: 1_000_000,
  maxTurns: 10,
  services: {
    policy: { sessionId: botId },
    order: createOrder(),
    personStates: { ...createPersonStates({ now, log }), get: fails },
    records: undefined,
    languages: createReplyLanguages({ people: () => undefined, now }),
    write: fails,
    read: fails,
    readMany: fails,
    takesFiles: false,
    readsOthers: true,
    userTokens: undefined,
    log,
    now,
  },
  roster: fails,
  log,
  patienceMs: 5000,
  invokeMs: 5000,
  cardsRefresh: false,
});

beforeEach(() => {
  lines = [];
  connector.clear();
});

describe('an unforeseen error in a turn', () => {
  const { url: serviceUrl } = connector;
  const pressed = { verb: 'run', data: { say: 'dnd 2h' } };
  const doors: [name: string, activity: () => object, heard: boolean][] = [
    ['a message', () => message({ text: 'dnd 2h', serviceUrl }), true],
    ['a card’s button', () => cardAction({ serviceUrl, ...pressed }), false],
    [
      'a button that came as a message',
      () => submitted({ serviceUrl, value: { ...pressed.data, verb: 'run' } }),
      true,
    ],
  ];
  for (const [door, activity, heard] of doors) {
    it(`of ${door} is logged once by name and frames, and the sender is told`, async () => {
      thrown = () => new TypeError(`cannot read ${canary}`);
      const { status } = await bot.receive(() => Promise.resolve(activity()), '');
      assert.equal(status, 200);
      const failed = lines.filter((line) => line.includes('turn failed'));
      assert.equal(failed.length, 1);
      assert.match(failed[0] ?? '', /"error":"TypeError","stack":"at .*errors\.refusals\.test\.ts:\d+:\d+/);
      assert.doesNotMatch(lines.join(), new RegExp(canary));
      if (heard) assert.match(wordsOf(connector.replies()[0]), /went wrong/);
    });
  }

  it('outside of it, while its body is read, is logged alike', async () => {
    const { status } = await bot.receive(() => Promise.reject(new Error(canary)), '');
    assert.equal(status, 200);
    assert.equal(lines.length, 1);
    assert.doesNotMatch(lines.join(), new RegExp(canary));
  });
});

describe('nobody’s words are in what is told of', () => {
  for (const [name, error] of unforeseen) {
    it(name, () => {
      assert.doesNotMatch(JSON.stringify(traced(error())), new RegExp(canary));
    });
  }
});

describe('what is told of an error', () => {
  it('has its frames, and those of its causes', () => {
    const told = traced(new Error('no', { cause: new RangeError('no\nno') }));
    const frame = /^at .*errors\.refusals\.test\.ts:\d+:\d+/;
    assert.equal(told.error, 'Error');
    assert.match(told.stack ?? '', frame);
    assert.equal(told.cause?.error, 'RangeError');
    assert.match(told.cause.stack ?? '', frame);
  });

  it('has frames where the message is empty, and for Node’s own errors', () => {
    assert.match(traced(new Error('')).stack ?? '', /^at /);
    assert.throws(
      () => new URL('no address'),
      (error) => /^at new URL/.test(traced(error).stack ?? ''),
    );
  });

  it('ends, though a cause may be its own', () => {
    const error = new Error('no');
    error.cause = error;
    assert.equal(traced(error).cause?.cause?.cause, undefined);
  });
});
