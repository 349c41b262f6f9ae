import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { startBot } from '../support/bot.ts';

const bot = await startBot();
after(() => bot.close());

it('what is understood and not done yet is declined, and nothing is sent', async () => {
  for (const text of [
    ...['why am I busy', 'meetings', 'when I join a meeting set me to busy', 'pause meetings until Monday'],
    ...['resume meetings', 'what do you know about me', 'forget me'],
  ])
    assert.equal(await bot.say(text), 'I cannot do that here.', text);
  assert.deepEqual(bot.simulator.requests(), []);
});
