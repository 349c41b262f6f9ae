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
  readonly typed: Intl.DateTimeFormat;
  readonly weekday: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  /** For days of another year. */
  readonly dayAndYear: Intl.DateTimeFormat;
  readonly dayKey: Intl.DateTimeFormat;
}

// Building a format costs more than all else in a reply, and people share zones and regions. Each set of them takes
// an eighth of a megabyte outside the heap.
const cache = new LRUCache<string, Formats>({ max: 100 });

/** The formats of a zone for a text in `language`, with the region's customs (12 or 24 hours, order of dates). */
function formatsOf(language: string, locale: string, zone: string): Formats {
  // What clients send as a locale may be anything, and as long: it is not what is remembered.
  const tag = localeOf(language, locale);
  const key = `${tag} ${zone}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const day = { weekday: 'short', month: 'short', day: 'numeric', timeZone: zone } as const;
  const made: Formats = {
    time: new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', timeZone: zone }),
    typed: new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone }),
    weekday: new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: zone }),
    day: new Intl.DateTimeFormat(tag, day),
    dayAndYear: new Intl.DateTimeFormat(tag, { ...day, year: 'numeric' }),
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
  /** "3:00 PM" wherever it is read: it says which half of the day it means. */
  readonly typed: string;
  /** Which of the two, on the night when the clocks go back and show that time twice. */
  readonly twice?: 'first' | 'second';
  /** Today and tomorrow are said by the language; any other day is of this week, or later. */
  readonly day: 'today' | 'tomorrow' | 'thisWeek' | 'later';
  /** "Mon" */
  readonly weekday: string;
  /** "Mon, Nov 23", and the year unless it is this one. */
  readonly date: string;
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
  const key = formats.dayKey.format(instant);
  const today = formats.dayKey.format(view.now);
  // ICU sets a narrow no-break space before AM and PM.
  const plain = (text: string) => text.replaceAll('\u202f', ' ');
  const twice = twiceOf(instant, formats);
  return {
    time: plain(formats.time.format(instant)),
    ...(twice === undefined ? {} : { twice }),
    startOfDay: formats.dayKey.format(instant - 1000) !== key,
    day: dayFrom(today, key),
    // Each format costs as much as all that is compared here: the getters are for the few who read them.
    get typed() {
      return plain(formats.typed.format(instant));
    },
    get weekday() {
      return plain(formats.weekday.format(instant));
    },
    get date() {
      const { day, dayAndYear } = formats;
      return plain((key.slice(0, 4) === today.slice(0, 4) ? day : dayAndYear).format(instant));
    },
  };
}

function dayFrom(today: string, key: string): Moment['day'] {
  if (key === today) return 'today';
  if (key === dayAfter(today)) return 'tomorrow';
  const days = (Date.parse(key) - Date.parse(today)) / 86_400_000;
  return days > 0 && days < 7 ? 'thisWeek' : 'later';
}

/** Clocks go back by an hour, or by half of one on Lord Howe Island. */
const goBackMs = [3_600_000, 1_800_000];

function twiceOf(instant: Instant, { time }: Formats): Moment['twice'] {
  const shown = time.format(instant);
  if (goBackMs.some((ms) => time.format(instant - ms) === shown)) return 'second';
  return goBackMs.some((ms) => time.format(instant + ms) === shown) ? 'first' : undefined;
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
