/** Whoever holds a key speaks for its owner, on the road of everything else: words → command → answer. */

import { commandContextOf, type CommandContext, type Services } from '../commands/context.ts';
import { isLanguageTag, languageOf, localeIn } from '../locales/say.ts';
import { surelyWrittenIn } from '../parser/languages/which.ts';
import type { ReadContext } from '../parser/reading.ts';
import { resolveZone } from '../parser/time/zone.ts';
import type { KeyOwner } from '../presence/personal-key.ts';
import type { View } from '../replies/time.ts';

/** How the answer is to be read, as far as the request says; otherwise as the owner reads in their chat. */
export interface Reader {
  /** BCP 47. */
  readonly language?: string | undefined;
  /** IANA or Windows name, or an offset. */
  readonly timeZone?: string | undefined;
}

export interface Speaker {
  readonly context: CommandContext;
  readonly reading: ReadContext;
  readonly view: View;
}

/** The owner as the one who speaks; undefined: there is no such time zone. `text` is what is said, if it is words. */
export async function speakerOf(
  owner: KeyOwner,
  services: Services,
  { language, timeZone }: Reader,
  text?: string,
): Promise<Speaker | undefined> {
  const zone = timeZone === undefined ? owner.zone : resolveZone([timeZone]);
  if (timeZone !== undefined && zone === undefined) return undefined;
  const locale = language ?? owner.locale;
  const { fixed, last } = await services.languages.of(owner.who);
  const usual = fixed ?? last;
  const written =
    text === undefined || language !== undefined
      ? undefined
      : surelyWrittenIn(text, { locale: usual ?? locale, bot: [] });
  // What a device says is no sign of the language in which its owner writes: nothing is remembered of it.
  const tag = language === undefined ? (fixed ?? written ?? last) : languageOf(language);
  const view = {
    now: services.now(),
    zone,
    locale: isLanguageTag(tag) ? localeIn(tag, locale) : locale,
  };
  return {
    context: commandContextOf(services, owner.who, 'key', {
      zone,
      everybody: () => Promise.resolve({ ok: false, why: 'ownChat' }),
    }),
    reading: { now: view.now, zone, locale, language: view.locale, bot: [] },
    view,
  };
}
