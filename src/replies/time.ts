/** Instants and durations as people read them, in the sender's zone and region. */

import { LRUCache } from 'lru-cache';
import { languageOf, say } from '../locales/say.ts';
import { isKnownTo, type Explained } from '../presence/explained.ts';
import type { Instant } from '../presence/intent.ts';
import { tagOf } from './locale-tag.ts';

/** For whom and when something is said. */
export interface View {
  readonly now: Instant;
  /** IANA name or fixed offset; undefined when unknown. */
  readonly zone: string | undefined;
  /** BCP 47, as it came with the activity. */
  readonly locale: string;
  /** What they have been told before; left out: everything is said. */
  readonly explained?: Explained | undefined;
}

interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly typed: Intl.DateTimeFormat;
  readonly typedDay: Intl.DateTimeFormat;
  readonly typedDayAndYear: Intl.DateTimeFormat;
  readonly weekday: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  /** For days of another year. */
  readonly dayAndYear: Intl.DateTimeFormat;
  readonly dayKey: Intl.DateTimeFormat;
  /** Moments that were last made with them. */
  readonly moments: LRUCache<string, Moment>;
  /** The days of minutes since 1970: "2026-11-23". */
  readonly days: LRUCache<number, string>;
}

/** A reply and its card name the same few instants again and again, many people the same minutes, and formatting is slow. */
const mostMoments = 10;

// Creating a formatter is the slowest part of a reply, and people share zones and regions. Each set takes
// an eighth of a megabyte outside the heap.
const cache = new LRUCache<string, Formats>({ max: 100 });

