import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import * as z from 'zod';
import { openBrowser } from '../support/browser.ts';
import { openPlayground } from '../support/playground.ts';
import { freePort, isFree, occupy, startPlayground, type RunningPlayground } from './start-playground.ts';

/** The current user of .m365agentsplayground.yml. */
const avery = '33333333-3333-4333-8333-333333333333';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

const stateSchema = z.object({ preferred: z.object({ availability: z.string(), endsAt: z.iso.datetime() }) });

/** What the simulator keeps as the current user's preferred presence, by its control route. */
async function preferred(simulatorUrl: string): Promise<z.infer<typeof stateSchema>['preferred']> {
  const response = await fetch(`${simulatorUrl}/_simulator/state?userId=${avery}`);
  return stateSchema.parse(await response.json()).preferred;
}

describe('npm run playground', () => {
  let browser: Browser;
  let pictures: string;
  let running: RunningPlayground | undefined;

  before(async () => {
    pictures =
      process.env.UPDATE_SCREENSHOTS === '1' ? docs : await mkdtemp(join(tmpdir(), 'presence-pictures-'));
    browser = await openBrowser();
  });

  after(async () => {
    await running?.dispose();
    await browser.close();
    if (pictures !== docs) await rm(pictures, { recursive: true, force: true });
  });

  it('lets a person set a presence on the page, and leaves nothing behind after one Ctrl-C', async () => {
    const ports = { bot: await freePort(), page: await freePort() };
    running = await startPlayground(ports);
    const [, url = ''] = await running.printed(/Page +(http:\S+)/);
    const [, simulatorUrl = ''] = await running.printed(/Simulator +(http:\/\/[^/\s]+)/);
    assert.equal(url, `http://127.0.0.1:${ports.page}`);

    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const playground = await openPlayground(page, url);
    await playground.say('dnd 2h');
    await playground.waitForReply(/Do not disturb/);

    const { availability, endsAt } = await preferred(simulatorUrl);
    assert.equal(availability, 'DoNotDisturb');
    assert.ok(
      Math.abs(Date.parse(endsAt) - Date.now() - 2 * 3_600_000) < 60_000,
      `it ends in two hours: ${endsAt}`,
    );

    const talk: [said: string, answered: RegExp][] = [
      ['status', /Microsoft reports you as Do not disturb\. I set your preferred status/],
      ['presenting 9h', /A presenting session lasts 5 minutes to 4 hours; you asked for 9 hours/],
      ['what if in a call 30m', /Nothing was sent[\s\S]*setPresence[\s\S]*PT30M/],
      ['bzy 1h', /Did you mean “busy 1h”\?/],
    ];
    for (const [said, answered] of talk) {
      await playground.say(said);
      await playground.waitForReply(answered);
    }
    await playground.press('busy 1h');
    await playground.waitForReply(/You're set to Busy/);
    await playground.say('undo');
    await playground.waitForReply(/Undone: you're back to Do not disturb/);

    const picture = join(pictures, 'playground.png');
    await playground.screenshot(picture);
    assert.ok((await stat(picture)).size > 10_000, 'the screenshot shows something');

    await playground.openConversation('Design review');
    await playground.say('@Presence busy 30m');
    await playground.waitForReply(/You're set to Busy/);
    await page.close();

    const asked = performance.now();
    running.signal('SIGINT');
    assert.equal(await running.exited, 0, running.output());
    assert.ok(performance.now() - asked < 10_000, 'it stops within 10 s');
    for (const port of [ports.page, ports.bot, Number(new URL(simulatorUrl).port)]) {
      assert.ok(await isFree(port), `port ${port} is free again`);
    }
  });

  for (const [whose, variable] of [
    ['page', 'PLAYGROUND_PORT'],
    ['bot', 'PORT'],
  ] as const) {
    it(`names the taken port of the ${whose}, and the variable that moves it`, async () => {
      const ports = { bot: await freePort(), page: await freePort() };
      const other = await occupy(ports[whose]);
      const refused = await startPlayground(ports);
      try {
        assert.equal(await refused.exited, 1, refused.output());
        assert.match(refused.output(), new RegExp(`Port ${ports[whose]}.* is taken.* ${variable}=`));
        assert.ok(await isFree(whose === 'page' ? ports.bot : ports.page), 'nothing was left running');
      } finally {
        await refused.dispose();
        await other?.release();
      }
    });
  }
});
