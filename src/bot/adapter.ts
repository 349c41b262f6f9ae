/** The Bot Framework's adapter, without what it does twice. */

import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { BotIdentity } from '../config.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
type UserTokenClient = Awaited<ReturnType<Authentication['createUserTokenClient']>>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** A service URL is a region's; more than this many at once are not the Bot Service's. */
const connectorLimit = 100;

/**
 * The SDK makes a connector client and a user-token client anew for each turn. They hold no state of the turn:
 * one connector for each service URL and audience, and one user-token client, serve the whole process.
 */
class SharedClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: connectorLimit });
  #userTokens: Promise<UserTokenClient> | undefined;

  override async authenticateRequest(activity: Activity, header: string): Promise<Authenticated> {
    const authenticated = await super.authenticateRequest(activity, header);
    const { connectorFactory } = authenticated;
    return connectorFactory === undefined
      ? authenticated
      : { ...authenticated, connectorFactory: this.#sharing(connectorFactory) };
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
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- `create` is all the class has
    return {
      create: (serviceUrl, audience) => {
        const key = `${audience} ${serviceUrl}`;
        const known = this.#connectors.get(key);
        if (known !== undefined) return known;
        const made = factory.create(serviceUrl, audience).catch((error: unknown) => {
          this.#connectors.delete(key);
          throw error;
        });
        this.#connectors.set(key, made);
        return made;
      },
    };
  }
}

/** The adapter with its two steps apart, so that a refused token is known as one before a turn begins. */
class Adapter extends CloudAdapter {
  readonly #authentication: SharedClients;

  constructor(authentication: SharedClients) {
    super(authentication);
    this.#authentication = authentication;
  }

  /** Who sent the activity; rejects when the token is not the Bot Service's. */
  authenticate(activity: Activity, header: string): Promise<Authenticated> {
    return this.#authentication.authenticateRequest(activity, header);
  }

  /** Runs one turn; resolves with the invoke's answer, if it has one. */
  turn(
    authenticated: Authenticated,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authenticated, activity, logic);
  }
}

export interface BotAdapter extends Pick<Adapter, 'authenticate' | 'turn'> {
  /** Sends something later into a conversation that a turn came from. */
  later(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void>;
}

/** The adapter of that identity; without one, inbound tokens are not checked, which only local mode may want. */
export function createAdapter(identity: BotIdentity | undefined): BotAdapter {
  const authentication = new SharedClients(identity === undefined ? {} : sdkSettings(identity));
  const adapter = new Adapter(authentication);
  return {
    authenticate: (activity, header) => adapter.authenticate(activity, header),
    turn: (authenticated, activity, logic) => adapter.turn(authenticated, activity, logic),
    later: async (reference, logic) => {
      // The activity it answered may be long gone; a stored reference starts afresh.
      const { activityId, ...fresh } = reference;
      await adapter.continueConversationAsync(identity?.id ?? '', fresh, logic);
    },
  };
}

function sdkSettings(identity: BotIdentity): Record<string, string> {
  return {
    ...identity.sdk,
    MicrosoftAppId: identity.id,
    MicrosoftAppType: identity.type,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.type === 'SingleTenant' ? { MicrosoftAppPassword: identity.password } : {}),
  };
}
