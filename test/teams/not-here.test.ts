import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { startBot } from '../support/bot.ts';

const bot = await startBot();
after(() => bot.close());

it('what needs records is declined where nothing outlives the process, and nothing is sent', async () => {
  for (const text of [
    ...['meetings', 'when I join a meeting set me to busy', 'pause meetings until Monday'],
    ...['resume meetings', 'what do you know about me', 'forget me'],
  ])
    assert.equal(await bot.say(text), "I can't do that here.", text);
  assert.deepEqual(bot.simulator.requests(), []);
});

it('what is one person’s is not told in a group', async () => {
  assert.match(
    await bot.say('export my data', { groupChat: true, mentionBot: true }),
    /ask me in our own chat/,
  );
  assert.deepEqual(bot.simulator.requests(), []);
});
