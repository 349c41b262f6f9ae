/** Whatever the record does or holds, nobody waits for it, nothing throws, and nothing is claimed that it does not say. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { memoryPersonStates } from '../../src/commands/desk.ts';
import { createLedgers } from '../../src/memory/ledgers.ts';
import type { Guid, Want } from '../../src/presence/intent.ts';
import { emptyState, undoing } from '../../src/presence/person-state.ts';
import type { ChangeRow, Changes } from '../../src/store/changes.ts';
import { id, now } from '../presence/samples.ts';
import { outcomeOf, processOn } from './histories.ts';

const someone = (): Guid => id(randomUUID());

/** A record in memory, through JSON as in a table; `latest` can be told to do something else. */
function recordOf(rows: ChangeRow[] = []): Changes & { readonly rows: ChangeRow[] } {
  return {
    rows,
    append: (row) => rows.push(structuredClone(row)),
    latest: (userId, limit) =>
      Promise.resolve(
        rows
          .filter((row) => row.userId === userId)
          .toReversed()
          .slice(0, limit),
      ),
    flush: () => Promise.resolve(),
    withdraw: () => Promise.resolve(),
    counts: { written: 0, dropped: 0, failures: 0 },
  };
}

/** PersonStates on whatever `changes` gives, with what they warned of. */
function ledgersOn(changes: () => Promise<Changes> | undefined, answerMs = 10_000) {
  const warned: string[] = [];
  const log = { warn: (fields: object) => warned.push(JSON.stringify(fields)) };
  return {
    warned,
    ledgers: createLedgers({ memory: memoryPersonStates(), changes, shared: false, log, answerMs }),
  };
}

const message = (text: string): Want => ({ kind: 'message', text, end: { said: 'nothing' } });

function did(ledgers: ReturnType<typeof processOn>, userId: Guid, text: string, at = now) {
  const outcome = outcomeOf(userId, message(text), at);
  assert.ok(outcome !== undefined);
  return ledgers.record(outcome, 'change');
}

