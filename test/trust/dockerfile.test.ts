/**
 * The image's promises. No image is built here: what would be in one is laid out in a folder, where the bot runs
 * under Node's permission model with no right to write, to start a process or to load native code.
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { buildInto } from '../../scripts/build.ts';
import { guid } from '../../src/presence/intent.ts';
import { hashOf, newSecret } from '../../src/store/key-secret.ts';
import { openStore } from '../../src/store/store.ts';
import { AVERY, message, TENANT_ID } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { quietLog } from '../support/stores.ts';
import { manifest, root } from './lock.ts';

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
    for (const base of bases) assert.match(base, /^FROM \$\{NODE_IMAGE\}(?: AS \w+)?$/);
  });

  it('installs what the lock file says, without scripts, and builds', () => {
    const installs = instructions.filter((one) => /\bnpm\b/.test(one));
    assert.deepEqual(installs, ['RUN npm ci --ignore-scripts --no-audit --no-fund', 'RUN npm run build']);
  });

  it('runs as somebody who owns nothing in it', () => {
    assert.deepEqual(ofImage('USER'), ['USER node']);
    assert.deepEqual(ofImage('COPY'), ['COPY --from=warm --chown=root:root /app ./']);
    assert.deepEqual(ofImage('RUN'), []);
  });

  it('starts the bot itself, so that SIGTERM reaches it', () => {
    assert.deepEqual(ofImage('ENTRYPOINT'), [
      'ENTRYPOINT ["node", "--max-semi-space-size=16", "--no-parallel-scavenge", "--no-maglev-destroy-on-background", "--expose-gc", "index.mjs"]',
    ]);
    assert.deepEqual(ofImage('CMD'), []);
  });

  it('listens where the health check and the port say', () => {
    assert.deepEqual(ofImage('ENV'), [
      'ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978',
      'ENV MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=32768 MALLOC_TRIM_THRESHOLD_=131072',
    ]);
    assert.deepEqual(ofImage('EXPOSE'), ['EXPOSE 3978']);
    assert.deepEqual(healthCheck.slice(0, 2), ['node', '-e']);
  });

  it('holds no secret, and nothing that could be one', () => {
    assert.doesNotMatch(instructions.join('\n'), /PASSWORD|SECRET|TOKEN|--mount=type=secret/i);
  });

  it('is given the sources and the lock file, and neither simulator nor playground', () => {
    assert.equal(patterns[0], '*');
    assert.deepEqual(kept, ['package.json', 'package-lock.json', 'src', 'scripts/build.ts']);
    assert.deepEqual(ignored, ['src/playground', 'src/simulator']);
    const copied = instructions.filter((one) => /^COPY (?!--from)/.test(one));
    assert.deepEqual(copied, [
      'COPY package.json package-lock.json ./',
      'COPY src ./src',
      'COPY scripts/build.ts ./scripts/build.ts',
    ]);
  });
});

const confined = ['--permission', '--allow-fs-read=*'];

function run(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
  writable: readonly string[] = [],
) {
  const allowed = writable.map((path) => `--allow-fs-write=${path}`);
  const child = spawn(process.execPath, [...confined, ...allowed, ...args], {
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
  let folder: string;
  before(async () => {
    folder = temporaryFolder();
    await buildInto(folder);
  });

  it('is no more than the bundle, of a few megabytes', () => {
    const files = globSync('**/*.*', { cwd: folder });
    for (const file of files) assert.match(file, /\.(?:mjs|cjs|json|html|LEGAL\.txt)$/);
    assert.ok(files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) < 8e6);
  });

  it('starts without writing anything, is healthy, takes no unsigned message, and ends when told to', async () => {
    const bot = run(folder, ['index.mjs'], production);
    const port = await bot.port();
    const [, ...check] = healthCheck;
    assert.equal(await run(folder, check, { PORT: port }).ended, 0);
    const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message({ text: 'dnd 2h', serviceUrl: 'https://smba.example.test/emea/' })),
    });
    assert.equal(answer.status, 401);
    for (const page of ['privacy', 'terms']) {
      const { status } = await fetch(`http://127.0.0.1:${port}/${page}`);
      assert.equal(status, 200);
    }
    assert.equal(await bot.stop(), 0);
    assert.equal(await run(folder, check, { PORT: port }).ended, 1);
    assert.ok(!existsSync(join(folder, '.cache')));
    assert.doesNotMatch(bot.output(), /Warning/);
  });

  it('cannot be started in local mode, where no token is checked', async () => {
    const bot = run(folder, ['index.mjs'], { APP_ENV: 'local', PORT: '0' });
    assert.equal(await bot.ended, 1);
    assert.match(bot.output(), /ERR_MODULE_NOT_FOUND/);
  });
});

it('the bundle has all that it takes to understand, to ask Graph, to answer with a card, and to let an agent in', async () => {
  const connector = await startConnector();
  after(() => connector.close());
  let { TEST_BUNDLE: folder } = process.env;
  if (folder === undefined) await buildInto((folder = temporaryFolder()), { localMode: true });
  const dataDir = temporaryFolder();
  const secret = await keyIn(dataDir);
  const environment = { APP_ENV: 'local', PORT: '0', LOG_LEVEL: 'warn', PERSONAL_KEYS: 'on' };
  const bot = run(folder, ['index.mjs'], { ...environment, DATA_DIR: dataDir }, [dataDir]);
  const port = await bot.port();
  // Entities, a zone by its name in Windows, markup, a catalogue and a table of another language.
  const said = ['dnd until 3pm &amp; no calls', 'busy until tomorrow 9am', '<p>set</p>', 'status'];
  const others = [
    'beschäftigt bis morgen 9 Uhr',
    '请勿打扰2小时',
    'occupé 1h',
    'ocupado 1h',
    '取り込み中 1時間',
  ];
  for (const text of [...said, ...others]) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message({ text, serviceUrl: connector.url, timezone: 'W. Europe Standard Time' })),
    });
    assert.equal(answer.status, 200);
  }
  const replies = connector.replies();
  assert.equal(replies.length, said.length + others.length);
  assert.match(wordsOf(replies[1]), /Busy/);
  assert.match(wordsOf(replies[4]), /Beschäftigt/);
  assert.match(wordsOf(replies[5]), /请勿打扰/);
  const tools = await fetch(`http://127.0.0.1:${port}/mcp`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'set_presence', arguments: { status: 'busy', minutes: 30 } },
    }),
  });
  assert.match(await tools.text(), /"outcome":"done".*"isError":false/);
  assert.equal(await bot.stop(), 0);
  assert.doesNotMatch(bot.output(), /turn failed|ERR_|Warning/);
});

/** A key of Avery's on the store of that folder. */
async function keyIn(dataDir: string): Promise<string> {
  const store = await openStore({ dataDir }, { now: Date.now, log: quietLog() });
  const secret = newSecret();
  const userId = guid(AVERY.aadObjectId) ?? assert.fail();
  await store.people.put(userId, TENANT_ID, { accountId: AVERY.id });
  await store.keys.add(userId, TENANT_ID, 'Agent', hashOf(secret) ?? '');
  await store.close();
  return secret;
}
