import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { emptyForm, readForm } from '../../src/commands/form.ts';
import type { Filled } from '../../src/commands/answer.ts';
import type { ReadContext } from '../../src/parser/reading.ts';
import { now } from '../presence/samples.ts';

const context: ReadContext = { now, zone: 'America/New_York', locale: 'en-US', bot: [] };

/** What is wrong with it, by its code. */
function wrongWith(filled: Partial<Filled>, at: Partial<ReadContext> = {}): string {
  const chosen = readForm('busy', { ...emptyForm, ...filled }, { ...context, ...at });
  assert.ok(!chosen.ok, JSON.stringify(chosen));
  const { wrong } = chosen;
  switch (wrong.kind) {
    case 'form':
      return wrong.problem;
    case 'question':
      return wrong.question.code;
    case 'refusal':
      return wrong.refusal.code;
    case 'problem':
      return wrong.problem.code;
  }
}

const own = (date: string, time: string) => ({ length: 'own', date, time });

describe('a form is not taken', () => {
  it('with two ends, or with none', () => {
    assert.equal(wrongWith({ date: '2026-11-23' }), 'twoEnds');
    assert.equal(wrongWith({ time: '15:00' }), 'twoEnds');
    assert.equal(wrongWith({ length: 'own' }), 'noDateAndTime');
    assert.equal(wrongWith(own('2026-11-23', '')), 'noTime');
  });

  it('with a length that is not on the list', () => {
    for (const length of ['', '3h', 'until tomorrow', '__proto__', 'toString'])
      assert.equal(wrongWith({ length }), 'noLength', length);
  });

  it('with an end that has passed', () => {
    for (const [date, time] of [
      ['2026-11-19', '15:00'],
      ['2026-11-20', '14:07'],
      ['2026-11-20', '00:00'],
      ['', '14:06'],
    ] as const)
      assert.equal(wrongWith(own(date, time)), 'passed', `${date} ${time}`);
  });

  it('with a day or an hour that does not exist', () => {
    for (const [date, time] of [
      ['2026-02-30', '10:00'],
      ['2026-13-01', '10:00'],
      ['2026-11-23', '25:00'],
    ] as const)
      assert.equal(wrongWith(own(date, time)), 'noSuchTime', `${date} ${time}`);
  });

  it('with a time of day from somebody whose zone is unknown', () => {
    for (const filled of [own('2026-11-23', '15:00'), { length: 'tomorrow9' }, { length: 'restOfDay' }])
      assert.equal(wrongWith(filled, { zone: undefined }), 'noZone');
  });

  it('whatever stands in date and time: it gives an end or says what is wrong, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (date, time) => {
        const chosen = readForm('busy', { ...emptyForm, ...own(date, time) }, context);
        if (chosen.ok) assert.ok('end' in chosen.command && chosen.command.end.said !== 'nothing');
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
  });
});
