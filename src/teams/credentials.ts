/** The bot's tokens in the form that the Bot Framework's clients take them in. */

import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** A token of the bot's own for that scope. */
export type BotToken = (scope: string) => Promise<string>;

type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;
type Credentials = Awaited<ReturnType<CredentialsFactory['createCredentials']>>;

/**
 * Credentials of the identity that also reaches Graph: one library and one cache for both. The SDK's own managed
 * identity would be whatever identity the environment holds first.
 */
export function credentialsFactory(id: string, tokenFor: BotToken): CredentialsFactory {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- abstract: these are all it has
  return {
    isValidAppId: (appId) => Promise.resolve(appId === id),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: (_appId, audience) => {
      const credentials: Credentials = {
        signRequest: async (request) => {
          request.headers.set('authorization', `Bearer ${await tokenFor(`${audience}/.default`)}`);
          return request;
        },
      };
      return Promise.resolve(credentials);
    },
  };
}
