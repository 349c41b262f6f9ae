import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { friday, told } from './sample.ts';

function holds(table: Readonly<Record<string, string>>) {
  for (const [text, expected] of Object.entries(table)) assert.equal(told(text), expected, text);
}

describe('another end for what was set last', () => {
  it('is a length', () => {
    holds({
      'make it 2 hours': 'changeEnd 7200 s',
      'shorten to 30 min': 'changeEnd 1800 s',
      'actually 3 hours': 'changeEnd 10800 s',
      'cut it to 45m': 'changeEnd 2700 s',
      'change it to an hour and a half, please': 'changeEnd 5400 s',
      'no, make it 3 hours': 'changeEnd 10800 s',
      'I meant 20 minutes': 'changeEnd 1200 s',
      'extend to 2 hours': 'changeEnd 7200 s',
    });
  });

  it('is a time of day, with or without “until”', () => {
    holds({
      'make it until 5': 'changeEnd until 2026-11-20T22:00Z (bareHour)',
      'make that 3pm': 'changeEnd until 2026-11-20T20:00Z',
      'actually, until 5pm': 'changeEnd until 2026-11-20T22:00Z',
      'move my end to tomorrow 9am': 'changeEnd until 2026-11-21T14:00Z',
    });
  });

  it('is when what was set last shall end, or what it was not', () => {
    holds({
      'end it at 5pm': 'changeEnd until 2026-11-20T22:00Z',
      'end that at 5': 'changeEnd until 2026-11-20T22:00Z (bareHour)',
      'end at 5pm': 'changeEnd until 2026-11-20T22:00Z',
      'stop it in 20 minutes': 'changeEnd 1200 s',
      'no, until 5': 'changeEnd until 2026-11-20T22:00Z (bareHour)',
      'no, until 5:30': 'changeEnd until 2026-11-20T22:30Z (bareHour)',
      'Nope, until 5pm!': 'changeEnd until 2026-11-20T22:00Z',
      'sorry, until tomorrow 9am': 'changeEnd until 2026-11-21T14:00Z',
      'end dnd at 5pm': 'refuse schedule',
      'end the call at 5pm': 'ask notSure',
      'wait until 5': 'none',
      'no 5 people': 'none',
      'sorry, 20 minutes': 'none',
      'no, until 5?': 'none',
      'end it': 'ask leftOver',
    });
  });

  it('is asked about where it is none', () => {
    holds({
      'make it 2': 'ask bareNumber',
      'make it a while': 'ask vagueEnd',
      'actually until lunch': 'ask vagueEnd',
    });
    assert.equal(told('make it until 5pm', { ...friday, zone: undefined }), 'refuse noZone');
  });

  it('is nothing else', () => {
    holds({
      'make it 15 minutes longer': 'extend 900 s',
      'extend to 5pm': 'extend until 2026-11-20T22:00Z',
      'extend by 30m': 'extend 1800 s',
      'make it busy': 'prefer busy',
      'make it busy 2h': 'prefer busy 7200 s',
      "don't make it 2 hours": 'none',
      'make it 2 hours?': 'none',
      actually: 'none',
      'actually 3 people': 'none',
      'make it 2 hours for everybody': 'none',
      'make it work by 5pm': 'none',
      'back in 10, actually 20': 'none',
    });
  });
});
