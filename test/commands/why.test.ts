import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followingOf, layersOf } from '../../src/commands/layers.ts';
import { emptyState, type PersonState } from '../../src/presence/person-state.ts';
import type { MeetingName } from '../../src/presence/meeting.ts';
import { claimOf } from '../cards/samples.ts';
import { now, sender } from '../presence/samples.ts';
import { cardWords, titlesOf } from '../support/press.ts';
import { fakeRecords } from '../support/records.ts';
import { startTalk } from '../support/talk.ts';

const minute = 60_000;
const meeting: MeetingName = {
  key: { tenantId: sender.tenantId, source: 'teams', meetingId: 'm-1' },
  title: 'Planning',
};
const met = claimOf({
  pair: 'presenting',
  source: { kind: 'meeting', meetingId: 'm-1' },
  endsAt: now + 83 * minute,
});
const hooked = claimOf({
  pair: 'inAConferenceCall',
  source: { kind: 'hook', source: 'rooms', meetingId: 'r-7' },
  endsAt: now + 120 * minute,
});

function begin() {
  const records = fakeRecords();
  return { records, talk: startTalk(records) };
}

describe('why', () => {
  it('tells the whole stack from the top: who set each, until when, and what follows', async () => {
    const { records, talk } = begin();
    await talk.say('dnd until 3pm');
    records.stackNow = {
      layers: [{ claim: met, meeting }, { claim: hooked }],
      next: { at: met.endsAt, claim: hooked },
    };
    talk.now += 5 * minute;
    talk.reported = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' };
    const { card, text } = await talk.say('why');
    const rows = [
      'Do not disturb\nRead at 2:12 PM',
      'Do not disturb\nOn top: your status, until 3:00 PM (New York). You asked for it at 2:07 PM.',
      'Presenting\nBeneath that: a session for the meeting “Planning”, by your rule. It ends by 3:30 PM (New York) at the latest.',
      'In a conference call\nWaiting: a session for a meeting, by your rule. It ends by 4:07 PM (New York) at the latest.',
      'Do not disturb ends at 3:00 PM. Then Presenting follows, for the meeting “Planning”.',
      'Presenting ends by 3:30 PM (New York). Then In a conference call follows, for a meeting.',
      'In a conference call ends by 4:07 PM (New York). Nothing of mine follows.',
    ];
    assert.ok(cardWords(card).endsWith(rows.join('\n')), cardWords(card));
    assert.match(
      text,
      /^Teams shows you as \*\*Do not disturb\*\*\. \*\*Do not disturb\*\*: On top: your status/,
    );
    assert.deepEqual(titlesOf(card), ['Change…', 'Refresh']);
  });

  it('shows a session that is on no record', async () => {
    const { talk } = begin();
    await talk.say('presenting 45m');
    talk.reported = { availability: 'DoNotDisturb', activity: 'Presenting' };
    const { text } = await talk.say('why am I presenting');
    assert.match(
      text,
      /\*\*Presenting\*\*: On top: a session, until 2:52 PM \(New York\)\. You asked for it at 2:07 PM/,
    );
    assert.match(text, /\*\*Presenting\*\* ends at 2:52 PM\. Nothing of mine follows\.$/);
  });

  it('is answered without records from what this process remembers', async () => {
    const talk = startTalk(undefined);
    await talk.say('busy 1h');
    talk.reported = { availability: 'Busy', activity: 'Busy' };
    const { text } = await talk.say('why');
    assert.match(text, /\*\*Busy\*\*: On top: your status/);
    assert.doesNotMatch(text, /records|something else/);
  });

  it('is asked again by its Refresh', async () => {
    const { talk } = begin();
    const { card } = await talk.say('why');
    await talk.say('busy 1h');
    talk.reported = { availability: 'Busy', activity: 'Busy' };
    const after = await talk.press(card, 'Refresh');
    assert.equal(after.as, 'replacement');
    assert.match(after.text, /^Teams shows you as \*\*Busy\*\*\. \*\*Busy\*\*: On top: your status/);
  });
});

