/** A receipt's card: what holds, what was assumed, what may hide it, and what can be pressed. */

import { say } from '../locales/say.ts';
import type { PastReceipt, ReceiptAnswer } from '../commands/answer.ts';
import { extendSeconds } from '../commands/card-revisions.ts';
import { isStatus, type Holding } from '../presence/intent.ts';
import type { CardReference } from '../presence/card-reference.ts';
import { canEnd, type CheckedHolding } from '../presence/holding-status.ts';
import type { StepOutcome } from '../presence/outcome.ts';
import type { Receipt } from '../presence/receipt.ts';
import { restLines } from './chain.ts';
import type { ReceiptCard, Row } from './card.ts';
import { iconOfPair } from './icon.ts';
import { exampleOf } from './examples.ts';
import { isEndless, offeredEnds } from './offered-ends.ts';
import { failureText } from './failure.ts';
import { atText, labelOf, placeText, untilText, untilTitle } from './phrases.ts';
import { plainText } from './plain.ts';
import { endText, knownRemarksOn, notDoneText, openText, remarksOn } from './receipt.ts';
import { explained, shown } from './status.ts';
import type { View } from './time.ts';
import { shownRow } from './unseen.ts';

export function receiptCard(
  receipt: Receipt,
  view: View,
  { rest, offersReminder }: Pick<ReceiptAnswer, 'rest' | 'offersReminder'> = {},
): ReceiptCard {
  const { did, holds, cleared, open, reference } = receipt;
  const ends = offeredEnds(receipt, view);
  const known = knownRemarksOn(receipt, view);
  return {
    kind: 'receipt',
    heading: headingOf(receipt, view),
    note: '',
    rows: [
      ...heldRows(holds, (holding) => endText(holding, receipt, view), view),
      ...cleared.map(({ slot, absent }): Row => {
        const title = absent
          ? say(view, 'receipt.absent')
          : say(view, 'receipt.clearedTitle', { slot: slot === 'message' ? 'other' : slot });
        return { icon: 'cleared', title, detail: '' };
      }),
      ...open.map((step) => openRow(step, did, view)),
    ],
    lines: [...restLines(rest, receipt, view), ...remarksOn(receipt, view)].map(plainText),
    ...(known.length === 0
      ? {}
      : {
          why: {
            title: say(view, 'button.why'),
            tooltip: say(view, 'button.why.tooltip'),
            lines: known.map(plainText),
          },
        }),
    reference,
    ...(ends.length === 0
      ? {}
      : {
          ends: {
            label: say(view, isEndless(receipt) ? 'ends.label.sooner' : 'ends.label.other'),
            buttons: ends.map((until) => ({ title: untilTitle(until, view), until })),
          },
        }),
    buttons: buttonsOf(
      reference,
      {
        running: holds.length > 0,
        // A status without an end cannot be extended, and a default end is more likely too long than too short.
        ends: holds.some(hasEndOfItsOwn) && !(isEndless(receipt) && ends.length > 0),
      },
      view,
    ),
    ...(offersReminder === true ? { example: exampleOf('remind.offer', view) } : {}),
  };
}

/** The same card, brought up to date. */
export function pastReceiptCard(past: PastReceipt, note: string, view: View): ReceiptCard {
  const { checked, reference } = past;
  return {
    kind: 'receipt',
    heading: '',
    note: plainText(note),
    rows: holdingRows(checked, view),
    lines: [...restLines(past.rest, { did: 'change' }, view), ...reportedLines(past, view)].map(plainText),
    reference,
    buttons: buttonsOf(
      reference,
      {
        running: checked.some(canEnd),
        ends: runningIn(checked).some(hasEndOfItsOwn),
      },
      view,
    ),
  };
}

/** Whether it has an end that can be moved: a session that goes with a status has that one's, a work location its day's. */
function hasEndOfItsOwn(holding: Holding): boolean {
  if (holding.slot === 'location') return false;
  return holding.endsAt !== undefined && !(holding.slot === 'session' && holding.shows !== undefined);
}

/** What Microsoft reports now, and why it may differ. */
function reportedLines({ reported, checked, personState }: PastReceipt, view: View): readonly string[] {
  if (reported === undefined) return [];
  if (!reported.ok) return [say(view, 'notRead', { why: failureText(reported.failure, 'read', view) })];
  const { snapshot } = reported;
  return [
    say(view, 'status.youAt', { status: shown(snapshot, view), at: atText(view.now, view) }),
    ...runningIn(checked).flatMap((holding) =>
      isStatus(holding) ? [explained(holding, snapshot, personState, view)] : [],
    ),
  ];
}

