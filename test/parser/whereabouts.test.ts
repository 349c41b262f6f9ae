/** "who is free?", "working from home today", in every language: whole sentences, and no other is taken for one. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { whereabouts } from '../../src/parser/languages/whereabouts.ts';
import { expand } from '../../src/parser/phrases/expand.ts';
import { readWhereabouts } from '../../src/parser/read-whereabouts.ts';
import { figure, rowsOf, score } from './corpus.ts';

it('sentences about where people are: as meant, and nothing else is set', (test) => {
  const result = score(rowsOf('whereabouts.jsonl'));
  test.diagnostic(`whereabouts.jsonl: rows right: ${figure(result)}`);
  assert.equal(result.unsafe, 0, result.wrong.join('\n'));
  assert.deepEqual(result.wrong, []);
});

it('every phrase of the table is read, and none in two ways', () => {
  const read = new Map<string, string>();
  for (const [language, { who, places, clear }] of Object.entries(whereabouts))
    for (const [meaning, phrases] of Object.entries({ ...who, ...prefixed(places), clear }))
      for (const phrase of expand(phrases)) {
        const reading = JSON.stringify(readWhereabouts(phrase, []) ?? assert.fail(`${language}: ${phrase}`));
        const known = read.get(reading) ?? meaning;
        assert.equal(known, meaning, `${language}: ${phrase}`);
        read.set(reading, meaning);
      }
});

function prefixed(places: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(places).map(([place, phrases]) => [`at ${place}`, phrases]));
}

it('a question or a quotation sets no location', () => {
  for (const sentence of ['working from home today?', '“in the office today”', '今天在办公室？'])
    assert.equal(readWhereabouts(sentence, []), undefined);
});
