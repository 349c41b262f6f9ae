/** Where somebody works: manual beats automatic beats scheduled, and only the person themselves sets it. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, ask, at, bob, nine, send, simulator } from './ask.ts';

const own = `/users/${ann}/presence`;
const where = async (service: Awaited<ReturnType<typeof simulator>>) =>
  at((await ask(service, own)).json, 'workLocation');

describe('where somebody works', async () => {
  const service = await simulator();
  const office = { workLocationType: 'office', placeId: 'building-7' };

  it('is told by the strongest layer, and without one it is unspecified', async () => {
    assert.deepEqual(await where(service), {
      workLocationType: 'unspecified',
      source: 'none',
      placeId: null,
    });
    service.setWorkLocation({ userId: ann, source: 'scheduled', workLocationType: 'remote' });
    service.setWorkLocation({ userId: ann, source: 'automatic', ...office, workLocationType: 'office' });
    assert.deepEqual(await where(service), { ...office, source: 'automatic' });
    const body = { workLocationType: 'timeOff' };
    const set = await ask(service, `${own}/setManualLocation`, { body, token: 'ann' });
    assert.equal(set.status, 200);
    assert.deepEqual(await where(service), { ...body, source: 'manual', placeId: null });
  });

  it('clearing, which takes no body, leaves what is scheduled', async () => {
    const cleared = await send(service, 'POST', `/v1.0${own}/clearLocation`, { token: 'ann' });
    assert.equal(cleared.status, 200);
    assert.deepEqual(await where(service), {
      workLocationType: 'remote',
      source: 'scheduled',
      placeId: null,
    });
  });

  it('is forgotten the next day, but for what is scheduled', async () => {
    await ask(service, `${own}/setManualLocation`, { body: office, token: 'ann' });
    assert.deepEqual(await where(service), { ...office, source: 'manual' });
    service.setClock(nine + 86_400_000);
    assert.deepEqual(await where(service), {
      workLocationType: 'remote',
      source: 'scheduled',
      placeId: null,
    });
  });

  it('is refused to applications, for others, and in another shape', async () => {
    const body = { workLocationType: 'remote' };
    const statusOf = async (path: string, asked: Parameters<typeof ask>[2]) =>
      (await ask(service, path, asked)).status;
    assert.equal(await statusOf(`${own}/setManualLocation`, { body }), 403);
    assert.equal((await send(service, 'POST', `/v1.0${own}/clearLocation`)).status, 403);
    assert.equal(await statusOf(`${own}/setManualLocation`, { body, token: 'ann-read' }), 403);
    assert.equal(
      await statusOf(`/users/${bob}/presence/setManualLocation`, { body, token: 'ann-write' }),
      401,
    );
    for (const wrong of [{}, { workLocationType: 'home' }, { ...body, until: 'Friday' }, [], 'remote'])
      assert.equal(await statusOf(`${own}/setManualLocation`, { body: wrong, token: 'ann' }), 400);
  });
});
