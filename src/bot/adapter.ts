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
import type { BotIdentity } from '../config/config.ts';
import { issuerOf, type Admit } from './admit.ts';
import { credentialsFactory, type BotToken } from './credentials.ts';
import { nameOf } from './errors.ts';
import { createKeys } from './keys.ts';

import type { UserTokenClient } from './user-tokens.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
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

/**
 * The adapter with its two steps apart, so that a refused token is known as one before a body is read. The SDK's own
 * check is not used: it accepts keys without endorsements, and writes a bad token's error and key to the console.
 */
class Adapter extends CloudAdapter {
  readonly #authenticated: (activity: Activity) => Promise<Authenticated>;
  readonly #userTokens: () => Promise<UserTokenClient>;

  constructor(authentication: SharedClients, identity: BotIdentity | undefined) {
    super(authentication);
    this.#userTokens = () =>
      authentication.createUserTokenClient(this.createClaimsIdentity(identity?.id ?? ''));
    if (identity === undefined) {
      this.#authenticated = (activity) => authentication.authenticateRequest(activity, '');
      return;
    }
    // The Bot Service, speaking to this bot: the same for every activity.
    const claimsIdentity = this.createClaimsIdentity(identity.id);
    const known = Promise.resolve({
      audience: issuerOf(identity).scope,
      claimsIdentity,
      connectorFactory: authentication.createConnectorFactory(claimsIdentity),
    });
    this.#authenticated = () => known;
  }

  /** The Bot Service's store of people's tokens, for whoever the bot speaks with. */
  userTokens(): Promise<UserTokenClient> {
    return this.#userTokens();
  }

  /** Runs one turn of an admitted activity; resolves with the invoke's answer, if it has one. */
  async turn(
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(await this.#authenticated(activity), activity, logic);
  }
}

export interface BotAdapter extends Pick<Adapter, 'turn' | 'userTokens'> {
  /** Whether a request's Authorization header is the Bot Service's, for this bot. */
  readonly admit: Admit;
  /** Sends something later into a conversation that a turn came from. */
  later(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void>;
}

interface Outside {
  /** The bot's own tokens; of no use to local mode, whose connector asks for none. */
  readonly tokenFor: BotToken;
  readonly now: () => number;
  readonly log: { error(facts: object, message: string): void };
}

/** The adapter of that identity; without one, inbound tokens are not checked, which only local mode may want. */
export function createAdapter(identity: BotIdentity | undefined, outside: Outside): BotAdapter {
  const authentication =
    identity === undefined
      ? new SharedClients()
      : new SharedClients(
          { ...identity.sdk, MicrosoftAppId: identity.id },
          credentialsFactory(identity.id, outside.tokenFor),
        );
  const adapter = new Adapter(authentication, identity);
  return {
    admit:
      identity === undefined
        ? () => Promise.resolve({ status: 200, serviceUrl: undefined })
        : admitOf(identity, outside),
    turn: (activity, logic) => adapter.turn(activity, logic),
    userTokens: () => adapter.userTokens(),
    later: async (reference, logic) => {
      // The activity it answered may be long gone; a stored reference starts afresh.
      const { activityId, ...fresh } = reference;
      await adapter.continueConversationAsync(identity?.id ?? '', fresh, logic);
    },
  };
}

function admitOf(identity: BotIdentity, { now, log }: Outside): Admit {
  const issuer = issuerOf(identity);
  const failed = (error: unknown) => {
    log.error(
      { reason: nameOf(error), url: issuer.metadataUrl },
      'the keys of the Bot Service could not be read',
    );
  };
  const keys = createKeys({ metadataUrl: issuer.metadataUrl, now, failed });
  // Loaded beside the start, which needs to check nothing yet.
  const loaded = new Promise<void>((resolve) => setImmediate(resolve)).then(() => import('./token.ts'));
  const admit = loaded.then(({ createAdmit }) =>
    createAdmit({ issuer: issuer.name, audience: identity.id, keys, now }),
  );
  return async (authorization) => (await admit)(authorization);
}
