/** What the events of a calendar do to their person's presence, over time. */

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { join } from 'node:path';
import type { SimulatorOptions } from '../../src/simulator/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { hour, minute, nine, openStage, type Stage } from './stage.ts';

const folder = temporaryFolder('presence-bot-calendar-');
let stages = 0;

async function open(test: TestContext, options?: SimulatorOptions): Promise<Stage> {
  stages += 1;
  const stage = await openStage({ dataDir: join(folder, String(stages)) }, options);
  test.after(() => stage.close());
  return stage;
}

const focus = { categories: ['focus'] };

describe('an event with a rule', () => {
  it('is do not disturb as a session until its end, and automatic again after it', async (test) => {
    const stage = await open(test);
    stage.events([30, 90, focus]);
    await stage.rule({ category: 'Focus' }, 'doNotDisturb');
    await stage.runTo(29);
    assert.equal(stage.seen(), 'Available');
    await stage.runTo(31);
    assert.equal(stage.seen(), 'DoNotDisturb/Presenting');
    const { heldEvents = [] } = await stage.calendar.heldBy(stage.who.userId);
    assert.deepEqual(
      heldEvents.map(({ rule, until }) => [rule.when, until]),
      [[{ category: 'Focus' }, nine + 90 * minute]],
    );
    await stage.runTo(91);
    assert.equal(stage.seen(), 'Available');
    assert.deepEqual(stage.writes(), ['setPresence DoNotDisturb PT1H']);
  });

  it('is read every quarter of an hour and a minute before each edge, and never what it is about', async (test) => {
    const stage = await open(test);
    stage.events([40, 70, { showAs: 'oof' }]);
    await stage.rule({ outOfOffice: true }, 'busy');
    await stage.runTo(100);
    assert.deepEqual(stage.polls(), [0, 15, 30, 39, 54, 69, 84, 99]);
    const asked = stage.simulator
      .requests()
      .filter(({ action }) => action === 'getCalendarView')
      .map(({ path, status }) => [new URL(path, stage.simulator.url).searchParams.get('$select'), status]);
    assert.deepEqual(
      new Set(asked.map(([select]) => select)),
      new Set([
        'id,start,end,showAs,isAllDay,isCancelled,responseStatus,sensitivity,categories,attendees,type',
      ]),
    );
    assert.ok(asked.every(([, status]) => status === 200));
    assert.deepEqual(stage.writes(), ['setUserPreferredPresence Busy PT30M']);
    const kept = JSON.stringify(await stage.store.exportPerson(stage.who.userId));
    assert.doesNotMatch(kept, /event 0|guest|example\.com/i);
  });

  it('asks before it begins, where that is the rule, and sets nothing by itself', async (test) => {
    const stage = await open(test);
    stage.events([30, 60, { attendees: 11 }], [70, 90, { attendees: 10 }]);
    await stage.rule({ moreThan: 10 }, 'ask');
    await stage.runTo(28);
    assert.equal(stage.told.length, 0);
    await stage.runTo(100);
    assert.deepEqual(
      stage.told.map((news) => (news.kind === 'ask' ? [news.startsAt, news.endsAt] : news)),
      [[nine + 30 * minute, nine + 60 * minute]],
    );
    assert.deepEqual(stage.writes(), []);
  });

  it('is decided by the first rule that matches', async (test) => {
    const stage = await open(test);
    stage.events([10, 40, focus], [50, 80, { ...focus, sensitivity: 'private' }]);
    await stage.rule({ private: true }, 'nothing');
    await stage.rule({ category: 'Focus' }, 'away');
    await stage.rule({}, 'busy');
    await stage.runTo(90);
    assert.deepEqual(stage.writes(), ['setUserPreferredPresence Away PT30M']);
  });

  it('counts for nothing if it is tentative, unanswered, declined, cancelled, free or all day, unless a rule says so', async (test) => {
    const stage = await open(test);
    const quiet = [
      { showAs: 'tentative' },
      { response: 'tentativelyAccepted' },
      { response: 'notResponded', showAs: 'tentative' },
      { response: 'declined' },
      { isCancelled: true },
      { showAs: 'free' },
    ].map((one, index) => [10 + index * 10, 19 + index * 10, { ...focus, ...one, attendees: 3 }] as const);
    const day = [-9 * 60, 15 * 60, { ...focus, isAllDay: true, showAs: 'free' }] as const;
    stage.events(...quiet, day);
    await stage.rule({ category: 'Focus' }, 'busy');
    await stage.runTo(75);
    assert.deepEqual(stage.writes(), []);
    stage.events([80, 100, { showAs: 'tentative' }], day);
    await stage.rule({ tentative: true }, 'away');
    await stage.runTo(81);
    assert.equal(stage.seen(), 'Away');
    await stage.rule({ allDay: true }, 'doNotDisturb');
    await stage.runTo(103);
    assert.equal(stage.seen(), 'DoNotDisturb/Presenting');
  });
});

