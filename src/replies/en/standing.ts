/** What has become of something that was set, in words. */

import type { Standing } from '../../commands/answer.ts';
import type { Fate } from '../../presence/mark.ts';
import type { View } from '../time.ts';
import { atText, labelOf, listed, nowText, sentence, untilText } from './words.ts';
import { shown } from './status.ts';

/** The whole of a receipt brought up to date, for a notification. */
export function standingText({ fates, reported }: Standing, note: string, view: View): string {
  return [
    note,
    ...fates.map((fate) => `${sentence(fateText(fate, view))}.`),
    reported?.ok === true
      ? `Microsoft reports you as **${shown(reported.snapshot)}**, ${nowText(view)}.`
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

export function nothingToEndText(fates: readonly Fate[], view: View): string {
  const what =
    fates.length === 0 ? 'There is nothing of it' : listed(fates.map((fate) => fateText(fate, view)));
  const unknown = fates.some(({ standing }) => standing.kind === 'unknown')
    ? ' `clear` takes back whatever is set.'
    : '';
  return `${sentence(what)}. I changed nothing now.${unknown}`;
}

function fateText({ hold, standing }: Fate, view: View): string {
  const what = hold.pair === undefined ? 'the status message' : `**${labelOf(hold.pair)}**`;
  switch (standing.kind) {
    case 'running': {
      const { endsAt } = standing.holding;
      return `${what} runs${endsAt === undefined ? '' : ` ${untilText(endsAt, view)}`}`;
    }
    case 'inDoubt':
      return `I got no clear answer to a later request, so I cannot say whether ${what} still runs`;
    case 'ended':
      return view.zone === undefined
        ? `${what} has ended by itself`
        : `${what} ended by itself ${atText(standing.at, view)}`;
    case 'cleared':
      return `${what} has ended, as you asked`;
    case 'replaced':
      return `${what} gave way to a later choice of yours`;
    case 'undone':
      return `${what} was undone, and what was there before is back`;
    case 'over':
      return `${what} no longer runs`;
    case 'unknown':
      return `I know nothing of ${what} since I started and cannot say whether it still runs`;
  }
}
