/** What holds after a change: only what Graph accepted is claimed. */

import { say } from '../locales/say.ts';
import { isStatus, type Assumption, type Holding, type Instant } from '../presence/intent.ts';
import type { StepOutcome } from '../presence/outcome.ts';
import type { Cleared, Receipt } from '../presence/receipt.ts';
import type { ChainRest } from '../presence/schedule.ts';
import { restLines } from './chain.ts';
import { isEndless, offeredEnds, shorterEndsOf } from './offered-ends.ts';
import { escapeMarkdown } from './plain.ts';
import { failureText } from './failure.ts';
import { hidingText, knownHidingText } from './hiding.ts';
import {
  allOf,
  anyOf,
  durationText,
  labelOf,
  paragraph,
  placeText,
  typedEnd,
  untilChangedText,
  untilDayText,
  untilText,
} from './phrases.ts';
import type { View } from './time.ts';
import { shownText } from './unseen.ts';

export function receiptText(receipt: Receipt, view: View, rest?: ChainRest): string {
  const { cleared, open, did } = receipt;
  return paragraph([
    ...holdsText(receipt, view),
    clearedText(cleared, did, view),
    ...restLines(rest, receipt, view),
    ...remarksOn(receipt, view),
    ...open.map((step) => openText(step, did, view)),
    otherEndsText(receipt, view),
  ]);
}

/** Remarks beside what holds: assumptions, and what may hide it. */
export function remarksOn(receipt: Receipt, view: View): readonly string[] {
  return [
    ...receipt.assumed.map((one) => assumedText(one, view)),
    ...emptiedText(receipt, view),
    ...(isOfStatus(receipt) ? hidingText(receipt, view) : []),
    receipt.cleared.some(({ slot }) => slot === 'location') ? say(view, 'location.cleared') : '',
    mayReturnText(receipt, view),
  ].filter((text) => text !== '');
}

/** The remarks that the person knows by now, for the "Why?" button. */
export function knownRemarksOn(receipt: Receipt, view: View): readonly string[] {
  return isOfStatus(receipt) ? knownHidingText(receipt, view) : [];
}

function isOfStatus({ holds }: Receipt): boolean {
  return holds.some(isStatus);
}

