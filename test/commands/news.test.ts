/** What people are told of their meetings, and each button of it, pressed as it came. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderCard } from '../../src/cards/render.ts';
import type { Claim } from '../../src/presence/claim.ts';
import type { MeetingName, News } from '../../src/presence/meeting.ts';
import { plainText } from '../../src/replies/plain.ts';
import { reply } from '../../src/replies/reply.ts';
import { claimOf } from '../cards/samples.ts';
import { now, sender } from '../presence/samples.ts';
import { cardWords, titlesOf } from '../support/press.ts';
import { fakeRecords } from '../support/records.ts';
import { startTalk } from '../support/talk.ts';

const minute = 60_000;
const view = { now, zone: 'America/New_York', locale: 'en-US' };
const meeting: MeetingName = {
  key: { tenantId: sender.tenantId, source: 'teams', meetingId: 'm-1' },
  title: 'Planning',
};
const set: Extract<News, { kind: 'set' }> = {
  kind: 'set',
  meeting,
  pair: 'inAConferenceCall',
  until: now + 53 * minute,
  pending: false,
};
const asked = claimOf({ pair: 'presenting', endsAt: now + 30 * minute });

function told(news: News) {
  const { text, card } = reply({ kind: 'news', news }, view);
  assert.ok(card !== undefined);
  return { text, card: renderCard(card, plainText(text), { owner: sender.userId, place: 'chat' }) };
}

function begin() {
  const records = fakeRecords();
  records.open.add('m-1');
  return { records, talk: startTalk(records) };
}

describe('news of a session', () => {
  it('says what was set, for which meeting, until when at the latest, and what stays on top', () => {
    const { text, card } = told(set);
    assert.match(text, /^\*\*In a conference call\*\*: For the meeting “Planning”, by your rule/);
    assert.match(
      text,
      /ends when you leave or the meeting ends, by 3:00 PM \(New York\) at the latest unless I hear that the meeting still runs/,
    );
    assert.match(text, /status you choose in Teams yourself stays on top of it/);
    assert.deepEqual(titlesOf(card), ['End now', 'Not for this meeting']);
  });

  it('claims nothing that Microsoft has not taken', () => {
    const { text } = told({ ...set, pending: true });
    assert.match(text, /Microsoft hasn't taken it yet; I'm still trying/);
    assert.doesNotMatch(text, /You're set/);
  });

  it('names what it waits for', () => {
    const waiting = (hiddenBy: Claim) => told({ ...set, hiddenBy }).text;
    assert.match(waiting(asked), /waits.*Presenting, which you asked for, comes first until 2:37 PM/s);
    const source = { kind: 'hook', source: 'rooms', meetingId: 'x' } as const;
    assert.match(waiting({ ...asked, source }), /for another meeting comes first/);
    assert.doesNotMatch(waiting(asked), /You're set/);
  });

  it('of a meeting without a title names none', () => {
    assert.match(told({ ...set, meeting: { key: meeting.key } }).text, /For a meeting, by your rule/);
  });

  it('shows a title as it is, on one line, and short', () => {
    const hostile = `[a](https://example.test) **b** <b>c</b>\n\u202egnp.exe \u0007 ${'x'.repeat(400)}`;
    const { text, card } = told({ ...set, meeting: { ...meeting, title: hostile } });
    assert.match(
      text,
      /“\\\[a\\\]\(https:\/\/example\.test\) \\\*\\\*b\\\*\\\* &lt;b&gt;c&lt;\/b&gt; gnp\.exe x+…”/,
    );
    assert.match(
      cardWords(card),
      /“\[a\]\(https:\/\/example\.test\) \*\*b\*\* <b>c<\/b> gnp\.exe x{20,60}…”/,
    );
  });
});

describe('End now', () => {
  it('ends it, and tells what holds then; a second press changes nothing', async () => {
    const { records, talk } = begin();
    const { card } = told(set);
    records.stackNow = { layers: [{ claim: asked }] };
    const first = await talk.press(card, 'End now');
    assert.equal(first.as, 'replacement');
    assert.equal(
      first.text,
      '**Ended**: The session for the meeting “Planning” has ended, as you asked.\n\nPresenting, which you asked for, comes next, until 2:37 PM (New York).',
    );
    assert.deepEqual(titlesOf(first.card), []);
    const second = await talk.press(card, 'End now');
    assert.match(second.text, /I no longer have a session for the meeting “Planning”\. Nothing changed\./);
  });
});

describe('Not for this meeting', () => {
  it('ends it and sets nothing for it again, however often it is pressed', async () => {
    const { records, talk } = begin();
    const { card } = told(set);
    for (let times = 0; times < 2; times += 1) {
      const { text } = await talk.press(card, 'Not for this meeting');
      assert.equal(text, "**Not for this meeting**: I won't set anything for the meeting “Planning”.");
    }
    assert.deepEqual(records.calls, ['decline m-1', 'decline m-1']);
    assert.equal(records.open.size, 0);
  });
});

describe('a question', () => {
  const ask: News = { kind: 'ask', meeting };

  it('offers the sessions, and is answered in its place', async () => {
    const { records, talk } = begin();
    const { card } = told(ask);
    assert.deepEqual(titlesOf(card), ['Presenting', 'In a conference call', 'Not for this meeting']);
    records.news = { ...set, meeting: { key: meeting.key } };
    await talk.say('dnd 1h');
    const after = await talk.press(card, 'In a conference call');
    assert.deepEqual(records.calls, ['answer m-1 inAConferenceCall']);
    assert.equal(after.as, 'replacement');
    assert.match(after.text, /^\*\*In a conference call\*\*: For the meeting “Planning”/);
    assert.match(after.text, /Your status Do not disturb stays on top of it until 3:07 PM/);
    assert.deepEqual(titlesOf(after.card), ['End now', 'Not for this meeting']);
  });

  it('that is answered too late says so', async () => {
    const { talk } = begin();
    const { text, as } = await talk.press(told(ask).card, 'Presenting');
    assert.equal(as, 'replacement');
    assert.match(text, /Nothing was set for the meeting “Planning”: it's over or nearly so, you've left it/);
  });
});

describe('news of what was given up', () => {
  it('says who failed', () => {
    const failure = { by: 'refused', message: 'No *such* user', mayHold: false } as const;
    const { text, card } = told({ kind: 'gone', meeting, failure });
    assert.match(
      text,
      /couldn't set your status for the meeting “Planning” and have stopped trying\.\n\nMicrosoft Graph refused it: “No \\\*such\\\* user”/,
    );
    assert.deepEqual(titlesOf(card), []);
  });

  it('asks to sign in again where that is what is missing', () => {
    const { text, card } = told({ kind: 'gone', meeting, failure: { by: 'signedOut', mayHold: false } });
    assert.match(text, /Please sign in again: send “sign in”/);
    assert.deepEqual(titlesOf(card), ['Sign in']);
  });

  it('says nothing more where nobody knows more', () => {
    assert.match(told({ kind: 'gone', meeting, failure: undefined }).text, /and have stopped trying\.$/);
  });
});
