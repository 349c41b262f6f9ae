/** Several people in one chat, on the Agents Playground's pages in a real browser. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { assertEndsIn, avery, bruno, type Stage } from './stage.ts';

const conversation = 'Design review';

/** Ids of .m365agentsplayground.yml, as Teams sends them. */
const tenant = '11111111-1111-4111-8111-111111111111';
const groupId = '19:presence-group@thread.v2';
const chiara = '33333333-3333-4333-8333-333333333302';
const esi = '33333333-3333-4333-8333-333333333304';
const bot = { id: '28:22222222-2222-4222-8222-222222222222', name: 'Presence' };

/** What a receipt's card says once nothing of it runs any more. */
const over = /^(?![\s\S]*End now)[\s\S]*Change…/;

/** “In a group chat …” */
export function group(stage: Stage): void {
  it("a second person's press on the first one's card changes nothing, and says whose card it is", async () => {
    const mine = await stage.open({ conversation });
    const theirs = await stage.open({ conversation, as: 'Bruno Salt' });
    await mine.say('@Presence dnd 2h');
    await mine.waitForReply(/Do not disturb\nuntil/);
    await stage.take(mine, 'private-answer', 'chat');
    await theirs.waitForReply(/Do not disturb\nuntil/);
    const before = await stage.writes();
    for (const button of ['End now', '+30 min', 'Undo', 'Refresh']) {
      await theirs.press(button);
      await theirs.waitForNote(/somebody else/);
      if (button === 'End now') await stage.take(theirs, 'not-yours', 'chat');
      await theirs.press('Dismiss Invoke Message');
    }
    assert.deepEqual(await stage.writes(), before);
    assert.equal((await stage.state(avery)).preferred?.availability, 'DoNotDisturb');
    assert.equal((await stage.state(bruno)).preferred, null);
    assert.doesNotMatch((await mine.lastReply()) ?? '', /somebody else/, 'and troubles nobody else');

    await mine.press('End now');
    await mine.waitForReply(over);
    await theirs.waitForReply(over);
    assert.equal((await stage.state(avery)).preferred, null);
  });

  it('a card that tells of a status sets it for whoever presses, and for nobody else', async () => {
    // The page shows what a person has sent to that person only, so both are one here.
    const theirs = await stage.open({ conversation, as: 'Bruno Salt' });
    const [found = ''] = await theirs.search('presence', 'busy 30m');
    await theirs.insert(found.split('\n')[0] ?? '');
    await theirs.send();
    await theirs.waitForCard(/Bruno Salt[\s\S]*Busy\nuntil[\s\S]*sets nothing/);
    const before = await stage.writes();
    const averys = await stage.state(avery);
    await theirs.press('Set it for me');
    await theirs.waitForNote(/Busy/);
    const { preferred } = await stage.state(bruno);
    assert.equal(preferred?.availability, 'Busy');
    assertEndsIn(30, preferred);
    assert.deepEqual(await stage.state(avery), averys);
    assert.deepEqual(await stage.writes(), [...before, 'setUserPreferredPresence']);
  });

  it('who is free is told under what Teams shows of them', async () => {
    const playground = await stage.open({ conversation });
    const control = (route: string, body: object) =>
      fetch(`http://127.0.0.1:${stage.ports.simulator}/_simulator/${route}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
    await control('work-location', { userId: chiara, source: 'scheduled', workLocationType: 'office' });
    await control('teams-client', { userId: esi, on: true, availability: 'Busy', activity: 'InACall' });
    await playground.say('@Presence who is free?');
    await playground.waitForReply(/Free now[\s\S]*Available[\s\S]*Chiara Fenwick · Office/);
    assert.doesNotMatch((await playground.lastReply()) ?? '', /Esi Okoro/);
    await stage.take(playground, 'who-is-free', 'chat');
  });

  it('what is said to the bot in a meeting is answered there; what people say to each other changes nothing', async () => {
    const playground = await stage.open({ conversation });
    const before = await stage.writes();
    // The page has no meeting, and shows of such a message only the reply.
    await playground.mockActivity({
      type: 'message',
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      text: `<at>${bot.name}</at> presenting 45m`,
      textFormat: 'plain',
      channelId: 'msteams',
      serviceUrl: `${stage.url}/_connector`,
      from: { id: '29:1-avery-quill', name: 'Avery Quill', aadObjectId: avery },
      recipient: bot,
      conversation: { isGroup: true, conversationType: 'groupChat', id: groupId, tenantId: tenant },
      entities: [{ type: 'mention', text: `<at>${bot.name}</at>`, mentioned: bot }],
      channelData: { meeting: { id: 'MCMxOTptZWV0aW5nQHRocmVhZC52MiMw' }, tenant: { id: tenant } },
      locale: 'en-US',
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    await playground.waitForReply(/Presenting\n.*until/);
    assert.deepEqual(await stage.writes(), [...before, 'setPresence']);
    const [session] = (await stage.state(avery)).sessions;
    assert.equal(session?.activity, 'Presenting');
    assertEndsIn(45, session);

    await playground.say('Busy until 4pm, then free for questions');
    await playground.say('@Presence status');
    await playground.waitForReply(/^Teams shows you as\nPresenting/);
    assert.deepEqual(await stage.writes(), [...before, 'setPresence']);
  });
}
