/** What is said after a question: its answer, or something else. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askedAbout, readFollowUp } from '../../src/parser/follow-up.ts';
import { read } from '../../src/parser/read.ts';
import type { ReadContext, Reading } from '../../src/parser/reading.ts';
import { friday, spaced, summary } from './sample.ts';

/** What the answers come to, one after the other, each asked about by the one before. */
function after(said: string, answers: readonly string[], context: ReadContext = friday): string {
  let found = { reading: read(said, context), said };
  for (const answer of answers) {
    const { reading } = found;
    assert.ok(reading.kind === 'ask', `${found.said} asks: ${summary(reading)}`);
    found = readFollowUp(askedAbout(found, reading.question, context), answer, context);
  }
  return told(found.reading);
}

function told(reading: Reading): string {
  return reading.kind === 'none' ? spaced('none', reading.talk ?? '') : summary(reading);
}

function holds(said: string, table: Readonly<Record<string, string>>) {
  for (const [answer, expected] of Object.entries(table))
    assert.equal(after(said, [answer]), expected, `${said} – ${answer}`);
}

describe('an answer completes what was asked about', () => {
  it('minutes or hours', () => {
    holds('dnd for 2', {
      hours: 'prefer doNotDisturb 7200 s',
      'hours, please': 'prefer doNotDisturb 7200 s',
      '2 hours': 'prefer doNotDisturb 7200 s',
      'I mean minutes': 'prefer doNotDisturb 120 s',
      'make it 3 hours': 'prefer doNotDisturb 10800 s',
      'until 4pm': 'prefer doNotDisturb until 2026-11-20T21:00Z',
    });
    holds('dnd for 2 "writing"', { hours: 'prefer doNotDisturb 7200 s "writing"' });
    holds('make it 2', { hours: 'changeEnd 7200 s' });
  });

  it('an end that was none', () => {
    holds('busy until lunch', {
      '1 hour': 'prefer busy 3600 s',
      'an hour!': 'prefer busy 3600 s',
      'make it 1 hour': 'prefer busy 3600 s',
      'until 3:15pm': 'prefer busy until 2026-11-20T20:15Z',
      '3:15pm': 'prefer busy until 2026-11-20T20:15Z',
      'the last one': 'prefer busy 7200 s',
    });
    holds('busy until I’m done "taxes"', { '1 hour': 'prefer busy 3600 s "taxes"' });
    for (const said of ['busy until lunch', 'dnd for a while', 'busy until I’m done'])
      holds(said, {
        hours: 'ask vagueEnd',
        'Minutes!': 'ask vagueEnd',
        '2 hours': `prefer ${said.startsWith('dnd') ? 'doNotDisturb' : 'busy'} 7200 s`,
      });
    holds('dnd until month end', { 'until 4pm': 'prefer doNotDisturb until 2026-11-20T21:00Z' });
    holds('extend a bit', { '30 min': 'extend 1800 s' });
  });

  it('what is wanted instead, if it is named', () => {
    for (const said of ['not busy', 'don’t set me away', 'please do not set me to dnd'])
      holds(said, {
        ok: 'ask negated',
        '👍': 'ask negated',
        'yes please': 'ask negated',
        clear: 'clear preferred session',
      });
  });

  it('never the end of what was set before', () => {
    holds('bzy 1h', { 'make it 2 hours': 'ask typo' });
    holds('bsuy until 3', { 'no, until 4': 'ask typo', 'make it 1 hour': 'ask typo' });
    holds('not busy', { 'no, until 5': 'ask negated', 'end it at 5': 'ask negated' });
    holds('busy until lunch', { 'no, until 3pm': 'prefer busy until 2026-11-20T20:00Z' });
  });

  it('nothing, where nothing was offered', () => {
    holds('don’t clear my status', { ok: 'none fine', yes: 'none yes', thanks: 'none thanks' });
  });

  it('an end that has just passed', () => {
    holds('busy until 2pm', {
      tomorrow: 'prefer busy until 2026-11-21T19:00Z',
      yes: 'prefer busy until 2026-11-21T19:00Z',
      '4': 'prefer busy until 2026-11-20T21:00Z (bareHour)',
    });
  });

  it('an end that has just passed, where a number is an hour', () => {
    const morning = { ...friday, now: Date.parse('2026-11-20T10:20:00-05:00') };
    const table = {
      tonight: 'prefer busy until 2026-11-21T03:00Z',
      pm: 'prefer busy until 2026-11-21T03:00Z',
      '10pm': 'prefer busy until 2026-11-21T03:00Z',
      'until 10pm': 'prefer busy until 2026-11-21T03:00Z',
      'tomorrow at 9am': 'prefer busy until 2026-11-21T14:00Z',
      '11': 'prefer busy until 2026-11-20T16:00Z (bareHour)',
      '10 minutes': 'prefer busy 600 s',
    };
    for (const [answer, expected] of Object.entries(table))
      assert.equal(after('busy until 10', [answer], morning), expected, answer);
  });

  it('the hour of a day', () => {
    holds('busy until tomorrow afternoon', {
      'until Monday 9am': 'prefer busy until 2026-11-23T14:00Z',
      '5pm': 'prefer busy until 2026-11-21T22:00Z',
      '1 hour': 'prefer busy 3600 s',
    });
  });

  it('which of two', () => {
    holds('dnd or busy', {
      'the first one': 'prefer doNotDisturb',
      'do not disturb': 'prefer doNotDisturb',
      busy: 'prefer busy',
    });
    holds('busy 1h until 5', {
      'until 5': 'prefer busy until 2026-11-20T22:00Z (bareHour)',
      'the first': 'prefer busy 3600 s',
      '2 hours': 'prefer busy 7200 s',
    });
    holds('unavailable until 5', { away: 'prefer away until 2026-11-20T22:00Z (bareHour)' });
  });

  it('the status, with the end that was said', () => {
    holds('until 5pm', {
      busy: 'prefer busy until 2026-11-20T22:00Z',
      brb: 'prefer beRightBack until 2026-11-20T22:00Z',
      'I am in a call': 'open inACall until 2026-11-20T22:00Z',
    });
  });

  it('yes to what was guessed at', () => {
    for (const yes of ['yes', 'Yes!', 'yep', 'ok', '👍', '👍🏽', 'busy', 'that one'])
      assert.equal(after('bzy 1h', [yes]), 'prefer busy 3600 s', yes);
    holds('stop', { yes: 'clear preferred session', clear: 'clear preferred session' });
  });

  it('where it leads to a further question, in two steps', () => {
    assert.equal(after('busy until lunch', ['2', '2 hours']), 'prefer busy 7200 s');
    assert.equal(
      after('busy until lunch', ['until 2', '3']),
      'prefer busy until 2026-11-20T20:00Z (bareHour)',
    );
  });

  it('as a preview, where only that was asked for', () => {
    assert.equal(after('what if dnd for 2', ['hours']), 'what if prefer doNotDisturb 7200 s');
    assert.equal(after('what if dnd for 2', ['the second']), 'what if prefer doNotDisturb 7200 s');
  });

  it('in a group, where each of them mentions the bot', () => {
    assert.equal(
      after('<at>Presence</at> dnd for 2', ['<at>Presence</at>&nbsp;hours']),
      'prefer doNotDisturb 7200 s',
    );
  });

  it('with marks that HTML knows', () => {
    assert.equal(after('dnd for 2 "Q&amp;A"', ['hours']), 'prefer doNotDisturb 7200 s "Q&A"');
    assert.equal(
      after('dnd until lunch "Q&amp;amp;A"', ['2', '2 hours']),
      'prefer doNotDisturb 7200 s "Q&amp;A"',
    );
  });
});

