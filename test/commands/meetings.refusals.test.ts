/** What must leave rules, pauses and everything that is kept as they are. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fakeRecords } from '../support/records.ts';
import { startTalk } from '../support/talk.ts';

const sentences = [
  'meetings',
  'when I join a meeting set me to busy',
  'pause meetings until Monday',
  'resume meetings',
  'export my data',
];

describe('while the records are out of reach', () => {
  for (const sentence of sentences) {
    it(`${sentence}: is told to have changed nothing`, async () => {
      const records = fakeRecords();
      records.down = true;
      const { text } = await startTalk(records).say(sentence);
      assert.equal(text, "I can't reach my records right now, so nothing changed. Try again in a minute.");
      assert.deepEqual(records.calls, []);
    });
  }

  it('a card stays as it is, to be pressed again', async () => {
    const records = fakeRecords();
    const talk = startTalk(records);
    const { card } = await talk.say('meetings');
    const { card: forgetting } = await talk.say('forget me');
    records.down = true;
    for (const [on, title] of [
      [card, 'Save'],
      [forgetting, 'Forget everything'],
    ] as const) {
      const { as, text } = await talk.press(on, title);
      assert.equal(as, 'aside');
      assert.match(text, /can't reach my records/);
    }
    assert.deepEqual(records.calls, []);
  });
});

describe('where nothing outlives the process', () => {
  for (const sentence of [...sentences, 'forget me']) {
    it(`${sentence}: is declined`, async () => {
      assert.equal((await startTalk(undefined).say(sentence)).text, "I can't do that here.");
    });
  }
});

describe('a pause', () => {
  for (const sentence of [
    'pause meetings until today 1pm',
    'pause meetings until 2026-11-19',
    'pause meetings for 500 days',
    'pause meetings for 99999999999999 hours',
    'pause meetings tomorrow',
    'pause meetings every Friday',
    'pause presence for 1h',
    'what if pause meetings',
  ]) {
    it(`is not made of: ${sentence}`, async () => {
      const records = fakeRecords();
      const { text } = await startTalk(records).say(sentence);
      assert.deepEqual(records.calls, []);
      assert.match(text, /[Nn]othing changed|would change nothing/, text);
    });
  }

  it('whose end has passed, or is none, is refused as for other wishes', async () => {
    const records = fakeRecords();
    const talk = startTalk(records);
    for (const until of [
      { said: 'instant', at: talk.now },
      { said: 'instant', at: talk.now - 1 },
      { said: 'instant', at: NaN },
      { said: 'duration', seconds: 0 },
      { said: 'duration', seconds: -60 },
    ] as const) {
      const { content } = await talk.ask({ kind: 'pauseMeetings', until, assumed: [] });
      assert.deepEqual(content, { kind: 'problem', problem: { code: 'endPassed' } }, JSON.stringify(until));
    }
    assert.deepEqual(records.calls, []);
  });

  it('that would begin later is told how pauses begin', async () => {
    const { text } = await startTalk(fakeRecords()).say('pause meetings tomorrow');
    assert.match(text, /starts right away.*`pause meetings until Monday`/);
  });

  it('of presence is answered with what can be paused', async () => {
    const { text } = await startTalk(fakeRecords()).say('pause presence for 1h');
    assert.match(text, /I can pause what your meetings set.*“pause meetings for 1h”/);
  });

  it('of more than a year is told its bound', async () => {
    const { text } = await startTalk(fakeRecords()).say('pause meetings for 500 days');
    assert.match(text, /366 days at most/);
  });
});

describe('the card of rules', () => {
  it('leaves a rule as it is whose field comes empty', async () => {
    const records = fakeRecords();
    const talk = startTalk(records);
    await talk.say('presenting when I start a meeting');
    const { card } = await talk.say('meetings');
    for (const empty of [null, undefined, '']) {
      await talk.press(card, 'Save', { inputs: { start: empty, present: 'ask', join: empty } });
      assert.equal(records.calls.at(-1), 'setRules {"present":"ask"}');
    }
    const before = records.calls.length;
    const { text } = await talk.press(card, 'Save', { inputs: { start: null, present: null, join: null } });
    assert.doesNotMatch(text, /Saved/);
    assert.match(text, /Presenting/i);
    assert.equal(records.calls.length, before);
  });

  it('saves nothing that it does not offer', async () => {
    const records = fakeRecords();
    const talk = startTalk(records);
    const { card } = await talk.say('meetings');
    for (const inputs of [
      { start: 'offline' },
      { start: 'Presenting' },
      { join: ['ask'] },
      { join: true },
      { start: '__proto__' },
    ]) {
      const { content, as } = await talk.press(card, 'Save', { inputs });
      assert.deepEqual([content.kind, as], ['unknownButton', 'aside'], JSON.stringify(inputs));
    }
    assert.deepEqual(records.calls, []);
  });

  it('is its owner’s alone', async () => {
    const records = fakeRecords();
    const talk = startTalk(records);
    const { card } = await talk.say('meetings');
    const forged = { owner: '44444444-4444-4444-8444-444444444444' };
    assert.equal((await talk.press(card, 'Save', { forged })).content.kind, 'notYours');
    assert.deepEqual(records.calls, []);
  });
});
