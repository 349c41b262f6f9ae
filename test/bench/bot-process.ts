/** A bot in a process of its own, started, spoken to and asked for its CPU time. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { message } from '../support/activities.ts';
import { temporaryFolder } from '../support/folders.ts';

const preload = new URL('report-usage.ts', import.meta.url).href;

/** How `npm start` starts the bot. */
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};
/** What it gives Node besides the script. */
export const startFlags: readonly string[] = scripts.start.split(' ').slice(1, -1);

export interface Usage {
  readonly cpuMs: number;
  readonly residentMiB: number;
  /** What is alive, in MiB: after a collection of garbage, where one was asked for. */
  readonly heapMiB: number;
}

export interface BotProcess {
  /** Milliseconds from the start of the process until it listens. */
  readonly startMs: number;
  /** CPU time spent so far, in milliseconds, and memory; `collect` has the garbage collected before. */
  usage(collect?: 'collect'): Promise<Usage>;
  /** Says `dnd 2h` that many times, eight at once, each time as another message. */
  turns(count: number, serviceUrl: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts that script with those flags of Node's. */
export async function startBotProcess(
  entry: string,
  graphUrl: string,
  flags: readonly string[] = [],
): Promise<BotProcess> {
  const dataDir = temporaryFolder('presence-bot-bench-');
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [...flags, '--import', preload, fileURLToPath(new URL(entry, import.meta.url))],
    {
      env: {
        PATH: process.env.PATH,
        APP_ENV: 'local',
        PORT: '0',
        GRAPH_BASE_URL: graphUrl,
        DATA_DIR: dataDir,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const found = /listening on port (\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once('exit', () => {
      reject(new Error(`${entry} ended before it listened`));
    });
  });
  const startMs = performance.now() - begun;
  // What it says from now on is its log; it is read so that the pipe never fills.
  child.stdout?.resume();

  const turn = async (serviceUrl: string) => {
    const activity = message({ text: 'dnd 2h', serviceUrl, timezone: 'America/New_York' });
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${entry} answered ${response.status}`);
  };

  return {
    startMs,
    usage: async (collect) => {
      const answer: Promise<unknown[]> = once(child, 'message');
      child.send(collect ?? 'usage');
      return (await answer)[0] as Usage;
    },
    turns: async (count, serviceUrl) => {
      let left = count;
      const worker = async () => {
        for (; left > 0;) {
          left -= 1;
          await turn(serviceUrl);
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
