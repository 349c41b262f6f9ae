import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadActivities } from './activities.ts';
import { countMutations, mutations } from './mutations.ts';
import type { Mutation } from './mutations.ts';

const small = { type: 'message', entities: [{ id: 7 }], text: '' };

function byName(list: Iterable<Mutation>): Map<string, Mutation> {
  return new Map([...list].map((one) => [`${one.path} ${one.change}`, one]));
}

describe('mutations', () => {
  it('remove each field and each element, at any depth', () => {
    const found = byName(mutations(small));
    assert.deepEqual(found.get('type removed')?.activity, { entities: [{ id: 7 }], text: '' });
    assert.deepEqual(found.get('entities[0] removed')?.activity, { type: 'message', entities: [], text: '' });
    assert.deepEqual(found.get('entities[0].id removed')?.activity, {
      type: 'message',
      entities: [{}],
      text: '',
    });
  });

  it('replace each field by each wrong value, but not by the one that it has', () => {
    const changes = (path: string) =>
      [...mutations(small)].filter((one) => one.path === path).map(({ change }) => change);
    const all = ['removed', 'null', 'number', 'empty string', 'array', 'object', 'long string', 'true'];
    assert.deepEqual(changes('type'), all);
    assert.deepEqual(
      changes('text'),
      all.filter((change) => change !== 'empty string'),
    );
    const long = byName(mutations(small)).get('text long string')?.activity['text'];
    assert.equal(typeof long === 'string' && long.length, 5_000);
  });

  it('add the keys that lead to Object.prototype as own keys, which survive the wire', () => {
    const found = byName(mutations(small));
    const top = found.get('__proto__ prototype key')?.activity;
    assert.match(JSON.stringify(top), /"__proto__":\{"polluted":true\}/);
    const inner = found.get('entities[0].constructor prototype key')?.activity;
    assert.match(JSON.stringify(inner), /\{"id":7,"constructor":\{"prototype":\{"polluted":true\}\}\}/);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('leave the activity that they were made from, and each other, alone', () => {
    const before = structuredClone(small);
    const all = [...mutations(small)];
    assert.deepEqual(small, before);
    assert.equal(new Set(all.map(({ activity }) => activity)).size, all.length);
    assert.equal(
      all.some(({ activity }) => JSON.stringify(activity) === JSON.stringify(small)),
      false,
    );
  });

  it('come in the same order each time', () => {
    const names = () => [...mutations(small)].map(({ path, change }) => `${path} ${change}`);
    assert.deepEqual(names(), names());
  });

  it('are counted without being made, for every recorded activity', () => {
    let total = 0;
    for (const { file, activity } of loadActivities()) {
      const count = countMutations(activity);
      assert.equal([...mutations(activity)].length, count, file);
      total += count;
    }
    assert.ok(total > 10_000, `only ${total}`);
  });
});
