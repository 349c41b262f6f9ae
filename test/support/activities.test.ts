import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  AVERY,
  BOT,
  BOT_ID,
  BRUNO,
  CHIARA,
  DMITRI,
  ESI,
  FIXTURE_SERVICE_URL,
  GUEST,
  KINDS,
  TENANT_ID,
  cardAction,
  channelMessage,
  deleted,
  edited,
  guestMessage,
  installationAdd,
  installationRemove,
  invoke,
  kindOf,
  loadActivities,
  meetingEvent,
  membersAdded,
  message,
  participantEvent,
  submitted,
} from './activities.ts';
import type { Activity } from './activities.ts';

const FOLDER = new URL('../fixtures/activities/', import.meta.url);
const LOWER_GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ANY_GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

describe('the recorded activities', () => {
  const loaded = loadActivities();
  const leaves = loaded.flatMap(({ file, activity }) =>
    leavesOf(activity).map((leaf) => ({ file, ...leaf, where: `${file}: ${leaf.path}` })),
  );
  const under = (path: RegExp) => leaves.filter((leaf) => path.test(leaf.path));

  it('are 72 files, each a JSON object', () => {
    const files = readdirSync(FOLDER);
    assert.equal(files.length, 72);
    for (const file of files) {
      const value: unknown = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
      assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), file);
    }
    assert.deepEqual(
      loaded.map(({ file }) => file),
      files.sort(),
    );
  });

  it('are of the kinds that the table lists, as many of each', () => {
    const counts: Record<string, number> = {};
    for (const { kind } of loaded) counts[kind] = (counts[kind] ?? 0) + 1;
    assert.deepEqual(counts, KINDS);
  });

  it('all belong to one tenant', () => {
    for (const { value, where } of under(/(^|\.)tenant\.id$|tenantId$/))
      assert.equal(value, TENANT_ID, where);
  });

  it('know one bot, to which all but the oldest of them are addressed', () => {
    const recipients = under(/^(recipient|address\.bot)\.id$/);
    const others = recipients.filter(({ value }) => value !== BOT.id).map(({ file }) => file);
    assert.deepEqual(others, ['message-channel-mention-docs.json']);
    for (const { value, where } of leaves) {
      if (typeof value === 'string' && value.startsWith('28:')) assert.equal(value, BOT.id, where);
    }
  });

  it('name people by lower-case GUIDs, all of them ours', () => {
    const known = [AVERY, BRUNO, CHIARA, DMITRI, ESI].map(({ aadObjectId }) => aadObjectId);
    for (const { value, where } of under(/aadObjectId$/)) {
      assert.ok(typeof value === 'string' && known.includes(value), where);
    }
    for (const { value, where } of leaves) {
      for (const [guid] of String(value).matchAll(ANY_GUID)) assert.match(guid, LOWER_GUID, where);
    }
  });

  it('come from people whose name goes with their GUID', () => {
    const names = new Map([AVERY, BRUNO, CHIARA, DMITRI, ESI].map((one) => [one.aadObjectId, one.name]));
    for (const { file, activity } of loaded) {
      const from = activity['from'];
      if (!isObject(from) || typeof from['aadObjectId'] !== 'string' || from['name'] === undefined) continue;
      assert.equal(from['name'], names.get(from['aadObjectId']), file);
    }
  });

  it('were all sent in 2026', () => {
    const times = under(/(^|\.)(timestamp|localTimestamp|createdDateTime|StartTime|EndTime)$/);
    assert.ok(times.length > 70);
    for (const { value, where } of times) assert.match(String(value), /^2026-\d\d-\d\dT/, where);
  });

  it('say the same instant in both timestamps', () => {
    for (const { file, activity } of loaded) {
      const { timestamp, localTimestamp } = activity;
      if (typeof localTimestamp !== 'string') continue;
      assert.ok(typeof timestamp === 'string', file);
      assert.equal(Date.parse(localTimestamp), Date.parse(timestamp), file);
    }
  });

  it('have ids of their own', () => {
    const ids = under(/^(address\.)?id$/).map(({ value }) => value);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('keep what makes the real ones hard to read', () => {
    const get = (name: string) => loaded.find(({ file }) => file === `${name}.json`)?.activity ?? {};
    const without = loaded.filter(({ activity }) => !isObject(activity['from'])).map(({ file }) => file);
    assert.ok(without.includes('event-meetingParticipantJoin.json'), 'an event from nobody');
    assert.equal('conversation' in get('event-meetingParticipantJoin'), false);
    assert.equal('name' in get('invoke-noname-cardaction'), false);
    assert.equal('text' in get('messageUpdate-editMessage'), false);
    assert.equal('address' in get('composeExtension-query-auth-state'), true);
    assert.match(String(get('message-channel-meeting-mention')['text']), /\n$/);
    assert.match(JSON.stringify(get('message-channel-thread-reply-mention')), /&nbsp;/);
    const guests = [
      'message-channel-mention-docs',
      'message-action-submit-value',
      'invoke-noname-cardaction',
    ];
    for (const name of guests) {
      const from = get(name)['from'];
      assert.equal(isObject(from) && 'aadObjectId' in from, false, name);
    }
  });

  it('name no real host', () => {
    const text = JSON.stringify(loaded);
    const hosts = [...text.matchAll(/https?:\/\/([^/"\\]+)/g)].map(([, host]) => host ?? '');
    // The namespace of Teams' mention markup is a name, not an address.
    for (const host of hosts) assert.match(host, /\.example\.test$|^schema\.skype\.com$/);
  });

  it('take the serviceUrl that they are loaded with, and are read anew each time', () => {
    for (const serviceUrl of ['http://127.0.0.1:9', 'http://127.0.0.1:9/']) {
      const local = loadActivities(serviceUrl);
      const urls = local
        .flatMap(({ activity }) => leavesOf(activity))
        .filter(({ path }) => /serviceUrl$/.test(path));
      assert.equal(urls.length, under(/serviceUrl$/).length);
      for (const { value } of urls)
        assert.match(String(value), /^http:\/\/127\.0\.0\.1:9\/([0-9a-f-]{36}\/)?$/);
      assert.equal(JSON.stringify(local).includes(FIXTURE_SERVICE_URL), false);
    }
    for (const { value, where } of under(/serviceUrl$/)) {
      assert.ok(String(value).startsWith(FIXTURE_SERVICE_URL), where);
    }
    const [first] = loaded;
    assert.notEqual(first?.activity, loadActivities()[0]?.activity);
    assert.deepEqual(first, loadActivities()[0]);
  });
});

describe('the builders', () => {
  const serviceUrl = 'http://127.0.0.1:9/';

  it('give a personal message the shape of the recorded one', () => {
    const recorded = loadActivities().find(({ file }) => file === 'playground-message-personal.json');
    assert.ok(recorded);
    const paths = (activity: Activity) =>
      leavesOf(activity)
        .map(({ path, value }) => `${path}: ${typeof value}`)
        .sort();
    assert.deepEqual(paths(message({ serviceUrl, text: 'dnd 2h' })), paths(recorded.activity));
  });

  it('give every activity an id of its own, unless it is given', () => {
    const ids = Array.from({ length: 100 }, () => message({ serviceUrl, text: 'status' })['id']);
    assert.equal(new Set(ids).size, 100);
    assert.equal(message({ serviceUrl, text: 'status', id: '7' })['id'], '7');
  });

  it('say what the kinds are called', () => {
    const built: [Activity, string][] = [
      [message({ serviceUrl, text: 'a' }), 'message'],
      [submitted({ serviceUrl, value: {} }), 'message value'],
      [cardAction({ serviceUrl }), 'invoke adaptiveCard/action'],
      [invoke({ serviceUrl, name: 'task/fetch', value: {} }), 'invoke task/fetch'],
      [edited({ serviceUrl, id: '1', text: 'b' }), 'messageUpdate editMessage'],
      [deleted({ serviceUrl, id: '1' }), 'messageDelete softDeleteMessage'],
      [installationAdd({ serviceUrl }), 'installationUpdate add'],
      [installationRemove({ serviceUrl }), 'installationUpdate remove'],
      [membersAdded({ serviceUrl }), 'conversationUpdate membersAdded'],
      [meetingEvent({ serviceUrl, event: 'meetingStart' }), 'event application/vnd.microsoft.meetingStart'],
      [
        participantEvent({ serviceUrl, event: 'meetingParticipantLeave', members: [GUEST] }),
        'event application/vnd.microsoft.meetingParticipantLeave',
      ],
    ];
    for (const [activity, kind] of built) assert.equal(kindOf(activity), kind);
    for (const [, kind] of built) assert.ok(kind in KINDS, kind);
  });

  it('write the local time of the zone, across a change of the clocks', () => {
    const local = (timezone: string, at: string) =>
      message({ serviceUrl, text: 'a', timezone, at: new Date(at) })['localTimestamp'];
    assert.equal(local('Europe/Vienna', '2026-03-29T00:59:59Z'), '2026-03-29T01:59:59.000+01:00');
    assert.equal(local('Europe/Vienna', '2026-03-29T01:00:00Z'), '2026-03-29T03:00:00.000+02:00');
    assert.equal(local('Asia/Kolkata', '2026-01-01T00:00:00Z'), '2026-01-01T05:30:00.000+05:30');
    assert.equal(local('Middle/Earth', '2026-01-01T00:00:00Z'), '2026-01-01T00:00:00.000+00:00');
  });

  it('leave no trace of a zone that is null', () => {
    const text = JSON.stringify(message({ serviceUrl, text: 'a', timezone: null }));
    assert.doesNotMatch(text, /timezone|localTime/i);
  });

  it('mention the bot as Teams does: in the text and as an entity', () => {
    const activity = message({ serviceUrl, text: 'busy 30m', groupChat: true, mentionBot: true });
    assert.equal(activity['text'], '<at>Presence</at> busy 30m');
    assert.deepEqual(activity['entities'], [
      { type: 'mention', mentioned: { id: `28:${BOT_ID}`, name: 'Presence' }, text: '<at>Presence</at>' },
      { type: 'clientInfo', locale: 'en-US', country: 'AT', platform: 'Web', timezone: 'Europe/Vienna' },
    ]);
    assert.match(JSON.stringify(activity['conversation']), /"isGroup":true,"conversationType":"groupChat"/);
    assert.match(String(channelMessage({ serviceUrl, text: 'busy 30m' })['text']), /^<at>/);
  });

  it('give two people two personal conversations, and one group chat', () => {
    const of = (from: typeof AVERY, groupChat: boolean) =>
      JSON.stringify(message({ serviceUrl, text: 'a', from, groupChat })['conversation']);
    assert.notEqual(of(AVERY, false), of(BRUNO, false));
    assert.equal(of(AVERY, true), of(BRUNO, true));
  });

  it('let a guest have a name and no aadObjectId', () => {
    assert.deepEqual(guestMessage({ serviceUrl, text: 'dnd 2h' })['from'], { ...GUEST });
    assert.equal('aadObjectId' in GUEST, false);
  });

  it('let a meeting start and end under one id', () => {
    const idOf = (activity: Activity) => {
      const data = activity['channelData'];
      return isObject(data) && isObject(data['meeting']) ? data['meeting']['id'] : undefined;
    };
    const start = meetingEvent({ serviceUrl, event: 'meetingStart' });
    const end = meetingEvent({ serviceUrl, event: 'meetingEnd' });
    assert.ok(typeof idOf(start) === 'string');
    assert.equal(idOf(start), idOf(end));
    assert.deepEqual(start['from'], { id: AVERY.id, aadObjectId: AVERY.aadObjectId });
  });
});

function leavesOf(value: unknown, path = ''): { path: string; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (!isObject(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, child]) =>
    leavesOf(child, path === '' ? key : `${path}.${key}`),
  );
}

function isObject(value: unknown): value is Activity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
