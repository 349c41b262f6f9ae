/** What somebody is told of a status of theirs that nobody sees. */

import { say } from '../locales/say.ts';
import { canBeShownAnyway } from '../presence/unseen.ts';
import { iconOfPair, type NoticeCard } from './card.ts';
import { labelOf, untilText } from './phrases.ts';
import { plainText } from './plain.ts';
import type { ReplyContent } from './reply-content.ts';
import type { View } from './time.ts';

/** The status with what colleagues see, and a button that lets it show, where it may be. */
export function unseenCard(
  { holding, origin }: Extract<ReplyContent, { kind: 'unseen' }>,
  view: View,
): NoticeCard {
  const { pair, endsAt } = holding;
  const offered = canBeShownAnyway(holding, view.now);
  return {
    kind: 'notice',
    heading: '',
    rows: [{ icon: iconOfPair(pair), title: labelOf(pair, view), detail: untilText(endsAt, view) }],
    lines: [say(view, 'hiding.offline'), ...(offered ? [say(view, 'unseen.offer')] : [])].map(plainText),
    buttons: offered
      ? [
          {
            title: say(view, 'button.showAnyway'),
            act: { verb: 'showAnyway', holds: [{ slot: 'preferred', pair, endsAt, origin }] },
          },
        ]
      : [],
  };
}
