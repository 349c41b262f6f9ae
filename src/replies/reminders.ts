/** The reminder before an end, and the answer to who turns reminders on or off. */

import { extendSeconds } from '../commands/card-revisions.ts';
import { say } from '../locales/say.ts';
import type { EndingNews } from '../presence/reminder.ts';
import type { NoticeCard } from './card.ts';
import { iconOfPair } from './icon.ts';
import { stepLines } from './chain.ts';
import { exampleOf } from './examples.ts';
import { labelOf, untilText } from './phrases.ts';
import { plainText } from './plain.ts';
import type { View } from './time.ts';

/** What ends soon, what comes after it, and the buttons that lengthen it or leave it at that. */
export function endingCard({ ending, reference, next }: EndingNews, view: View): NoticeCard {
  const { pair, endsAt } = ending;
  return {
    kind: 'notice',
    heading: say(view, 'remind.heading'),
    rows: [{ icon: iconOfPair(pair), title: labelOf(pair, view), detail: untilText(endsAt, view) }],
    lines: stepLines(next, view).map(plainText),
    buttons: [
      {
        title: say(view, 'button.extend', { minutes: extendSeconds / 60 }),
        act: { verb: 'extend', ...reference },
      },
      { title: say(view, 'remind.letEnd'), act: { verb: 'letEnd' } },
    ],
  };
}

/** What the reminder gives way to where its person leaves it at that. */
export function leftCard(view: View): NoticeCard {
  return { kind: 'notice', heading: '', rows: [], lines: [say(view, 'remind.ends')], buttons: [] };
}

/** What is so from now on, and the button that turns it off again. */
export function remindersCard(isOn: boolean, view: View): NoticeCard {
  const { title, say: sentence } = exampleOf('remind.stop', view);
  return {
    kind: 'notice',
    heading: '',
    rows: [],
    lines: [say(view, isOn ? 'remind.on' : 'remind.off')].map(plainText),
    buttons: isOn ? [{ title, act: { verb: 'run', say: sentence } }] : [],
  };
}
