/** What pressing a card's button does, from a chat or a dialog: the same requests as typed, through the same command context. */

import type { Pressed } from '../cards/data.ts';
import type { Answer } from '../commands/answer.ts';
import type { CommandContext, Revision } from '../commands/context.ts';
import { exportOf } from '../commands/export-me.ts';
import { forgetEverything } from '../commands/forget-me.ts';
import { commandOf, emptyForm, readForm } from '../commands/form.ts';
import { answer, isForSenderAlone } from '../commands/index.ts';
import { answerNewsPress, saveRules, type NewsPress } from '../commands/meeting-press.ts';
import { endRevision, extendRevision, setEndRevision } from '../commands/card-revisions.ts';
import { undoRevision } from '../commands/undo.ts';
import { receiptNow, pastReceipt } from '../commands/past-receipt.ts';
import { read } from '../parser/read.ts';
import type { ReadContext, Reading } from '../parser/reading.ts';
import type { Sender } from '../presence/intent.ts';
import { newestChangeIn } from '../presence/card-reference.ts';
import type { ReplyContent } from '../replies/reply-content.ts';

/** What becomes of the pressed card. */
export interface Reaction {
  readonly content: ReplyContent;
  /** It gives way to the reply; the presser alone is told; or the reply follows as a message and the card stays. */
  readonly as: 'replacement' | 'aside' | 'message';
}

export interface Presser {
  /** Who pressed, by the signed activity; nothing in a card can name anybody else. */
  readonly sender: Sender | undefined;
  readonly commandContext: (sender: Sender) => CommandContext;
  readonly context: ReadContext;
  /** Nobody else reads along. */
  readonly alone: boolean;
  /** The client refreshes the card by itself: only what is remembered is looked up, and Graph is not asked. */
  readonly automatic: boolean;
}

const aside = (content: ReplyContent): Reaction => ({ content, as: 'aside' });
const replacing = (content: ReplyContent): Reaction => ({ content, as: 'replacement' });

type PressedOf<A extends Pressed['act']> = {
  [P in A]: { readonly act: P } & Extract<Pressed, { act: P }>;
}[A];

interface Button<A extends Pressed['act']> {
  /** What it would be as a command; who may read the answer is that command's. */
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
    // The card tells colleagues something: it stays.
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
  refresh: {
    command: 'status',
    react: async ({ reference }, commandContext, { automatic }) => {
      const { known } = await commandContext.recall(newestChangeIn(reference));
      return replacing(
        automatic
          ? receiptNow(reference, commandContext, known)
          : pastReceipt(reference, commandContext, { known, reported: await commandContext.presence() }),
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
  exportHere: {
    command: 'exportMe',
    react: async (_pressed, commandContext, { alone }) =>
      alone
        ? { content: await exportOf(commandContext, { as: 'words' }), as: 'message' }
        : aside({ kind: 'ownChat' }),
  },
  forget: {
    command: 'forgetMe',
    react: async (_pressed, commandContext) => recordPressed(await forgetEverything(commandContext)),
  },
  run: {
    command: ({ say }, context) => read(say, context).kind,
    react: async ({ say, stays }, commandContext, { context }) => ({
      content: await answer(read(say, context), commandContext),
      as: stays ? 'message' : 'replacement',
    }),
  },
};

function isPrivate<A extends Pressed['act']>(pressed: PressedOf<A>, context: ReadContext): boolean {
  const { command } = buttons[pressed.act];
  return isForSenderAlone(typeof command === 'function' ? command(pressed, context) : command);
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
  // A card that refreshes itself must only read, whatever its data says.
  if (presser.automatic && pressed.act !== 'refresh') return aside({ kind: 'unknownButton' });
  if (!presser.alone && isPrivate(pressed, presser.context)) return aside({ kind: 'ownChat' });
  return reactTo(pressed, presser.commandContext(sender), presser);
}

async function meetingPressed(press: NewsPress, commandContext: CommandContext): Promise<Reaction> {
  // The record knows of no meeting outside of the presser's own tenant, and is not even asked.
  return press.meeting.key.tenantId === commandContext.who.tenantId
    ? recordPressed(await answerNewsPress(press, commandContext))
    : aside({ kind: 'unknownButton' });
}

/** Where nothing could be done, the card stays, to be pressed again. */
function recordPressed(answered: Answer): Reaction {
  return answered.kind === 'noRecords' || answered.kind === 'notHere' ? aside(answered) : replacing(answered);
}

/** What was wrong comes back in the same form, with what was filled in. */
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
 * A receipt gives way to the next one. Where nothing was changed, or not all, it gives way to itself with the reason:
 * what it tells of can then be pressed again.
 */
async function reviseFromReceipt(
  revision: Revision,
  { act, reference }: Extract<Pressed, { act: 'undo' | 'extend' | 'end' | 'endAt' | 'refresh' }>,
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
  // A clearing knows no names, and the card that was pressed does; it cannot tell what was gone already.
  const named = act === 'end' && !cleared.some(({ absent }) => absent);
  return replacing(named ? pastReceipt(kept, commandContext) : answered);
}
