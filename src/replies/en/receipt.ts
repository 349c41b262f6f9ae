/** What holds after a change, in English: only what Graph accepted is claimed. */

import type { Assumption, Holding, Instant } from '../../presence/intent.ts';
import type { StepOutcome } from '../../presence/outcome.ts';
import type { Cleared, Hiding, Receipt } from '../../presence/receipt.ts';
import { escapeMarkdown } from '../escape.ts';
import { isEndless, offeredEnds, shorterEndsOf } from '../ends.ts';
import type { View } from '../time.ts';
import { failureText } from './failure.ts';
import {
  durationText,
  labelOf,
  listed,
  sentence,
  slotName,
  saidEnd,
  untilChangedText,
  untilDayText,
  untilText,
} from './words.ts';

export function receiptText(receipt: Receipt, view: View): string {
  const { holds, cleared, open, assumed } = receipt;
  return [
    holdsText(receipt, view),
    clearedText(cleared, receipt.did, holds.length > 0),
    ...assumed.map(assumedText),
    emptiedText(assumed, holds.length === 0 && open.length === 0),
    holds.some(({ slot }) => slot !== 'message') ? hidingText(receipt, view) : '',
    mayReturnText(receipt),
    ...open.map((step) => openText(step, receipt.did)),
    otherEndsText(receipt, view),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const opening = {
  change: "You're set to",
  undo: "Undone: you're back to",
  extend: "Extended: you're set to",
  shorten: "Shortened: you're set to",
} as const;
const messageOpening = {
  change: 'Your status message is',
  undo: 'Undone: your status message is again',
  extend: 'Extended: your status message is',
  shorten: 'Shortened: your status message is',
} as const;

function holdsText(receipt: Receipt, view: View): string {
  const { holds, did } = receipt;
  const status = holds.find((one) => one.slot !== 'message');
  const message = holds.find((one) => one.slot === 'message');
  const quoted = message === undefined ? '' : `“${escapeMarkdown(message.text)}”`;
  if (status === undefined) {
    if (message === undefined) return '';
    return `${messageOpening[did]} ${quoted} ${endText(message, receipt, view)}.`;
  }
  const kind = status.slot === 'session' ? ', as a session of this app' : '';
  const withMessage = message === undefined ? '' : `, with the message ${quoted}`;
  const others = holds.filter((one) => one !== status && one !== message);
  return [
    `${opening[did]} **${labelOf(status.pair)}** ${endText(status, receipt, view)}${kind}${withMessage}.`,
    ...others.map((one) =>
      one.slot === 'message' ? '' : `Also **${labelOf(one.pair)}** ${endText(one, receipt, view)}.`,
    ),
  ].join(' ');
}

/** Assumptions about when it ends. */
const ofEnds: ReadonlySet<Assumption['code']> = new Set<Assumption['code']>([
  'bareHour',
  'nextDay',
  'minutes',
  'startOfDay',
  'usualTime',
  'midnight',
  'clockGap',
  'clockOverlap',
]);

/** Until when it holds: in full where its end was not said so, or not at all. */
export function endText({ endsAt }: Holding, { assumed, otherEnds }: Receipt, view: View): string {
  if (endsAt === undefined) return 'until you clear it';
  if (assumed.some(({ code }) => code === 'defaultEnd')) return untilChangedText(endsAt, view);
  const isGuess = otherEnds.length > 0 || assumed.some(({ code }) => ofEnds.has(code));
  return isGuess ? untilDayText(endsAt, view) : untilText(endsAt, view);
}

/** What to say for another end, where buttons cannot be pressed. */
function otherEndsText(receipt: Receipt, view: View): string {
  const offered = offeredEnds(receipt, view);
  if (offered.length === 0) return '';
  if (isEndless(receipt)) return `To end it sooner, say \`make it ${soonerText(receipt, offered, view)}\`.`;
  const ends = offered.flatMap((at) => saidEnd(at, view) ?? []).map((end) => `\`make it until ${end}\``);
  return ends.length === 0 ? '' : `If you meant another end, say ${ends.join(' or ')}.`;
}

/** "15 minutes", or the first of the sooner ends on the clock. */
function soonerText(receipt: Receipt, [at]: readonly Instant[], view: View): string {
  const [first] = shorterEndsOf(receipt);
  return first !== undefined && 'seconds' in first
    ? durationText(first.seconds)
    : `until ${saidEnd(at ?? receipt.at, view) ?? 'tomorrow'}`;
}

function clearedText(cleared: readonly Cleared[], did: Receipt['did'], alsoHolds: boolean): string {
  const gone = cleared.filter(({ absent }) => !absent).map(({ slot }) => slotName[slot]);
  const absent = cleared.some((one) => one.absent) ? 'There was no session of mine to clear.' : '';
  if (gone.length === 0) return absent;
  const what = `your ${listed(gone)} ${gone.length === 1 ? 'is' : 'are'} cleared.`;
  const text = did === 'undo' && !alsoHolds ? `Undone: ${what}` : sentence(what);
  return [text, absent].filter((part) => part !== '').join(' ');
}

/** What was assumed that the end itself does not say. */
export function assumedText(assumption: Assumption): string {
  switch (assumption.code) {
    case 'defaultEnd':
    case 'noEnd':
    case 'bareHour':
    case 'nextDay':
    case 'startOfDay':
    case 'midnight':
    case 'usualTime':
      return '';
    case 'minutes':
      return 'I read the bare number as minutes.';
    case 'roughly':
      return 'You said roughly; I took it exactly.';
    case 'converted':
      return `I converted it from ${assumption.from} to your time.`;
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

/** What to do about an end that is not on record. */
export function mayReturnText({ mayReturn, holds }: Receipt): string {
  if (mayReturn !== true) return '';
  const again = holds.some(({ slot }) => slot === 'session') ? 'it' : '`clear session`';
  return `My records are out of reach, so an earlier session of mine may come back: say ${again} again in a few minutes.`;
}

/** Teams clients poll; a card that is looked at later than that need not say so any more. */
const showingMs = 10 * 60_000;

export function hidingText({ hiding, at }: Pick<Receipt, 'hiding' | 'at'>, view: View): string {
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
};

/** What was wished and does not hold, or may not. */
export function openText(open: StepOutcome, did: Receipt['did']): string {
  const { step, result } = open;
  const wish = wishOf(step);
  switch (result.kind) {
    case 'failed':
      return [
        result.failure.mayHold
          ? `I do not know whether Microsoft Graph took ${wish}.`
          : `${notDoneText(open, did)}.`,
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

/** "Not done: **Busy**" */
export function notDoneText({ step }: StepOutcome, did: Receipt['did']): string {
  return `${notDone[did]}: ${wishOf(step)}`;
}

function wishOf({ slot, holding }: StepOutcome['step']): string {
  if (holding === undefined) return `clearing your ${slotName[slot]}`;
  return holding.slot === 'message'
    ? `the message “${escapeMarkdown(holding.text)}”`
    : `**${labelOf(holding.pair)}**`;
}

const stopped = {
  newer: 'since your newer choice replaces it',
  shutdown: 'because I am being restarted; say it again in a minute',
} as const;

/** What could not be lengthened still has its old end. */
const notDone = {
  change: 'Not done',
  undo: 'Not done',
  extend: 'Not extended',
  shorten: 'Not shortened',
} as const;
