/** What 5,000 bad tokens cost the good ones: `node test/fuzz/flood.ts`. Ends with 1 where that is too much. */

import { execFileSync } from 'node:child_process';
import { Agent, request } from 'node:http';
import { message } from '../support/activities.ts';
import { startConnector } from '../support/connector.ts';
import { makeKey, startIssuer } from '../support/issuer.ts';
import { start } from '../support/process.ts';

const bad = 5000;
/** So many bad ones at once. */
const together = 8;
/** A good turn may take that many times as long as without the flood. */
const slowest = 2;
const grownMegabytes = 30;

const issuer = await startIssuer();
const connector = await startConnector();
const bot = start({
  ...issuer.environment,
  HOST: '127.0.0.1',
  PORT: '0',
  COMMANDS_PER_MINUTE: '1000000',
});
const [, port] = await bot.said(/listening on port (\d+)/);
const serviceUrl = connector.url;
const mint = (options = {}) => `Bearer ${issuer.mint({ serviceUrl, ...options })}`;
const token = mint();
const strange = makeKey(['msteams']);
const floods: Readonly<Record<string, readonly string[]>> = {
  'wrong signature': [`${token.slice(0, -300)}${'A'.repeat(300)}`],
  'unknown keys': Array.from({ length: 100 }, (_, n) => mint({ key: { ...strange, kid: `strange-${n}` } })),
  garbage: ['Bearer garbage', 'Bearer a.b.c'],
};
const agent = new Agent({ keepAlive: true });

function post(body: object, authorization: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization };
    const url = `http://127.0.0.1:${port}/api/messages`;
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => {
        resolve(response.statusCode ?? 0);
      });
    })
      .once('error', reject)
      .end(JSON.stringify(body));
  });
}

/** The median of good turns in milliseconds, one after the other until `until` settles, or for `least` turns. */
async function goodTurns(least: number, until: Promise<unknown> = Promise.resolve()): Promise<number> {
  const state = { over: false };
  void until.then(() => {
    state.over = true;
  });
  const times: number[] = [];
  while (!state.over || times.length < least) {
    const at = performance.now();
    const status = await post(message({ text: 'help', serviceUrl }), token);
    if (status !== 200) throw new Error(`a good token was answered ${status}`);
    times.push(performance.now() - at);
    connector.clear();
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function flood(tokens: readonly string[]): Promise<void> {
  let left = bad;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const status = await post({ text: 'dnd 2h' }, tokens[left % tokens.length] ?? '');
      if (status !== 401) throw new Error(`a bad token was answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: together }, one));
}

const megabytes = () =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(bot.child.pid)], { encoding: 'utf8' })) / 1024;

// A process has reached its size, and compiled what it runs often, when it has seen everything.
for (const tokens of Object.values(floods)) await goodTurns(500, flood(tokens));
const before = megabytes();
for (const [name, tokens] of Object.entries(floods)) {
  const asked = issuer.asked.keys;
  const alone = await goodTurns(200);
  const flooded = await goodTurns(1, flood(tokens));
  const ratio = flooded / alone;
  const reads = issuer.asked.keys - asked;
  console.log(
    `${name}: ${alone.toFixed(2)} ms alone, ${flooded.toFixed(2)} ms under ${bad}, ×${ratio.toFixed(2)}, keys read ${reads} times`,
  );
  if (ratio > slowest || reads > 1) process.exitCode = 1;
}
const grew = megabytes() - before;
console.log(`memory grew by ${grew.toFixed(1)} MB`);
if (grew > grownMegabytes) process.exitCode = 1;
bot.child.kill('SIGTERM');
await bot.ended;
agent.destroy();
await Promise.all([issuer.close(), connector.close()]);