it('an all-day event is the day of its person’s own zone', async (test) => {
  const stage = await open(test);
  // Midnights in UTC, as Graph writes them: in New York that day begins at five.
  stage.events([15 * 60, 39 * 60, { isAllDay: true, showAs: 'free' }]);
  await stage.rule({ allDay: true }, 'away', 'America/New_York');
  await stage.runTo(20 * 60 - 1);
  assert.equal(stage.seen(), 'Available');
  await stage.runTo(20 * 60 + 1);
  assert.equal(stage.seen(), 'Away');
  assert.deepEqual(stage.writes(), ['setUserPreferredPresence Away P1D']);
});

describe('a choice of the person’s own', () => {
  it('made through the bot is waited for, and what is left after it is set', async (test) => {
    const stage = await open(test);
    stage.events([30, 90, focus]);
    await stage.rule({ category: 'Focus' }, 'busy');
    await stage.choose({ kind: 'prefer', status: 'away', end: { said: 'instant', at: nine + hour } });
    await stage.runTo(59);
    assert.equal(stage.seen(), 'Away');
    await stage.runTo(61);
    assert.equal(stage.seen(), 'Busy');
    assert.deepEqual(stage.writes().slice(1), ['setUserPreferredPresence Busy PT30M']);
  });

  it('that Graph shows is left alone, and do not disturb lies under it', async (test) => {
    const stage = await open(test);
    const { userId } = stage.who;
    stage.events([30, 90, focus]);
    await stage.rule({ category: 'Focus' }, 'busy');
    stage.simulator.setTeamsClient({ userId, client: 'desktop', on: true, availability: 'BeRightBack' });
    await stage.runTo(40);
    assert.deepEqual(stage.writes(), []);
    stage.simulator.setTeamsClient({ userId, client: 'desktop', on: true });
    await stage.runTo(60);
    assert.equal(stage.seen(), 'Busy');
  });

  it('made during the event stays, whatever the calendar says later', async (test) => {
    const stage = await open(test);
    stage.events([10, 60, focus]);
    await stage.rule({ category: 'Focus' }, 'busy');
    await stage.runTo(20);
    await stage.choose({ kind: 'prefer', status: 'available', end: { said: 'duration', seconds: 1800 } });
    stage.events([10, 90, focus]);
    await stage.runTo(45);
    assert.equal(stage.seen(), 'Available');
    assert.equal(stage.writes().length, 2);
  });
});

describe('an event that changes', () => {
  it('is taken back when it is cancelled, and set anew when it has moved', async (test) => {
    const stage = await open(test);
    stage.events([10, 60, focus], [20, 80, { categories: ['Out'] }]);
    await stage.rule({ category: 'Focus' }, 'doNotDisturb');
    await stage.rule({ category: 'Out' }, 'busy');
    await stage.runTo(20);
    assert.equal(stage.seen(), 'DoNotDisturb/Presenting');
    stage.events([10, 60, { ...focus, isCancelled: true }], [20, 80, { categories: ['Out'] }]);
    await stage.runTo(35);
    assert.equal(stage.seen(), 'Busy');
    stage.events([100, 130, { id: 'event 1', categories: ['Out'] }]);
    await stage.runTo(50);
    assert.equal(stage.seen(), 'Available');
    await stage.runTo(101);
    assert.equal(stage.seen(), 'Busy');
  });

  it('lasts until its new end, for a session and for a status', async (test) => {
    for (const then of ['doNotDisturb', 'away'] as const) {
      const stage = await open(test);
      stage.events([10, 40, focus]);
      await stage.rule({ category: 'Focus' }, then);
      await stage.runTo(20);
      stage.events([10, 60, focus]);
      await stage.runTo(59);
      assert.notEqual(stage.seen(), 'Available');
      stage.events([10, 60, focus]);
      await stage.runTo(61);
      assert.equal(stage.seen(), 'Available');
    }
  });

  it('ends with its rule, and begins again where that is taken back', async (test) => {
    const stage = await open(test);
    stage.events([10, 60, focus]);
    await stage.rule({ category: 'Focus' }, 'away');
    await stage.runTo(15);
    await stage.calendar.change(stage.who, { kind: 'removeAll' });
    await stage.runTo(16);
    assert.equal(stage.seen(), 'Available');
    const polls = stage.polls().length;
    await stage.runTo(50);
    assert.equal(stage.polls().length, polls, 'nobody has a rule');
    await stage.calendar.change(stage.who, { kind: 'undo', since: 0 });
    await stage.runTo(51);
    assert.equal(stage.seen(), 'Away');
    assert.deepEqual((await stage.calendar.change(stage.who, { kind: 'undo', since: 0 })).changed, []);
  });
});

