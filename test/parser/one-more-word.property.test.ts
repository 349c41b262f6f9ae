/**
 * One word more than was understood, and nothing may be changed. Words that are passed over anywhere
 * are the reader's own short list (`polite` in the table of words), and none of them is among these.
 */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { read } from '../../src/parser/read.ts';
import { friday, told } from './sample.ts';

interface Sentence {
  readonly words: readonly string[];
  readonly ended: boolean;
}

const starts = [
  ...[
    '',
    'set me to',
    'please mark me as',
    'can you set my status to',
    'I’d like to be',
    'switch my status to',
  ],
  ...[
    'change my presence to',
    'make me',
    'put me on',
    'hey, set me to',
    'show me as',
    'I’ll be',
    'I am',
    'go',
  ],
];
const states = [
  ...['busy', 'dnd', 'away', 'available', 'offline', 'do not disturb', 'presenting', 'in a call', 'brb'],
];
const ends = [
  ...['2h', 'for 30 minutes', 'until 5pm', 'until 4:30 pm', 'for an hour and a half', 'until Monday 9am'],
  ...['for the next hour', 'till noon tomorrow', 'until half past three', '45 min', 'PT1H'],
];

const sentence = fc
  .tuple(fc.constantFrom(...starts), fc.constantFrom(...states), fc.constantFrom('', ...ends))
  .map(([start, state, end]): Sentence => ({
    words: [start, state, end].join(' ').split(' ').filter(Boolean),
    ended: end !== '',
  }))
  .filter(({ words }) => writes(words.join(' ')));

/** The sentences that words are added to are few, and each is met hundreds of times. */
const known = new Map<string, boolean>();

function writes(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = writing.has(read(text, friday).kind);
  known.set(text, found);
  return found;
}

/** What changes presence, or what is kept about somebody. */
const writing: ReadonlySet<string> = new Set([
  ...['prefer', 'open', 'message', 'clear', 'extend', 'undo', 'pasted'],
  ...['meetingRule', 'pauseMeetings', 'resumeMeetings', 'signOut', 'forgetMe'],
  ...['schedule', 'chain', 'skipSchedule', 'pauseSchedules', 'resumeSchedules', 'removeSchedule'],
  ...['changeSchedule', 'endReminders'],
]);

const rules = [
  ...[
    'when I join a meeting, set me to busy',
    'whenever I present put me on dnd',
    'set me to dnd when I present',
  ],
  ...['can you set my status to busy each time I join a meeting', 'when I start a meeting ask me first'],
  ...['do nothing when I join', 'dnd when I present', 'leave my status alone when I join meetings'],
  ...['meetings off', 'turn off all my meeting rules'],
];
const later = [
  ...['dnd every weekday 9-12', 'busy every Monday 9 to 11 until 18 December', 'quiet hours 10pm-7am'],
  ...['busy tomorrow 2-4pm', 'set me to away on Monday from 9 until 10:30', 'dnd in 20 minutes for 2 hours'],
  ...['away 24 Dec to 2 Jan', 'dnd on the last Friday of the month 2pm-5pm', 'busy all day Thursday'],
  ...['skip dnd tomorrow', 'pause schedules until Monday', 'resume schedules', 'remove my quiet hours'],
  ...['move my quiet hours to 9pm-7am', 'dnd until 3 then available until 5', 'remind me before it ends'],
];
const phrases = [
  ...later,
  ...['sign out', 'please log me out', 'logout', 'can you sign me out', 'sign me out of this bot'],
  ...[
    'forget me',
    'delete all my data',
    'I want you to forget me',
    'please erase everything you know about me',
  ],
  ...['resume', 'resume meetings', 'unpause my meeting rules', ...rules],
];
const pauses = [
  'pause meetings',
  'please pause my meetings',
  'can you pause meeting rules',
  'suspend meetings',
];

const phrase = fc
  .constantFrom(...phrases)
  .map((said): Sentence => ({ words: said.split(' '), ended: false }));
const pause = fc
  .tuple(fc.constantFrom(...pauses), fc.constantFrom('', ...ends))
  .map(([head, end]): Sentence => ({
    words: [head, end].join(' ').split(' ').filter(Boolean),
    ended: end !== '',
  }));

