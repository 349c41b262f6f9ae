/** Something of ours that decides what shows, in words. */

import type { OwnLayer } from '../../commands/layers.ts';
import type { View } from '../time.ts';
import { calledText } from './meeting.ts';
import { atText, untilText } from './words.ts';

/** "your preferred status, on top; you asked for it at 2:02 PM, until 3:00 PM (New York)" */
export function layerText({ holding, by, state, inDoubt }: OwnLayer, view: View): string {
  const what = holding.slot === 'preferred' ? 'your preferred status' : 'a session of this app';
  const until = untilText(holding.endsAt, view);
  const who =
    by.kind === 'meeting'
      ? `by your rule, for ${calledText(by.meeting)}, ${until} at the latest`
      : by.at === undefined || view.zone === undefined
        ? `you asked for it, ${until}`
        : `you asked for it ${atText(by.at, view)}, ${until}`;
  const doubt = inDoubt ? '; I got no clear answer to a later request, so it may hold no more' : '';
  return `${what}, ${stateText[state]}; ${who}${doubt}`;
}

const stateText: Readonly<Record<OwnLayer['state'], string>> = {
  top: 'on top of all that I have set',
  beneath: 'beneath that',
  waits: 'waiting',
  replaced: 'which a meeting has replaced',
};
