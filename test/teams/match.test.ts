import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folded, matching } from '../../src/teams/match.ts';

const people = [
  'Ana María García',
  'Bjørn Løkke',
  'Bruno Salt',
  'Łukasz Żółty',
  'Mária Bruna',
  'Martin Groß',
  'Ming-Na Li',
  'O’Brien, Ann',
  'Salt Brunowski',
  'Sørine Æbelø',
  '李 小龙',
].map(named);

function named(name: string) {
  return { name, key: folded(name) };
}

const found = (typed: string) => matching(people, typed).map(({ name }) => name);

describe('people are found by', () => {
  const cases: [string, string[]][] = [
    ['bruno salt', ['Bruno Salt', 'Salt Brunowski']],
    ['BRUNO', ['Bruno Salt', 'Salt Brunowski']],
    ['salt bruno', ['Salt Brunowski', 'Bruno Salt']],
    ['  salt   bru ', ['Salt Brunowski', 'Bruno Salt']],
    ['maria', ['Mária Bruna', 'Ana María García']],
    ['María', ['Mária Bruna', 'Ana María García']],
    ['bjorn lokke', ['Bjørn Løkke']],
    ['lukasz zolty', ['Łukasz Żółty']],
    ['gross', ['Martin Groß']],
    ['aebelo', ['Sørine Æbelø']],
    ['obrien', []],
    ["o'brien", ['O’Brien, Ann']],
    ['ann o brien', ['O’Brien, Ann']],
    ['na li', ['Ming-Na Li']],
    ['小龙', ['李 小龙']],
    ['no', ['Bruno Salt', 'Salt Brunowski']],
    ['', []],
    ['   ', []],
    ['?!', []],
    ['zzz', []],
  ];
  for (const [typed, names] of cases) {
    it(`${JSON.stringify(typed)} → ${names.join(' · ') || 'nobody'}`, () => {
      assert.deepEqual(found(typed), names);
    });
  }
});

describe('the most relevant come first', () => {
  it('the whole name, then its beginning, a later word’s beginning, and anywhere in it', () => {
    const names = ['Joanna Lee', 'Lee Anna', 'Anna', 'Hanna', 'Annabel', 'Anna'].map((name, id) => ({
      ...named(name),
      id,
    }));
    assert.deepEqual(
      matching(names, 'anna').map(({ name, id }) => `${name} ${id}`),
      ['Anna 2', 'Anna 5', 'Annabel 4', 'Lee Anna 1', 'Hanna 3', 'Joanna Lee 0'],
    );
  });

  it('and everybody appears once', () => {
    const all = matching(people, 'a');
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.length > 5);
  });
});

it('what is longer than a name is nobody’s, however often a name is in it', () => {
  assert.deepEqual(matching([named('Ann Ann')], 'ann '.repeat(50_000)), []);
  assert.equal(matching([named('Ann Ann')], 'ann '.repeat(60)).length, 1);
});
