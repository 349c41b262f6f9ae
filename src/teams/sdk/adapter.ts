/** The Bot Framework's adapter behind our own types, without what it does twice. */

import {
  CloudAdapter,
  TeamsInfo,
  TurnContext,
  type Activity,
  type ConversationParameters,
  type ConversationReference,
  type InvokeResponse,
} from 'botbuilder';
import type { BotIdentity } from '../../config/config.ts';
import { createOutbound, type Outbound } from '../../outbound/client.ts';
import { createConnectorCalls, type CallLimits } from '../connector-calls.ts';
import type { Aside, BotAdapter, Conversation } from '../conversation.ts';
import type { Log } from '../log.ts';
import { callConnector, type ConnectorCall } from './connector.ts';
import { send, sendTargeted, update, updateTargeted } from './messages.ts';
import {
  credentialsFactory,
  SharedClients,
  type Authenticated,
  type BotToken,
  type SdkUserTokenClient,
} from './shared-clients.ts';

/**
 * The adapter without its own authentication: the token was checked before `turn` is called. The SDK's
 * check accepts keys without endorsements, and writes a bad token's error and key to the console.
 */
class Adapter extends CloudAdapter {
  readonly #authenticated: Authenticated;
  readonly userTokens: () => Promise<SdkUserTokenClient>;

  constructor(authentication: SharedClients, identity: BotIdentity | undefined) {
    super(authentication);
    // The claims of the Bot Service, the same for every activity.
    const claimsIdentity = this.createClaimsIdentity(identity?.id);
    this.userTokens = () => authentication.createUserTokenClient(claimsIdentity);
    this.#authenticated = {
      audience: identity?.sdk.ToChannelFromBotOAuthScope ?? '',
      claimsIdentity,
      connectorFactory: authentication.createConnectorFactory(claimsIdentity),
    };
  }

  turn(
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.#authenticated, activity, logic);
  }
}

interface AdapterParts {
  /** The bot's own tokens; unused in local mode, whose connector needs none. */
  readonly tokenFor: BotToken;
  readonly now: () => number;
  readonly log: Pick<Log, 'warn'>;
  /** What the connector is called with; by default a client of its own. */
  readonly outbound?: Outbound | undefined;
  /** Limits on connector calls; the defaults are the product's. */
  readonly calls?: Partial<CallLimits> | undefined;
}

/** Creates the adapter; `identity` is undefined in local mode. */
export function createAdapter(identity: BotIdentity | undefined, parts: AdapterParts): BotAdapter {
  const { tokenFor, now, log, outbound = createOutbound() } = parts;
  const calls = createConnectorCalls({ now, log, limits: parts.calls });
  const authorization = async () =>
    identity === undefined
      ? undefined
      : `Bearer ${await tokenFor(`${identity.sdk.ToChannelFromBotOAuthScope}/.default`)}`;
  const call: ConnectorCall = (serviceUrl, request) =>
    calls.make(serviceUrl, (signal) =>
      callConnector({ outbound, serviceUrl, authorization, now }, request, signal),
    );
  const authentication =
    identity === undefined
      ? new SharedClients(call)
      : new SharedClients(
          call,
          { ...identity.sdk, MicrosoftAppId: identity.id },
          credentialsFactory(identity.id, tokenFor),
        );
  const adapter = new Adapter(authentication, identity);
  const { userTokens } = adapter;
  return {
    userTokens,
    silentSince: () => calls.silentSince(),
    turn: (activity, aside, logic) =>
      // The envelope's schema has checked what the SDK reads; this is the one place where the two types meet.
      adapter.turn(activity as unknown as Activity, (context) =>
        logic(conversationOf(context, userTokens, call, aside), async (value) => {
          await context.sendActivity({ type: 'invokeResponse', value });
        }),
      ),
    later: async (reference, logic) => {
      // A stored reference does not reply to an old activity.
      const { activityId, ...fresh } = reference;
      await adapter.continueConversationAsync(identity?.id ?? '', fresh, async (context) => {
        // The SDK invents an activity id, and every message would be sent as a reply to it.
        delete context.activity.id;
        await logic(conversationOf(context, userTokens, call));
      });
    },
    ownChat: async (reference, member, logic) => {
      const known: Partial<ConversationReference> = reference;
      const { channelId = '', serviceUrl = '', bot, conversation } = known;
      const tenantId = conversation?.tenantId;
      // Teams gives the chat that there is. The SDK's type wants a topic and a first message, which the service does not.
      const parameters = {
        isGroup: false,
        bot,
        members: [{ id: member }],
        ...(tenantId === undefined ? {} : { tenantId, channelData: { tenant: { id: tenantId } } }),
      } as ConversationParameters;
      const audience = identity?.sdk.ToChannelFromBotOAuthScope ?? '';
      const begin = async (context: TurnContext) => {
        // The SDK takes the conversation's id for that of an activity to reply to.
        delete context.activity.id;
        await logic(conversationOf(context, userTokens, call));
      };
      await adapter.createConversationAsync(
        identity?.id ?? '',
        channelId,
        serviceUrl,
        audience,
        parameters,
        begin,
      );
    },
  };
}

function conversationOf(
  context: TurnContext,
  userTokens: () => Promise<SdkUserTokenClient>,
  call: ConnectorCall,
  aside: Aside = (wait) => wait(),
): Conversation {
  const { activity } = context;
  let lasting: TurnContext | undefined;
  return {
    get reference() {
      return { ...TurnContext.getConversationReference(activity) };
    },
    send: (message) =>
      // What asked for all answers in one gets none by itself.
      activity.deliveryMode === 'expectReplies'
        ? context.sendActivity(message).then(() => undefined)
        : aside(() => send(call, activity, message)),
    update: (id, message) => aside(() => update(call, activity, id, message)),
    sendTargeted: (message, member) => aside(() => sendTargeted(call, activity, message, member)),
    updateTargeted: (id, message) => aside(() => updateTargeted(call, activity, id, message)),
    member: (id) => TeamsInfo.getMember(context, id),
    members: (pageSize, token) =>
      TeamsInfo.getPagedMembers((lasting ??= lastingOf(context)), pageSize, token),
    meetingParticipant: (...asked) => TeamsInfo.getMeetingParticipant(context, ...asked),
    signInResource: async (connection) => (await userTokens()).getSignInResource(connection, activity, ''),
  };
}

/** The SDK revokes a turn's context when the turn ends; a large roster may take longer. */
function lastingOf({ adapter, activity, turnState }: TurnContext): TurnContext {
  const context = new TurnContext(adapter, activity);
  context.turnState.set(adapter.ConnectorClientKey, turnState.get(adapter.ConnectorClientKey));
  return context;
}
