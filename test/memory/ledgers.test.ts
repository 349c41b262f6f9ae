/** A ledger after a restart, or in another process, is the one that was there before. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { emptyLedger, undoing, type Ledger } from '../../src/presence/ledger.ts';
import { fatesOf } from '../../src/presence/mark.ts';
import type { Guid, Want } from '../../src/presence/intent.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { id, now, sender } from '../presence/samples.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import { born, history, live, looksBack, outcomeOf, processOn } from './histories.ts';

const places = openPlaces();
after(() => places.close());

const someone = (): Guid => id(randomUUID());
const busy = (seconds: number): Want => ({
  kind: 'prefer',
  status: 'busy',
  end: { said: 'duration', seconds },
});
const message = (text: string): Want => ({ kind: 'message', text, end: { said: 'nothing' } });

/** What was said is of this process alone; and what no JSON column takes is kept as Unicode's own mark for that. */
function kept({ told: _, ...ledger }: Ledger): unknown {
  return JSON.parse(JSON.stringify(ledger).replaceAll(/\\u0000|\\ud800/g, '\uFFFD'));
}

function did(ledgers: ReturnType<typeof processOn>, userId: Guid, want: Want, at: number): Ledger {
  const outcome = outcomeOf(userId, want, at);
  assert.ok(outcome !== undefined);
  return ledgers.record(outcome, 'change');
}

