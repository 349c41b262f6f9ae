/** Tokens for Graph in production, from the bot's own identity. */

import { setTimeout as delay } from 'node:timers/promises';
import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import type { AuthenticationProvider } from '@microsoft/microsoft-graph-client';
import type { BotIdentity } from '../config.ts';
import { SignInError } from './failure.ts';

const scope = 'https://graph.microsoft.com/.default';
/** A token is usually cached; one that takes longer than this will not come in time for the turn. */
const tokenMs = 10_000;

/** Tokens of one credential, and so from one cache, for the whole process. */
export function tokensOf(identity: BotIdentity): AuthenticationProvider {
  const credential = credentialOf(identity);
  return {
    getAccessToken: async () => {
      const settled = new AbortController();
      try {
        // The client-secret credential does not listen to an abort signal: the bound is ours.
        const token = await Promise.race([credential.getToken(scope), tooLate(settled.signal)]);
        if (token === null) throw new Error('the credential gave no token');
        return token.token;
      } catch (error) {
        throw new SignInError('no token for Microsoft Graph', { cause: error });
      } finally {
        // A token is nearly always cached: its timer must not outlive it by ten seconds.
        settled.abort();
      }
    },
  };
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await delay(tokenMs, undefined, { ref: false, signal });
  throw new Error(`no token within ${tokenMs} ms`);
}

function credentialOf(identity: BotIdentity): TokenCredential {
  switch (identity.type) {
    case 'SingleTenant':
      return new ClientSecretCredential(identity.tenantId, identity.id, identity.password);
    case 'UserAssignedMSI':
      return new ManagedIdentityCredential({ clientId: identity.id });
  }
}
