/**
 * Sessions as a process of its own: `node process.ts <place as JSON> <presence service> [work as JSON]`. It says
 * `ready`, and then each person it told Graph about (`set …`) before it does so, and afterwards (`done …`). With work it
 * acts for people as well: deeds.ts.
 */

import { createScheduler } from '../../src/sessions/scheduler.ts';
import type { SessionsParts } from '../../src/sessions/sessions.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { actFor, type Work } from './deeds.ts';
import { oneByOne, sessionsPartsOf } from './harness.ts';

const [place = '', baseUrl = '', work] = process.argv.slice(2);
const log = {
  warn: (fields: object, text: string) => {
    console.error(text, fields);
  },
};
const store = await openStore(JSON.parse(place) as StoreFolder, { now: Date.now, log });
const tell = (word: string, users: readonly string[]) => {
  process.stdout.write(users.map((user) => `${word} ${user}\n`).join(''));
};
const plain = sessionsPartsOf(store, baseUrl, work === undefined ? 10_000 : 1000, log);
const parts: SessionsParts = {
  ...plain,
  sendBatch: async (tenantId, requests) => {
    const users = requests.map(({ userId }) => userId);
    tell('set', users);
    const results = await plain.sendBatch(tenantId, requests);
    tell('done', users);
    return results;
  },
  givenUp: (userId) => {
    tell('gave-up', [userId]);
  },
};
const sessions = oneByOne(parts);
const { pollMs, listen } = store.due;
const scheduler = createScheduler({ works: [sessions.renewals], now: Date.now, pollMs, log });
listen(scheduler.wake);
scheduler.start();
// Nothing else keeps it alive: it waits for what comes due.
const alive = setInterval(() => undefined, 60_000);
tell('ready', ['']);
process.on('SIGTERM', () => {
  clearInterval(alive);
  void scheduler
    .stop()
    .then(() => store.close())
    .then(() => process.exit(0));
});
if (work !== undefined) await actFor(JSON.parse(work) as Work, { store, sessions, parts, say: tell });