for (const kind of places.kinds) {
  describe(`on the ${kind} store`, () => {
    const clock = { now };
    let store: Store;
    before(async () => {
      store = await openStore(await places.make(kind), { now: () => clock.now, log: quietLog() });
    });
    after(() => store.close());

    it('whatever was done, a process that starts anew recalls the same ledger and goes on with it', async () => {
      let entries = 0;
      await fc.assert(
        fc.asyncProperty(history, async (steps) => {
          let lived = born(someone());
          let ledgers = processOn(store.changes);
          for (const step of steps) {
            if (step.by === 0) {
              const old = ledgers.get(lived.userId);
              ledgers = processOn(store.changes);
              assert.deepEqual(kept(await ledgers.recall(lived.userId)), kept(old));
            }
            lived = live(ledgers, lived, step);
          }
          entries += lived.marks.length;
          const again = await processOn(store.changes).recall(lived.userId);
          assert.deepEqual(kept(again), kept(ledgers.get(lived.userId)));
        }),
        { numRuns: 40, seed: 20_261_122 },
      );
      assert.ok(entries > 150, `only ${entries} changes`);
    });

    it('several processes know the same, and any of them finds the change that another one’s card names', async () => {
      let pressed = 0;
      await fc.assert(
        fc.asyncProperty(history, async (steps) => {
          let lived = born(someone());
          const processes = [0, 1, 2].map(() => processOn(store.changes, true));
          // They have found the store: what one does is there for the others before anybody can press anything.
          await Promise.all(processes.map((each) => each.recall(lived.userId)));
          const all = { ledger: emptyLedger };
          for (const step of steps) {
            const ledgers = processes[step.by] ?? processes[0];
            assert.ok(ledgers !== undefined);
            if (looksBack(step)) await ledgers.recall(lived.userId);
            const cards = lived.marks.length;
            lived = live(ledgers, { ...lived, at: lived.at + 1 }, step, all);
            const card = lived.marks[cards];
            if (card === undefined) continue;
            const other = processes[(step.by + 1) % 3];
            assert.ok(other !== undefined);
            const recalled = await other.recall(lived.userId);
            for (const { standing } of fatesOf(recalled, card, lived.at))
              assert.equal(
                standing.kind,
                'running',
                'what was just set runs, wherever its button is pressed',
              );
            if (card.change === undefined) continue;
            pressed += 1;
            assert.equal(undoing(recalled, lived.at, card.change).kind, 'undo');
          }
          const [one, two, three] = await Promise.all(processes.map((each) => each.recall(lived.userId)));
          assert.ok(one && two && three);
          assert.deepEqual(kept(two), kept(one));
          assert.deepEqual(kept(three), kept(one));
          // The one that heard of everything at once knows as much; it may think some repetition the same choice.
          assert.deepEqual(whatHolds(one), whatHolds(all.ledger));
        }),
        { numRuns: 40, seed: 20_261_122 },
      );
      assert.ok(pressed > 60, `only ${pressed} cards could be pressed`);
    });

    it('a plain change right after a restart waits for nothing, and undo then knows what was before it', async () => {
      const ann = someone();
      did(processOn(store.changes), ann, message('in the lab'), now);
      const anew = processOn(store.changes);
      assert.equal(anew.get(ann), emptyLedger);
      const last = did(anew, ann, message('writing'), now + 60_000).last?.id;
      const found = undoing(await anew.recall(ann), now + 120_000, last);
      assert.ok(found.kind === 'undo' && found.want.kind === 'put');
      assert.deepEqual(found.want.holdings, [{ slot: 'message', text: 'in the lab' }]);
    });

    it('the card of what is said again after a restart finds its own, whatever was there before', async () => {
      const ann = someone();
      did(processOn(store.changes), ann, message('in the lab'), now);
      const anew = processOn(store.changes);
      const origin = did(anew, ann, message('in the lab'), now + 60_000).origins.message;
      assert.equal(origin, now + 60_000);
      const card = { holds: [{ slot: 'message' as const, origin }] };
      const [fate] = fatesOf(await anew.recall(ann), card, now + 120_000);
      assert.equal(fate?.standing.kind, 'running');
    });

    it('undo puts back what was set more changes ago than are read', async () => {
      const ann = someone();
      const ledgers = processOn(store.changes);
      did(ledgers, ann, message('in the lab'), now);
      for (let minute = 1; minute <= 60; minute += 1)
        did(ledgers, ann, busy(600 + 120 * minute), now + minute * 60_000);
      did(ledgers, ann, message('writing'), now + 70 * 60_000);
      const found = undoing(await processOn(store.changes).recall(ann), now + 71 * 60_000);
      assert.ok(found.kind === 'undo' && found.want.kind === 'put');
      assert.deepEqual(found.want.holdings, [{ slot: 'message', text: 'in the lab' }]);
    });

    it('the last request is known with its answer, as it was sent', async () => {
      const ann = someone();
      const { call } = did(processOn(store.changes), ann, busy(1800), now);
      const again = (await processOn(store.changes).recall(ann)).call;
      assert.ok(call !== undefined && again !== undefined);
      assert.deepEqual(again, call);
      assert.equal(JSON.stringify(again.request.body), JSON.stringify(call.request.body));
    });

    it('what meetings did is a part of the history, and of no ledger', async () => {
      const ann = someone();
      const ledgers = processOn(store.changes);
      did(ledgers, ann, busy(1800), now);
      for (let more = 0; more < 60; more += 1)
        ledgers.note({ userId: ann, at: now + more, door: 'meeting', what: {}, outcome: {} });
      const recalled = await processOn(store.changes).recall(ann);
      assert.equal(recalled.holdings.preferred?.pair, 'busy');
      assert.equal((await store.changes.latest(ann, 100)).length, 61);
    });

    it('after thirty days nothing is known of a change, and what came later still is', async () => {
      const [ann, bob] = [someone(), someone()];
      const ledgers = processOn(store.changes);
      const day = 24 * 3_600_000;
      await ledgers.recall(ann);
      did(ledgers, ann, message('in the lab'), now);
      did(ledgers, bob, message('in the lab'), now);
      did(ledgers, ann, message('writing'), now + 20 * day);
      await store.changes.flush();
      clock.now = now + 31 * day;
      await store.cleanUp();
      clock.now = now;
      const anew = processOn(store.changes);
      assert.deepEqual((await anew.recall(bob)).holdings, {});
      const found = undoing(await anew.recall(ann), now + 31 * day);
      assert.ok(found.kind === 'undo' && found.want.kind === 'put');
      // The later row knew what was before it.
      assert.deepEqual(found.want.holdings, [{ slot: 'message', text: 'in the lab' }]);
    });

    it('a status message is in its person’s export, and gone with them, written or not', async () => {
      const [ann, bob] = [someone(), someone()];
      const ledgers = processOn(store.changes);
      await ledgers.recall(ann);
      did(ledgers, ann, message('my secret'), now);
      did(ledgers, bob, message('another one'), now);
      const { changes } = await store.exportPerson(ann);
      assert.ok(JSON.stringify(changes).includes('my secret'));
      assert.ok(!JSON.stringify(changes).includes('another one'));
      did(ledgers, ann, message('my second secret'), now + 1);
      ledgers.forget(ann);
      await store.forgetPerson(ann);
      ledgers.forget(ann);
      assert.deepEqual(await ledgers.recall(ann), emptyLedger);
      assert.deepEqual(await processOn(store.changes).recall(ann), emptyLedger);
      assert.deepEqual((await store.exportPerson(ann)).changes, []);
      assert.equal((await store.exportPerson(bob)).changes.length, 1);
    });

    it('another tenant’s token, or anybody’s, is nowhere in a row', async () => {
      const ann = someone();
      did(processOn(store.changes), ann, busy(1800), now);
      const rows = JSON.stringify(await store.changes.latest(ann, 1));
      for (const secret of ['Bearer', sender.tenantId, sender.account])
        assert.ok(!rows.includes(secret), rows);
    });
  });
}

function whatHolds({ holdings, doubts, last }: Ledger): unknown {
  const plain = last && {
    ...last,
    touches: last.touches.map(({ slot, put, before: was }) => ({ slot, put, was })),
  };
  return JSON.parse(
    JSON.stringify({ holdings, doubts, plain }).replaceAll(/\\u0000|\\ud800/g, '\uFFFD'),
  ) as unknown;
}
