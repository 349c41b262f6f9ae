/** The whole bot over real HTTP: simulator behind it, fake connector before it, and a clock that tests move. */

import assert from 'node:assert/strict';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { startApp, type App, type AppOptions } from '../../src/app.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/index.ts';
import { AVERY, BOT_ID, message, type Activity } from './activities.ts';
import { startConnector, type Connector } from './connector.ts';
import { startIssuer, type Issuer } from './issuer.ts';
import { watchForLeaks } from './leaks.ts';

/** A Friday, 14:07 in New York, as in most of the sentences. */
const FRIDAY = Date.parse('2026-11-20T14:07:00-05:00');

/** Time stands still until a test moves it. */
interface Clock {
  now: number;
}

export interface BotUnderTest {
  readonly app: App;
  readonly simulator: Simulator;
  readonly connector: Connector;
  readonly clock: Clock;
  /** Posts an activity, or any body, to the messaging endpoint; in production mode with a good token by default. */
  post(body: unknown, authorization?: string): Promise<Posted>;
  /** Says something in the personal chat and gives the words of the one reply: its text, or its card's summary. */
  say(text: string, parts?: Partial<Parameters<typeof message>[0]>): Promise<string>;
  /** The presence writes that reached Graph so far: action and body. */
  writes(): { action: string; userId: string | undefined; body: unknown }[];
  /** What colleagues see of the sender now. */
  seen(): { availability: string; activity: string };
  /** Every line of the log so far, the audit's included. */
  readonly logged: () => readonly Record<string, unknown>[];
  /** Stops, and fails where the log holds anything of what was posted. */
  close(): Promise<void>;
}

interface Posted {
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
}

export interface BotOptions extends AppOptions {
  readonly simulator?: SimulatorOptions;
  /** One that outlives the bot, as Teams does, and is closed by whoever started it. */
  readonly connector?: Connector;
  /** When it is at the start; a Friday by default. */
  readonly at?: number;
  /** Further variables. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts one in local mode; each test file has its own. */
export function startBot(options: BotOptions = {}): Promise<BotUnderTest> {
  return start(options);
}

/** Starts one in production mode, with Graph on loopback in place of the real one. */
export async function startProductionBot(
  options: BotOptions = {},
): Promise<BotUnderTest & { readonly issuer: Issuer }> {
  const issuer = await startIssuer();
  // The identity library reads these by itself, as it does on a host that lends an identity.
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = issuer.environment;
  Object.assign(process.env, { IDENTITY_ENDPOINT, IDENTITY_HEADER });
  const bot = await start(options, issuer);
  const close = async () => {
    try {
      await bot.close();
    } finally {
      await issuer.close();
    }
  };
  return { ...bot, issuer, close };
}

async function start(options: BotOptions, issuer?: Issuer): Promise<BotUnderTest> {
  const { simulator: simulatorOptions, connector: given, at = FRIDAY, environment, ...appOptions } = options;
  const clock: Clock = { now: at };
  const now = () => clock.now;
  const simulator = await startSimulator({ appId: BOT_ID, now, ...simulatorOptions });
  const connector = given ?? (await startConnector());
  const local = { APP_ENV: 'local', GRAPH_BASE_URL: simulator.url, BOT_ID };
  const config = readConfig({
    ...(issuer?.environment ?? local),
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'trace',
    // The clock stands still, and with it everybody's minute; local mode counts none.
    ...(issuer === undefined ? {} : { COMMANDS_PER_MINUTE: '1000000' }),
    ...environment,
  });
  const graph = issuer === undefined ? {} : { graphRoot: simulator.url };
  const leaks = watchForLeaks();
  const app = await startApp(config, { now, remembers: false, logTo: leaks.stream, ...graph, ...appOptions });

  const good = () =>
    issuer === undefined ? '' : `Bearer ${issuer.mint({ serviceUrl: connector.url, at: clock.now })}`;
  const post = async (body: unknown, authorization = good()) => {
    leaks.posted(body, authorization);
    return postTo(
      `http://127.0.0.1:${app.port}/api/messages`,
      { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization }) },
      typeof body === 'string' ? body : JSON.stringify(body),
    );
  };

  return {
    app,
    simulator,
    connector,
    clock,
    post,
    say: async (text, parts = {}) => {
      const before = connector.replies().length;
      const activity: Activity = message({
        text,
        serviceUrl: connector.url,
        timezone: 'America/New_York',
        at: new Date(clock.now),
        ...parts,
      });
      const { status } = await post(activity);
      assert.equal(status, 200);
      const reply = (await connector.waitForReplies(before + 1))[before];
      return wordsOf(reply);
    },
    writes: () =>
      simulator
        .requests()
        .filter(({ method, action }) => method === 'POST' && action !== 'getPresencesByUserId')
        .map(({ action, userId, body }) => ({ action: String(action), userId, body })),
    seen: () => simulator.state(AVERY.aadObjectId).seen,
    logged: () => leaks.lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    close: async () => {
      await app.close();
      await Promise.all([simulator.close(), given === undefined ? connector.close() : undefined]);
      leaks.check();
    },
  };
}

/** By `node:http`, at a third of what `fetch` costs: most of what tests do is to post. */
async function postTo(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Posted> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: 'POST', headers }, resolve).on('error', reject).end(body);
  });
  const answered = new Headers();
  for (const [name, value] of Object.entries(response.headers)) answered.set(name, String(value));
  return { status: response.statusCode ?? 0, body: await text(response), headers: answered };
}

/** What a person reads of a message, in a notification at least. */
export function wordsOf(reply: Activity | undefined): string {
  return String(reply?.text ?? reply?.summary);
}
