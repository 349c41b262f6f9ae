/** The whole bot over real HTTP: simulator behind it, fake connector before it, and a clock that tests move. */

import assert from 'node:assert/strict';
import { startApp, type App, type AppOptions } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/index.ts';
import { AVERY, BOT_ID, message, type Activity } from './activities.ts';
import { startConnector, type Connector } from './connector.ts';

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
  /** Posts an activity, or any body, to the messaging endpoint. */
  post(body: unknown): Promise<{ status: number; body: string }>;
  /** Says something in the personal chat and gives the words of the one reply: its text, or its card's summary. */
  say(text: string, parts?: Partial<Parameters<typeof message>[0]>): Promise<string>;
  /** The presence writes that reached Graph so far: action and body. */
  writes(): { action: string; userId: string | undefined; body: unknown }[];
  /** What colleagues see of the sender now. */
  seen(): { availability: string; activity: string };
  close(): Promise<void>;
}

/** Starts one; each test file has its own. */
export async function startBot(
  options: AppOptions & { readonly simulator?: SimulatorOptions } = {},
): Promise<BotUnderTest> {
  const { simulator: simulatorOptions, ...appOptions } = options;
  const clock: Clock = { now: FRIDAY };
  const now = () => clock.now;
  const simulator = await startSimulator({ appId: BOT_ID, now, ...simulatorOptions });
  const connector = await startConnector();
  const config = readConfig({
    APP_ENV: 'local',
    PORT: '0',
    GRAPH_BASE_URL: simulator.url,
    BOT_ID,
    LOG_LEVEL: 'silent',
  });
  const app = await startApp(config, { now, ...appOptions });

  const post = async (body: unknown) => {
    const response = await fetch(`http://127.0.0.1:${app.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.text() };
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
      const reply = connector.replies()[before];
      assert.ok(reply !== undefined, `no reply to ${text}`);
      return wordsOf(reply);
    },
    writes: () =>
      simulator
        .requests()
        .filter(({ method, action }) => method === 'POST' && action !== 'getPresencesByUserId')
        .map(({ action, userId, body }) => ({ action: String(action), userId, body })),
    seen: () => simulator.state(AVERY.aadObjectId).seen,
    close: async () => {
      await app.close();
      await Promise.all([simulator.close(), connector.close()]);
    },
  };
}

/** What a person reads of a message, in a notification at least. */
export function wordsOf(reply: Activity | undefined): string {
  return String(reply?.text ?? reply?.summary);
}
