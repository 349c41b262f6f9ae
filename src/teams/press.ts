/** What pressing a card's button does, from a chat or a dialog: the same requests as typed, through the same command context. */

import type { Pressed } from '../cards/data.ts';
import type { Answer } from '../commands/answer.ts';
import { isForSenderAlone } from '../commands/audience.ts';
import type { CommandContext } from '../commands/context.ts';
import { exportOf } from '../commands/export-me.ts';
import { forgetEverything } from '../commands/forget-me.ts';
import { commandOf, emptyForm, readForm } from '../commands/form.ts';
import { answer, answerPress } from '../commands/index.ts';
import { answerNewsPress, saveRules } from '../commands/meeting-press.ts';
import type { Press } from '../commands/press.ts';
import { receiptNow, pastReceipt } from '../commands/past-receipt.ts';
import { read } from '../parser/read.ts';
import type { Command, ReadContext } from '../parser/reading.ts';
import type { Sender } from '../presence/intent.ts';
import { newestIn } from '../presence/holding-status.ts';
import type { CardReference } from '../presence/card-reference.ts';
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

/** The command that each button stands for. */
const commandOfAct: Readonly<Record<Exclude<Pressed['act'], 'run'>, Command['kind']>> = {
  choose: 'prefer',
  chooseUntil: 'prefer',
  undo: 'undo',
  extend: 'extend',
  end: 'clear',
  endAt: 'changeEnd',
  refresh: 'status',
  picker: 'picker',
  status: 'status',
  why: 'why',
  endMeeting: 'meetings',
  declineMeeting: 'meetings',
  answerMeeting: 'meetings',
  meetingRules: 'meetingRule',
  forget: 'forgetMe',
  exportHere: 'exportMe',
};

function isPrivate(pressed: Pressed, context: ReadContext): boolean {
  const { act } = pressed;
  return isForSenderAlone(act === 'run' ? read(pressed.say, context).kind : commandOfAct[act]);
}

/** Does what the button asks for, if it is the presser's, and tells what to show. */
export async function react(pressed: Pressed | undefined, presser: Presser): Promise<Reaction> {
  const { sender } = presser;
  if (pressed === undefined) return aside({ kind: 'unknownButton' });
  if (sender === undefined) return aside({ kind: 'guest' });
  if (pressed.owner !== undefined && pressed.owner !== sender.userId) return aside({ kind: 'notYours' });
  // A card that refreshes itself must only read, whatever its data says.
  if (presser.automatic && pressed.act !== 'refresh') return aside({ kind: 'unknownButton' });
  if (!presser.alone && isPrivate(pressed, presser.context)) return aside({ kind: 'ownChat' });
  const commandContext = presser.commandContext(sender);
  switch (pressed.act) {
    case 'choose':
      return choose(pressed, commandContext, presser.context);
    case 'chooseUntil': {
      const { pair, until, message } = pressed;
      // The card tells colleagues something: it stays.
      return aside(
        await answer(commandOf(pair, { said: 'instant', at: until }, [], message), commandContext),
      );
    }
    case 'undo': {
      const { change } = pressed.reference;
      return change === undefined
        ? aside({ kind: 'unknownButton' })
        : receiptPressed({ kind: 'undoOf', change }, pressed.reference, commandContext);
    }
    case 'extend':
      return receiptPressed(
        { kind: 'extendOf', reference: pressed.reference },
        pressed.reference,
        commandContext,
      );
    case 'endAt':
      return receiptPressed(
        { kind: 'endAt', reference: pressed.reference, until: pressed.until },
        pressed.reference,
        commandContext,
      );
    case 'end':
      return receiptPressed(
        { kind: 'endOf', reference: pressed.reference },
        pressed.reference,
        commandContext,
      );
    case 'refresh': {
      const { known } = await commandContext.recall(newestIn(pressed.reference));
      return replacing(
        presser.automatic
          ? receiptNow(pressed.reference, commandContext, known)
          : pastReceipt(pressed.reference, commandContext, {
              known,
              reported: await commandContext.presence(),
            }),
      );
    }
    case 'picker':
      return replacing({ kind: 'picker', filled: emptyForm });
    case 'status': {
      const read = await answer({ kind: 'status' }, commandContext);
      // A status that could not be read leaves the one that was.
      return read.kind === 'status' ? replacing(read) : aside(read);
    }
    case 'why':
      return replacing(await answer({ kind: 'why' }, commandContext));
    case 'endMeeting':
    case 'declineMeeting':
    case 'answerMeeting':
      // The record knows of no meeting outside of the presser's own tenant, and is not even asked.
      return pressed.meeting.key.tenantId === sender.tenantId
        ? recordPressed(await answerNewsPress(pressed, commandContext))
        : aside({ kind: 'unknownButton' });
    case 'meetingRules':
      return recordPressed(await saveRules(pressed.rules, commandContext));
    case 'exportHere':
      return presser.alone
        ? { content: await exportOf(commandContext, { as: 'words' }), as: 'message' }
        : aside({ kind: 'ownChat' });
    case 'forget':
      return recordPressed(await forgetEverything(commandContext));
    case 'run': {
      const content = await answer(read(pressed.say, presser.context), commandContext);
      return { content, as: pressed.stays ? 'message' : 'replacement' };
    }
  }
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
async function receiptPressed(
  press: Press,
  reference: CardReference,
  commandContext: CommandContext,
): Promise<Reaction> {
  const answered = await answerPress(press, commandContext);
  if (answered.kind !== 'receipt')
    return replacing(
      pastReceipt(reference, commandContext, { known: answered.kind !== 'notKnown', note: answered }),
    );
  const { open, holds, cleared, reference: made } = answered.receipt;
  const nothing = holds.length + cleared.length === 0;
  const kept = { ...reference, ...made, holds: reference.holds };
  if (nothing || (press.kind !== 'undoOf' && open.length > 0))
    return replacing(pastReceipt(kept, commandContext, { note: answered }));
  // A clearing knows no names, and the card that was pressed does; it cannot tell what was gone already.
  const named = press.kind === 'endOf' && !cleared.some(({ absent }) => absent);
  return replacing(named ? pastReceipt(kept, commandContext) : answered);
}
