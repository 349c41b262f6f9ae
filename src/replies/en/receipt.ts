/** What holds after a change, in English: only what Graph accepted is claimed. */

import type { Assumption, Holding } from '../../presence/intent.ts';
import type { StepOutcome } from '../../presence/outcome.ts';
import { pairOf } from '../../presence/pairs.ts';
import type { Cleared, Hiding, Receipt } from '../../presence/receipt.ts';
import { escapeMarkdown } from '../escape.ts';
import type { View } from '../time.ts';
import { failureText } from './failure.ts';
import { durationText, labelOf, listed, sentence, slotName, untilText } from './words.ts';

export function receiptText(receipt: Receipt, view: View): string {
  const { holds, cleared, open, assumed } = receipt;
  return [
    holdsText(receipt, view),
    clearedText(cleared, receipt.did, holds.length > 0),
    ...assumed.map((one) => assumedText(one, holds)),
    emptiedText(assumed, holds.length === 0 && open.length === 0),
    hidingText(receipt, view),
    ...open.map((step) => openText(step, receipt.did)),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const opening = {
  change: "You're set to",
  undo: "Undone: you're back to",
  extend: "Extended: you're set to",
} as const;
const messageOpening = {
  change: 'Your status message is',
  undo: 'Undone: your status message is again',
  extend: 'Extended: your status message is',
} as const;

function holdsText({ holds, did }: Receipt, view: View): string {
  const status = holds.find((one) => one.slot !== 'message');
  const message = holds.find((one) => one.slot === 'message');
  const quoted = message === undefined ? '' : `“${escapeMarkdown(message.text)}”`;
  if (status === undefined) {
    if (message === undefined) return '';
    const until = message.endsAt === undefined ? '' : ` ${untilText(message.endsAt, view)}`;
    return `${messageOpening[did]} ${quoted}${until}.`;
  }
  const kind = status.slot === 'session' ? ', as a session of this app' : '';
  const withMessage = message === undefined ? '' : `, with the message ${quoted}`;
  const others = holds.filter((one) => one !== status && one !== message);
  return [
    `${opening[did]} **${labelOf(status.pair)}** ${untilText(status.endsAt, view)}${kind}${withMessage}.`,
    ...others.map((one) =>
      one.slot === 'message' ? '' : `Also **${labelOf(one.pair)}** ${untilText(one.endsAt, view)}.`,
    ),
  ].join(' ');
}

function clearedText(cleared: readonly Cleared[], did: Receipt['did'], alsoHolds: boolean): string {
  const gone = cleared.filter(({ absent }) => !absent).map(({ slot }) => slotName[slot]);
  const absent = cleared.some((one) => one.absent) ? 'There was no session of mine to clear.' : '';
  if (gone.length === 0) return absent;
  const what = `your ${listed(gone)} ${gone.length === 1 ? 'is' : 'are'} cleared.`;
  const text = did === 'undo' && !alsoHolds ? `Undone: ${what}` : sentence(what);
  return [text, absent].filter((part) => part !== '').join(' ');
}

export function assumedText(assumption: Assumption, holds: readonly Holding[]): string {
  switch (assumption.code) {
    case 'defaultEnd': {
      const status = holds.find((one) => one.slot !== 'message');
      if (status === undefined) return '';
      return `You gave no end, so I took ${durationText(pairOf(status.pair).defaultSeconds)}.`;
    }
    case 'noEnd':
      return 'You gave no end, so it stays until you clear it.';
    case 'bareHour':
      return 'I took the next such hour on the clock.';
    case 'nextDay':
      return 'That time has passed today, so I took the next one.';
    case 'minutes':
      return 'I read the bare number as minutes.';
    case 'startOfDay':
      return 'I took the start of that day.';
    case 'midnight':
      // The end itself says midnight.
      return '';
    case 'clockGap':
      return 'The clocks skip the time you named that day, so I took the moment as long after the skip.';
    case 'clockOverlap':
      return 'The clocks show that time twice that day; I took the first that is still to come.';
    case 'meetingAsBusy':
      return 'Microsoft Graph cannot set “In a meeting”, so I used Busy.';
    case 'emptied':
      // Said by itself, once for all slots.
      return '';
  }
}

/** Why undo could put nothing back: once, where nothing else is said and the reason is the same for every slot. */
export function emptiedText(assumed: readonly Assumption[], alone: boolean): string {
  const all = assumed.filter((one) => one.code === 'emptied');
  const reasons = [...new Set(all.map(({ why }) => why))];
  if (alone && reasons.length === 1) return reasons.map((why) => `${sentence(emptied[why])}.`).join('');
  return all.map(({ slot, why }) => `${sentence(slotName[slot])}: ${emptied[why]}.`).join(' ');
}

const emptied = {
  nothingBefore: 'I had set nothing before',
  ended: 'what I had set before has ended meanwhile',
  tooLittleLeft: 'too little was left of what I had set before to put it back',
} as const;

/** Teams clients poll; a card that is looked at later than that need not say so any more. */
const showingMs = 10 * 60_000;

export function hidingText({ hiding, at }: Pick<Receipt, 'hiding' | 'at'>, view: View): string {
  if (hiding.length === 0) return '';
  const showing = view.now - at < showingMs ? ['Teams can take a few minutes to show it'] : [];
  const parts = hiding.map((one) => hidingPart(one, view)).filter((part) => part !== '');
  const text = [...showing, ...parts].join('; ');
  return text === '' ? '' : `${sentence(text)}.`;
}

function hidingPart(hiding: Hiding, view: View): string {
  switch (hiding.code) {
    case 'needsSession':
      return 'colleagues see it only while you are signed in to Teams somewhere';
    case 'manualOnTop':
      return 'a status you chose by hand stays on top of it';
    case 'preferredOnTop':
      // Said again after that has ended, all that is left is what nobody can know.
      return hiding.endsAt > view.now
        ? `your preferred status **${labelOf(hiding.pair)}** stays on top of it ${untilText(hiding.endsAt, view)}`
        : hidingPart({ code: 'manualOnTop' }, view);
    case 'outranked':
      return outranks[hiding.pair] ?? '';
    case 'fades':
      return 'Graph fades an Available session after 5 minutes, and I cannot renew it at present';
    case 'notKept':
      return `I could not put it on record to renew it, so it ends ${untilText(hiding.until, view)} at the latest`;
  }
}

const outranks: Readonly<Record<string, string>> = {
  sessionAvailable: 'Teams itself being busy or in a call outranks it',
  sessionAway: 'Teams itself being open and available outranks it, so `away` is usually what you want',
  inACall: 'Teams itself being on do not disturb outranks it',
  inAConferenceCall: 'Teams itself being on do not disturb outranks it',
};

/** What was wished and does not hold, or may not. */
export function openText({ step, result }: StepOutcome, did: Receipt['did']): string {
  const wish =
    step.holding === undefined
      ? `clearing your ${slotName[step.slot]}`
      : step.holding.slot === 'message'
        ? `the message “${escapeMarkdown(step.holding.text)}”`
        : `**${labelOf(step.holding.pair)}**`;
  switch (result.kind) {
    case 'failed':
      return [
        result.failure.mayHold
          ? `I do not know whether Microsoft Graph took ${wish}.`
          : `${notDone[did]}: ${wish}.`,
        // A refusal does not undo an earlier attempt whose answer was lost.
        result.failure.mayHold && !['unreachable', 'unreadable'].includes(result.failure.by)
          ? 'When I repeated it:'
          : '',
        failureText(result.failure, 'write', result.call),
      ]
        .filter((text) => text !== '')
        .join(' ');
    case 'stopped':
      return [
        `I stopped trying ${wish}, ${stopped[result.why]}.`,
        result.mayHold ? 'Microsoft Graph may have taken it before that; `status` tells.' : '',
      ]
        .filter((text) => text !== '')
        .join(' ');
    case 'skipped':
      return `Not tried after that: ${wish}.`;
    case 'applied':
    case 'absent':
      return '';
  }
}

const stopped = {
  newer: 'since your newer choice replaces it',
  shutdown: 'because I am being restarted; say it again in a minute',
} as const;

/** What could not be lengthened still has its old end. */
const notDone = { change: 'Not done', undo: 'Not done', extend: 'Not extended' } as const;
