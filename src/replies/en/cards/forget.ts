/** Before everything is erased: what goes, what stays, and the one button that does it. */

import type { NoticeCard } from '../../card.ts';
import { plainText } from '../../plain.ts';
import { afterwards, erased, signInStays, staysText } from '../kept.ts';

export function forgetCard(signedIn: boolean): NoticeCard {
  return {
    kind: 'notice',
    heading: 'Shall I forget you?',
    rows: [
      {
        icon: 'problem',
        title: 'Everything that I keep about you is erased',
        detail: `${erased}. The session that I hold for you ends. It cannot be undone.`,
      },
    ],
    lines: [staysText, ...(signedIn ? [signInStays] : [])].map(plainText),
    buttons: [
      { title: 'Forget everything', act: { verb: 'forget' } },
      { title: 'Show it first', act: { verb: 'run', say: 'export my data' } },
    ],
  };
}

/** The button has done it: the card that had it gives way, so that nobody presses it on an old card by mistake. */
export function forgottenCard(signedIn: boolean): NoticeCard {
  return {
    kind: 'notice',
    heading: '',
    rows: [{ icon: 'cleared', title: 'Forgotten', detail: `Erased: ${erased}.` }],
    lines: [...afterwards, ...(signedIn ? [signInStays] : [])].map(plainText),
    buttons: [],
  };
}
