/** What `npm run playground` says where another program has one of its ports. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freePort, isFree, occupy, startPlayground } from './start-playground.ts';

describe('npm run playground', () => {
  for (const [whose, variable] of [
    ['page', 'PLAYGROUND_PORT'],
    ['bot', 'PORT'],
  ] as const) {
    it(`names the taken port of the ${whose}, and the variable that moves it`, async () => {
      const ports = { bot: await freePort(), page: await freePort() };
      const other = await occupy(ports[whose]);
      const refused = startPlayground(ports);
      try {
        assert.equal(await refused.exited, 1, refused.output());
        assert.match(refused.output(), new RegExp(`Port ${ports[whose]}.* is taken.* ${variable}=`));
        assert.ok(await isFree(whose === 'page' ? ports.bot : ports.page), 'nothing was left running');
      } finally {
        await refused.dispose();
        await other?.release();
      }
    });
  }
});
