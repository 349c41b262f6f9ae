import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openPlayground } from '../support/playground.ts';
import { assertEndsIn, avery, openPictures, simulatorAt, type Pictures } from './stage.ts';
import { freePort, isFree, occupy, startPlayground, type RunningPlayground } from './start-playground.ts';

describe('npm run playground', () => {
  let browser: Browser;
  let pictures: Pictures;
  let running: RunningPlayground | undefined;

  before(async () => {
    [pictures, browser] = await Promise.all([openPictures(), openBrowser()]);
  });

  after(async () => {
    await running?.dispose();
    await browser.close();
    await pictures.dispose();
  });

  it('lets a person set a presence on the page, and leaves nothing behind after one Ctrl-C', async () => {
    const ports = { bot: await freePort(), page: await freePort() };
    running = await startPlayground(ports);
    const [, url = ''] = await running.printed(/Page +(http:\S+)/);
    const [, simulatorUrl = ''] = await running.printed(/Simulator +(http:\/\/[^/\s]+)/);
    assert.equal(url, `http://127.0.0.1:${ports.page}`);

    const simulator = simulatorAt(simulatorUrl);

    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const playground = await openPlayground(page, url);
    await playground.say('dnd 2h');
    await playground.waitForReply(/Do not disturb\nuntil/);
    await running.printed(/^\d\d:\d\d:\d\d {2}Avery Quill: Do not disturb until .*\(said in a chat\)$/m);
    assert.equal(running.output().match(/^listening on port /gm)?.length, 1, running.output());
    assert.doesNotMatch(running.output(), /^\{/m);
    const { preferred } = await simulator.state(avery);
    assert.equal(preferred?.availability, 'DoNotDisturb');
    assertEndsIn(120, preferred);

    const talk: [said: string, answered: RegExp][] = [
      ['status', /^Teams shows you as\nDo not disturb[\s\S]*I set/],
      ['presenting 30h', /Presenting can last 5 minutes to 1 day; you asked for/],
      ['what if in a call 30m', /I sent nothing[\s\S]*setPresence[\s\S]*PT30M/],
      ['bzy 1h', /Did you mean\nbusy 1h/],
    ];
    for (const [said, answered] of talk) {
      await playground.say(said);
      await playground.waitForReply(answered);
    }
    await playground.press('busy 1h');
    await playground.waitForReply(/^Busy\nuntil/);
    await playground.say('undo');
    await playground.waitForReply(/Undone: you're back to\nDo not disturb/);

    await playground.openConversation('Design review');
    await playground.say('@Presence busy 30m');
    await playground.waitForReply(/^Busy\nuntil/);

    // The page starts with an empty chat again.
    const again = await openPlayground(page, url);
    await again.say('dnd 2h "Writing the Q3 report"');
    await again.waitForReply(/^Do not disturb\nuntil[\s\S]*Writing the Q3 report/);
    await again.say('status');
    await again.waitForReply(/^Teams shows you as\nDo not disturb/);
    await pictures.take(again, 'playground');
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
