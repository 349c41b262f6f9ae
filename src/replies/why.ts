/** The answer to `why`: the bot's own layers from the top, and what is not known. */

import { say } from '../locales/say.ts';
import type { Why } from '../commands/answer.ts';
import type { Following, OwnLayer } from '../commands/layers.ts';
import { pairOf } from '../presence/pairs.ts';
import type { Snapshot } from '../presence/ports.ts';
import { stepLines } from './chain.ts';
import { escapeMarkdown } from './plain.ts';
import { failureText } from './failure.ts';
import { calledText } from './meeting.ts';
import { layerText } from './layer.ts';
import { atText, byText, labelOf, paragraph } from './phrases.ts';
import { isSame, outOfOfficeText, shown } from './status.ts';
import type { View } from './time.ts';

export function whyText(why: Why, view: View): string {
  const { reported, layers } = why;
  return paragraph([
    reported.ok ? say(view, 'status.you', { status: escapeMarkdown(shown(reported.snapshot, view)) }) : '',
    ...layers.map((layer) =>
      say(view, 'row', { title: labelOf(layer.holding.pair, view), detail: layerText(layer, view) }),
    ),
    ...notesOf(why, view),
    reported.ok ? outOfOfficeText(reported.snapshot, view) : '',
  ]);
}

/** Beyond the layers: why something else shows, what follows, and what is missing. */
export function notesOf(
  { reported, layers, follows, next, reached, personState }: Why,
  view: View,
): readonly string[] {
  const top = layers.find(({ state }) => state === 'top');
  const doubted =
    personState.doubts.some((slot) => slot !== 'message') && !layers.some(({ inDoubt }) => inDoubt);
  return [
    reported.ok
      ? reached || top !== undefined
        ? differenceText(top, reported.snapshot, view)
        : ''
      : say(view, 'notRead', { why: failureText(reported.failure, 'read', view) }),
    doubted ? say(view, 'status.inDoubt') : '',
    ...follows
      .filter(({ then }) => then !== undefined || next.length === 0)
      .map((one) => followingText(one, view)),
    ...stepLines(next, view),
    reached ? '' : say(view, 'status.incomplete'),
  ].filter((text) => text !== '');
}

/** Why Microsoft reports something other than the bot's top layer. */
function differenceText(top: OwnLayer | undefined, { availability, activity }: Snapshot, view: View): string {
  if (top === undefined) return say(view, 'why.elsewhere');
  const pair = pairOf(top.holding.pair);
  const shows = isSame(pair.availability, availability);
  if (top.holding.slot === 'session')
    return shows && isSame(pair.activity, activity) ? '' : say(view, 'why.above');
  if (shows) return '';
  return say(view, isSame(availability, 'Offline') ? 'hiding.offline' : 'why.changed');
}

function followingText({ ends, then }: Following, view: View): string {
  const { endsAt, pair } = ends.holding;
  const status = labelOf(pair, view);
  // A meeting's session ends with the meeting, and then at the latest.
  const at = ends.by.kind === 'meeting' ? byText(endsAt, view) : atText(endsAt, view);
  if (then === undefined) return say(view, 'why.nothingFollows', { status, at });
  const next = labelOf(then.holding.pair, view);
  return then.by.kind === 'meeting'
    ? say(view, 'why.followsMeeting', { status, at, next, meeting: calledText(then.by.meeting, view) })
    : say(view, 'why.follows', { status, at, next });
}
