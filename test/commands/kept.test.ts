/** What is kept of somebody, shown and erased. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { reply } from '../../src/replies/reply.ts';
import { now } from '../presence/samples.ts';
import { titlesOf } from '../support/press.ts';
import { fakeRecords } from '../support/records.ts';
import { startTalk } from '../support/talk.ts';

const view = { now, zone: undefined, locale: 'en-US' };
const block = /```\n([\s\S]*)\n```$/;

/** The words before the data, and the data as whoever copies it reads it. */
function exported(data: Readonly<Record<string, readonly unknown[]>>) {
  const { text, card } = reply({ kind: 'export', data }, view);
  assert.equal(card, undefined);
  const [, json = ''] = block.exec(text) ?? [];
  return { text, data: JSON.parse(json) as Record<string, { at?: string; n?: number }[]> };
}

const change = (n: number, more = '') => ({
  at: new Date(now - n * 60_000),
  n,
  door: 'chat',
  what: { slot: 'preferred', note: more },
});

describe('export my data', () => {
  it('gives everything as JSON, with what it is and what is not in it', async () => {
    const records = fakeRecords();
    records.kept = { people: [{ zone: 'Europe/London' }], changes: [change(1)], leases: [] };
    const { text } = await startTalk(records).say('export my data');
    assert.match(
      text,
      /^This is everything that I keep about you: .*changes of the last 30 days\. Not in it: the logs/,
    );
    const [, json = ''] = block.exec(text) ?? [];
    assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(records.kept)));
    assert.doesNotMatch(text, /left out/);
  });

  it('leaves out the oldest changes where a message cannot hold all, and says how many', () => {
    const changes = Array.from({ length: 500 }, (_, n) => change(499 - n, 'x'.repeat(20)));
    const { text, data } = exported({ people: [{ zone: 'Europe/London' }], changes });
    const kept = data.changes ?? [];
    assert.ok(kept.length > 50 && kept.length < 500, String(kept.length));
    assert.match(text, new RegExp(`the ${500 - kept.length} oldest entries are left out`));
    assert.deepEqual(
      kept.map(({ n }) => n),
      Array.from({ length: kept.length }, (_, n) => n),
    );
    assert.equal(data.people?.length, 1);
  });

  it('is under 25 KB and valid JSON whatever is kept', () => {
    const word = fc.string({ unit: 'binary', minLength: 50, maxLength: 400 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 40, maxLength: 120 }),
        fc.array(word, { maxLength: 60 }),
        (some, others) => {
          const { text } = exported({
            changes: some.map((note, n) => change(n, note)),
            people: [],
            attendances: others.map((title) => ({ title })),
          });
          assert.ok(text.length * 2 < 25 * 1024);
          assert.ok(Buffer.byteLength(JSON.stringify(text)) < 25 * 1024);
        },
      ),
      { numRuns: 20, seed: 20_261_120 },
    );
  });

  it('lets no words end the block or become tags', () => {
    const note = '``` </code><b>bold</b> & `done`';
    const { text, data } = exported({ changes: [change(1, note)] });
    assert.equal(text.match(/`/g)?.length, 6);
    assert.doesNotMatch(text, /<|&/);
    assert.deepEqual(data.changes, JSON.parse(JSON.stringify([change(1, note)])));
  });
});

describe('forget me', () => {
  it('asks first, with what goes and what stays', async () => {
    const records = fakeRecords();
    const talk = startTalk(records);
    const { text, card } = await talk.say('forget me');
    assert.match(
      text,
      /erases everything.*cannot be undone.*stays at Microsoft until it ends.*Nothing was changed\.$/,
    );
    assert.deepEqual(titlesOf(card), ['Forget everything', 'Show it first']);
    await talk.say('forget me');
    assert.deepEqual(records.calls, []);
  });

  it('is done by its button, and a second press finds it done', async () => {
    const records = fakeRecords();
    records.kept = { people: [{ zone: 'Europe/London' }] };
    const talk = startTalk(records);
    const { card } = await talk.say('forget me');
    const first = await talk.press(card, 'Forget everything');
    const second = await talk.press(card, 'Forget everything');
    assert.match(
      first.text,
      /^I have forgotten everything.*`clear everything` still takes it back.*I remember how to reach you/,
    );
    assert.equal(first.as, 'replacement');
    assert.deepEqual(titlesOf(first.card), []);
    assert.equal(second.text, first.text);
    assert.deepEqual(records.kept, {});
  });

  it('shows what it would erase, and the card stays', async () => {
    const talk = startTalk(fakeRecords());
    const { card } = await talk.say('forget me');
    const shown = await talk.press(card, 'Show it first');
    assert.deepEqual([shown.saying.kind, shown.as], ['export', 'message']);
  });

  it('says of a sign-in that it stays, where there is one', async () => {
    const userTokens = {
      get: () => Promise.resolve('token'),
      refused: () => undefined,
      signOut: () => Promise.resolve(),
    };
    const { text } = await startTalk(fakeRecords(), { userTokens }).say('forget me');
    assert.match(text, /Your sign-in stays; `sign out` takes it back/);
    assert.doesNotMatch((await startTalk(fakeRecords()).say('forget me')).text, /sign-in/);
  });
});
