import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextOf, figure, isEnglish, readRow, rowsOf, score, tally } from './corpus.ts';
import { lossOf } from './offered.ts';

const least = 0.98;

const corpora = [
  ...['utterances.jsonl', 'positives.jsonl', 'traps.jsonl'],
  // Written before anyone looked at how the reader fares with them.
  ...['held-out-positives.jsonl', 'held-out-traps.jsonl', 'held-out-mixed.jsonl', 'everyday.jsonl'],
  'hooks-and-identity.jsonl',
];

describe('corpora of sentences', () => {
  for (const name of corpora) {
    it(`English of ${name}: at least 98 % understood, nothing changed that was not meant`, (test) => {
      const rows = rowsOf(name).filter(isEnglish);
      const result = score(rows);
      const { acted, asked, wrong } = tally(rows);
      test.diagnostic(`${name}: English rows right: ${figure(result)}`);
      test.diagnostic(`${name}: rows that want a change: acted ${acted}, asked ${asked}, wrong ${wrong}`);
      test.diagnostic(`${name}: unsafe writes: ${result.unsafe}`);
      assert.equal(result.unsafe, 0, result.wrong.join('\n'));
      assert.ok(result.right >= least * result.rows, result.wrong.join('\n'));
    });
  }

  it('at least 93 % of the English sentences that want a change are carried out as meant, the rest asked', (test) => {
    const { acted, asked, wrong } = tally(corpora.flatMap(rowsOf).filter(isEnglish));
    const share = acted / (acted + asked + wrong);
    test.diagnostic(`acted ${acted}, asked ${asked}, wrong ${wrong}: ${(100 * share).toFixed(1)} % as meant`);
    assert.equal(wrong, 0);
    assert.ok(share >= 0.93, `${share}`);
  });

  it('schedules, and what is about them: nothing is changed', (test) => {
    const result = score(rowsOf('schedules.jsonl'));
    test.diagnostic(`schedules.jsonl: refused as schedules, or asked: ${figure(result)}`);
    assert.equal(result.unsafe, 0, result.wrong.join('\n'));
  });

  it('other languages: nothing is changed that was not meant', (test) => {
    const result = score(rowsOf('utterances.jsonl').filter((row) => !isEnglish(row)));
    test.diagnostic(`other languages: rows right: ${figure(result)}`);
    test.diagnostic(`other languages: unsafe writes: ${result.unsafe}`);
    assert.equal(result.unsafe, 0, result.wrong.join('\n'));
  });

  it('every suggestion is read without asking, can be done, and loses nothing that was said', (test) => {
    let count = 0;
    for (const name of [...corpora, 'schedules.jsonl']) {
      for (const row of rowsOf(name)) {
        const context = contextOf(row);
        const reading = readRow(row);
        if (reading.kind !== 'ask') continue;
        for (const suggestion of reading.question.suggestions) {
          count += 1;
          assert.equal(lossOf(row.text, suggestion, context), undefined, `${row.text} → ${suggestion}`);
        }
      }
    }
    test.diagnostic(`suggestions read again: ${count}`);
    assert.ok(count > 50);
  });
});
