import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAbout } from '../../src/parser/about-colleague.ts';
import { isCommand, read } from '../../src/parser/read.ts';
import { en } from '../../src/parser/languages/en.ts';
import { friday } from './sample.ts';

const bruno = '<at>Bruno Salt</at>';

/** `@` stands for the mention. */
const about = (text: string, mention = bruno) => readAbout(text.split('@').join(mention), mention, friday);

const questions = [
  ...['status @', '@ status', 'what is @’s status', "what's @'s status?", 'status of @?', 'presence of @'],
  ...[
    'is @ available?',
    'is @ available right now?',
    'is @ in a meeting',
    'hey, is @ still busy?',
    'is @ out',
  ],
  ...['how is @', 'where is @', 'where’s @?', 'what is @ doing', 'is @ in the office?', '@ free?', '@?'],
  ...['can you check @’s availability, please', 'show me the current status of @', 'tell me if @ is free'],
  ...['Presence, is @ free?', 'presence @', 'what about @?'],
];

const others = [
  ...[
    'set @ busy',
    'dnd until 3 for @',
    'tell @ I’m busy',
    '@ busy',
    '@ is busy',
    'busy @',
    'make @ available?',
  ],
  ...[
    'set status @',
    'set the status of @ to busy',
    'status @ busy',
    'show @ as busy',
    'show @ busy',
    'get @ busy',
  ],
  ...['clear the status of @', 'undo @', 'extend @', 'what if @ busy?', 'message @', 'status message of @'],
  ...[
    'is @ available until 3?',
    'is @ busy? set me to dnd',
    'status of @ and me',
    'is @ not here',
    'where was @',
  ],
  ...[
    'let me know when @ is free',
    'is @ “busy”',
    'is @ free ❌',
    'my status @',
    '@',
    'hello @',
    'thanks @',
    'status',
  ],
  ...['status @ @', 'is @ free or <at>Anna</at>?', 'is @ free bob@example.com', 'is @anna free @'],
];

describe('a question about a colleague', () => {
  it('asks for their status and nothing else', () => {
    for (const text of questions) assert.ok(about(text), text);
    assert.ok(about('<p><at>Presence</at>&nbsp;is @ free?</p>'));
  });

  it('is nothing that could be a wish, or says anything more', () => {
    for (const text of others) assert.ok(!about(text), text);
  });

  it('is told whatever the name', () => {
    for (const name of [
      ...[
        'O’Brien "Bob" <ext>',
        '李雷',
        '🙂',
        'A & B',
        'Zoë?',
        '" until 3',
        'set me busy',
        '$&',
        '</at',
        '<at>',
        ' ',
      ],
      ...['Presence 2', "d'Arc", '@', 'x'.repeat(300)],
    ]) {
      const mention = `<at>${name}</at>`;
      assert.ok(about('is @ free?', mention), name);
      assert.ok(about('@’s status', mention), name);
      assert.ok(!about('set @ busy', mention), name);
    }
  });

  it('knows a name with and without entities', () => {
    for (const [text, mention] of [
      ['is <at>A &amp; B</at> free?', '<at>A & B</at>'],
      ['is <at>A & B</at> free?', '<at>A &amp; B</at>'],
      ['is <at>Zo&#235;&nbsp;X</at> free?', '<at>Zoë X</at>'],
    ] as const)
      assert.ok(readAbout(text, mention, friday), text);
  });

  it('needs the mention itself', () => {
    for (const mention of ['', ' ', '<at>Anna</at>', 'status', '?'])
      assert.ok(!readAbout('status of <at>Bruno Salt</at>?', mention, friday), mention);
    assert.ok(!readAbout(`${'status of '.repeat(300)}${bruno}`, bruno, friday));
  });

  it('is never one that the reader takes for a command', () => {
    for (const text of questions) {
      const reading = read(text.split('@').join(bruno), friday);
      assert.ok(!isCommand(reading), `${text} → ${reading.kind}`);
    }
  });

  it('is none with one more word for a state, an end or a deed', () => {
    const lookUps = new Set(en.roles.lookUp.split('|').map((word) => word.trim()));
    const more = [
      en.statuses.busy,
      en.statuses.doNotDisturb,
      en.roles.verb,
      en.roles.clearVerb,
      en.roles.extend,
    ]
      .flatMap((phrases) => phrases.split('|'))
      .map((phrase) => phrase.trim())
      .filter((phrase) => !lookUps.has(phrase));
    const word = fc.constantFrom(
      ...more,
      'until 3pm',
      '2h',
      '"out"',
      'tomorrow',
      'me',
      '<at>Anna</at>',
      'taxes',
    );
    const question = fc.constantFrom(...questions.filter((text) => !/^@\?|now/.test(text)));
    fc.assert(
      fc.property(question, word, fc.nat({ max: 10 }), (said, added, place) => {
        const words = said.split(' ');
        const at = place % (words.length + 1);
        const text = [...words.slice(0, at), added, ...words.slice(at)].join(' ');
        assert.ok(!about(text), text);
      }),
      { seed: 20261120, numRuns: 1500 },
    );
  });

  it('is read in any text without an exception', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ maxLength: 20 }),
        (text, name) => {
          assert.equal(typeof readAbout(text + name + text, name, friday), 'boolean');
        },
      ),
      { numRuns: 500 },
    );
  });
});
