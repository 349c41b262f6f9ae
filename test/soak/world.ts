/**
 * Bots as processes, as `npm start` runs them, with Teams and Graph around them that outlive each, and a clock that can
 * be moved on between two starts. What a bot did is seen in its replies and at Graph alone.
 */

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { startSimulator, type Simulator } from '../../src/simulator/index.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { BOT_ID, message, type Person } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { startConnector, type Connector } from '../support/connector.ts';
import { start } from '../support/process.ts';
import type { Run } from './line.ts';

const hookKey = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const preload = `--import=${new URL('ahead.ts', import.meta.url).href}`;
/** By then whoever was told that it takes longer has been told how it ended. */
const patienceMs = 90_000;

export interface Bot {
  isOver(): boolean;
  /** Says it in the person's own chat, and gives the words of what is final; undefined: the bot ended before. */
  say(from: Person, text: string): Promise<string | undefined>;
  /** Posts a signed message about a meeting, and gives the status; undefined: the bot ended before. */
  hook(body: object, id?: string): Promise<number | undefined>;
  /** What it answers a GET with. */
  get(path: string): Promise<string>;
  kill(): Promise<void>;
  /** Rejects where it does not end by itself with 0. */
  stop(): Promise<void>;
}

export interface World {
  readonly simulator: Simulator;
  readonly connector: Connector;
  now(): number;
  /** Moves the clock on, for every bot that is started afterwards. */
  advance(ms: number): void;
  /** Starts a bot on that store; it may not listen yet. */
  begin(where: StoreFolder): { readonly ready: Promise<Bot>; kill(): Promise<void> };
  /** Starts a bot on that store that has everything it needs. */
  start(where: StoreFolder): Promise<Bot>;
}

export async function openWorld({ atEnd }: Run): Promise<World> {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const simulator = await startSimulator({
    appId: BOT_ID,
    now,
    teamsClients: 'off',
    maxLoggedRequests: 200_000,
  });
  atEnd(() => simulator.close());
  const connector = await startConnector();
  atEnd(() => connector.close());

  const begin = (where: StoreFolder) => {
    const process = start({
      APP_ENV: 'local',
      PORT: '0',
      BOT_ID,
      GRAPH_BASE_URL: simulator.url,
      HOOK_KEYS: `rooms=${hookKey}`,
      NODE_OPTIONS: preload,
      CLOCK_AHEAD_MS: String(ahead),
      ...('dataDir' in where ? { DATA_DIR: where.dataDir } : { DATABASE_URL: where.databaseUrl }),
    });
    const { child, ended } = process;
    const isOver = () => child.exitCode !== null || child.signalCode !== null;
    const kill = async () => {
      child.kill('SIGKILL');
      await ended;
    };
    atEnd(kill);
    const opening = async (): Promise<Bot> => {
      const [, port = ''] = await process.said(/listening on port (\d+)/);
      const url = `http://127.0.0.1:${port}`;
      /** Undefined: it ended in the middle. Whoever is cut off and still runs is a defect of the bot's. */
      const post = async (path: string, body: string, headers: Readonly<Record<string, string>> = {}) => {
        const request = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
        try {
          const response = await fetch(url + path, request);
          await response.arrayBuffer();
          return response.status;
        } catch (error) {
          await Promise.race([ended, delay(5000, undefined, { ref: false })]);
          if (!isOver()) throw error;
          return undefined;
        }
      };
      return {
        isOver,
        kill,
        get: async (path) => (await fetch(url + path)).text(),
        stop: async () => {
          child.kill('SIGTERM');
          const code = await ended;
          if (code !== 0)
            throw new Error(`it ended with ${code ?? 'a signal'}:\n${process.output().slice(-2000)}`);
        },
        say: async (from, text) => {
          const activity = message({ text, from, serviceUrl: connector.url, at: new Date(now()) });
          const { id } = activity['conversation'] as { id: string };
          const before = connector.replies(id).length;
          await post('/api/messages', JSON.stringify(activity));
          for (const end = performance.now() + patienceMs; performance.now() < end;) {
            const last = wordsOf(connector.replies(id).slice(before).at(-1));
            if (last !== 'undefined' && !last.includes('takes longer than usual')) return last;
            if (isOver()) return undefined;
            await delay(10);
          }
          throw new Error(`no final reply to “${text}”`);
        },
        hook: (body, id = `msg_${randomUUID()}`) => {
          const [text, at] = [JSON.stringify(body), new Date(now())];
          return post('/hooks/meetings/rooms', text, {
            'webhook-id': id,
            'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
            'webhook-signature': new Webhook(hookKey).sign(id, at, text),
          });
        },
      };
    };
    const ready = opening();
    // Who kills it before it listens does not wait for it.
    ready.catch(() => undefined);
    return { ready, kill };
  };

  return {
    simulator,
    connector,
    now,
    advance: (ms) => {
      ahead += Math.round(ms);
    },
    begin,
    start: async (where) => {
      const bot = await begin(where).ready;
      while (!(await bot.get('/readyz')).includes('"ready"')) await delay(20);
      return bot;
    },
  };
}
