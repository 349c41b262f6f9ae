/**
 * The image's promises. No image is built here: what would be in one is laid out in a folder, where the bot runs
 * under Node's permission model with no right to write, to start a process or to load native code.
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { after, describe, it } from 'node:test';
import { z } from 'zod';
import { message } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { locked, manifest, root } from './lock.ts';

const lines = (file: string) =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#') && line.trim() !== '');

/** Its instructions, continued lines joined. */
const instructions = lines('Dockerfile')
  .join('\n')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n');
/** Those of the stage that becomes the image. */
const image = instructions.slice(instructions.findLastIndex((one) => one.startsWith('FROM ')));
const ofImage = (name: string) => image.filter((one) => one.startsWith(`${name} `));

const argv = z.array(z.string());
const healthCheck = argv.parse(JSON.parse(/CMD (.*)$/.exec(ofImage('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]'));

/** What the builder sees of this folder. */
const patterns = lines('.dockerignore');
const kept = patterns.flatMap((one) => (one.startsWith('!') ? [one.slice(1)] : []));
const ignored = patterns.filter((one) => !one.startsWith('!') && one !== '*');

describe('the Dockerfile', () => {
  it('takes the Node that the tests run on, slim', () => {
    const [major] = (manifest.devDependencies.node ?? '').split('.');
    assert.ok(instructions.includes(`ARG NODE_IMAGE=node:${major}-slim`));
    const bases = instructions.filter((one) => one.startsWith('FROM '));
    for (const base of bases) assert.match(base, /^FROM (?:\$\{NODE_IMAGE\}|packages)(?: AS \w+)?$/);
  });

  it('installs what the lock file says, without development’s packages and without scripts', () => {
    const installs = instructions.filter((one) => /\bnpm\b/.test(one));
    assert.deepEqual(installs, ['RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund']);
  });

  it('runs as somebody who owns nothing in it', () => {
    assert.deepEqual(ofImage('USER'), ['USER node']);
    assert.deepEqual(ofImage('COPY'), ['COPY --from=warm --chown=root:root /app ./']);
    assert.deepEqual(ofImage('RUN'), []);
  });

  it('starts the bot itself, so that SIGTERM reaches it', () => {
    assert.deepEqual(ofImage('ENTRYPOINT'), [
      'ENTRYPOINT ["node", "--max-semi-space-size=16", "src/index.ts"]',
    ]);
    assert.deepEqual(ofImage('CMD'), []);
  });

  it('listens where the health check and the port say', () => {
    assert.deepEqual(ofImage('ENV'), ['ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978']);
    assert.deepEqual(ofImage('EXPOSE'), ['EXPOSE 3978']);
    assert.deepEqual(healthCheck.slice(0, 2), ['node', '-e']);
  });

  it('holds no secret, and nothing that could be one', () => {
    assert.doesNotMatch(instructions.join('\n'), /PASSWORD|SECRET|TOKEN|--mount=type=secret/i);
  });

  it('is given the sources and the lock file, and neither simulator nor playground', () => {
    assert.equal(patterns[0], '*');
    assert.deepEqual(kept, ['package.json', 'package-lock.json', 'src']);
    assert.deepEqual(ignored, ['src/playground', 'src/simulator']);
    const copied = instructions.filter((one) => /^COPY (?!--from)/.test(one));
    assert.deepEqual(copied, ['COPY package.json package-lock.json ./', 'COPY src ./src']);
  });
});

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder with this project's sources, less some, and the packages that `npm ci --omit=dev` would install. */
function layOut(left: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'presence-image-'));
  folders.push(folder);
  for (const file of kept) {
    cpSync(join(root, file), join(folder, file), {
      recursive: true,
      filter: (source) => !left.includes(relative(root, source).split(sep).join('/')),
    });
  }
  for (const { path, name, dev } of locked) {
    // A copy that lies within another package comes with it.
    if (dev || path !== `node_modules/${name}` || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(root, path), join(folder, path), 'junction');
  }
  return folder;
}

// Packages are found from where the links are, so that theirs are looked for among production's too.
const confined = ['--preserve-symlinks', '--permission', '--allow-fs-read=*'];

function run(folder: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...confined, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  after(() => child.kill('SIGKILL'));
  return {
    output: () => output,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    /** The port it listens on. */
    port: async () => {
      for (;;) {
        const port = /listening on port (\d+)/.exec(output)?.[1];
        if (port !== undefined) return port;
        if (child.exitCode !== null) assert.fail(`it ended, having said:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

/** They name nobody; nothing is asked of anybody before the first message. */
const production = {
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  BOT_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_TYPE: 'UserAssignedMSI',
  HOST: '127.0.0.1',
  PORT: '0',
};

describe('what would be in the image', () => {
  const folder = layOut(ignored);

  it('holds no package of development, not even within another one', () => {
    const within = locked.filter(
      ({ path, dev }) =>
        dev && locked.some((outer) => !outer.dev && path.startsWith(`${outer.path}/node_modules/`)),
    );
    assert.deepEqual(within, []);
  });

  it('cannot import what only development has', async () => {
    const tried = run(folder, ['--input-type=module', '--eval', "await import('fast-check')"]);
    assert.equal(await tried.ended, 1);
    assert.match(tried.output(), /ERR_MODULE_NOT_FOUND/);
  });

  it('starts without writing anything, is healthy, takes no unsigned message, and ends when told to', async () => {
    const bot = run(folder, ['src/index.ts'], production);
    const port = await bot.port();
    const [, ...check] = healthCheck;
    assert.equal(await run(folder, check, { PORT: port }).ended, 0);
    const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message({ text: 'dnd 2h', serviceUrl: 'https://smba.example.test/emea/' })),
    });
    assert.equal(answer.status, 401);
    assert.equal(await bot.stop(), 0);
    assert.equal(await run(folder, check, { PORT: port }).ended, 1);
    assert.ok(!existsSync(join(folder, 'node_modules/.cache')));
  });

  it('cannot be started in local mode, where no token is checked', async () => {
    const bot = run(folder, ['src/index.ts'], { APP_ENV: 'local', PORT: '0' });
    assert.equal(await bot.ended, 1);
    assert.match(bot.output(), /ERR_MODULE_NOT_FOUND/);
  });
});

it('the packages of production are enough to understand, to ask Graph and to answer with a card', async () => {
  const connector = await startConnector();
  after(() => connector.close());
  const folder = layOut(ignored.filter((one) => one !== 'src/simulator'));
  const bot = run(folder, ['src/index.ts'], { APP_ENV: 'local', PORT: '0', LOG_LEVEL: 'warn' });
  const port = await bot.port();
  const said = ['dnd until 3pm &amp; no calls', 'busy until tomorrow 9am', 'set', 'status'];
  for (const text of said) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message({ text, serviceUrl: connector.url, timezone: 'W. Europe Standard Time' })),
    });
    assert.equal(answer.status, 200);
  }
  const replies = connector.replies();
  assert.equal(replies.length, said.length);
  assert.match(wordsOf(replies[1]), /Busy/);
  assert.equal(await bot.stop(), 0);
  assert.doesNotMatch(bot.output(), /turn failed|ERR_/);
});
