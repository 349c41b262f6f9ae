/** Presence as read back, explained with what this bot knows of it. */

import type { Holding } from '../../presence/intent.ts';
import { inForce, type Ledger } from '../../presence/ledger.ts';
import { pairOf, pairs } from '../../presence/pairs.ts';
import type { Snapshot } from '../../presence/snapshot.ts';
import { escapeMarkdown } from '../escape.ts';
import type { View } from '../time.ts';
import { labelOf, untilText } from './words.ts';

export function statusText(snapshot: Snapshot, ledger: Ledger, view: View): string {
  return [
    `Microsoft reports you as **${shown(snapshot)}**.`,
    ...(['preferred', 'session'] as const).map((slot) => {
      const holding = inForce(ledger, slot, view.now);
      return holding === undefined ? '' : explained(holding, snapshot, ledger, view);
    }),
    messageText(snapshot, ledger, view),
    outOfOfficeText(snapshot),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Teams' own words where the pair is known; whatever the wire says where it is not. */
function shown({ availability, activity }: Snapshot): string {
  const known = pairs.find((pair) => same(pair.availability, availability) && same(pair.activity, activity));
  if (known !== undefined) return known.label;
  return same(availability, activity)
    ? escapeMarkdown(availability)
    : `${escapeMarkdown(availability)} / ${escapeMarkdown(activity)}`;
}

/** Whether what this bot set is what shows, and if not, why that may be. */
function explained(
  holding: Exclude<Holding, { slot: 'message' }>,
  snapshot: Snapshot,
  ledger: Ledger,
  view: View,
): string {
  const name = `**${labelOf(holding.pair)}** ${untilText(holding.endsAt, view)}`;
  const pair = pairOf(holding.pair);
  const shows = same(pair.availability, snapshot.availability);
  if (ledger.doubts.includes(holding.slot)) {
    return `I had set ${name}, and got no clear answer to a later request; what Microsoft reports is what shows.`;
  }
  if (holding.slot === 'preferred') {
    if (shows) return `I set your preferred status ${name}.`;
    return same(snapshot.availability, 'Offline')
      ? `I set your preferred status ${name}, but it is hidden, so colleagues see Offline: most likely you are not signed in to Teams anywhere, and it shows only while you are.`
      : `I set your preferred status ${name}; Microsoft reports something else, because it takes a while to show or because it was changed since, in Teams or elsewhere.`;
  }
  if (shows && same(pair.activity, snapshot.activity)) return `I opened the session ${name}.`;
  return inForce(ledger, 'preferred', view.now) === undefined
    ? `I opened the session ${name}; something stronger shows, such as a status chosen by hand or Teams itself.`
    : `I opened the session ${name}; your preferred status is on top of it.`;
}

/** Graph gives an application no end of a message; where the message is the one this bot set, its end is known. */
function messageText({ message }: Snapshot, ledger: Ledger, view: View): string {
  if (message === undefined) return '';
  const own = inForce(ledger, 'message', view.now);
  const endsAt = message.endsAt ?? (own?.text === message.text ? own.endsAt : undefined);
  const until = endsAt === undefined ? '' : `, ${untilText(endsAt, view)}`;
  return `Your status message: “${escapeMarkdown(message.text)}”${until}.`;
}

function outOfOfficeText({ outOfOffice }: Snapshot): string {
  if (outOfOffice === undefined) return '';
  const said = outOfOffice.message === undefined ? '' : `, saying “${escapeMarkdown(outOfOffice.message)}”`;
  return `Your automatic replies are on, so colleagues see that you are out of office${said}.`;
}
