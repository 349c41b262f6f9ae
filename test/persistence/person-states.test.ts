/** A person state after a restart, or in another process, is the one that was there before. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { createPersonStates } from '../../src/persistence/person-states.ts';
import type { Guid, WantedPresence } from '../../src/presence/intent.ts';
import { checkHoldings } from '../../src/presence/holding-status.ts';
import { emptyState, type PersonState } from '../../src/presence/person-state.ts';
import { enter } from '../../src/presence/state-entry.ts';
import { undoLast } from '../../src/presence/undo.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createPersonStateStore } from '../../src/store/person-states.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { id, now, sender } from '../presence/samples.ts';
import { heapInUse } from '../support/heap.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import { born, history, live, looksBack, outcomeOf, processOn } from './histories.ts';

const places = openPlaces();
after(() => places.close());

const someone = (): Guid => id(randomUUID());
const busy = (seconds: number): WantedPresence => ({
  kind: 'prefer',
  status: 'busy',
  end: { said: 'duration', seconds },
});
const message = (text: string): WantedPresence => ({ kind: 'message', text, end: { said: 'nothing' } });

/** As it is kept: what was said of a failure is told once, by the process that saw it. */
function kept({ told, ...state }: PersonState): unknown {
  const said = told === undefined || told.open.length > 0 ? undefined : told;
  return JSON.parse(JSON.stringify({ ...state, said }));
}

function did(
  states: ReturnType<typeof processOn>,
  userId: Guid,
  wanted: WantedPresence,
  at: number,
): PersonState {
  const outcome = outcomeOf(userId, wanted, at);
  assert.ok(outcome !== undefined);
  states.record({ outcome, did: 'change', kept: true });
  return states.get(userId);
}

/** What a process that starts anew knows. */
async function anew(store: Store, userId: Guid): Promise<PersonState> {
  const { state, known } = await processOn(store.personStates).recall(userId);
  assert.equal(known, true);
  return state;
}

