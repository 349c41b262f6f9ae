/** What a client sends of a card's fields: an empty one comes as nothing, as null or as space. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { Activity } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { ask, dialogIn, filledIn, pressed as submittedBy, query, resultsIn } from '../support/extension.ts';
import { cardFor, cardWords, inputsOf, press, type Pressed } from '../support/press.ts';

const bot = await startBot();
after(() => bot.close());
const friday = bot.clock.now;
beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
  bot.clock.now = friday;
});

const ends = () => bot.writes().map(({ body }) => (body as Activity).expirationDuration);

/** Presses Busy on a new picker: by Action.Execute, by Action.Submit, and in a dialog. */
const doors: Record<string, (inputs: Activity) => Promise<Activity>> = {
  'a card': async (inputs) => cardOf(await press(bot, await cardFor(bot, 'set'), 'Busy', { inputs })),
  'a card of an older client': async (inputs) =>
    cardOf(await press(bot, await cardFor(bot, 'set'), 'Busy', { inputs, as: 'submit' })),
  'a dialog': async (inputs) => {
    const opened = { commandId: 'setPresence', commandContext: 'compose' };
    const { card } = dialogIn(await ask(bot, 'fetchTask', opened));
    const data = submittedBy(card, 'Busy', inputs);
    return dialogIn(await ask(bot, 'submitAction', { ...opened, data })).card;
  },
};
function cardOf({ card, text }: Pressed): Activity {
  assert.ok(card !== undefined, text);
  return card;
}

for (const [door, pressBusy] of Object.entries(doors)) {
  describe(`in ${door}, an empty field`, () => {
    for (const empty of [null, '', ' ', '\n\t', undefined]) {
      it(`may be ${JSON.stringify(empty)}`, async () => {
        await pressBusy({ length: '1h', date: empty, time: empty, message: empty });
        assert.deepEqual(ends(), ['PT1H']);
      });
    }

    it('beside one that is filled in, with space around it', async () => {
      await pressBusy({ length: ' own ', date: null, time: ' 15:00 ', message: ' at lunch ' });
      const [status, message] = bot.writes().map(({ body }) => body as Activity);
      assert.equal(status?.expirationDuration, 'PT53M');
      assert.match(JSON.stringify(message), /"at lunch"/);
    });

    it('for how long asks for it, and keeps what was filled in', async () => {
      const card = await pressBusy({ length: null, date: null, time: null, message: 'at lunch' });
      assert.match(cardWords(card), /Choose how long it lasts/);
      assert.equal({ ...inputsOf(card), ...filledIn(card) }.message, 'at lunch');
      assert.deepEqual(ends(), []);
    });
  });
}

describe('a field that holds no words', () => {
  it('but a number is read as it would be typed', async () => {
    await press(bot, await cardFor(bot, 'set'), 'Busy', { inputs: { message: 42 } });
    assert.match(JSON.stringify(bot.writes()), /"content":"42"/);
  });

  it('changes nothing: what was meant is not known', async () => {
    for (const wrong of [['1h'], [], {}, true, 'x'.repeat(2001)]) {
      for (const field of ['length', 'date', 'time', 'message']) {
        const { text } = await press(bot, await cardFor(bot, 'set'), 'Busy', { inputs: { [field]: wrong } });
        assert.match(text, /Nothing changed/);
      }
    }
    assert.deepEqual(ends(), []);
  });
});

describe('an announcement’s button', () => {
  it('sets it although the client sends empty fields of no form', async () => {
    const [found] = resultsIn(await ask(bot, 'query', query('dnd 1h')));
    const inputs = { length: null, date: null, time: null, message: null };
    await press(bot, found?.card, 'Set it for me', { inputs });
    assert.deepEqual(ends(), ['PT1H']);
  });
});
