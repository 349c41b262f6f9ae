/** Presence as read back, explained with what this bot knows of it. */

import { say } from '../locales/say.ts';
import type { Answer } from '../commands/answer.ts';
import type { OwnLayer } from '../commands/layers.ts';
import type { Instant, StatusHolding } from '../presence/intent.ts';
import { inForce, showingSession, type PersonState } from '../presence/person-state.ts';
import { pairOf, pairs } from '../presence/pairs.ts';
import type { Snapshot } from '../presence/ports.ts';
import { escapeMarkdown } from './plain.ts';
import { layerText } from './layer.ts';
import { stepLines } from './chain.ts';
import { labelOf, paragraph, placeText, untilText } from './phrases.ts';
import type { View } from './time.ts';
import { shownText } from './unseen.ts';

export type Status = Extract<Answer, { kind: 'status' }>;

export function statusText(status: Status, view: View): string {
  const { snapshot, personState } = status;
  return paragraph([
    say(view, 'status.you', { status: escapeMarkdown(shown(snapshot, view)) }),
    ...explanationsOf(status, view),
    locationText(snapshot, 'own', view),
    messageText(snapshot, personState, view),
    outOfOfficeText(snapshot, view),
  ]);
}

/** This bot's own layers behind it, and what may be missing. */
export function explanationsOf(status: Status, view: View): readonly string[] {
  const { layers, next, known } = status;
  const own = layers.map((layer) => ownText(layer, status, view));
  return [
    ...own,
    own.length === 0 && known ? noneText(status, view) : '',
    ...stepLines(next, view),
    known ? '' : say(view, 'status.incomplete'),
  ].filter((text) => text !== '');
}

/** One layer of ours: whether it is what shows, or what it waits for. */
function ownText(layer: OwnLayer, { snapshot, personState }: Status, view: View): string {
  const { holding, by, state } = layer;
  return by.kind === 'asked' && (state === 'top' || state === 'beneath')
    ? explained(holding, snapshot, personState, view)
    : say(view, 'row', { title: labelOf(holding.pair, view), detail: layerText(layer, view) });
}

/** What to say if no status of this bot is known to run: the source of the shown one is not known. */
function noneText({ personState }: Status, view: View): string {
  if (personState.doubts.length > 0) return say(view, 'status.inDoubt');
  return inForce(personState, 'message', view.now) === undefined ? say(view, 'status.none') : '';
}

/** A colleague's presence: only what Microsoft reports of them. */
export function colleagueText(name: string, snapshot: Snapshot, view: View): string {
  const { message, outOfOffice } = snapshot;
  return paragraph([
    say(view, 'status.colleague', {
      name: escapeMarkdown(name),
      status: escapeMarkdown(shown(snapshot, view)),
    }),
    locationText(snapshot, 'colleague', view),
    message === undefined ? '' : say(view, 'status.colleagueMessage', { text: escapeMarkdown(message.text) }),
    outOfOffice === undefined ? '' : say(view, 'status.colleagueOutOfOffice'),
  ]);
}

/** Graph's values are open sets, in any casing. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Teams' own words where the pair is known, as plain text; whatever the wire says where it is not. */
export function shown(
  { availability, activity }: Pick<Snapshot, 'availability' | 'activity'>,
  view: View,
): string {
  const known = pairs.find(
    (pair) => isSame(pair.availability, availability) && isSame(pair.activity, activity),
  );
  if (known !== undefined) return labelOf(known.id, view);
  if (isSame(availability, 'PresenceUnknown')) return say(view, 'label.unknown');
  return isSame(availability, activity)
    ? availability
    : say(view, 'label.reported', { availability, activity });
}

/** Whether the bot's own status shows, and if not, possible reasons. */
export function explained(
  holding: StatusHolding,
  snapshot: Snapshot,
  personState: PersonState,
  view: View,
): string {
  const status = labelOf(holding.pair, view);
  const until = untilText(holding.endsAt, view);
  const showing = holding.slot === 'session' ? showingSession(personState, view.now) : undefined;
  if (showing !== undefined && isSame(pairOf(showing.shows).availability, snapshot.availability))
    return shownText(showing, until, view) ?? '';
  const why = whyShown(holding, snapshot, personState, view);
  return why === 'offline'
    ? paragraph([say(view, 'status.own', { status, until, why: 'shows' }), say(view, 'hiding.offline')])
    : say(view, 'status.own', { status, until, why });
}

function whyShown(
  holding: StatusHolding,
  { availability, activity }: Snapshot,
  personState: PersonState,
  view: View,
): 'doubt' | 'shows' | 'offline' | 'beneath' | 'stronger' | 'other' {
  const pair = pairOf(holding.pair);
  if (personState.doubts.includes(holding.slot)) return 'doubt';
  const shows = isSame(pair.availability, availability);
  if (holding.slot === 'preferred') {
    if (shows) return 'shows';
    return isSame(availability, 'Offline') ? 'offline' : 'other';
  }
  if (shows && isSame(pair.activity, activity)) return 'shows';
  return inForce(personState, 'preferred', view.now) === undefined ? 'stronger' : 'beneath';
}

function messageText(snapshot: Snapshot, personState: PersonState, view: View): string {
  const { message } = snapshot;
  if (message === undefined) return '';
  const text = escapeMarkdown(message.text);
  const endsAt = messageEnd(snapshot, personState, view.now);
  return endsAt === undefined
    ? say(view, 'status.message', { text })
    : say(view, 'status.messageUntil', { text, until: untilText(endsAt, view) });
}

/** Graph does not tell an application when a message ends; if it is the message that this bot set, the end is known. */
export function messageEnd(
  { message }: Snapshot,
  personState: PersonState,
  now: Instant,
): Instant | undefined {
  const own = inForce(personState, 'message', now);
  return message?.endsAt ?? (own?.text === message?.text ? own?.endsAt : undefined);
}

function locationText({ workLocation }: Snapshot, whose: 'own' | 'colleague', view: View): string {
  if (workLocation === undefined) return '';
  const place = placeText(workLocation, view);
  return say(view, whose === 'own' ? 'location.own' : 'location.colleague', { place });
}

export function outOfOfficeText({ outOfOffice }: Snapshot, view: View): string {
  if (outOfOffice === undefined) return '';
  return outOfOffice.message === undefined
    ? say(view, 'status.outOfOffice')
    : say(view, 'status.outOfOfficeSaying', { text: escapeMarkdown(outOfOffice.message) });
}
