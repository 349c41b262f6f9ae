/** A card that somebody puts into a chat to tell colleagues: a plan, since it sets nothing until its sender presses. */

import { say } from '../locales/say.ts';
import type { Change } from '../presence/change.ts';
import type { Holding } from '../presence/intent.ts';
import type { AnnouncementCard, Row } from './card.ts';
import { iconOfPair } from './icons.ts';
import { allOf, atText, labelOf, untilText } from './phrases.ts';
import type { View } from './time.ts';

/** What a judged request would tell; `name` is its sender's. */
export function announcementCard(change: Change, name: string, view: View): AnnouncementCard {
  const holds = holdsOf(change);
  const status = holds.find((one) => one.slot !== 'message');
  const message = holds.find((one) => one.slot === 'message');
  return {
    kind: 'announcement',
    heading: say(view, status === undefined ? 'announcement.message' : 'announcement.status', { name }),
    rows: holds.map((holding): Row => ({
      icon: holding.slot === 'message' ? 'message' : iconOfPair(holding.pair),
      title: nameOf(holding, view),
      detail: holding.endsAt === undefined ? '' : untilText(holding.endsAt, view),
    })),
    lines: [say(view, 'announcement.line', { at: atText(view.now, view) })],
    ...(status === undefined
      ? {}
      : {
          button: {
            title: say(view, 'announcement.set'),
            pair: status.pair,
            until: status.endsAt,
            ...(message === undefined ? {} : { message: message.text }),
          },
        }),
  };
}

/** "Do not disturb until 3:00 PM (New York)", as a result's title. */
export function announcementTitle(change: Change, view: View): string {
  const parts = holdsOf(change).map((holding) => {
    const what = nameOf(holding, view);
    return holding.endsAt === undefined
      ? what
      : say(view, 'announcement.until', { what, until: untilText(holding.endsAt, view) });
  });
  return allOf(parts, view);
}

function holdsOf({ steps }: Change): readonly Holding[] {
  return steps.flatMap(({ holding }) => holding ?? []);
}

function nameOf(holding: Holding, view: View): string {
  return holding.slot === 'message'
    ? say(view, 'quoted', { text: holding.text })
    : labelOf(holding.pair, view);
}
