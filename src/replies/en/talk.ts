/** A word to whoever says hello, thanks, or never mind. */

import type { Talk } from '../../language/reading.ts';

export function talkText(talk: Talk): string {
  return texts[talk];
}

const texts: Readonly<Record<Talk, string>> = {
  hello:
    'Hello! Tell me what your presence should be, and until when, such as `dnd 1h`. `help` shows the rest.',
  thanks: "You're welcome.",
  bye: 'See you! What you have set ends by itself.',
  fine: 'All right.',
  drop: 'All right, nothing was changed.',
  yes: 'I had not asked you anything, so nothing was changed. Tell me what to set, such as `dnd 1h`.',
};
