/** `npm run playground` with a browser before it and its simulator behind it. */

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
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

/** Pictures for docs/ with UPDATE_SCREENSHOTS=1, else for nobody. */
interface Pictures {
  /** Keeps a picture under docs/, or in a folder that is removed in the end; and sees that something is on it. */
  take: (playground: Playground, name: string, part?: Part) => Promise<void>;
  dispose(): Promise<void>;
}

async function openPictures(): Promise<Pictures> {
  const kept = process.env.UPDATE_SCREENSHOTS === '1';
  const folder = kept ? docs : await mkdtemp(join(tmpdir(), 'presence-pictures-'));
  return {
    async take(playground, name, part) {
      const path = join(folder, `${name}.png`);
      await playground.screenshot(path, part);
      const { size } = await stat(path);
      if (size < 5_000 || size > 300_000) throw new Error(`${name}.png has ${size} bytes.`);
    },
    async dispose() {
      if (!kept) await rm(folder, { recursive: true, force: true });
    },
  };
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

export interface Stage extends Pick<Pictures, 'take'> {
  /** The address of the Playground's page. */
  readonly url: string;
  readonly ports: { readonly bot: number; readonly page: number; readonly simulator: number };
  /** The process that runs now. */
  readonly running: RunningPlayground;
  /** Ends all of it as kill -9 does, and starts it anew on what it has left. */
  killAndStart(): Promise<void>;
  /** A new page in that conversation, as that person: the Personal Chat of the current user unless told. */
  open(where?: { conversation?: Conversation; as?: Person }): Promise<Playground>;
  /** The same, on a page that can be opened again. */
  openPage(viewport?: { width: number; height: number }): Promise<{ page: Page; playground: Playground }>;
  state(userId: string): Promise<State>;
  /** Everything so far that was asked of the simulator other than to read: in order, for that person or for anybody. */
  writes(userId?: string): Promise<string[]>;
  /** Closes all pages; a person who comes back finds an empty chat. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** Starts all of it, on free ports. */
export async function openStage(locale?: string): Promise<Stage> {
  const [bot, page, simulator] = await Promise.all([freePort(), freePort(), freePort()]);
  const ports = { bot, page, simulator };
  let running = startPlayground(ports, undefined, locale);
  const [pictures, browser] = await Promise.all([openPictures(), openBrowser()]);
  const [, url = ''] = await running.printed(/Page +(http:\S+)/);

  return {
    url,
    ports,
    get running() {
      return running;
    },
    async killAndStart() {
      await running.kill();
      running = startPlayground(ports, running.data, locale);
      await running.printed(/Page +http/);
    },
    ...simulatorAt(`http://127.0.0.1:${simulator}`),
    take: pictures.take,
    async open({ conversation, as } = {}) {
      const page = await browser.newPage({ viewport: wide });
      const playground = await openPlayground(page, url, as);
      if (conversation !== undefined) await playground.openConversation(conversation);
      await page.setViewportSize(narrow);
      // The list of conversations lies over a narrow chat until that is clicked.
      await page.mouse.click(narrow.width - 20, narrow.height / 2);
      return playground;
    },
    async openPage(viewport = narrow) {
      const page = await browser.newPage({ viewport });
      return { page, playground: await openPlayground(page, url) };
    },
    async leave() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async close() {
      await Promise.all([browser.close(), running.dispose(), pictures.dispose()]);
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