for (const kind of places.kinds) {
  describe(`on the ${kind} store`, () => {
    const clock = { now };
    let store: Store;
    before(async () => {
      store = await openStore(await places.make(kind), { now: () => clock.now, log: quietLog() });
    });
    after(() => store.close());

    it('whatever was done, a process that starts anew recalls the same state and goes on with it', async () => {
      let entries = 0;
      await fc.assert(
        fc.asyncProperty(history, async (steps) => {
          let lived = born(someone());
          let states = processOn(store.personStates);
          for (const step of steps) {
            if (step.by === 0) {
              await states.flush();
              const old = states.get(lived.userId);
              states = processOn(store.personStates);
              const { state, known } = await states.recall(lived.userId);
              assert.deepEqual([known, kept(state)], [true, kept(old)]);
            }
            lived = live(states, lived, step);
          }
          entries += lived.references.length;
          await states.flush();
          assert.deepEqual(kept(await anew(store, lived.userId)), kept(states.get(lived.userId)));
        }),
        { numRuns: 20, seed: 20_261_122 },
      );
      assert.ok(entries > 75, `only ${entries} changes`);
    });

    it('several processes know the same, and any of them finds the change that another one’s card names', async () => {
      let pressed = 0;
      await fc.assert(
        fc.asyncProperty(history, async (steps) => {
          let lived = born(someone());
          const processes = [0, 1, 2].map(() => processOn(store.personStates, true));
          const all = { state: emptyState };
          for (const step of steps) {
            const states = processes[step.by] ?? processes[0];
            assert.ok(states !== undefined);
            if (looksBack(step)) await states.recall(lived.userId);
            const cards = lived.references.length;
            lived = live(states, { ...lived, at: lived.at + 1 }, step, all);
            await states.flush();
            const card = lived.references[cards];
            if (card === undefined) continue;
            const other = processes[(step.by + 1) % 3];
            assert.ok(other !== undefined);
            const { state } = await other.recall(lived.userId);
            for (const { status } of checkHoldings(state, card, lived.at))
              assert.equal(status.kind, 'running', 'what was just set runs, wherever its button is pressed');
            if (card.change === undefined) continue;
            pressed += 1;
            assert.equal(undoLast(state, lived.at, card.change).kind, 'undo');
          }
          const [one, two, three] = await Promise.all(processes.map((each) => each.recall(lived.userId)));
          assert.ok(one && two && three);
          assert.deepEqual(kept(two.state), kept(one.state));
          assert.deepEqual(kept(three.state), kept(one.state));
          // The one that heard of everything at once knows as much; it may think some repetition the same choice.
          assert.deepEqual(whatHolds(one.state), whatHolds(all.state));
        }),
        { numRuns: 20, seed: 20_261_122 },
      );
      assert.ok(pressed > 30, `only ${pressed} cards could be pressed`);
    });

    it('a plain change right after a restart waits for nothing, and undo then knows what was before it', async () => {
      const ann = someone();
      const before = processOn(store.personStates);
      did(before, ann, message('in the lab'), now);
      await before.flush();
      const states = processOn(store.personStates);
      assert.equal(states.get(ann), emptyState);
      const last = did(states, ann, message('writing'), now + 60_000).last?.id;
      const { state } = await states.recall(ann);
      const found = undoLast(state, now + 120_000, last);
      assert.ok(found.kind === 'undo' && found.wanted.kind === 'put');
      assert.deepEqual(found.wanted.holdings, [{ slot: 'message', text: 'in the lab' }]);
      await states.flush();
    });

    it('the card of what is said again after a restart finds its own, whatever was there before', async () => {
      const ann = someone();
      const before = processOn(store.personStates);
      did(before, ann, message('in the lab'), now);
      await before.flush();
      const states = processOn(store.personStates);
      const origin = did(states, ann, message('in the lab'), now + 60_000).origins.message;
      assert.equal(origin, now + 60_000);
      const card = { holds: [{ slot: 'message' as const, origin }] };
      const [found] = checkHoldings((await states.recall(ann)).state, card, now + 120_000);
      assert.equal(found?.status.kind, 'running');
      await states.flush();
    });

    it('changes of one person through two processes at once are all there, each once', async () => {
      const ann = someone();
      const [one, other] = [processOn(store.personStates, true), processOn(store.personStates, true)];
      await Promise.all(
        Array.from({ length: 10 }, async (_, n) => {
          did(one, ann, message(`text ${n}`), now + 2 * n);
          did(other, ann, busy(600 + 120 * n), now + 2 * n + 1);
          await Promise.all([one.flush(), other.flush()]);
        }),
      );
      const { holdings } = await anew(store, ann);
      assert.deepEqual([holdings.message?.text, holdings.preferred?.pair], ['text 9', 'busy']);
      assert.equal((await store.exportPerson(ann)).changes.length, 20);
    });

    it('the last request is known with its answer, as it was sent, and so is what was said', async () => {
      const ann = someone();
      const states = processOn(store.personStates);
      live(
        states,
        { ...born(ann) },
        { said: { does: 'choose', wanted: busy(1800) }, minutes: 0, answers: [], by: 1 },
      );
      const { call, told } = states.get(ann);
      await states.flush();
      const again = await anew(store, ann);
      assert.ok(call !== undefined && told !== undefined);
      assert.deepEqual([again.call, again.told], [call, told]);
      assert.equal(JSON.stringify(again.call?.request.body), JSON.stringify(call.request.body));
    });

    it('what was chosen for a meeting is the last change, and takes nothing off what holds', async () => {
      const ann = someone();
      const states = processOn(store.personStates);
      did(states, ann, busy(1800), now);
      const key = { tenantId: 'home', source: 'teams', meetingId: 'm' };
      states.chose(ann, { meeting: { key, title: 'Planning' }, chose: 'session' }, now + 1);
      await states.flush();
      const { holdings, last } = await anew(store, ann);
      assert.equal(holdings.preferred?.pair, 'busy');
      assert.deepEqual(last?.meeting, { meeting: { key, title: 'Planning' }, chose: 'session' });
      assert.equal((await store.exportPerson(ann)).changes.length, 2);
    });

    it('thirty days after the last change nothing is known, and what was set before a later one still is', async () => {
      const [ann, bob] = [someone(), someone()];
      const states = processOn(store.personStates);
      const day = 24 * 3_600_000;
      did(states, ann, message('in the lab'), now);
      did(states, bob, message('in the lab'), now);
      await states.flush();
      clock.now = now + 20 * day;
      did(states, ann, message('writing'), now + 20 * day);
      await states.flush();
      clock.now = now + 31 * day;
      await store.cleanUp();
      clock.now = now;
      assert.deepEqual((await anew(store, bob)).holdings, {});
      const found = undoLast(await anew(store, ann), now + 31 * day);
      assert.ok(found.kind === 'undo' && found.wanted.kind === 'put');
      assert.deepEqual(found.wanted.holdings, [{ slot: 'message', text: 'in the lab' }]);
    });

    it('a status message is in its person’s export, and gone with them, written or not', async () => {
      const [ann, bob] = [someone(), someone()];
      const states = processOn(store.personStates);
      did(states, ann, message('my secret'), now);
      did(states, bob, message('another one'), now);
      await states.flush();
      const { changes, person_states } = await store.exportPerson(ann);
      for (const rows of [changes, person_states]) {
        assert.ok(JSON.stringify(rows).includes('"text":"my secret"'), JSON.stringify(rows));
        assert.ok(!JSON.stringify(rows).includes('another one'));
      }
      did(states, ann, message('my second secret'), now + 1);
      await states.forget(ann);
      await store.forgetPerson(ann);
      await states.forget(ann);
      assert.deepEqual((await states.recall(ann)).state, emptyState);
      assert.deepEqual(await anew(store, ann), emptyState);
      const left = await store.exportPerson(ann);
      assert.deepEqual([left.changes, left.person_states], [[], []]);
      assert.equal((await store.exportPerson(bob)).changes.length, 1);
    });

    it('another tenant’s token, or anybody’s, is nowhere in what is kept', async () => {
      const ann = someone();
      const states = processOn(store.personStates);
      did(states, ann, busy(1800), now);
      await states.flush();
      const { changes, person_states } = await store.exportPerson(ann);
      const rows = JSON.stringify([changes, person_states]);
      for (const secret of ['Bearer', sender.tenantId, sender.account])
        assert.ok(!rows.includes(secret), rows);
    });

    it('a change is on record together with something else, or neither is', async () => {
      const ann = someone();
      const database = await openDatabase(await places.make(kind), quietLog());
      const { db } = database;
      const kept = createPersonStateStore(db, enter, () => now);
      const states = processOn(kept);
      did(states, ann, message('in the lab'), now);
      const outcome = outcomeOf(ann, busy(1800), now + 60_000) ?? assert.fail();
      const claims = () => db.selectFrom('deliveries').select('key').execute();
      const together = (fails: boolean) =>
        states.recordWith({ outcome, did: 'change', kept: true }, (write) =>
          db.transaction().execute(async (tx) => {
            await tx.insertInto('deliveries').values({ key: 'claim', expires_at: now }).execute();
            await write(tx);
            if (fails) throw new Error('no claim');
          }),
        );
      await assert.rejects(together(true), /no claim/);
      assert.equal(states.get(ann).holdings.preferred, undefined);
      assert.deepEqual([await claims(), (await kept.find(ann)).version], [[], 1], 'only what came before');
      const receipt = await together(false);
      assert.deepEqual([states.get(ann).holdings.preferred?.pair, states.get(ann).told], ['busy', receipt]);
      assert.equal((await claims()).length, 1);
      const row = await kept.find(ann);
      assert.deepEqual([row.version, row.state?.holdings.message?.text], [2, 'in the lab']);
      await states.flush();
      assert.equal((await kept.find(ann)).version, 2, 'nothing is written twice');
      await database.close();
    });
  });
}

