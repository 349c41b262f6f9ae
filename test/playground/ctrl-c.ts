/** A person at the page, and the end of all of it. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertEndsIn, avery, type Stage } from './stage.ts';
import { isFree } from './start-playground.ts';

/** “`npm run playground` …”: the last, since it ends it. */
export function ctrlC(stage: Stage): void {
  it('lets a person set a presence on the page, and leaves nothing behind after one Ctrl-C', async () => {
    const { running, ports, url } = stage;
    assert.equal(url, `http://127.0.0.1:${ports.page}`);
    const viewport = { width: 1280, height: 900 };
    const playground = await stage.open({ viewport });
    await playground.say('dnd 2h');
    await playground.waitForReply(/Do not disturb\nuntil/);
    await running.printed(/^\d\d:\d\d:\d\d {2}Avery Quill: Do not disturb until .*\(said in a chat\)$/m);
    assert.equal(running.output().match(/^listening on port /gm)?.length, 1, running.output());
    assert.doesNotMatch(running.output(), /^\{/m);
    const { preferred } = await stage.state(avery);
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
    const again = await stage.open({ anew: true, viewport });
    await again.say('dnd 2h "Writing the Q3 report"');
    await again.waitForReply(/^Do not disturb\nuntil[\s\S]*Writing the Q3 report/);
    await again.say('status');
    await again.waitForReply(/^Teams shows you as\nDo not disturb/);
    await stage.take(again, 'playground');

    running.signal('SIGINT');
    assert.equal(await running.exited, 0, running.output());
    for (const port of Object.values(ports)) {
      assert.ok(await isFree(port), `port ${port} is free again`);
    }
  });
}
