/** Sends mutants to a bot in production mode, each with a good token, and tells what came of it. */

import {
  AVERY,
  BRUNO,
  cardAction,
  channelMessage,
  CHIARA,
  DMITRI,
  ESI,
  invoke,
  loadActivities,
  message,
  submitted,
  type Activity,
} from '../support/activities.ts';
import { startProductionBot, type BotUnderTest } from '../support/bot.ts';
import { places } from '../support/mutations.ts';
import { mutant, pick, seeded, type Random } from './mutants.ts';

export interface Findings {
  /** How often each HTTP status came. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What must not be, each with the number of its mutant. */
  readonly faults: readonly string[];
  /** Writes that reached Graph, all of them the senders' own unless they are among the faults. */
  readonly writes: number;
  readonly slowestMs: number;
  /** Bytes of heap after a collection, at a quarter of the way, at half and at the end; empty without `gc`. */
  readonly heap: readonly number[];
}

interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  /** Collects garbage; then the heap is measured. */
  readonly gc?: () => void;
  readonly progress?: (done: number) => void;
}

const together = 16;
/** They speak; nobody else may be written for. */
const senders = Array.from({ length: together }, (_, n) => ({
  id: `29:1-sender-${n}`,
  name: `Sender ${n}`,
  aadObjectId: `44444444-4444-4444-8444-4444444444${10 + n}`,
}));
/** They never speak. */
const victims = [AVERY, BRUNO, CHIARA, DMITRI, ESI];
const others = victims.flatMap(({ id, aadObjectId }) => [id, aadObjectId]);

export async function fuzz({ count, seed, gc, progress }: FuzzOptions): Promise<Findings> {
  const random = seeded(seed);
  const bot = await startProductionBot();
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  const heap: number[] = [];
  let writes = 0;
  let slowestMs = 0;
  const stray = (error: unknown) => {
    faults.push(`unhandled: ${String(error)}`);
  };
  process.on('unhandledRejection', stray);
  process.on('uncaughtException', stray);
  try {
    const seeds = await goodActivities(bot);
    const marks = new Set([0.25, 0.5, 1].map((part) => Math.floor((count * part) / together)));
    const batches = Math.floor(count / together);
    for (let batch = 1; batch <= batches; batch += 1) {
      const token = `Bearer ${bot.issuer.mint({ serviceUrl: bot.connector.url, at: bot.clock.now })}`;
      await Promise.all(
        senders.map(async (sender, n) => {
          const number = (batch - 1) * together + n;
          const activity = mutant(
            spokenBy(sender, pick(seeds, random), number, random, bot.connector.url),
            random,
            others,
          );
          const begun = performance.now();
          const { status, body } = await bot.post(activity, token);
          slowestMs = Math.max(slowestMs, performance.now() - begun);
          statuses[status] = (statuses[status] ?? 0) + 1;
          if (![200, 400, 403].includes(status)) faults.push(`${number}: HTTP ${status}`);
          if (/node_modules|\.ts:\d|at async /.test(body)) faults.push(`${number}: a stack in the body`);
        }),
      );
      for (const { userId, action } of bot.writes()) {
        writes += 1;
        const own = senders.some(({ aadObjectId }) => aadObjectId === userId);
        if (!own) faults.push(`batch ${batch}: ${action} for ${userId}, who did not speak`);
      }
      bot.simulator.clearRequests();
      bot.connector.clear();
      bot.clock.now += 1000;
      if (marks.has(batch) && gc !== undefined) {
        gc();
        heap.push(process.memoryUsage().heapUsed);
      }
      progress?.(batch * together);
    }
    if ('polluted' in {}) faults.push('Object.prototype was polluted');
    bot.simulator.reset();
    const last = await bot.say('dnd 2h');
    if (!last.includes('Do not disturb')) faults.push(`afterwards it said: ${last}`);
    for (const { aadObjectId } of victims.slice(1)) {
      const { availability } = bot.simulator.state(aadObjectId).seen;
      if (availability === 'DoNotDisturb') faults.push(`${aadObjectId} was changed`);
    }
  } finally {
    await bot.close();
    process.off('unhandledRejection', stray);
    process.off('uncaughtException', stray);
  }
  return { statuses, faults, writes, slowestMs, heap };
}

/** Every recorded shape, and what this bot itself understands: sentences, and the buttons of its own cards. */
async function goodActivities(bot: BotUnderTest): Promise<Activity[]> {
  const serviceUrl = bot.connector.url;
  const sentences = [
    'dnd 2h',
    'busy until 5pm',
    'presenting',
    'message In the lab',
    'clear',
    'undo',
    'status',
  ];
  const recorded = loadActivities(serviceUrl).map(({ activity }) => activity);
  for (const text of ['dnd 2h', 'set', 'presenting 45m'])
    await bot.say(text, { from: pick(senders, () => 0) });
  const buttons = bot.connector.replies().flatMap(buttonsIn);
  bot.connector.clear();
  return [
    ...recorded,
    ...sentences.map((text) => message({ text, serviceUrl })),
    ...sentences.map((text) => channelMessage({ text, serviceUrl })),
    ...buttons.map(({ verb, data }) => cardAction({ serviceUrl, verb, data })),
    ...buttons.map(({ verb, data }) => submitted({ serviceUrl, value: { ...data, verb } })),
    ...buttons.map(({ verb, data }) =>
      invoke({ serviceUrl, name: 'task/submit', value: { data: { ...data, verb } } }),
    ),
    ...sentences.map((value) =>
      invoke({
        serviceUrl,
        name: 'composeExtension/query',
        value: { commandId: 'presence', parameters: [{ name: 'q', value }] },
      }),
    ),
  ];
}

function buttonsIn(reply: Activity): { verb: string; data: Record<string, unknown> }[] {
  return places(reply).flatMap(([, value]) => {
    if (typeof value !== 'object' || value === null || !('verb' in value)) return [];
    const data = 'data' in value && typeof value.data === 'object' ? value.data : {};
    return [{ verb: String(value.verb), data: { ...data } }];
  });
}

/** As if that person had sent it, and it had not come before; the tenant is the bot's own, or all would be refused. */
function spokenBy(
  sender: (typeof senders)[number],
  activity: Activity,
  number: number,
  random: Random,
  serviceUrl: string,
): Activity {
  const again = random() < 0.05 && number > together;
  return {
    ...activity,
    channelId: 'msteams',
    serviceUrl,
    id: `fuzz-${again ? number - together : number}`,
    from: { ...sender },
    channelData: { ...asObject(activity['channelData']), tenant: { id: tenant } },
    conversation: { ...asObject(activity['conversation']), tenantId: tenant },
  };
}

const tenant = '11111111-1111-4111-8111-111111111111';

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
