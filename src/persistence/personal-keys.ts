/** Personal keys on record: a person's own view of theirs, and the view of the door that is opened with them. */

import { createHash } from 'node:crypto';
import type { AuditKey, KeyDoorRecords, KeyRequest, PersonalKeys } from '../presence/personal-key.ts';
import { hashOf, newSecret } from '../store/key-secret.ts';
import { bounded } from '../timing/with-timeout.ts';
import { senderOf } from './conversation-references.ts';
import type { Work } from './work.ts';

/** Longer than that nobody is kept waiting. */
const openMs = 5000;

type Open = () => Promise<Work>;

export function createPersonalKeys(open: Open, audit: AuditKey): PersonalKeys {
  const opened = () => bounded(openMs, open(), 'store');
  return {
    list: async ({ userId }) => (await opened()).store.keys.list(userId),
    make: async (who, name) => {
      const { userId, tenantId, account } = who;
      const { people, keys } = (await opened()).store;
      // Whoever comes with the key has to be known by more than an id.
      await people.put(userId, tenantId, { accountId: account });
      const secret = newSecret();
      const key = await keys.add(userId, tenantId, name, hashOf(secret) ?? '');
      if (key === undefined) return undefined;
      audit({ kind: 'made', who, number: key.number });
      return { key, secret };
    },
    remove: async (who, number) => {
      if (await (await opened()).store.keys.remove(who.userId, number))
        audit({ kind: 'removed', who, number });
    },
  };
}

export function createKeyDoorRecords(open: Open): KeyDoorRecords {
  const opened = async () => (await bounded(openMs, open(), 'store')).store;
  return {
    owner: async (secret) => {
      const hash = hashOf(secret);
      if (hash === undefined) return undefined;
      const { keys, people } = await opened();
      const used = await keys.use(hash);
      const person = used && (await people.find(used.userId));
      const who = senderOf(person);
      if (used === undefined || who === undefined) return undefined;
      return { number: used.number, who, zone: person?.zone, locale: person?.language ?? 'en-US' };
    },
    begin: async (request) =>
      (await opened()).keyRequests.begin(idOf(request), request.owner.who.userId, digestOf(request.asked)),
    answered: async (request, status, answer) =>
      (await opened()).keyRequests.answered(idOf(request), status, answer),
    drop: async (request) => (await opened()).keyRequests.drop(idOf(request)),
  };
}

/** Ids are each key's own, so that two devices may count alike. */
function idOf({ owner: { number, who }, id }: KeyRequest): string {
  return digestOf(JSON.stringify([who.userId, number, id]));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
