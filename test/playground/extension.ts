/** The messaging extension, on the Agents Playground's page in a real browser: its dialog, its message action, its search. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertEndsIn, avery, type Stage } from './stage.ts';

const dayMs = 86_400_000;

/** “The messaging extension …” */
export function extension(stage: Stage): void {
  it('sets a presence in its dialog, confirms it there, and takes it back', async () => {
    const playground = await stage.open();
    await playground.say('clear everything');
    await playground.waitForReply(/./);
    const before = await stage.writes();
    await playground.openActionCommand('setPresence');
    await playground.waitForDialog(/For how long[\s\S]*Do not disturb/);
    assert.deepEqual(await stage.writes(), before, 'opening it changes nothing');
    await playground.choose('For how long', '2 hours');
    await playground.fill('Status message (optional)', 'In the lab');
    await stage.take(playground, 'dialog', 'dialog');
    await playground.press('Do not disturb');
    await playground.waitForDialog(/Do not disturb\nuntil [\s\S]*In the lab/);
    const { preferred, statusMessage } = await stage.state(avery);
    assert.equal(preferred?.availability, 'DoNotDisturb');
    assertEndsIn(120, preferred);
    assert.equal(statusMessage?.content, 'In the lab');
    assertEndsIn(120, statusMessage);

    await playground.press('Undo');
    await playground.waitForDialog(/Undone/);
    const undone = await stage.state(avery);
    assert.deepEqual([undone.preferred, undone.statusMessage], [null, null]);
    await playground.closeDialog();
  });

  it('fills the form in from a message, and sets nothing before the press', async () => {
    const playground = await stage.open({ conversation: 'Design review' });
    const said = 'Please do not disturb me until tomorrow 3pm';
    const tomorrow = new Date(Date.now() + dayMs);
    // To the others, without a mention of the bot.
    await playground.say(said);
    const before = (await stage.writes()).length;
    await playground.messageAction('setPresenceFromMessage', said);
    await playground.waitForDialog(/Please do not disturb me[\s\S]*Do not disturb[\s\S]*Nothing is set/);
    const shown = tomorrow.toLocaleDateString('en-US', { dateStyle: 'long' });
    assert.equal(await playground.filled('End date'), shown);
    assert.equal(await playground.filled('End time'), '3:00 PM');
    assert.equal(await playground.filled('For how long'), 'Until the date and time below');
    await stage.take(playground, 'message-action', 'dialog');
    assert.equal((await stage.writes()).length, before, 'reading a message changes nothing');

    await playground.press('Do not disturb');
    await playground.waitForDialog(/Do not disturb\nuntil tomorrow, 3:00 PM/);
    const { preferred } = await stage.state(avery);
    assert.equal(preferred?.availability, 'DoNotDisturb');
    const end = new Date(tomorrow.getFullYear(), tomorrow.getMonth(), tomorrow.getDate(), 15);
    assertEndsIn((end.getTime() - Date.now()) / 60_000, preferred);
    await playground.closeDialog();
  });

  it('finds people and wishes, and puts into the chat a card that sets nothing', async () => {
    const playground = await stage.open({ conversation: 'Design review' });
    const before = (await stage.writes()).length;
    assert.deepEqual(await playground.search('presence', 'bruno'), ['Bruno Salt\nAvailable']);
    const [nobody = ''] = await playground.search('presence', 'zzz');
    assert.match(nobody, /nobody in this chat/);
    const offered = await playground.search('presence', ' ');
    assert.match(offered.join('\n\n'), /Avery Quill \(you\)[\s\S]*Do not disturb until[\s\S]*Busy until/);
    await stage.take(playground, 'search', 'search');
    const [found = ''] = await playground.search('presence', 'brb 15m');
    const [title = ''] = found.split('\n');
    assert.match(title, /^Be right back until/);
    await playground.insert(title);
    await playground.send();
    await playground.waitForCard(/Avery Quill[\s\S]*Be right back\nuntil[\s\S]*sets nothing/);
    await stage.take(playground, 'announcement', 'chat');
    assert.equal((await stage.writes()).length, before, 'neither searching nor sending changes anything');
    assert.equal((await stage.state(avery)).preferred?.availability, 'DoNotDisturb');
  });

  it('searches in the personal chat too, where the card that was sent is no sentence to the bot', async () => {
    const playground = await stage.open();
    const before = (await stage.writes()).length;
    const [found = ''] = await playground.search('presence', 'busy 30m');
    await playground.insert(found.split('\n')[0] ?? '');
    await playground.send();
    await playground.waitForCard(/sets nothing/);
    await playground.say('status');
    await playground.waitForReply(/^Teams shows you as\nDo not disturb/);
    assert.equal((await stage.writes()).length, before);
  });
}
