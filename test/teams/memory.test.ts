/** What stays in memory of activities that were answered. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { invoke, message } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { heapInUse } from '../support/heap.ts';

const bot = await startBot();
after(() => bot.close());
const { url: serviceUrl } = bot.connector;
const activities = 80;
const kilobytes = 200;
const ballast = () => 'x'.repeat(kilobytes * 1000);

describe(`${activities} activities of ${kilobytes} KB each`, () => {
  const kinds: [string, (n: number) => object][] = [
    ['messages', () => ({ ...message({ text: 'help', serviceUrl }), channelData: { ballast: ballast() } })],
    [
      'locales that are none',
      (n) => ({ ...message({ text: 'dnd 2h', serviceUrl }), locale: `x-${n}-${ballast()}` }),
    ],
    ['presses', () => invoke({ serviceUrl, name: 'task/submit', value: { data: { ballast: ballast() } } })],
  ];
  for (const [name, make] of kinds) {
    it(`${name} do not stay when they have been answered`, async () => {
      await bot.post(make(-1));
      const before = heapInUse();
      for (let n = 0; n < activities; n += 1) {
        assert.equal((await bot.post(make(n))).status, 200);
        bot.connector.clear();
        bot.simulator.clearRequests();
      }
      const grown = heapInUse() - before;
      // A fifth of them would be too many.
      assert.ok(
        grown < (activities * kilobytes * 1000) / 5,
        `the heap grew by ${Math.round(grown / 1e6)} MB`,
      );
    });
  }
});
