/** Sessions renewed with people's own tokens: what becomes of them when a token is gone, or nobody tells whether it is. */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asPerson } from '../../src/graph/access.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createSendEach } from '../../src/graph/batch.ts';
import { sendDefaults } from '../../src/graph/send.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import { openPlaces } from '../support/stores.ts';
import { openStage, sessionId, type Stage } from './harness.ts';
import { hour, minute, userOf } from './samples.ts';

const places = openPlaces();
after(() => places.close());
const tenantId = guid('11111111-1111-4111-8111-111111111111') ?? assert.fail();

/** What the Bot Service says of a person's token: one of their own by default. */
type Answer = 'gone' | 'silent';
const answers = new Map<Guid, Answer>();
/** People of whom the store does not tell who they are. */
const unreadable = new Set<Guid>();
/** Whose token was asked for, and whose was not taken, in order. */
const asked: Guid[] = [];
const refused: Guid[] = [];
const times = (all: readonly Guid[], userId: Guid) => all.filter((one) => one === userId).length;

let stage: Stage;
before(async () => {
  stage = await openStage(await places.make('server'), {
    sendBatch: (simulator, now) => {
      const tokens = asPerson({
        get: ({ userId }) => {
          asked.push(userId);
          const answer = answers.get(userId);
          if (answer === 'silent') return Promise.reject(new Error('no answer from the Bot Service'));
          if (answer === 'gone') return Promise.resolve(undefined);
          const scopes = ['Presence.ReadWrite'];
          simulator.addToken(`own.${userId}`, { kind: 'delegated', appId: sessionId, userId, scopes });
          return Promise.resolve(`own.${userId}`);
        },
        refused: ({ userId }) => refused.push(userId),
        signOut: () => Promise.resolve(),
      });
      const client = createGraphClient({ baseUrl: simulator.url, access: tokens, attemptMs: 2000 });
      return createSendEach(client, { ...sendDefaults, now }, (userId) =>
        unreadable.has(userId)
          ? Promise.reject(new Error('the database is out of reach'))
          : Promise.resolve({ userId, tenantId, account: `29:${userId}` }),
      );
    },
  });
});
after(() => stage.close());

let user = 3000;
const someone = () => userOf((user += 1));
const hold = (userId: Guid, lastsMs = 9 * hour) =>
  stage.sessions.hold({
    userId,
    tenantId,
    source: { kind: 'asked' },
    pair: 'presenting',
    endsAt: stage.clock.now + lastsMs,
  });
const seen = (userId: Guid) => stage.simulator.state(userId).seen.activity;

