/** The clients that the SDK creates for each turn, created once for the process. */

import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { requestOf, type ConnectorCall, type ConnectorClient } from './connector.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type AuthenticationParts = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
type ConnectorOptions = NonNullable<AuthenticationParts[4]>;
type RequestPolicyFactory = Extract<
  NonNullable<ConnectorOptions['requestPolicyFactories']>,
  readonly unknown[]
>[number];
type CredentialsFactory = NonNullable<AuthenticationParts[1]>;
type Credentials = Awaited<ReturnType<CredentialsFactory['createCredentials']>>;
type OperationParts = Parameters<ConnectorClient['sendOperationRequest']>;

export type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
/** The SDK's client of the Bot Service's store of people's tokens. */
export type SdkUserTokenClient = Awaited<ReturnType<Authentication['createUserTokenClient']>>;

/** A token of the bot's own for that scope. */
export type BotToken = (scope: string) => Promise<string>;

/** A service URL is a region's; the Bot Service has fewer than this. */
const connectorLimit = 100;
/** Time limit for the Bot Service's token store, the SDK's own retries included. */
const userTokenMs = 10_000;

/** The user-token client takes no other limit; the connector's calls are bounded by `ConnectorCalls`. */
const userTokensInTime: RequestPolicyFactory = {
  create: (next) => ({
    sendRequest: (request) => {
      request.abortSignal = AbortSignal.timeout(userTokenMs);
      return next.sendRequest(request);
    },
  }),
};

/**
 * The clients hold no state of a turn: one connector for each service URL, and one user-token client, serve the whole
 * process.
 */
export class SharedClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: connectorLimit });
  readonly #call: ConnectorCall;
  #userTokens: Promise<SdkUserTokenClient> | undefined;

  constructor(call: ConnectorCall, ...[variables, credentials]: AuthenticationParts) {
    super(variables, credentials, undefined, undefined, { requestPolicyFactories: [userTokensInTime] });
    this.#call = call;
  }

  override createConnectorFactory(...identity: Parameters<Authentication['createConnectorFactory']>) {
    return this.#sharing(super.createConnectorFactory(...identity));
  }

  override createUserTokenClient(...identity: Parameters<Authentication['createUserTokenClient']>) {
    this.#userTokens ??= super.createUserTokenClient(...identity).catch((error: unknown) => {
      // The next turn tries again.
      this.#userTokens = undefined;
      throw error;
    });
    return this.#userTokens;
  }

  #sharing(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        const known = this.#connectors.get(serviceUrl);
        if (known !== undefined) return known;
        const made = factory.create(serviceUrl, audience).then(
          (client) =>
            // Every call is ours. The SDK's own result would hold its pipeline's response as well, which nothing reads.
            Object.assign(client, {
              sendOperationRequest: (...[given, operation]: OperationParts) =>
                this.#call(serviceUrl, requestOf(given, operation)),
            }),
          (error: unknown) => {
            this.#connectors.delete(serviceUrl);
            throw error;
          },
        );
        this.#connectors.set(serviceUrl, made);
        return made;
      },
    };
  }
}

/**
 * Credentials of the identity that also reaches Graph: one library and one cache for both. The SDK's own managed
 * identity would be whatever identity the environment holds first.
 */
export function credentialsFactory(id: string, tokenFor: BotToken): CredentialsFactory {
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
