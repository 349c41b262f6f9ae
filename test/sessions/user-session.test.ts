/** What people ask of their sessions while the store is out of reach, or is cut off, and what becomes of it. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { createPersonStates } from '../../src/persistence/person-states.ts';
import type { Change } from '../../src/presence/change.ts';
import type { Guid, WantedPresence } from '../../src/presence/intent.ts';
import type { RequestResult } from '../../src/presence/outcome.ts';
import { undoLast } from '../../src/presence/undo.ts';
import { validate } from '../../src/presence/validate.ts';
import { createPendingUserSessions } from '../../src/sessions/pending-user-sessions.ts';
import { createUserSessions } from '../../src/sessions/user-session.ts';
import type { SessionStore } from '../../src/store/session-slots.ts';
import type { PersonStateStore } from '../../src/store/person-states.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { id, policy, sender } from '../presence/samples.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import { hour, minute, nine } from './samples.ts';

const places = openPlaces();
after(() => places.close());

const clock = { now: nine };
const now = () => clock.now;
const someone = (): Guid => id(randomUUID());
const open = (session: 'presenting' | 'inACall', hours: number): WantedPresence => ({
  kind: 'open',
  session,
  end: { said: 'duration', seconds: hours * 3600 },
});
const clear: WantedPresence = { kind: 'clear', slots: ['session'] };
const message: WantedPresence = { kind: 'message', text: 'in the lab', end: { said: 'nothing' } };

interface Cuts {
  readonly sessionStore?: (sessionStore: SessionStore) => Partial<SessionStore>;
  readonly personStates?: (kept: PersonStateStore) => Partial<PersonStateStore>;
}

/** A process on that store, which may be out of reach, or cut off, and a Graph that takes everything. */
function processOn(store: Store, shared: boolean, cuts: Cuts = {}) {
  const outside = { isReachable: true, isUnclear: false };
  const reach = <T>(what: T) =>
    outside.isReachable ? Promise.resolve(what) : Promise.reject(new Error('down'));
  const sessionStore = { ...store.sessionStore, ...cuts.sessionStore?.(store.sessionStore) };
  const kept = { ...store.personStates, ...cuts.personStates?.(store.personStates) };
  const closing = new AbortController();
  const ended = () => undefined;
  const pending = createPendingUserSessions({
    ended,
    stateOf: async (userId) => (await (await reach(kept)).find(userId)).state,
    now,
  });
  const personStates = createPersonStates({ store: () => reach(kept), shared, now, log: quietLog() });
  const graph = (change: Change) => {
    const [step] = change.steps;
    const call = { request: step.request, at: now(), status: 200 };
    const result: RequestResult = outside.isUnclear
      ? { kind: 'failed', call, failure: { by: 'unreadable', mayHold: true } }
      : { kind: 'applied', call };
    return { change, steps: [{ step, result }] as const };
  };
  const userSessions = createUserSessions({
    sessionStore: () => reach(sessionStore),
    apply: (change) => Promise.resolve(graph(change)),
    personStates,
    pending,
    ended,
    closing: closing.signal,
    now,
    log: quietLog(),
  });
  const judge = (userId: Guid, wanted: WantedPresence) => {
    const day = { ...policy, maxSessionSeconds: 24 * 3600 };
    const judged = validate({ who: { ...sender, userId }, door: 'chat', wanted, assumed: [] }, day, now());
    assert.ok(judged.ok);
    return judged.value;
  };
  return {
    outside,
    pending,
    personStates,
    closing,
    choose: async (userId: Guid, wanted: WantedPresence) => {
      const receipt = await userSessions.write(judge(userId, wanted), 'change', new AbortController().signal);
      clock.now += minute;
      assert.ok(receipt !== 'notKept');
      return receipt;
    },
    /** A change that waits for no store. */
    plain: (userId: Guid, wanted: WantedPresence) => {
      personStates.record({ outcome: graph(judge(userId, wanted)), did: 'change', kept: true });
      clock.now += minute;
    },
    /** All that waits is on record, once nobody has anybody in hand any more. */
    settle: async () => {
      await personStates.flush();
      clock.now += store.sessionStore.lockMs;
      await userSessions.flush();
      userSessions.close();
    },
  };
}

/** What undo would put back. */
async function undone(one: ReturnType<typeof processOn>, userId: Guid) {
  const { state, known } = await one.personStates.recall(userId);
  const found = undoLast(state, now());
  assert.ok(known && found.kind === 'undo' && found.wanted.kind === 'put', JSON.stringify(state));
  return found.wanted.holdings.map((holding) => (holding.slot === 'session' ? holding.pair : holding.slot));
}

