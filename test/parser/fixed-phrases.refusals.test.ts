/** What is no sign-out, erasure, pause or rule: each group for a reason of its own. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import { friday } from './sample.ts';

const phrases = [
  ...['sign out', 'forget me', 'delete my data', 'erase everything you know about me', 'meetings off'],
  ...['resume meetings', 'pause meetings', 'pause meetings until Monday 9am', 'turn off meeting rules'],
  ...['when I join a meeting set me to busy', 'set me to dnd when I present', 'do nothing when I join'],
];

/** `@` stands for each of the phrases. */
const around: Readonly<Record<string, readonly string[]>> = {
  negations: ['don’t @', 'please do not @', 'never @', 'I don’t want to @', '@ not', 'no need to @'],
  questions: ['@?', 'can I @?', 'should I @', 'how do I @', 'did you @', 'why @', 'will you @?'],
  'reported speech': [
    'Bob said @',
    'tell Anna to @',
    'she told me to @',
    'remind me to @',
    'I asked you to @',
  ],
  quotations: ['"@"', 'he said “@”', '<blockquote>@</blockquote>', '<blockquote>@</blockquote> ok'],
  'somebody else': [
    '<at>Bob</at> @',
    '@ <at>Bob</at>',
    '@ for Bob',
    'we @',
    'let Bob @',
    '@ bob@example.com',
  ],
  'two wishes': ['@ and busy', 'dnd 2h, @', '@ then help', 'clear and @', '@ or not', '@\nbusy 2h'],
  'another time': ['@ tomorrow', '@ at 5pm', '@ in 10 minutes', '@ every day', '@ when I leave', 'later @'],
  'doubts and changes of mind': ['maybe @', '@, no wait', 'I might @', 'if I am away @', '@ actually don’t'],
  'marks that turn a sentence round': ['<s>@</s>', '~~@~~', '@ ❌', '🚫 @', '[ ] @', '> @', '#@', '@ = yes'],
  'words left over': ['@ taxes', 'pizza @', '@ on the server', 'the @ button', '@ 5'],
};

const only: Readonly<Record<string, readonly string[]>> = {
  'the same words about something else': [
    ...[
      'sign out sheet',
      'sign out of Zoom',
      'log in the visitor',
      'forget it',
      'forget about it',
      'remove me',
    ],
    ...[
      'delete data',
      'delete my data plan',
      'delete the data',
      'my resume',
      'resume at 5',
      'pause the meeting',
    ],
    ...[
      'pause notifications until 3pm',
      'pause dnd',
      'turn off the meeting',
      'stop meetings',
      'cancel my meetings',
    ],
    ...['set up a meeting', 'my meetings are off', 'meetings off work', 'forget me not'],
  ],
  'data and rules of others': [
    ...[
      'delete Bob’s data',
      'delete our data',
      'forget Bob',
      'pause Bob’s meetings',
      'what do you know about Bob',
    ],
    ...[
      'when Bob joins a meeting set him to busy',
      'when we join a meeting set us to busy',
      'why is Bob busy',
    ],
    ...[
      'set my team’s status to busy when I join a meeting',
      'pause the meeting’s rules',
      'turn off the meeting’s rules',
      'when I join a team’s meeting set me to busy',
    ],
    ...['set Bob to busy when I join a meeting', 'when I join Bob’s meeting set me to busy'],
  ],
  'one meeting, not each': [
    ...['when the meeting starts set me to busy', 'when my meeting starts set me to busy'],
    ...['when I join the meeting set me to busy', 'if I join a meeting set me to busy'],
    ...['as soon as I join a meeting set me to busy', 'the next time I join a meeting set me to busy'],
  ],
  'rules with more than a rule has': [
    ...[
      'when I present set me to dnd for 1 hour',
      'when I present set me to dnd or busy',
      'dnd while presenting',
    ],
    ...['when I join a meeting set me to busy until 5pm', 'when I join a meeting on Mondays set me to busy'],
    ...['don’t set me to dnd when I present', 'when I don’t present set me to dnd', 'when I present "dnd"'],
  ],
  'the past': [
    'I signed out',
    'I paused meetings',
    'you forgot me',
    'meetings are paused',
    'I deleted my data',
  ],
};

const writing: ReadonlySet<string> = new Set([
  ...['prefer', 'open', 'message', 'clear', 'extend', 'undo', 'pasted'],
  ...['meetingRule', 'pauseMeetings', 'resumeMeetings', 'signOut', 'forgetMe'],
]);

function changesNothing(text: string) {
  const reading = read(text, friday);
  assert.ok(!writing.has(reading.kind), `${text} → ${JSON.stringify(reading)}`);
}

describe('no fixed phrase is acted on', () => {
  for (const [reason, frames] of Object.entries(around))
    it(`among ${reason}`, () => {
      for (const frame of frames)
        for (const phrase of phrases) changesNothing(frame.replace(/@(?!\w)/, phrase));
    });

  for (const [reason, sentences] of Object.entries(only))
    it(`for ${reason}`, () => {
      sentences.forEach(changesNothing);
    });
});
