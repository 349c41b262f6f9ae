import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import { readRow, rowsOf } from './corpus.ts';
import { friday } from './sample.ts';
import { verdictOf } from './schedules.ts';

for (const name of ['schedules.jsonl', 'schedules-held-out.jsonl'])
  describe(`sentences about time ahead in ${name}`, () => {
    for (const locale of [...new Set(rowsOf(name).map((row) => row.locale.slice(0, 2)))])
      it(`${locale}: read right, and nothing done that was not meant`, (test) => {
        const rows = rowsOf(name).filter((row) => row.locale.startsWith(locale));
        const verdicts = rows.map((row) => ({ row, verdict: verdictOf(row) }));
        const count = (one: string) => verdicts.filter(({ verdict }) => verdict === one).length;
        test.diagnostic(
          `${name} ${locale}: ${count('right')} of ${rows.length} right, ${count('asked')} asked, ${count('wrong')} wrong, ${count('unsafe')} unsafe`,
        );
        const wrong = verdicts
          .filter(({ verdict }) => verdict !== 'right')
          .map(({ row, verdict }) => `${verdict} ${row.text} read as ${JSON.stringify(readRow(row))}`);
        assert.equal(count('unsafe'), 0, wrong.join('\n'));
        assert.ok(count('right') >= (locale === 'en' ? 0.93 : 0.9) * rows.length, wrong.join('\n'));
      });
  });

describe('a time that comes again and again without an end', () => {
  for (const text of ['brb every day at 10:30', 'dnd every weekday at 9', 'offline every Friday at 4pm'])
    it(`is asked for: ${text}`, () => {
      const reading = read(text, friday);
      assert.ok(reading.kind === 'ask', JSON.stringify(reading));
      const [first] = reading.question.suggestions;
      assert.ok(first !== undefined && read(first, friday).kind === 'schedule', first);
    });

  it('is the usual hour of what lasts no longer', () => {
    assert.equal(read('in a call every Monday at 9', friday).kind, 'schedule');
  });
});
