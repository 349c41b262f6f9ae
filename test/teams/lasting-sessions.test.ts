/** Sessions that last beyond one expiration, asked for in a chat: what is promised, sent, kept and ended. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Claim } from '../../src/presence/claim.ts';
import { guid } from '../../src/presence/intent.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { scrape } from '../observability/scrape.ts';
import { AVERY, BOT_ID, TENANT_ID } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { quietLog } from '../support/stores.ts';

const hour = 3_600_000;
const avery = guid(AVERY.aadObjectId) ?? assert.fail();
const folder = temporaryFolder('presence-bot-leases-');
const dataDir = join(folder, 'data');
const connector = await startConnector();
const start = () =>
  startBot({ remembers: true, connector, at: Date.now(), environment: { DATA_DIR: dataDir } });
let bot = await start();
after(async () => {
  await bot.close();
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  bot.simulator.reset();
  bot.clock.now = Date.now();
  await bot.say('clear everything');
  bot.simulator.reset();
  bot.connector.clear();
});

/** Every write about the session, in order: its action and expiration. */
const sessions = () =>
  bot.writes().flatMap(({ action, body }) => {
    const { expirationDuration = '' } = body as { expirationDuration?: string };
    return action === 'setPresence' || action === 'clearPresence' ? [`${action} ${expirationDuration}`] : [];
  });

/** What was promised before this process began, with an alarm that is due. */
async function promisedBefore(endsAt: number): Promise<void> {
  await bot.close();
  const store = await openStore({ dataDir }, { now: Date.now, log: quietLog() });
  const claim: Claim = {
    id: randomUUID(),
    userId: avery,
    tenantId: TENANT_ID,
    source: { kind: 'asked' },
    pair: 'presenting',
    endsAt,
    openedAt: Date.now(),
  };
  await store.people.put(avery, TENANT_ID, { accountId: AVERY.id, zone: 'Europe/Vienna' });
  await store.people.putConversation(avery, {
    conversation: { id: 'a:avery', conversationType: 'personal' },
    bot: { id: `28:${BOT_ID}` },
    user: { id: AVERY.id },
    channelId: 'msteams',
    serviceUrl: connector.url,
  });
  await store.sessionStore.putClaims([claim], Date.now());
  await store.close();
}

/** What is on record of the sender, as somebody else reads it when the bot has stopped; the bot then runs again. */
async function onRecord(): Promise<readonly Claim[]> {
  await bot.close();
  const store = await openStore({ dataDir }, { now: Date.now, log: quietLog() });
  const claims = await store.sessionStore.claims(avery);
  await store.close();
  bot = await start();
  bot.clock.now = Date.now();
  return claims;
}

