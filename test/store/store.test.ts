/** What is kept, on both kinds of store: the same calls must give the same on each. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Claim } from '../../src/presence/claim.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import type { MeetingRole } from '../../src/presence/meeting.ts';
import { openDatabase } from '../../src/store/database.ts';
import { kept } from '../../src/store/kept-tables.ts';
import type { KeptCalendar } from '../../src/store/calendar-rows.ts';
import type { KeptSchedule } from '../../src/store/schedule-rows.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

const places = openPlaces();
after(() => places.close());

const wheres = { embedded: await places.make('embedded'), server: await places.make('server') };

const nine = Date.UTC(2026, 0, 5, 9);
const hour = 3_600_000;
const tenantId = 'contoso';

function someone(): Guid {
  const id = guid(randomUUID());
  assert.ok(id !== undefined);
  return id;
}

function claim(userId: Guid, more: Partial<Claim> = {}): Claim {
  return {
    id: randomUUID(),
    userId,
    tenantId,
    source: { kind: 'asked' },
    pair: 'presenting',
    openedAt: nine,
    endsAt: nine + hour,
    ...more,
  };
}

for (const kind of places.kinds) {
  describe(`the ${kind} store`, () => {
    const clock = { now: nine };
    let store: Store;
    before(async () => {
      store = await openStore(wheres[kind], { now: () => clock.now, log: quietLog() });
    });
    after(() => store.close());
    /** A change on record, beside its person's state. */
    const write = async (userId: Guid, row: { at: number; what: unknown }) => {
      await store.personStates.write([
        { userId, entries: [], changes: [{ userId, door: 'chat', outcome: 1, ...row }] },
      ]);
    };

    it('remembers a person, fact by fact', async () => {
      const ann = someone();
      assert.equal(await store.people.find(ann), undefined);
      await store.people.put(ann, tenantId, { accountId: '29:ann', zone: 'Europe/Berlin' });
      await store.people.put(ann, tenantId, { meetingRules: { start: 'ask' }, pausedUntil: nine + hour });
      await store.people.put(ann, tenantId, { language: 'de' });
      assert.deepEqual(await store.people.find(ann), {
        userId: ann,
        tenantId,
        accountId: '29:ann',
        zone: 'Europe/Berlin',
        language: 'de',
        meetingRules: { start: 'ask' },
        pausedUntil: nine + hour,
      });
      await store.people.put(ann, tenantId, { pausedUntil: null, meetingRules: null });
      const { pausedUntil, meetingRules, zone } = (await store.people.find(ann)) ?? {};
      assert.deepEqual([pausedUntil, meetingRules, zone], [undefined, undefined, 'Europe/Berlin']);
    });

    it('finds those of many of whom anything is known', async () => {
      const [ann, bob] = [someone(), someone()];
      await store.people.put(bob, tenantId, { zone: 'Asia/Tokyo' });
      assert.deepEqual(
        (await store.people.findMany([ann, bob])).map(({ userId }) => userId),
        [bob],
      );
      assert.deepEqual(await store.people.findMany([]), []);
    });

    it('refreshes the conversation by which a person can be written to', async () => {
      const ann = someone();
      assert.equal(await store.people.conversation(ann), undefined);
      await store.people.putConversation(ann, { serviceUrl: 'https://one.example' });
      await store.people.putConversation(ann, {
        serviceUrl: 'https://two.example',
        conversation: { id: 'a:1' },
      });
      assert.deepEqual(await store.people.conversation(ann), {
        serviceUrl: 'https://two.example',
        conversation: { id: 'a:1' },
      });
    });

    it('meets a key for the first time once, until it expires', async () => {
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store.deliveries.first(key, clock.now + 60_000)),
      );
      assert.equal(answers.filter(Boolean).length, 1);
      clock.now += 60_001;
      assert.equal(await store.deliveries.first(key, clock.now + 60_000), true);
      assert.equal(await store.deliveries.first(key, clock.now + 60_000), false);
    });

    it('knows who is in a meeting, tells once, and forgets it with its end', async () => {
      const [ann, key] = [someone(), { tenantId, source: 'teams', meetingId: randomUUID() }];
      assert.equal(
        await store.meetings.start({ ...key, title: 'Plan', startedAt: nine, lastActiveAt: nine }),
        true,
      );
      assert.equal(
        await store.meetings.start({ ...key, endsAt: nine + hour, startedAt: nine, lastActiveAt: nine + 1 }),
        false,
      );
      assert.deepEqual(await store.meetings.find(key), {
        ...key,
        title: 'Plan',
        startedAt: nine,
        endsAt: nine + hour,
        lastActiveAt: nine + 1,
      });
      const write = (one: { joinedAt: number; leftAt?: number; roles?: readonly MeetingRole[] }) =>
        store.meetings.record(key, [{ userId: ann, ...one }]);
      assert.deepEqual(await write({ joinedAt: nine, roles: ['presenter', 'starter'] }), []);
      assert.deepEqual(await store.meetings.setFlag(key, [ann, someone()], 'notified'), new Set([ann]));
      assert.deepEqual(await store.meetings.setFlag(key, [ann], 'notified'), new Set());
      assert.deepEqual(await write({ joinedAt: nine, leftAt: nine + 5 }), [ann]);
      assert.deepEqual(await write({ joinedAt: nine + 9 }), []);
      assert.deepEqual(await store.meetings.attendances(key), [
        { userId: ann, roles: ['starter', 'presenter'], joinedAt: nine + 9, notified: true, declined: false },
      ]);
      assert.deepEqual(
        (await store.meetings.end(key)).map(({ userId }) => userId),
        [ann],
      );
      assert.deepEqual(await store.meetings.attendances(key), []);
      assert.equal(await store.meetings.find(key), undefined);
      assert.equal(await write({ joinedAt: nine }), undefined, 'nobody is in a meeting that is over');
    });

    it('remembers when a meeting was over, under whose id a later one begins and an earlier one does not', async () => {
      const key = { tenantId, source: 'teams', meetingId: randomUUID() };
      const began = (startedAt: number) =>
        store.meetings.start({ ...key, startedAt, lastActiveAt: clock.now });
      assert.equal(await store.meetings.endedAt(key), undefined);
      await store.meetings.start({ ...key, title: 'Plan', startedAt: nine, lastActiveAt: nine });
      for (const at of [nine + 9, nine + 5]) await store.meetings.noteEnd(key, at);
      assert.equal((await store.meetings.find(key))?.title, 'Plan', 'it is known until it is ended');
      await store.meetings.end(key);
      assert.equal(await began(nine + 9), false);
      assert.equal(await store.meetings.find(key), undefined);
      assert.equal(await began(nine + 10), true);
      assert.equal(await began(nine + 10), false, 'it goes on');
      assert.deepEqual(await store.meetings.find(key), {
        ...key,
        startedAt: nine + 10,
        lastActiveAt: clock.now,
      });
      assert.equal(await store.meetings.endedAt(key), nine + 9);
      // An end that overtook its start.
      const other = { ...key, meetingId: randomUUID() };
      await store.meetings.noteEnd(other, nine);
      assert.equal(await store.meetings.find(other), undefined);
      assert.equal(await store.meetings.endedAt(other), nine);
    });

    it('keeps one claim of each source, the newer in place of the older', async () => {
      const ann = someone();
      const [older, newer] = [claim(ann), claim(ann, { pair: 'inACall' })];
      const meeting = claim(ann, { source: { kind: 'meeting', meetingId: 'm' } });
      for (const one of [older, meeting, newer]) await store.sessionStore.putClaims([one], nine + 12 * hour);
      const kept = await store.sessionStore.claims(ann);
      assert.deepEqual(new Set(kept.map(({ id }) => id)), new Set([meeting.id, newer.id]));
      assert.deepEqual(await store.sessionStore.removeClaims([ann], { kind: 'asked' }, nine + 12 * hour), [
        newer,
      ]);
      assert.deepEqual(await store.sessionStore.removeClaims([ann], { kind: 'asked' }, nine + 12 * hour), []);
      assert.deepEqual(await store.sessionStore.removeClaims([ann], 'all', nine + 12 * hour), [meeting]);
    });

    it('lets one at a time have a person', async () => {
      const ann = someone();
      await store.sessionStore.putClaims([claim(ann)], nine + 12 * hour);
      const taken = await Promise.all(Array.from({ length: 5 }, () => store.sessionStore.lock([ann])));
      const [one, ...others] = taken.flat();
      assert.ok(one !== undefined && others.length === 0);
      const state = { held: undefined, goal: undefined, nextAt: nine + 12 * hour, failures: 0 };
      assert.deepEqual(
        await store.sessionStore.record([{ ...one, token: randomUUID(), state, dropped: [] }]),
        [ann],
      );
      assert.deepEqual(await store.sessionStore.lock([ann]), []);
      assert.deepEqual(await store.sessionStore.record([{ ...one, state, dropped: [] }]), []);
      assert.equal((await store.sessionStore.lock([ann])).length, 1);
    });

    it('gives a person to the next when the time of whoever had them is up', async () => {
      const ann = someone();
      await store.sessionStore.putClaims([claim(ann)], nine + 12 * hour);
      const [first] = await store.sessionStore.lock([ann]);
      clock.now += 7000;
      assert.ok(first !== undefined);
      await store.sessionStore.extendLocks([first]);
      clock.now += 7000;
      assert.deepEqual(await store.sessionStore.lock([ann]), [], 'whoever has them goes on having them');
      clock.now += 1000;
      const [second] = await store.sessionStore.lock([ann]);
      assert.ok(second !== undefined);
      const late = { ...first, state: undefined, dropped: second.claims.map(({ id }) => id) };
      assert.deepEqual(await store.sessionStore.record([late]), [ann], 'the first comes too late');
      assert.equal((await store.sessionStore.claims(ann)).length, 1, 'and drops nothing');
    });

    it('does not remove a row under a claim that came meanwhile', async () => {
      const ann = someone();
      const first = claim(ann);
      await store.sessionStore.putClaims([first], nine + 12 * hour);
      const [taken] = await store.sessionStore.lock([ann]);
      assert.ok(taken !== undefined);
      const newer = claim(ann);
      await store.sessionStore.putClaims([newer], nine + 12 * hour);
      assert.deepEqual(
        await store.sessionStore.record([{ ...taken, state: undefined, dropped: [first.id] }]),
        [],
      );
      const [again] = await store.sessionStore.lock([ann]);
      assert.deepEqual(
        again?.claims.map(({ id }) => id),
        [newer.id],
      );
    });

    it('gives who asked for it out once, five minutes before an end that they named, and never again', async () => {
      const [ann, bob] = [someone(), someone()];
      const minute = 60_000;
      const until = async (userId: Guid, endsAt: number) => {
        const holding = { slot: 'preferred', pair: 'busy', endsAt } as const;
        const steps = [{ slot: 'preferred', holding, came: 'applied', origin: clock.now }] as const;
        const entry = { id: clock.now, did: 'change', door: 'chat', steps } as const;
        await store.personStates.write([{ userId, entries: [entry], changes: [] }]);
      };
      const due = async (at: number) => {
        clock.now = at;
        return (await store.reminders.lockDue(at, 10)).map(({ what }) => what.userId);
      };
      await until(bob, nine + 2 * hour);
      await until(ann, nine + 2 * hour);
      await store.reminders.set(ann, tenantId, true);
      assert.equal(await store.reminders.nextDue(nine), nine + 2 * hour - 5 * minute);
      assert.deepEqual(await due(nine + 2 * hour - 6 * minute), []);
      await until(ann, nine + 3 * hour);
      assert.deepEqual(await due(nine + 2 * hour), []);
      assert.deepEqual(await due(nine + 3 * hour - 5 * minute), [ann]);
      // The clock is set back, and the same is written once more.
      clock.now = nine + 2 * hour;
      await until(ann, nine + 3 * hour);
      assert.deepEqual(await due(nine + 3 * hour), []);
      await until(ann, nine + 5 * hour);
      await store.reminders.set(ann, tenantId, false);
      assert.equal(await store.reminders.nextDue(clock.now), undefined);
      clock.now = nine;
    });

    it('removes what was kept for long enough, and nothing else', async () => {
      const ann = someone();
      await write(ann, { at: clock.now - 31 * 24 * hour, what: { n: 1 } });
      await write(ann, { at: clock.now - 29 * 24 * hour, what: { n: 2 } });
      await store.cleanUp();
      const { changes } = await store.exportPerson(ann);
      assert.equal(changes.length, 1);
      assert.ok(JSON.stringify(changes).includes('{"n":2}'), JSON.stringify(changes));
    });

    it('gives a calendar that is due to one at a time, and takes nothing back from who has lost it', async () => {
      const [ann, at] = [someone(), clock.now];
      const due = { ...calendarFor(ann), dueAt: at };
      await store.calendars.edit(ann, () => ({ put: due, result: undefined }));
      const [mine] = (await store.calendars.lockDue(at, 10)).filter(
        ({ what }) => what.calendar.userId === ann,
      );
      assert.ok(mine !== undefined);
      const { token } = mine.what;
      assert.ok(!(await store.calendars.lockDue(at, 10)).some(({ what }) => what.calendar.userId === ann));
      assert.equal(await store.calendars.edit(ann, () => ({ put: due, result: 1 })), undefined);
      assert.equal(await store.calendars.remove(ann), false);
      assert.equal(await store.calendars.extendLock(token), true);
      await store.calendars.record(token, { ...due, failures: 2, dueAt: undefined });
      assert.equal((await store.calendars.find(ann))?.failures, 2);
      await store.calendars.record(token, due);
      assert.equal(await store.calendars.extendLock(token), false);
      assert.equal((await store.calendars.find(ann))?.failures, 2);
      assert.equal(await store.calendars.remove(ann), true);
    });

    it('keeps personal keys by their hash alone: five of a person however they come, for ninety days', async () => {
      const [ann, bob] = [someone(), someone()];
      for (const who of [ann, bob]) await store.people.put(who, tenantId, { accountId: '29:x' });
      const made = await Promise.all(
        Array.from({ length: 7 }, (_, n) => store.keys.add(ann, tenantId, `key ${n}`, `${ann} ${n}`)),
      );
      assert.equal(made.filter((key) => key !== undefined).length, 5);
      const [first] = await store.keys.list(ann);
      assert.ok(first !== undefined);
      assert.deepEqual([first.madeAt, first.endsAt, first.usedAt], [nine, nine + 90 * 24 * hour, undefined]);
      const at = made.findIndex((key) => key?.number === first.number);
      assert.deepEqual(await store.keys.use(`${ann} ${at}`), { number: first.number, userId: ann });
      assert.equal((await store.keys.list(ann)).find(({ number }) => number === first.number)?.usedAt, nine);
      assert.equal(await store.keys.remove(bob, first.number), false, 'another person’s');
      assert.equal(await store.keys.remove(ann, first.number), true);
      assert.equal(await store.keys.use(`${ann} ${at}`), undefined);
      assert.equal(await store.keys.endAll(someone(), nine + 1), 0);
    });

    it('answers a request that is sent again once, of many at the same moment', async () => {
      const ann = someone();
      const id = randomUUID();
      const known = await Promise.all(
        Array.from({ length: 5 }, () => store.keyRequests.begin(id, ann, 'busy')),
      );
      assert.deepEqual(known.map(({ kind }) => kind).sort(), [
        'first',
        ...Array<string>(4).fill('unanswered'),
      ]);
      await store.keyRequests.answered(id, 200, { text: 'Busy' });
      const again = await store.keyRequests.begin(id, ann, 'busy');
      assert.deepEqual(again, { kind: 'answered', status: 200, answer: { text: 'Busy' } });
      assert.deepEqual(await store.keyRequests.begin(id, ann, 'away'), { kind: 'other' });
      await store.keyRequests.drop(id);
      assert.deepEqual(await store.keyRequests.begin(id, ann, 'away'), { kind: 'first' });
    });

    it('shows a person all that is kept of them, and forgets it all', async () => {
      const [ann, bob] = [someone(), someone()];
      const key = { tenantId, source: 'teams', meetingId: randomUUID() };
      await store.meetings.start({ ...key, startedAt: nine, lastActiveAt: nine });
      for (const who of [ann, bob]) {
        await store.people.put(who, tenantId, { zone: 'Europe/Berlin' });
        await store.people.putConversation(who, { id: 'a:1' });
        await store.sessionStore.putClaims([claim(who)], nine + 12 * hour);
        await store.meetings.record(key, [{ userId: who, joinedAt: nine }]);
        await write(who, { at: clock.now, what: 1 });
        await store.schedules.edit(who, tenantId, () => ({ put: [scheduleFor(who)], result: undefined }));
        await store.calendars.edit(who, () => ({ put: calendarFor(who), result: undefined }));
        await store.keys.add(who, tenantId, 'Stream Deck', `hash of ${who}`);
        await store.keyRequests.begin(`request of ${who}`, who, 'fingerprint');
      }
      const all = await store.exportPerson(ann);
      assert.ok(Object.values(all).every((rows) => rows.length === 1));
      assert.ok(!JSON.stringify(all).includes(bob));
      assert.doesNotMatch(JSON.stringify(all), /hash of|request of|fingerprint/);
      await store.forgetPerson(ann);
      assert.ok(Object.values(await store.exportPerson(ann)).every((rows) => rows.length === 0));
      assert.ok(Object.values(await store.exportPerson(bob)).every((rows) => rows.length === 1));
    });
  });
}