/** The formats of a zone in the reader's language, with the region's customs (12 or 24 hours, order of dates). */
function formatsOf(locale: string, zone: string): Formats {
  // The locale from a client is untrusted, so the cache key is the resolved one.
  const tag = tagOf(locale);
  const key = `${tag} ${zone}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const language = languageOf(locale);
  // A month cut short ends in a full stop in most languages, which would be a second one at a sentence's end.
  const month = language === 'en' ? 'short' : 'long';
  const day = { weekday: 'short', month, day: 'numeric', timeZone: zone } as const;
  const shown = {
    day: new Intl.DateTimeFormat(tag, day),
    dayAndYear: new Intl.DateTimeFormat(tag, { ...day, year: 'numeric' }),
  };
  // Only English weekdays are sure to be read as they are shown.
  const { weekday: _weekday, ...typedDay } = day;
  const clock = { hour: 'numeric', minute: '2-digit', timeZone: zone } as const;
  const made: Formats = {
    // German says “Uhr” after it, which goes with 24 hours alone, wherever it is read.
    time: new Intl.DateTimeFormat(tag, language === 'de' ? { ...clock, hourCycle: 'h23' } : clock),
    typed: new Intl.DateTimeFormat(...typedClock(language, clock)),
    typedDay: language === 'en' ? shown.day : new Intl.DateTimeFormat(tag, typedDay),
    typedDayAndYear:
      language === 'en' ? shown.dayAndYear : new Intl.DateTimeFormat(tag, { ...typedDay, year: 'numeric' }),
    weekday: new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: zone }),
    ...shown,
    dayKey: new Intl.DateTimeFormat('en-CA', { timeZone: zone }),
    moments: new LRUCache({ max: mostMoments }),
    days: new LRUCache({ max: mostMoments }),
  };
  cache.set(key, made);
  return made;
}

/** The clock in sentences that people type: with the half of the day in English, and on 24 hours in every other language. */
function typedClock(
  language: string,
  clock: Intl.DateTimeFormatOptions,
): [string, Intl.DateTimeFormatOptions] {
  return language === 'en' ? ['en-US', clock] : ['de-DE', { ...clock, hourCycle: 'h23' }];
}

/** An instant as messages take it. */
export interface Moment {
  /** Midnight is tonight's; the start of any other day is that day's, give or take the second that ends are rounded up by. */
  readonly day: 'today' | 'tomorrow' | 'midnight' | 'startOfDay' | 'other';
  readonly isThisWeek: boolean;
  /** "3:00 PM", and "the second 1:11 AM" on the night when the clocks show it twice. */
  readonly time: string;
  /** "3 PM" */
  readonly short: string;
  /** The hour as `time` shows it. */
  readonly hour: number;
  /** "3:00 PM" wherever it is read in English, "15:00" in every other language: which half of the day it means is said. */
  readonly typed: string;
  readonly typedHour: number;
  /** "Mon, Nov 23" in English; "23 novembre": a day as it is typed. */
  readonly typedDate: string;
  /** "Mon" */
  readonly weekday: string;
  /** "Mon, Nov 23", and the year unless it is this one. */
  readonly date: string;
  /** " (New York)", or empty if the person knows it. */
  readonly zone: string;
}

/** An instant as a moment in the view's zone; undefined when the zone is unknown. */
export function momentOf(instant: Instant, { now, zone, locale, explained }: View): Moment | undefined {
  if (zone === undefined) return undefined;
  const formats = formatsOf(locale, zone);
  const today = dayAt(now, formats);
  const isNamed = !isKnownTo(explained, zone).zone;
  // No clock shows seconds. A day begins with a minute, wherever that is.
  const isWhole = instant % minuteMs < 1000;
  const key = `${Math.floor(instant / minuteMs)} ${isWhole} ${today} ${isNamed}`;
  const known = formats.moments.get(key);
  if (known !== undefined) return known;
  const moment = makeMoment(instant, isWhole, { today, zone, locale, isNamed, formats });
  formats.moments.set(key, moment);
  return moment;
}

const minuteMs = 60_000;

function dayAt(instant: Instant, { days, dayKey }: Formats): string {
  const minute = Math.floor(instant / minuteMs);
  const known = days.get(minute);
  if (known !== undefined) return known;
  const day = dayKey.format(instant);
  days.set(minute, day);
  return day;
}

interface Seen {
  readonly today: string;
  readonly zone: string;
  readonly locale: string;
  /** Whether the zone has to be said. */
  readonly isNamed: boolean;
  readonly formats: Formats;
}

function makeMoment(instant: Instant, isWhole: boolean, seen: Seen): Moment {
  const { today, zone, locale, isNamed, formats } = seen;
  const key = dayAt(instant, formats);
  // ICU sets a narrow no-break space before AM and PM.
  const plain = (text: string) => text.replaceAll('\u202f', ' ');
  const isThisYear = key.slice(0, 4) === today.slice(0, 4);
  const shown = formats.time.format(instant);
  const which = twiceOf(instant, shown, zone, formats);
  const clock = plain(shown);
  const time = which === undefined ? clock : say({ locale }, 'time.twice', { which, time: clock });
  const days = (Date.parse(key) - Date.parse(today)) / 86_400_000;
  return {
    day: dayOf(days, isWhole && dayAt(instant - 1000, formats) !== key),
    isThisWeek: days > 1 && days < 7,
    time,
    hour: hourOf(clock),
    short: time.replace(/:00(?= [AP]M$)/i, ''),
    zone: isNamed ? say({ locale }, 'time.zone', { zone: zoneLabel(zone) }) : '',
    // Getters, since formatting each is slow and few are read.
    get typed() {
      return plain(formats.typed.format(instant));
    },
    get typedHour() {
      return hourOf(formats.typed.format(instant));
    },
    get typedDate() {
      const { typedDay, typedDayAndYear } = formats;
      return plain((isThisYear ? typedDay : typedDayAndYear).format(instant));
    },
    get weekday() {
      return plain(formats.weekday.format(instant));
    },
    get date() {
      const { day, dayAndYear } = formats;
      return plain((isThisYear ? day : dayAndYear).format(instant));
    },
  };
}

function hourOf(clock: string): number {
  return Number(/\d+/.exec(clock)?.[0] ?? 0);
}

function dayOf(days: number, isStart: boolean): Moment['day'] {
  if (days === 0) return 'today';
  if (days === 1) return isStart ? 'midnight' : 'tomorrow';
  return isStart ? 'startOfDay' : 'other';
}

/** Which of two it is, where the clocks go back and show it twice. */
function twiceOf(
  instant: Instant,
  shown: string,
  zone: string,
  { time }: Formats,
): 'first' | 'other' | undefined {
  // They go back by an hour, and on Lord Howe Island by half of one.
  const ms = zone === 'Australia/Lord_Howe' ? 1_800_000 : 3_600_000;
  if (time.format(instant - ms) === shown) return 'other';
  return time.format(instant + ms) === shown ? 'first' : undefined;
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
