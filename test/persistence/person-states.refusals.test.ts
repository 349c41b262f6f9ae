/** Whatever the record does or holds, no plain change waits for it, nothing throws, and nothing is claimed to be known that is not. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { createPersonStates, type PersonStatesParts } from '../../src/persistence/person-states.ts';
import type { Guid, WantedPresence } from '../../src/presence/intent.ts';
import { checkHoldings } from '../../src/presence/holding-status.ts';
import { noStack } from '../../src/presence/meeting.ts';
import { emptyState } from '../../src/presence/person-state.ts';
import { enter } from '../../src/presence/state-entry.ts';
import { undoLast } from '../../src/presence/undo.ts';
import { parseState, stateText } from '../../src/store/person-state-json.ts';
import type { PersonStateStore, StateEntries, StateRow } from '../../src/store/person-states.ts';
import { id, now } from '../presence/samples.ts';
import { outcomeOf, processOn } from './histories.ts';

const someone = (): Guid => id(randomUUID());

/** A record in memory, as text as in a table. */
function recordOf() {
  const texts = new Map<Guid, { version: number; text: string }>();
  const find = (userId: Guid): StateRow => {
    const row = texts.get(userId);
    return row === undefined
      ? { version: 0, state: emptyState }
      : { version: row.version, state: parseState(row.text) };
  };
  const writes: StateEntries[] = [];
  const writeIn = (all: readonly StateEntries[]) => {
    const written = new Map<Guid, StateRow>();
    for (const one of all) {
      const { version, state = emptyState } = find(one.userId);
      const text = stateText(one.entries.reduce(enter, state));
      texts.set(one.userId, { version: version + 1, text });
      written.set(one.userId, find(one.userId));
      writes.push(one);
    }
    return Promise.resolve(written);
  };
  const record: PersonStateStore = {
    find: (userId) => Promise.resolve(find(userId)),
    write: writeIn,
    writeIn: (_tx, all) => writeIn(all),
  };
  return { ...record, texts, writes };
}

/** States on whatever `store` gives, with what they warned of. */
function statesOn(store: NonNullable<PersonStatesParts['store']>, more: Partial<PersonStatesParts> = {}) {
  const warned: string[] = [];
  const log = { warn: (fields: object) => warned.push(JSON.stringify(fields)) };
  return { warned, states: createPersonStates({ store, now: () => now, log, answerMs: 10_000, ...more }) };
}

const message = (text: string): WantedPresence => ({ kind: 'message', text, end: { said: 'nothing' } });

function did(states: ReturnType<typeof processOn>, userId: Guid, text: string, at = now) {
  const outcome = outcomeOf(userId, message(text), at);
  assert.ok(outcome !== undefined);
  states.record({ outcome, did: 'change', kept: true });
  return states.get(userId);
}

