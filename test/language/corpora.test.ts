import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCommand, read } from '../../src/language/read.ts';
import { contextOf, figure, isEnglish, rowsOf, score } from './corpus.ts';

const least = 0.98;

const corpora = [
  ...['utterances.jsonl', 'positives.jsonl', 'traps.jsonl'],
  // Written before anyone looked at how the reader fares with them.
  ...['held-out-positives.jsonl', 'held-out-traps.jsonl', 'held-out-mixed.jsonl'],
  'hooks-and-identity.jsonl',
];

describe('corpora of sentences', () => {
  for (const name of corpora) {
    it(`English of ${name}: at least 98 % understood, nothing changed that was not meant`, (test) => {
      const result = score(rowsOf(name).filter(isEnglish));
      test.diagnostic(`${name}: English rows right: ${figure(result)}`);
      test.diagnostic(`${name}: unsafe writes: ${result.unsafe}`);
      assert.equal(result.unsafe, 0, result.wrong.join('\n'));
      assert.ok(result.right >= least * result.rows, result.wrong.join('\n'));
    });
  }

  it('other languages: nothing is changed that was not meant', (test) => {
    const result = score(rowsOf('utterances.jsonl').filter((row) => !isEnglish(row)));
    test.diagnostic(`other languages: rows right: ${figure(result)}`);
    test.diagnostic(`other languages: unsafe writes: ${result.unsafe}`);
    assert.equal(result.unsafe, 0, result.wrong.join('\n'));
  });

  it('every suggestion is itself read without asking', (test) => {
    let count = 0;
    for (const name of corpora) {
      for (const row of rowsOf(name)) {
        const context = contextOf(row);
        const reading = read(row.text, context);
        if (reading.kind !== 'ask') continue;
        for (const suggestion of reading.question.suggestions) {
          count += 1;
          const again = read(suggestion, context);
          assert.ok(isCommand(again), `${row.text} → ${suggestion} → ${JSON.stringify(again)}`);
        }
      }
    }
    test.diagnostic(`suggestions read again: ${count}`);
    assert.ok(count > 50);
  });
});
