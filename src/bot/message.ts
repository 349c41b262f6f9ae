/** Messages: whether one is for the bot, and what is said to it. */

import { isForSenderAlone } from '../commands/audience.ts';
import type { Office } from '../commands/desk.ts';
import { answer } from '../commands/index.ts';
import { formOf } from '../commands/proposal.ts';
import { readAbout } from '../language/about.ts';
import { read } from '../language/read.ts';
import type { Saying } from '../replies/saying.ts';
import { colleagueNamed } from './colleague.ts';
import type { Envelope } from './envelope.ts';
import { isInsertedCard } from './inserted.ts';
import { addressed, mentionsBot, somebody } from './mentions.ts';
import { isGroup } from './moment.ts';
import { spokenIn } from './spoken.ts';
import type { Turn } from './turn.ts';

/** Whether a message is meant for the bot: in a group only what is said to it, and a card put into a chat never. */
export function isForBot(activity: Envelope): boolean {
  if (isInsertedCard(activity)) return false;
  return !isGroup(activity) || (mentionsBot(activity) && speaksToBot(activity));
}

/** Who forwards a mention of the bot, or replies to one, says nothing to it. */
function speaksToBot(activity: Envelope): boolean {
  const { outside, quoted } = spokenIn(activity);
  return quoted === undefined || addressed(outside, activity).bot;
}

/** Does what the turn's message asks for, and gives what is said to it. */
export async function answerMessage(turn: Turn, office: Office): Promise<Saying> {
  const { activity, sender, reading: context } = turn;
  const { own, quoted } = spokenIn(activity);
  const { text, others } = addressed(own, activity);
  if (quoted !== undefined && text.trim() === '') {
    // Somebody else's words are offered, never obeyed.
    return sender === undefined ? { kind: 'guest' } : formOf(quoted, context);
  }
  const reading = read(text, context);
  if (reading.kind === 'help') return { kind: 'help' };
  if (sender === undefined) return { kind: 'guest' };
  const [other, ...more] = others;
  if (other !== undefined && more.length === 0 && readAbout(text, somebody, context)) {
    if (!office.readsOthers) return { kind: 'ownOnly' };
    return colleagueNamed(other, turn.context, (userId) => office.read(sender, userId));
  }
  if (isGroup(activity) && isForSenderAlone(reading.kind)) return { kind: 'ownChat' };
  return answer(reading, turn.desk(sender, 'chat'));
}
