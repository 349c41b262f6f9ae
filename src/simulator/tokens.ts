import { refusal, type SimulatedRefusal } from './refusal.ts';

/** An app-only token. `roles` are its application permissions; without them it holds Presence.ReadWrite.All alone. */
export interface ApplicationToken {
  readonly kind: 'application';
  readonly appId: string;
  readonly roles?: readonly string[];
}

/** A token that acts for one signed-in user. `scopes` are its delegated permissions. */
export interface DelegatedToken {
  readonly kind: 'delegated';
  readonly appId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
}

/** Who a bearer token is. */
export type Identity = ApplicationToken | DelegatedToken;

/** Bearer token → who it is. */
export type SimulatedTokens = ReadonlyMap<string, Identity>;

/** Who an Authorization header speaks for, or the 401 that Graph gives. */
export function identify(
  tokens: SimulatedTokens,
  authorization: string | undefined,
): Identity | SimulatedRefusal {
  if (authorization === undefined || authorization.trim() === '') {
    return refusal(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const identity = token === undefined ? undefined : tokens.get(token);
  return identity ?? refusal(401, 'InvalidAuthenticationToken', 'Access token validation failure.');
}
