/** The identity library's credential for what the environment names. */

import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
  type TokenCredential,
  type TokenCredentialOptions,
} from '@azure/identity';
import type { BotIdentity } from '../config/config.ts';
import type { Guid } from '../presence/intent.ts';
import { retryAfterMs } from '../timing/retry-after.ts';

/** The bot's credential in that tenant. A managed identity has but its own. */
export function credentialOf(
  { id, credential, cloud, authority }: BotIdentity,
  tenantId: Guid,
): TokenCredential {
  const options = {
    authorityHost: authority ?? cloud.authority,
    // The library asks Microsoft's public cloud whether an authority is one of theirs; a test's own is not.
    disableInstanceDiscovery: authority !== undefined,
    additionalPolicies: [boundedWaits],
  };
  switch (credential.kind) {
    case 'secret':
      return new ClientSecretCredential(tenantId, id, credential.secret, options);
    case 'certificate':
      return new ClientCertificateCredential(
        tenantId,
        id,
        { certificatePath: credential.path },
        // With the chain in the assertion, Entra can trust a certificate by its subject and issuer.
        { ...options, sendCertificateChain: true },
      );
    case 'federated':
      return new WorkloadIdentityCredential({
        ...options,
        tenantId,
        clientId: id,
        tokenFilePath: credential.tokenFile,
      });
    case 'managed':
      return new ManagedIdentityCredential({ clientId: id, additionalPolicies: options.additionalPolicies });
  }
}

/** Milliseconds after which nobody waits for the token any more. */
const mostMs = 5000;
const waitHeaders = ['retry-after', 'retry-after-ms', 'x-ms-retry-after-ms'];

/**
 * The library repeats a call as late as it is told, a day if need be, and everybody who needs that token would wait
 * with it. A longer wait is hidden from it: it gives up, and keeps quiet for a minute.
 */
const boundedWaits: NonNullable<TokenCredentialOptions['additionalPolicies']>[number] = {
  position: 'perRetry',
  policy: {
    name: 'boundedWaits',
    sendRequest: async (request, next) => {
      const response = await next(request);
      const { headers } = response;
      // An HTTP date is counted from the answer's own; without one it says nothing.
      const asked = retryAfterMs(headers.get('retry-after'), Date.parse(headers.get('date') ?? ''));
      for (const name of waitHeaders) headers.delete(name);
      if (asked !== undefined && asked <= mostMs)
        headers.set('retry-after', String(Math.max(1, asked / 1000)));
      return response;
    },
  },
};
