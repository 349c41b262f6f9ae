/** What `npm run playground` shows in the terminal: a line a change, in words, and whatever went wrong. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { tenantFile } from '../../src/playground/page.ts';
import { namesIn, terminal } from '../../src/playground/terminal.ts';
import { startBot } from '../support/bot.ts';

const names = namesIn(readFileSync(tenantFile, 'utf8'));
let shown: string[] = [];
const stream = terminal((text) => shown.push(text), names);
const bot = await startBot({ logTo: stream, environment: { LOG_LEVEL: 'warn' } });
after(() => bot.close());

const linesOf = async (text: string) => {
  shown = [];
  await bot.say(text);
  return shown;
};

describe('the terminal', () => {
  it('knows everybody in the Playground by name', () => {
    assert.equal(names.size, 6);
    assert.equal(names.get('33333333-3333-4333-8333-333333333301'), 'Bruno Salt');
  });

  it('has one line for a change', async () => {
    const [line, ...more] = await linesOf('dnd 2h "deep work"');
    assert.match(
      line ?? '',
      /^\d\d:\d\d:\d\d {2}Avery Quill: Do not disturb until .*\d\d:\d\d:\d\d; status message set until .*\d\d:\d\d:\d\d {2}\(said in a chat\)\n$/,
    );
    assert.deepEqual(more, []);
  });

  it('names the day of an end that is not today', async () => {
    bot.clock.now = Date.now();
    const [line] = await linesOf('busy 72h');
    assert.match(line ?? '', /Busy until [A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d {2}\(said/);
  });

  it('names what is cleared', async () => {
    const [line] = await linesOf('clear everything');
    assert.match(
      line ?? '',
      /Avery Quill: session cleared; status cleared; status message cleared {2}\(said/,
    );
  });

  it('shows what Graph did not take, and why', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 400, code: 'InvalidArgument' });
    const lines = await linesOf('busy 1h');
    assert.match(lines.join(''), /Avery Quill: Busy until [^–]+ – failed, 400 {2}\(said in a chat\)\n/);
    assert.match(lines.join(''), /warning: Graph did not take a request .*code=InvalidArgument/);
  });

  it('has nothing for what changes nothing', async () => {
    assert.deepEqual(await linesOf('status'), []);
  });

  it('shows what is no JSON as it is', () => {
    shown = [];
    stream.write('out of memory\n');
    assert.deepEqual(shown, ['out of memory\n']);
  });
});
