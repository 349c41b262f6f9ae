/** Teams' side of the bot: who is let in, and what goes out. The bot itself is made of it later. */

import type { Config } from '../config/config.ts';
import type { Tokens } from '../entra/access-tokens.ts';
import type { IsInMeeting } from '../meetings/quiet.ts';
import type { Outbound } from '../outbound/client.ts';
import type { Authenticate } from '../teams/authenticate.ts';
import type { CallLimits } from '../teams/connector-calls.ts';
import type { BotAdapter } from '../teams/conversation.ts';
import { isFileHost } from '../teams/files.ts';
import type { Log } from '../teams/log.ts';
import { createIsInMeeting } from '../teams/meeting-participant.ts';
import { createOutbox, type Outbox } from '../teams/outbox.ts';
import { createAdapter } from '../teams/sdk/adapter.ts';
import { createTokenStore, type TokenStore } from '../teams/user-tokens.ts';

export interface Teams {
  readonly adapter: BotAdapter;
  readonly authenticate: Authenticate;
  readonly outbox: Outbox;
  /** Where people's own tokens are, if the bot acts as they. */
  readonly userTokens: TokenStore | undefined;
  readonly isInMeeting: IsInMeeting;
  /** Which addresses a file may go to; undefined: nobody is offered one. */
  readonly mayUpload: ((address: URL) => boolean) | undefined;
}

interface TeamsParts {
  readonly tokens: Tokens;
  readonly outbound: Outbound;
  readonly now: () => number;
  readonly log: Log;
  readonly calls: Partial<CallLimits> | undefined;
  readonly signInMs: number | undefined;
}

export function createTeams(config: Config, parts: TeamsParts): Teams {
  const { tokens, outbound, now, log, calls, signInMs } = parts;
  const identity = config.mode === 'production' ? config.identity : undefined;
  const tokenFor = (scope: string) => tokens.get(config.tenantId, scope);
  const adapter = createAdapter(identity, { tokenFor, now, log, outbound, calls });
  const signIns =
    config.mode === 'local' || config.graph.as === 'application'
      ? undefined
      : signInsOf(config.graph.connection, adapter, { now, log, answerMs: signInMs });
  return {
    adapter,
    authenticate: authenticateOf(config, { outbound, now, log }),
    outbox: createOutbox({ adapter, signIns, botId: config.botId, now, log }),
    userTokens: signIns?.store,
    isInMeeting: createIsInMeeting({ adapter, botId: config.botId, log }),
    mayUpload: fileHostsOf(config),
  };
}

function signInsOf(
  connection: string,
  adapter: BotAdapter,
  outside: Pick<Parameters<typeof createTokenStore>[0], 'now' | 'log' | 'answerMs'>,
) {
  return { connection, store: createTokenStore({ ...outside, client: adapter.userTokens, connection }) };
}

/** Local mode checks no tokens. What checks them is loaded beside the start, which needs to check nothing yet. */
function authenticateOf(
  config: Config,
  parts: { readonly outbound: Outbound; readonly now: () => number; readonly log: Log },
): Authenticate {
  if (config.mode === 'local') return () => Promise.resolve({ status: 200, serviceUrl: undefined });
  const { identity } = config;
  const check = new Promise<void>((resolve) => setImmediate(resolve))
    .then(() => import('../teams/token.ts'))
    .then(({ createTokenCheck }) => createTokenCheck(identity, parts));
  return async (authorization) => (await check)(authorization);
}

/** Where people keep their files; undefined where bots can send none, as in the Playground. */
function fileHostsOf(config: Config): Teams['mayUpload'] {
  if (config.mode === 'local' || config.identity.cloud.files.length === 0) return undefined;
  const { files } = config.identity.cloud;
  return (address) => isFileHost(address, files);
}