const never = <T>(): Promise<T> => new Promise(() => undefined);
/** What was started by a change without being waited for. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a record that is away', () => {
  for (const [what, away] of Object.entries<() => Promise<PersonStateStore>>({
    'cannot be opened': () => Promise.reject(new Error('ECONNREFUSED')),
    'throws at once': () => {
      throw new Error('no such thing');
    },
    'never gets open': never,
    'opens and rejects': () =>
      Promise.resolve({ ...recordOf(), find: () => Promise.reject(new Error('gone')) }),
    'opens and never answers': () => Promise.resolve({ ...recordOf(), find: () => never() }),
  })) {
    it(`that ${what} leaves what the process remembers, which is not known to be all`, async () => {
      const { states, warned } = statesOn(away, { answerMs: 20 });
      const ann = someone();
      const after = did(states, ann, 'one');
      assert.deepEqual(await states.recall(ann), { state: after, known: false, stack: noStack });
      assert.ok(warned.length > 0, 'the operator hears of it');
    });
  }

  it('is waited for briefly', async () => {
    const record = recordOf();
    const ann = someone();
    const before = processOn(record);
    did(before, ann, 'before');
    await before.flush();
    const opening = Promise.withResolvers<PersonStateStore>();
    const { states } = statesOn(() => opening.promise);
    const recalled = states.recall(ann);
    await settle();
    opening.resolve(record);
    const { state, known } = await recalled;
    assert.deepEqual([state.holdings.message?.text, known], ['before', true]);
  });

  it('and lacks what a card names is waited for, while another process may be about to write it', async () => {
    const record = recordOf();
    const ann = someone();
    const [one, other] = [processOn(record, true), processOn(record, true)];
    did(one, ann, 'before');
    await one.flush();
    const outage = Promise.withResolvers<undefined>();
    const { states: late } = statesOn(() => outage.promise.then(() => record), { shared: true });
    const card = did(late, ann, 'after', now + 60_000).last?.id;
    const recalled = other.recall(ann, card);
    await settle();
    outage.resolve(undefined);
    assert.equal((await recalled).state.holdings.message?.text, 'after');
  });

  it('lacks what a card names for good: then nothing is said of what became of it', async () => {
    const record = recordOf();
    const ann = someone();
    const states = processOn(record, true);
    did(states, ann, 'before');
    await states.flush();
    const origin = now + 60_000;
    const { state, known } = await states.recall(ann, origin);
    assert.equal(known, true);
    assert.deepEqual(undoLast(state, origin, origin), { kind: 'none', why: 'notRecorded' });
    const [found] = checkHoldings(state, { holds: [{ slot: 'message', origin }] }, origin);
    assert.equal(found?.status.kind, 'unknown');
  });

  it('is not needed by a process of its own that has read it before, and is by one of several', async () => {
    for (const shared of [false, true]) {
      const record = recordOf();
      let away = false;
      const { states } = statesOn(
        () => (away ? Promise.reject(new Error('away')) : Promise.resolve(record)),
        { shared },
      );
      const ann = someone();
      await states.recall(ann);
      away = true;
      did(states, ann, 'one');
      assert.equal((await states.recall(ann)).known, !shared);
    }
  });

  it('does not tell what wants the session, and then not all is known', async () => {
    const { states } = statesOn(() => Promise.resolve(recordOf()), {
      stack: () => Promise.reject(new Error('away')),
    });
    assert.equal((await states.recall(someone())).known, false);
  });

  it('and comes back is written to without anybody doing anything', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const record = recordOf();
    let away = true;
    const { states } = statesOn(() => (away ? Promise.reject(new Error('away')) : Promise.resolve(record)));
    const ann = someone();
    did(states, ann, 'one');
    context.mock.timers.tick(500);
    await settle();
    assert.deepEqual([record.writes.length, states.counts.waiting], [0, 1]);
    away = false;
    context.mock.timers.tick(10_000);
    await settle();
    assert.deepEqual([record.writes.length, states.counts], [1, { waiting: 0, written: 1, dropped: 0 }]);
  });

  it('has 5,000 changes waiting, in order; of whom more would wait, nothing is known any more', async () => {
    const record = recordOf();
    const opening = Promise.withResolvers<PersonStateStore>();
    const { states } = statesOn(() => opening.promise);
    const [ann, bob] = [someone(), someone()];
    for (let count = 0; count < 3; count += 1) did(states, ann, `text ${count}`, now + count);
    for (let count = 0; count < 4998; count += 1) did(states, bob, `text ${count}`, now + count);
    assert.deepEqual(states.counts, { waiting: 4998, written: 0, dropped: 3 });
    opening.resolve(record);
    await states.flush();
    assert.deepEqual([states.counts.waiting, states.counts.written], [0, 4998]);
    assert.equal((await states.recall(bob)).state.holdings.message?.text, 'text 4997');
    assert.equal((await states.recall(ann)).known, false);
  });

  it('refuses one person’s change and takes everybody else’s', async () => {
    const record = recordOf();
    const bad = someone();
    const refusing: PersonStateStore = {
      ...record,
      write: (all) =>
        all.some(({ userId }) => userId === bad)
          ? Promise.reject(Object.assign(new Error('unsupported Unicode escape'), { code: '22P05' }))
          : record.write(all),
    };
    const { states } = statesOn(() => Promise.resolve(refusing));
    const others = Array.from({ length: 150 }, someone);
    for (const [index, userId] of others.entries()) {
      if (index === 70) did(states, bad, 'bad');
      did(states, userId, 'good');
    }
    await states.flush();
    assert.deepEqual(states.counts, { waiting: 0, written: 150, dropped: 1 });
    assert.equal((await states.recall(bad)).known, false);
  });

  it('and answers too late changes nothing that was said', async () => {
    const record = recordOf();
    const ann = someone();
    const before = processOn(record);
    did(before, ann, 'before');
    await before.flush();
    const late = Promise.withResolvers<StateRow>();
    const { states } = statesOn(() => Promise.resolve({ ...record, find: () => late.promise }), {
      answerMs: 20,
    });
    assert.deepEqual(await states.recall(ann), { state: emptyState, known: false, stack: noStack });
    late.resolve(await record.find(ann));
    await settle();
    assert.equal(states.get(ann).holdings.message?.text, 'before', 'what is known later is remembered');
  });
});

describe('while it is read', () => {
  it('what is done is in what is recalled', async () => {
    const record = recordOf();
    const ann = someone();
    const before = processOn(record);
    did(before, ann, 'before');
    await before.flush();
    let meanwhile = () => undefined as unknown;
    const { states } = statesOn(() =>
      Promise.resolve({
        ...record,
        find: async (userId) => {
          const row = await record.find(userId);
          meanwhile();
          return row;
        },
      }),
    );
    meanwhile = () => {
      meanwhile = () => undefined;
      did(states, ann, 'meanwhile', now + 60_000);
    };
    const found = undoLast((await states.recall(ann)).state, now + 120_000);
    assert.ok(found.kind === 'undo' && found.wanted.kind === 'put');
    assert.deepEqual(found.wanted.holdings, [{ slot: 'message', text: 'before' }]);
    assert.equal(states.get(ann).holdings.message?.text, 'meanwhile');
  });

  it('who is forgotten stays so', async () => {
    const record = recordOf();
    const ann = someone();
    const before = processOn(record);
    did(before, ann, 'secret');
    await before.flush();
    const reading = Promise.withResolvers<StateRow>();
    let reads = 0;
    const { states } = statesOn(() =>
      Promise.resolve({
        ...record,
        find: (userId) => {
          reads += 1;
          return reads === 1 ? reading.promise : record.find(userId);
        },
      }),
    );
    const recalled = states.recall(ann);
    await settle();
    const row = await record.find(ann);
    record.texts.delete(ann);
    await states.forget(ann);
    reading.resolve(row);
    assert.deepEqual((await recalled).state, emptyState);
  });
});

describe('who is forgotten', () => {
  it('is not written down any more', async () => {
    const record = recordOf();
    const opening = Promise.withResolvers<PersonStateStore>();
    const { states } = statesOn(() => opening.promise);
    const [ann, bob] = [someone(), someone()];
    did(states, ann, 'secret');
    did(states, bob, 'another');
    await states.forget(ann);
    opening.resolve(record);
    await states.flush();
    assert.deepEqual(
      record.writes.map(({ userId }) => userId),
      [bob],
    );
  });

  it('while they are being written is forgotten when that is done', async () => {
    const record = recordOf();
    const writing = Promise.withResolvers<undefined>();
    const { states } = statesOn(() =>
      Promise.resolve({ ...record, write: (all) => writing.promise.then(() => record.write(all)) }),
    );
    const ann = someone();
    did(states, ann, 'secret');
    void states.flush();
    await settle();
    const forgotten = states.forget(ann);
    writing.resolve(undefined);
    await forgotten;
    assert.deepEqual([states.get(ann), record.writes.length], [emptyState, 1]);
  });
});

describe('a row', () => {
  const good = async () => {
    const record = recordOf();
    const ann = someone();
    const states = processOn(record);
    did(states, ann, 'one');
    did(states, ann, 'two', now + 60_000);
    await states.flush();
    const row = record.texts.get(ann) ?? assert.fail();
    return { record, ann, row };
  };

  for (const [what, spoil] of Object.entries<(text: string) => string>({
    'is no JSON': (text) => text.slice(1),
    'holds nothing': () => 'null',
    'is of another kind': () => '{"minute":3}',
    'names a slot that there is none of': (text) => text.replaceAll('"slot":"message"', '"slot":"mood"'),
    'names a status that there is none of': (text) =>
      text.replaceAll('"slot":"message"', '"slot":"preferred","pair":"asleep"'),
    'names a request that there is none of': (text) => text.replaceAll('setStatusMessage', 'deleteUser'),
  })) {
    it(`that ${what} is not known, until the next change is written over it`, async () => {
      const { record, ann, row } = await good();
      const text = spoil(row.text);
      assert.notEqual(text, row.text);
      record.texts.set(ann, { version: 7, text });
      const states = processOn(record);
      const { state, known } = await states.recall(ann);
      assert.deepEqual([state, known], [emptyState, false]);
      did(states, ann, 'three', now + 120_000);
      await states.flush();
      const again = await processOn(record).recall(ann);
      assert.deepEqual([again.state.holdings.message?.text, again.known], ['three', true]);
      assert.equal(record.texts.get(ann)?.version, 8);
    });
  }

  it('of which only what was said cannot be read is known all the same', async () => {
    const { record, ann, row } = await good();
    const told = { ...(JSON.parse(row.text) as object), told: { did: 'sang' } };
    record.texts.set(ann, { version: 1, text: JSON.stringify(told) });
    const { state, known } = await processOn(record).recall(ann);
    assert.deepEqual([state.holdings.message?.text, state.told, known], ['two', undefined, true]);
  });
});
