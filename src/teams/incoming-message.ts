/** Messages: whether one is for the bot, what it says, in which language it is answered, and the answer. */

import type { Services } from '../commands/context.ts';
import { answer, isForOwnChat } from '../commands/index.ts';
import { formOf } from '../commands/proposal.ts';
import { readAbout } from '../parser/about-colleague.ts';
import { readFollowUp, type Asked, type FollowUp } from '../parser/follow-up.ts';
import { read } from '../parser/read.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import { attachmentsIn, type Envelope } from './envelope.ts';
import { textOfHtml } from './html.ts';
import { addressed, mentionsBot, somebody, type Other } from './mentions.ts';
import { botNamesIn, isGroup, clientLocaleOf } from './activity-context.ts';
import { cardType } from './outgoing.ts';
import { ownWordsIn } from './own-words.ts';
import type { Turn } from './turn.ts';
import { isLanguageTag, languageOf, localeIn, say } from '../locales/say.ts';
import { surelyWrittenIn } from '../parser/languages/which.ts';
import type { Sender, Guid } from '../presence/intent.ts';
import type { ReplyLanguages, ReadPresence } from '../presence/ports.ts';
import { memberWithId } from './roster.ts';

/** Whether a message is meant for the bot: in a group only what is said to it, and a card put into a chat never. */
export function isForBot(activity: Envelope): boolean {
  if (isInsertedCard(activity)) return false;
  // A slash command is for the bot alone, without a mention.
  if (!isGroup(activity) || activity.recipient?.isTargeted === true) return true;
  return mentionsBot(activity) && speaksToBot(activity);
}

/** Whether the message is only a card from the messaging extension; its text may be a placeholder. */
function isInsertedCard(activity: Envelope): boolean {
  const hasCard = attachmentsIn(activity).some(({ contentType }) => contentType === cardType);
  return hasCard && textOfHtml(activity.text ?? '') === '';
}

/** A mention of the bot inside forwarded or quoted text does not address it. */
function speaksToBot(activity: Envelope): boolean {
  const { outside, quoted } = ownWordsIn(activity);
  return quoted === undefined || addressed(outside, activity).bot;
}

/** What a message was read as. If it answers a question, `said` includes the sentence that was asked about. */
interface ParsedMessage extends FollowUp {
  /** The sender's own words. */
  readonly text: string;
  /** People they mention besides the bot. */
  readonly others: readonly Other[];
  /** Somebody else's words, if the sender added none of their own. */
  readonly quoted?: string;
}

/** Reads the sender's own words, as the answer to a question where one was asked. */
export function readMessage({ activity, reading: context }: Turn, asked: Asked | undefined): ParsedMessage {
  const { own, quoted } = ownWordsIn(activity);
  const { text, others } = addressed(own, activity);
  const heard =
    asked === undefined ? { reading: read(text, context), said: text } : readFollowUp(asked, text, context);
  return { ...heard, text, others, ...(quoted === undefined || text.trim() !== '' ? {} : { quoted }) };
}

/** Does what the turn's message asks for, and gives what is said to it. */
export async function answerMessage(
  turn: Turn,
  heard: ParsedMessage,
  services: Services,
): Promise<ReplyContent> {
  const { activity, sender, reading: context } = turn;
  const { reading, text, others, quoted } = heard;
  if (quoted !== undefined) {
    // Somebody else's words only fill the form in: they are never carried out.
    return sender === undefined ? { kind: 'guest' } : formOf(quoted, context);
  }
  if (sender === undefined)
    return reading.kind === 'help' ? { kind: 'help', keys: false } : { kind: 'guest' };
  const [other, ...more] = others;
  if (other !== undefined && more.length === 0 && readAbout(text, somebody, context)) {
    if (!services.readsOthers) return { kind: 'ownOnly' };
    return colleagueNamed(other, turn, (userId) => services.read(sender, userId));
  }
  if (isGroup(activity) && isForOwnChat(reading.kind)) return { kind: 'ownChat' };
  return answer(reading, turn.commandContext(sender, 'chat'));
}

/**
 * The locale of a reply: in the language that the person fixed, or else that of what they just wrote, or of what they
 * wrote last, or their client's. For a button, only the stored languages and the client's count.
 */
export async function replyLocaleOf(
  activity: Envelope,
  sender: Sender | undefined,
  languages: ReplyLanguages,
): Promise<string> {
  const client = clientLocaleOf(activity);
  if (sender === undefined) return client;
  const { fixed, last } = await languages.of(sender);
  const written =
    activity.type !== 'message' || activity.value != null
      ? undefined
      : surelyWrittenIn(addressed(ownWordsIn(activity).own, activity).text, {
          locale: fixed ?? last ?? client,
          bot: botNamesIn(activity),
        });
  if (written !== undefined) languages.wrote(sender, written === languageOf(client) ? undefined : written);
  const language = fixed ?? written ?? last;
  return isLanguageTag(language) ? localeIn(language, client) : client;
}

/** The presence that Microsoft reports for a mentioned colleague: only read, and only for members of this conversation. */
async function colleagueNamed(
  other: Other,
  { conversation, view }: Turn,
  read: (userId: Guid) => ReturnType<ReadPresence>,
): Promise<ReplyContent> {
  const found = await memberWithId(conversation, other.id).catch(() => 'untold' as const);
  if (found === 'untold') return { kind: 'rosterFailed' };
  if (found === 'hidden') return { kind: 'noRoster' };
  const name = found?.name ?? (other.name || say(view, 'found.thatPerson'));
  if (found === undefined) return { kind: 'colleagueUnknown', name };
  const result = await read(found.userId);
  return result.ok
    ? { kind: 'colleague', name, snapshot: result.snapshot }
    : { kind: 'colleagueFailed', name, failure: result.failure };
}
