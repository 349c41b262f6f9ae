/** Why somebody shows as they do: everything of ours, from the top, and what cannot be known. */

import type { Why } from '../../commands/answer.ts';
import type { Following, OwnLayer } from '../../commands/layers.ts';
import { pairOf } from '../../presence/pairs.ts';
import type { Snapshot } from '../../presence/snapshot.ts';
import type { View } from '../time.ts';
import { failureText } from './failure.ts';
import { layerText } from './layer.ts';
import { calledText } from './meeting.ts';
import { outOfOfficeText, shown } from './status.ts';
import { atText, labelOf } from './words.ts';

export function whyText(why: Why, view: View): string {
  const { reported, layers } = why;
  return [
    reported.ok ? `Microsoft reports you as **${shown(reported.snapshot)}**.` : '',
    ...layers.map((layer) => `**${labelOf(layer.holding.pair)}**: ${layerText(layer, view)}.`),
    ...notesOf(why, view),
    reported.ok ? outOfOfficeText(reported.snapshot) : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** What there is to say beyond the layers: why something else shows, what follows, and what is missing here. */
export function notesOf({ reported, layers, follows, reached, ledger }: Why, view: View): readonly string[] {
  const top = layers.find(({ state }) => state === 'top');
  const doubted = ledger.doubts.some((slot) => slot !== 'message') && !layers.some(({ inDoubt }) => inDoubt);
  return [
    reported.ok
      ? reached || top !== undefined
        ? differenceText(top, reported.snapshot)
        : ''
      : `I could not read your presence. ${failureText(reported.failure, 'read')}`,
    doubted ? 'A request of mine got no clear answer; it may be what shows.' : '',
    ...follows.map((one) => followingText(one, view)),
    reached
      ? ''
      : 'I cannot reach my records now, so sessions and meetings may be missing here; try again in a minute.',
  ].filter((text) => text !== '');
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Why Microsoft reports something else than what of ours is on top; what that is, nobody tells. */
function differenceText(top: OwnLayer | undefined, { availability, activity }: Snapshot): string {
  if (top === undefined) {
    return 'I know of nothing of mine that holds now. What shows comes from elsewhere: a status chosen by hand, Teams’ own call, meeting or calendar, or another app; Microsoft does not tell which.';
  }
  const pair = pairOf(top.holding.pair);
  const isSame = same(pair.availability, availability);
  if (top.holding.slot === 'session') {
    return isSame && same(pair.activity, activity)
      ? ''
      : 'Microsoft reports something else, so something that I did not set is above it: a status chosen by hand, or Teams’ own call, meeting or calendar; Microsoft does not tell which. A change also takes a few minutes to show.';
  }
  if (isSame) return '';
  return same(availability, 'Offline')
    ? 'Colleagues see Offline: most likely you are not signed in to Teams anywhere, and your preferred status shows only while you are.'
    : 'Microsoft reports something else: a change takes a few minutes to show, or your status was changed since by hand, in Teams or elsewhere; Microsoft does not tell which.';
}

function followingText({ ends, then }: Following, view: View): string {
  const { holding, by } = ends;
  const latest = by.kind === 'meeting' ? ' at the latest' : '';
  const when = view.zone === undefined ? '' : `, ${atText(holding.endsAt, view)}`;
  const next =
    then === undefined
      ? 'nothing of mine follows'
      : `**${labelOf(then.holding.pair)}** follows${then.by.kind === 'meeting' ? `, for ${calledText(then.by.meeting)}` : ''}`;
  return `When **${labelOf(holding.pair)}** ends${when}${when === '' ? '' : latest}, ${next}.`;
}