for (const kind of places.kinds)
  describe(`a choice of one’s own on the ${kind} store`, async () => {
    const shared = kind === 'server';
    const store = await openStore(await places.make(kind), { now, log: quietLog() });
    after(() => store.close());

    it('made while that was out of reach is put on record in place of what it ended', async () => {
      const ann = someone();
      const one = processOn(store, shared);
      await one.choose(ann, open('presenting', 9));
      one.outside.isReachable = false;
      const endsAt = now() + hour;
      const receipt = await one.choose(ann, open('inACall', 1));
      assert.equal(receipt.mayReturn, true);
      assert.equal(one.pending.maySend(ann), false);
      one.outside.isReachable = true;
      await one.settle();
      assert.equal(one.pending.maySend(ann), true);
      const claims = await store.sessionStore.claims(ann);
      assert.deepEqual(
        claims.map((claim) => [claim.pair, claim.endsAt]),
        [['inACall', endsAt]],
      );
    });

    it('made then stands, whatever was asked after it without a clear answer', async () => {
      const ann = someone();
      const one = processOn(store, shared);
      await one.choose(ann, open('presenting', 9));
      one.outside.isReachable = false;
      await one.choose(ann, clear);
      one.outside.isUnclear = true;
      await one.choose(ann, open('inACall', 1));
      one.outside.isReachable = true;
      await one.settle();
      assert.deepEqual(await store.sessionStore.claims(ann), []);
    });

    it('whose process died before it was on record is looked at soon, though no renewal is due', async () => {
      const ann = someone();
      await processOn(store, shared).choose(ann, open('presenting', 9));
      await store.sessionStore.lockOne(ann, sender.tenantId, now() + 15_000);
      clock.now += 15_000;
      const due = await store.sessionStore.lockDue(now(), 100);
      const taken = due.find(({ what }) => what.userId === ann)?.what;
      assert.deepEqual([taken?.claims.length, taken?.state.held?.claimId], [1, undefined]);
    });

    it('that was recorded, though the answer of the store was lost, is entered once', async () => {
      const ann = someone();
      const one = processOn(store, shared, {
        sessionStore: (sessionStore) => ({
          recordOne: async (result, also) => {
            await sessionStore.recordOne(result, also);
            if (also !== undefined && result.opened === undefined) throw new Error('connection lost');
          },
        }),
      });
      await one.choose(ann, open('presenting', 3));
      assert.equal((await one.choose(ann, clear)).mayReturn, true);
      await one.settle();
      assert.deepEqual(await undone(one, ann), ['presenting']);
      assert.deepEqual(await store.sessionStore.claims(ann), []);
    });

    it('that was written late, though the answer of the store was lost, is entered once', async () => {
      const ann = someone();
      let losses = 1;
      const one = processOn(store, shared, {
        personStates: (kept) => ({
          write: async (all) => {
            const rows = await kept.write(all);
            losses -= 1;
            if (losses === 0) throw new Error('connection lost');
            return rows;
          },
        }),
      });
      await one.choose(ann, open('presenting', 3));
      one.outside.isReachable = false;
      await one.choose(ann, clear);
      one.outside.isReachable = true;
      await one.personStates.flush();
      await one.settle();
      assert.ok(losses < 0, 'it was written twice');
      assert.deepEqual(await undone(one, ann), ['presenting']);
    });
  });

describe('a choice of one’s own through two processes', async () => {
  const store = await openStore(await places.make('server'), { now, log: quietLog() });
  after(() => store.close());

  it('made while the store was out of reach does not come back over a newer end that another process has on record', async () => {
    const ann = someone();
    const [one, other] = [processOn(store, true), processOn(store, true)];
    one.outside.isReachable = false;
    await one.choose(ann, open('inACall', 1));
    await other.choose(ann, clear);
    one.outside.isReachable = true;
    await one.settle();
    assert.deepEqual(await store.sessionStore.claims(ann), []);
    assert.equal(one.pending.maySend(ann), true);
  });
});

describe('a store that goes on after nobody waits for it any more', async () => {
  const store = await openStore(await places.make('embedded'), { now, log: quietLog() });
  after(() => store.close());

  it('records nothing for that, and the choice is recorded once', async () => {
    const ann = someone();
    const [hanging, over] = [Promise.withResolvers<undefined>(), Promise.withResolvers<unknown>()];
    const one = processOn(store, false, {
      sessionStore: (sessionStore) => ({
        recordOne: async (result, also) => {
          if (also !== undefined && result.opened === undefined) await hanging.promise;
          const recording = sessionStore.recordOne(result, also);
          if (also !== undefined && result.opened === undefined) recording.catch(over.resolve);
          await recording;
        },
      }),
    });
    await one.choose(ann, open('presenting', 3));
    one.closing.abort();
    assert.equal((await one.choose(ann, clear)).mayReturn, true);
    hanging.resolve(undefined);
    await over.promise;
    await one.settle();
    assert.deepEqual(await undone(one, ann), ['presenting']);
    assert.equal((await store.exportPerson(ann)).changes.length, 2);
    assert.deepEqual(await store.sessionStore.claims(ann), []);
  });

  it('and took earlier changes first takes the choice once', async () => {
    const ann = someone();
    const [hanging, over] = [Promise.withResolvers<undefined>(), Promise.withResolvers<unknown>()];
    const one = processOn(store, false, {
      sessionStore: (sessionStore) => ({
        recordOne: async (result, also) => {
          const recording = sessionStore.recordOne(result, also);
          if (also !== undefined && result.opened === undefined) recording.catch(over.resolve);
          await recording;
        },
      }),
      personStates: (kept) => ({
        write: async (all) => {
          await hanging.promise;
          return kept.write(all);
        },
      }),
    });
    await one.choose(ann, open('presenting', 3));
    one.plain(ann, message);
    one.closing.abort();
    assert.equal((await one.choose(ann, clear)).mayReturn, true);
    hanging.resolve(undefined);
    await over.promise;
    await one.settle();
    assert.deepEqual(await undone(one, ann), ['presenting']);
    assert.equal((await store.exportPerson(ann)).changes.length, 3);
  });
});
