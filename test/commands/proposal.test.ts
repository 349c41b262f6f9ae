import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyForm } from '../../src/commands/form.ts';
import { formOf } from '../../src/commands/proposal.ts';

/** A Friday. */
const now = Date.parse('2026-11-20T14:07:00-05:00');
const context = { now, zone: 'America/New_York', locale: 'en-US', bot: ['Presence'] };

describe('a message fills the form in with', () => {
  const cases: [string, string | undefined, Partial<typeof emptyForm>][] = [
    ['out until Monday 9am, back then', 'away', { length: 'own', date: '2026-11-23', time: '09:00' }],
    ['dnd 1h', 'doNotDisturb', { length: '1h' }],
    ['brb 15 minutes', 'beRightBack', { length: '15m' }],
    ['busy for 30 minutes', 'busy', { length: '30m' }],
    ['busy for 120 minutes', 'busy', { length: '2h' }],
    ['busy for 45 minutes', 'busy', { length: 'own', date: '2026-11-20', time: '14:52' }],
    ['presenting until 3pm', 'presenting', { length: 'own', date: '2026-11-20', time: '15:00' }],
    ['dnd until 3pm "in the lab"', 'doNotDisturb', { length: 'own', time: '15:00', message: 'in the lab' }],
    ['busy', 'busy', { length: '1h', date: '', time: '' }],
    ['lunch is at noon somewhere', undefined, { length: '1h', date: '', time: '', message: '' }],
  ];
  for (const [text, pair, expected] of cases) {
    it(`${text} → ${pair ?? 'no status'}, ${JSON.stringify(expected)}`, () => {
      const { filled, from } = formOf(text, context);
      assert.equal(from?.pair, pair);
      assert.equal(from?.quote, text);
      assert.deepEqual({ ...filled, ...expected }, filled);
    });
  }

  it('the reader’s own local date and time, wherever they are', () => {
    const inTokyo = formOf('out until Monday 9am', { ...context, zone: 'Asia/Tokyo' });
    assert.deepEqual([inTokyo.filled.date, inTokyo.filled.time], ['2026-11-23', '09:00']);
    const overMidnight = formOf('busy for 10 hours', context);
    assert.deepEqual([overMidnight.filled.date, overMidnight.filled.time], ['2026-11-21', '00:07']);
  });

  it('an end never earlier than was said, for a form knows no seconds', () => {
    const { filled } = formOf('busy for 45 minutes', { ...context, now: now + 1 });
    assert.equal(filled.time, '14:53');
  });

  it('a listed length without a zone, and no date or time that could be wrong', () => {
    const { zone: _, ...nowhere } = context;
    const unknown = { ...nowhere, zone: undefined };
    assert.equal(formOf('busy 30m', unknown).filled.length, '30m');
    assert.deepEqual(formOf('busy for 45 minutes', unknown).filled, emptyForm);
    assert.deepEqual(formOf('busy until 3pm', unknown).filled, emptyForm);
  });
});

describe('the message is quoted', () => {
  it('on one line, and cut to 200 characters', () => {
    const { from } = formOf(`dnd 1h\n\n${'word '.repeat(100)}`, context);
    assert.equal(from?.quote.length, 200);
    assert.match(from.quote, /^dnd 1h word word .*…$/);
  });

  it('not at all where it has no words', () => {
    for (const text of ['', '  \n\t ', '\u202e']) assert.equal(formOf(text, context).from, undefined);
  });

  it('without half a character at its end', () => {
    for (const lead of ['', 'a']) {
      const { from } = formOf(lead + '😀'.repeat(300), context);
      assert.ok(from?.quote.isWellFormed() === true && from.quote.length <= 200);
    }
    assert.equal(formOf('out \ud83d', context).from?.quote.isWellFormed(), true);
  });

  it('without marks that would turn the words around it', () => {
    const { from } = formOf('busy\u202e 1h \u2066now\u2069', context);
    assert.equal(from?.quote, 'busy 1h now');
  });

  it('in time that does not depend on what a stranger wrote', () => {
    const { from } = formOf(`${' \t'.repeat(500_000)}busy`, context);
    assert.equal(from, undefined);
  });
});
