/** In which language somebody is answered. */

import { isLanguageTag, languageOf, localeIn } from '../locales/say.ts';
import { surelyWrittenIn } from '../parser/languages/which.ts';
import type { Sender } from '../presence/intent.ts';
import type { ReplyLanguages } from '../presence/ports.ts';
import { clientLocaleOf } from './activity-context.ts';
import type { Envelope } from './envelope.ts';
import { addressed } from './mentions.ts';
import { ownWordsIn } from './own-words.ts';

/**
 * The locale of a reply: in the language that the person fixed, or else that of what they just wrote, or of what they
 * wrote last, or their client's. Buttons say nothing, and go by the rest.
 */
export async function replyLocale(
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
      : surelyWrittenIn(addressed(ownWordsIn(activity).own, activity).text, fixed ?? last ?? client);
  if (written !== undefined) languages.wrote(sender, written === languageOf(client) ? undefined : written);
  const language = fixed ?? written ?? last;
  return isLanguageTag(language) ? localeIn(language, client) : client;
}