describe('a session beyond Graph’s four hours', () => {
  it('is promised to its end, sent as far as Graph goes, and on record', async () => {
    const words = await bot.say('presenting 9h');
    assert.match(words, /Presenting/);
    assert.doesNotMatch(words, /renew|record/);
    assert.deepEqual(bot.writes().at(-1)?.body, {
      sessionId: BOT_ID,
      availability: 'DoNotDisturb',
      activity: 'Presenting',
      expirationDuration: 'PT4H',
    });
    assert.deepEqual(sessions(), ['setPresence PT4H']);
    const asked = bot.clock.now;
    const [claim, ...others] = await onRecord();
    assert.deepEqual(others, []);
    assert.deepEqual([claim?.pair, claim?.endsAt], ['presenting', asked + 9 * hour]);
  });

  it('ends by clear, and leaves nothing on record', async () => {
    await bot.say('in a call for 6 hours');
    await bot.say('clear session');
    assert.deepEqual(sessions(), ['setPresence PT4H', 'clearPresence ']);
    assert.deepEqual(await onRecord(), []);
  });

  it('ends by a newer choice, which is on record in its place', async () => {
    await bot.say('presenting 9h');
    await bot.say('in a conference call 20m');
    assert.deepEqual(sessions(), ['setPresence PT4H', 'setPresence PT20M']);
    assert.deepEqual(
      (await onRecord()).map(({ pair }) => pair),
      ['inAConferenceCall'],
    );
  });

  it('is put back by undo for as long as it was promised', async () => {
    await bot.say('presenting 9h');
    await bot.say('in a call 20m');
    await bot.say('undo');
    assert.deepEqual(sessions(), ['setPresence PT4H', 'setPresence PT20M', 'setPresence PT4H']);
    assert.deepEqual(
      (await onRecord()).map(({ pair }) => pair),
      ['presenting'],
    );
  });

  it('is lengthened by extend', async () => {
    await bot.say('presenting 3h');
    const asked = bot.clock.now;
    await bot.say('extend 3h');
    assert.deepEqual(sessions(), ['setPresence PT3H', 'setPresence PT4H']);
    assert.equal((await onRecord())[0]?.endsAt, asked + 6 * hour);
  });

  it('is shortened and lengthened by another end', async () => {
    await bot.say('presenting 9h');
    const asked = bot.clock.now;
    assert.match(await bot.say('shorten to 6 hours'), /^Shortened: you're now set to Presenting/);
    assert.match(await bot.say('make it 8 hours'), /^Extended: you're now set to Presenting/);
    assert.deepEqual(sessions(), ['setPresence PT4H', 'setPresence PT4H', 'setPresence PT4H']);
    assert.deepEqual(
      (await onRecord()).map(({ endsAt }) => endsAt),
      [asked + 8 * hour],
    );
  });

  it('is not on record where Graph refused it, and the one before still is', async () => {
    await bot.say('presenting 9h');
    bot.simulator.addFault({ kind: 'answer', status: 400, match: { action: 'setPresence' } });
    assert.match(await bot.say('in a call 8h'), /Not done/);
    assert.deepEqual(
      (await onRecord()).map(({ pair }) => pair),
      ['presenting'],
    );
  });

  it('is refused beyond a day', async () => {
    assert.match(await bot.say('presenting 25h'), /can last 5 minutes to 1 day/);
    assert.deepEqual(sessions(), []);
  });
});

describe('an Available session', () => {
  it('is sent with its whole length, is renewed, and so says nothing of fading', async () => {
    const words = await bot.say('session available 1h');
    assert.deepEqual(sessions(), ['setPresence PT1H']);
    assert.doesNotMatch(words, /fade/);
    assert.equal((await onRecord()).length, 1);
  });
});

describe('a preferred presence', () => {
  it('never touches the store', async () => {
    await bot.say('presenting 9h');
    await bot.say('dnd 2h');
    await bot.say('busy 30m "in the lab"');
    assert.equal((await onRecord()).length, 1);
  });
});

/** The audit line of what came by that door, as soon as it is written. */
async function lineOf(door: string): Promise<Record<string, unknown>> {
  for (;;) {
    const found = bot.logged().find((line) => line.audit === true && line.door === door);
    if (found !== undefined) return found;
    await delay(20);
  }
}

describe('what people ask of Graph', () => {
  it('is counted in the budget of their tenant, which background work has to leave to them', async () => {
    await bot.say('dnd 2h');
    await bot.say('status');
    await bot.say('clear');
    const calls = bot.simulator.requests().length;
    await bot.close();
    const database = await openDatabase({ dataDir }, quietLog());
    const rows = await database.db.selectFrom('budget').select(['tenant_id', 'spent']).execute();
    await database.close();
    bot = await start();
    bot.clock.now = Date.now();
    assert.deepEqual(
      rows.map(({ tenant_id }) => tenant_id),
      [TENANT_ID],
    );
    const spent = Object.values(JSON.parse(rows[0]?.spent ?? '{}') as Record<string, number>);
    assert.ok(spent.reduce((sum, some) => sum + some, 0) >= calls && calls >= 3);
  });
});

describe('after a restart', () => {
  it('what was promised is set again by itself, and its end stands', async () => {
    await promisedBefore(Date.now() + 9 * hour);
    bot = await start();
    bot.clock.now = Date.now();
    while (sessions().length === 0) await delay(50);
    assert.deepEqual(sessions(), ['setPresence PT4H']);
    const line = await lineOf('asked');
    assert.deepEqual([line.who, line.source, line.outcome], [avery, 'asked', 'applied']);
    const { of } = await scrape(bot.app.port);
    assert.equal(of('store_up'), 1);
    assert.equal(of('people_with_lease'), 1);
    assert.equal(of('leases_late'), 0);
    assert.equal(of('renewals_total', { door: 'asked', outcome: 'applied' }), 1);
    assert.equal(of('graph_calls_total', { action: 'setPresence', status: '2xx', work: 'background' }), 1);
    assert.ok((of('alarm_lag_seconds_count', { queue: 'session_slots' }) ?? 0) >= 1);
    assert.equal(
      of('graph_calls_total', { action: 'setPresence', status: '2xx', work: 'interactive' }),
      undefined,
    );
    assert.match(await bot.say('clear session'), /session/);
    assert.deepEqual(await onRecord(), []);
  });

  it('what Graph no longer takes is given up, and the person is told once, with the reason', async () => {
    await promisedBefore(Date.now() + 9 * hour);
    bot = await start();
    // The store takes longer to open than this does.
    bot.simulator.addFault({
      kind: 'answer',
      status: 403,
      times: 'always',
      match: { action: 'setPresence' },
    });
    bot.clock.now = Date.now();
    const [told] = await connector.waitForReplies(1, { timeoutMs: 30_000 });
    assert.match(
      wordsOf(told),
      /I promised \*\*Presenting\*\* until .* can no longer renew it.*Presence\.ReadWrite\.All/,
    );
    assert.deepEqual(await onRecord(), []);
  });
});
