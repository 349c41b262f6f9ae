/** `export my data` as a file: offered, allowed, sent to where Teams says, and in words where that does not work. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { isFileHost } from '../../src/teams/files.ts';
import { clouds } from '../../src/config/clouds.ts';
import { AVERY, BRUNO, invoke, type Activity, type Person } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { temporaryFolder } from '../support/folders.ts';
import { listen, stop, textOf } from '../support/loopback.ts';

/** A store of files that takes what is put there, or answers as it is told to. */
interface Put {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const puts: Put[] = [];
let answers: { status: number; headers?: Record<string, string> } | 'reset' = { status: 201 };
const store = createServer((request, response) => {
  void textOf(request).then((body) => {
    const { method, url: path, headers } = request;
    puts.push({ method, path, headers, body });
    if (answers === 'reset') {
      request.socket.destroy();
      return;
    }
    for (const [name, value] of Object.entries(answers.headers ?? {})) response.setHeader(name, value);
    response.statusCode = answers.status;
    response.end('{"id":"1"}');
  });
});
const port = await listen(store);
/** What Teams would name, and where this machine has it. */
const host = `contoso-my.sharepoint.com`;
const realFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const address = input instanceof URL ? input : undefined;
  if (address?.hostname !== host) return realFetch(input, init);
  return realFetch(`http://127.0.0.1:${port}${address.pathname}${address.search}`, init);
};

const folder = temporaryFolder('presence-bot-export-');
const dataDir = join(folder, 'data');
const bot = await startBot({
  remembers: true,
  environment: { DATA_DIR: dataDir },
  mayUpload: (address) => isFileHost(address, clouds.public.files),
});
after(async () => {
  await bot.close();
  await stop(store);
  globalThis.fetch = realFetch;
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  puts.length = 0;
  answers = { status: 201 };
  bot.connector.clear();
});

const upload = `https://${host}/personal/avery/_api/uploadSession?guid=1&tempauth=secret`;
const accepted = (uploadInfo: object = {}) => ({
  type: 'fileUpload',
  action: 'accept',
  context: { userId: BRUNO.aadObjectId, content: 'forged' },
  uploadInfo: {
    name: 'presence-bot-my-data.json',
    uploadUrl: upload,
    contentUrl: `https://${host}/personal/avery/Documents/Applications/presence-bot-my-data.json`,
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
    fileType: 'json',
    ...uploadInfo,
  },
});
const consent = (value: object, more: { from?: Person } = {}) =>
  bot.post(
    invoke({
      name: 'fileConsent/invoke',
      value,
      serviceUrl: bot.connector.url,
      at: new Date(bot.clock.now),
      ...more,
    }),
  );
const saved = async (more: { from?: Person } = {}) => {
  bot.connector.clear();
  await consent(accepted(), more);
  const [reply] = await bot.connector.waitForReplies(1);
  return reply;
};
const attachmentOf = (reply: Activity | undefined) =>
  (
    reply?.attachments as
      | { contentType: string; name?: string; content: Record<string, unknown> }[]
      | undefined
  )?.[0];

