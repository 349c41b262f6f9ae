/** Meetings of which nothing is heard: Teams is asked whether they go on. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createMeetings, type MeetingServices } from '../../src/meetings/meetings.ts';
import type { MeetingEvent } from '../../src/meetings/event.ts';
import { askAbout, quietMeetings } from '../../src/meetings/quiet.ts';
import type { Guid } from '../../src/presence/intent.ts';
import type { MeetingKey } from '../../src/presence/meeting.ts';
import { createScheduler } from '../../src/sessions/scheduler.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import {
  eventOf,
  hour,
  minute,
  newMeeting,
  nine,
  openStage,
  plainSessions,
  presence,
  times,
  type Stage,
} from './stage.ts';

const places = openPlaces();
after(() => places.close());

for (const kind of places.kinds) {
  describe(`a quiet meeting on the ${kind} store`, () => {
    let stage: Stage;
    /** What Teams says of each; of nobody else anything. */
    const teams = new Map<Guid, boolean>();
    let asked: Guid[] = [];
    before(async () => {
      stage = await openStage(await places.make(kind));
    });
    after(() => stage.close());
    beforeEach(() => {
      stage.clock.now = nine;
      teams.clear();
      asked = [];
    });

    const services = (): MeetingServices => {
      const { store, clock } = stage;
      const now = () => clock.now;
      return {
        store,
        sessions: plainSessions(store, now),
        tell: () => undefined,
        welcome: () => undefined,
        isInMeeting: (_meeting, userId) => {
          asked.push(userId);
          return Promise.resolve(teams.get(userId));
        },
        now,
        presence,
      };
    };
    const meetings = () => createMeetings(services());
    const joined = (key: MeetingKey, people: readonly Guid[]): MeetingEvent =>
      eventOf(key, 'joined', people, {
        chat: { id: `19:${key.meetingId}`, serviceUrl: 'https://smba.example' },
      });
    /** Looks after it at each minute until then, due or not. */
    const ringUntil = async (key: MeetingKey, end: number) => {
      for (; stage.clock.now < end; stage.clock.now += minute) await askAbout(services(), key);
    };

    it('goes on for hours while Teams says so, asked once in each half hour, and ends within the hour after', async () => {
      const { person, claims, store } = stage;
      const [ann, key] = [await person({ join: 'presenting' }), newMeeting()];
      teams.set(ann, true);
      await meetings().handle(joined(key, [ann]));
      for (let hours = 1; hours <= 5; hours += 1) {
        await ringUntil(key, nine + hours * hour);
        const [claim] = await claims(ann);
        assert.ok(claim !== undefined && claim.endsAt <= stage.clock.now + hour, `after ${hours} hours`);
      }
      assert.ok(asked.length >= 10 && asked.length <= 12, `asked ${asked.length} times`);
      teams.clear();
      await ringUntil(key, nine + 6 * hour);
      assert.deepEqual(await claims(ann), []);
      asked = [];
      await ringUntil(key, nine + 8 * hour);
      assert.deepEqual(asked, [], 'nobody is left to ask about');
      assert.equal((await store.meetings.find(key))?.askAt, undefined);
    });

    it('whoever is not in it loses their session, and the others keep theirs', async () => {
      const { person, claims } = stage;
      const key = newMeeting();
      const [ann, bob, cem] = [
        await person({ join: 'presenting' }),
        await person({ join: 'presenting' }),
        await person({ join: 'presenting' }),
      ];
      await meetings().handle(joined(key, [ann, bob, cem]));
      teams.set(ann, true).set(bob, false);
      await ringUntil(key, nine + 90 * minute);
      assert.equal((await claims(ann)).length, 1);
      assert.deepEqual(await claims(bob), []);
      assert.equal((await claims(cem)).length, 1, 'Teams says nothing of them, but that the meeting runs');
      await meetings().handle(eventOf(key, 'joined', [bob], { at: stage.clock.now }));
      assert.equal((await claims(bob)).length, 1, 'they came back');
    });

    it('that all have left is over, three by three', async () => {
      const { person, claims } = stage;
      const [key, many] = [newMeeting(), [] as Guid[]];
      await times(7, async () => many.push(await person({ join: 'presenting' })));
      for (const userId of many) teams.set(userId, false);
      await meetings().handle(joined(key, many));
      await ringUntil(key, nine + 32 * minute);
      assert.deepEqual((await Promise.all(many.map(claims))).flat(), []);
      assert.deepEqual([...asked].sort(), [...many].sort(), 'each was asked about once');
    });

    it('of which something is heard is not asked about, and neither is one of another system', async () => {
      const { person, clock } = stage;
      const ann = await person({ join: 'presenting' });
      const [key, room] = [newMeeting(), newMeeting('rooms')];
      await meetings().handle(joined(room, [ann]));
      for (let spell = 0; spell < 6; spell += 1) {
        await meetings().handle(joined(key, [ann]));
        await ringUntil(key, clock.now + 24 * minute);
        await ringUntil(room, clock.now + minute);
      }
      assert.deepEqual(asked, []);
    });

    it('is asked about for 24 hours at the most', async () => {
      const { person, claims } = stage;
      const [ann, key] = [await person({ join: 'presenting' }), newMeeting()];
      teams.set(ann, true);
      await meetings().handle(joined(key, [ann]));
      for (let quarters = 0; quarters < 104; quarters += 1) {
        stage.clock.now += 15 * minute;
        await askAbout(services(), key);
      }
      assert.ok(asked.length <= 96);
      assert.deepEqual(await claims(ann), []);
    });

    it('is asked about again when a session is opened in it later', async () => {
      const { person, claims, clock } = stage;
      const [ann, bob, key] = [
        await person({ join: 'ask' }),
        await person({ join: 'presenting' }),
        newMeeting(),
      ];
      await meetings().handle(joined(key, [ann]));
      await ringUntil(key, nine + 40 * minute);
      assert.deepEqual(asked, [], 'there is nothing to keep');
      teams.set(ann, true).set(bob, true);
      await meetings().answer(ann, key, 'inACall');
      await ringUntil(key, clock.now + 2 * hour);
      assert.equal((await claims(ann)).length, 1);
      await meetings().endSession(ann, key);
      await ringUntil(key, clock.now + hour);
      asked = [];
      await meetings().handle(eventOf(key, 'joined', [bob]));
      await ringUntil(key, clock.now + 2 * hour);
      assert.equal((await claims(bob)).length, 1);
      assert.deepEqual([...new Set(asked)], [bob]);
    });

    it('is due once at a time, whoever says so, and nothing is done before its time or after the end', async () => {
      const { person, claims, store, clock } = stage;
      const [ann, key] = [await person({ join: 'presenting' }), newMeeting()];
      teams.set(ann, true);
      await meetings().handle(joined(key, [ann]));
      for (const one of [key, newMeeting()]) await askAbout(services(), one);
      assert.deepEqual(asked, []);
      const meeting = await store.meetings.find(key);
      assert.ok(meeting?.askAt === nine + 25 * minute);
      const moved = await Promise.all(
        [1, 2, 3].map(() => store.meetings.askLater(meeting, clock.now + hour)),
      );
      assert.deepEqual(moved.filter(Boolean), [true]);
      assert.equal(await store.meetings.stopAsking(meeting), false, 'it was moved');
      clock.now += 2 * hour;
      await meetings().handle(eventOf(key, 'ended', [], { at: clock.now }));
      await askAbout(services(), key);
      assert.deepEqual([asked, await claims(ann)], [[], []]);
    });

    it('is asked about when it comes due, by one of several who look, and by another when that one died', async () => {
      const { person, store, clock } = stage;
      const [ann, key] = [await person({ join: 'presenting' }), newMeeting()];
      teams.set(ann, true);
      await meetings().handle(joined(key, [ann]));
      const parts = { now: () => clock.now, pollMs: 1000, log: quietLog() };
      const schedulers = [1, 2].map(() => createScheduler({ ...parts, works: [quietMeetings(services())] }));
      clock.now += 25 * minute - 1;
      await Promise.all(schedulers.map((one) => one.runDue(clock.now)));
      assert.deepEqual(asked, []);
      clock.now += 1;
      await Promise.all(schedulers.map((one) => one.runDue(clock.now)));
      assert.deepEqual(asked, [ann]);
      assert.equal((await store.meetings.find(key))?.askAt, nine + 50 * minute);
      clock.now += 25 * minute;
      const died = await store.meetings.lockDue(clock.now, 10);
      assert.deepEqual(
        died.map(({ what }) => what),
        [key],
      );
      await schedulers[0]?.runDue(clock.now);
      assert.deepEqual(asked, [ann], 'somebody has it in hand');
      clock.now += 30_000;
      await schedulers[0]?.runDue(clock.now);
      assert.deepEqual(asked, [ann, ann]);
    });
  });
}
