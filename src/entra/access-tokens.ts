/** The bot's own tokens from Microsoft Entra: for Graph in each tenant, and for the Bot Framework. */

import type { BotIdentity } from '../config/config.ts';
import type { Guid } from '../presence/intent.ts';
import { credentialOf } from './credential.ts';
import { signInError } from './reason.ts';
import { createRenewed, type Renewed } from './renewal.ts';

export interface Tokens {
  /**
   * A token of the bot's for that tenant and scope (`https://graph.microsoft.com/.default`): from memory as long as it
   * is good, and asked for anew before it ends.
   * @throws SignInError when none could be had in time.
   */
  get(tenantId: Guid, scope: string): Promise<string>;
  /** That token was not accepted: the next one is asked for anew. A token that is no longer the newest changes nothing. */
  refused(tenantId: Guid, scope: string, token: string): void;
}

/** A token is usually at hand; one that takes longer than this will not come in time for the turn. */
const defaultTokenMs = 10_000;

/** One credential, and so one cache, for each tenant; one renewal at a time for each scope. */
export function createTokens(identity: BotIdentity, tokenMs = defaultTokenMs): Tokens {
  const credentials = new Map<Guid, ReturnType<typeof credentialOf>>();
  const sources = new Map<string, Renewed>();

  const sourceOf = (tenantId: Guid, scope: string): Renewed => {
    const key = keyOf(tenantId, scope);
    const known = sources.get(key);
    if (known !== undefined) return known;
    const credential = credentials.get(tenantId) ?? credentialOf(identity, tenantId);
    credentials.set(tenantId, credential);
    // The client-secret credential does not listen to an abort signal: the bound is ours.
    // With `enableCae`, a token lasts longer and may be revoked earlier; the 401 that tells so brings another one.
    const source = createRenewed(() => credential.getToken(scope, { enableCae: true }), tokenMs);
    sources.set(key, source);
    return source;
  };

  return {
    get: async (tenantId, scope) => {
      const source = sourceOf(tenantId, scope);
      try {
        return await source.get();
      } catch (error) {
        throw signInError(error);
      }
    },
    refused: (tenantId, scope, token) => {
      const key = keyOf(tenantId, scope);
      if (sources.get(key)?.newest() !== token) return;
      // The credential keeps the refused token in a cache of its own, which only a new one is without.
      sources.delete(key);
      credentials.delete(tenantId);
    },
  };
}

function keyOf(tenantId: Guid, scope: string): string {
  return `${tenantId} ${scope}`;
}
