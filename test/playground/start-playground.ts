import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../support/folders.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const startMs = 60_000;
const stopMs = 10_000;

/** What `npm run playground` runs, as a process of its own with its data in a folder of its own. */
export interface RunningPlayground {
  /** What it has printed so far. */
  output(): string;
  /** Waits for it to print something; throws with all it printed if it ends before, or takes a minute. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  signal(signal: NodeJS.Signals): void;
  /** Ends it and the page, as kill -9 of all does, and leaves its data. */
  kill(): Promise<void>;
  /** The folder of its data. */
  readonly data: string;
  /** Its exit code, or the signal that ended it. */
  exited: Promise<number | NodeJS.Signals>;
  /** Ends it if it still runs, and removes its data. */
  dispose(): Promise<void>;
}

/** Starts it on these two ports, with what an earlier one has left. */
export function startPlayground(
  ports: { bot: number; page: number; simulator?: number },
  left?: string,
  locale?: string,
): RunningPlayground {
  const data = left ?? temporaryFolder('presence-data-');
  const child = spawn(process.execPath, ['--env-file=env/.env.playground', 'src/playground/index.ts'], {
    cwd: repository,
    env: {
      ...process.env,
      PORT: String(ports.bot),
      PLAYGROUND_PORT: String(ports.page),
      DATA_DIR: data,
      ...(locale === undefined ? {} : { PLAYGROUND_LOCALE: locale }),
      ...(ports.simulator === undefined ? {} : { SIMULATOR_PORT: String(ports.simulator) }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its page can be killed with it.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  let running = true;
  const exited = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running = false;
      resolve(code ?? signal ?? 1);
    });
  });
  return {
    output: () => output,
    async printed(pattern) {
      const deadline = performance.now() + startMs;
      for (;;) {
        const found = pattern.exec(output);
        if (found) return found;
        if (!running || performance.now() > deadline) {
          throw new Error(`npm run playground never printed ${String(pattern)}:\n${output}`);
        }
        await sleep(50);
      }
    },
    signal: (signal) => void child.kill(signal),
    data,
    async kill() {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await exited;
    },
    exited,
    async dispose() {
      child.kill();
      const killing = setTimeout(() => child.kill('SIGKILL'), stopMs);
      await exited;
      clearTimeout(killing);
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Takes a port of 127.0.0.1: that one, or any; undefined when somebody has it. */
export async function occupy(port = 0): Promise<{ port: number; release(): Promise<void> } | undefined> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async release() {
      server.close();
      await once(server, 'close');
    },
  };
}

/** A port that was free a moment ago, below those that a system gives to whoever asks for any. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const occupied = await occupy(randomInt(10_000, 32_000));
    if (occupied === undefined) continue;
    await occupied.release();
    return occupied.port;
  }
  throw new Error('No free port on 127.0.0.1.');
}

/** Whether something could listen on that port now. */
export async function isFree(port: number): Promise<boolean> {
  const occupied = await occupy(port);
  await occupied?.release();
  return occupied !== undefined;
}
