/** Cards that somebody put into a message with the messaging extension: shown to those who read it, and no sentence. */

import { attachmentsIn, type Envelope } from './envelope.ts';
import { textOfHtml } from './html.ts';
import { cardType } from './outgoing.ts';

/** Whether the message is such a card with no word beside it: its text is empty, or only marks the card's place. */
export function isInsertedCard(activity: Envelope): boolean {
  const hasCard = attachmentsIn(activity).some(({ contentType }) => contentType === cardType);
  return hasCard && textOfHtml(activity.text ?? '') === '';
}
