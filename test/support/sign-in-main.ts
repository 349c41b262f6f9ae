/** Gets tokens with the identity library, one for each message from the parent. */

import {
  ClientCertificateCredential,
  ClientSecretCredential,
  WorkloadIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { SignInRequest } from './sign-in.ts';

const credentials = new Map<number, TokenCredential>();

process.on('message', ({ id, account, authorityHost, proof, scope }: SignInRequest) => {
  const credential = credentials.get(account) ?? create(authorityHost, proof);
  credentials.set(account, credential);
  credential.getToken(scope).then(
    (token) => process.send?.({ id, token: token?.token }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});

function create(authorityHost: string, proof: SignInRequest['proof']): TokenCredential {
  const { tenantId, clientId } = proof;
  const options = { authorityHost, disableInstanceDiscovery: true };
  switch (proof.by) {
    case 'secret':
      return new ClientSecretCredential(tenantId, clientId, proof.secret, options);
    case 'certificate':
      return new ClientCertificateCredential(tenantId, clientId, proof.file, options);
    case 'federated':
      return new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath: proof.file, ...options });
  }
}
