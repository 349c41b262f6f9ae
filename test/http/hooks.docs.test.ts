/** The example of docs/meetings.md, pasted as it is written there: it starts a bot, and a meeting is taken. */

import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AVERY, message } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { prepareStore } from '../support/stores.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(join(root, 'docs/meetings.md'), 'utf8');
const block = (name: string) =>
  new RegExp(`<!-- ${name} -->\\s+\`\`\`bash\\n([^]*?)\`\`\``).exec(guide)?.[1] ?? assert.fail(name);

const folder = mkdtempSync(join(tmpdir(), 'presence-hook-example-'));
const connector = await startConnector();
await prepareStore(join(folder, 'data'));
let stop = () => Promise.resolve();
after(async () => {
  await stop();
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The bot without the page beside it, in place of `npm run playground`. */
const npm = 'npm() { exec node --env-file=env/.env.playground src/index.ts; }';

async function start(): Promise<number> {
  const bot = spawn('bash', ['-ec', `${npm}\n${block('start')}`], {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(process.execPath, '..')}:${process.env.PATH ?? ''}`,
      TMPDIR: folder,
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATA_DIR: join(folder, 'data'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(bot, 'exit');
  stop = async () => {
    bot.kill();
    await exited;
  };
  let output = '';
  for await (const text of bot.stdout.setEncoding('utf8')) {
    output += String(text);
    const port = /^listening on port (\d+)/m.exec(output)?.[1];
    if (port !== undefined) return Number(port);
  }
  return assert.fail(`the bot did not start: ${output}`);
}

it('the example is taken', { skip: !hasTools() && 'needs bash, curl and openssl' }, async () => {
  const script = block('curl');
  assert.ok(block('start').includes('npm run playground') && script.includes('http://127.0.0.1:3978/'));
  const port = await start();
  const said = /On its page say `([^`]+)`/.exec(guide)?.[1] ?? assert.fail();
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message({ text: said, from: AVERY, serviceUrl: connector.url, at: new Date() })),
  });
  assert.equal(response.status, 200);
  await told(/^Saved\./);
  const { stdout } = await promisify(execFile)(
    'bash',
    ['-ec', script.replace('127.0.0.1:3978', `127.0.0.1:${port}`)],
    { env: { ...process.env, TMPDIR: folder } },
  );
  const promised = /It answers `([^`]+)`/.exec(guide)?.[1] ?? assert.fail();
  assert.equal(stdout.trim(), promised);
  await told(/Planning/);
});

/** Waits until the bot has said that; on a busy machine it first says that it takes longer. */
async function told(pattern: RegExp): Promise<void> {
  for (let count = 1; ; count += 1) {
    const replies = await connector.waitForReplies(count, { timeoutMs: 30_000 });
    if (replies.some((reply) => pattern.test(wordsOf(reply)))) return;
  }
}

function hasTools(): boolean {
  try {
    execFileSync('bash', ['-c', 'command -v curl openssl od'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
