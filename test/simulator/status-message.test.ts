import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, annAction, ask, at, message, nine, simulator, type TokenName } from './ask.ts';

describe('status message', async () => {
  const service = await simulator();

  async function content(token: TokenName = 'app'): Promise<unknown> {
    const { json } = await ask(service, `/users/${ann}/presence`, { token });
    return at(json, 'statusMessage', 'message', 'content');
  }

  it('comes back as it was sent, and never expires without an expiryDateTime', async () => {
    service.reset();
    const answer = await ask(service, annAction('setStatusMessage'), { body: message('Grüße aus 東京 🎉') });
    assert.equal(Math.floor(answer.status / 100), 2);
    assert.equal(answer.text, '');
    service.advance(10 * 365 * 86_400);
    assert.equal(await content(), 'Grüße aus 東京 🎉');
  });

  it('keeps the suffix that pins it', async () => {
    service.reset();
    const body = message('please read<pinnednote></pinnednote>');
    await ask(service, annAction('setStatusMessage'), { body });
    assert.equal(await content(), 'please read<pinnednote></pinnednote>');
    assert.deepEqual(service.state(ann).statusMessage, {
      content: 'please read',
      pinned: true,
      endsAt: null,
    });
  });

  for (const [name, empty] of [
    ['empty text', ''],
    ['nothing but the pin', '<pinnednote></pinnednote>'],
  ] as const) {
    it(`is cleared by ${name}`, async () => {
      service.reset();
      await ask(service, annAction('setStatusMessage'), { body: message('lunch') });
      assert.equal(await content(), 'lunch');
      await ask(service, annAction('setStatusMessage'), { body: message(empty) });
      assert.equal(await content(), undefined);
      assert.equal(service.state(ann).statusMessage, null);
    });
  }

  // Each wall clock with its zone, and the minutes after 09:00 UTC at which it strikes.
  const expiries = [
    ['2026-01-05T10:00:00', 'UTC', 60],
    ['2026-01-05T10:00:00.0000000', 'UTC', 60],
    ['2026-01-05T10:30:00', 'Europe/Berlin', 30],
    ['2026-01-05T02:00:00', 'Pacific Standard Time', 60],
    ['2026-01-05T15:30:00', 'India Standard Time', 60],
    // Summer time: Berlin is two hours ahead of UTC.
    ['2026-07-01T12:00:00', 'W. Europe Standard Time', (Date.UTC(2026, 6, 1, 10) - nine) / 60_000],
  ] as const;
  for (const [dateTime, timeZone, minutes] of expiries) {
    it(`expires at ${dateTime} in ${timeZone}`, async () => {
      service.reset();
      const answer = await ask(service, annAction('setStatusMessage'), {
        body: message('until then', { dateTime, timeZone }),
      });
      assert.equal(Math.floor(answer.status / 100), 2);
      service.advance(minutes * 60 - 1);
      assert.equal(await content(), 'until then');
      service.advance(1);
      assert.equal(await content(), undefined);
    });
  }

  it('shows its times to the user alone, not to somebody else who reads', async () => {
    service.reset();
    const expiryDateTime = { dateTime: '2026-01-05T10:00:00', timeZone: 'UTC' };
    await ask(service, annAction('setStatusMessage'), { body: message('mine', expiryDateTime) });
    const own = await ask(service, '/me/presence', { token: 'ann-read' });
    assert.deepEqual(at(own.json, 'statusMessage', 'expiryDateTime'), expiryDateTime);
    assert.equal(at(own.json, 'statusMessage', 'publishedDateTime'), new Date(nine).toISOString());
  });
});
