import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { commands } from '../../src/commands/index.ts';
import { AVERY } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';

const bot = await startBot();
after(() => bot.close());

describe('every example that help and README give', () => {
  let people = 0;
  for (const { name, examples } of commands) {
    for (const example of examples) {
      it(`${name}: ${example} is understood`, async () => {
        people += 1;
        const aadObjectId = `66666666-6666-4666-8666-${String(people).padStart(12, '0')}`;
        const text = await bot.say(example, { from: { ...AVERY, id: `29:${aadObjectId}`, aadObjectId } });
        assert.doesNotMatch(text, /Nothing was changed|nothing was changed/, text);
      });
    }
  }
});
