/** A bot in production mode, with an Entra, a Graph behind TLS and a Bot Service on this machine. */

import { startApp, type App, type AppOptions } from '../../src/app.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { startSimulator, type Simulator } from '../../src/simulator/index.ts';
import { BOT_ID, TENANT_ID, message, type Person } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { makeCertificates, type Certificates } from '../support/certificates.ts';
import { startConnector, type Connector } from '../support/connector.ts';
import { startEntra, type Entra } from '../support/entra.ts';
import { startIssuer } from '../support/issuer.ts';
import { startTlsGraph } from '../support/tls-graph.ts';

export const OTHER_TENANT = '11111111-1111-4111-8111-1111111111ff';
export const SECRET = 'a-secret-that-entra-knows';
export const ASSERTION = 'an.assertion.of-the-cluster';
export const graphScope = 'https://graph.microsoft.com/.default';

type Options = Pick<AppOptions, 'patienceMs' | 'invokeMs' | 'attemptMs' | 'tokenMs'>;

export interface Bot {
  /** All that it has logged. */
  output(): string;
  /** Resolves with the first match of a pattern in what it logs. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Where it takes messages. */
  endpoint(): Promise<string>;
  /** Says it to the bot, and gives the words of the reply, if there was one when the turn had ended. */
  say(text: string, parts?: { from?: Person; tenant?: string }): Promise<string | undefined>;
  /** Posts any activity, with a good token. */
  post(activity: object): Promise<{ status: number; body: string }>;
}

interface World {
  readonly certificates: Certificates;
  readonly entra: Entra;
  readonly graph: Simulator;
  readonly connector: Connector;
  /** Starts a bot that proves who it is by those variables. */
  start(proof: Readonly<Record<string, string>>, options?: Options): Bot;
  /** Ends every bot that was started. */
  stop(): Promise<void>;
  /** The calls for Graph's tokens. */
  readonly graphCalls: () => Entra['calls'];
  close(): Promise<void>;
}

/** The app is registered with a secret, a certificate and a federated credential, in the bot's tenant alone. */
export async function startWorld(tenants: readonly string[] = [TENANT_ID]): Promise<World> {
  const certificates = await makeCertificates();
  const [issuer, connector] = await Promise.all([startIssuer(), startConnector()]);
  const graph = await startSimulator({ tokens: {} });
  const graphBehindTls = await startTlsGraph(certificates, graph.url);
  certificates.trust();
  const { ToChannelFromBotOAuthScope: botService = '' } = issuer.environment;
  const entra = await startEntra({
    certificates,
    resources: ['https://graph.microsoft.com', botService],
    tenants: [OTHER_TENANT],
    applications: [
      {
        clientId: BOT_ID,
        tenants,
        secrets: [SECRET],
        certificates: [certificates.client],
        federated: [ASSERTION],
      },
    ],
    onToken: (token) => {
      graph.addToken(token, { kind: 'application', appId: BOT_ID });
    },
  });

  const running: Promise<App>[] = [];
  const stop = async () => {
    await Promise.all(running.splice(0).map(async (app) => (await app).close()));
  };

  return {
    certificates,
    entra,
    graph,
    connector,
    start: (proof, options = {}) => {
      const log = createLog();
      const config = readConfig({
        HOST: '127.0.0.1',
        PORT: '0',
        ...issuer.environment,
        BOT_TYPE: 'SingleTenant',
        AZURE_AUTHORITY_HOST: entra.url,
        ALLOWED_TENANTS: `${TENANT_ID},${OTHER_TENANT}`,
        COMMANDS_PER_MINUTE: '1000000',
        ...proof,
      });
      const app = startApp(config, {
        graphRoot: graphBehindTls.url,
        remembers: false,
        logTo: log.stream,
        ...options,
      });
      running.push(app);
      const endpoint = async () => `http://127.0.0.1:${(await app).port}/api/messages`;
      const post = async (activity: object) => {
        const response = await fetch(await endpoint(), {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${issuer.mint({ serviceUrl: connector.url })}`,
          },
          body: JSON.stringify(activity),
        });
        return { status: response.status, body: await response.text() };
      };
      const say: Bot['say'] = async (text, parts) => {
        const before = connector.replies().length;
        await post(message({ text, serviceUrl: connector.url, at: new Date(), ...parts }));
        const reply = connector.replies()[before];
        return reply === undefined ? undefined : wordsOf(reply);
      };
      return { output: log.output, said: log.said, endpoint, post, say };
    },
    stop,
    graphCalls: () => entra.calls.filter(({ scope }) => scope.includes('graph.microsoft.com')),
    close: async () => {
      await stop();
      await Promise.all([
        entra.close(),
        graphBehindTls.close(),
        graph.close(),
        connector.close(),
        issuer.close(),
      ]);
      certificates.remove();
    },
  };
}

function createLog() {
  let output = '';
  const listeners = new Set<() => void>();
  return {
    output: () => output,
    stream: {
      write: (line: string) => {
        output += line;
        for (const listener of listeners) listener();
      },
    },
    said: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
      }),
  };
}
