import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandOf, emptyForm, lengths, readForm } from '../../src/commands/form.ts';
import type { Filled } from '../../src/commands/answer.ts';
import { read } from '../../src/parser/read.ts';
import type { ReadContext, Reading } from '../../src/parser/reading.ts';
import { pairs } from '../../src/presence/pairs.ts';
import { now } from '../presence/samples.ts';

const context: ReadContext = { now, zone: 'America/New_York', locale: 'en-US', bot: [] };

function commandFrom(filled: Partial<Filled>, at: Partial<ReadContext> = {}) {
  const chosen = readForm('busy', { ...emptyForm, ...filled }, { ...context, ...at });
  assert.ok(chosen.ok && chosen.command.kind !== 'schedule', JSON.stringify(chosen));
  return chosen.command;
}

describe('a form that repeats', () => {
  const zoned = { ...context, now: Date.parse('2026-11-20T14:07:00-05:00') };
  for (const [fields, sentence] of [
    [{ repeat: { often: 'weekdays', from: '09:00', days: '' }, length: '2h' }, 'busy every weekday 9-11am'],
    [
      { repeat: { often: 'daily', from: '22:00', days: '' }, length: 'own', time: '07:00', message: 'Home' },
      'busy every day from 10pm to 7am "Home"',
    ],
    [
      {
        repeat: { often: 'chosen', from: '14:00', days: 'FR,MO' },
        length: 'own',
        time: '15:30',
        date: '2026-12-18',
      },
      'busy on Mondays and Fridays 2-3:30pm until December 18',
    ],
  ] as const)
    it(`makes the rule of the sentence: ${sentence}`, () => {
      const { assumed: _, ...said } = read(sentence, zoned) as Extract<Reading, { kind: 'schedule' }>;
      const chosen = readForm('busy', { ...emptyForm, ...fields }, zoned);
      assert.ok(chosen.ok, JSON.stringify(chosen));
      assert.deepEqual({ ...chosen.command, assumed: [] }, { ...said, assumed: [] });
    });

  it('asks for its start and its days, and for neither where it does not', () => {
    const problemOf = (often: string, from: string, days = '') => {
      const chosen = readForm('busy', { ...emptyForm, repeat: { often, from, days } }, zoned);
      return chosen.ok || chosen.wrong.kind !== 'form' ? undefined : chosen.wrong.problem;
    };
    assert.deepEqual(
      [problemOf('daily', ''), problemOf('chosen', '09:00'), problemOf('once', '09:00')],
      ['noStart', 'noDays', 'notRepeated'],
    );
  });
});

describe('a form', () => {
  it('left as it is asks for an hour, without a message', () => {
    assert.deepEqual(commandFrom({}), {
      kind: 'prefer',
      status: 'busy',
      end: { said: 'duration', seconds: 3600 },
      assumed: [],
    });
  });

  it('reads each length as if it had been typed', () => {
    const ends = lengths
      .filter(({ id }) => id !== 'own')
      .map(({ id }) => [id, commandFrom({ length: id }).end]);
    assert.deepEqual(Object.fromEntries(ends), {
      '15m': { said: 'duration', seconds: 900 },
      '30m': { said: 'duration', seconds: 1800 },
      '1h': { said: 'duration', seconds: 3600 },
      '2h': { said: 'duration', seconds: 7200 },
      restOfDay: { said: 'instant', at: Date.parse('2026-11-21T00:00:00-05:00') },
      tomorrow9: { said: 'instant', at: Date.parse('2026-11-21T09:00:00-05:00') },
    });
  });

  it('means nine in the morning, tomorrow, on either side of midnight', () => {
    for (const [said, expected] of [
      ['2026-11-20T23:59:00-05:00', '2026-11-21T09:00:00-05:00'],
      ['2026-11-21T00:01:00-05:00', '2026-11-22T09:00:00-05:00'],
      ['2026-10-31T20:00:00-04:00', '2026-11-01T09:00:00-05:00'],
    ] as const)
      assert.deepEqual(
        commandFrom({ length: 'tomorrow9' }, { now: Date.parse(said) }).end,
        { said: 'instant', at: Date.parse(expected) },
        said,
      );
  });

  it('reads an own date and time the same in every region', () => {
    for (const locale of ['en-US', 'en-GB', 'de-DE', 'ja-JP'])
      assert.deepEqual(
        commandFrom({ length: 'own', date: '2026-12-01', time: '09:05' }, { locale }).end,
        { said: 'instant', at: Date.parse('2026-12-01T09:05:00-05:00') },
        locale,
      );
  });

  it('says what it assumed of an end', () => {
    assert.deepEqual(commandFrom({ length: 'own', time: '10:30' }).assumed, [{ code: 'nextDay' }]);
    assert.deepEqual(commandFrom({ length: 'own', date: '2027-03-14', time: '02:30' }).assumed, [
      { code: 'clockGap' },
    ]);
  });

  it('takes a message without the spaces around it, and none where there are only spaces', () => {
    assert.equal(commandFrom({ message: '  deep work ' }).message, 'deep work');
    assert.equal(commandFrom({ message: '   ' }).message, undefined);
  });

  it('needs no zone for a duration', () => {
    assert.deepEqual(commandFrom({ length: '2h' }, { zone: undefined }).end, {
      said: 'duration',
      seconds: 7200,
    });
  });
});

it('every pair becomes the command of its own slot', () => {
  for (const { id, slot } of pairs)
    assert.deepEqual(commandOf(id, { said: 'nothing' }, [], ''), {
      ...(slot === 'preferred' ? { kind: 'prefer', status: id } : { kind: 'open', session: id }),
      end: { said: 'nothing' },
      assumed: [],
    });
});
