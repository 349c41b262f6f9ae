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
import { createOutbound, type Outbound } from '../outbound/client.ts';
import type { Instant } from '../presence/intent.ts';
import { issuerOf, type Authenticate } from './authenticate.ts';
import { callConnector, type ConnectorClient } from './connector.ts';
import { createConnectorCalls, type CallLimits } from './connector-calls.ts';
import { credentialsFactory, type BotToken } from './credentials.ts';
import { nameOf } from './errors.ts';
import { createKeys } from './keys.ts';
import type { Log } from './log.ts';
import type { UserTokenClient } from './user-tokens.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type AdapterConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
type AuthenticationParts = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
type ConnectorOptions = NonNullable<AuthenticationParts[4]>;
type RequestPolicyFactory = Extract<
  NonNullable<ConnectorOptions['requestPolicyFactories']>,
  readonly unknown[]
>[number];

/** A service URL is a region's; more than this many at once are not the Bot Service's. */
const connectorLimit = 100;
/** Nobody waits longer for the Bot Service's store of people's tokens, the SDK's own repetitions included. */
const userTokenMs = 10_000;

/** Of a client whose maker has no other way to be told: the connector's is bounded by `ConnectorCalls`. */
const userTokensInTime: RequestPolicyFactory = {
  create: (next) => ({
    sendRequest: (request) => {
      request.abortSignal = AbortSignal.timeout(userTokenMs);
      return next.sendRequest(request);
    },
  }),
};

/**
 * The SDK makes a connector client and a user-token client anew for each turn. They hold no state of the turn:
 * one connector for each service URL and audience, and one user-token client, serve the whole process.
 */
class SharedClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: connectorLimit });
  readonly #call: AdapterCall;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(call: AdapterCall, ...[variables, credentials]: AuthenticationParts) {
    super(variables, credentials, undefined, undefined, { requestPolicyFactories: [userTokensInTime] });
    this.#call = call;
  }

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

  #sharing(factory: AdapterConnectorFactory): AdapterConnectorFactory {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- `create` is all the class has
    return {
      create: (serviceUrl, audience) => {
        const key = `${audience} ${serviceUrl}`;
        const known = this.#connectors.get(key);
        if (known !== undefined) return known;
        const made = factory.create(serviceUrl, audience).then(
          (client) => calledBy(client, this.#call, serviceUrl, audience),
          (error: unknown) => {
            this.#connectors.delete(key);
            throw error;
          },
        );
        this.#connectors.set(key, made);
        return made;
      },
    };
  }
}

/** One call to the connector of that service URL, with a token for that audience. */
type AdapterCall = (
  serviceUrl: string,
  audience: string | undefined,
  given: OperationParts[0],
  operation: OperationParts[1],
) => Promise<object>;
type OperationParts = Parameters<ConnectorClient['sendOperationRequest']>;

/** The client, every call of which is made so: sent, replied, updated, and whatever is asked about a conversation. */
function calledBy(
  client: ConnectorClient,
  call: AdapterCall,
  serviceUrl: string,
  audience: string | undefined,
): ConnectorClient {
  // The SDK's own result has its pipeline's response as well, which nothing reads.
  return Object.assign(client, {
    sendOperationRequest: (...[given, operation]: OperationParts) =>
      call(serviceUrl, audience, given, operation),
  });
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
  readonly admit: Authenticate;
  /** Sends something later into a conversation that a turn came from. */
  later(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void>;
  /** Since when the Bot Connector has not answered, as far as is known. */
  silentSince(): Instant | undefined;
}

interface Outside {
  /** The bot's own tokens; of no use to local mode, whose connector asks for none. */
  readonly tokenFor: BotToken;
  readonly now: () => number;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** What the connector is called with; by default a client of its own. */
  readonly outbound?: Outbound | undefined;
  /** How the connector is called; what is left out is the product's own. */
  readonly calls?: Partial<CallLimits> | undefined;
}

/** The adapter of that identity; without one, inbound tokens are not checked, which only local mode may want. */
export function createAdapter(identity: BotIdentity | undefined, outside: Outside): BotAdapter {
  const { tokenFor, now, outbound = createOutbound() } = outside;
  const calls = createConnectorCalls({ ...outside, limits: outside.calls });
  const call: AdapterCall = (serviceUrl, audience, given, operation) => {
    // Local mode has no token, and its connector asks for none.
    const authorization = async () =>
      identity === undefined
        ? undefined
        : `Bearer ${await tokenFor(`${audience ?? issuerOf(identity).scope}/.default`)}`;
    return calls.make(serviceUrl, (signal) =>
      callConnector({ outbound, serviceUrl, authorization, now }, given, operation, signal),
    );
  };
  const authentication =
    identity === undefined
      ? new SharedClients(call)
      : new SharedClients(
          call,
          { ...identity.sdk, MicrosoftAppId: identity.id },
          credentialsFactory(identity.id, tokenFor),
        );
  const adapter = new Adapter(authentication, identity);
  return {
    admit:
      identity === undefined
        ? () => Promise.resolve({ status: 200, serviceUrl: undefined })
        : admitOf(identity, { ...outside, outbound }),
    turn: (activity, logic) => adapter.turn(activity, logic),
    userTokens: () => adapter.userTokens(),
    silentSince: () => calls.silentSince(),
    later: async (reference, logic) => {
      // The activity it answered may be long gone; a stored reference starts afresh.
      const { activityId, ...fresh } = reference;
      await adapter.continueConversationAsync(identity?.id ?? '', fresh, async (context) => {
        // The SDK makes one up, and everything would be sent as a reply to what nobody wrote.
        delete context.activity.id;
        await logic(context);
      });
    },
  };
}

function admitOf(identity: BotIdentity, { now, log, outbound }: Outside): Authenticate {
  const issuer = issuerOf(identity);
  const failed = (error: unknown) => {
    log.error(
      { reason: nameOf(error), url: issuer.metadataUrl },
      'the keys of the Bot Service could not be read',
    );
  };
  const keys = createKeys({ metadataUrl: issuer.metadataUrl, now, failed, outbound });
  // Loaded beside the start, which needs to check nothing yet.
  const loaded = new Promise<void>((resolve) => setImmediate(resolve)).then(() => import('./token.ts'));
  const admit = loaded.then(({ createAdmit }) =>
    createAdmit({ issuer: issuer.name, audience: identity.id, keys, now }),
  );
  return async (authorization) => (await admit)(authorization);
}
