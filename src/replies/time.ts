/** Instants and durations as people read them, in the sender's zone and region. */

import { LRUCache } from 'lru-cache';
import type { Instant } from '../presence/intent.ts';

/** For whom and when something is said. */
export interface View {
  readonly now: Instant;
  /** IANA name or fixed offset; undefined when unknown. */
  readonly zone: string | undefined;
  /** BCP 47, as it came with the activity. */
  readonly locale: string;
}

interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  readonly dayKey: Intl.DateTimeFormat;
}

// Building a format costs more than all else in a reply, and people share zones and regions.
const cache = new LRUCache<string, Formats>({ max: 500 });

/** The formats of a zone for a text in `language`, with the region's customs (12 or 24 hours, order of dates). */
function formatsOf(language: string, locale: string, zone: string): Formats {
  // What clients send as a locale may be anything, and as long: it is not what is remembered.
  const tag = localeOf(language, locale);
  const key = `${tag} ${zone}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made: Formats = {
    time: new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', timeZone: zone }),
    day: new Intl.DateTimeFormat(tag, { weekday: 'short', month: 'short', day: 'numeric', timeZone: zone }),
    dayKey: new Intl.DateTimeFormat('en-CA', { timeZone: zone }),
  };
  cache.set(key, made);
  return made;
}

const tags = new LRUCache<string, string>({ max: 500 });
/** No longer locale is one; what is longer is not remembered. */
const longestLocale = 35;

/** English for a German locale is `en-DE`: the language of the text with the reader's own region. */
function localeOf(language: string, locale: string): string {
  if (locale.length > longestLocale) return language;
  const key = `${language} ${locale}`;
  const known = tags.get(key);
  if (known !== undefined) return known;
  const tag = makeLocale(language, locale);
  tags.set(key, tag);
  return tag;
}

function makeLocale(language: string, locale: string): string {
  try {
    const { region } = new Intl.Locale(locale);
    return region === undefined ? language : `${language}-${region}`;
  } catch {
    // The locale comes from the client; one that is no locale has no customs to follow.
    return language;
  }
}

/** The calendar's next day; 24 hours later may be the same day, or the one after. */
function dayAfter(key: string): string {
  return new Date(Date.parse(`${key}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export interface Moment {
  /** "3:00 PM" */
  readonly time: string;
  /** The day, unless it is today: "tomorrow" is said by the language, any other as "Mon, Nov 23". */
  readonly day: 'today' | 'tomorrow' | { readonly date: string };
  /** The day begins at that instant, give or take the second that ends are rounded up by. */
  readonly startOfDay: boolean;
}

/** A reply and its card name the same few instants again and again, and formatting them costs most of both. */
const moments = new WeakMap<View, Map<string, Moment>>();

/** An instant as a moment in the view's zone; undefined when the zone is unknown. */
export function momentOf(instant: Instant, view: View, language: string): Moment | undefined {
  if (view.zone === undefined) return undefined;
  const known = moments.get(view) ?? new Map<string, Moment>();
  moments.set(view, known);
  const key = `${language} ${instant}`;
  const moment = known.get(key) ?? makeMoment(instant, view, formatsOf(language, view.locale, view.zone));
  known.set(key, moment);
  return moment;
}

function makeMoment(instant: Instant, view: View, formats: Formats): Moment {
  const dayOf = (at: Instant) => formats.dayKey.format(at);
  const key = dayOf(instant);
  // ICU sets a narrow no-break space before AM and PM.
  const plain = (text: string) => text.replaceAll('\u202f', ' ');
  return {
    time: plain(formats.time.format(instant)),
    startOfDay: dayOf(instant - 1000) !== key,
    day:
      key === dayOf(view.now)
        ? 'today'
        : key === dayAfter(dayOf(view.now))
          ? 'tomorrow'
          : { date: plain(formats.day.format(instant)) },
  };
}

/** Browsers still report some places by names they no longer have. */
const places: Readonly<Record<string, string>> = {
  Asmera: 'Asmara',
  Calcutta: 'Kolkata',
  Dacca: 'Dhaka',
  Faeroe: 'Faroe',
  Godthab: 'Nuuk',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
  Thimbu: 'Thimphu',
  Ujung_Pandang: 'Makassar',
  Ulan_Bator: 'Ulaanbaatar',
};

/** A zone as people call it: `America/New_York` → "New York", `+05:30` → "UTC+05:30". */
export function zoneLabel(zone: string): string {
  if (/^[+-]/.test(zone)) return `UTC${zone}`;
  // POSIX counts these the other way round: Etc/GMT+5 is five hours behind UTC.
  const posix = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  if (posix !== null) return `UTC${posix[1] === '+' ? '-' : '+'}${posix[2] ?? ''}`;
  const place = zone.split('/').at(-1) ?? zone;
  return (places[place] ?? place).replaceAll('_', ' ');
}

/** Whole days, hours, minutes and seconds of a duration in seconds. */
export function partsOf(seconds: number): { days: number; hours: number; minutes: number; seconds: number } {
  const whole = Math.max(0, Math.round(seconds));
  return {
    days: Math.floor(whole / 86_400),
    hours: Math.floor((whole % 86_400) / 3600),
    minutes: Math.floor((whole % 3600) / 60),
    seconds: whole % 60,
  };
}
