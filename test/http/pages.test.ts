/** The pages that the app's manifest names: served to anybody, readable in a browser, or the operator's own. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { startBot } from '../support/bot.ts';

const bot = await startBot();
after(() => bot.close());
const url = `http://127.0.0.1:${bot.app.port}`;

describe('pages for people', () => {
  for (const [path, heading] of [
    ['/privacy', 'Privacy: the presence bot'],
    ['/terms', 'Terms of use: the presence bot'],
  ] as const)
    it(`GET ${path} is a page that needs nothing from anywhere`, async () => {
      const response = await fetch(url + path);
      const text = await response.text();
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.match(text, new RegExp(`<html lang="en">[^]*<title>${heading}</title>[^]*<h1>${heading}</h1>`));
      assert.doesNotMatch(text, /<script|src=|href="http/);
      const head = await fetch(url + path, { method: 'HEAD' });
      assert.deepEqual([head.status, await head.text()], [200, '']);
    });

  it('names the commands by which people see and erase what is kept, which are commands', async () => {
    const page = await (await fetch(`${url}/privacy`)).text();
    for (const say of ['export my data', 'forget me', 'undo', 'why', 'meetings off']) {
      assert.ok(page.includes(`<code>${say}</code>`), say);
      assert.doesNotMatch(await bot.say(say), /look after your Teams status only/);
    }
  });

  it('leads to the page of whoever runs it, where there is one', async () => {
    const own = await startBot({ environment: { PRIVACY_URL: 'https://brightwater.example/privacy' } });
    try {
      const at = (path: string) => fetch(`http://127.0.0.1:${own.app.port}${path}`, { redirect: 'manual' });
      const privacy = await at('/privacy');
      assert.deepEqual(
        [privacy.status, privacy.headers.get('location')],
        [302, 'https://brightwater.example/privacy'],
      );
      assert.equal((await at('/terms')).status, 200);
    } finally {
      await own.close();
    }
  });
});