const unknown = fc.oneof(
  fc
    .stringMatching(/^[bcdfghjklmnpqrstvwxz]{2}[aeou][bcdfgjklmpqrtvwxz]{2,4}$/)
    .filter((word) => read(`${word} ${word}`, friday).kind === 'none'),
  fc.constantFrom(
    ...[
      'taxes',
      'pizza',
      'really',
      'quickly',
      'server',
      'printer',
      'lab',
      'project',
      'client',
      'very',
      'too',
    ],
    ...['so', 'still', 'least', 'kids', 'invoice', 'desk', 'upstairs', 'bored', 'mostly', 'fully'],
    ...['here', 'nowhere', 'with', 'per', 'except', 'against', 'beside', 'half-way', 'calendar', 'password'],
    ...[
      'meters',
      'dollars',
      'percent',
      'people',
      'times',
      'beers',
      'Zürich',
      '忙',
      'é',
      '~',
      '+',
      '%',
      '&',
      '#',
    ],
  ),
);
const negation = fc.constantFrom(
  ...['never', 'cannot', 'can’t', 'won’t', 'isn’t', 'without', 'neither', 'nor', 'hardly', 'barely', 'nope'],
  ...['don’t', 'do not', 'shouldn’t', 'not', 'no', 'avoid', 'refuse', 'nothing', 'aint', 'not yet'],
);
const somebody = fc.constantFrom(
  ...[
    'Bob',
    'Anna',
    'she',
    'he',
    'they',
    'everyone',
    'my boss',
    'the team',
    'the server',
    'our office',
    'him',
  ],
  ...[
    'your manager',
    'someone',
    'her',
    'we',
    'us',
    'Bob’s',
    'the others',
    'nobody',
    'bob@example.com',
    '@anna',
  ],
  ...['33333333-3333-4333-8333-333333333333', '<at>Bob</at>', 'the bot', 'colleagues'],
);
const otherState = fc.constantFrom(...states, 'out of office', 'unavailable', 'focusing', 'inactive');
const otherEnd = fc.constantFrom(
  ...['until 6:41pm', 'till Thursday 9am', 'until 23:59', 'until 3', 'at 3pm', 'from 4pm', 'in 10 minutes'],
  ...['next month', 'every day', 'for 3 hours', 'for 9 days', 'PT7H'],
);
/** "for 3 hours 45 min" is one length. */
const isLength = (end: string) => /^(?:for|PT|\d)/.test(end);

/** "pause busy schedules until 3": of which schedules, and until when, is said by such words. */
const manages = ([verb = '']: readonly string[]) => /^(?:skip|pause|resume|remove|move)$/.test(verb);
const begins = /^(?:at|from|in|every) /;

const place = fc.nat({ max: 20 });
const runs = { seed: 20261120, numRuns: Number(process.env.RUNS ?? 400) };

function withWord({ words }: Sentence, word: string, at: number): string {
  const index = at % (words.length + 1);
  return [...words.slice(0, index), word, ...words.slice(index)].join(' ');
}

function changesNothing(
  words: fc.Arbitrary<string>,
  applies: (sentence: Sentence, word: string) => boolean,
  sentences = sentence,
) {
  fc.assert(
    fc.property(sentences, words, place, (said, word, at) => {
      if (!applies(said, word)) return;
      const text = withWord(said, word, at);
      // A longer phrase of the table may come of it ("on a conference call"); none of these words makes one.
      // A start that is added makes of something now something later.
      if (begins.test(word) && read(text, friday).kind === 'schedule') return;
      if (writes(text)) assert.fail(`${text} → ${told(text)}`);
    }),
    runs,
  );
}

const always = () => true;

describe('nothing is changed for a sentence with one more', () => {
  it('unknown word', () => {
    changesNothing(unknown, always);
  });

  it('negation', () => {
    changesNothing(negation, always);
  });

  it('person', () => {
    changesNothing(somebody, always);
  });

  it('state, a different one', () => {
    changesNothing(
      otherState,
      ({ words }, state) => told(words.join(' ')).split(' ')[1] !== told(state).split(' ')[1],
    );
  });

  it('end or start', () => {
    changesNothing(
      otherEnd,
      ({ words, ended }, end) => ended && !(isLength(end) && !words.some((word) => /^un|^till/.test(word))),
    );
  });
});

describe('no rule, pause, sign-out or erasure comes of a sentence with one more', () => {
  const asked = fc.oneof(phrase, pause);

  it('nothing: as they stand, they are such sentences', () => {
    for (const text of [...phrases, ...pauses]) assert.ok(writes(text), `${text} → ${told(text)}`);
    fc.assert(
      fc.property(pause, ({ words }) => read(words.join(' '), friday).kind === 'pauseMeetings'),
      runs,
    );
  });

  it('unknown word', () => {
    changesNothing(unknown, always, asked);
  });

  it('negation', () => {
    changesNothing(negation, always, asked);
  });

  it('person', () => {
    changesNothing(somebody, always, asked);
  });

  it('state', () => {
    // Said twice, it is still the one state; quiet hours are do not disturb.
    const other = ({ words }: Sentence, state: string) =>
      !manages(words) &&
      !words.includes(state) &&
      !(/^(?:dnd|do not disturb)$/.test(state) && /dnd|quiet/.test(words.join(' ')));
    changesNothing(otherState, other, asked);
  });

  it('end or start', () => {
    changesNothing(
      fc.oneof(otherEnd, fc.constantFrom(...ends)),
      ({ words }) => !manages(words) && !words.includes('minutes'),
      phrase,
    );
    changesNothing(
      otherEnd,
      ({ words, ended }, end) => ended && !(isLength(end) && !words.some((word) => /^un|^till/.test(word))),
      pause,
    );
  });

  it('such sentence', () => {
    changesNothing(
      fc.constantFrom(...phrases, ...pauses),
      ({ words }, other) => words.join(' ') !== other,
      asked,
    );
  });
});

describe('no picker is opened for a wish to change with one more', () => {
  const wish = fc.constantFrom(
    'set my status',
    'change status',
    'please set my presence',
    'pick a status',
    'set',
  );

  // A mark beside a whole phrase says nothing.
  const unknownWord = unknown.filter((word) => /\p{L}/u.test(word));

  it('word that says something', () => {
    fc.assert(
      fc.property(
        wish,
        fc.oneof(unknownWord, negation, somebody, otherState, otherEnd),
        place,
        (said, word, at) => {
          const text = withWord({ words: said.split(' '), ended: false }, word, at);
          assert.notEqual(told(text), 'picker', text);
        },
      ),
      runs,
    );
  });
});
