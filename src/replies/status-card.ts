/** Presence as read back, as a card: one's own, explained or with all its reasons, or a colleague's. */

import { say } from '../locales/say.ts';
import type { Why } from '../commands/answer.ts';
import type { Instant } from '../presence/intent.ts';
import type { Snapshot } from '../presence/ports.ts';
import type { Row, StatusCard } from './card.ts';
import { iconOf, iconOfPair } from './icon.ts';
import { layerText } from './layer.ts';
import { atText, labelOf, placeText, untilText } from './phrases.ts';
import { plainText } from './plain.ts';
import { explanationsOf, messageEnd, shown, type Status } from './status.ts';
import type { View } from './time.ts';
import { notesOf } from './why.ts';

export function statusCard(status: Status, view: View): StatusCard {
  const { snapshot, personState } = status;
  return {
    kind: 'status',
    heading: say(view, 'status.heading'),
    rows: reportedRows(snapshot, messageEnd(snapshot, personState, view.now), 'own', view),
    lines: explanationsOf(status, view).map(plainText),
    buttons: buttonsOf('status', view),
  };
}

/** What Microsoft reports, and this bot's own layers, the top one first. */
export function whyCard(why: Why, view: View): StatusCard {
  const { reported, personState, layers } = why;
  const own = layers.map((layer): Row => ({
    icon: layer.state === 'replaced' ? 'cleared' : iconOfPair(layer.holding.pair),
    title: labelOf(layer.holding.pair, view),
    detail: plainText(layerText(layer, view)),
  }));
  return {
    kind: 'status',
    heading: whyHeading(reported.ok, own.length > 0, view),
    rows: reported.ok
      ? [
          ...reportedRows(
            reported.snapshot,
            messageEnd(reported.snapshot, personState, view.now),
            'own',
            view,
          ),
          ...own,
        ]
      : own,
    lines: notesOf(why, view).map(plainText),
    buttons: buttonsOf('why', view),
  };
}

function whyHeading(reported: boolean, own: boolean, view: View): string {
  if (reported) return say(view, own ? 'why.heading.both' : 'why.heading.reported');
  return own ? say(view, 'why.heading.own') : '';
}

function buttonsOf(asks: 'status' | 'why', view: View): NonNullable<StatusCard['buttons']> {
  return { refresh: say(view, 'button.refresh'), asks, set: say(view, 'button.set') };
}

/** A colleague's presence: only what Microsoft reports of them. */
export function colleagueCard(name: string, snapshot: Snapshot, view: View): StatusCard {
  return {
    kind: 'status',
    heading: say(view, 'status.colleagueHeading', { name }),
    rows: reportedRows(snapshot, snapshot.message?.endsAt, 'colleague', view),
    lines: [],
  };
}

/** The card of a person whose presence Microsoft did not report. */
export function untoldCard(name: string, view: View): StatusCard {
  const detail = say(view, 'status.asked', { at: atText(view.now, view) });
  return {
    kind: 'status',
    heading: name,
    rows: [{ icon: 'unknown', title: say(view, 'status.untold'), detail }],
    lines: [],
  };
}

/** What Microsoft reports: the status, where they work, out of office and the message, each a row. */
function reportedRows(
  { availability, activity, outOfOffice, message, workLocation }: Snapshot,
  messageEndsAt: Instant | undefined,
  whose: 'own' | 'colleague',
  view: View,
): readonly Row[] {
  const rows: Row[] = [
    {
      icon: iconOf(availability),
      title: shown({ availability, activity }, view),
      detail: say(view, 'status.read', { at: atText(view.now, view) }),
    },
  ];
  if (workLocation !== undefined) {
    rows.push({
      icon: workLocation.place,
      title: placeText(workLocation, view),
      // How Teams knows it is a person's own matter.
      detail: say(view, 'location.row', {
        source: (whose === 'own' ? workLocation.source : undefined) ?? 'other',
      }),
    });
  }
  if (outOfOffice !== undefined) {
    const title = say(view, 'status.outOfOfficeTitle');
    rows.push({ icon: 'outOfOffice', title, detail: outOfOffice.message ?? '' });
  }
  if (message !== undefined) {
    rows.push({
      icon: 'message',
      title: say(view, 'quoted', { text: message.text }),
      detail:
        messageEndsAt === undefined
          ? say(view, 'receipt.messageTitle')
          : say(view, 'receipt.messageDetail', { until: untilText(messageEndsAt, view) }),
    });
  }
  return rows;
}
