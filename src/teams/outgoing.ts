/** Replies as Teams takes them: a message of text, or a card with a plain-text summary for notifications. */

import type { CardAudience } from '../cards/data.ts';
import { renderCard } from '../cards/render.ts';
import type { Card } from '../cards/render.ts';
import type { CardModel } from '../replies/card.ts';
import type { CheckedHolding } from '../presence/holding-status.ts';
import { shortened } from '../presence/well-formed.ts';
import { plainText } from '../replies/plain.ts';
import { reply } from '../replies/reply.ts';
import type { ReplyContent, TextFile } from '../replies/reply-content.ts';
import type { View } from '../replies/time.ts';
import type { OutgoingAttachment, OutgoingMessage } from './conversation.ts';
import { consentCard, savedCard } from './files.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';
/** A notification shows far less; a client that cannot show cards shows all of it. */
const longestSummary = 1000;

/** A reply in both its forms; `card` is left out where text says it all. */
export interface OutgoingReply {
  /** Markdown. */
  readonly text: string;
  readonly summary: string;
  readonly card?: { readonly content: Card; readonly model: CardModel };
  /** Beside the text. */
  readonly attached?: OutgoingAttachment;
  /** Further texts. */
  readonly more: readonly string[];
  /** A file, offered last. */
  readonly file?: TextFile;
}

/** The reply in the view's language, laid out for that audience. */
export function renderReply(content: ReplyContent, view: View, given: CardAudience): OutgoingReply {
  const { text, card, more = [], file, summary: shown = text } = reply(content, view);
  const { refreshes, ...still } = given;
  const audience = mayRefresh(content) ? given : still;
  const summary = shortened(plainText(shown), longestSummary);
  return {
    text,
    summary,
    more,
    ...(file === undefined || content.kind !== 'export' || content.as === 'words' ? {} : { file }),
    ...(content.kind === 'fileSaved' ? { attached: savedCard(content.file) } : {}),
    ...(card === undefined ? {} : { card: { model: card, content: renderCard(card, summary, audience) } }),
  };
}

/** Whether the card may refresh itself when it is seen: not if that would lose what only this answer says. */
function mayRefresh(content: ReplyContent): boolean {
  if (content.kind === 'receipt') return content.receipt.reference.holds.length > 0;
  if (content.kind !== 'pastReceipt') return false;
  return content.note === undefined && content.reported === undefined && content.checked.some(isRunning);
}

function isRunning({ status }: CheckedHolding): boolean {
  return status.kind === 'running';
}

/** The message activity that says it, in a card if it has one. */
export function messageOf({ text, summary, card, attached }: OutgoingReply): OutgoingMessage {
  return card === undefined
    ? inWords(text, attached)
    : { type: 'message', summary, attachments: [{ contentType: cardType, content: card.content }] };
}

/** The same in words alone. */
export function textOf({ text }: OutgoingReply): OutgoingMessage {
  return inWords(text);
}

/** The messages that follow it. */
export function furtherOf({ more, file }: OutgoingReply): readonly OutgoingMessage[] {
  const texts = more.map((text) => inWords(text));
  return file === undefined ? texts : [...texts, { type: 'message', attachments: [consentCard(file)] }];
}

function inWords(text: string, attached?: OutgoingAttachment): OutgoingMessage {
  const attachments = attached === undefined ? {} : { attachments: [attached] };
  return { type: 'message', textFormat: 'markdown', text, ...attachments };
}
