/** `/mcp`, with the clients of the protocol's own SDKs: what agents can do with a key, and what they are told. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import * as newer from '@modelcontextprotocol/client';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { callMe, makeKey, startWithKeys } from './stage.ts';

const bot = await startWithKeys();
after(() => bot.close());
const address = new URL(`http://127.0.0.1:${bot.app.port}/mcp`);
let key = '';
before(async () => {
  key = await makeKey(bot, 'key Agent');
});
beforeEach(() => {
  bot.clock.now += 60_000;
  bot.simulator.reset();
});

async function connect(bearer = key): Promise<Client> {
  const client = new Client({ name: 'a test', version: '1' });
  const transport = new StreamableHTTPClientTransport(address, {
    requestInit: { headers: { authorization: `Bearer ${bearer}` } },
  });
  await client.connect(transport);
  return client;
}

interface Result {
  readonly isError: boolean;
  readonly text: string;
  readonly facts: Record<string, unknown>;
}

/** Calls one tool as a client of its own. */
async function use(name: string, given: Record<string, unknown> = {}): Promise<Result> {
  const client = await connect();
  try {
    await client.listTools();
    const result = await client.callTool({ name, arguments: given });
    const content = result.content as { readonly text: string }[];
    return {
      isError: result.isError === true,
      text: content.map(({ text }) => text).join('\n'),
      facts: result.structuredContent as Record<string, unknown>,
    };
  } finally {
    await client.close();
  }
}
const actions = () => bot.writes().map(({ action }) => action);

