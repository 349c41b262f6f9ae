import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRow, rowsOf } from './corpus.ts';
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
