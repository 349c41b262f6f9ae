/** A bot in production as a process of its own, with an Entra, a Graph behind TLS and a Bot Service on this machine. */

import { startSimulator, type Simulator } from '../../src/simulator/index.ts';
import { BOT_ID, TENANT_ID, message, type Person } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { makeCertificates, type Certificates } from '../support/certificates.ts';
import { startConnector, type Connector } from '../support/connector.ts';
import { startEntra, type Entra } from '../support/entra.ts';
import { startIssuer } from '../support/issuer.ts';
import { killAll } from '../support/process.ts';
import {
  startProduction,
  type ProductionOptions,
  type ProductionProcess,
} from '../support/production-process.ts';
import { startTlsGraph } from '../support/tls-graph.ts';

export const OTHER_TENANT = '11111111-1111-4111-8111-1111111111ff';
export const SECRET = 'a-secret-that-entra-knows';
export const ASSERTION = 'an.assertion.of-the-cluster';
export const graphScope = 'https://graph.microsoft.com/.default';

export interface Bot extends ProductionProcess {
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
  start(proof: Readonly<Record<string, string>>, options?: ProductionOptions['options']): Bot;
  /** The calls for Graph's tokens. */
  readonly graphCalls: () => Entra['calls'];
  close(): Promise<void>;
}

/** The app is registered with a secret, a certificate and a federated credential, in the bot's tenant alone. */
export async function startWorld(tenants: readonly string[] = [TENANT_ID]): Promise<World> {
  const certificates = await makeCertificates();
  const [issuer, connector] = await Promise.all([startIssuer(), startConnector()]);
  const graph = await startSimulator({ tokens: {} });
  const tls = await startTlsGraph(certificates, graph.url);
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

  return {
    certificates,
    entra,
    graph,
    connector,
    start: (proof, options = {}) => {
      const started = startProduction({
        certificates,
        graphRoot: tls.url,
        environment: {
          ...issuer.environment,
          BOT_TYPE: 'SingleTenant',
          AZURE_AUTHORITY_HOST: entra.url,
          ALLOWED_TENANTS: `${TENANT_ID},${OTHER_TENANT}`,
          COMMANDS_PER_MINUTE: '1000000',
          ...proof,
        },
        options,
      });
      const post = async (activity: object) => {
        const response = await fetch(await started.endpoint(), {
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
      return { ...started, post, say };
    },
    graphCalls: () => entra.calls.filter(({ scope }) => scope.includes('graph.microsoft.com')),
    close: async () => {
      killAll();
      await Promise.all([entra.close(), tls.close(), graph.close(), connector.close(), issuer.close()]);
      certificates.remove();
    },
  };
}
