/**
 * The Bot Service's public keys, by their ids. The SDK's own reader notices a new key after an hour at the earliest,
 * asks once for each request while the service does not answer, and writes keys into the log.
 */

import * as z from 'zod';
import type { Outbound } from '../outbound/client.ts';

export interface Keys {
  /** The key of that id, at once if it is known, or undefined if the Bot Service has none. */
  find(kid: string): Promise<SigningKey | undefined>;
}

interface KeysOptions {
  /** The OpenID metadata document that names the keys' address. */
  readonly metadataUrl: string;
  readonly now: () => number;
  /** Told when the keys could not be read. */
  readonly failed: (error: unknown) => void;
  readonly outbound: Outbound;
}

/** Keys are read anew daily: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const freshMs = 24 * 60 * 60 * 1000;
/**
 * Older keys stay in use while new ones are fetched, so that nobody waits. Keys that could not be refreshed are good
 * for a week; after that no token is accepted.
 */
const usableMs = 7 * freshMs;
/** The least time between two fetches, however many unknown key ids arrive. */
const restMs = 30_000;
/** Wait after a failed fetch. */
const retryMs = 5000;
/** Time limit for fetching both documents. */
const answerMs = 5000;

const metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const keySet = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  /** The channels whose activities this key may sign for. */
  endorsements: z.array(z.string()).default([]),
});

/** A public key as it is published (JWK). */
export type SigningKey = Readonly<z.infer<typeof rsaKey>>;

export function createKeys({ metadataUrl, now, failed, outbound }: KeysOptions): Keys {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let readAt = -Infinity;
  let askableAt = -Infinity;
  let reading: Promise<void> | undefined;

  const read = async () => {
    try {
      keys = await fetchKeys(metadataUrl, outbound);
      readAt = now();
      askableAt = readAt + restMs;
    } catch (error) {
      askableAt = now() + retryMs;
      failed(error);
    } finally {
      reading = undefined;
    }
  };

  return {
    find: async (kid) => {
      const usable = () => (now() - readAt < usableMs ? keys.get(kid) : undefined);
      const known = usable();
      const wanted = known === undefined || now() - readAt >= freshMs;
      if (wanted && reading === undefined && now() >= askableAt) reading = read();
      if (known !== undefined) return known;
      await reading;
      return usable();
    },
  };
}

async function fetchKeys(metadataUrl: string, outbound: Outbound): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(answerMs);
  const fetchJson = async (url: string) => {
    const { status, text } = await outbound.send({ method: 'GET', url, headers: {}, signal });
    if (status !== 200 || text === undefined) throw new Error(`HTTP ${status}`);
    return JSON.parse(text) as unknown;
  };
  const { jwks_uri: address } = metadata.parse(await fetchJson(metadataUrl));
  const { keys } = keySet.parse(await fetchJson(address));
  return new Map(keys.flatMap((one) => rsaKey.safeParse(one).data ?? []).map((key) => [key.kid, key]));
}