describe('a question is dropped', () => {
  it('politely', () => {
    for (const no of ['no', 'never mind', 'forget it', 'neither', 'cancel', 'stop'])
      assert.equal(after('bzy 1h', [no]), 'none drop', no);
  });

  it('for a wish that is whole by itself', () => {
    holds('dnd for 2', {
      'busy 1h': 'prefer busy 3600 s',
      'brb 10': 'prefer beRightBack 600 s (minutes)',
      status: 'status',
      help: 'help',
      undo: 'undo',
      'clear everything': 'clear message preferred session',
      'message "back soon"': 'message "back soon"',
      'extend 30m': 'extend 1800 s',
    });
  });

  it('for anything that does not complete it', () => {
    for (const answer of [
      'what is for lunch',
      'thanks',
      'hours?',
      'not hours',
      'Bob said hours',
      'hours and hours',
      '🎉',
    ])
      assert.equal(after('dnd for 2', [answer]), told(read(answer, friday)), answer);
    holds('dnd 2h writing', { dnd: 'prefer doNotDisturb' });
    holds('message', { 'the weather is nice': 'none', thanks: 'none thanks' });
  });
});

describe('a question is asked again', () => {
  it('where the answer fits two ways', () => {
    holds('dnd or busy', { yes: 'ask twoStatuses' });
    holds('dnd 2h writing', { yes: 'ask leftOver', '1': 'ask leftOver' });
    holds('dnd for 2', { '2': 'ask bareNumber' });
    holds('busy until lunch', {
      '10': 'ask vagueEnd',
      '12': 'ask vagueEnd',
      '45': 'prefer busy 2700 s (minutes)',
    });
  });

  it('and the end that was asked for never gets lost', () => {
    for (const answer of ['now', 'please', 'right now', 'ok', 'yes'])
      assert.doesNotMatch(after('busy until lunch', [answer]), /^prefer busy$/, answer);
  });
});
