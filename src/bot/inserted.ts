/** Cards that somebody put into a message with the messaging extension: shown to those who read it, and no sentence. */

import { z } from 'zod';
import type { Envelope } from './envelope.ts';
import { textOfHtml } from './html.ts';
import { cardType } from './outgoing.ts';

const attachments = z.array(z.looseObject({ contentType: z.string() })).catch([]);

/** Whether the message is such a card with no word beside it: its text is empty, or only marks the card's place. */
export function isInsertedCard({ text, attachments: attached }: Envelope): boolean {
  const cards = attachments.parse(attached).filter(({ contentType }) => contentType === cardType);
  return cards.length > 0 && textOfHtml(text ?? '') === '';
}
