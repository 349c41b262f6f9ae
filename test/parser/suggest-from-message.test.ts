import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ReadContext } from '../../src/parser/reading.ts';
import { suggestFromMessage } from '../../src/parser/suggest-from-message.ts';
import { en } from '../../src/parser/languages/en.ts';
import { endTold, friday, guessesTold, spaced } from './sample.ts';

const wednesday: ReadContext = { ...friday, now: Date.parse('2026-11-18T11:07:00-05:00') };

/** `away until 2026-11-20T14:00Z`, `1800 s`, `nothing`. */
function told(text: string): string {
  const { status = '', end, message, assumed } = suggestFromMessage(text, wednesday);
  const when = end === undefined ? '' : endTold(end);
  const said = spaced(status, when, message === undefined ? '' : JSON.stringify(message));
  return said === '' ? 'nothing' : spaced(said, guessesTold(assumed));
}

function holds(table: Readonly<Record<string, string>>) {
  for (const [text, expected] of Object.entries(table)) assert.equal(told(text), expected, text);
}

describe('a message from a chat', () => {
  it('fills a form with the status and the end it speaks of', () => {
    holds({
      'dnd until 3pm then available until 5pm': 'doNotDisturb until 2026-11-18T20:00Z',
      'dnd every weekday 9-12 then busy until 1pm': 'nothing',
      'out until Friday 9am, back then': 'away until 2026-11-20T14:00Z',
      'I’ll be in a call for 30 minutes': 'inACall 1800 s',
      'brb 10': 'beRightBack 600 s (minutes)',
      'Hi all, back in 10': 'beRightBack 600 s (minutes)',
      'Heads down writing the Q3 report until 3pm, please don’t disturb':
        'doNotDisturb until 2026-11-18T20:00Z',
      'Meeting with the board until 3pm, please do not disturb': 'doNotDisturb until 2026-11-18T20:00Z',
      'lunch till 1': 'away until 2026-11-18T18:00Z (bareHour)',
      'on vacation until Monday': 'away until 2026-11-23T05:00Z (startOfDay)',
      'Hey folks I’m out until 3pm': 'away until 2026-11-18T20:00Z',
      'Sorry, can’t talk, in a meeting till 4': 'busy until 2026-11-18T21:00Z (bareHour meetingAsBusy)',
      'I’m in a call until 3pm but ping me if urgent': 'inACall until 2026-11-18T20:00Z',
      'Deep work until noon. Call my mobile if urgent.': 'doNotDisturb until 2026-11-18T17:00Z',
      'Presenting to the board until noon': 'presenting until 2026-11-18T17:00Z',
      'Status: busy until 4pm': 'busy until 2026-11-18T21:00Z',
      'running late — in a call until 2:30pm': 'inACall until 2026-11-18T19:30Z',
      'Gone for the day': 'away until 2026-11-19T05:00Z (midnight)',
      'not available until Friday, 9am': 'away until 2026-11-20T14:00Z',
      'I’m off sick today': 'away',
    });
  });

  it('gives an end alone where no status can be told', () => {
    holds({
      'I’m in a workshop until 16:30': 'until 2026-11-18T21:30Z',
      'until 3pm': 'until 2026-11-18T20:00Z',
    });
  });

  it('takes “around 3” for 3: the form shows it', () => {
    holds({
      'back around 3pm': 'beRightBack until 2026-11-18T20:00Z (roughly)',
      'afk for about 2 hours': 'away 7200 s (roughly)',
    });
  });

  it('leaves out what is over, or said in two ways', () => {
    holds({
      'afk until 11': 'away',
      'busy until yesterday 5pm': 'nothing',
      'busy until 2026-11-17 15:00': 'busy',
      'dnd until 3pm. brb until 4pm': 'nothing',
      'dnd until 3pm\nreally, dnd until 4pm': 'doNotDisturb',
      'in a call. In a presentation.': 'nothing',
    });
  });

  it('takes a status that is said with an end before one without', () => {
    holds({
      'grabbing lunch, brb in 20': 'beRightBack 1200 s (minutes)',
      'I’m away from my desk. In a call until 3pm': 'inACall until 2026-11-18T20:00Z',
    });
  });

  it('takes a quoted text for the message, and no other words', () => {
    holds({
      'dnd until 3pm “writing the Q3 report”': 'doNotDisturb until 2026-11-18T20:00Z "writing the Q3 report"',
      'Hi team!\ndnd 2h "deep work"\nThanks': 'doNotDisturb 7200 s "deep work"',
      'busy 2h saying hello': 'busy 7200 s',
      'message In the lab': 'nothing',
      'busy 2h "ask <at>Bob</at>"': 'busy 7200 s',
    });
  });

  it('that speaks of other people, other times or other things fills in nothing', () => {
    for (const text of [
      ...[
        'see you tomorrow',
        'Bob is away until 5',
        'are you free until 3?',
        'is anyone free?',
        'Talk to you at 5',
      ],
      ...[
        'I was out until 3',
        'tomorrow I’m out until 3',
        'in a meeting from 2 to 3pm',
        'maybe away until 3pm',
      ],
      ...[
        'I’m not in a call',
        'ping me when you’re available',
        'let me know if you are free',
        'Check this out',
      ],
      ...[
        'we took 2 hours to fix it',
        'join the call until 3',
        'kicked off the project',
        'Lunch :)',
        'thanks!',
      ],
      ...[
        'dnd every day 9-12',
        'my call is over',
        'clear',
        'extend 30m',
        '{"availability":"Busy"}',
        '',
        '👍',
      ],
      ...[
        'Please take the survey until Friday 5pm',
        'set Bob to busy until 3pm',
        'he said he is away until 3',
      ],
    ])
      assert.equal(told(text), 'nothing', text);
  });

  it('is looked at from its start only, and never cut inside a clause', () => {
    const filler = 'The figures look fine to me. '.repeat(80);
    holds({
      [`In a call until 3pm. ${filler}`]: 'inACall until 2026-11-18T20:00Z',
      [`${filler} dnd until 3pm`]: 'nothing',
    });
    const start = `${'x'.repeat(1986)}. busy until 3`;
    holds({ [`${start}:30pm`]: 'nothing', [`${start.slice(40)}:30pm`]: 'busy until 2026-11-18T20:30Z' });
  });

  const words = [...Object.values(en.statuses), ...Object.values(en.roles), ...Object.values(en.units)]
    .flatMap((phrases) => phrases.split('|'))
    .map((phrase) => phrase.trim());
  const part = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(
      '15',
      '2026-11-23',
      '15:00',
      '.',
      ',',
      '\n',
      '"',
      '3pm',
      'until',
      'until 3pm',
      '2h',
      'I’m out',
    ),
  );
  const message = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.array(part, { maxLength: 60 }).map((parts) => parts.join(' ')),
  );

  it('of any kind gives ends that lie ahead, or none', () => {
    fc.assert(
      fc.property(message, fc.constantFrom('America/New_York', '+05:30', undefined), (text, zone) => {
        const { end, message: found } = suggestFromMessage(text, { ...wednesday, zone });
        if (end?.said === 'instant') assert.ok(end.at > wednesday.now, text);
        if (end?.said === 'duration') assert.ok(Number.isSafeInteger(end.seconds) && end.seconds > 0, text);
        if (found !== undefined) assert.ok(found !== '' && found.length <= 280, text);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes little time, however long', (test) => {
    let worst = { milliseconds: 0, unit: '' };
    for (const unit of [
      'busy until 3pm. ',
      'busy until 3pm, ',
      '"',
      '½',
      '<at>',
      '1h1m',
      'message ',
      '(',
      'and until 5 ',
    ]) {
      const text = unit.repeat(28_000 / unit.length);
      const start = performance.now();
      suggestFromMessage(text, wednesday);
      const milliseconds = performance.now() - start;
      if (milliseconds > worst.milliseconds) worst = { milliseconds, unit };
    }
    // Printed and not judged: the machine that tests is not the machine that serves.
    test.diagnostic(`worst message: ${worst.milliseconds.toFixed(2)} ms of ${JSON.stringify(worst.unit)}`);
  });
});
