/** What a person has ended does not come back by itself: “End now”, “Not for this meeting”, and a newer choice. */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { MeetingEvent } from '../../src/meetings/event.ts';
import { openPlaces } from '../support/stores.ts';
import { eventOf, minute, newMeeting, nine, openStage, type Stage } from './stage.ts';

const places = openPlaces();
let stage: Stage;
before(async () => {
  stage = await openStage(await places.make('server'));
});
after(async () => {
  await stage.close();
  await places.close();
});

/** What happens, each some minutes after the one before; `again` is anything that was heard before, once more. */
const happening = fc.record({
  what: fc.constantFrom(
    'joins' as const,
    'presents' as const,
    'leaves' as const,
    'again' as const,
    'another joins' as const,
    'ends now' as const,
    'declines' as const,
    'chooses' as const,
  ),
  which: fc.nat(),
  minutes: fc.integer({ min: 1, max: 25 }),
});

interface Model {
  isIn: boolean;
  presents: boolean;
  hasSession: boolean;
  declined: boolean;
}

describe('what a person has ended', () => {
  it('comes back when they come back, or by a stronger rule, and never after “not for this meeting”', async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 12 }), async (happenings) => {
        const { meetings, claims, clock, store } = stage;
        const [ann, bob, key] = [
          await stage.person({ present: 'presenting', join: 'inAConferenceCall' }),
          await stage.person({ join: 'ask' }),
          newMeeting(),
        ];
        clock.now = nine;
        const past: MeetingEvent[] = [];
        const hear = async (event: MeetingEvent) => {
          past.push(event);
          await meetings.handle(event);
        };
        const model: Model = { isIn: false, presents: false, hasSession: false, declined: false };
        for (const { what, which, minutes } of happenings) {
          clock.now += minutes * minute;
          const at = { at: clock.now };
          switch (what) {
            case 'joins':
            case 'presents': {
              const presents = what === 'presents';
              await hear(
                eventOf(key, 'joined', [{ userId: ann, role: presents ? 'presenter' : 'attendee' }], at),
              );
              if (!model.isIn || (presents && !model.presents)) model.hasSession = !model.declined;
              model.isIn = true;
              model.presents = presents;
              break;
            }
            case 'leaves':
              await hear(eventOf(key, 'left', [ann], at));
              model.isIn = model.hasSession = false;
              break;
            case 'again': {
              const event = past[which % Math.max(1, past.length)];
              if (event !== undefined) await meetings.handle(event);
              break;
            }
            case 'another joins':
              await hear(eventOf(key, 'joined', [bob], at));
              break;
            case 'ends now': {
              const had = (await claims(ann)).length > 0;
              assert.equal(await meetings.endSession(ann, key), had);
              model.hasSession = false;
              break;
            }
            case 'declines':
              await meetings.decline(ann, key);
              if ((await store.meetings.attendances(key)).some(({ userId }) => userId === ann))
                model.declined = true;
              model.hasSession = false;
              break;
            case 'chooses': {
              // As whoever puts a newer choice on record: the claims are gone, and then it is told which.
              const ended = await claims(ann);
              await store.sessionStore.removeClaims([ann], 'all', clock.now);
              await meetings.declineClaims(ann, ended);
              if (ended.length > 0) model.declined = true;
              model.hasSession = false;
              break;
            }
          }
          const held = await claims(ann);
          // It may have ended by its hour; nothing may be there that should not.
          assert.ok(held.length <= (model.hasSession ? 1 : 0), what);
          opened += held.length;
        }
      }),
      {
        numRuns: Number(process.env.RUNS ?? 40),
        // An old role, heard again, is no new one.
        examples: [
          [
            (['presents', 'ends now', 'joins', 'again'] as const).map((what) => ({
              what,
              which: 0,
              minutes: 1,
            })),
          ],
        ],
      },
    );
    assert.ok(opened > 0);
  });

  it('is what was ended, and no other meeting', async () => {
    const { meetings, claims, clock } = stage;
    clock.now = nine;
    const ann = await stage.person({ join: 'presenting' });
    const [one, other] = [newMeeting(), newMeeting('rooms')];
    for (const key of [one, other]) await meetings.handle(eventOf(key, 'joined', [ann]));
    assert.equal(await meetings.endSession(ann, one), true);
    assert.equal(await meetings.endSession(ann, one), false);
    const [left, ...more] = await claims(ann);
    assert.ok(left !== undefined && more.length === 0);
    // What had ended by itself was nobody's choice.
    await meetings.declineClaims(ann, [{ ...left, endsAt: clock.now }]);
    assert.equal((await claims(ann)).length, 1);
    await meetings.declineClaims(ann, [left, { ...left, source: { kind: 'asked' } }]);
    assert.deepEqual(await claims(ann), []);
  });
});
