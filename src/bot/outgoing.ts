/** Sayings as Teams takes them: a message of text, or a card with a plain-text summary for notifications. */

import type { Activity, Attachment } from 'botbuilder';
import { renderCard, type Seat } from '../cards/render.ts';
import type { Card } from '../cards/complete.ts';
import type { CardModel } from '../replies/card.ts';
import type { Fate } from '../presence/mark.ts';
import { clipped } from '../presence/well-formed.ts';
import { plainText } from '../replies/plain.ts';
import { reply } from '../replies/reply.ts';
import type { Saying, TextFile } from '../replies/saying.ts';
import type { View } from '../replies/time.ts';
import { consentCard, savedCard } from './files.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';
/** A notification shows far less; a client that cannot show cards shows all of it. */
const longestSummary = 1000;

/** A saying in both its forms; `card` is left out where text says it all. */
export interface Spoken {
  /** Markdown. */
  readonly text: string;
  readonly summary: string;
  readonly card?: { readonly content: Card; readonly model: CardModel };
  /** Beside the text. */
  readonly attached?: Attachment;
  /** Further texts. */
  readonly more: readonly string[];
  /** To be offered after all that. */
  readonly file?: TextFile;
}

/** The saying in the view's language, laid out for that seat. */
export function speak(saying: Saying, view: View, given: Seat): Spoken {
  const { text, card, more = [], file } = reply(saying, view);
  const { refreshes, ...still } = given;
  const seat = mayRefresh(saying) ? given : still;
  const summary = shortened(plainText(text));
  return {
    text,
    summary,
    more,
    ...(file === undefined || saying.kind !== 'export' || saying.as === 'words' ? {} : { file }),
    ...(saying.kind === 'fileSaved' ? { attached: savedCard(saying.file) } : {}),
    ...(card === undefined ? {} : { card: { model: card, content: renderCard(card, summary, seat) } }),
  };
}

/** Whether the card may refresh itself when it is seen: not where that would lose what only this moment can say. */
function mayRefresh(saying: Saying): boolean {
  if (saying.kind === 'receipt') return saying.receipt.mark.holds.length > 0;
  if (saying.kind !== 'standing') return false;
  return saying.note === undefined && saying.reported === undefined && saying.fates.some(isRunning);
}

function isRunning({ standing }: Fate): boolean {
  return standing.kind === 'running';
}

/** The message activity that says it, in a card if it has one. */
export function messageOf({ text, summary, card, attached }: Spoken): Partial<Activity> {
  return card === undefined
    ? inWords(text, attached)
    : { type: 'message', summary, attachments: [{ contentType: cardType, content: card.content }] };
}

/** The same in words alone. */
export function textOf({ text }: Spoken): Partial<Activity> {
  return inWords(text);
}

/** The messages that follow it. */
export function furtherOf({ more, file }: Spoken): readonly Partial<Activity>[] {
  return [
    ...more.map((text) => inWords(text)),
    ...(file === undefined ? [] : [{ type: 'message', attachments: [consentCard(file)] }]),
  ];
}

function inWords(text: string, attached?: Attachment): Partial<Activity> {
  const attachments = attached === undefined ? {} : { attachments: [attached] };
  return { type: 'message', textFormat: 'markdown', text, ...attachments };
}

function shortened(text: string): string {
  return text.length <= longestSummary ? text : `${clipped(text, longestSummary - 1)}…`;
}