describe('what goes wrong', () => {
  it('a restart just before an event, and after it has begun: it is set once, to its end', async (test) => {
    const stage = await open(test);
    stage.events([30, 90, focus]);
    await stage.rule({ category: 'Focus' }, 'busy');
    await stage.runTo(28);
    await stage.restart();
    stage.clock.now = nine + 40 * minute;
    await stage.runTo(41);
    await stage.restart();
    await stage.runTo(50);
    assert.deepEqual(stage.writes(), ['setUserPreferredPresence Busy PT50M']);
  });

  it('a calendar that is throttled is read later, and what was known of it is set', async (test) => {
    const stage = await open(test);
    stage.events([20, 50, focus]);
    await stage.rule({ category: 'Focus' }, 'busy');
    const match = { action: 'getCalendarView' } as const;
    stage.simulator.addFault({ kind: 'answer', status: 429, retryAfter: 600, times: 'always', match });
    await stage.runTo(21);
    assert.equal(stage.seen(), 'Busy');
    assert.ok(stage.polls().length <= 4, stage.polls().join());
    assert.deepEqual(stage.told, []);
  });

  it('a permission that is missing is told once, with its name', async (test) => {
    const stage = await open(test, {
      tokens: { 'local-development-token': { kind: 'application', appId: 'a' } },
    });
    await stage.rule({}, 'busy');
    await stage.runTo(200);
    assert.deepEqual(
      stage.told.map((news) =>
        news.kind === 'failed' ? [news.doing, news.failure.grant?.permission] : news,
      ),
      [['read', 'Calendars.ReadBasic']],
    );
    assert.ok(stage.polls().length <= 5, stage.polls().join());
  });

  it('categories and attendees that are hidden are told once, by the rule that needs them', async (test) => {
    const stage = await open(test, {
      undocumented: { calendarCategories: 'absent', calendarAttendees: 'empty' },
    });
    stage.events([10, 40, { ...focus, attendees: 12, response: 'accepted' }]);
    await stage.rule({ outOfOffice: true }, 'away');
    await stage.runTo(5);
    assert.deepEqual(stage.told, []);
    await stage.rule({ category: 'Focus' }, 'busy');
    await stage.rule({ moreThan: 3 }, 'ask');
    await stage.runTo(60);
    assert.deepEqual(stage.told, [
      { kind: 'hidden', part: 'categories' },
      { kind: 'hidden', part: 'people' },
    ]);
    assert.deepEqual(stage.writes(), []);
  });

  it('forget me, while a calendar is being read: nothing is set afterwards', async (test) => {
    const stage = await open(test);
    stage.events([10, 60, focus]);
    await stage.rule({ category: 'Focus' }, 'busy');
    stage.simulator.addFault({ kind: 'hang', match: { action: 'getCalendarView' } });
    const reading = stage.runTo(9);
    while (!stage.simulator.requests().some(({ fault }) => fault !== undefined))
      await new Promise((resolve) => setImmediate(resolve));
    const forgetting = stage.calendar.forget(stage.who.userId);
    stage.simulator.releaseHung();
    await Promise.all([reading, forgetting]);
    await stage.store.forgetPerson(stage.who.userId);
    await stage.runTo(30);
    assert.deepEqual(stage.writes(), []);
    assert.deepEqual((await stage.store.exportPerson(stage.who.userId)).calendars, []);
  });

  it('more events than a page holds are all read', async (test) => {
    const stage = await open(test);
    const many = Array.from({ length: 150 }, (_, index) => [5, 9, { id: `short ${index}` }] as const);
    stage.events(...many, [10, 40, focus]);
    await stage.rule({ category: 'Focus' }, 'away');
    await stage.runTo(11);
    assert.equal(stage.seen(), 'Away');
  });
});
