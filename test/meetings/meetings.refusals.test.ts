/** Whom meetings must leave alone, and what must open nothing. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createMeetings } from '../../src/meetings/meetings.ts';
import type { MeetingEvent } from '../../src/meetings/event.ts';
import { openPlaces } from '../support/stores.ts';
import {
  eventOf,
  hour,
  minute,
  newMeeting,
  nine,
  openStage,
  plainSessions,
  presence,
  someone,
  tenantId,
  type Stage,
} from './stage.ts';

const places = openPlaces();
after(() => places.close());

for (const kind of places.kinds) {
  describe(`what opens nothing on the ${kind} store`, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage(await places.make(kind));
    });
    after(() => stage.close());
    beforeEach(() => {
      stage.clock.now = nine;
      stage.told.length = 0;
    });

    it('a meeting of people without a rule, who are not remembered at all', async () => {
      const { meetings, store } = stage;
      const [stranger, off, elsewhere, key] = [someone(), await stage.person(), someone(), newMeeting()];
      await store.people.put(elsewhere, someone(), { meetingRules: { join: 'presenting' } });
      const all = [stranger, off, elsewhere];
      const { accepted, unknown } = await meetings.handle(eventOf(key, 'joined', all));
      assert.deepEqual([accepted, unknown], [[], all]);
      assert.equal(await store.people.find(stranger), undefined);
      assert.equal(await store.meetings.find(key), undefined);
      for (const userId of all) assert.deepEqual(await store.sessionStore.claims(userId), []);
      assert.deepEqual(stage.told, []);
    });

    it('a stranger beside somebody with a rule', async () => {
      const { meetings, store } = stage;
      const [stranger, ann, key] = [someone(), await stage.person({ join: 'presenting' }), newMeeting()];
      const taken = await meetings.handle(eventOf(key, 'joined', [stranger, ann]));
      assert.deepEqual(taken, { accepted: [ann], unknown: [stranger], late: false });
      assert.deepEqual(
        (await store.meetings.attendances(key)).map(({ userId }) => userId),
        [ann],
      );
    });

    it('a start or a join that comes after the end, or after the person has left', async () => {
      const { meetings, person, claims, clock } = stage;
      const ann = await person({ start: 'presenting', join: 'presenting' });
      const [key, other] = [newMeeting(), newMeeting()];
      clock.now = nine + 10 * minute;
      await meetings.handle(eventOf(key, 'ended', [], { at: nine + 9 * minute }));
      for (const event of ['started', 'joined'] as const) {
        const taken = await meetings.handle(
          eventOf(key, event, [{ userId: ann, role: 'starter' }], { at: nine }),
        );
        assert.equal(taken.late, true);
      }
      await meetings.handle(eventOf(other, 'left', [ann], { at: nine + 9 * minute }));
      await meetings.handle(eventOf(other, 'joined', [ann], { at: nine + 8 * minute }));
      assert.deepEqual(await claims(ann), []);
      assert.deepEqual(stage.told, []);
    });

    it('a start without a time that is overtaken by its end, for ten minutes', async () => {
      const { meetings, person, claims, clock } = stage;
      const [ann, key] = [await person({ join: 'presenting' }), newMeeting('rooms')];
      await meetings.handle(eventOf(key, 'ended'));
      clock.now += 10 * minute;
      assert.equal((await meetings.handle(eventOf(key, 'started', [ann]))).late, true);
      assert.deepEqual(await claims(ann), []);
      clock.now += 1;
      assert.equal((await meetings.handle(eventOf(key, 'started', [ann]))).late, false);
    });

    it('an end of an earlier meeting with the same id ends nothing', async () => {
      const { meetings, person, claims, clock } = stage;
      const [ann, key] = [await person({ join: 'presenting' }), newMeeting()];
      const end = eventOf(key, 'ended', [], { at: nine + minute });
      await meetings.handle(eventOf(key, 'joined', [ann], { at: nine }));
      clock.now += 2 * minute;
      await meetings.handle(end);
      clock.now += 2 * minute;
      await meetings.handle(eventOf(key, 'joined', [ann], { at: clock.now }));
      await meetings.handle(end);
      assert.equal((await claims(ann)).length, 1);
    });

    it('what falls together with the end, wherever the two cross', async () => {
      // The store is stopped before each of its steps in turn, and the end is taken there.
      for (let step = 0, done = false; !done; step += 1) {
        const key = newMeeting();
        const ann = await stage.person({ join: 'presenting' });
        const steps = { left: step };
        const crossing = crossed(stage, async () => {
          steps.left -= 1;
          if (steps.left === -1)
            await stage.meetings.handle(eventOf(key, 'ended', [], { at: nine + minute }));
        });
        stage.clock.now = nine + minute;
        await crossing.handle(eventOf(key, 'joined', [ann], { at: nine }));
        if (steps.left < 0) assert.deepEqual(await stage.claims(ann), [], `before step ${step}`);
        else done = true;
        assert.ok(step > 0 || !done);
      }
    });

    it('what falls together with the late end of an earlier meeting of that id, save for who joins the next one', async () => {
      for (let step = 0, done = false; !done; step += 1) {
        const key = newMeeting();
        const [ann, bob] = [
          await stage.person({ join: 'presenting' }),
          await stage.person({ join: 'presenting' }),
        ];
        stage.clock.now = nine + 12 * minute;
        await stage.meetings.handle(eventOf(key, 'joined', [ann], { at: nine }));
        const steps = { left: step };
        const crossing = crossed(stage, async () => {
          steps.left -= 1;
          const end = eventOf(key, 'ended', [], { at: nine + 10 * minute });
          if (steps.left === -1) await stage.meetings.handle(end);
        });
        const taken = await crossing.handle(eventOf(key, 'joined', [bob], { at: nine + 11 * minute }));
        const held = [await stage.claims(ann), await stage.claims(bob)].map(({ length }) => length);
        done = steps.left >= 0;
        assert.deepEqual([held, taken.late], [[Number(done), 1], false], `before step ${step}`);
      }
    });

    it('what falls together with leaving, “End now” or “not for this meeting”', async () => {
      for (const what of ['left', 'declined', 'endedNow'] as const)
        for (let step = 0, done = false; !done; step += 1) {
          const key = newMeeting();
          const ann = await stage.person({ join: 'presenting' });
          const steps = { left: step, ended: false };
          const crossing = crossed(stage, async () => {
            steps.left -= 1;
            if (steps.left !== -1) return;
            const { meetings, store } = stage;
            // Before it is written that they are in it there is nothing to leave or to decline.
            steps.ended = (await store.meetings.attendances(key)).length > 0;
            if (what === 'declined') await meetings.decline(ann, key);
            else if (what === 'endedNow') await meetings.endSession(ann, key);
            else await meetings.handle(eventOf(key, 'left', [ann], { at: nine + minute }));
          });
          stage.clock.now = nine + minute;
          await crossing.handle(eventOf(key, 'joined', [ann], { at: nine }));
          if (steps.left >= 0) done = true;
          else if (steps.ended) assert.deepEqual(await stage.claims(ann), [], `${what} before step ${step}`);
        }
    });

    it('a person who pauses during a meeting: it goes on to its hour, and is not prolonged', async () => {
      const { meetings, person, claims, store, clock } = stage;
      const [ann, bob, key] = [
        await person({ join: 'presenting' }),
        await person({ join: 'ask' }),
        newMeeting(),
      ];
      await meetings.handle(eventOf(key, 'joined', [ann]));
      await store.people.put(ann, tenantId, { pausedUntil: nine + 9 * hour });
      clock.now += 40 * minute;
      await meetings.handle(eventOf(key, 'joined', [bob]));
      assert.deepEqual(
        (await claims(ann)).map(({ endsAt }) => endsAt),
        [nine + hour],
      );
    });

    it('rules that cannot be read', async () => {
      const { meetings, store, claims } = stage;
      const key = newMeeting();
      for (const meetingRules of ['presenting', 5, [], { join: 'DoNotDisturb' }, { join: null }, true]) {
        const userId = someone();
        await store.people.put(userId, tenantId, { meetingRules });
        await meetings.handle(eventOf(key, 'joined', [userId]));
        assert.deepEqual(await claims(userId), []);
      }
    });

    it('a store that fails: the event is refused, and taken when it comes again', async () => {
      const [ann, key] = [await stage.person({ join: 'presenting' }), newMeeting()];
      let fails = true;
      const failing = crossed(stage, () =>
        fails ? Promise.reject(new Error('the database is gone')) : Promise.resolve(),
      );
      const event: MeetingEvent = eventOf(key, 'joined', [ann]);
      await assert.rejects(failing.handle(event), { message: 'the database is gone' });
      fails = false;
      await failing.handle(event);
      assert.equal((await stage.claims(ann)).length, 1);
      assert.equal(stage.told.length, 1);
    });
  });
}

/** Another process on the same store, in which something happens before each step that touches meetings or sessions. */
function crossed(stage: Stage, beforeEachStep: () => Promise<void>) {
  const { store, clock } = stage;
  const stopping =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      await beforeEachStep();
      return work(...args);
    };
  const { meetings } = store;
  const sessions = plainSessions(store, () => clock.now);
  return createMeetings({
    store: {
      ...store,
      meetings: {
        ...meetings,
        start: stopping((meeting) => meetings.start(meeting)),
        find: stopping((key) => meetings.find(key)),
        endedAt: stopping((key) => meetings.endedAt(key)),
        noteEnd: stopping((key, at) => meetings.noteEnd(key, at)),
        end: stopping((key, at) => meetings.end(key, at)),
        refresh: stopping((meeting) => meetings.refresh(meeting)),
        askLater: stopping((meeting, at) => meetings.askLater(meeting, at)),
        attendances: stopping((key) => meetings.attendances(key)),
        record: stopping((key, changes) => meetings.record(key, changes)),
        setFlag: stopping((key, userIds, flag) => meetings.setFlag(key, userIds, flag)),
        markEnded: stopping((key, userId, at) => meetings.markEnded(key, userId, at)),
        holders: stopping((key, source, at) => meetings.holders(key, source, at)),
      },
    },
    sessions: {
      openMany: stopping((wanted) => sessions.openMany(wanted)),
      endMany: stopping((userIds, source) => sessions.endMany(userIds, source)),
    },
    tell: (userId, news) => stage.told.push({ userId, news }),
    welcome: () => undefined,
    now: () => clock.now,
    presence,
  });
}
