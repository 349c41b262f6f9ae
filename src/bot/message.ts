/** Messages: whether one is for the bot, and what is said to it. */

import type { Office } from '../commands/desk.ts';
import { answer } from '../commands/index.ts';
import { readAbout } from '../language/about.ts';
import { read } from '../language/read.ts';
import type { Saying } from '../replies/saying.ts';
import { colleagueNamed } from './colleague.ts';
import type { Envelope } from './envelope.ts';
import { isInsertedCard } from './inserted.ts';
import { isGroup, mentionsBot, othersMentioned } from './moment.ts';
import { isConfidential } from './press.ts';
import type { Turn } from './turn.ts';

/** Whether a message is meant for the bot: in a group only what is said to it, and a card put into a chat never. */
export function isForBot(activity: Envelope): boolean {
  const isSpokenTo = mentionsBot(activity) || activity.recipient?.isTargeted === true;
  return (!isGroup(activity) || isSpokenTo) && !isInsertedCard(activity);
}

/** Does what the turn's message asks for, and gives what is said to it. */
export async function answerMessage(turn: Turn, office: Office): Promise<Saying> {
  const { activity, sender, reading: context } = turn;
  const text = activity.text ?? '';
  const reading = read(text, context);
  if (reading.kind === 'help') return { kind: 'help' };
  if (sender === undefined) return { kind: 'guest' };
  const [other, ...more] = othersMentioned(activity);
  if (other !== undefined && more.length === 0 && readAbout(text, other.text, context)) {
    if (!office.readsOthers) return { kind: 'ownOnly' };
    return colleagueNamed(other, turn.context, (userId) => office.read(sender, userId));
  }
  if (isGroup(activity) && isConfidential(reading)) return { kind: 'ownChat' };
  return answer(reading, turn.desk(sender, 'chat'));
}
