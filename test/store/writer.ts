/**
 * A process of its own that writes claims until it is killed: `node writer.ts <place as JSON> <user id>`. It says on
 * standard output which claims it found (`found [...]`), then each that was acknowledged (`kept …`), line by line.
 */

import { randomUUID } from 'node:crypto';
import { guid } from '../../src/presence/intent.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';

const [place = '', user = ''] = process.argv.slice(2);
const userId = guid(user);
if (userId === undefined) throw new Error('no user');
const store = await openStore(JSON.parse(place) as StoreFolder, {
  now: () => 0,
  log: { warn: console.error },
});
const found = await store.sessionStore.claims(userId);
process.stdout.write(`found ${JSON.stringify(found.map(({ id }) => id))}\n`);
for (;;) {
  const id = randomUUID();
  const source = { kind: 'meeting', meetingId: id } as const;
  const endsAt = Date.UTC(2100, 0, 1);
  await store.sessionStore.putClaims(
    [{ id, userId, tenantId: 't', source, pair: 'presenting', openedAt: 0, endsAt }],
    endsAt,
  );
  process.stdout.write(`kept ${id}\n`);
}
