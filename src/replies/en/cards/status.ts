/** Presence as read back, as a card: one's own, explained, or a colleague's. */

import type { Answer } from '../../../commands/answer.ts';
import type { Instant } from '../../../presence/intent.ts';
import { inForce } from '../../../presence/person-state.ts';
import type { Snapshot } from '../../../presence/snapshot.ts';
import type { Row, StatusCard } from '../../card.ts';
import { iconOf } from '../../icons.ts';
import { plainText } from '../../plain.ts';
import type { View } from '../../time.ts';
import { messageEnd, ownText, shown, unknownText } from '../status.ts';
import { atText, nowText, untilText } from '../words.ts';

type Status = Extract<Answer, { kind: 'status' }>;

export function statusCard(status: Status, view: View): StatusCard {
  const { snapshot, ledger, layers } = status;
  const own = layers.map((layer) => {
    const { by, state } = layer;
    const isSaid = by.kind === 'meeting' || by.at === undefined || state === 'waits' || state === 'replaced';
    const asked = isSaid || view.zone === undefined ? '' : ` You asked for it ${atText(by.at, view)}.`;
    return plainText(ownText(layer, status, view)) + asked;
  });
  const lines = [...own, ...(own.length === 0 ? [noneText(status, view)] : []), unknownText(status)];
  return {
    kind: 'status',
    heading: 'Microsoft reports you as',
    rows: reportedRows(snapshot, messageEnd(snapshot, ledger, view.now), view),
    lines: lines.filter((line) => line !== ''),
    buttons: { refresh: 'Refresh', asks: 'status', set: 'Change…' },
  };
}

/** What there is to say where no status of ours is known to run. Where it comes from instead, nobody has told. */
function noneText({ ledger, known }: Status, view: View): string {
  if (!known) return '';
  if (ledger.doubts.length > 0) return 'A request of mine got no clear answer; it may be what shows.';
  return inForce(ledger, 'message', view.now) === undefined
    ? 'I remember nothing of mine that still runs.'
    : '';
}

/** A colleague's presence: only what Microsoft reports of them. */
export function colleagueCard(name: string, snapshot: Snapshot, view: View): StatusCard {
  return {
    kind: 'status',
    heading: `Microsoft reports ${name} as`,
    rows: reportedRows(snapshot, snapshot.message?.endsAt, view),
    lines: [],
  };
}

/** Somebody of whom Microsoft told nothing, which is no presence. */
export function untoldCard(name: string, view: View): StatusCard {
  return {
    kind: 'status',
    heading: name,
    rows: [{ icon: 'unknown', title: 'Microsoft told nothing', detail: `asked ${nowText(view)}` }],
    lines: [],
  };
}

/** What Microsoft reports: the status, out of office and the message, each a row. */
export function reportedRows(
  { availability, activity, outOfOffice, message }: Snapshot,
  messageEndsAt: Instant | undefined,
  view: View,
): readonly Row[] {
  const rows: Row[] = [
    {
      icon: iconOf(availability),
      title: plainText(shown({ availability, activity })),
      detail: `read ${nowText(view)}`,
    },
  ];
  if (outOfOffice !== undefined) {
    rows.push({ icon: 'outOfOffice', title: 'Out of office', detail: outOfOffice.message ?? '' });
  }
  if (message !== undefined) {
    const until = messageEndsAt === undefined ? '' : ` ${untilText(messageEndsAt, view)}`;
    rows.push({ icon: 'message', title: `“${message.text}”`, detail: `Status message${until}` });
  }
  return rows;
}
