/** Teams' meeting events as they were recorded, and with anything missing or wrong. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { teamsEvent } from '../../src/meetings/teams.ts';
import { AVERY, BOT, BRUNO, GUEST, loadActivities, TENANT_ID, type Activity } from '../support/activities.ts';

const meetingId =
  'MCMxOTptZWV0aW5nX01HWmtPVEkwTXpZdE1qRXhOeTAwTURNMkxXRXlaakF0WlRnMlpUVTRNR0ZpTURGakB0aHJlYWQudjIjMA==';
const key = { tenantId: TENANT_ID, source: 'teams', meetingId };
const chat = {
  id: '19:meeting_MGZkOTI0MzYtMjExNy00MDM2LWEyZjAtZTg2ZTU4MGFiMDFj@thread.v2',
  serviceUrl: 'https://smba.example.test/emea/',
};

function recorded(name: string): Activity {
  const found = loadActivities().find(({ file }) => file === name);
  assert.ok(found !== undefined, name);
  return found.activity;
}

describe('a recorded event', () => {
  it('of a start names the starter, the title and the chat; the id is channelData’s', () => {
    const start = recorded('event-meetingStart.json');
    assert.deepEqual(teamsEvent(start, TENANT_ID), {
      kind: 'started',
      key,
      title: 'dnd 2h: budget review',
      at: Date.parse(String(start.timestamp)),
      people: [{ userId: AVERY.aadObjectId, role: 'starter' }],
      chat,
    });
  });

  it('of an end names nobody, and the meeting by the id of its start', () => {
    const end = teamsEvent(recorded('event-meetingEnd.json'), TENANT_ID);
    assert.deepEqual([end?.kind, end?.key, end?.people], ['ended', key, []]);
  });

  it('of somebody who joins names them and their role', () => {
    const join = teamsEvent(recorded('event-meetingParticipantJoin-envelope.json'), TENANT_ID);
    assert.deepEqual(
      [join?.kind, join?.key, join?.people],
      ['joined', key, [{ userId: BRUNO.aadObjectId, role: 'presenter' }]],
    );
  });

  it('from the Playground is read like Teams’ own', () => {
    const start = teamsEvent(recorded('playground-event-meetingStart.json'), TENANT_ID);
    assert.deepEqual([start?.kind, start?.key, start?.title], ['started', key, 'busy 30m weekly']);
  });

  it('without channelData is of no meeting', () => {
    for (const name of ['event-meetingParticipantJoin.json', 'event-meetingParticipantLeave.json'])
      assert.equal(teamsEvent(recorded(name), TENANT_ID), undefined);
  });

  it('of another kind is none', () => {
    for (const { file, activity } of loadActivities())
      if (!/meeting(Start|End|Participant)/i.test(file))
        assert.equal(teamsEvent(activity, TENANT_ID), undefined, file);
  });
});

describe('who is in an event', () => {
  const join = (members: readonly unknown[], more: Activity = {}) =>
    teamsEvent(
      { ...recorded('event-meetingParticipantJoin-envelope.json'), value: { members }, ...more },
      TENANT_ID,
    )?.people;
  const bruno = { id: BRUNO.id, aadObjectId: BRUNO.aadObjectId, name: BRUNO.name };

  it('are no guests, no strangers, no bots, and nobody who is not in it', () => {
    const others = [
      { user: { id: GUEST.id, name: GUEST.name }, meeting: { role: 'Attendee' } },
      { user: { ...bruno, userRole: 'guest' } },
      { user: { ...bruno, userRole: 'Anonymous' } },
      { user: { ...bruno, tenantId: '99999999-9999-4999-8999-999999999999' } },
      { user: { ...bruno, id: BOT.id } },
      { user: bruno, meeting: { role: 'bot' } },
      { user: bruno, meeting: { inMeeting: false } },
      { user: { ...bruno, aadObjectId: 'bruno' } },
      { user: null },
      { user: 5 },
      {},
      null,
      'Bruno',
    ];
    assert.deepEqual(join(others), []);
    assert.deepEqual(join([...others, { user: bruno }]), [{ userId: BRUNO.aadObjectId }]);
  });

  it('are at most as many as a meeting has', () => {
    assert.equal(join(Array.from({ length: 5000 }, () => ({ user: bruno })))?.length, 1000);
  });

  it('of a start is nobody where the starter is a guest, or the bot', () => {
    for (const from of [GUEST, { ...BOT, aadObjectId: AVERY.aadObjectId }, null, 'Avery', {}])
      assert.deepEqual(teamsEvent({ ...recorded('event-meetingStart.json'), from }, TENANT_ID)?.people, []);
  });
});

describe('an event with anything missing or of another type', () => {
  const wrong = fc.constantFrom<unknown>(undefined, null, 5, true, '', 'text', [], {}, [null], { id: 5 });
  const paths: readonly string[][] = [
    ['timestamp'],
    ['from'],
    ['from', 'aadObjectId'],
    ['recipient'],
    ['conversation'],
    ['conversation', 'id'],
    ['serviceUrl'],
    ['value'],
    ['value', 'Title'],
    ['value', 'members'],
    ['value', 'members', '0'],
    ['value', 'members', '0', 'user'],
    ['value', 'members', '0', 'user', 'aadObjectId'],
    ['value', 'members', '0', 'meeting'],
    ['value', 'members', '0', 'meeting', 'role'],
  ];
  const names = ['event-meetingStart.json', 'event-meetingParticipantJoin-envelope.json'];

  it('is still the event of its meeting, and never a fault', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.tuple(fc.constantFrom(...paths), wrong), { minLength: 1, maxLength: 4 }),
        (name, changes) => {
          const activity = structuredClone(recorded(name));
          for (const [path, value] of changes) put(activity, path, value);
          assert.deepEqual(teamsEvent(activity, TENANT_ID)?.key, key);
        },
      ),
    );
  });

  it('is none without the meeting’s id, whatever value.Id says', () => {
    for (const channelData of [
      undefined,
      null,
      5,
      {},
      { meeting: null },
      { meeting: { id: 5 } },
      { meeting: { id: '' } },
    ])
      assert.equal(teamsEvent({ ...recorded('event-meetingStart.json'), channelData }, TENANT_ID), undefined);
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        assert.equal(teamsEvent(anything, TENANT_ID), undefined);
      }),
    );
  });
});

function put(target: unknown, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (typeof target !== 'object' || target === null) return;
  const record = target as Record<string, unknown>;
  if (rest.length === 0) record[first] = value;
  else put(record[first], rest, value);
}
