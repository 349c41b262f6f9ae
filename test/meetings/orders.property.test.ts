/** Events that come twice, late, in any order, by two processes, or never. */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
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
  type Stage,
} from './stage.ts';

const places = openPlaces();
let stage: Stage;
before(async () => {
  stage = await openStage(await places.make('server'));
});
after(async () => {
  await stage.close();
  await places.close();
});

/** What happens to a meeting: somebody joins or leaves, minute by minute, until it ends. */
const happening = fc.record({
  kind: fc.constantFrom('joined' as const, 'left' as const),
  who: fc.integer({ min: 0, max: 2 }),
  minutes: fc.integer({ min: 1, max: 20 }),
});
/** How it is delivered: each event by its place in the order of their happening, any of them again and again, or not at all. */
const delivery = fc.record({
  event: fc.nat(),
  /** Minutes since the delivery before. */
  after: fc.integer({ min: 0, max: 15 }),
  process: fc.boolean(),
});

describe('events in any order', () => {
  it('leave no session beyond an hour after the last, none after the end, and none for whoever has no rule', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 5 }),
        fc.array(delivery, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (happenings, deliveries, timed) => {
          runs += 1;
          const { clock, store, claims } = stage;
          const key = newMeeting();
          const people = [
            await stage.person({ start: 'presenting', join: 'inAConferenceCall' }),
            await stage.person({ join: 'presenting' }),
            someone(),
          ] as const;
          const when = (at: number) => (timed ? { at } : {});
          const events: MeetingEvent[] = [
            eventOf(key, 'started', [{ userId: people[0], role: 'starter' }], when(nine)),
          ];
          let at = nine;
          for (const { kind, who, minutes } of happenings) {
            at += minutes * minute;
            events.push(eventOf(key, kind, [people[who] ?? people[0]], when(at)));
          }
          const end = eventOf(key, 'ended', [], when(at + minute));
          events.push(end);
          // All has happened; now it is told of.
          clock.now = at + minute;
          const other = another(stage);
          let ended = false;
          for (const { event, after: pause, process } of deliveries) {
            const told = events[event % events.length] ?? end;
            clock.now += pause * minute;
            await (process ? other : stage.meetings).handle(told);
            ended ||= told === end;
            const held = await Promise.all(people.map(claims));
            assert.deepEqual(held[2], []);
            for (const claim of held.flat()) assert.ok(claim.endsAt <= clock.now + hour);
            // What says when it happened cannot be mistaken for a new meeting.
            if (timed && ended) assert.deepEqual(held.flat(), []);
          }
          await stage.meetings.handle(end);
          assert.deepEqual((await Promise.all(people.map(claims))).flat(), []);
          assert.equal(await store.people.find(people[2]), undefined);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
    assert.ok(runs > 0);
  });

  it('at once, by two processes, leave nothing after the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.constantFrom('started' as const, 'joined' as const, 'ended' as const), fc.boolean()),
          {
            minLength: 2,
            maxLength: 8,
          },
        ),
        async (deliveries) => {
          const { clock, claims } = stage;
          clock.now = nine + minute;
          const key = newMeeting();
          const ann = await stage.person({ start: 'presenting', join: 'inAConferenceCall' });
          const events = {
            started: eventOf(key, 'started', [{ userId: ann, role: 'starter' }], { at: nine }),
            joined: eventOf(key, 'joined', [ann], { at: nine + 1 }),
            ended: eventOf(key, 'ended', [], { at: nine + 2 }),
          };
          const other = another(stage);
          await Promise.all(
            deliveries.map(([kind, process]) => (process ? other : stage.meetings).handle(events[kind])),
          );
          const isEnded = deliveries.some(([kind]) => kind === 'ended');
          assert.equal((await claims(ann)).length, isEnded ? 0 : 1);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });
});

/** Another process on the same store. */
function another({ store, clock }: Stage) {
  const now = () => clock.now;
  return createMeetings({
    store,
    sessions: plainSessions(store, now),
    tell: () => undefined,
    welcome: () => undefined,
    now,
    presence,
  });
}