function runningIn(checked: readonly CheckedHolding[]): readonly Holding[] {
  return checked.flatMap(({ status }) => (status.kind === 'running' ? [status.holding] : []));
}

/** If nothing was done, only the rows say so. */
function headingOf({ did, holds, cleared }: Receipt, view: View): string {
  if (did === 'change') return '';
  if (holds.length > 0) return say(view, `receipt.heading.${did}`);
  return did === 'undo' && cleared.length > 0 ? say(view, 'receipt.heading.undone') : '';
}

/** What holds; a message that ends with its status need not say when. */
function heldRows(
  holds: readonly Holding[],
  untilOf: (holding: Holding) => string,
  view: View,
): readonly Row[] {
  const status = holds.find(isStatus);
  return holds.map((holding) => {
    const isSameEnd = holding !== status && status?.endsAt === holding.endsAt;
    return heldRow(holding, isSameEnd ? say(view, 'time.untilThen') : untilOf(holding), view);
  });
}

function heldRow(holding: Holding, until: string, view: View): Row {
  const shownAnyway = shownRow(holding, until, view);
  if (shownAnyway !== undefined) return shownAnyway;
  switch (holding.slot) {
    case 'message': {
      const title = say(view, 'quoted', { text: holding.text });
      return { icon: 'message', title, detail: say(view, 'receipt.messageDetail', { until }) };
    }
    case 'location':
      return { icon: holding.place, title: placeText(holding, view), detail: say(view, 'location.today') };
    case 'preferred':
    case 'session':
      return { icon: iconOfPair(holding.pair), title: labelOf(holding.pair, view), detail: until };
  }
}

function openRow(step: StepOutcome, did: Receipt['did'], view: View): Row {
  const { result } = step;
  if (result.kind === 'failed' && !result.failure.mayHold) {
    const why = failureText(result.failure, 'write', view, result.call);
    return { icon: 'problem', title: plainText(notDoneText(step, did, view)), detail: plainText(why) };
  }
  const kind = result.kind === 'failed' || result.kind === 'stopped' ? result.kind : 'skipped';
  return {
    icon: 'problem',
    title: say(view, `open.title.${kind}`),
    detail: plainText(openText(step, did, view)),
  };
}

/** What has become of each thing that was set. */
export function holdingRows(checked: readonly CheckedHolding[], view: View): readonly Row[] {
  return checked.map((one) => holdingRow(one, view));
}

function holdingRow({ holding, status }: CheckedHolding, view: View): Row {
  if (status.kind === 'running') {
    const { endsAt } = status.holding;
    const until = endsAt === undefined ? say(view, 'time.untilCleared') : untilText(endsAt, view);
    return heldRow(status.holding, until, view);
  }
  const title = titleOf(holding, view);
  switch (status.kind) {
    case 'ended':
      return { icon: 'cleared', title, detail: say(view, 'holding.ended', { at: atText(status.at, view) }) };
    case 'cleared':
    case 'replaced':
    case 'undone':
    case 'over':
      return { icon: 'cleared', title, detail: say(view, `holding.${status.kind}`) };
    case 'inDoubt':
      return { icon: 'unknown', title, detail: say(view, 'holding.inDoubt') };
    case 'unknown':
      return {
        icon: 'unknown',
        title,
        detail:
          holding.endsAt === undefined
            ? say(view, 'holding.unknown')
            : say(view, 'holding.unknownUntil', { until: untilText(holding.endsAt, view) }),
      };
  }
}

function titleOf({ slot, pair }: CheckedHolding['holding'], view: View): string {
  if (pair !== undefined) return labelOf(pair, view);
  return say(view, slot === 'location' ? 'location.title' : 'receipt.messageTitle');
}

function buttonsOf(
  { change }: CardReference,
  { running, ends }: { running: boolean; ends: boolean },
  view: View,
): ReceiptCard['buttons'] {
  return {
    ...(change === undefined ? {} : { undo: say(view, 'button.undo') }),
    ...(ends ? { extend: say(view, 'button.extend', { minutes: extendSeconds / 60 }) } : {}),
    ...(running ? { end: say(view, 'button.end') } : { set: say(view, 'button.set') }),
    refresh: say(view, 'button.refresh'),
  };
}
