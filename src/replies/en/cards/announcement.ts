/** A card that somebody puts into a chat to tell colleagues: a plan, since it sets nothing until its sender presses. */

import type { Change } from '../../../presence/change.ts';
import type { AnnouncementCard, Row } from '../../card.ts';
import { iconOfPair } from '../../icons.ts';
import type { View } from '../../time.ts';
import { labelOf, nowText, untilText } from '../words.ts';

/** What a judged wish would tell; `name` is its sender's. */
export function announcementCard(change: Change, name: string, view: View): AnnouncementCard {
  const holds = change.steps.flatMap(({ holding }) => holding ?? []);
  const status = holds.find((one) => one.slot !== 'message');
  const message = holds.find((one) => one.slot === 'message');
  return {
    kind: 'announcement',
    heading: `${name} plans to ${status === undefined ? 'show' : 'be'}`,
    rows: holds.map((holding): Row => {
      const detail = holding.endsAt === undefined ? '' : untilText(holding.endsAt, view);
      return holding.slot === 'message'
        ? { icon: 'message', title: `“${holding.text}”`, detail }
        : { icon: iconOfPair(holding.pair), title: labelOf(holding.pair), detail };
    }),
    lines: [`Planned ${nowText(view)}. This card sets nothing by itself.`],
    ...(status === undefined
      ? {}
      : {
          button: {
            title: 'Set it for me',
            pair: status.pair,
            until: status.endsAt,
            ...(message === undefined ? {} : { message: message.text }),
          },
        }),
  };
}

/** "Do not disturb until 3:00 PM (New York)", as a result's title. */
export function announcementTitle(change: Change, view: View): string {
  return change.steps
    .flatMap(({ holding }) => holding ?? [])
    .map((holding) => {
      const what = holding.slot === 'message' ? `“${holding.text}”` : labelOf(holding.pair);
      return holding.endsAt === undefined ? what : `${what} ${untilText(holding.endsAt, view)}`;
    })
    .join(', ');
}
