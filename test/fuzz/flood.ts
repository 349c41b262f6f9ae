/** What bad tokens cost the good ones: `node test/fuzz/flood.ts`. Ends with 1 where that is too much. */

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { message } from '../support/activities.ts';
import { startConnector } from '../support/connector.ts';
import { makeKey, startIssuer } from '../support/issuer.ts';
import { growthOf, type Sample } from './growth.ts';

/** So many bad tokens of each kind, so many at once, in so many parts, each after a quiet one. */
const bad = 5000;
const together = 8;
const rounds = 5;
/** So many good turns in a quiet part. */
const quietTurns = 100;
/** A good turn may take that many times as long as in the quiet parts. */
const slowest = 2;
/** Bytes of heap that each bad token may seem to leave. */
const flat = 256;

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const issuer = await startIssuer();
const connector = await startConnector();
const bot = fork(at('../../src/index.ts'), {
  env: {
    PATH: process.env.PATH,
    ...issuer.environment,
    HOST: '127.0.0.1',
    PORT: '0',
    COMMANDS_PER_MINUTE: '1000000',
  },
  execArgv: ['--import', new URL('report.ts', import.meta.url).href],
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const sender = fork(at('bad-sender.ts'));
// Whatever goes wrong here, neither of them stays.
process.once('exit', () => {
  bot.kill();
  sender.kill();
});
const url = `http://127.0.0.1:${await portOf(bot)}/api/messages`;

const serviceUrl = connector.url;
const mint = (options = {}) => `Bearer ${issuer.mint({ serviceUrl, ...options })}`;
const token = mint();
const strange = makeKey(['msteams']);
const floods: readonly (readonly [name: string, authorizations: readonly string[]])[] = [
  ['wrong signature', [`${token.slice(0, -300)}${'A'.repeat(300)}`]],
  ['unknown keys', Array.from({ length: 100 }, (_, n) => mint({ key: { ...strange, kid: `strange-${n}` } }))],
  ['another issuer', [mint({ claims: { iss: 'https://elsewhere.example' } })]],
  ['garbage', ['Bearer garbage', 'Bearer a.b.c']],
];
const agent = new Agent({ keepAlive: true });

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said = `${said}${chunk}`.slice(-1000);
      const port = /listening on port (\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    });
    child.once('exit', () => {
      reject(new Error(`it ended before it listened: ${said}`));
    });
  });
}

/** The next message from that process. Rejects where it ends instead. */
async function asked(child: ChildProcess, question: object): Promise<unknown> {
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(() => {
    throw new Error('it ended before it answered');
  });
  const answer: Promise<unknown[]> = once(child, 'message', { signal: over.signal });
  child.send(question);
  try {
    return (await Promise.race([answer, ended]))[0];
  } finally {
    over.abort();
  }
}

/** What the bot tells of itself: bytes of heap, and milliseconds of each turn since it was asked last. */
const report = z.object({ heap: z.number(), turns: z.array(z.number()) });
const reported = async () => report.parse(await asked(bot, {}));

/** Milliseconds of one good turn. It has no id, or the cache that remembers ids would go on filling up. */
function goodTurn(): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const headers = { 'content-type': 'application/json', authorization: token, 'x-measured': 'yes' };
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => {
        connector.clear();
        if (response.statusCode === 200) resolve(performance.now() - begun);
        else reject(new Error(`a good token was answered ${response.statusCode}`));
      });
    })
      .once('error', reject)
      .end(JSON.stringify({ ...message({ text: 'help', serviceUrl }), id: undefined }));
  });
}

/** Good turns, one after the other. */
async function quiet(): Promise<number[]> {
  const times: number[] = [];
  while (times.length < quietTurns) times.push(await goodTurn());
  return times;
}

/** Good turns, one after the other, for as long as the bad tokens are being sent. */
async function flooded(authorizations: readonly string[], count: number): Promise<number[]> {
  const state = { over: false };
  const sent = asked(sender, { url, authorizations, count, together, expected: 401 }).then(() => {
    state.over = true;
  });
  const times: number[] = [];
  while (!state.over) times.push(await goodTurn());
  await sent;
  return times;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** How much slower, in words; what is too slow makes the run fail. */
function compared(clock: string, alone: readonly number[], among: readonly number[]): string {
  const [usual, slowed] = [median(alone), median(among)];
  if (!(slowed <= slowest * usual)) process.exitCode = 1;
  return `${usual.toFixed(2)} ms of ${clock} alone and ${slowed.toFixed(2)} ms among them, ×${(slowed / usual).toFixed(2)}`;
}

const heap: Sample[] = [];
let sent = 0;
// A process is warm, and its caches are full, when it has seen everything often enough.
for (const [, authorizations] of floods) await flooded(authorizations, bad);
await reported();
for (const [name, authorizations] of floods) {
  const readings = issuer.asked.keys;
  const wall = { alone: [] as number[], among: [] as number[] };
  const cpu = { alone: [] as number[], among: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    wall.alone.push(...(await quiet()));
    cpu.alone.push(...(await reported()).turns);
    wall.among.push(...(await flooded(authorizations, bad / rounds)));
    const { turns, heap: bytes } = await reported();
    cpu.among.push(...turns);
    sent += bad / rounds;
    heap.push({ count: sent, bytes });
  }
  const reads = issuer.asked.keys - readings;
  if (reads > 1) process.exitCode = 1;
  console.log(
    `${bad} × ${name}: ${compared('the clock', wall.alone, wall.among)}; ` +
      `${compared('the bot’s own thread', cpu.alone, cpu.among)} (${cpu.among.length} turns); keys read ${reads} times`,
  );
}
const growth = growthOf(heap.slice(heap.length / 2));
const megabytes = heap.map(({ bytes }) => (bytes / 1e6).toFixed(1));
console.log(`heap in use: ${megabytes.join(', ')} MB`);
console.log(`${Math.round(growth)} bytes for each bad token of the later half`);
if (!(growth <= flat)) process.exitCode = 1;
const ended = once(bot, 'exit');
bot.kill('SIGTERM');
sender.kill();
await ended;
agent.destroy();
await Promise.all([issuer.close(), connector.close()]);
