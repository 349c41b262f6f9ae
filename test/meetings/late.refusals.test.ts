/** News that comes late, or from another process, and must not undo what is newer. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openPlaces } from '../support/stores.ts';
import { eventOf, minute, newMeeting, nine, openStage, type Stage } from './stage.ts';

const places = openPlaces();
after(() => places.close());

for (const kind of places.kinds) {
  describe(`what comes late on the ${kind} store`, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage(await places.make(kind));
    });
    after(() => stage.close());
    beforeEach(() => {
      stage.clock.now = nine;
      stage.told.length = 0;
    });

    it('a join that is written after a later leave leaves the person out', async () => {
      const { store, person } = stage;
      const [ann, key] = [await person(), newMeeting()];
      await store.meetings.start({ ...key, startedAt: nine, lastActiveAt: nine });
      const is = async () => {
        const [one] = await store.meetings.attendances(key);
        return [one?.joinedAt, one?.leftAt];
      };
      const write = (joinedAt: number, leftAt?: number) =>
        store.meetings.record(key, [{ userId: ann, joinedAt, ...(leftAt === undefined ? {} : { leftAt }) }]);
      await write(nine + 5);
      assert.deepEqual(await write(nine + 5, nine + 5), [ann]);
      // What the other process had read before that.
      await write(nine);
      assert.deepEqual(await is(), [nine + 5, nine + 5]);
      await write(nine + 6);
      assert.deepEqual(await is(), [nine + 6, undefined]);
      assert.deepEqual(await write(nine, nine + 5), [], 'they came back');
      assert.deepEqual(await is(), [nine + 6, undefined]);
      await write(nine, nine + 8);
      await write(nine, nine + 7);
      assert.deepEqual(await is(), [nine + 6, nine + 8]);
    });

    it('a leave of before the person came back ends nothing, however often it comes', async () => {
      const { meetings, person, claims, clock } = stage;
      for (const isLost of [false, true]) {
        const [ann, key] = [await person({ join: 'presenting' }), newMeeting()];
        const at = (minutes: number) => ({ at: nine + minutes * minute });
        clock.now = nine + 5 * minute;
        await meetings.handle(eventOf(key, 'joined', [ann], at(1)));
        const leave = eventOf(key, 'left', [ann], at(2));
        if (!isLost) await meetings.handle(leave);
        await meetings.handle(eventOf(key, 'joined', [ann], at(3)));
        await meetings.handle(leave);
        assert.equal((await claims(ann)).length, 1);
        await meetings.handle(eventOf(key, 'left', [ann], at(4)));
        assert.deepEqual(await claims(ann), []);
      }
    });

    it('an end of before a meeting was held again ends the earlier one alone', async () => {
      const { meetings, person, claims, store, clock } = stage;
      const rules = { start: 'presenting', join: 'inAConferenceCall' } as const;
      const [ann, bob, key] = [await person(rules), await person(rules), newMeeting()];
      const at = (minutes: number) => ({ at: nine + minutes * minute });
      await meetings.handle(eventOf(key, 'joined', [ann, bob], at(0)));
      clock.now = nine + 12 * minute;
      await meetings.handle(eventOf(key, 'started', [{ userId: ann, role: 'starter' }], at(11)));
      await meetings.handle(eventOf(key, 'ended', [], at(10)));
      assert.deepEqual(
        (await claims(ann)).map(({ pair }) => pair),
        ['presenting'],
      );
      assert.deepEqual(await claims(bob), []);
      assert.equal((await store.meetings.find(key))?.startedAt, nine + 11 * minute);
      await meetings.handle(eventOf(key, 'ended', [], at(10)));
      assert.equal((await claims(ann)).length, 1);
      await meetings.handle(eventOf(key, 'ended', [], at(12)));
      assert.deepEqual(await claims(ann), []);
      assert.equal(await store.meetings.find(key), undefined);
    });

    it('an end that does not say when it was is of whatever goes on', async () => {
      const { meetings, person, claims } = stage;
      const [ann, key] = [await person({ join: 'presenting' }), newMeeting()];
      await meetings.handle(eventOf(key, 'joined', [ann], { at: nine }));
      await meetings.handle(eventOf(key, 'ended'));
      assert.deepEqual(await claims(ann), []);
    });
  });
}
