/** Personal keys on record: a person's own view of theirs, and the view of the door that is opened with them. */

import { createHash } from 'node:crypto';
import type { Sender } from '../presence/intent.ts';
import type { AuditKey, PersonalKeys } from '../presence/personal-key.ts';
import type { KnownRequest } from '../store/key-requests.ts';
import { hashOf, newSecret } from '../store/key-secret.ts';
import { bounded } from '../timing/with-timeout.ts';
import { senderOf } from './conversation-references.ts';
import type { Work } from './work.ts';

/** Whose key it is, and how they read. */
export interface KeyOwner {
  readonly number: number;
  readonly who: Sender;
  readonly zone: string | undefined;
  /** Of their client, as far as it is known. */
  readonly locale: string;
}

/** A request that carries an id of its sender's. */
export interface KeyRequest {
  readonly owner: KeyOwner;
  /** As the sender gave it. */
  readonly id: string;
  /** All that is asked. */
  readonly asked: string;
}

/** What is asked of the store for requests with keys. All but the first reject while the store is out of reach. */
export interface KeyDoorRecords {
  /** Whose key that is; undefined: nobody's. What has not the shape of a key costs no look-up. */
  owner(secret: string): Promise<KeyOwner | undefined>;
  begin(request: KeyRequest): Promise<KnownRequest>;
  answered(request: KeyRequest, status: number, answer: unknown): Promise<void>;
  /** Nothing was done, so that the same may be asked again. */
  drop(request: KeyRequest): Promise<void>;
}

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
