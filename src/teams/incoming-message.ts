/** Messages: whether one is for the bot, what it says, in which language it is answered, and the answer. */

import type { Services } from '../commands/context.ts';
import { answer, isForOwnChat } from '../commands/index.ts';
import { formOf } from '../commands/proposal.ts';
import { readAbout } from '../parser/about-colleague.ts';
import { readFollowUp, type Asked, type FollowUp } from '../parser/follow-up.ts';
import { read } from '../parser/read.ts';
import type { ReadContext } from '../parser/reading.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import { attachmentsIn, type Envelope } from './envelope.ts';
import { textOfHtml } from './html.ts';
import { addressed, mentionsBot, somebody, type Other } from './mentions.ts';
import { botNamesIn, isGroup, clientLocaleOf } from './activity-context.ts';
import { cardType } from './outgoing.ts';
import { ownWordsIn, type OwnWords } from './own-words.ts';
import type { Turn } from './turn.ts';
import { isLanguageTag, languageOf, localeIn, say } from '../locales/say.ts';
import { surelyWrittenIn } from '../parser/languages/which.ts';
import type { Sender, Guid } from '../presence/intent.ts';
import type { ReplyLanguages, ReadPresence } from '../presence/ports.ts';
import { memberWithId } from './roster.ts';

/** The words of a written message. */
export interface Words extends Omit<OwnWords, 'own'> {
  /** The sender's own, without mentions. */
  readonly text: string;
  /** People they mention besides the bot. */
  readonly others: readonly Other[];
}

/** The words of an activity; undefined where nobody wrote any, as behind a button. */
export function wordsOf(activity: Envelope): Words | undefined {
  if (activity.type !== 'message' || activity.value != null) return undefined;
  const { own, ...around } = ownWordsIn(activity);
  const { text, others } = addressed(own, activity);
  return { ...around, text, others };
}

/** Whether a message is meant for the bot: in a group only what is said to it, and a card put into a chat never. */
export function isForBot(activity: Envelope, words: Words): boolean {
  if (isInsertedCard(activity)) return false;
  // A slash command is for the bot alone, without a mention.
  if (!isGroup(activity) || activity.recipient?.isTargeted === true) return true;
  return mentionsBot(activity) && speaksToBot(activity, words);
}

/** Whether the message is only a card from the messaging extension; its text may be a placeholder. */
function isInsertedCard(activity: Envelope): boolean {
  const hasCard = attachmentsIn(activity).some(({ contentType }) => contentType === cardType);
  return hasCard && textOfHtml(activity.text ?? '') === '';
}

/** A mention of the bot inside forwarded or quoted text does not address it. */
function speaksToBot(activity: Envelope, { outside, quoted }: Words): boolean {
  return quoted === undefined || addressed(outside, activity).bot;
}

/** What a message was read as. If it answers a question, `said` includes the sentence that was asked about. */
interface ParsedMessage extends FollowUp {
  readonly words: Words;
}

/** Reads the sender's own words, as the answer to a question where one was asked. */
export function readMessage(words: Words, context: ReadContext, asked: Asked | undefined): ParsedMessage {
  const { text } = words;
  const heard =
    asked === undefined ? { reading: read(text, context), said: text } : readFollowUp(asked, text, context);
  return { ...heard, words };
}

/** Does what the turn's message asks for, and gives what is said to it. */
export async function answerMessage(
  turn: Turn,
  heard: ParsedMessage,
  services: Services,
): Promise<ReplyContent> {
  const { activity, sender, reading: context } = turn;
  const { reading, words } = heard;
  const { text, others, quoted } = words;
  if (quoted !== undefined && text.trim() === '') {
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
  words: Words | undefined,
  sender: Sender | undefined,
  languages: ReplyLanguages,
): Promise<string> {
  const client = clientLocaleOf(activity);
  if (sender === undefined) return client;
  const { fixed, last } = await languages.of(sender);
  const written =
    words && surelyWrittenIn(words.text, { locale: fixed ?? last ?? client, bot: botNamesIn(activity) });
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
