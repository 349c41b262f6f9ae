/** What a card's buttons do, in a chat or a dialog: the same requests as typed, through the same command context. */

import type { Pressed } from '../cards/data.ts';
import type { Answer } from '../commands/answer.ts';
import { answerCalendarPress } from '../commands/calendar.ts';
import type { CommandContext, Revision } from '../commands/context.ts';
import { exportOf } from '../commands/export-me.ts';
import { forgetEverything } from '../commands/forget-me.ts';
import { commandOf, emptyForm, readForm } from '../commands/form.ts';
import { answer, isForOwnChat } from '../commands/index.ts';
import { answerKeyPress } from '../commands/keys.ts';
import { answerNewsPress, saveRules, type NewsPress } from '../commands/meeting-press.ts';
import {
  endRevision,
  extendRevision,
  setEndRevision,
  showAnywayRevision,
} from '../commands/card-revisions.ts';
import { answerSchedulePress } from '../commands/schedule-press.ts';
import { undoRevision } from '../commands/undo.ts';
import { receiptNow, pastReceipt, restNow } from '../commands/past-receipt.ts';
import { read } from '../parser/read.ts';
import type { ReadContext, Reading } from '../parser/reading.ts';
import type { Sender } from '../presence/intent.ts';
import { newestChangeIn } from '../presence/card-reference.ts';
import type { ReplyContent } from '../replies/reply-content.ts';

/** What becomes of the pressed card. */
export interface Reaction {
  readonly content: ReplyContent;
  /** The reply replaces the card; only the presser sees it; or it follows as a message and the card stays. */
  readonly as: 'replacement' | 'aside' | 'message';
}

export interface Presser {
  /** Who pressed, from the authenticated activity; nothing in a card can name anybody else. */
  readonly sender: Sender | undefined;
  readonly commandContext: (sender: Sender) => CommandContext;
  readonly context: ReadContext;
  /** Whether nobody else can read the conversation. */
  readonly alone: boolean;
  /** Whether the client refreshes the card by itself: then Graph is not asked. */
  readonly automatic: boolean;
}

const aside = (content: ReplyContent): Reaction => ({ content, as: 'aside' });
const replacing = (content: ReplyContent): Reaction => ({ content, as: 'replacement' });

type PressedOf<A extends Pressed['act']> = {
  [P in A]: { readonly act: P } & Extract<Pressed, { act: P }>;
}[A];

interface Button<A extends Pressed['act']> {
  /** The command that it stands for, whose audience applies to the answer. */
  readonly command: Reading['kind'] | ((pressed: PressedOf<A>, context: ReadContext) => Reading['kind']);
  readonly react: (
    pressed: PressedOf<A>,
    commandContext: CommandContext,
    presser: Presser,
  ) => Reaction | Promise<Reaction>;
}

const buttons: { readonly [A in Pressed['act']]: Button<A> } = {
  choose: {
    command: 'prefer',
    react: (pressed, commandContext, { context }) => choose(pressed, commandContext, context),
  },
  chooseUntil: {
    command: 'prefer',
    // The card is an announcement to colleagues, so it stays.
    react: async ({ pair, until, message }, commandContext) =>
      aside(await answer(commandOf(pair, { said: 'instant', at: until }, [], message), commandContext)),
  },
  undo: {
    command: 'undo',
    react: (pressed, commandContext) =>
      pressed.reference.change === undefined
        ? aside({ kind: 'unknownButton' })
        : reviseFromReceipt(undoRevision(pressed.reference.change, commandContext), pressed, commandContext),
  },
  extend: {
    command: 'extend',
    react: (pressed, commandContext) =>
      reviseFromReceipt(extendRevision(pressed.reference), pressed, commandContext),
  },
  endAt: {
    command: 'changeEnd',
    react: (pressed, commandContext) =>
      reviseFromReceipt(setEndRevision(pressed.reference, pressed.until), pressed, commandContext),
  },
  end: {
    command: 'clear',
    react: (pressed, commandContext) =>
      reviseFromReceipt(endRevision(pressed.reference), pressed, commandContext),
  },
  showAnyway: {
    command: 'open',
    react: (pressed, commandContext) =>
      reviseFromReceipt(showAnywayRevision(pressed.reference, commandContext), pressed, commandContext),
  },
  refresh: {
    command: 'status',
    react: async ({ reference }, commandContext, { automatic }) => {
      const recalled = await commandContext.recall(newestChangeIn(reference));
      return replacing(
        automatic
          ? receiptNow(reference, commandContext, recalled)
          : pastReceipt(reference, commandContext, {
              known: recalled.known,
              ...restNow(reference, commandContext, recalled),
              reported: await commandContext.presence(),
            }),
      );
    },
  },
  picker: { command: 'picker', react: () => replacing({ kind: 'picker', filled: emptyForm }) },
  status: {
    command: 'status',
    react: async (_pressed, commandContext) => {
      const found = await answer({ kind: 'status' }, commandContext);
      // If the status cannot be read, the card keeps the one it shows.
      return found.kind === 'status' ? replacing(found) : aside(found);
    },
  },
  why: {
    command: 'why',
    react: async (_pressed, commandContext) => replacing(await answer({ kind: 'why' }, commandContext)),
  },
  endMeeting: { command: 'meetings', react: meetingPressed },
  declineMeeting: { command: 'meetings', react: meetingPressed },
  answerMeeting: { command: 'meetings', react: meetingPressed },
  meetingRules: {
    command: 'meetingRule',
    react: async ({ rules }, commandContext) => recordPressed(await saveRules(rules, commandContext)),
  },
  skipNext: { command: 'schedules', react: onRecord(answerSchedulePress) },
  pauseSchedule: { command: 'schedules', react: onRecord(answerSchedulePress) },
  resumeSchedule: { command: 'schedules', react: onRecord(answerSchedulePress) },
  removeSchedule: { command: 'schedules', react: onRecord(answerSchedulePress) },
  tellStarts: { command: 'schedules', react: onRecord(answerSchedulePress) },
  hideStarts: { command: 'schedules', react: onRecord(answerSchedulePress) },
  undoSchedules: { command: 'schedules', react: onRecord(answerSchedulePress) },
  letEnd: { command: 'endReminders', react: () => replacing({ kind: 'letEnd' }) },
  removeCalendar: { command: 'calendarRules', react: onRecord(answerCalendarPress) },
  undoCalendar: { command: 'calendarRules', react: onRecord(answerCalendarPress) },
  removeKey: { command: 'keys', react: onRecord(answerKeyPress) },
  showKeys: { command: 'keys', react: onRecord(answerKeyPress) },
  moveZone: { command: 'schedules', react: onRecord(answerSchedulePress) },
  keepZone: { command: 'schedules', react: ({ zone }) => replacing({ kind: 'zoneKept', zone }) },
  exportHere: {
    command: 'exportMe',
    react: async (_pressed, commandContext, { alone }) =>
      alone
        ? { content: await exportOf(commandContext, { as: 'words' }), as: 'message' }
        : aside({ kind: 'ownChat' }),
  },
  forget: { command: 'forgetMe', react: onRecord((_pressed, context) => forgetEverything(context)) },
  run: {
    command: ({ say }, context) => read(say, context).kind,
    react: async ({ say, stays }, commandContext, { context }) => ({
      content: await answer(read(say, context), commandContext),
      as: stays ? 'message' : 'replacement',
    }),
  },
};