describe('on one server', () => {
  let store: Store;
  before(async () => {
    store = await openStore(await places.make('server'), { now: () => now, log: quietLog() });
  });
  after(() => store.close());

  it('what another process set later stays, though what came before is written after it', async () => {
    const ann = someone();
    const [one, other] = [processOn(store.personStates, true), processOn(store.personStates, true)];
    const outage = Promise.withResolvers<undefined>();
    const away = createPersonStates({
      store: () => outage.promise.then(() => store.personStates),
      shared: true,
      now: () => now,
      log: quietLog(),
    });
    did(away, ann, message('earlier'), now);
    const last = did(other, ann, message('later'), now + 60_000).last?.id;
    await other.flush();
    outage.resolve(undefined);
    await away.flush();
    const { state } = await one.recall(ann);
    assert.deepEqual([state.holdings.message?.text, state.last?.id], ['later', last]);
    assert.equal((await store.exportPerson(ann)).changes.length, 2);
  });
});

function whatHolds({ holdings, doubts, last }: PersonState): unknown {
  const plain = last && {
    ...last,
    touches: last.touches.map(({ slot, put, before: was }) => ({ slot, put, was })),
  };
  return JSON.parse(JSON.stringify({ holdings, doubts, plain }));
}

describe('the memory that it takes', () => {
  it('is bounded, and as much as is said, however many people there are', () => {
    const states = createPersonStates({ now: () => now, log: quietLog() });
    const use = (person: number) => {
      const userId = id(`00000000-0000-4000-8000-${String(person).padStart(12, '0')}`);
      live(states, born(userId), {
        said: {
          does: 'choose',
          wanted: {
            kind: 'prefer',
            status: 'busy',
            end: { said: 'nothing' },
            message: `text of person ${person}`,
          },
        },
        minutes: 0,
        answers: [],
        by: 1,
      });
    };
    use(0);
    const before = heapInUse();
    for (let person = 1; person <= 10_000; person += 1) use(person);
    const grown = heapInUse() - before;
    assert.ok(grown < 10 * 1024 * 1024, `${Math.round(grown / 1e6)} MB`);
    assert.ok(states.get(id('00000000-0000-4000-8000-000000010000')).told !== undefined);
  });
});
