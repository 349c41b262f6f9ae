import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inputsOf, titlesOf } from '../support/press.ts';
import { fakeRecords } from '../support/records.ts';
import { startTalk } from '../support/talk.ts';

const minute = 60_000;

function begin() {
  const records = fakeRecords();
  return { records, talk: startTalk(records) };
}

describe('rules for meetings', () => {
  it('are off until one is turned on, and shown as they are', async () => {
    const { talk } = begin();
    const { text, card } = await talk.say('meetings');
    assert.match(text, /^Your meetings change nothing now/);
    assert.deepEqual(inputsOf(card), { start: 'nothing', present: 'nothing', join: 'nothing' });
    assert.deepEqual(titlesOf(card), ['Save']);
  });

  it('are set by a sentence, each alone, and told with what they rest on', async () => {
    const { talk, records } = begin();
    const { text, card } = await talk.say('presenting when I start a meeting');
    assert.deepEqual(records.calls, ['setRules {"start":"presenting"}']);
    assert.match(
      text,
      /^Saved\.\n\n\*\*When I start a meeting\*\*: Presenting .*When I join a meeting\*\*: Nothing/s,
    );
    assert.match(text, /only of meetings that have this app/);
    assert.match(text, /choose in Teams yourself stays on top/);
    assert.match(text, /ends when you leave or the meeting ends/);
    assert.doesNotMatch(text, /everybody is a presenter/);
    assert.deepEqual(titlesOf(card), ['Save', 'Pause until tomorrow']);
  });

  it('say that in many organisations everybody is a presenter, where that is the rule', async () => {
    const { talk } = begin();
    assert.match((await talk.say('when I present set me to dnd')).text, /everybody is a presenter/);
  });

  it('promise no session where all that they do is ask', async () => {
    const { talk } = begin();
    const { text } = await talk.say('ask me first when I join a meeting');
    assert.match(text, /\*\*When I join a meeting\*\*: Ask me first/);
  });

  it('all go with one sentence', async () => {
    const { talk, records } = begin();
    await talk.say('when I join a meeting set me to busy');
    assert.match((await talk.say('meetings off')).text, /^Saved\. Your meetings change nothing now/);
    assert.equal(records.calls.at(-1), 'setRules {"start":"nothing","present":"nothing","join":"nothing"}');
  });

  it('are saved from the card, which then shows what holds', async () => {
    const { talk, records } = begin();
    const { card } = await talk.say('meetings');
    const chosen = { start: 'presenting', present: 'ask', join: 'inAConferenceCall' };
    const after = await talk.press(card, 'Save', { inputs: chosen });
    assert.deepEqual(records.calls, [`setRules ${JSON.stringify(chosen)}`]);
    assert.equal(after.as, 'replacement');
    assert.deepEqual(inputsOf(after.card), chosen);
    const again = await talk.press(card, 'Save', { inputs: chosen });
    assert.equal(again.text, after.text);
  });
});

describe('a pause of meetings', () => {
  it('is until the end that was said, with what was assumed of it', async () => {
    const { talk, records } = begin();
    await talk.say('presenting when I start a meeting');
    const { text, card } = await talk.say('pause meetings until Monday');
    assert.equal(records.calls.at(-1), 'pause 2026-11-23T05:00:00.000Z');
    assert.match(text, /^Paused\. Your meetings are paused until the start of Mon, Nov 23 \(New York\)/);
    assert.match(text, /already ends with it, or within the hour/);
    assert.deepEqual(titlesOf(card), ['Save', 'Resume']);
  });

  it('is counted from now where a duration was said, in a zone or in none', async () => {
    const { talk, records } = begin();
    talk.zone = undefined;
    const { text } = await talk.say('pause meetings for 2 hours');
    assert.equal(records.calls.at(-1), `pause ${new Date(talk.now + 120 * minute).toISOString()}`);
    assert.match(text, /meetings are paused for 2 hours/);
  });

  it('without an end lasts until it is ended', async () => {
    const { talk, records } = begin();
    assert.match(
      (await talk.say('pause meetings')).text,
      /paused: they set nothing and ask nothing until you say “resume meetings”/,
    );
    assert.equal(records.calls.at(-1), 'pause ');
    talk.now += 400 * 86_400_000;
    assert.match((await talk.say('meetings')).text, /until you say/);
  });

  it('is told with a rule that is set meanwhile', async () => {
    const { talk } = begin();
    await talk.say('pause meetings until Monday');
    const { text } = await talk.say('presenting when I start a meeting');
    assert.match(text, /^Saved\. Your meetings are paused until the start of Mon/);
  });

  it('is over by itself, and no longer told', async () => {
    const { talk } = begin();
    await talk.say('pause meetings for 1 hour');
    talk.now += 60 * minute;
    assert.doesNotMatch((await talk.say('meetings')).text, /paused/);
    assert.match((await talk.say('resume')).text, /weren't paused\. Nothing changed/);
  });

  it('is ended by a word, and a second one says that there is none', async () => {
    const { talk } = begin();
    await talk.say('pause meetings');
    assert.match((await talk.say('resume')).text, /^Your meetings count again/);
    assert.match((await talk.say('resume')).text, /weren't paused\. Nothing changed/);
  });

  it('is begun and ended by the card’s own button', async () => {
    const { talk, records } = begin();
    const { card } = await talk.say('when I join a meeting set me to busy');
    const paused = await talk.press(card, 'Pause until tomorrow');
    assert.equal(records.calls.at(-1), 'pause 2026-11-21T05:00:00.000Z');
    assert.equal(paused.as, 'replacement');
    const resumed = await talk.press(paused.card, 'Resume');
    assert.match(resumed.text, /^Your meetings count again/);
    assert.deepEqual(titlesOf(resumed.card), ['Save', 'Pause until tomorrow']);
  });

  it('is for 24 hours by that button where the zone is unknown', async () => {
    const { talk, records } = begin();
    talk.zone = undefined;
    const { card } = await talk.say('when I join a meeting set me to busy');
    await talk.press(card, 'Pause for 24 hours');
    assert.equal(records.calls.at(-1), `pause ${new Date(talk.now + 1440 * minute).toISOString()}`);
  });
});
