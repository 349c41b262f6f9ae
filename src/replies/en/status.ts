/** Presence as read back, explained with what this bot knows of it. */

import type { Answer } from '../../commands/answer.ts';
import type { OwnLayer } from '../../commands/layers.ts';
import type { Holding, Instant } from '../../presence/intent.ts';
import { inForce, type PersonState } from '../../presence/person-state.ts';
import { pairOf, pairs } from '../../presence/pairs.ts';
import type { Snapshot } from '../../presence/snapshot.ts';
import { escapeMarkdown } from '../escape.ts';
import type { View } from '../time.ts';
import { layerText } from './layer.ts';
import { labelOf, untilText } from './words.ts';

type Status = Extract<Answer, { kind: 'status' }>;

export function statusText(status: Status, view: View): string {
  const { snapshot, layers, ledger } = status;
  return [
    `Microsoft reports you as **${shown(snapshot)}**.`,
    ...layers.map((layer) => ownText(layer, status, view)),
    unknownText(status),
    messageText(snapshot, ledger, view),
    outOfOfficeText(snapshot),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** One layer of ours: whether it is what shows, or what it waits for. */
export function ownText(layer: OwnLayer, { snapshot, ledger }: Status, view: View): string {
  const { holding, by, state } = layer;
  return by.kind === 'asked' && (state === 'top' || state === 'beneath')
    ? explained(holding, snapshot, ledger, view)
    : `**${labelOf(holding.pair)}**: ${layerText(layer, view)}.`;
}

/** What to say where the record is out of reach. */
export function unknownText({ known }: Status): string {
  return known
    ? ''
    : 'I cannot reach my records now, so I do not know all that I have set for you; try again in a minute.';
}

/** A colleague's presence: only what Microsoft reports of them. */
export function colleagueText(name: string, snapshot: Snapshot): string {
  const { message, outOfOffice } = snapshot;
  return [
    `Microsoft reports ${escapeMarkdown(name)} as **${shown(snapshot)}**.`,
    message === undefined ? '' : `Their status message: “${escapeMarkdown(message.text)}”.`,
    outOfOffice === undefined ? '' : 'Their automatic replies are on.',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Teams' own words where the pair is known; whatever the wire says where it is not. */
export function shown({ availability, activity }: Pick<Snapshot, 'availability' | 'activity'>): string {
  const known = pairs.find((pair) => same(pair.availability, availability) && same(pair.activity, activity));
  if (known !== undefined) return known.label;
  if (same(availability, 'PresenceUnknown')) return 'Unknown';
  return same(availability, activity)
    ? escapeMarkdown(availability)
    : `${escapeMarkdown(availability)} / ${escapeMarkdown(activity)}`;
}

/** Whether what this bot set is what shows, and if not, why that may be. */
export function explained(
  holding: Exclude<Holding, { slot: 'message' }>,
  snapshot: Snapshot,
  ledger: PersonState,
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

function messageText(snapshot: Snapshot, ledger: PersonState, view: View): string {
  const { message } = snapshot;
  if (message === undefined) return '';
  const endsAt = messageEnd(snapshot, ledger, view.now);
  const until = endsAt === undefined ? '' : `, ${untilText(endsAt, view)}`;
  return `Your status message: “${escapeMarkdown(message.text)}”${until}.`;
}

/** Graph gives an application no end of a message; where the message is the one this bot set, its end is known. */
export function messageEnd({ message }: Snapshot, ledger: PersonState, now: Instant): Instant | undefined {
  const own = inForce(ledger, 'message', now);
  return message?.endsAt ?? (own?.text === message?.text ? own?.endsAt : undefined);
}

export function outOfOfficeText({ outOfOffice }: Snapshot): string {
  if (outOfOffice === undefined) return '';
  const said = outOfOffice.message === undefined ? '' : `, saying “${escapeMarkdown(outOfOffice.message)}”`;
  return `Your automatic replies are on, so colleagues see that you are out of office${said}.`;
}
