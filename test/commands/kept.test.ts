/** What is kept of somebody, shown and erased. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decode } from 'html-entities';
import { reply } from '../../src/replies/reply.ts';
import { now } from '../presence/samples.ts';
import { titlesOf } from '../support/press.ts';
import { fakeRecords } from '../support/records.ts';
import { startTalk } from '../support/talk.ts';

const view = { now, zone: undefined, locale: 'en-US' };

/** The words in all their messages, and the file as whoever opens it reads it. */
function exported(data: Readonly<Record<string, readonly unknown[]>>) {
  const { text, more = [], card, file } = reply({ kind: 'export', data, as: 'words' }, view);
  assert.equal(card, undefined);
  const kept = JSON.parse(file?.content ?? '') as Record<string, unknown>;
  return { messages: [text, ...more], kept };
}

const change = (n: number, more = '') => ({
  at: new Date(now - n * 60_000),
  n,
  door: 'chat',
  what: { slot: 'preferred', note: more },
});

describe('export my data', () => {
  it('tells everything in words, with what it is and what is not in it', async () => {
    const records = fakeRecords();
    records.kept = {
      people: [{ zone: 'Europe/London', paused_until: null, meeting_rules: { start: 'dnd' } }],
      changes: [change(1, 'out')],
      sessionStore: [],
    };
    const { text } = await startTalk(records).say('export my data');
    assert.match(
      text,
      /^This is everything I keep about you: .*changes of the last 30 days\. It doesn't include the logs/,
    );
    assert.match(text, /\n\n\*\*You\*\*\n\n- zone: Europe\/London · meeting rules start: dnd\n/);
    assert.match(
      text,
      /- at: 2026-11-20 19:06:00 UTC · n: 1 · door: chat · what slot: preferred · what note: out$/,
    );
  });

  it('says that there is nothing, where there is nothing', () => {
    assert.match(exported({}).messages.join(), /our chat\.\n\nThat's nothing right now\.$/);
  });

  it('needs several messages where one cannot hold all, the newest change first and none left out', () => {
    const changes = Array.from({ length: 500 }, (_, n) => change(499 - n, 'x'.repeat(20)));
    const { messages, kept } = exported({ people: [{ zone: 'Europe/London' }], changes });
    assert.ok(messages.length > 2 && messages.length < 8, String(messages.length));
    messages.forEach((text, at) => {
      assert.ok(text.startsWith(`(${at + 1} of ${messages.length}) `));
    });
    const told = [...messages.join('\n').matchAll(/ n: (\d+)/g)].map(([, n]) => Number(n));
    assert.deepEqual(
      told,
      Array.from({ length: 500 }, (_, n) => n),
    );
    assert.deepEqual(kept.changes, JSON.parse(JSON.stringify(changes)));
  });

  it('loses nothing and is under 25 KB in each message whatever is kept', () => {
    const word = fc.string({ unit: 'binary', minLength: 50, maxLength: 4000 });
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 5, maxLength: 60 }),
        fc.array(word, { maxLength: 20 }),
        (some, others) => {
          const { messages, kept } = exported({
            changes: some.map((note, n) => change(n, note)),
            people: [],
            attendances: others.map((title) => ({ title })),
          });
          for (const text of messages) {
            assert.ok(text.length * 2 < 25 * 1024);
            assert.ok(Buffer.byteLength(JSON.stringify(text)) < 25 * 1024);
          }
          const told = letters(decode(messages.map((text) => text.replace(/^\(\d+ of \d+\) /, '')).join('')));
          for (const one of [...some, ...others]) assert.ok(told.includes(letters(one)), one);
          assert.deepEqual(
            (kept.attendances as { title: string }[]).map(({ title }) => title),
            others,
          );
        },
      ),
      { numRuns: 30, seed: 20_261_120 },
    );
  });

  it('lets no words become marks or tags', () => {
    const note = '``` </code><b>bold</b> & [link](https://x) `done`';
    const { messages, kept } = exported({ changes: [change(1, note)] });
    const text = messages.join();
    assert.doesNotMatch(text, /<|&(?!amp;|lt;|gt;)|(?<!\\)[`[]/);
    assert.deepEqual(kept.changes, JSON.parse(JSON.stringify([change(1, note)])));
  });

  it('offers a file where files can be had, and tells it in words by a button', async () => {
    const records = fakeRecords();
    records.kept = { people: [{ zone: 'Europe/London' }] };
    const talk = startTalk(records, { takesFiles: true });
    const { card, text } = await talk.say('export my data');
    assert.match(text, /^This is everything/);
    assert.doesNotMatch(text, /Europe/);
    assert.deepEqual(titlesOf(card), ['Show it here']);
    const shown = await talk.press(card, 'Show it here');
    assert.match(shown.text, /zone: Europe\/London/);
    assert.equal(shown.as, 'message');
    talk.alone = false;
    assert.equal((await talk.press(card, 'Show it here')).content.kind, 'ownChat');
  });
});

describe('forget me', () => {
  it('asks first, with what goes and what stays', async () => {
    const records = fakeRecords();
    const talk = startTalk(records);
    const { text, card } = await talk.say('forget me');
    assert.match(text, /erases everything.*can't undo this.*stays in Teams until it ends/s);
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
      /^\*\*Forgotten\*\*.*“clear everything” still takes it back.*I remember how to reach you/s,
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
    assert.deepEqual([shown.content.kind, shown.as], ['export', 'message']);
  });

  it('says of a sign-in that it stays, where there is one', async () => {
    const userTokens = {
      get: () => Promise.resolve('token'),
      refused: () => undefined,
      signOut: () => Promise.resolve(),
    };
    const { text } = await startTalk(fakeRecords(), { userTokens }).say('forget me');
    assert.match(text, /You stay signed in; “sign out” ends that/);
    assert.doesNotMatch((await startTalk(fakeRecords()).say('forget me')).text, /sign out/);
  });
});
