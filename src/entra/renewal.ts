/** A cached token, renewed in the background. */

import type { AccessToken } from '@azure/identity';
import { bounded } from '../timing/with-timeout.ts';

export interface Renewed {
  /**
   * The token, from memory as long as it is good. Rejects where none is and none comes in time.
   * A renewal that fails early is ignored: the cached token stays in use, and it is tried again.
   */
  get(): Promise<string>;
  /** The newest token, if there was one. */
  readonly newest: () => string | undefined;
}

/** Renewed so long before its end, unless Entra asks for it earlier. */
const earlyMs = 2 * 60_000;
/** One that ends that soon would not arrive in time. */
const lastMs = 1000;
/** A renewal beside the requests begins so long after the one before, at the least. */
const againMs = 3000;

/** `ask` gets a new token; it is asked once at a time, and given up after `tokenMs`. */
export function createRenewed(ask: () => Promise<AccessToken | null>, tokenMs: number): Renewed {
  let held: AccessToken | undefined;
  let renewing: Promise<AccessToken> | undefined;
  let begunAt = -Infinity;

  const renew = (): Promise<AccessToken> => {
    renewing ??= renewOnce().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  const renewOnce = async (): Promise<AccessToken> => {
    begunAt = Date.now();
    const token = await bounded(tokenMs, ask(), 'token');
    if (token === null) throw new Error('the credential has no token');
    held = token;
    return token;
  };

  return {
    get: async () => {
      const now = Date.now();
      if (held === undefined || now >= held.expiresOnTimestamp - lastMs) return (await renew()).token;
      const { token, expiresOnTimestamp, refreshAfterTimestamp = Infinity } = held;
      const isDue = now >= Math.min(refreshAfterTimestamp, expiresOnTimestamp - earlyMs);
      // Left to itself, a rejection would end the process.
      if (isDue && now >= begunAt + againMs) void renew().catch(() => undefined);
      return token;
    },
    newest: () => held?.token,
  };
}
