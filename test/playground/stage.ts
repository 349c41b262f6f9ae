/** `npm run playground` with a browser before it and its simulator behind it. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, ViewportSize } from 'playwright-core';
import * as z from 'zod';
import { openBrowser } from '../support/browser.ts';
import {
  openPlayground,
  type Conversation,
  type Part,
  type Person,
  type Playground,
} from '../support/playground.ts';
import { freePort, startPlayground, type RunningPlayground } from './start-playground.ts';

/** Two of the people in .m365agentsplayground.yml, the first being the current user. */
export const avery = '33333333-3333-4333-8333-333333333333';
export const bruno = '33333333-3333-4333-8333-333333333301';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

/** What the page shows without its list of conversations is no wider. */
const narrow = { width: 760, height: 1000 };
const wide = { width: 1280, height: 1000 };

const presence = z.object({ availability: z.string(), activity: z.string(), endsAt: z.iso.datetime() });

/** What the simulator keeps of a person. */
const stateSchema = z.object({
  preferred: presence.nullable(),
  sessions: z.array(presence),
  statusMessage: z.object({ content: z.string(), endsAt: z.iso.datetime().nullish() }).nullable(),
});

const requestsSchema = z.array(z.object({ userId: z.string().optional(), action: z.string().optional() }));

const readingActions = ['getPresence', 'getPresencesByUserId', 'batch'];

type State = z.infer<typeof stateSchema>;

/** Pictures for docs/ are taken with UPDATE_SCREENSHOTS=1 alone: each costs as much as several presses. */
const pictured = process.env['UPDATE_SCREENSHOTS'] === '1';

/** Keeps a picture under docs/, and sees that something is on it. */
async function take(playground: Playground, name: string, part?: Part): Promise<void> {
  if (!pictured) return;
  const path = join(docs, `${name}.png`);
  await playground.screenshot(path, part);
  const { size } = await stat(path);
  if (size < 5_000 || size > 300_000) throw new Error(`${name}.png has ${size} bytes.`);
}

/** What a simulator's control routes tell. */
function simulatorAt(url: string): Pick<Stage, 'state' | 'writes'> {
  const ask = async (route: string): Promise<unknown> => (await fetch(`${url}/_simulator/${route}`)).json();
  return {
    state: async (userId) => stateSchema.parse(await ask(`state?userId=${userId}`)),
    writes: async (userId) =>
      requestsSchema
        .parse(await ask('requests'))
        .filter((one) => userId === undefined || one.userId === userId)
        .flatMap(({ action = 'unknown' }) => (readingActions.includes(action) ? [] : [action])),
  };
}

export interface Stage {
  readonly take: typeof take;
  /** The address of the Playground's page. */
  readonly url: string;
  readonly ports: { readonly bot: number; readonly page: number; readonly simulator: number };
  /** The process that runs now. */
  readonly running: RunningPlayground;
  /** Ends all of it as kill -9 does, with its pages, and starts it anew on what it has left. */
  killAndStart(): Promise<void>;
  /**
   * The page of that person in that conversation: the Personal Chat of the current user unless told. It costs a second
   * to load, so whoever has one keeps it from test to test; `anew` loads another in its place, with an empty chat.
   * The viewport is that of pictures: without the list of conversations unless told.
   */
  open(where?: {
    conversation?: Conversation;
    as?: Person;
    anew?: boolean;
    viewport?: ViewportSize;
  }): Promise<Playground>;
  state(userId: string): Promise<State>;
  /** Everything so far that was asked of the simulator other than to read: in order, for that person or for anybody. */
  writes(userId?: string): Promise<string[]>;
  /** Ends a test: after one that failed nobody knows what is open on the pages, and a picture is of one chat alone. */
  leave(passed: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Starts all of it, on free ports. */
export async function openStage(locale?: string): Promise<Stage> {
  const [bot, page, simulator] = await Promise.all([freePort(), freePort(), freePort()]);
  const ports = { bot, page, simulator };
  let running = startPlayground(ports, undefined, locale);
  const browser = await openBrowser();
  const [, url = ''] = await running.printed(/Page +(http:\S+)/);
  const kept = new Map<Person | undefined, { page: Page; playground: Playground }>();
  const closePages = async () => {
    await Promise.all([...kept.values()].map((one) => one.page.context().close()));
    kept.clear();
  };
  const load = async (as?: Person) => {
    const opened = await browser.newPage({ viewport: wide });
    const one = { page: opened, playground: await openPlayground(opened, url, as) };
    kept.set(as, one);
    return one;
  };

  return {
    take,
    url,
    ports,
    get running() {
      return running;
    },
    async killAndStart() {
      await closePages();
      await running.kill();
      running = startPlayground(ports, running.data, locale);
      await running.printed(/Page +http/);
    },
    ...simulatorAt(`http://127.0.0.1:${simulator}`),
    async open({ conversation = 'Personal Chat', as, anew = false, viewport = narrow } = {}) {
      const before = kept.get(as);
      if (anew) await before?.page.context().close();
      const one = before === undefined || anew ? await load(as) : before;
      if (one === before || conversation !== 'Personal Chat')
        await one.playground.openConversation(conversation);
      if (pictured) {
        await one.page.setViewportSize(viewport);
        // The list of conversations lies over a narrow chat until that is clicked.
        if (viewport.width < wide.width) await one.page.mouse.click(viewport.width - 20, viewport.height / 2);
      }
      return one.playground;
    },
    async leave(passed) {
      if (pictured || !passed) await closePages();
    },
    async close() {
      await Promise.all([browser.close(), running.dispose()]);
    },
  };
}

/** Throws unless it ends about so many minutes after now. */
export function assertEndsIn(minutes: number, { endsAt }: { endsAt?: string | null | undefined }): void {
  const left = (Date.parse(endsAt ?? '') - Date.now()) / 60_000;
  if (!(Math.abs(left - minutes) < 1)) {
    throw new Error(`It ends in ${left.toFixed(1)} minutes instead of ${minutes}.`);
  }
}
