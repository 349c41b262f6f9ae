/** What meetings do to people's sessions, on both kinds of store. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { untilResumed } from '../../src/meetings/rules.ts';
import { openPlaces } from '../support/stores.ts';
import {
  eventOf,
  hour,
  minute,
  newMeeting,
  nine,
  openStage,
  someone,
  tenantId,
  times,
  type Stage,
} from './stage.ts';

const places = openPlaces();
after(() => places.close());

for (const kind of places.kinds) {
  describe(`meetings on the ${kind} store`, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage(await places.make(kind));
    });
    after(() => stage.close());
    beforeEach(() => {
      stage.clock.now = nine;
      stage.told.length = 0;
    });

    it('a start opens Presenting for its starter for an hour, tells once, and the end ends it', async () => {
      const { meetings, person, claims, told } = stage;
      const [ann, key] = [await person({ start: 'presenting' }), newMeeting()];
      const start = eventOf(key, 'started', [{ userId: ann, role: 'starter' }], { title: 'Plan', at: nine });
      assert.deepEqual(await meetings.handle(start), { accepted: [ann], unknown: [], late: false });
      await meetings.handle(start);
      const [claim, ...others] = await claims(ann);
      assert.ok(claim !== undefined && others.length === 0);
      assert.deepEqual(
        [claim.pair, claim.endsAt, claim.source],
        ['presenting', nine + hour, { kind: 'meeting', meetingId: key.meetingId }],
      );
      assert.deepEqual(told, [
        {
          userId: ann,
          news: {
            kind: 'set',
            meeting: { key, title: 'Plan' },
            pair: 'presenting',
            until: nine + hour,
            pending: false,
          },
        },
      ]);
      await meetings.handle(eventOf(key, 'ended'));
      assert.deepEqual(await claims(ann), []);
    });

    it('a person has what their strongest rule says, whichever event comes first', async () => {
      const { meetings, person, claims, told } = stage;
      for (const order of [0, 1]) {
        const ann = await person({ start: 'presenting', present: 'inAConferenceCall' });
        const key = newMeeting();
        const events = [
          eventOf(key, 'started', [{ userId: ann, role: 'starter' }], { at: nine }),
          eventOf(key, 'joined', [{ userId: ann, role: 'presenter' }], { at: nine + 1 }),
        ];
        for (const event of order === 0 ? events : events.toReversed()) await meetings.handle(event);
        assert.deepEqual(
          (await claims(ann)).map(({ pair }) => pair),
          ['presenting'],
        );
        assert.equal(told.filter(({ userId }) => userId === ann).length, 1);
      }
    });

    it('who leaves loses the session, and has it again when they come back', async () => {
      const { meetings, person, claims, told, clock } = stage;
      const [ann, key] = [await person({ join: 'inAConferenceCall' }), newMeeting()];
      await meetings.handle(eventOf(key, 'joined', [ann]));
      clock.now += minute;
      await meetings.handle(eventOf(key, 'left', [ann]));
      assert.deepEqual(await claims(ann), []);
      clock.now += minute;
      await meetings.handle(eventOf(key, 'joined', [ann]));
      assert.equal((await claims(ann)).length, 1);
      assert.equal(told.length, 1, 'told once');
    });

    it('of overlapping meetings each has a claim, and the stack tells which holds and what follows', async () => {
      const { meetings, person, clock } = stage;
      const ann = await person({ start: 'presenting', join: 'inAConferenceCall' });
      const [one, other] = [newMeeting(), newMeeting('rooms')];
      await meetings.handle(eventOf(other, 'started', [ann], { title: 'Room' }));
      clock.now += 10 * minute;
      await meetings.handle(eventOf(one, 'started', [{ userId: ann, role: 'starter' }]));
      const { layers, next } = await meetings.stackOf(ann);
      assert.deepEqual(
        layers.map(({ claim, meeting }) => [claim.pair, meeting?.key, meeting?.title]),
        [
          ['presenting', one, undefined],
          ['inAConferenceCall', other, 'Room'],
        ],
      );
      assert.deepEqual(next, { at: nine + 70 * minute, claim: undefined });
      await meetings.handle(eventOf(one, 'ended'));
      const after = await meetings.stackOf(ann);
      assert.deepEqual(
        after.layers.map(({ claim }) => claim.pair),
        ['inAConferenceCall'],
      );
    });

    it('says which stronger claim hides what was opened', async () => {
      const { meetings, person, told, store } = stage;
      const [ann, key] = [await person({ join: 'inAConferenceCall' }), newMeeting()];
      const own = {
        id: someone(),
        userId: ann,
        tenantId,
        source: { kind: 'asked' },
        pair: 'presenting',
        openedAt: nine,
        endsAt: nine + 3 * hour,
      } as const;
      await store.sessionStore.putClaims([own], nine + 3 * hour);
      await meetings.handle(eventOf(key, 'joined', [ann]));
      const news = told[0]?.news;
      assert.ok(news?.kind === 'set' && news.hiddenBy?.id === own.id && !news.pending);
      const { next } = await meetings.stackOf(ann);
      assert.deepEqual(next, { at: own.endsAt, claim: undefined });
    });

    it('asks where the rule says so, sets nothing, and then what is answered', async () => {
      const { meetings, person, claims, told } = stage;
      const [ann, bob, key] = [await person({ join: 'ask' }), await person({ join: 'ask' }), newMeeting()];
      await times(2, () => meetings.handle(eventOf(key, 'joined', [ann, bob])));
      assert.deepEqual(
        told.map(({ news }) => news.kind),
        ['ask', 'ask'],
      );
      assert.deepEqual(await claims(ann), []);
      const news = await meetings.answer(ann, key, 'inACall');
      assert.ok(news?.kind === 'set' && news.pair === 'inACall');
      await meetings.decline(bob, key);
      assert.equal(await meetings.answer(bob, key, 'inACall'), undefined);
      assert.deepEqual(await claims(bob), []);
      await meetings.handle(eventOf(key, 'ended'));
      assert.deepEqual(await claims(ann), []);
      assert.equal(await meetings.answer(ann, key, 'inACall'), undefined, 'it is over');
    });

    it('“not for this meeting” ends it, and nothing opens it again', async () => {
      const { meetings, person, claims, clock } = stage;
      const [ann, key] = [await person({ start: 'presenting', join: 'presenting' }), newMeeting()];
      await meetings.handle(eventOf(key, 'joined', [ann]));
      await meetings.decline(ann, key);
      assert.deepEqual(await claims(ann), []);
      clock.now += 40 * minute;
      await meetings.handle(eventOf(key, 'started', [{ userId: ann, role: 'starter' }]));
      await meetings.handle(eventOf(key, 'left', [ann]));
      clock.now += minute;
      await meetings.handle(eventOf(key, 'joined', [ann]));
      assert.deepEqual(await claims(ann), []);
    });

    it('what the person has ended by themselves stays so, however often the start is heard', async () => {
      const { meetings, person, claims, store, clock } = stage;
      const [ann, key] = [await person({ join: 'presenting' }), newMeeting('rooms')];
      const start = eventOf(key, 'started', [ann]);
      await meetings.handle(start);
      await store.sessionStore.removeClaims([ann], 'all', nine);
      for (const minutes of [0, 20, 20]) {
        clock.now += minutes * minute;
        await meetings.handle(start);
      }
      assert.deepEqual(await claims(ann), []);
    });

    it('a session goes on while its meeting is heard of, and ends within the hour after', async () => {
      const { meetings, person, claims, clock, told } = stage;
      const [ann, bob, key] = [
        await person({ join: 'presenting' }),
        await person({ join: 'ask' }),
        newMeeting(),
      ];
      await meetings.handle(eventOf(key, 'joined', [ann]));
      for (let spell = 0; spell < 8; spell += 1) {
        clock.now += 29 * minute;
        await meetings.handle(eventOf(key, 'joined', [bob]));
        const [claim] = await claims(ann);
        assert.ok(claim !== undefined && claim.endsAt >= clock.now + 30 * minute);
        assert.ok(claim.endsAt <= clock.now + hour);
      }
      clock.now += hour;
      assert.deepEqual(await claims(ann), []);
      assert.equal(told.length, 2);
    });

    it('a session ends with the meeting where its end is known, and is not opened for less than five minutes', async () => {
      const { meetings, person, claims } = stage;
      const ann = await person({ join: 'presenting' });
      const [short, over] = [newMeeting('rooms'), newMeeting('rooms')];
      await meetings.handle(eventOf(short, 'started', [ann], { endsAt: nine + 25 * minute }));
      await meetings.handle(eventOf(over, 'started', [ann], { endsAt: nine + 4 * minute }));
      assert.deepEqual(
        (await claims(ann)).map(({ endsAt }) => endsAt),
        [nine + 25 * minute],
      );
    });

    it('a meeting of a series, whose last end was lost, is a new one', async () => {
      const { meetings, person, claims, told, clock } = stage;
      const [ann, key] = [await person({ start: 'presenting' }), newMeeting()];
      for (const day of [0, 1, 2]) {
        clock.now = nine + day * 24 * hour;
        await meetings.handle(eventOf(key, 'started', [{ userId: ann, role: 'starter' }], { at: clock.now }));
        assert.equal((await claims(ann)).length, 1);
        assert.equal(told.length, day + 1);
      }
    });

    it('a meeting that is held again right after its end is a new one', async () => {
      const { meetings, person, claims, clock } = stage;
      const ann = await person({ start: 'presenting', join: 'presenting' });
      for (const source of ['teams', 'rooms']) {
        const key = newMeeting(source);
        const at = () => (source === 'teams' ? { at: clock.now } : {});
        await times(2, async () => {
          await meetings.handle(eventOf(key, 'started', [ann], at()));
          assert.equal((await claims(ann)).length, 1);
          clock.now += minute;
          await meetings.handle(eventOf(key, 'ended', [], at()));
          assert.deepEqual(await claims(ann), []);
          clock.now += 1000;
        });
      }
    });

    it('welcomes each meeting chat once', async () => {
      const { meetings, welcomed } = stage;
      const key = newMeeting();
      const chat = { id: `19:${key.meetingId}`, serviceUrl: 'https://smba.example' };
      await times(3, () => meetings.handle(eventOf(key, 'started', [], { chat })));
      assert.deepEqual(welcomed, [chat.id]);
    });

    it('sets a hundred who join at once, each event for itself', async (context) => {
      const { meetings, store, told } = stage;
      const key = newMeeting();
      const many = Array.from({ length: 100 }, someone);
      for (const userId of many)
        await store.people.put(userId, tenantId, { meetingRules: { join: 'presenting' } });
      const began = performance.now();
      await Promise.all(many.map((userId) => meetings.handle(eventOf(key, 'joined', [userId]))));
      const tookMs = performance.now() - began;
      assert.equal(told.length, 100);
      const held = await Promise.all(many.map((userId) => store.sessionStore.claims(userId)));
      assert.ok(held.every(({ length }) => length === 1));
      const endBegan = performance.now();
      await meetings.handle(eventOf(key, 'ended'));
      const left = await Promise.all(many.map((userId) => store.sessionStore.claims(userId)));
      assert.ok(left.every(({ length }) => length === 0));
      context.diagnostic(
        `100 joined in ${Math.round(tookMs)} ms and were ended in ${Math.round(performance.now() - endBegan)} ms`,
      );
    });

    it('a pause holds for its time, and one without an end until it is taken back', async () => {
      const { meetings, person, claims, store, clock } = stage;
      const ann = await person({ join: 'presenting' });
      await store.people.put(ann, tenantId, { pausedUntil: nine + hour });
      const [one, other] = [newMeeting(), newMeeting()];
      await meetings.handle(eventOf(one, 'joined', [ann]));
      assert.deepEqual(await claims(ann), []);
      clock.now += hour;
      await meetings.handle(eventOf(other, 'joined', [ann]));
      assert.equal((await claims(ann)).length, 1);
      await store.people.put(ann, tenantId, { pausedUntil: untilResumed });
      assert.equal((await store.people.find(ann))?.pausedUntil, untilResumed);
    });
  });
}
