/** What the hook refuses, and what it says to it. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { HookReceiver } from '../../src/http/hooks.ts';
import type { MeetingEvent } from '../../src/meetings/event.ts';
import { quietLog } from '../support/stores.ts';
import { Webhook } from 'standardwebhooks';
import { ended, open, pour } from './sockets.ts';
import { key, otherKey, startHooked, type Sending } from './hooked.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const ann = '33333333-3333-4333-8333-333333333333';
const taken: MeetingEvent[] = [];
const seen = new Set<string>();
let fails = false;
const working: HookReceiver = {
  handle: (event) => {
    if (fails) return Promise.reject(new Error('the database is gone'));
    taken.push(event);
    return Promise.resolve({ accepted: [], unknown: [], late: false });
  },
  deliveries: {
    first: (id, expiresAt) => {
      const isFirst = !seen.has(id);
      if (expiresAt > 0) seen.add(id);
      return Promise.resolve(isFirst);
    },
  },
};
let receiver: HookReceiver | undefined;
const log = quietLog();
const now = () => Date.UTC(2026, 10, 20, 19, 7);
const parts = { tenantId, receiver: () => receiver, now, log };
const one = await startHooked({ ...parts, keys: { rooms: key } });
const several = await startHooked({ ...parts, keys: { rooms: key, zoom: otherKey } });
const none = await startHooked({ ...parts, keys: {} });
after(() => Promise.all([one.close(), several.close(), none.close()]));
beforeEach(() => {
  taken.length = 0;
  fails = false;
  receiver = working;
});

const good = { event: 'started', meeting: { id: 'm' }, people: [{ aadObjectId: ann }] };

describe('what was not signed with the source’s key is 401', () => {
  const sendings: [string, Sending][] = [
    ['another key', { key: otherKey }],
    ['no signature', { headers: { 'webhook-signature': '' } }],
    ['a signature of another version', { headers: { 'webhook-signature': 'v1a,AAAA' } }],
    ['another body', { instead: JSON.stringify({ ...good, event: 'ended' }) }],
    ['another id', { headers: { 'webhook-id': 'msg_other' } }],
    ['no id', { headers: { 'webhook-id': '' } }],
    ['an endless id', { id: 'x'.repeat(300) }],
    ['another time', { headers: { 'webhook-timestamp': String(now() / 1000 - 1) } }],
    ['no time', { headers: { 'webhook-timestamp': 'now' } }],
    ['more than five minutes ago', { ago: 5 * 60_000 + 2000 }],
    ['more than five minutes ahead', { ago: -5 * 60_000 - 5000 }],
  ];
  for (const [name, sending] of sendings)
    it(name, async () => {
      const { status, body } = await one.send(good, sending);
      assert.equal(status, 401);
      assert.match(String(body.error), /webhook-signature/);
      assert.deepEqual(taken, []);
    });

  it('nor is it with the key of another source', async () => {
    assert.equal((await several.send(good, { path: '/hooks/meetings/zoom' })).status, 401);
    assert.equal((await several.send(good, { path: '/hooks/meetings/zoom', key: otherKey })).status, 200);
  });

  it('four minutes ago is still taken', async () => {
    assert.equal((await one.send(good, { ago: 4 * 60_000 })).status, 200);
  });
});

describe('what is signed and malformed is 400, and says why', () => {
  const person = { aadObjectId: ann };
  const bodies: [string, unknown, RegExp][] = [
    ['nothing', '', /body/],
    ['no JSON', '{', /body/],
    ['an array', [good], /body/],
    ['another event', { ...good, event: 'paused' }, /^event: /],
    ['no meeting', { ...good, meeting: undefined }, /^meeting: /],
    ['a meeting without an id', { ...good, meeting: { id: '' } }, /^meeting\.id: /],
    ['an id that is too long', { ...good, meeting: { id: 'x'.repeat(513) } }, /^meeting\.id: /],
    ['an end that is none', { ...good, meeting: { id: 'm', endsAt: 'noon' } }, /endsAt: must be like 20/],
    ['an end without a zone', { ...good, meeting: { id: 'm', endsAt: '2026-03-29T10:00:00' } }, /endsAt/],
    ['no people', { ...good, people: undefined }, /^people: /],
    ['a person by name', { ...good, people: [{ aadObjectId: 'ann' }] }, /^people\.0\.aadObjectId: must be/],
    [
      'another role',
      { ...good, people: [person, { ...person, role: 'boss' }] },
      /^people\.1\.role: must be one of/,
    ],
    ['more than two thousand', { ...good, people: Array(2001).fill(person) }, /^people: /],
    ['fields that nobody knows', { ...good, status: 'DoNotDisturb' }, /status/],
    ['a presence of a person', { ...good, people: [{ ...person, activity: 'Presenting' }] }, /activity/],
    ['a tenant', { ...good, tenantId: ann }, /tenantId/],
  ];
  for (const [name, body, why] of bodies)
    it(name, async () => {
      const { status, body: answer } = await one.send(body);
      assert.equal(status, 400);
      assert.match(String(answer.error), why);
      assert.doesNotMatch(String(answer.error), /stack|\.ts|zod/i);
      assert.deepEqual(taken, []);
    });

  it('more than half a megabyte, another type, or packed', async () => {
    assert.equal((await one.send({ ...good, more: 'x'.repeat(600_000) })).status, 400);
    assert.equal((await one.send(good, { headers: { 'content-type': 'text/plain' } })).status, 400);
    assert.equal((await one.send(good, { headers: { 'content-encoding': 'gzip' } })).status, 400);
    assert.deepEqual(taken, []);
  });
});

describe('text that no database takes', () => {
  const half = '\ud83d';
  const ids: [string, string][] = [
    ['U+0000', 'a\0b'],
    ['nothing but U+0000', '\0'],
    ['the first half of a pair', `a${half}`],
    ['the second half of a pair', '\ude00a'],
    ['a pair the wrong way round', `\ude00${half}`],
  ];
  for (const [name, id] of ids)
    it(`in an id is 400: ${name}`, async () => {
      const { status, body } = await one.send({ ...good, meeting: { id } });
      assert.equal(status, 400);
      assert.match(String(body.error), /^meeting\.id: must hold neither U\+0000 nor half/);
      assert.deepEqual(taken, []);
    });

  it('is cleaned out of a title', async () => {
    const titles: [string, string | undefined][] = [
      [`Pl\0an ${half}`, 'Plan \ufffd'],
      ['Plan 😀', 'Plan 😀'],
      ['\0', undefined],
      ['\\u0000', '\\u0000'],
    ];
    for (const [title, expected] of titles) {
      assert.equal((await one.send({ ...good, meeting: { id: 'm', title } })).status, 200);
      assert.equal(taken.at(-1)?.title, expected);
    }
  });

  it('nor an instant that it has not', async () => {
    for (const endsAt of ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00']) {
      const { status, body } = await one.send({ ...good, meeting: { id: 'm', endsAt } });
      assert.deepEqual(
        [status, body.error],
        [400, 'meeting.endsAt: must be like 2026-03-29T10:00:00Z'],
        endsAt,
      );
    }
  });
});

describe('who has not signed', () => {
  const line = 'POST /hooks/meetings HTTP/1.1\r\nHost: bot\r\n';
  const announced = 'Content-Type: application/json\r\nContent-Length: 520000\r\n';
  const headers = (ago: number, signature: string) =>
    [
      'webhook-id: msg_1',
      `webhook-timestamp: ${Math.floor(now() / 1000) - ago}`,
      `webhook-signature: ${signature}`,
      '',
      '',
    ].join('\r\n');
  const unread: [string, string, RegExp][] = [
    ['without a signature', '\r\n', /^HTTP\/1\.1 401 /],
    ['with a signature that is none', headers(0, 'v1,AAAA'), /^HTTP\/1\.1 401 /],
    ['with a signature of another kind', headers(0, `v1a,${'A'.repeat(43)}=`), /^HTTP\/1\.1 401 /],
    ['with an old one', headers(301, `v1,${'A'.repeat(43)}=`), /^HTTP\/1\.1 401 /],
    ['with one from far ahead', headers(-301, `v1,${'A'.repeat(43)}=`), /^HTTP\/1\.1 401 /],
  ];
  for (const [name, rest, expected] of unread)
    it(`is answered before the body has come: ${name}`, async () => {
      const [said] = await pour(one.port, line + announced + rest, 1);
      assert.match(said ?? '', expected);
    });

  it('nor may announce more than is read', async () => {
    const more = 'Content-Type: application/json\r\nContent-Length: 600000\r\n';
    const [said] = await pour(one.port, line + more + headers(0, `v1,${'A'.repeat(43)}=`), 1);
    assert.match(said ?? '', /^HTTP\/1\.1 400 /);
  });

  it('and sends slowly keeps nobody out: the oldest of too many is told to send again', async () => {
    const sockets = await Promise.all(Array.from({ length: 40 }, () => open(one.port)));
    const ends = sockets.map(ended);
    for (const socket of sockets) socket.write(`${line}${announced}${headers(0, `v1,${'A'.repeat(43)}=`)}{`);
    const gaveWay = await Promise.all(ends.slice(0, 8));
    for (const said of gaveWay) assert.match(said, /^HTTP\/1\.1 503 [^]*Retry-After: 10/);
    assert.equal((await one.send(good)).status, 200);
    for (const socket of sockets) socket.destroy();
  });
});

describe('a sender that changes its key', () => {
  it('signs with both, and is heard by whoever knows one of them', async () => {
    const id = 'msg_two_keys';
    const signatures = [otherKey, key].map((each) =>
      new Webhook(each).sign(id, new Date(now()), JSON.stringify(good)),
    );
    const sent = { id, headers: { 'webhook-signature': signatures.join(' ') } };
    assert.equal((await one.send(good, sent)).status, 200);
  });
});

describe('what cannot be taken now is 503, and taken when it is sent again', () => {
  it('while the store is not there, and when it fails', async () => {
    receiver = undefined;
    const { status, retryAfter } = await one.send(good, { id: 'msg_1' });
    assert.deepEqual([status, retryAfter], [503, '10']);
    receiver = working;
    fails = true;
    assert.equal((await one.send(good, { id: 'msg_1' })).status, 503);
    fails = false;
    assert.deepEqual((await one.send(good, { id: 'msg_1' })).body, { accepted: 0, unknown: [] });
    assert.deepEqual((await one.send(good, { id: 'msg_1' })).body, { repeated: true });
    assert.equal(taken.length, 1);
  });

  it('but who has not signed is not even told that', async () => {
    receiver = undefined;
    assert.equal((await one.send(good, { key: otherKey })).status, 401);
  });
});

describe('an address', () => {
  it('that names no source where there are several, or one that there is not, is 404', async () => {
    for (const path of ['/hooks/meetings', '/hooks/meetings/teams', '/hooks/meetings/constructor'])
      assert.equal((await several.send(good, { path })).status, 404, path);
    assert.match(String((await several.send(good)).body.error), /name one/);
  });

  it('is not there at all without a key', async () => {
    assert.equal((await none.send(good)).status, 404);
  });
});
