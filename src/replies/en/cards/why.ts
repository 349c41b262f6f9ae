/** Why somebody shows as they do, as a card: what Microsoft reports, and what of ours lies beneath, the top first. */

import type { Why } from '../../../commands/answer.ts';
import type { Row, StatusCard } from '../../card.ts';
import { iconOfPair } from '../../icons.ts';
import { plainText } from '../../plain.ts';
import type { View } from '../../time.ts';
import { messageEnd } from '../status.ts';
import { layerText } from '../layer.ts';
import { notesOf } from '../why.ts';
import { labelOf, sentence } from '../words.ts';
import { reportedRows } from './status.ts';

export function whyCard(why: Why, view: View): StatusCard {
  const { reported, ledger, layers } = why;
  const own = layers.map((layer): Row => ({
    icon: layer.state === 'replaced' ? 'cleared' : iconOfPair(layer.holding.pair),
    title: labelOf(layer.holding.pair),
    detail: plainText(sentence(layerText(layer, view))),
  }));
  return {
    kind: 'status',
    heading: headingOf(reported.ok, own.length > 0),
    rows: reported.ok
      ? [...reportedRows(reported.snapshot, messageEnd(reported.snapshot, ledger, view.now), view), ...own]
      : own,
    lines: notesOf(why, view).map(plainText),
    buttons: { refresh: 'Refresh', asks: 'why', set: 'Change…' },
  };
}

function headingOf(reported: boolean, own: boolean): string {
  if (!reported) return own ? 'What I have set, from the top' : '';
  return own
    ? 'What Microsoft reports, and below it what I have set, from the top'
    : 'What Microsoft reports';
}
