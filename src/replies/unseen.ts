/** What somebody is told of a status of theirs that nobody sees, and of the session that lets it show. */

import { say } from '../locales/say.ts';
import { canBeShownAnyway } from '../presence/unseen.ts';
import type { Holding } from '../presence/intent.ts';
import type { NoticeCard, Row } from './card.ts';
import { iconOfPair } from './icon.ts';
import { labelOf, untilText } from './phrases.ts';
import { plainText } from './plain.ts';
import type { ReplyContent } from './reply-content.ts';
import { rowText } from './text.ts';
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

/** A session that is there only so that a status shows, told as that status; undefined: it is another. */
export function shownRow(holding: Holding, until: string, view: View): Row | undefined {
  if (holding.slot !== 'session' || holding.shows === undefined) return undefined;
  const { shows } = holding;
  const detail = say(view, 'receipt.shown', { until });
  return { icon: iconOfPair(shows), title: labelOf(shows, view), detail };
}

/** The same as a sentence. */
export function shownText(holding: Holding, until: string, view: View): string | undefined {
  const row = shownRow(holding, until, view);
  return row && say(view, 'sentence', { text: rowText(row, view) });
}
