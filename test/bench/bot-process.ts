/** A bot in a process of its own, started, spoken to and asked for its CPU time. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createOutbound } from '../../src/outbound/client.ts';
import type { Activity } from '../support/activities.ts';
import { temporaryFolder } from '../support/folders.ts';

const preload = new URL('report-usage.mjs', import.meta.url).href;

/** How `npm start` starts the bot. */
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};
/** What it gives Node besides the script. */
const startFlags: readonly string[] = scripts.start.split(' ').slice(1, -1);
/** What the image tells malloc. */
const mallocSettings = Object.fromEntries(
  Array.from(
    readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8').matchAll(/\b(MALLOC_\w+)=(\d+)/g),
    ([, name = '', value = '']) => [name, value],
  ),
);

/** What is measured: a script, and how Node is started for it. */
export interface Contestant {
  readonly name: string;
  readonly entry: string;
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** This bot as it is deployed, but for its script. */
export const deployed: Omit<Contestant, 'entry'> = {
  name: 'this bot',
  flags: startFlags,
  env: mallocSettings,
};

export interface Usage {
  readonly cpuMs: number;
  readonly residentMiB: number;
  /** What is alive, in MiB: after a collection of garbage, where one was asked for. */
  readonly heapMiB: number;
}

/** What was seen since `watch`: bytes allocated, and the 99th percentile of how late the event loop was. */
export interface Watched extends Usage {
  readonly allocatedBytes: number;
  readonly lateMs: number;
}

export interface BotProcess {
  readonly name: string;
  /** Milliseconds from the start of the process until it listens. */
  readonly startMs: number;
  /** CPU time spent so far, in milliseconds, and memory; `collect` has the garbage collected before. */
  usage(question?: 'collect' | 'watch'): Promise<Usage>;
  watched(): Promise<Watched>;
  /** Sends it an activity; gives the status, the body and how long it took. */
  post(activity: Activity): Promise<Answered>;
  stop(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

export async function startBotProcess(
  { name, entry, flags = [], env = {} }: Contestant,
  graphUrl: string,
  dataDir: string = temporaryFolder('presence-bot-bench-'),
): Promise<BotProcess> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...flags, '--import', preload, entry], {
    env: {
      PATH: process.env.PATH,
      APP_ENV: 'local',
      PORT: '0',
      GRAPH_BASE_URL: graphUrl,
      DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const found = /listening on port (\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once('exit', () => {
      reject(new Error(`${name} ended before it listened`));
    });
  });
  const startMs = performance.now() - begun;
  // What it says from now on is its log; it is read so that the pipe never fills.
  child.stdout?.removeAllListeners('data').resume();

  const ask = async (question: string): Promise<unknown> => {
    const answer: Promise<unknown[]> = once(child, 'message');
    child.send(question);
    return (await answer)[0];
  };
  const { send } = createOutbound();
  const url = `http://127.0.0.1:${port}/api/messages`;
  const headers = { 'content-type': 'application/json' };
  return {
    name,
    startMs,
    usage: async (question) => (await ask(question ?? 'usage')) as Usage,
    watched: async () => (await ask('watched')) as Watched,
    post: async (activity) => {
      const from = performance.now();
      const { signal } = new AbortController();
      const body = JSON.stringify(activity);
      const { status, text = '' } = await send({ method: 'POST', url, headers, body, signal });
      return { status, text, ms: performance.now() - from };
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