describe('an agent with a key', () => {
  it('finds five tools, which say whether they write and that accepted is not visible', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.destructiveHint, annotations?.idempotentHint]), // prettier-ignore
      [
        ['set_presence', false, true, false],
        ['say', false, true, false],
        ['get_presence', true, false, true],
        ['explain_presence', true, false, true],
        ['undo_presence', false, true, false],
      ],
    );
    for (const { name, description = '', annotations } of tools) {
      assert.match(description, /person/);
      if (annotations?.readOnlyHint === false) assert.match(description, /not visible to colleagues/, name);
    }
    await client.close();
  });

  it('sets a status with an end and a message, reads it, has it explained and takes it back', async () => {
    const until = new Date(bot.clock.now + 7_200_000).toISOString();
    const set = await use('set_presence', { status: 'busy', minutes: 120, message: 'In the lab' });
    assert.deepEqual([set.isError, set.facts['outcome']], [false, 'done']);
    assert.deepEqual(
      (set.facts['holds'] as { until: string }[]).map((one) => one.until),
      [until, until],
    );
    const read = await use('get_presence', { language: 'fr' });
    assert.match(read.text, /Occupé/);
    const why = await use('explain_presence');
    assert.match(why.text, /Busy/);
    assert.deepEqual(
      (why.facts['set'] as { by: string }[]).map(({ by }) => by),
      ['asked'],
    );
    assert.equal((await use('undo_presence')).facts['outcome'], 'done');
    assert.equal((await use('set_presence', { status: 'presenting', until })).facts['outcome'], 'done');
    assert.equal(bot.seen().activity, 'Presenting');
  });

  it('is told to ask the person where a sentence has to be asked about', async () => {
    const { isError, text, facts } = await use('say', { text: 'dnd or busy 1h' });
    assert.deepEqual(
      [isError, facts['outcome'], facts['choices']],
      [false, 'question', ['dnd 1h', 'busy 1h']],
    );
    assert.match(text, /Nothing was changed\. Put this to the person, and do not choose for them\./);
    assert.deepEqual(actions(), []);
  });

  it('repeats a call without its being done twice', async () => {
    const set = { status: 'doNotDisturb', minutes: 60 };
    const [once, twice] = [await use('set_presence', set), await use('set_presence', set)];
    assert.deepEqual(once.facts['holds'], twice.facts['holds']);
    const extend = {
      text: 'extend 30m',
      request_id: 'an agent’s first'.replace('’', '_').replaceAll(' ', '_'),
    };
    const [first, second] = [await use('say', extend), await use('say', extend)];
    assert.deepEqual(first, second);
    assert.equal(actions().length, 3);
  });

  it('hears what is wrong with its arguments, and nothing is done', async () => {
    for (const [name, given, expected] of [
      ['set_presence', { status: 'asleep' }, /status/],
      ['set_presence', { status: 'busy', minutes: 10, until: '2026-11-20T20:00:00Z' }, /not both/],
      ['set_presence', { status: 'busy', until: 'later' }, /until/],
      ['set_presence', { status: 'busy', minutes: 43_200, message: '<b>x</b>' }, /./],
      ['say', { text: '' }, /text/],
      ['say', { text: 'busy', user: 'bob' }, /user/],
      ['get_presence', { time_zone: 'Atlantis' }, /time zone/],
    ] as const) {
      const { isError, text } = await use(name, given);
      assert.ok(isError, JSON.stringify(given));
      assert.match(text, expected);
      bot.clock.now += 60_000;
    }
    await assert.rejects(use('delete_everything'), /-32602.*not found/);
    assert.deepEqual(actions(), []);
  });

  for (const mode of ['legacy', 'auto'] as const) {
    it(`does the same with the newer SDK, whose client asks for the protocol's version: ${mode}`, async (t) => {
      const client = new newer.Client({ name: 'a test', version: '1' }, { versionNegotiation: { mode } });
      t.after(() => client.close());
      const requestInit = { headers: { authorization: `Bearer ${key}` } };
      await client.connect(new newer.StreamableHTTPClientTransport(address, { requestInit }));
      const { tools } = await client.listTools();
      assert.equal(tools.length, 5);
      const set = { name: 'set_presence', arguments: { status: 'busy', minutes: 60 } };
      const answer = await client.callTool(set);
      assert.partialDeepStrictEqual(answer, { isError: false, structuredContent: { outcome: 'done' } });
      assert.equal(bot.seen().availability, 'Busy');
    });
  }

  it('is not let in with a wrong key', async () => {
    await assert.rejects(connect(`${key.slice(0, -1)}-`), /401|personal key|Unauthorized/i);
  });

  it('leaves an audit line that names the tool, and none of its words', async () => {
    const before = bot.logged().length;
    await use('say', { text: 'busy 1h "Something private"' });
    const lines = bot.logged().slice(before).filter(({ msg }) => msg === 'personal key used'); // prettier-ignore
    assert.deepEqual(
      lines.map(({ asked, status }) => [asked, status]),
      [['mcp initialize', 200], ['mcp notifications/initialized', 202], ['mcp tools/list', 200], ['mcp tools/call say', 200]], // prettier-ignore
    );
    assert.doesNotMatch(JSON.stringify(lines), /private/);
  });
});

it('a thousand malformed calls are refused, change nothing, and leave the door open', async () => {
  const headers = { accept: 'application/json, text/event-stream' };
  const bodies = ['{', '[]', 'null', '1', '{}', '[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]', '{"jsonrpc":"1.0","id":1,"method":"ping"}', '{"jsonrpc":"2.0","id":{},"method":"tools/call"}', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"say","arguments":{"text":7}}}', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"__proto__"}}']; // prettier-ignore
  const statuses = new Map<number, number>();
  for (let round = 0; round < 100; round += 1) {
    bot.clock.now += 60_000;
    const answers = await Promise.all(
      bodies.map((body) => callMe(bot, body, { key, path: '/mcp', headers })),
    );
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  assert.deepEqual([...statuses].sort(), [[200, 200], [400, 800]]); // prettier-ignore
  assert.deepEqual(actions(), []);
  bot.clock.now += 60_000;
  assert.equal((await use('get_presence')).isError, false);
  const other = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  assert.equal(other.status, 405);
});
