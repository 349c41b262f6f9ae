/** The examples of docs/personal-keys.md, run as they stand there. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { temporaryFolder } from '../support/folders.ts';
import { callMe, makeKey, startWithKeys } from './stage.ts';

const run = promisify(execFile);
const text = readFileSync(new URL('../../docs/personal-keys.md', import.meta.url), 'utf8');
const example = 'https://presence.example.com';
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
);

/** The code under that heading. */
function codeUnder(heading: string): string {
  const part = text.split(/^#{2,3} /m).find((one) => one.startsWith(`${heading}\n`)) ?? assert.fail(heading);
  return /```\w+\n([^]*?)```/.exec(part)?.[1] ?? assert.fail(heading);
}

const bot = await startWithKeys();
after(() => bot.close());
const here = `http://127.0.0.1:${bot.app.port}`;
let key = '';
before(async () => {
  key = await makeKey(bot);
});
beforeEach(() => {
  bot.clock.now += 60_000;
  bot.simulator.reset();
});

/** What a script writes, as somebody with that key runs it. */
async function inShell(script: string, shell: 'sh' | 'bash' = 'sh'): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: temporaryFolder(), PRESENCE_URL: here, PRESENCE_KEY: key };
  return (await run(shell, ['-c', script], { env })).stdout;
}

describe('the examples of docs/personal-keys.md', () => {
  it('curl', { skip: !hasCurl }, async () => {
    const answer = JSON.parse(await inShell(codeUnder('curl'))) as { outcome: string; holds: unknown[] };
    assert.deepEqual([answer.outcome, answer.holds.length], ['done', 2]);
  });

  it('Stream Deck: one press sets, the next takes back', { skip: !hasCurl }, async () => {
    await callMe(bot, { text: 'clear everything' }, { key });
    const script = codeUnder('Stream Deck');
    await inShell(script);
    assert.equal(bot.seen().availability, 'DoNotDisturb');
    await inShell(script);
    assert.notEqual(bot.seen().availability, 'DoNotDisturb');
  });

  it('shell prompt', { skip: !hasCurl }, async () => {
    await callMe(bot, { text: 'busy 1h' }, { key });
    assert.equal((await inShell(`${codeUnder('Shell prompt')}\npresence; presence`, 'bash')).trim(), 'BusyBusy'); // prettier-ignore
  });

  it('Home Assistant', async () => {
    const yaml = codeUnder('Home Assistant').replaceAll(example, here);
    const valueOf = (name: string) =>
      new RegExp(`^ +${name}: '?(.*?)'?$`, 'm').exec(yaml)?.[1] ?? assert.fail(name);
    // As Home Assistant's templates fill it in.
    const body = valueOf('payload').replace(
      '{{ {"text": text} | to_json }}',
      JSON.stringify({ text: 'busy 1h' }),
    );
    const headers = { authorization: `Bearer ${key}`, 'content-type': valueOf('content_type') };
    const said = await fetch(valueOf('url'), { method: valueOf('method').toUpperCase(), headers, body });
    assert.equal(((await said.json()) as { outcome: string }).outcome, 'done');
    const { body: seen } = await callMe(bot, undefined, { key, path: valueOf('resource').replace(here, '') });
    assert.equal(valueOf('value_template'), '{{ value_json.reported.availability }}');
    assert.equal((seen['reported'] as { availability: string }).availability, 'Busy');
  });

  it('an agent’s configuration', async () => {
    const { mcpServers } = JSON.parse(codeUnder('Agents')) as {
      mcpServers: { presence: { url: string; headers: Record<string, string> } };
    };
    const { url, headers } = mcpServers.presence;
    const client = new Client({ name: 'a test', version: '1' });
    const own = { Authorization: headers['Authorization']?.replace('${PRESENCE_KEY}', key) ?? '' };
    await client.connect(
      new StreamableHTTPClientTransport(new URL(url.replace(example, here)), {
        requestInit: { headers: own },
      }),
    );
    const { tools } = await client.listTools();
    for (const { name } of tools) assert.ok(text.includes(`| \`${name}\``), name);
    await client.close();
  });

  it('the answer that it shows has the fields of a real one, and each is in the document that is served', async () => {
    const shown = JSON.parse(codeUnder('Asking')) as Record<string, unknown>;
    const { body } = await callMe(bot, { text: 'dnd 1h' }, { key });
    assert.deepEqual(Object.keys(shown), Object.keys(body));
    const { body: document } = await callMe(bot, undefined, { path: '/api/me/openapi.json' });
    const { schemas } = document['components'] as { schemas: { Answer: { properties: object } } };
    const described = Object.keys(schemas.Answer.properties);
    for (const name of Object.keys(shown)) assert.ok(described.includes(name), name);
    assert.deepEqual(Object.keys(document['paths'] as object), ['/api/me', '/api/me/undo']);
  });
});
