/** What is kept of somebody is erased: before it, and after it. */

import { say } from '../locales/say.ts';
import type { Answer } from '../commands/answer.ts';
import type { NoticeCard } from './card.ts';
import { exampleOf } from './examples.ts';
import { plainText } from './plain.ts';
import type { View } from './time.ts';

/** Before everything is erased: what goes, what stays, and the one button that does it. */
export function forgetCard(signedIn: boolean, view: View): NoticeCard {
  const { title, say: sentence } = exampleOf('forget.show', view);
  return {
    kind: 'notice',
    heading: say(view, 'forget.heading'),
    rows: [{ icon: 'problem', title: say(view, 'forget.title'), detail: say(view, 'forget.detail') }],
    lines: [say(view, 'forget.stays'), ...(signedIn ? [say(view, 'forget.signIn')] : [])].map(plainText),
    buttons: [
      { title: say(view, 'forget.button'), act: { verb: 'forget' } },
      { title, act: { verb: 'run', say: sentence } },
    ],
  };
}

/** The button has done it: the card that had it gives way, so that nobody presses it on an old card by mistake. */
export function forgottenCard(
  { signedIn, sessionMayStay }: Extract<Answer, { kind: 'forgotten' }>,
  view: View,
): NoticeCard {
  return {
    kind: 'notice',
    heading: '',
    rows: [{ icon: 'cleared', title: say(view, 'forgotten.title'), detail: say(view, 'forgotten.detail') }],
    lines: [
      ...(sessionMayStay ? [say(view, 'forgotten.sessionStays')] : []),
      say(view, 'forgotten.stays'),
      say(view, 'forgotten.again'),
      ...(signedIn ? [say(view, 'forget.signIn')] : []),
    ].map(plainText),
    buttons: [],
  };
}
