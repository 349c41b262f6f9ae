/** A receipt's card: what holds, what was assumed, what may hide it, and what can be pressed. */

import type { Standing } from '../../../commands/answer.ts';
import { extendSeconds } from '../../../commands/press.ts';
import type { Holding, Instant } from '../../../presence/intent.ts';
import { canEnd, type Fate } from '../../../presence/mark.ts';
import type { Mark } from '../../../presence/card-reference.ts';
import type { StepOutcome } from '../../../presence/outcome.ts';
import type { Receipt } from '../../../presence/receipt.ts';
import type { ReceiptCard, Row } from '../../card.ts';
import { iconOfPair } from '../../icons.ts';
import { isEndless, offeredEnds } from '../../ends.ts';
import { plainText } from '../../plain.ts';
import { atText, labelOf, nowText, sentence, slotName, untilText, untilTitle } from '../words.ts';
import {
  assumedText,
  emptiedText,
  endText,
  hidingText,
  mayReturnText,
  notDoneText,
  openText,
} from '../receipt.ts';
import { explained, shown } from '../status.ts';
import { failureText } from '../failure.ts';
import type { View } from '../../time.ts';

export function receiptCard(receipt: Receipt, view: View): ReceiptCard {
  const { did, holds, cleared, open, assumed, mark } = receipt;
  const ends = offeredEnds(receipt, view);
  const lines = [
    ...assumed.map(assumedText),
    emptiedText(assumed, holds.length === 0 && open.length === 0),
    holds.some(({ slot }) => slot !== 'message') ? hidingText(receipt, view) : '',
    mayReturnText(receipt),
  ];
  return {
    kind: 'receipt',
    // Where nothing was done, the rows say so alone.
    heading: holds.length > 0 ? heading[did].set : cleared.length > 0 ? heading[did].cleared : '',
    note: '',
    rows: [
      ...heldRows(holds, (holding) => endText(holding, receipt, view)),
      ...cleared.map(({ slot, absent }): Row => ({
        icon: 'cleared',
        title: absent ? 'There was no session of mine to clear' : `${sentence(slotName[slot])} cleared`,
        detail: '',
      })),
      ...open.map((step) => openRow(step, did)),
    ],
    lines: plain(lines),
    mark,
    ...(ends.length === 0
      ? {}
      : {
          ends: {
            label: isEndless(receipt) ? 'End it sooner' : 'If you meant another end',
            buttons: ends.map((until) => ({ title: untilTitle(until, view), until })),
          },
        }),
    buttons: buttonsOf(mark, {
      running: holds.length > 0,
      // What never ends cannot be lengthened, and what nobody gave an end is more likely too long.
      ends: holds.some(({ endsAt }) => endsAt !== undefined) && !(isEndless(receipt) && ends.length > 0),
    }),
  };
}

/** The same card, brought up to date. */
export function standingCard(standing: Standing, note: string, view: View): ReceiptCard {
  const { fates, mark, ledger, reported } = standing;
  const running = fates.flatMap(({ standing: one }) => (one.kind === 'running' ? [one.holding] : []));
  const lines =
    reported === undefined
      ? []
      : reported.ok
        ? [
            `Microsoft reports you as ${shown(reported.snapshot)}, read ${nowText(view)}.`,
            ...running.flatMap((holding) =>
              holding.slot === 'message' ? [] : [explained(holding, reported.snapshot, ledger, view)],
            ),
          ]
        : [`I could not read your presence. ${failureText(reported.failure, 'read')}`];
  return {
    kind: 'receipt',
    heading: '',
    note,
    rows: fates.map((fate) => fateRow(fate, view)),
    lines: plain(lines),
    mark,
    buttons: buttonsOf(mark, {
      running: fates.some(canEnd),
      ends: running.some(({ endsAt }) => endsAt !== undefined),
    }),
  };
}

const heading = {
  change: { set: '', cleared: '' },
  undo: { set: "Undone: you're back to", cleared: 'Undone' },
  extend: { set: 'Extended', cleared: '' },
  shorten: { set: 'Shortened', cleared: '' },
} as const;

/** What holds; a message that ends with its status need not say when. */
function heldRows(holds: readonly Holding[], untilOf: (holding: Holding) => string): readonly Row[] {
  const status = holds.find(({ slot }) => slot !== 'message');
  return holds.map((holding) =>
    heldRow(
      holding,
      holding !== status && status?.endsAt === holding.endsAt ? 'until then' : untilOf(holding),
    ),
  );
}

function heldRow(holding: Holding, until: string): Row {
  if (holding.slot === 'message') {
    return { icon: 'message', title: `“${holding.text}”`, detail: `Status message ${until}` };
  }
  return {
    icon: iconOfPair(holding.pair),
    title: labelOf(holding.pair),
    detail: holding.slot === 'session' ? `as a session, ${until}` : until,
  };
}

function openRow(step: StepOutcome, did: Receipt['did']): Row {
  const { result } = step;
  if (result.kind === 'failed' && !result.failure.mayHold) {
    const why = failureText(result.failure, 'write', result.call);
    return { icon: 'problem', title: plainText(notDoneText(step, did)), detail: plainText(why) };
  }
  return { icon: 'problem', title: openTitle(step), detail: plainText(openText(step, did)) };
}

function openTitle({ result }: StepOutcome): string {
  switch (result.kind) {
    case 'failed':
      return 'Uncertain';
    case 'stopped':
      return 'Stopped';
    case 'skipped':
    case 'applied':
    case 'absent':
      return 'Not tried';
  }
}

function fateRow({ hold, standing }: Fate, view: View): Row {
  const title = hold.pair === undefined ? 'Status message' : labelOf(hold.pair);
  switch (standing.kind) {
    case 'running':
      return heldRow(standing.holding, runsText(standing.holding, view));
    case 'inDoubt':
      return {
        icon: 'unknown',
        title,
        detail: 'I got no clear answer to a later request and cannot say whether it still runs',
      };
    case 'ended':
      return { icon: 'cleared', title, detail: `ended by itself ${endedText(standing.at, view)}` };
    case 'cleared':
      return { icon: 'cleared', title, detail: 'ended, as you asked' };
    case 'replaced':
      return { icon: 'cleared', title, detail: 'a later choice of yours stands in its place' };
    case 'undone':
      return { icon: 'cleared', title, detail: 'undone: what was there before is back' };
    case 'over':
      return { icon: 'cleared', title, detail: 'no longer runs' };
    case 'unknown':
      return {
        icon: 'unknown',
        title,
        detail: `${hold.endsAt === undefined ? '' : `${untilText(hold.endsAt, view)}; `}I know nothing of it since I started and cannot say whether it still runs`,
      };
  }
}

function runsText({ endsAt }: Holding, view: View): string {
  return endsAt === undefined ? 'until you clear it' : untilText(endsAt, view);
}

function endedText(at: Instant, view: View): string {
  return view.zone === undefined ? 'meanwhile' : atText(at, view);
}

function buttonsOf({ change }: Mark, { running, ends }: { running: boolean; ends: boolean }) {
  return {
    ...(change === undefined ? {} : { undo: 'Undo' }),
    ...(ends ? { extend: `+${extendSeconds / 60} min` } : {}),
    ...(running ? { end: 'End now' } : { set: 'Change…' }),
    refresh: 'Refresh',
  };
}

function plain(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== '').map(plainText);
}
