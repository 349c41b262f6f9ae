/** The Agents Playground's page, in a process of its own. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { taken } from './free-ports.ts';
import { Stopped } from './stopped.ts';

const startMs = 60_000;
const killMs = 3_000;

/** Who is in the Playground. */
export const tenantFile = fileURLToPath(new URL('../../.m365agentsplayground.yml', import.meta.url));

/**
 * Runs inside the Playground's process, before it. The Playground has no option for its address and would serve
 * everybody on the network, while the local mode checks no tokens: so what it listens on becomes loopback. And it
 * ends when we do, however we end, since only we hold the other end of its standard input.
 */
const guard = `
  import net from 'node:net';
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (port, ...rest) {
    return typeof port === 'number' ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
  };
  process.stdin.resume().on('close', () => process.exit());
`;

export interface PlaygroundPage {
  url: string;
  /** Settles when the page answers; rejects with what the process said last if it ends or takes a minute. */
  ready: Promise<'ready'>;
  /** Rejects when the process ends unasked. */
  died: Promise<never>;
  stop(): Promise<void>;
}

/** Starts the page on that port, speaking to the bot on its own. */
export async function startPage(port: number, botPort: number): Promise<PlaygroundPage> {
  const url = `http://127.0.0.1:${port}`;
  const bot = `http://127.0.0.1:${botPort}/api/messages`;
  const folder = await mkdtemp(join(tmpdir(), 'presence-playground-'));
  const log = join(folder, 'playground.log');
  const child = spawn(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(guard)}`],
      ...[playgroundCli(), 'start', '--disable-telemetry'],
      ...['-e', bot, '-c', 'msteams', '-p', String(port), '--service-url', `${url}/_connector`],
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: tenantFile,
        M365_AGENTS_PLAYGROUND_LOGFILE: log,
        // --disable-telemetry leaves this on, which after 15 s sends the machine's name to Application Insights:
        // https://learn.microsoft.com/azure/azure-monitor/app/statsbeat
        APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      // In a process group of its own, Ctrl-C reaches only us, and we stop it when its turn has come.
      detached: process.platform !== 'win32',
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-10_000);
    });
  }
  const said = async (): Promise<string> =>
    [output, await readFile(log, 'utf8').catch(() => '')].join('\n').trim().split('\n').slice(-20).join('\n');

  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('close', (code, signal) => {
      resolve(`it ended with ${signal ?? `code ${String(code)}`}`);
    });
  });
  const died = exited.then(async (how) => {
    throw new Stopped(`The Agents Playground stopped: ${how}. Its last output:\n${await said()}`);
  });
  // Whoever waits for it hears of it; when we stop it ourselves, nobody does.
  died.catch(() => undefined);

  const answers = async (): Promise<'ready'> => {
    const deadline = performance.now() + startMs;
    while (performance.now() < deadline) {
      const other = /Listening on (\d+)/.exec(output)?.[1];
      if (other !== undefined && Number(other) !== port) throw taken(port, 'the page', 'PLAYGROUND_PORT');
      if (other !== undefined && (await fetch(url).catch(() => undefined))?.ok) return 'ready';
      await sleep(50);
    }
    throw new Stopped(
      `The Agents Playground did not answer at ${url} in time. Its last output:\n${await said()}`,
    );
  };

  return {
    url,
    ready: Promise.race([answers(), died]),
    died,
    async stop() {
      child.kill();
      const killing = setTimeout(() => child.kill('SIGKILL'), killMs);
      await exited;
      clearTimeout(killing);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The path of the Playground's command, for the Node that runs us rather than the one on the PATH. */
function playgroundCli(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
  const { bin } = z
    .object({ bin: z.object({ agentsplayground: z.string() }) })
    .parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return join(dirname(manifest), bin.agentsplayground);
}