describe('export my data', () => {
  it('is offered as a file, whose card carries nothing of it', async () => {
    await bot.say('meetings off');
    bot.connector.clear();
    assert.match(await bot.say('export my data'), /^This is everything I keep about you/);
    const offer = attachmentOf((await bot.connector.waitForReplies(2))[1]);
    assert.equal(offer?.contentType, 'application/vnd.microsoft.teams.card.file.consent');
    assert.equal(offer.name, 'presence-bot-my-data.json');
    const { sizeInBytes, description, ...rest } = offer.content;
    assert.ok(Number(sizeInBytes) > 300);
    assert.equal(typeof description, 'string');
    assert.deepEqual(rest, { acceptContext: {}, declineContext: {} });
  });

  it('is saved where Teams says, made anew for whoever accepts, and shown', async () => {
    await bot.say('message Avery in the lab');
    await bot.say('message Bruno on the phone', { from: BRUNO });
    bot.connector.clear();
    const answer = await consent(accepted());
    assert.deepEqual([answer.status, answer.body], [200, '{}']);
    const [saved] = await bot.connector.waitForReplies(1);
    assert.equal(wordsOf(saved), 'presence-bot-my-data.json is in your OneDrive.');
    assert.deepEqual(attachmentOf(saved), {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'presence-bot-my-data.json',
      contentUrl: `https://${host}/personal/avery/Documents/Applications/presence-bot-my-data.json`,
      content: { uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'json' },
    });
    const [put] = puts;
    assert.ok(put !== undefined && puts.length === 1);
    assert.equal(put.method, 'PUT');
    assert.equal(put.path, new URL(upload).pathname + new URL(upload).search);
    const size = Buffer.byteLength(put.body);
    assert.equal(put.headers['content-range'], `bytes 0-${size - 1}/${size}`);
    assert.equal(put.headers['content-length'], String(size));
    assert.equal(put.headers.authorization, undefined);
    assert.ok(put.body.includes(AVERY.aadObjectId));
    assert.doesNotMatch(put.body, new RegExp(`forged|Bruno|${BRUNO.aadObjectId}`));
    assert.match(put.body, /^\{\n {2}"about": \[\s+"This is everything/);
  });

  it('is not saved where it is declined, and can be had in words', async () => {
    await consent({ type: 'fileUpload', action: 'decline', context: {} });
    const [declined] = await bot.connector.waitForReplies(1);
    assert.equal(wordsOf(declined), 'No file was saved.');
    assert.match(JSON.stringify(declined), /"title":"Show it here".*"verb":"exportHere"/);
    assert.equal(puts.length, 0);
  });

  const broken: [string, typeof answers][] = [
    ['the address has expired', { status: 404 }],
    ['the store is out of order', { status: 503 }],
    ['it is too large', { status: 413 }],
    ['the store wants more', { status: 202 }],
    ['the address leads elsewhere', { status: 307, headers: { location: 'https://example.com/' } }],
    ['the connection breaks', 'reset'],
  ];
  for (const [why, how] of broken)
    it(`is told in words where ${why}`, async () => {
      answers = how;
      await consent(accepted());
      const [told] = await bot.connector.waitForReplies(1);
      assert.match(wordsOf(told), /^I couldn't save the file, so here it is in words\. .*user id: /s);
      assert.equal(puts.length, 1);
    });

  const strange = [
    'https://example.com/up',
    'https://sharepoint.com.example.com/up',
    'https://notsharepoint.com/up',
    `https://user:word@${host}/up`,
    `https://${host}:8443/up`,
    'https://127.0.0.1/up',
    'https://169.254.169.254/metadata',
  ];
  for (const uploadUrl of strange)
    it(`goes nowhere but to Microsoft: not to ${uploadUrl}`, async () => {
      await consent(accepted({ uploadUrl }));
      const [told] = await bot.connector.waitForReplies(1);
      assert.match(wordsOf(told), /^I couldn't save the file/);
      assert.equal(puts.length, 0);
    });

  const malformed: object[] = [
    {},
    { action: 'accept' },
    { action: 'delete' },
    accepted({ uploadUrl: `http://${host}/up` }),
    accepted({ uploadUrl: 'file:///etc/passwd' }),
    accepted({ uploadUrl: 7 }),
    accepted({ contentUrl: 'javascript:alert(1)' }),
    accepted({ name: '' }),
  ];
  for (const value of malformed)
    it(`nothing follows what is no answer of Teams: ${JSON.stringify(value).slice(0, 160)}`, async () => {
      assert.deepEqual((await consent(value)).body, '{}');
      await bot.say('help');
      assert.equal(bot.connector.replies().length, 1);
      assert.equal(puts.length, 0);
    });

  it('is told in words where Teams takes no file card', async () => {
    bot.connector.failNext({
      status: 400,
      match: ({ activity }) => JSON.stringify(activity).includes('file.consent'),
    });
    await bot.say('export my data');
    const [, told] = await bot.connector.waitForReplies(2);
    assert.match(wordsOf(told), /^Teams takes no file here, so here it is in words\. /);
  });

  it('is whole in several messages, each of a size that Teams takes', async () => {
    const notes = Array.from({ length: 30 }, (_, n) => `note ${n} ${'ä'.repeat(100)} z`);
    for (const note of notes)
      assert.match(await bot.say(`message "${note}"`, { from: BRUNO }), /^Your status message/);
    // What was changed is on record half a second later.
    do await saved({ from: BRUNO });
    while (!puts.at(-1)?.body.includes(notes.at(-1) ?? ''));
    bot.connector.clear();
    answers = { status: 503 };
    await consent(accepted(), { from: BRUNO });
    const [first] = await bot.connector.waitForReplies(1);
    const count = Number(/^\(1 of (\d)\) /.exec(wordsOf(first))?.[1]);
    assert.ok(count > 1 && count < 6, String(count));
    const all = await bot.connector.waitForReplies(count);
    for (const one of all) assert.ok(Buffer.byteLength(JSON.stringify(one)) < 25 * 1024);
    const text = all.map(wordsOf).join('\n');
    for (const note of notes) assert.ok(text.includes(note), note);
  });
});