describe('why, where what shows is not ours', () => {
  it('says that nothing of ours holds, and what nobody can tell', async () => {
    const { talk } = begin();
    talk.reported = { availability: 'Busy', activity: 'InAMeeting' };
    const { text } = await talk.say('why am I busy');
    assert.match(
      text,
      /know of nothing I set that's running.*status you chose.*Microsoft doesn't tell which/,
    );
  });

  it('says that something not ours is above our session', async () => {
    const { talk, records } = begin();
    records.stackNow = { layers: [{ claim: met, meeting }] };
    talk.reported = { availability: 'Busy', activity: 'InACall' };
    assert.match((await talk.say('why')).text, /Something I didn't set is on top.*doesn't tell which/);
    talk.reported = { availability: 'DoNotDisturb', activity: 'Presenting' };
    assert.doesNotMatch((await talk.say('why')).text, /didn't set/);
  });

  it('says of a preferred status that is hidden, or changed since, which it may be', async () => {
    const { talk } = begin();
    await talk.say('busy 1h');
    talk.reported = { availability: 'offline', activity: 'Offline' };
    assert.match((await talk.say('why')).text, /most likely you're not signed in to Teams/);
    talk.reported = { availability: 'Away', activity: 'Away' };
    assert.match((await talk.say('why')).text, /may need a few minutes, or your status was changed since/);
  });
});

describe('why, with something out of reach', () => {
  it('tells of presence that cannot be read, and still shows the rest', async () => {
    const { talk, records } = begin();
    records.stackNow = { layers: [{ claim: met, meeting }] };
    talk.reported = { by: 'unreachable', mayHold: false };
    const { text, card } = await talk.say('why');
    assert.match(text, /\*\*Presenting\*\*: .*“Planning”/);
    assert.match(text, /I can't see your status right now\. I can't reach Microsoft Graph/);
    assert.doesNotMatch(text, /Teams shows/);
    assert.match(cardWords(card), /^What I set, top first\nPresenting/);
  });

  it('tells of records that cannot be read, and still shows the rest', async () => {
    const { talk, records } = begin();
    await talk.say('dnd 1h');
    records.down = true;
    talk.reported = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' };
    const { text } = await talk.say('why');
    assert.match(text, /\*\*Do not disturb\*\*: On top: your status/);
    assert.match(text, /I can't reach my records, so something I set may be missing here/);
  });
});

describe('layers', () => {
  const session = { slot: 'session', pair: 'inACall', endsAt: now + 30 * minute } as const;
  const personState: PersonState = {
    ...emptyState,
    holdings: { session },
    origins: { session: now - 10 * minute },
  };
  const statesOf = (of: PersonState, ...claims: (typeof met)[]) =>
    layersOf(of, { layers: claims.map((claim) => ({ claim })) }, now).map(
      ({ holding, state }) => `${holding.pair} ${state}`,
    );

  it('keep a session of no record on top of what came before it', () => {
    assert.deepEqual(statesOf(personState, { ...met, openedAt: now - 20 * minute }), [
      'inACall top',
      'presenting waits',
    ]);
  });

  it('show it as replaced by a meeting that came later', () => {
    assert.deepEqual(statesOf(personState, { ...met, openedAt: now - minute }), [
      'presenting top',
      'inACall replaced',
    ]);
  });

  it('have it once where it is on record', () => {
    assert.deepEqual(statesOf(personState, claimOf({ pair: 'inACall' })), ['inACall top']);
  });

  it('leave out what has ended', () => {
    assert.deepEqual(layersOf(personState, { layers: [] }, now + 30 * minute), []);
  });

  it('say where a later request got no clear answer', () => {
    const doubted = layersOf({ ...personState, doubts: ['session'] }, { layers: [] }, now);
    assert.deepEqual(
      doubted.map(({ inDoubt }) => inDoubt),
      [true],
    );
  });

  it('are followed by what the record says, where too little is left of another', () => {
    const stack = { layers: [{ claim: met }, { claim: hooked }], next: { at: met.endsAt, claim: undefined } };
    const follows = followingOf(layersOf(emptyState, stack, now), stack);
    assert.deepEqual(
      follows.map(({ ends, then }) => [ends.holding.pair, then?.holding.pair]),
      [['presenting', undefined]],
    );
  });

  it('are followed by what is left when they end, never by what ends before', () => {
    const preferred = { slot: 'preferred', pair: 'busy', endsAt: now + 100 * minute } as const;
    const stack = { layers: [{ claim: met }, { claim: hooked }] };
    const layers = layersOf({ ...emptyState, holdings: { preferred } }, stack, now);
    assert.deepEqual(
      followingOf(layers, stack).map(({ ends, then }) => [ends.holding.pair, then?.holding.pair]),
      [
        ['busy', 'inAConferenceCall'],
        ['inAConferenceCall', undefined],
      ],
    );
  });
});
