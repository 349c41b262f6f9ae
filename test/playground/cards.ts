/** What is pressed in the personal chat, on the Agents Playground's page in a real browser. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertEndsIn, avery, type Stage } from './stage.ts';

/** How a receipt of something that runs begins: what it is, and until when. */
const running = (label: string): RegExp => new RegExp(`${label}\\n.*until [\\s\\S]*End now`);

/** What it says once nothing of it runs any more. */
const over = /^(?![\s\S]*End now)[\s\S]*Change…/;

const dayMs = 86_400_000;

/** “A card’s buttons …” */
export function cards(stage: Stage): void {
  // The first: whoever has talked to the bot before is not welcomed again.
  it('lead from the welcome to the picker, the status and the help, and from its examples to a change', async () => {
    const playground = await stage.open();
    await playground.waitForReply(/Set my status…[\s\S]*status[\s\S]*help/);
    await stage.take(playground, 'welcome', 'chat');
    await playground.press('Set my status…');
    await playground.waitForReply(/For how long[\s\S]*Do not disturb/);
    await playground.press('status');
    await playground.waitForReply(/^Teams shows you as\nAvailable/);
    await playground.press('help');
    await playground.waitForReply(/presenting[\s\S]*More…/);
    await playground.press('More…');
    await playground.waitForReply(/presenting[\s\S]*what if/);
    assert.deepEqual(await stage.writes(), [], 'looking around changes nothing');

    await playground.press('dnd 2h');
    await playground.waitForReply(running('Do not disturb'));
    const { preferred } = await stage.state(avery);
    assert.equal(preferred?.availability, 'DoNotDisturb');
    assertEndsIn(120, preferred);
    await playground.press('End now');
    await playground.waitForReply(over);
  });

  it('pick a status with an end and a message, refuse a wrong date, extend by 30 minutes and end it', async () => {
    const playground = await stage.open();
    const before = (await stage.writes()).length;

    await playground.say('set');
    await playground.waitForReply(/For how long/);
    await stage.take(playground, 'picker', 'chat');
    await playground.choose('For how long', 'Until the date and time below');
    await playground.fill('End date', '2020-01-01');
    await playground.fill('End time', '15:30');
    await playground.fill('Status message (optional)', 'Writing the Q3 report');
    await playground.press('Busy');
    await playground.waitForReply(/passed/);
    await stage.take(playground, 'picker-wrong', 'chat');
    assert.equal((await stage.writes()).length, before, 'a wrong date changes nothing');
    assert.equal(await playground.filled('End time'), '3:30 PM', 'what was filled in is still there');
    assert.equal(await playground.filled('Status message (optional)'), 'Writing the Q3 report');

    const tomorrow = new Date(Date.now() + dayMs);
    await playground.fill('End date', isoDate(tomorrow));
    await playground.press('Busy');
    await playground.waitForReply(running('Busy'));
    const corrected = await stage.state(avery);
    assert.equal(corrected.preferred?.availability, 'Busy');
    assert.equal(corrected.statusMessage?.content, 'Writing the Q3 report');
    const chosen = new Date(tomorrow.getFullYear(), tomorrow.getMonth(), tomorrow.getDate(), 15, 30);
    assertEndsIn((chosen.getTime() - Date.now()) / 60_000, corrected.preferred);
    await stage.take(playground, 'receipt', 'chat');

    await playground.press('+30 min');
    await playground.waitForReply(/4:00 PM/);
    const longer = await stage.state(avery);
    assertEndsIn((chosen.getTime() - Date.now()) / 60_000 + 30, longer.preferred ?? {});
    assertEndsIn((chosen.getTime() - Date.now()) / 60_000 + 30, longer.statusMessage ?? {});

    await playground.press('End now');
    const ended = await playground.waitForReply(over);
    assert.ok(!ended.includes('+30 min'), 'what has ended cannot be extended');
    const { preferred, statusMessage } = await stage.state(avery);
    assert.deepEqual([preferred, statusMessage], [null, null]);

    await playground.press('Undo');
    await playground.waitForReply(running('Busy'));
    assert.equal((await stage.state(avery)).preferred?.availability, 'Busy');
  });

  it('do once what a double click asks for', async () => {
    const playground = await stage.open();
    await playground.say('busy 1h');
    await playground.waitForReply(running('Busy'));
    const before = (await stage.writes()).length;
    await playground.press('+30 min', { times: 2 });
    // The second press is answered by the card as it stands, and why it changed nothing.
    await playground.waitForReply(/already added that[\s\S]*Busy/);
    assertEndsIn(90, (await stage.state(avery)).preferred ?? {});
    assert.equal((await stage.writes()).length, before + 1);

    await playground.press('End now', { times: 2 });
    await playground.waitForReply(over);
    assert.equal((await stage.state(avery)).preferred, null);
    await playground.say('status');
    await playground.waitForReply(/^Teams shows you as\nAvailable/);
    assert.equal((await stage.writes()).length, before + 2);
  });

  it('of an older card leave a newer choice alone, and the card says what became of it', async () => {
    const playground = await stage.open();
    await playground.say('busy 1h');
    await playground.waitForReply(running('Busy'));
    await playground.say('dnd 2h');
    await playground.waitForReply(running('Do not disturb'));
    const before = (await stage.writes()).length;
    for (const button of ['End now', '+30 min']) {
      if (button === '+30 min') {
        await playground.say('busy 45m');
        await playground.waitForReply(running('Busy'));
        await playground.say('dnd 2h');
        await playground.waitForReply(running('Do not disturb'));
      }
      await playground.press(button, { card: /^Busy[\s\S]*End now/ });
      const card = await playground.waitForReply(/Busy\n[\s\S]*Replaced by a later choice/);
      assert.doesNotMatch(card, /End now/);
      if (button === 'End now') await stage.take(playground, 'old-card', 'chat');
      assert.equal((await stage.state(avery)).preferred?.availability, 'DoNotDisturb');
      assertEndsIn(120, (await stage.state(avery)).preferred ?? {});
    }
    assert.equal((await stage.writes()).length, before + 2, 'only what was said was sent');
  });

  it('know after a reload of the page what was set before it', async () => {
    const playground = await stage.open();
    await playground.say('brb 15m');
    await playground.waitForReply(running('Be right back'));
    const reloaded = await stage.open({ anew: true });
    assert.equal(await reloaded.lastReply(), undefined, 'the page itself remembers nothing');
    await reloaded.say('status');
    await reloaded.waitForReply(/^Teams shows you as\nBe right back[\s\S]*I set/);
    await reloaded.press('Change…');
    await reloaded.waitForReply(/For how long/);
    await reloaded.press('Available');
    await reloaded.waitForReply(running('Available'));
    const { preferred } = await stage.state(avery);
    assert.equal(preferred?.availability, 'Available');
    assertEndsIn(60, preferred);
  });
}

/** The date as people here call it. */
function isoDate(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