function needsOwnChat<A extends Pressed['act']>(pressed: PressedOf<A>, context: ReadContext): boolean {
  const { command } = buttons[pressed.act];
  return isForOwnChat(typeof command === 'function' ? command(pressed, context) : command);
}

function reactTo<A extends Pressed['act']>(
  pressed: PressedOf<A>,
  commandContext: CommandContext,
  presser: Presser,
): Reaction | Promise<Reaction> {
  return buttons[pressed.act].react(pressed, commandContext, presser);
}

/** Does what the button asks for, if it is the presser's, and gives what to show. */
export async function react(pressed: Pressed | undefined, presser: Presser): Promise<Reaction> {
  const { sender } = presser;
  if (pressed === undefined) return aside({ kind: 'unknownButton' });
  if (sender === undefined) return aside({ kind: 'guest' });
  if (pressed.owner !== undefined && pressed.owner !== sender.userId) return aside({ kind: 'notYours' });
  // An automatic refresh must only read, whatever the card's data says.
  if (presser.automatic && pressed.act !== 'refresh') return aside({ kind: 'unknownButton' });
  if (!presser.alone && needsOwnChat(pressed, presser.context)) return aside({ kind: 'ownChat' });
  return reactTo(pressed, presser.commandContext(sender), presser);
}

async function meetingPressed(press: NewsPress, commandContext: CommandContext): Promise<Reaction> {
  // Meetings of another tenant are never looked up.
  return press.meeting.key.tenantId === commandContext.who.tenantId
    ? recordPressed(await answerNewsPress(press, commandContext))
    : aside({ kind: 'unknownButton' });
}

/** A button about what is on record. */
function onRecord<P>(answerPress: (press: P, commandContext: CommandContext) => Promise<Answer>) {
  return async (press: P, context: CommandContext) => recordPressed(await answerPress(press, context));
}

/** If the records are out of reach, the card stays, so that it can be pressed again. */
function recordPressed(answered: Answer): Reaction {
  return answered.kind === 'noRecords' || answered.kind === 'notHere' ? aside(answered) : replacing(answered);
}

/** Sets what the form asks for; a problem comes back in the same form, filled in as it was. */
async function choose(
  { pair, filled }: Extract<Pressed, { act: 'choose' }>,
  commandContext: CommandContext,
  context: ReadContext,
): Promise<Reaction> {
  const chosen = readForm(pair, filled, context);
  if (!chosen.ok) return replacing({ kind: 'picker', filled, wrong: chosen.wrong });
  const answered = await answer(chosen.command, commandContext);
  return answered.kind === 'problem'
    ? replacing({ kind: 'picker', filled, wrong: answered })
    : replacing(answered);
}

/**
 * Replaces a receipt with the next one. If nothing was changed, or not everything, it shows the same receipt with the reason:
 * its buttons can then be pressed again.
 */
async function reviseFromReceipt(
  revision: Revision,
  {
    act,
    reference,
  }: Extract<Pressed, { act: 'undo' | 'extend' | 'end' | 'endAt' | 'showAnyway' | 'refresh' }>,
  commandContext: CommandContext,
): Promise<Reaction> {
  const answered = await commandContext.change({ kind: 'revise', ...revision });
  if (answered.kind !== 'receipt')
    return replacing(
      pastReceipt(reference, commandContext, { known: answered.kind !== 'notKnown', note: answered }),
    );
  const { open, holds, cleared, reference: made } = answered.receipt;
  const nothing = holds.length + cleared.length === 0;
  const kept = { ...reference, ...made, holds: reference.holds };
  if (nothing || (act !== 'undo' && open.length > 0))
    return replacing(pastReceipt(kept, commandContext, { note: answered }));
  // A clearing does not name what it cleared, and the pressed card does; but the card cannot tell what was already gone.
  const named = act === 'end' && !cleared.some(({ absent }) => absent);
  const rest = answered.rest === undefined ? {} : { rest: answered.rest };
  return replacing(named ? pastReceipt(kept, commandContext, rest) : answered);
}
