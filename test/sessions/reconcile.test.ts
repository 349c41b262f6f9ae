/** Sessions that last as long as they were asked for, on both kinds of store. */

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { auditWriter } from '../../src/observability/logs.ts';
import type { ClaimSource } from '../../src/presence/claim.ts';
import type { Guid } from '../../src/presence/intent.ts';
import type { SessionPairId } from '../../src/presence/pairs.ts';
import type { LoggedRequest } from '../../src/simulator/index.ts';
import { openPlaces } from '../support/stores.ts';
import { until } from './children.ts';
import { openStage, type Stage } from './harness.ts';
import { hour, minute, userOf } from './samples.ts';

const places = openPlaces();
after(() => places.close());

const asked: ClaimSource = { kind: 'asked' };
const meeting: ClaimSource = { kind: 'meeting', meetingId: 'm' };
const said = ({ action, body }: LoggedRequest) => {
  const { activity, expirationDuration } = body as { activity?: string; expirationDuration?: string };
  return action === 'setPresence' ? `${activity ?? ''} ${expirationDuration ?? ''}` : String(action);
};

for (const kind of places.kinds) {
  describe(`a lease on the ${kind} store`, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage(await places.make(kind));
    });
    after(() => stage.close());

    let ann: Guid;
    let start: number;
    let user = 0;
    beforeEach(() => {
      ann = userOf((user += 1));
      start = stage.clock.now;
    });
    afterEach(() => {
      stage.simulator.removeFaults();
    });

    const hold = (pair: SessionPairId, lastsMs: number, source: ClaimSource = asked, userId = ann) =>
      stage.sessions.hold({
        userId,
        tenantId: '11111111-1111-4111-8111-111111111111',
        source,
        pair,
        endsAt: stage.clock.now + lastsMs,
      });
    const seen = (userId = ann) => stage.simulator.state(userId).seen.activity;
    const calls = (userId = ann) => stage.calls(userId).map(said);

    it('of nine hours takes three calls, holds all the time, and ends on the second', async () => {
      const { claim, status } = await hold('presenting', 9 * hour);
      assert.ok(status?.kind === 'holds' && status.holder.id === claim.id);
      assert.ok(status.until === start + 4 * hour);
      for (let at = start; at < start + 9 * hour - 1000; at += 10 * minute) {
        await stage.runTo(at);
        assert.equal(seen(), 'Presenting', `${(at - start) / minute} min`);
      }
      assert.deepEqual(calls().slice(0, 2), ['Presenting PT4H', 'Presenting PT4H']);
      await stage.runTo(start + 9 * hour - 1001);
      assert.equal(seen(), 'Presenting');
      await stage.runTo(start + 9 * hour);
      assert.notEqual(seen(), 'Presenting');
      await stage.runTo(start + 12 * hour);
      assert.equal(calls().length, 3);
      assert.deepEqual(await stage.sessionStore.known([ann]), [], 'nothing is left of it');
    });

    it('has an audit line for each request: whose it was, what until when, and what Graph answered', async () => {
      const from = stage.written.length;
      const endsAt = start + 9 * hour;
      await hold('presenting', 9 * hour, meeting);
      await stage.runTo(start + 5 * hour);
      await stage.sessions.endOf(ann, meeting);
      const lines: object[] = [];
      const log = { info: (facts: object) => lines.push(facts), warn: () => assert.fail() };
      stage.written.slice(from).forEach(auditWriter(log, log));
      const answers = stage
        .calls(ann)
        .map(({ requestId }) => ({ outcome: 'applied', status: 200, requestId }));
      const line = {
        audit: true,
        who: ann,
        tenant: '11111111-1111-4111-8111-111111111111',
        outcome: 'applied',
      };
      const until = new Date(endsAt).toISOString();
      const renewedAt = Date.parse(stage.calls(ann)[1]?.at ?? '');
      const presenting = (n: number, at: number) => ({
        what: 'session: presenting',
        until,
        piece: new Date(at + 4 * hour).toISOString(),
        ...answers[n],
      });
      assert.deepEqual(lines, [
        { ...line, door: 'meeting', source: 'meeting', steps: [presenting(0, start)] },
        { ...line, door: 'renewal', source: 'meeting', steps: [presenting(1, renewedAt)] },
        { ...line, door: 'meeting', steps: [{ what: 'session: cleared', ...answers[2] }] },
      ]);
    });

    it('that Graph does not clearly take is uncertain in its line, with a warning', async () => {
      const from = stage.written.length;
      stage.simulator.addFault({ kind: 'answer', status: 500, match: { userId: ann } });
      await hold('inACall', hour, { kind: 'hook', source: 'calendar', meetingId: 'm' });
      const lines: Record<string, unknown>[] = [];
      const keep = (facts: object) => lines.push({ ...facts });
      stage.written.slice(from).forEach(auditWriter({ info: keep, warn: keep }, { info: keep, warn: keep }));
      const [line, warning] = lines;
      assert.deepEqual([line?.door, line?.source, line?.outcome], ['hook', 'hook', 'uncertain']);
      assert.deepEqual([warning?.action, warning?.by, warning?.status], ['setPresence', 'unreachable', 500]);
      await stage.runTo(start + 5 * minute);
      assert.deepEqual(
        stage.written.slice(from + 1).map(({ door, steps }) => [door, steps[0]?.result.kind]),
        [['hook', 'applied']],
        'the second attempt opens it: it renews nothing',
      );
    });

    it('of no more than four hours is one call', async () => {
      await hold('inACall', 4 * hour);
      await stage.runTo(start + 5 * hour);
      assert.deepEqual(calls(), ['InACall PT4H']);
    });

    it('of Available is repeated before it fades, at most every four and a half minutes', async () => {
      await hold('sessionAvailable', hour);
      for (let at = start; at < start + hour - minute; at += 5000) {
        await stage.runTo(at);
        assert.equal(seen(), 'Available', `${(at - start) / 1000} s`);
      }
      await stage.runTo(start + 2 * hour);
      assert.equal(calls().length, 14);
      assert.notEqual(seen(), 'Available');
    });

    it('that is ended is cleared once, and no alarm brings it back', async () => {
      await hold('presenting', 9 * hour);
      await stage.runTo(start + hour);
      const { ended, status } = await stage.sessions.endOf(ann, 'all');
      assert.equal(ended.length, 1);
      assert.equal(status?.kind, 'empty');
      assert.notEqual(seen(), 'Presenting');
      assert.deepEqual((await stage.sessions.endOf(ann, 'all')).ended, []);
      await stage.runTo(start + 12 * hour);
      assert.deepEqual(calls(), ['Presenting PT4H', 'clearPresence']);
    });

    it('gives way to a newer choice, and only that one is renewed', async () => {
      await hold('presenting', 9 * hour);
      await stage.runTo(start + hour);
      await hold('inACall', 6 * hour);
      await stage.runTo(start + 12 * hour);
      assert.deepEqual(
        calls().map((call) => call.split(' ')[0]),
        ['Presenting', 'InACall', 'InACall'],
      );
    });

    it('gives way to a stronger meeting and comes back after it; a weaker one changes nothing', async () => {
      await hold('inACall', 9 * hour);
      const stronger = await hold('presenting', hour, meeting);
      assert.ok(stronger.status?.kind === 'holds' && stronger.status.holder.id === stronger.claim.id);
      assert.equal(seen(), 'Presenting');
      await stage.runTo(start + 10 * minute);
      await stage.sessions.endOf(ann, meeting);
      assert.equal(seen(), 'InACall');
      const weaker = await hold('sessionAway', hour, meeting);
      assert.ok(weaker.status?.kind === 'holds' && weaker.status.holder.pair === 'inACall');
      assert.deepEqual(calls(), ['InACall PT4H', 'Presenting PT1H', 'InACall PT4H']);
      await stage.sessions.endOf(ann, 'all');
      assert.equal(calls().at(-1), 'clearPresence');
    });

    it('comes back by itself when a stronger meeting’s time is up', async () => {
      await hold('inACall', 9 * hour);
      await hold('presenting', hour, meeting);
      await stage.runTo(start + hour + 2000);
      assert.equal(seen(), 'InACall');
      await stage.sessions.endOf(ann, 'all');
    });

    it('waits behind its own renewal that is under way, and then ends it', async () => {
      await hold('presenting', 9 * hour);
      stage.clock.now = start + 4 * hour - 5 * minute;
      stage.simulator.addFault({ kind: 'slow', delayMs: 300, match: { userId: ann } });
      const renewal = stage.sessions.ring([ann]);
      await until(() => calls().length === 2, 30_000, 'the renewal has reached Graph');
      await stage.another().endOf(ann, 'all');
      await renewal;
      assert.deepEqual(calls(), ['Presenting PT4H', 'Presenting PT4H', 'clearPresence']);
      assert.notEqual(seen(), 'Presenting');
      await stage.runTo(start + 12 * hour);
      assert.equal(calls().length, 3);
    });

    it('is not brought back by a process that slept through its time', async () => {
      await hold('presenting', 9 * hour);
      stage.clock.now = start + 4 * hour - 5 * minute;
      const asleep = Promise.withResolvers<undefined>();
      const awake = Promise.withResolvers<undefined>();
      const sleeper = stage.another({
        sendBatch: async (_tenant, requests) => {
          asleep.resolve(undefined);
          await awake.promise;
          // What it had in hand goes out as it was.
          const response = await fetch(`${stage.simulator.url}/v1.0/users/${ann}/presence/setPresence`, {
            method: 'POST',
            headers: { authorization: 'Bearer local-development-token', 'content-type': 'application/json' },
            body: JSON.stringify(requests[0]?.body),
          });
          assert.ok(response.ok);
          return requests.map((request) => ({ kind: 'applied', call: { request, at: 0 } }));
        },
      });
      const renewal = sleeper.ring([ann]);
      await asleep.promise;
      stage.clock.now += 10_000;
      await stage.sessions.endOf(ann, 'all');
      assert.notEqual(seen(), 'Presenting');
      awake.resolve(undefined);
      await renewal;
      assert.equal(seen(), 'Presenting', 'Graph took it, and cannot know better');
      await stage.runTo(stage.clock.now + 1000);
      assert.notEqual(seen(), 'Presenting');
      assert.deepEqual(calls(), ['Presenting PT4H', 'clearPresence', 'Presenting PT4H', 'clearPresence']);
      await stage.runTo(start + 12 * hour);
      assert.equal(calls().length, 4);
    });

    it('whose process died between Graph’s yes and its own note is ended all the same', async () => {
      const dying = stage.another({
        sendBatch: async (tenantId, requests) => {
          await stage.another().ring([]);
          await fetch(`${stage.simulator.url}/v1.0/users/${ann}/presence/setPresence`, {
            method: 'POST',
            headers: { authorization: 'Bearer local-development-token', 'content-type': 'application/json' },
            body: JSON.stringify(requests[0]?.body),
          });
          throw new Error(`died ${tenantId}`);
        },
      });
      const endsAt = start + 9 * hour;
      await dying.hold({
        userId: ann,
        tenantId: '11111111-1111-4111-8111-111111111111',
        source: asked,
        pair: 'presenting',
        endsAt,
      });
      assert.equal(seen(), 'Presenting');
      stage.clock.now += 10_000;
      await stage.sessions.endOf(ann, 'all');
      assert.notEqual(seen(), 'Presenting');
    });
  });
}
