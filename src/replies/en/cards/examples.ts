/** Cards with sentences to press: hello, help, and a question's suggestions. */

import { commands } from '../../../commands/index.ts';
import type { Question } from '../../../language/reading.ts';
import type { ExamplesCard } from '../../card.ts';
import { plainText } from '../../plain.ts';
import { privacyLines } from '../kept.ts';
import { onceByAdministrator } from '../help.ts';
import { askedText } from '../question.ts';

const examplesOf = (...sentences: readonly string[]) => sentences.map((say) => ({ title: say, say }));

/** What there is beyond this chat. */
const elsewhere = [
  'In any chat: + under the message box, then this app. Set yours in a dialog, tell the chat your status, or find people and theirs.',
  'On a message: ⋯ and then Set presence from message.',
  'In a group: mention me and say it, such as busy 30m; or type / and pick one. Mention me and somebody, with status, to see theirs.',
  onceByAdministrator,
];

export function welcomeCard(): ExamplesCard {
  return {
    kind: 'examples',
    heading: 'Hello! Tell me what your presence should be, and until when.',
    lines: [
      'Type a sentence or press one; it ends by itself. I change your own presence only, and only when you say so.',
    ],
    groups: [
      { title: 'Choose by pressing', examples: [{ title: 'Set my presence…', say: 'set' }] },
      {
        title: 'Say until when',
        examples: examplesOf('dnd 1h', 'busy until 5pm', 'brb 15m', 'presenting 45m'),
      },
      {
        title: 'Look, and take back',
        examples: examplesOf('status', 'why', 'undo', 'clear', 'meetings', 'help'),
      },
    ],
    after: elsewhere,
    pressed: 'stays',
  };
}

/** Hello back, with what people want first. */
export function helloCard(): ExamplesCard {
  return {
    kind: 'examples',
    heading: 'Hello! What should your presence be, and until when?',
    lines: [],
    groups: [
      {
        title: 'Type it, or press',
        examples: [{ title: 'Set my presence…', say: 'set' }, ...examplesOf('dnd 1h', 'status')],
      },
    ],
    after: [],
    pressed: 'stays',
  };
}

export function privacyCard(): ExamplesCard {
  return {
    kind: 'examples',
    heading: 'What I keep about you',
    lines: privacyLines.map(plainText),
    groups: [{ title: 'See it, or erase it', examples: examplesOf('export my data', 'forget me') }],
    after: ['The privacy notice is on my page in Teams, under About.'],
    pressed: 'stays',
  };
}

/** The commands in the order and company in which people look for them. */
const helpGroups: readonly { readonly title: string; readonly of: readonly string[] }[] = [
  { title: 'A status that ends by itself', of: ['dnd', 'busy', 'brb', 'away', 'offline', 'available'] },
  {
    title: 'A session, which gives way to a status you choose by hand',
    of: ['presenting', 'in a call', 'in a conference call', 'session available', 'session away'],
  },
  { title: 'A status message', of: ['message'] },
  { title: 'Longer, shorter, back, off', of: ['extend', 'make it', 'undo', 'clear'] },
  { title: 'With your meetings, if you turn it on', of: ['meetings', 'pause meetings'] },
  { title: 'Look without changing', of: ['status', 'why', 'what if', 'details', 'set'] },
];
/** One example each fits a card; the first command shows a second way. The README has them all. */
const examplesOfFirst = 2;

export function helpCard(): ExamplesCard {
  return {
    kind: 'examples',
    heading: 'Say what you want in a sentence, or press an example',
    lines: [],
    groups: helpGroups.map(({ title, of }) => ({
      title,
      examples: of.flatMap((name, index) =>
        commands
          .filter((command) => command.name === name)
          .flatMap(({ examples }) => examplesOf(...examples.slice(0, index === 0 ? examplesOfFirst : 1))),
      ),
    })),
    after: elsewhere,
    pressed: 'stays',
  };
}

/** A question with sentences to answer it; undefined where there are none to press. */
export function questionCard(question: Question): ExamplesCard | undefined {
  if (question.suggestions.length === 0) return undefined;
  return {
    kind: 'examples',
    heading: plainText(askedText(question)),
    lines: ['Nothing was changed.'],
    groups: [{ title: 'Did you mean', examples: examplesOf(...question.suggestions) }],
    after: [],
    pressed: 'givesWay',
  };
}
