/** Time ahead in the Playground: said back in words, shown on a card, skipped and removed by its buttons. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { avery, type Stage } from './stage.ts';

/** “What is scheduled …” */
export function schedules(stage: Stage): void {
  it('is said back with its next times, and skipped, taken back and removed by the card’s buttons', async () => {
    const playground = await stage.open();
    const before = (await stage.writes(avery)).length;
    await playground.say('dnd every weekday 9-12 "Writing"');
    await playground.waitForReply(/every weekday[\s\S]*Next:/);
    await playground.say('my schedules');
    const listed = await playground.waitForReply(/What you have scheduled[\s\S]*“Writing”/);
    await stage.take(playground, 'schedules', 'chat');
    await playground.say('what is scheduled next week');
    await playground.waitForReply(/What you have scheduled[\s\S]*9:00 AM – 12:00 PM/);
    await stage.take(playground, 'week', 'chat');
    await playground.say('my schedules');
    await playground.waitForReply(/“Writing”[\s\S]*Skip next/);
    assert.match(listed, /Skip next[\s\S]*Pause[\s\S]*Remove/);
    await playground.press('Skip next');
    await playground.waitForReply(/Skipped on/);
    await playground.press('Undo');
    await playground.waitForReply(/taken back/);
    // Of a double click, the second press finds it removed.
    await playground.press('Remove', { times: 2 });
    await playground.waitForReply(/Nothing is scheduled/);
    assert.equal((await stage.writes(avery)).length, before, 'nothing has changed yet');
  });
}
