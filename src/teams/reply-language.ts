/** In which language somebody is answered. */

import { isLanguageTag, languageOf, localeIn } from '../locales/say.ts';
import type { Sender } from '../presence/intent.ts';
import type { ReplyLanguages } from '../presence/ports.ts';
import { clientLocaleOf } from './activity-context.ts';
import type { Envelope } from './envelope.ts';
import { addressed } from './mentions.ts';
import { ownWordsIn } from './own-words.ts';

/** Which language a text is surely in, as BCP 47; undefined where it may be in several. */
export type LanguageOfText = (text: string, locale: string) => string | undefined;

interface Parts {
  readonly languages: ReplyLanguages;
  readonly languageOfText: LanguageOfText | undefined;
}

/**
 * The locale of a reply: in the language that the person fixed, or else that of what they just wrote, or of what they
 * wrote last, or their client's. Buttons say nothing, and go by the rest.
 */
export async function replyLocale(
  activity: Envelope,
  sender: Sender | undefined,
  { languages, languageOfText }: Parts,
): Promise<string> {
  const client = clientLocaleOf(activity);
  if (sender === undefined) return client;
  const { fixed, last } = await languages.of(sender);
  const written =
    languageOfText === undefined || activity.type !== 'message' || activity.value != null
      ? undefined
      : languageOfText(addressed(ownWordsIn(activity).own, activity).text, client);
  if (written !== undefined) languages.wrote(sender, written === languageOf(client) ? undefined : written);
  const language = fixed ?? written ?? last;
  return isLanguageTag(language) ? localeIn(language, client) : client;
}