function calendarFor(userId: Guid): KeptCalendar {
  const rule = { id: 'a rule', when: { category: 'Focus' }, then: 'busy' } as const;
  return {
    userId,
    tenantId,
    zone: 'UTC',
    rules: [rule],
    events: [],
    told: [],
    pollAt: nine,
    failures: 0,
  };
}

function scheduleFor(userId: Guid): KeptSchedule {
  return {
    id: randomUUID(),
    userId,
    tenantId,
    rule: { status: 'busy', timing: { kind: 'once', startsAt: nine + hour } },
    zone: 'UTC',
    skips: [],
    madeAt: nine,
    next: { startsAt: nine + hour, endsAt: nine + 2 * hour, dueAt: nine + hour },
    failures: 0,
  };
}

describe('the tables', () => {
  for (const kind of places.kinds) {
    it(`of the ${kind} store are made once, found made ever after, and are those that the table of what is kept describes`, async () => {
      const where = wheres[kind];
      const first = await openDatabase(where, quietLog());
      const tables = (await first.db.introspection.getTables()).filter(({ name }) => name !== 'schema_steps');
      assert.deepEqual(
        tables.map(({ name }) => name).sort(),
        Object.keys(kept).sort(),
        'each is in the table of what is kept',
      );
      for (const { name, columns } of tables) {
        const entry = kept[name as keyof typeof kept];
        assert.equal(
          columns.some((column) => column.name === 'user_id'),
          entry.personal,
          `${name}: what names a person is theirs`,
        );
        const instants = columns.filter((column) => /_(?:at|until)$/.test(column.name));
        for (const { dataType } of instants) assert.match(dataType, /^(?:integer|int8)$/i);
        const described = [
          ...('json' in entry ? entry.json : []),
          ...('hidden' in entry ? entry.hidden : []),
          ...('removed' in entry ? [entry.removed.column] : []),
        ];
        for (const column of described)
          assert.ok(
            columns.some((one) => one.name === column),
            `${name}.${column}`,
          );
      }
      await first.close();
      const again = await openDatabase(where, quietLog());
      const { rows } = await sql`select name from schema_steps`.execute(again.db);
      assert.deepEqual(rows, [
        { name: '0003-tables' },
        { name: '0004-fixed-language' },
        { name: '0005-schedules' },
        { name: '0006-what-comes-after' },
        { name: '0008-calendars' },
        { name: '0010-personal-keys' },
        { name: '0012-changed-zones' },
      ]);
      await again.close();
    });
  }

  it('are made once by ten processes that start at the same moment', async () => {
    const where = await places.make('server');
    const stores = await Promise.all(
      Array.from({ length: 10 }, () => openStore(where, { now: () => nine, log: quietLog() })),
    );
    await Promise.all(stores.map((store) => store.ping()));
    await Promise.all(stores.map((store) => store.close()));
  });
});

describe('a server that is restarted', () => {
  it('is found again, and ends nobody', async (t) => {
    const log = quietLog();
    const own = openPlaces({ own: true });
    t.after(() => own.close());
    const store = await openStore(await own.make('server'), { now: () => nine, log });
    t.after(() => store.close());
    const ann = someone();
    await store.people.put(ann, tenantId, { zone: 'Europe/Berlin' });
    await (await own.own()).restart();
    await store.ping().catch(() => undefined);
    await store.ping();
    assert.equal((await store.people.find(ann))?.zone, 'Europe/Berlin');
  });
});