describe('a lease of a person’s own', () => {
  it('is renewed with their own token, and ends on time', async () => {
    const [ann, bob] = [someone(), someone()];
    const start = stage.clock.now;
    await hold(ann);
    await hold(bob);
    await stage.runTo(start + 9 * hour - minute);
    assert.deepEqual([ann, bob].map(seen), ['Presenting', 'Presenting']);
    await stage.runTo(start + 9 * hour + minute);
    assert.deepEqual([ann, bob].map(seen), ['Offline', 'Offline']);
    assert.deepEqual(
      [ann, bob].map((one) => stage.calls(one).length),
      [3, 3],
    );
    assert.deepEqual(stage.told, []);
  });

  it('whose token is gone in the middle is given up once, told once, and nobody is asked again', async (context) => {
    const ann = someone();
    const start = stage.clock.now;
    await hold(ann);
    const meeting = { kind: 'meeting', meetingId: 'm' } as const;
    await stage.sessions.hold({
      userId: ann,
      tenantId,
      source: meeting,
      pair: 'inAConferenceCall',
      endsAt: start + 12 * hour,
    });
    await stage.runTo(start + 2 * hour);
    answers.set(ann, 'gone');
    const before = times(asked, ann);
    await stage.runTo(start + 30 * hour);
    const later = times(asked, ann) - before;
    context.diagnostic(
      `${later} time asked for the token, told ${times(stage.told, ann)} time, of two claims`,
    );
    assert.equal(later, 1);
    assert.equal(times(stage.told, ann), 1);
    assert.deepEqual(await stage.sessionStore.known([ann]), []);
    assert.equal(seen(ann), 'Offline', 'what Graph held has run out');
    // Signed in again, it is a new promise.
    answers.delete(ann);
    assert.equal((await hold(ann, hour)).status?.kind, 'holds');
    await stage.sessions.endOf(ann, 'all');
  });

  it('whose token Graph does not take is asked for once more, and then given up, told once', async () => {
    const ann = someone();
    const start = stage.clock.now;
    await hold(ann);
    const before = stage.calls(ann).length;
    stage.simulator.addFault({ kind: 'answer', status: 401, times: 'always', match: { userId: ann } });
    await stage.runTo(start + 30 * hour);
    assert.equal(stage.calls(ann).length - before, 2);
    assert.equal(times(refused, ann), 2);
    assert.equal(times(stage.told, ann), 1);
    assert.deepEqual(await stage.sessionStore.known([ann]), []);
  });

  it('waits for a Bot Service that does not answer, and goes on when it does', async (context) => {
    const ann = someone();
    const start = stage.clock.now;
    await hold(ann);
    await stage.runTo(start + 3 * hour + 39 * minute);
    answers.set(ann, 'silent');
    const before = times(asked, ann);
    await stage.runTo(start + 4 * hour + minute);
    const tries = times(asked, ann) - before;
    assert.equal(seen(ann), 'Offline');
    answers.delete(ann);
    await stage.runTo(stage.clock.now + 4 * minute + 1000);
    context.diagnostic(`asked ${tries} times in twenty minutes`);
    assert.equal(seen(ann), 'Presenting');
    assert.ok(tries >= 5 && tries <= 20, String(tries));
    assert.equal(times(stage.told, ann), 0);
    await stage.sessions.endOf(ann, 'all');
  });

  it('is not asked for beyond its promise, though the Bot Service never answers', async (context) => {
    const ann = someone();
    const start = stage.clock.now;
    await hold(ann, 6 * hour);
    answers.set(ann, 'silent');
    await stage.runTo(start + 6 * hour);
    const tries = times(asked, ann);
    await stage.runTo(start + 30 * hour);
    context.diagnostic(`asked ${tries} times until the end, ${times(asked, ann) - tries} times after it`);
    assert.ok(tries > 10 && tries < 110, String(tries));
    assert.equal(times(asked, ann), tries);
    assert.deepEqual(await stage.sessionStore.known([ann]), []);
    assert.equal(times(stage.told, ann), 0);
  });

  it('that ends while the Bot Service does not answer is cleared later, or runs out', async () => {
    const [ann, bob] = [someone(), someone()];
    const start = stage.clock.now;
    for (const one of [ann, bob]) {
      await hold(one);
      answers.set(one, 'silent');
      const { status } = await stage.sessions.endOf(one, 'all');
      assert.equal(status?.kind, 'waits');
    }
    answers.delete(ann);
    await stage.runTo(start + 5 * minute);
    assert.deepEqual([ann, bob].map(seen), ['Offline', 'Presenting']);
    await stage.runTo(start + 5 * hour);
    assert.equal(seen(bob), 'Offline');
    assert.deepEqual(await stage.sessionStore.known([ann, bob]), []);
  });

  it('of one whom the store does not tell of holds up nobody else, and is renewed when it does', async () => {
    const [ann, bob] = [someone(), someone()];
    const start = stage.clock.now;
    await hold(ann);
    await hold(bob);
    unreadable.add(ann);
    stage.clock.now = start + 3 * hour + 55 * minute;
    await stage.sessions.ring([ann, bob]);
    assert.deepEqual(
      [ann, bob].map((one) => stage.calls(one).length),
      [1, 2],
    );
    unreadable.delete(ann);
    await stage.runTo(stage.clock.now + minute);
    assert.deepEqual(
      [ann, bob].map((one) => stage.calls(one).length),
      [2, 2],
    );
    assert.deepEqual([ann, bob].map(seen), ['Presenting', 'Presenting']);
  });
});