function holdsText(receipt: Receipt, view: View): readonly string[] {
  const { holds, did: done } = receipt;
  const did: Exclude<Receipt['did'], 'change'> | 'other' = done === 'change' ? 'other' : done;
  const statuses = holds.filter(isStatus);
  const status = statuses.find((one) => one.slot === 'preferred') ?? statuses[0];
  const message = holds.find((one) => one.slot === 'message');
  const text = message === undefined ? undefined : escapeMarkdown(message.text);
  const location = holds.find((one) => one.slot === 'location');
  if (location !== undefined)
    return [
      say(view, 'receipt.location', {
        did: did === 'undo' ? did : 'other',
        place: placeText(location, view),
      }),
    ];
  if (status === undefined) {
    if (message === undefined || text === undefined) return [];
    return [say(view, 'receipt.message', { did, text, until: endText(message, receipt, view) })];
  }
  const set = { did, status: labelOf(status.pair, view), until: endText(status, receipt, view) };
  const others = statuses.flatMap((one) => {
    if (one === status) return [];
    const until = endText(one, receipt, view);
    return [
      shownText(one, until, view) ?? say(view, 'receipt.also', { status: labelOf(one.pair, view), until }),
    ];
  });
  const shown = shownText(status, set.until, view);
  if (shown !== undefined) return [shown, ...others];
  return [
    text === undefined
      ? say(view, 'receipt.set', set)
      : say(view, 'receipt.setWithMessage', { ...set, text }),
    ...others,
  ];
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

/** Until when it holds: with its day if the end was assumed. */
export function endText({ endsAt }: Holding, { assumed, otherEnds }: Receipt, view: View): string {
  if (endsAt === undefined) return say(view, 'time.untilCleared');
  if (assumed.some(({ code }) => code === 'defaultEnd')) return untilChangedText(endsAt, view);
  const isGuess = otherEnds.length > 0 || assumed.some(({ code }) => ofEnds.has(code));
  return isGuess ? untilDayText(endsAt, view) : untilText(endsAt, view);
}

/** How to say another end, for clients without buttons. */
function otherEndsText(receipt: Receipt, view: View): string {
  const offered = offeredEnds(receipt, view);
  if (offered.length === 0) return '';
  if (isEndless(receipt)) return soonerText(receipt, offered, view);
  const ends = offered.flatMap((at) => typedEnd(at, view) ?? []);
  if (ends.length === 0) return '';
  const spoken = ends.map((end) => say(view, 'ends.say', { end }));
  return say(view, 'ends.other', { sayings: anyOf(spoken, view) });
}

function soonerText(receipt: Receipt, [at]: readonly Instant[], view: View): string {
  const [first] = shorterEndsOf(receipt);
  if (first !== undefined && 'seconds' in first)
    return say(view, 'ends.sooner', { duration: durationText(first.seconds, view) });
  const end = typedEnd(at ?? receipt.at, view);
  return end === undefined ? '' : say(view, 'ends.soonerUntil', { end });
}

function clearedText(cleared: readonly Cleared[], did: Receipt['did'], view: View): string {
  const gone = cleared.filter(({ absent }) => !absent).map(({ slot }) => say(view, `slot.${slot}`));
  return paragraph([
    gone.length === 0
      ? ''
      : say(view, 'receipt.cleared', { did: did === 'undo' ? 'undo' : 'other', what: allOf(gone, view) }),
    cleared.some(({ absent }) => absent) ? say(view, 'receipt.absent') : '',
  ]);
}

/** Assumptions that the end itself does not show. */
export function assumedText(assumption: Assumption, view: View): string {
  switch (assumption.code) {
    case 'defaultEnd':
    case 'noEnd':
    case 'bareHour':
    case 'nextDay':
    case 'startOfDay':
    case 'midnight':
    case 'usualTime':
    // Said once for all slots.
    case 'emptied':
      return '';
    case 'converted':
      return say(view, 'assumed.converted', { from: assumption.from });
    case 'minutes':
    case 'roughly':
    case 'clockGap':
    case 'clockOverlap':
    case 'meetingAsBusy':
      return say(view, `assumed.${assumption.code}`);
  }
}

/** Why undo could put nothing back: once, where nothing else is said and the reason is the same for every slot. */
function emptiedText({ assumed, holds, open }: Receipt, view: View): readonly string[] {
  const all = assumed.filter((one) => one.code === 'emptied');
  const [first] = all;
  const alone = holds.length === 0 && open.length === 0 && all.every(({ why }) => why === first?.why);
  if (alone && first !== undefined) return [say(view, 'emptied', { why: first.why })];
  return all.map(({ slot, why }) => say(view, `emptied.${slot}`, { why }));
}

/** What to do about an end that is not on record. */
function mayReturnText({ mayReturn, holds }: Receipt, view: View): string {
  if (mayReturn !== true) return '';
  const what = holds.some(({ slot }) => slot === 'session') ? 'session' : 'other';
  return say(view, 'hiding.mayReturn', { what });
}

/** Steps that failed, or may have failed. */
export function openText(open: StepOutcome, did: Receipt['did'], view: View): string {
  const { step, result } = open;
  const what = askedFor(step, view);
  switch (result.kind) {
    case 'failed': {
      const { failure } = result;
      // An earlier attempt without an answer may have succeeded, even if a later one was refused.
      const repeated = failure.mayHold && !['unreachable', 'unreadable'].includes(failure.by);
      return paragraph([
        failure.mayHold
          ? say(view, 'open.uncertain', { what })
          : say(view, 'sentence', { text: notDoneText(open, did, view) }),
        repeated ? say(view, 'open.repeated') : '',
        failureText(failure, 'write', view, result.call),
      ]);
    }
    case 'stopped':
      return paragraph([
        say(view, 'open.stopped', { what, why: result.why === 'newer' ? 'newer' : 'other' }),
        result.mayHold ? say(view, 'open.mayHold') : '',
      ]);
    case 'skipped':
      return say(view, 'open.skipped', { what });
    case 'applied':
    case 'absent':
      return '';
  }
}

/** "Not done: **Busy**". What could not be lengthened still has its old end. */
export function notDoneText({ step }: StepOutcome, did: Receipt['did'], view: View): string {
  return say(view, 'open.notDone', {
    did: did === 'extend' || did === 'shorten' ? did : 'other',
    what: askedFor(step, view),
  });
}

function askedFor({ slot, holding }: StepOutcome['step'], view: View): string {
  if (holding === undefined) return say(view, 'open.clear', { slot: say(view, `slot.${slot}`) });
  switch (holding.slot) {
    case 'message':
      return say(view, 'open.message', { text: escapeMarkdown(holding.text) });
    case 'location':
      return say(view, 'open.location', { place: placeText(holding, view) });
    case 'preferred':
    case 'session':
      return say(view, 'open.status', { status: labelOf(holding.pair, view) });
  }
}
