/** Other systems tell of meetings: real requests, signed by the standard's own library, on a real store. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { hour, nine, openStage, someone, tenantId, type Stage } from '../meetings/stage.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import { key, otherKey, startHooked } from './hooked.ts';

const places = openPlaces();
let stage: Stage;
let one: Awaited<ReturnType<typeof startHooked>>;
let several: Awaited<ReturnType<typeof startHooked>>;
const statuses: number[] = [];
before(async () => {
  stage = await openStage(await places.make('server'));
  const parts = {
    tenantId,
    receiver: () => ({ handle: stage.meetings.handle, deliveries: stage.store.deliveries }),
    answered: (status: number) => statuses.push(status),
    now: () => stage.clock.now,
    log: quietLog(),
  };
  one = await startHooked({ ...parts, keys: { rooms: key } });
  several = await startHooked({ ...parts, keys: { rooms: key, zoom: otherKey } });
});
after(async () => {
  await Promise.all([one.close(), several.close()]);
  await stage.close();
  await places.close();
});

const started = (people: readonly unknown[], id: string = randomUUID()) => ({
  event: 'started',
  meeting: { id, title: 'Plan', endsAt: new Date(nine + hour / 2).toISOString() },
  people,
});

describe('the hook', () => {
  it('opens sessions by people’s rules, reports the unknown, and ends them', async () => {
    const [ann, stranger, id] = [await stage.person({ present: 'presenting' }), someone(), randomUUID()];
    const people = [{ aadObjectId: ann.toUpperCase(), role: 'presenter' }, { aadObjectId: stranger }];
    const answer = await one.send(started(people, id));
    assert.deepEqual([answer.status, answer.body], [200, { accepted: 1, unknown: [stranger] }]);
    assert.deepEqual(
      (await stage.claims(ann)).map(({ source, pair, endsAt }) => [source, pair, endsAt]),
      [[{ kind: 'hook', source: 'rooms', meetingId: id }, 'presenting', nine + hour / 2]],
    );
    assert.equal(await stage.store.people.find(stranger), undefined);
    const ended = await one.send({ event: 'ended', meeting: { id }, people: [] });
    assert.deepEqual([ended.status, ended.body], [200, { accepted: 0, unknown: [] }]);
    assert.deepEqual(await stage.claims(ann), []);
  });

  it('tells of each answer, and of each event once, so that both can be counted', async () => {
    const [answers, heard, id, sent] = [statuses.length, stage.events.length, randomUUID(), randomUUID()];
    const body = started([{ aadObjectId: await stage.person({ join: 'presenting' }) }], id);
    for (let n = 0; n < 2; n += 1) await one.send(body, { id: sent });
    await one.send(body, { key: otherKey });
    await one.send('{');
    await one.send(body, { path: '/hooks/meetings/nobody' });
    assert.deepEqual(statuses.slice(answers), [200, 200, 401, 400, 404]);
    assert.deepEqual(
      stage.events.slice(heard).map(({ kind, key: { source } }) => [kind, source]),
      [['started', 'rooms']],
    );
  });

  it('takes a message once, however often it is sent', async () => {
    const [ann, id] = [await stage.person({ join: 'presenting' }), randomUUID()];
    const body = started([{ aadObjectId: ann }]);
    assert.deepEqual((await one.send(body, { id })).body, { accepted: 1, unknown: [] });
    const [claim] = await stage.claims(ann);
    // Sent again it is signed again, at a later time.
    for (const ago of [0, 60_000]) {
      const again = await one.send(body, { id, ago });
      assert.deepEqual([again.status, again.body], [200, { repeated: true }]);
    }
    assert.deepEqual(await stage.claims(ann), [claim]);
  });

  it('has an address for each source; the same id of two sources are two messages and two meetings', async () => {
    const [ann, id] = [await stage.person({ join: 'presenting' }), randomUUID()];
    const body = started([{ aadObjectId: ann }], id);
    for (const [source, sourceKey] of Object.entries({ rooms: key, zoom: otherKey })) {
      const { body: answer } = await several.send(body, {
        path: `/hooks/meetings/${source}`,
        id,
        key: sourceKey,
      });
      assert.deepEqual(answer, { accepted: 1, unknown: [] });
    }
    assert.equal((await stage.claims(ann)).length, 2);
    assert.equal((await one.send(body, { path: '/hooks/meetings/rooms' })).status, 200);
  });

  it('takes two thousand people', async () => {
    const people = Array.from({ length: 2000 }, () => ({ aadObjectId: someone(), role: 'organizer' }));
    const { status, body } = await one.send(started(people));
    assert.equal(status, 200);
    assert.ok(Array.isArray(body.unknown) && body.unknown.length === 2000);
  });

  it('says that a start was overtaken by its end', async () => {
    const [ann, id] = [await stage.person({ join: 'presenting' }), randomUUID()];
    await one.send({ event: 'ended', meeting: { id }, people: [] });
    const { body } = await one.send(started([{ aadObjectId: ann }], id));
    assert.deepEqual(body, { accepted: 1, unknown: [], late: true });
    assert.deepEqual(await stage.claims(ann), []);
  });
});
