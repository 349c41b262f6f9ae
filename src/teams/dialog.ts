/** The messaging extension's dialogs: the picker, empty or filled in from a message, and the answer to its buttons. */

import type { z } from 'zod';
import { parsePressed } from '../cards/data.ts';
import type { Picker } from '../commands/answer.ts';
import { emptyForm } from '../commands/form.ts';
import { formOf } from '../commands/proposal.ts';
import { say } from '../locales/say.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import { messageOfHtml } from './html.ts';
import { renderReply } from './outgoing.ts';
import { react } from './press.ts';
import { dialogAnswer, dialogValue, submittedData } from './invoke-values.ts';
import { withoutMarkers } from './own-words.ts';
import { presserOf, type Turn } from './turn.ts';

/** Opens the dialog of that command; undefined for a command that has none. */
export function openDialog(turn: Turn): unknown {
  const parsed = dialogValue.safeParse(turn.activity.value).data;
  if (parsed === undefined) return undefined;
  if (turn.sender === undefined) return dialogWith({ kind: 'guest' }, turn);
  switch (parsed.commandId ?? commandFor(parsed)) {
    case 'setPresence':
      return dialogWith({ kind: 'picker', filled: emptyForm }, turn);
    case 'setPresenceFromMessage':
      return dialogWith(proposal(parsed.messagePayload?.body ?? {}, turn), turn);
    default:
      return undefined;
  }
}

/** The Agents Playground sends no command id by default. */
function commandFor({ messagePayload }: z.infer<typeof dialogValue>): string {
  return messagePayload == null ? 'setPresence' : 'setPresenceFromMessage';
}

/** What was pressed in a dialog, and the answer that shows in its place. Nothing pressed: undefined. */
export async function submitDialog(turn: Turn): Promise<unknown> {
  const parsed = dialogValue.safeParse(turn.activity.value).data;
  if (parsed === undefined) return undefined;
  const data = submittedData.safeParse(parsed.data).data;
  const pressed = data === undefined ? undefined : parsePressed(data.verb, data);
  const { content } = await react(pressed, presserOf(turn, 'extension'));
  return dialogWith(content, turn);
}

/** A reply as a dialog. */
export function dialogWith(content: ReplyContent, turn: Turn): unknown {
  const { card, summary } = renderReply(content, turn.view, { ...turn.audience, place: 'dialog' });
  return card === undefined ? dialogAnswer.text(summary) : dialogAnswer.card(titleOf(turn), card.content);
}

/** A dialog is headed by the bot's own name. */
function titleOf({ activity, view }: Turn): string {
  return activity.recipient?.name ?? say(view, 'other.dialog');
}

/** Fills the form in from a message, perhaps of somebody else: it is shown as plain text, and nothing is set before the user presses. */
function proposal(
  { content, contentType }: { content?: string | null | undefined; contentType?: string | null | undefined },
  turn: Turn,
): Picker {
  const text = withoutMarkers(content ?? '');
  return formOf(contentType?.toLowerCase() === 'text' ? text : messageOfHtml(text), turn.reading);
}
