/**
 * A keeper as a process of its own: `node process.ts <place as JSON> <presence service>`. It says `ready`, and then
 * each person it told Graph about (`set …`) before it does so, and afterwards (`done …`).
 */

import { createSendTogether } from '../../src/graph/batch.ts';
import { asDeveloper } from '../../src/graph/access.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createKeeper, startKeeping } from '../../src/leases/keeper.ts';
import { openStore, type Where } from '../../src/store/store.ts';
import { sessionId } from './harness.ts';

const [place = '', baseUrl = ''] = process.argv.slice(2);
const log = {
  warn: (fields: object, text: string) => {
    console.error(text, fields);
  },
};
const store = await openStore(JSON.parse(place) as Where, { now: Date.now, log });
const client = createGraphClient({
  baseUrl,
  access: asDeveloper('local-development-token'),
  attemptMs: 10_000,
});
const together = createSendTogether(client, Date.now);
const tell = (word: string, users: readonly string[]) => {
  process.stdout.write(users.map((user) => `${word} ${user}\n`).join(''));
};
const keeper = createKeeper({
  leases: store.leases,
  budget: store.budget,
  together: async (tenantId, requests) => {
    const users = requests.map(({ userId }) => userId);
    tell('set', users);
    const results = await together(tenantId, requests);
    tell('done', users);
    return results;
  },
  sessionId,
  now: Date.now,
  random: Math.random,
  log,
  givenUp: (userId) => {
    tell('gave-up', [userId]);
  },
});
const stop = await startKeeping(keeper, store.jobs, log);
tell('ready', ['']);
process.on('SIGTERM', () => {
  stop();
  void store.close().then(() => process.exit(0));
});
