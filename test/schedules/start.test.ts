/** What schedules set, when, and what they wait for. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { WantedPresence } from '../../src/presence/intent.ts';
import { openPlaces } from '../support/stores.ts';
import { day, every, hour, minute, monday, once, openStage } from './stage.ts';

const places = openPlaces();
after(() => places.close());

const weekdays = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
const awayFor = (seconds: number): WantedPresence => ({
  kind: 'prefer',
  status: 'away',
  end: { said: 'duration', seconds },
});

for (const kind of places.kinds)
  describe(`a schedule on the ${kind} store`, async () => {
    const stage = await openStage(await places.make(kind));
    after(() => stage.close());
    /** Whoever has schedules of an earlier test is not in the way of the next one, which begins on a day of its own. */
    const begin = async () => {
      stage.clock.now += 30 * day - ((stage.clock.now - monday) % (7 * day)) + 5 * day;
      while (new Date(stage.clock.now).getUTCDay() !== 1) stage.clock.now += day;
      return { who: await stage.person(), start: stage.clock.now };
    };

    it('is one request with its end in it, on each of its days', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'doNotDisturb', every(weekdays, '10:00', '12:00'));
      await stage.runTo(start + 7 * day);
      assert.deepEqual(
        stage.calls(who),
        Array.from({ length: 5 }, () => 'DoNotDisturb PT2H'),
      );
      await stage.ask(who, { kind: 'remove', which: {} });
    });

    it('has its message until the same end', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'away', once(start + hour, start + 2 * hour), 'Lunch');
      await stage.runTo(start + 3 * hour);
      assert.deepEqual(stage.calls(who), ['Away PT1H', '“Lunch”']);
      assert.deepEqual((await stage.ask(who, { kind: 'list' })).all, []);
    });

    it('of a session is a claim, which is renewed and ends in time', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'presenting', once(start + hour, start + 7 * hour));
      await stage.runTo(start + 8 * hour);
      const [first, second, ...more] = stage.calls(who);
      assert.equal(first, 'DoNotDisturb/Presenting PT4H');
      assert.match(second ?? '', /^DoNotDisturb\/Presenting PT2H/);
      assert.deepEqual(more, []);
    });

    it('is started late with what is left, if that is five minutes, and never after its end', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', once(start + hour, start + 2 * hour));
      await stage.add(who, 'away', once(start + hour, start + hour + 34 * minute));
      await stage.add(who, 'offline', once(start + hour, start + hour + 20 * minute));
      stage.clock.now = start + hour + 30 * minute;
      await stage.runDue();
      assert.deepEqual(stage.calls(who), ['Busy PT30M']);
      await stage.runTo(start + day);
      assert.deepEqual(stage.calls(who), ['Busy PT30M']);
    });

    it('waits for the end of a later choice that its person named, tells them once, and takes what is left', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'doNotDisturb', once(start + hour, start + 3 * hour));
      stage.clock.now += minute;
      await stage.choose(who, awayFor(2 * 3600));
      await stage.runTo(start + 4 * hour);
      assert.deepEqual(stage.calls(who), ['Away PT2H', 'DoNotDisturb PT59M']);
      const news = stage.told.filter(({ userId }) => userId === who.userId).map((one) => one.news);
      assert.equal(news.length, 1);
      const [first] = news;
      assert.ok(first?.kind === 'waits' && first.startsLater && first.until === start + 2 * hour + minute);
    });

    it('gives way to a choice after which nothing worth setting is left', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'doNotDisturb', once(start + hour, start + 3 * hour));
      stage.clock.now += minute;
      await stage.choose(who, awayFor(3 * 3600 - 5 * 60));
      await stage.runTo(start + 4 * hour);
      assert.deepEqual(stage.calls(who), ['Away PT2H55M']);
      const [told] = stage.told.filter(({ userId }) => userId === who.userId);
      assert.ok(told?.news.kind === 'waits' && !told.news.startsLater);
    });

    it('waits neither for a choice without a named end, nor for one that was made before it', async () => {
      const { who, start } = await begin();
      await stage.choose(who, awayFor(5 * 3600));
      stage.clock.now += minute;
      await stage.add(who, 'doNotDisturb', once(start + hour, start + 2 * hour));
      await stage.add(who, 'busy', once(start + 3 * hour, start + 4 * hour));
      await stage.runTo(start + 2.5 * hour);
      await stage.choose(who, { kind: 'prefer', status: 'away', end: { said: 'nothing' } });
      await stage.runTo(start + 5 * hour);
      assert.deepEqual(stage.calls(who), ['Away PT5H', 'DoNotDisturb PT1H', 'Away P7D', 'Busy PT1H']);
    });

    it('comes back after a stronger one, for what is left, with one more request', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', once(start + hour, start + 5 * hour));
      await stage.add(who, 'doNotDisturb', once(start + 2 * hour, start + 3 * hour));
      await stage.runTo(start + day);
      assert.deepEqual(stage.calls(who), ['Busy PT4H', 'DoNotDisturb PT1H', 'Busy PT2H']);
    });

    it('that begins during a stronger one has what is left after it', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'away', once(start + 2 * hour, start + 5 * hour));
      const { overlaps } = await stage.ask(who, {
        kind: 'add',
        rule: { status: 'doNotDisturb', timing: once(start + hour, start + 3 * hour) },
        zone: 'UTC',
      });
      assert.deepEqual(
        overlaps.map(({ status }) => status),
        ['away'],
      );
      await stage.runTo(start + day);
      assert.deepEqual(stage.calls(who), ['DoNotDisturb PT2H', 'Away PT2H']);
    });

    it('is skipped, paused, moved and removed as its person says, and each is taken back', async () => {
      const { who, start } = await begin();
      const { id, next } = await stage.add(who, 'doNotDisturb', every('FREQ=DAILY', '10:00', '11:00'));
      const [first] = next;
      assert.equal(first?.startsAt, start + hour);
      const nextDays = async () =>
        (await stage.ask(who, { kind: 'list' })).all.flatMap((one) =>
          one.next.map(({ startsAt }) => (startsAt - start) / hour),
        );
      await stage.ask(who, { kind: 'skipNext', id, startsAt: start + hour });
      assert.deepEqual(await nextDays(), [25, 49]);
      await stage.ask(who, { kind: 'undo', since: 0 });
      assert.deepEqual(await nextDays(), [1, 25]);
      await stage.ask(who, { kind: 'pause', which: { quietHours: true }, until: undefined });
      assert.deepEqual(await nextDays(), [1, 25]);
      await stage.ask(who, { kind: 'pause', which: {}, until: start + 3 * day });
      assert.deepEqual(await nextDays(), [73, 97]);
      await stage.ask(who, { kind: 'resume', which: { status: 'doNotDisturb' } });
      assert.deepEqual(await nextDays(), [1, 25]);
      await stage.ask(who, { kind: 'retime', which: {}, from: '12:00', to: '14:00' });
      assert.deepEqual(await nextDays(), [3, 27]);
      await stage.ask(who, { kind: 'remove', which: {} });
      assert.deepEqual(await nextDays(), []);
      await stage.ask(who, { kind: 'undo', since: 0 });
      assert.deepEqual(await nextDays(), [3, 27]);
      await stage.runTo(start + day);
      assert.deepEqual(stage.calls(who), ['DoNotDisturb PT2H']);
      await stage.ask(who, { kind: 'remove', which: {} });
    });

    it('of a chain is set while its chain goes on, before a rule that was said earlier, and not after a newer choice', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', once(start + hour, start + 4 * hour));
      stage.clock.now += minute;
      const follow = (chain: string) =>
        stage.ask(who, {
          kind: 'chain',
          chain,
          rules: [{ status: 'available', timing: once(start + 2 * hour, start + 3 * hour) }],
          zone: 'UTC',
        });
      await follow('first');
      await stage.choose(who, awayFor(2 * 3600 - 60), 'first');
      await stage.runTo(start + 5 * hour);
      assert.deepEqual(stage.calls(who), ['Away PT1H59M', 'Available PT1H', 'Busy PT1H']);
      const again = await begin();
      await stage.ask(again.who, {
        kind: 'chain',
        chain: 'second',
        rules: [{ status: 'available', timing: once(again.start + hour, again.start + 2 * hour) }],
        zone: 'UTC',
      });
      await stage.choose(again.who, awayFor(3600), 'second');
      stage.clock.now += minute;
      await stage.choose(again.who, { kind: 'prefer', status: 'busy', end: { said: 'nothing' } });
      assert.deepEqual((await stage.ask(again.who, { kind: 'list' })).all, []);
      await stage.runTo(again.start + 3 * hour);
      assert.deepEqual(stage.calls(again.who), ['Away PT1H', 'Busy P1D']);
    });

    it('is one of twenty at the most', async () => {
      const { who, start } = await begin();
      for (let count = 0; count < 20; count += 1)
        await stage.add(who, 'busy', once(start + (count + 1) * hour, start + (count + 2) * hour));
      const { refused, all } = await stage.ask(who, {
        kind: 'add',
        rule: { status: 'busy', timing: once(start + 30 * hour, start + 31 * hour) },
        zone: 'UTC',
      });
      assert.deepEqual([refused, all.length], ['tooMany', 20]);
      await stage.ask(who, { kind: 'remove', which: {} });
    });

    it('is started once by two processes', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', once(start + hour, start + 2 * hour));
      stage.clock.now = start + hour;
      await Promise.all([stage.runDue(), stage.another().runDue()]);
      assert.deepEqual(stage.calls(who), ['Busy PT1H']);
    });

    it('that is removed while it is being started is waited for, and nothing starts afterwards', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', every('FREQ=DAILY', '10:00', '11:00'));
      stage.clock.now = start + hour;
      const sent = Promise.withResolvers<undefined>();
      const answered = Promise.withResolvers<undefined>();
      const other = stage.another((send) => async (tenantId, requests) => {
        sent.resolve(undefined);
        await answered.promise;
        return send(tenantId, requests);
      });
      const starting = other.runDue();
      await sent.promise;
      const removing = stage.ask(who, { kind: 'remove', which: {} });
      answered.resolve(undefined);
      await Promise.all([starting, removing]);
      await stage.runTo(start + 3 * day);
      assert.deepEqual(stage.calls(who), ['Busy PT1H']);
    });

    it('does not start while its person is being forgotten, and does where that failed', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', once(start + hour, start + 2 * hour));
      stage.clock.now = start + hour;
      const failing = stage.schedules.whileHeld(who, async () => {
        await stage.runDue();
        assert.deepEqual(stage.calls(who), []);
        throw new Error('out of reach');
      });
      await assert.rejects(failing, /out of reach/);
      await stage.runDue();
      assert.deepEqual(stage.calls(who), ['Busy PT1H']);
      await stage.schedules.whileHeld(who, () => stage.store.forgetPerson(who.userId));
      assert.deepEqual((await stage.ask(who, { kind: 'list' })).all, []);
    });

    it('comes after what its person is choosing, and before what they choose meanwhile', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', once(start + hour, start + 2 * hour));
      stage.clock.now = start + hour;
      const asked = Promise.withResolvers<undefined>();
      const slots = { touches: ['preferred'], replaces: ['preferred'] } as const;
      const choosing = stage.order.run(who.userId, () => asked.promise, slots);
      await stage.runDue();
      assert.deepEqual(stage.calls(who), []);
      await stage.choose(who, awayFor(600));
      asked.resolve(undefined);
      await choosing;
      await stage.runTo(start + hour + minute);
      assert.deepEqual(stage.calls(who), ['Away PT10M']);
      assert.equal(stage.told.at(-1)?.news.kind, 'waits');
      const { free, release } = stage.order.hold([who.userId]);
      assert.deepEqual([...free], [who.userId]);
      const order: string[] = [];
      const later = stage.order.run(who.userId, () => Promise.resolve(order.push('chosen')), slots);
      order.push('started');
      release();
      await later;
      assert.deepEqual(order, ['started', 'chosen']);
      await stage.ask(who, { kind: 'remove', which: {} });
    });

    it('goes on where a process died with it in hand, unless its person has chosen something since', async () => {
      const { who, start } = await begin();
      const { who: other } = { who: await stage.person() };
      await stage.add(who, 'busy', once(start + hour, start + 2 * hour));
      await stage.add(other, 'busy', once(start + hour, start + 2 * hour));
      stage.clock.now = start + hour;
      // It has sent, and died before it could record so.
      const dead = stage.another((send) => async (tenantId, requests) => {
        await send(tenantId, requests);
        return new Promise<never>(() => undefined);
      });
      const dying = dead.runDue();
      while (stage.calls(other).length === 0) await new Promise((resolve) => setImmediate(resolve));
      stage.clock.now += minute;
      await stage.choose(other, { kind: 'prefer', status: 'away', end: { said: 'nothing' } });
      await stage.runTo(start + hour + 2 * minute);
      await stage.runDue();
      void dying;
      assert.match(stage.calls(who).join(), /^Busy PT1H,Busy PT5[89]M/);
      assert.deepEqual(stage.calls(other), ['Busy PT1H', 'Away P7D']);
    });

    it('is tried again while Graph is away, and set for what is left', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', once(start + hour, start + 2 * hour));
      let isAway = true;
      const cut = stage.another((send) => async (tenantId, requests) => {
        if (!isAway) return send(tenantId, requests);
        return requests.map((request) => ({
          kind: 'failed' as const,
          call: { request, at: stage.clock.now },
          failure: { by: 'unreachable' as const, mayHold: false },
        }));
      });
      stage.clock.now = start + hour;
      await cut.runDue();
      assert.deepEqual(stage.calls(who), []);
      stage.clock.now = start + hour + 20 * minute;
      isAway = false;
      await cut.runDue();
      assert.deepEqual(stage.calls(who), ['Busy PT40M']);
    });

    it('tells once that its person is signed out, and goes on when they are back', async () => {
      const { who, start } = await begin();
      await stage.add(who, 'busy', every('FREQ=DAILY', '10:00', '11:00'));
      let isOut = true;
      const cut = stage.another((send) => async (tenantId, requests) => {
        if (!isOut) return send(tenantId, requests);
        return requests.map((request) => ({
          kind: 'failed' as const,
          call: { request, at: stage.clock.now },
          failure: { by: 'signedOut' as const, mayHold: false },
        }));
      });
      for (const days of [0, 1]) {
        stage.clock.now = start + days * day + hour;
        await cut.runDue();
      }
      const told = () =>
        stage.told.filter(({ userId }) => userId === who.userId).map(({ news }) => news.kind);
      assert.deepEqual(told(), ['failed']);
      isOut = false;
      stage.clock.now = start + 2 * day + hour;
      await cut.runDue();
      assert.deepEqual([stage.calls(who), told()], [['Busy PT1H'], ['failed']]);
      await stage.ask(who, { kind: 'remove', which: {} });
    });
  });
