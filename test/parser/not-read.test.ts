/** What must not change anything: each group for a reason of its own. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import { friday } from './sample.ts';

const groups: Readonly<Record<string, readonly string[]>> = {
  'questions, even with a state in them': [
    'am I busy until 5?',
    'should I be busy?',
    'busy until 3?',
    'dnd 2h?',
    'is dnd on',
    'when am I free',
    'want lunch?',
  ],
  'somebody else': [
    'Bob is away for 2 weeks',
    'set Anna to busy for 2h',
    'set @anna to busy',
    'set bob@example.com to away',
    'busy 33333333-3333-4333-8333-333333333333',
    'set <at>Bob</at> to dnd',
    'he’ll be right back in 10 minutes',
    'everyone is busy',
    'make everyone available',
    'can you be available?',
  ],
  'the past, the imagined and the reported': [
    'I was busy until 5pm',
    'I set my status to dnd',
    'yesterday I was away 2h',
    'tell Bob I’m busy',
    'I told Anna I’m busy until 5',
    'maybe busy 2h',
    'I should be busy',
    'busy if the boss calls',
    'when the call starts set me to busy',
    'remind me to set dnd in 2 hours',
  ],
  negation: [
    'not available',
    'unavailable for 2 hours',
    'I’m not available until 5',
    'don’t set me busy',
    'please do not make me available',
    'never set me to dnd',
    'no dnd',
  ],
  'starts and repetitions that are not clear': [
    'lunch at 12',
    'dnd every morning',
    'busy tomorrow morning',
    'busy 3-5pm or 6-7pm',
    'busy before 9 every day',
    'dnd every 20 minutes',
    'busy every full moon 9-10',
  ],
  'two wishes, or a change of mind': [
    'busy or dnd',
    'busy and away',
    'busy then dnd 2h',
    'busy 2h, no wait, away',
    'clear and busy',
    'undo that and busy',
    'dnd until 3pm until 4pm',
  ],
  'left-over words': [
    'busy bee',
    'busy with work',
    'so busy',
    'our dnd campaign starts at 7pm',
    'free pizza in the kitchen',
    'in a call with Bob',
    'busy 2h EST',
    'away game tonight',
    'offline mode',
  ],
  'words that only look like a state': [
    'go away',
    'get busy',
    'look busy',
    'give me a break',
    'give me a call',
    'call me back in 10 minutes',
    'let’s have lunch',
    'start a meeting',
    'the meeting',
    'lunch',
    'all clear',
    'clear the table',
    'reset my password',
  ],
  'marks that turn a sentence round': [
    '<s>busy 2h</s>',
    '~~busy 2h~~',
    '<s>clear</s>',
    '~~undo~~',
    'clear ❌',
    'busy ❌',
    'busy -2h',
    'busy ~~2h',
    '> busy 2h',
    '#busy',
  ],
  'numbers of a shape that is not understood': [
    ...['busy 2² hours', 'busy 2<sup>2</sup> hours', 'busy 1h 90m', 'busy 1h-30m', 'busy 45m 45m', 'dnd2 h'],
    ...[
      'busy 1.30 hours',
      'busy 2/3 hours',
      'busy 2h5',
      'busy 2h three',
      'busy the next hours',
      'dnd 1645 hrs',
    ],
    ...['dnd.5h', 'busy-2h', 'dnd ten', 'busy until 2027', 'dnd for a minutes', 'busy until half 3'],
  ],
  'marks that stick to a word': ['!busy', '--busy', 'dnd*2h', '[ ] busy 2h', 'dnd ❓', 'dnd 2\u202eh03'],
  'commands about something else': [
    ...[
      'clear my calendar',
      'cancel lunch',
      'stop sharing my screen',
      'undo the edit',
      'extend the deadline 1 day',
    ],
    ...[
      'add 5 minutes to the call',
      'clear the team’s status',
      'set the meeting to busy',
      'set the bot to busy',
    ],
    ...[
      'extend dnd by 1 hour',
      'dnd one more hour',
      'status and dnd 1h',
      'change my status back at 5',
      'show busy',
    ],
    ...[
      'mark this as busy',
      'done, busy',
      'my status shows busy',
      'thanks for setting me to dnd',
      'remove me',
    ],
  ],
  'messages for somebody': [
    'busy 1h and message Bob',
    'message the team',
    'busy 2h message in the lab',
    'message Bob I’m busy',
    'message me when you are free',
    'text Bob at 5',
    'message Bob',
    'write a message to Bob',
    'tell everyone I’m at lunch',
  ],
  'quoted sentences': [
    '"busy"',
    '"dnd 2h"',
    '<blockquote>busy 2h</blockquote> ok',
    'set my status to "busy"',
  ],
  'small talk': ['thanks!', 'hello', '👍', 'good morning', 'see you tomorrow', 'are you free?', 'ok', 'lol'],
};

const harmless = new Set(['ask', 'none', 'refuse', 'status', 'help', 'details']);

describe('what must not be read as a wish', () => {
  for (const [reason, sentences] of Object.entries(groups))
    it(reason, () => {
      for (const text of sentences) {
        const reading = read(text, friday);
        assert.ok(harmless.has(reading.kind), `${text} → ${JSON.stringify(reading)}`);
      }
    });

  it('small talk gets no question back', () => {
    for (const text of groups['small talk'] ?? []) assert.equal(read(text, friday).kind, 'none', text);
  });
});
