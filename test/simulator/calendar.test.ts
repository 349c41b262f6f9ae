import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, ask, at, bob, nine, simulator, tokens } from './ask.ts';

const calendarTokens = {
  ...tokens,
  'other-app': { ...tokens['other-app'], roles: ['Calendars.ReadBasic'] },
  ann: { ...tokens.ann, scopes: ['Calendars.ReadBasic'] },
} as const;

const hour = 3_600_000;
const iso = (instant: number) => new Date(instant).toISOString();
const some = 'id,start,categories,attendees';

function view(user: string, select = some, more = ''): string {
  const window = `startDateTime=${iso(nine)}&endDateTime=${iso(nine + 4 * hour)}`;
  return `/users/${user}/calendarView?${window}${select === '' ? '' : `&$select=${select}`}${more}`;
}

const event = (id: string, hours: number) => ({
  id,
  start: iso(nine + hours * hour),
  end: iso(nine + (hours + 1) * hour),
  categories: ['Focus'],
  attendees: 2,
});

describe('a calendar view', async () => {
  const service = await simulator({ tokens: calendarTokens });
  service.setCalendar({ userId: ann, events: [event('b', 1), event('a', -0.5), event('c', 4)] });

  it('gives what overlaps the window, page by page, with nothing but what was selected', async () => {
    const { status, json } = await ask(service, view(ann, some, '&$top=1'), { token: 'other-app' });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(at(json, 'value', 0) as object), ['id', 'start', 'categories', 'attendees']);
    assert.equal(at(json, 'value', 0, 'id'), 'a');
    assert.deepEqual(at(json, 'value', 0, 'start'), {
      dateTime: '2026-01-05T08:30:00.0000000',
      timeZone: 'UTC',
    });
    const next = new URL(String(at(json, '@odata.nextLink')));
    const second = await ask(service, `${next.pathname.slice('/v1.0'.length)}${next.search}`, {
      token: 'other-app',
    });
    assert.equal(at(second.json, 'value', 0, 'id'), 'b');
    assert.equal(at(second.json, '@odata.nextLink'), undefined);
  });

  it('is refused to whoever selects what an event is about, or nothing', async () => {
    for (const select of ['id,subject', 'bodyPreview', 'body', 'location,id', 'organizer', ''])
      assert.equal((await ask(service, view(ann, select), { token: 'other-app' })).status, 400, select);
  });

  it('needs Calendars.ReadBasic, and with a person’s own sign-in their own calendar', async () => {
    assert.equal((await ask(service, view(ann), { token: 'ann' })).status, 200);
    for (const [user, token] of [
      [ann, 'app'],
      [ann, 'ann-write'],
      [bob, 'ann'],
    ] as const) {
      const { status, json } = await ask(service, view(user), { token });
      assert.equal(status, 403);
      assert.equal(at(json, 'error', 'code'), 'ErrorAccessDenied');
    }
  });

  it('answers 429 to the fifth request at once at one mailbox', async () => {
    service.addFault({ kind: 'hang', times: 4, match: { action: 'getCalendarView' } });
    const four = Array.from({ length: 4 }, () => ask(service, view(ann), { token: 'other-app' }));
    while (service.requests().filter(({ fault }) => fault !== undefined).length < 4)
      await new Promise((resolve) => setImmediate(resolve));
    assert.equal((await ask(service, view(ann), { token: 'other-app' })).status, 429);
    assert.equal((await ask(service, view(bob), { token: 'other-app' })).status, 200);
    service.releaseHung();
    assert.deepEqual(
      (await Promise.all(four)).map(({ status }) => status),
      [200, 200, 200, 200],
    );
  });
});

describe('what Calendars.ReadBasic may hide', () => {
  it('is absent or empty', async () => {
    const service = await simulator({
      tokens: calendarTokens,
      undocumented: { calendarAttendees: 'empty', calendarCategories: 'absent' },
    });
    service.setCalendar({ userId: ann, events: [event('a', 0)] });
    const { json } = await ask(service, view(ann), { token: 'ann' });
    assert.deepEqual(Object.keys(at(json, 'value', 0) as object), ['id', 'start', 'attendees']);
    assert.deepEqual(at(json, 'value', 0, 'attendees'), []);
  });
});
