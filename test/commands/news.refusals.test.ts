/** Presses on news of a meeting that must do nothing. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderCard } from '../../src/cards/render.ts';
import { reply } from '../../src/replies/reply.ts';
import type { News } from '../../src/presence/meeting.ts';
import { now, sender } from '../presence/samples.ts';
import { titlesOf } from '../support/press.ts';
import { fakeRecords } from '../support/records.ts';
import { startTalk } from '../support/talk.ts';

const key = { tenantId: sender.tenantId, source: 'teams', meetingId: 'm-1' };
const elsewhere = '99999999-9999-4999-8999-999999999999';
const set: News = {
  kind: 'set',
  meeting: { key },
  pair: 'presenting',
  until: now + 3_600_000,
  pending: false,
};
const cards = [set, { kind: 'ask', meeting: { key } } satisfies News].map((news) => {
  const { card, text } = reply({ kind: 'news', news }, { now, zone: undefined, locale: 'en-US' });
  assert.ok(card !== undefined);
  return renderCard(card, text, { owner: sender.userId, place: 'chat' });
});

async function refused(forged: object, kind: string): Promise<void> {
  const records = fakeRecords();
  records.open.add('m-1');
  for (const card of cards)
    for (const title of titlesOf(card)) {
      const { content, as } = await startTalk(records).press(card, title, { forged });
      assert.deepEqual([content.kind, as], [kind, 'aside'], `${title} ${JSON.stringify(forged)}`);
    }
  assert.deepEqual(records.calls, []);
}

describe('news of a meeting', () => {
  it('of another tenant is none of the presser’s', () =>
    refused({ meeting: { key: { ...key, tenantId: elsewhere } } }, 'unknownButton'));

  it('of another person is not theirs', () => refused({ owner: elsewhere }, 'notYours'));

  for (const meeting of [
    undefined,
    null,
    'm-1',
    {},
    { key: { ...key, tenantId: 'mine' } },
    { key: { ...key, source: 'teams ended' } },
    { key: { ...key, source: '' } },
    { key: { ...key, meetingId: '' } },
    { key: { ...key, meetingId: 'x'.repeat(1025) } },
    { key: { ...key, meetingId: 7 } },
    { key, title: 'x'.repeat(301) },
  ])
    it(`with a forged meeting is no button: ${JSON.stringify(meeting ?? 'none').slice(0, 80)}`, () =>
      refused({ meeting }, 'unknownButton'));

  it('sets no session that a rule could not', async () => {
    const records = fakeRecords();
    const [, ask] = cards;
    for (const pair of ['busy', 'sessionAvailable', 'inACall', '', undefined]) {
      const { content } = await startTalk(records).press(ask, 'Presenting', { forged: { pair } });
      assert.equal(content.kind, 'unknownButton', pair);
    }
    assert.deepEqual(records.calls, []);
  });

  it('stays to be pressed again while the records are out of reach', async () => {
    const records = fakeRecords();
    records.down = true;
    for (const card of cards)
      for (const title of titlesOf(card)) {
        const { content, as } = await startTalk(records).press(card, title);
        assert.deepEqual([content.kind, as], ['noRecords', 'aside']);
      }
  });

  it('ended is told as ended even where what follows is out of reach', async () => {
    const records = fakeRecords();
    records.open.add('m-1');
    const talk = startTalk({ ...records, stack: () => Promise.reject(new Error('out of reach')) });
    const { text, as } = await talk.press(cards[0], 'End now');
    assert.equal(as, 'replacement');
    assert.equal(text, '**Ended**: The session for a meeting has ended, as you asked.');
  });
});

describe('what is one person’s', () => {
  it('and kept of them is not told where others read along, by a button either', async () => {
    const talk = startTalk(fakeRecords());
    const { card } = await talk.say('help');
    talk.alone = false;
    const say = 'export my data';
    assert.equal((await talk.press(card, 'status', { forged: { say } })).content.kind, 'ownChat');
    assert.equal((await talk.press(card, 'status')).content.kind, 'status');
  });
});