const never = <T>(): Promise<T> => new Promise(() => undefined);
/** What was started by a change without being waited for. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a record that is away', () => {
  it('is not looked for where none is to be opened, and gets what waited once there is one', async () => {
    const record = recordOf();
    let open = false;
    const { ledgers, warned } = ledgersOn(() => (open ? Promise.resolve(record) : undefined));
    const ann = someone();
    did(ledgers, ann, 'one');
    did(ledgers, ann, 'two', now + 1);
    assert.equal((await ledgers.recall(ann)).holdings.message?.text, 'two');
    assert.deepEqual([record.rows.length, ledgers.counts.waiting], [0, 2]);
    open = true;
    did(ledgers, ann, 'three', now + 2);
    await settle();
    assert.deepEqual(
      record.rows.map(({ at }) => at),
      [now, now + 1, now + 2],
    );
    assert.deepEqual([ledgers.counts.waiting, warned], [0, []]);
  });

  for (const [what, away] of Object.entries<() => Promise<Changes>>({
    'cannot be opened': () => Promise.reject(new Error('ECONNREFUSED')),
    'throws at once': () => {
      throw new Error('no such thing');
    },
    'never gets open': never,
    'opens and rejects': () =>
      Promise.resolve({ ...recordOf(), latest: () => Promise.reject(new Error('gone')) }),
    'opens and never answers': () => Promise.resolve({ ...recordOf(), latest: () => never() }),
  })) {
    it(`that ${what} leaves what the process remembers`, async () => {
      const { ledgers, warned } = ledgersOn(away, 20);
      const ann = someone();
      const after = did(ledgers, ann, 'one');
      assert.equal(await ledgers.recall(ann), after);
      assert.equal(warned.length, 1, 'the operator hears of it');
    });
  }

  it('and comes back is written to without anybody doing anything', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const record = recordOf();
    let away = true;
    const { ledgers } = ledgersOn(() => (away ? Promise.reject(new Error('away')) : Promise.resolve(record)));
    did(ledgers, someone(), 'one');
    await settle();
    context.mock.timers.tick(5000);
    await settle();
    away = false;
    assert.equal(record.rows.length, 0);
    context.mock.timers.tick(5000);
    await settle();
    assert.equal(record.rows.length, 1);
  });

  it('has the latest 5,000 changes waiting, in order, and counts the others', async () => {
    const record = recordOf();
    const opening = Promise.withResolvers<Changes>();
    const { ledgers } = ledgersOn(() => opening.promise);
    const ann = someone();
    for (let count = 0; count < 5003; count += 1)
      ledgers.note({ userId: ann, at: now + count, door: 'hook', what: {}, outcome: {} });
    assert.deepEqual(ledgers.counts, { waiting: 5000, dropped: 3 });
    opening.resolve(record);
    await settle();
    assert.deepEqual(
      record.rows.map(({ at }) => at - now),
      Array.from({ length: 5000 }, (_, index) => index + 3),
    );
  });

  it('and answers too late changes nothing any more', async () => {
    const record = recordOf();
    const ann = someone();
    did(processOn(record), ann, 'before');
    await settle();
    const late = Promise.withResolvers<readonly ChangeRow[]>();
    const { ledgers } = ledgersOn(() => Promise.resolve({ ...record, latest: () => late.promise }), 20);
    assert.equal(await ledgers.recall(ann), emptyState);
    late.resolve(await record.latest(ann, 50));
    await settle();
    assert.equal(ledgers.get(ann), emptyState);
  });
});

describe('while it is read', () => {
  it('what is done is in what is recalled', async () => {
    const record = recordOf();
    const ann = someone();
    did(processOn(record), ann, 'before');
    await settle();
    let meanwhile = () => undefined as unknown;
    const slow: Changes = {
      ...record,
      latest: async (userId, limit) => {
        const rows = await record.latest(userId, limit);
        meanwhile();
        return rows;
      },
    };
    const { ledgers } = ledgersOn(() => Promise.resolve(slow));
    meanwhile = () => {
      meanwhile = () => undefined;
      did(ledgers, ann, 'meanwhile', now + 60_000);
    };
    const found = undoing(await ledgers.recall(ann), now + 120_000);
    assert.ok(found.kind === 'undo' && found.want.kind === 'put');
    assert.deepEqual(found.want.holdings, [{ slot: 'message', text: 'before' }]);
    assert.equal(ledgers.get(ann).holdings.message?.text, 'meanwhile');
  });

  it('who is forgotten stays so', async () => {
    const record = recordOf();
    const ann = someone();
    did(processOn(record), ann, 'secret');
    await settle();
    const reading = Promise.withResolvers<readonly ChangeRow[]>();
    const { ledgers } = ledgersOn(() => Promise.resolve({ ...record, latest: () => reading.promise }));
    const recalled = ledgers.recall(ann);
    await settle();
    const rows = await record.latest(ann, 50);
    ledgers.forget(ann);
    reading.resolve(rows);
    assert.equal(await recalled, emptyState);
  });
});

describe('who is forgotten', () => {
  it('is not written down any more', async () => {
    const record = recordOf();
    const opening = Promise.withResolvers<Changes>();
    const { ledgers } = ledgersOn(() => opening.promise);
    const [ann, bob] = [someone(), someone()];
    did(ledgers, ann, 'secret');
    did(ledgers, bob, 'another');
    ledgers.forget(ann);
    opening.resolve(record);
    await settle();
    assert.deepEqual(
      record.rows.map(({ userId }) => userId),
      [bob],
    );
  });
});

describe('a row', () => {
  const good = () => {
    const record = recordOf();
    const ann = someone();
    const ledgers = processOn(record);
    did(ledgers, ann, 'one');
    did(ledgers, ann, 'two', now + 60_000);
    return { record, ann, ledgers };
  };

  for (const [what, spoil] of Object.entries<(row: ChangeRow) => Partial<ChangeRow>>({
    'holds nothing': () => ({ what: null, outcome: null }),
    'is of another kind': () => ({ what: { minute: 3 }, outcome: 'applied' }),
    'has steps without what came of them': () => ({ outcome: { steps: [] } }),
    'names a status that there is none of': (row) => ({
      what: JSON.parse(
        JSON.stringify(row.what).replaceAll('"slot":"message"', '"slot":"preferred","pair":"asleep"'),
      ) as unknown,
    }),
    'names a request that there is none of': (row) => ({
      outcome: JSON.parse(
        JSON.stringify(row.outcome).replaceAll('setStatusMessage', 'deleteUser'),
      ) as unknown,
    }),
  })) {
    it(`that ${what} is left out, and nothing before it is claimed to hold`, async () => {
      const { record, ann, ledgers } = good();
      await settle();
      const [first, second] = record.rows;
      assert.ok(first !== undefined && second !== undefined);
      assert.equal((await processOn(recordOf([first, second])).recall(ann)).holdings.message?.text, 'two');
      const bad = { ...second, ...spoil(second) };
      assert.deepEqual(await processOn(recordOf([first, bad])).recall(ann), emptyState);
      did(ledgers, ann, 'three', now + 120_000);
      const third = record.rows[2];
      assert.ok(third !== undefined);
      assert.equal(
        (await processOn(recordOf([first, bad, third])).recall(ann)).holdings.message?.text,
        'three',
      );
    });
  }

  it('that was written twice, because the answer to the first time was lost, counts once', async () => {
    const { record, ann } = good();
    await settle();
    const [first, second] = record.rows;
    assert.ok(first !== undefined && second !== undefined);
    const once = await processOn(recordOf([first, second])).recall(ann);
    assert.deepEqual(await processOn(recordOf([first, second, first, second])).recall(ann), once);
  });
});
