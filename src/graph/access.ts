/** The identity that calls Graph: the bot itself, or the person. */

import type { BotIdentity } from '../config/config.ts';
import type { Tokens } from '../entra/access-tokens.ts';
import type { Sender } from '../presence/intent.ts';
import type { Failure } from '../presence/outcome.ts';
import type { UserTokens } from '../presence/ports.ts';

/** What a call does, and so which permission it needs. */
type Doing = 'write' | 'read' | 'calendar';

export interface Access {
  /**
   * A token for a call about that person.
   * @throws SignInError; of a person's own: SignedOutError where they would have to sign in, or TokenStoreError.
   */
  token(who: Sender): Promise<string>;
  /** Graph refused that token (401), or it lacks a permission (403): it is not used again. */
  refused(who: Sender, token: string): void;
  /** The failure behind a 401 that a new token did not fix, or a 403 without a reason. */
  failure(status: 401 | 403, who: Sender, doing: Doing): Pick<Failure, 'by' | 'grant' | 'stale'>;
}

/** No token, because the person has not signed in or has signed out. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

/** No token, because the Bot Service did not tell whether there is one. */
export class TokenStoreError extends Error {
  override readonly name = 'TokenStoreError';
}

/** The least application permission that sets presence; it reads presence too. */
const applicationPermission = 'Presence.ReadWrite.All';
/** It never gives what an event is about. */
const calendarPermission = 'Calendars.ReadBasic';

const ofApplication = (doing: Doing) => (doing === 'calendar' ? calendarPermission : applicationPermission);

const ofPerson: Readonly<Record<Doing, string>> = {
  write: 'Presence.ReadWrite',
  read: 'Presence.Read',
  calendar: calendarPermission,
};

/** As the bot, with its application permission in the person's tenant. */
export function asApplication(tokens: Tokens, identity: BotIdentity): Access {
  const { id, cloud, credential, authority = cloud.authority } = identity;
  const scope = `${cloud.graph}/.default`;
  return {
    token: ({ tenantId }) => tokens.get(tenantId, scope),
    refused: ({ tenantId }, token) => {
      tokens.refused(tenantId, scope, token);
    },
    failure: (status, { tenantId }, doing) =>
      status === 401
        ? { by: 'signIn' }
        : {
            by: 'consent',
            grant: {
              permission: ofApplication(doing),
              // https://learn.microsoft.com/entra/identity-platform/v2-admin-consent; a managed identity has no such page.
              ...(credential.kind === 'managed'
                ? {}
                : { link: `${authority}/${tenantId}/adminconsent?client_id=${id}` }),
            },
          },
  };
}

/** As the person, with the token that the Bot Service keeps for them. */
export function asPerson(tokens: UserTokens): Access {
  return {
    token: async (who) => {
      const token = await tokens.get(who).catch((error: unknown) => {
        throw new TokenStoreError('the Bot Service did not answer', { cause: error });
      });
      if (token === undefined) throw new SignedOutError('the person has not signed in');
      return token;
    },
    refused: (who, token) => {
      tokens.refused(who, token);
    },
    failure: (status, _who, doing) => ({
      by: 'signedOut',
      ...(status === 401 ? { stale: true } : { grant: { permission: ofPerson[doing] } }),
    }),
  };
}

/** One token that a presence service on this machine knows. */
export function asDeveloper(token: string): Access {
  return {
    token: () => Promise.resolve(token),
    refused: () => undefined,
    failure: (status, _who, doing) =>
      status === 401 ? { by: 'signIn' } : { by: 'consent', grant: { permission: ofApplication(doing) } },
  };
}
