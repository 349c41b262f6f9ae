/** The identity library's credential for what the environment names. */

import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { BotIdentity } from '../config/config.ts';
import type { Guid } from '../presence/intent.ts';

/** The bot's credential in that tenant. A managed identity has but its own. */
export function credentialOf(
  { id, credential, cloud, authority }: BotIdentity,
  tenantId: Guid,
): TokenCredential {
  const options = {
    authorityHost: authority ?? cloud.authority,
    // The library asks Microsoft's public cloud whether an authority is one of theirs; a test's own is not.
    disableInstanceDiscovery: authority !== undefined,
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
      return new ManagedIdentityCredential({ clientId: id });
  }
}
