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
  /** Writes that reached Graph, all of them the very senders' own unless they are among the faults. */
  readonly writes: number;
  readonly slowestMs: number;
}

interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  /** Called after each mutant, with how many there were. */
  readonly progress?: (done: number) => void;
}

/** They speak in turn. */
const senders = Array.from({ length: 16 }, (_, n) => ({
  id: `29:1-sender-${n}`,
  name: `Sender ${n}`,
  aadObjectId: `44444444-4444-4444-8444-4444444444${10 + n}`,
}));
/** For whom the cards were made whose buttons are pressed. */
const maker = pick(senders, () => 0);
/** They never speak. */
const victims = [AVERY, BRUNO, CHIARA, DMITRI, ESI];
/** Whose ids stand where they should not. */
const others = [...victims, ...senders].flatMap(({ id, aadObjectId }) => [id, aadObjectId]);
/** So often all senders speak at once. */
const chorusEvery = 200;

/** Sends `count` mutants, the same for the same seed, one at a time: so each write has one that caused it. */
export async function fuzz({ count, seed, progress }: FuzzOptions): Promise<Findings> {
  const random = seeded(seed);
  const bot = await startProductionBot();
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  let writes = 0;
  let slowestMs = 0;
  const stray = (error: unknown) => {
    faults.push(`unhandled: ${String(error)}`);
  };
  process.on('unhandledRejection', stray);
  process.on('uncaughtException', stray);
  try {
    const seeds = await goodActivities(bot);
    for (let number = 0; number < count; number += 1) {
      const sender = senders[number % senders.length] ?? AVERY;
      const spoken = spokenBy(sender, pick(seeds, random), number, random, bot.connector.url);
      const activity = mutant(spoken, random, others);
      const begun = performance.now();
      const { status, body } = await bot.post(activity);
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (![200, 400, 403].includes(status)) faults.push(`${number}: HTTP ${status}`);
      if (/node_modules|\.ts:\d|at async /.test(body)) faults.push(`${number}: a stack in the body`);
      const caused = bot.writes();
      writes += caused.length;
      for (const { userId, action } of caused) {
        if (userId !== sender.aadObjectId || !isSpokenBy(sender, activity))
          faults.push(`${number}: ${action} for ${userId}, and ${sender.aadObjectId} spoke`);
      }
      bot.simulator.clearRequests();
      bot.connector.clear();
      bot.clock.now += 100;
      if (number % chorusEvery === 0) faults.push(...(await chorus(bot, number)));
      progress?.(number + 1);
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
  return { statuses, faults, writes, slowestMs };
}

/** All senders at once, each with words of their own: no turn may write what another one said. */
async function chorus(bot: BotUnderTest, number: number): Promise<string[]> {
  const { url: serviceUrl } = bot.connector;
  await Promise.all(
    senders.map((from) =>
      bot.post(message({ text: `message In room ${from.name.slice(7)} of ${number}`, serviceUrl, from })),
    ),
  );
  const wrong = senders.flatMap(({ aadObjectId, name }) => {
    const own = bot.writes().filter(({ userId }) => userId === aadObjectId);
    const said = JSON.stringify(own.map(({ body }) => body));
    return own.length === 1 && said.includes(`In room ${name.slice(7)} of ${number}"`)
      ? []
      : [`${number}: ${name} wrote ${said}`];
  });
  bot.simulator.clearRequests();
  bot.connector.clear();
  return wrong;
}

/** Whether the activity itself still says so. */
function isSpokenBy({ aadObjectId }: (typeof senders)[number], { from }: Activity): boolean {
  return (
    typeof from === 'object' && from !== null && 'aadObjectId' in from && from.aadObjectId === aadObjectId
  );
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
  for (const text of ['dnd 2h', 'set', 'presenting 45m', 'help']) await bot.say(text, { from: maker });
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

/** A card's fields as a client sends them with any of its buttons. */
const filled = { length: '1h', date: '', time: '', message: 'In the lab' };

function buttonsIn(reply: Activity): { verb: string; data: Record<string, unknown> }[] {
  return places(reply).flatMap(([, value]) => {
    if (typeof value !== 'object' || value === null || !('verb' in value)) return [];
    const data = 'data' in value && typeof value.data === 'object' ? value.data : {};
    return [{ verb: String(value.verb), data: { ...filled, ...data } }];
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
  const again = random() < 0.05 && number >= senders.length;
  return {
    // A card's buttons name the person it was made for.
    ...asObject(JSON.parse(JSON.stringify(activity).replaceAll(maker.aadObjectId, sender.aadObjectId))),
    channelId: 'msteams',
    serviceUrl,
    id: `fuzz-${again ? number - senders.length : number}`,
    from: { ...sender },
    channelData: { ...asObject(activity['channelData']), tenant: { id: tenant } },
    conversation: { ...asObject(activity['conversation']), tenantId: tenant },
  };
}

const tenant = '11111111-1111-4111-8111-111111111111';

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
