/** Tokens for Graph in production, from the bot's own identity. */

import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import type { AuthenticationProvider } from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import type { BotIdentity } from '../config.ts';
import { SignInError } from './failure.ts';

/** One credential, and so one token cache, for the process. */
export function clientCredentials({ id, tenantId, password }: BotIdentity): AuthenticationProvider {
  const credential: TokenCredential =
    password === undefined
      ? new ManagedIdentityCredential({ clientId: id })
      : new ClientSecretCredential(tenantId, id, password);
  const provider = new TokenCredentialAuthenticationProvider(credential, {
    scopes: ['https://graph.microsoft.com/.default'],
  });
  return {
    getAccessToken: async () => {
      try {
        return await provider.getAccessToken();
      } catch (error) {
        throw new SignInError('no token for Microsoft Graph', { cause: error });
      }
    },
  };
}
