/** What a locale says of how its people write: the order of numeric dates, and what "half three" is. */

/** Order of numeric dates; `unknown` when the locale names no country, or is none. */
export type DateOrder = 'monthFirst' | 'dayFirst' | 'unknown';

interface Habits {
  readonly order: DateOrder;
  readonly half: boolean;
}

/** Where English says "half three" for half past three. */
const halfRegions = new Set(
  'GB IE AU NZ ZA IN SG MY HK PK BD LK KE NG GH UG TZ ZW ZM BW MT JM TT BB GI IM JE GG'.split(' '),
);

const unknown: Habits = { order: 'unknown', half: false };
const known = new Map<string, Habits>();
/** Names come from outside: forget rather than grow. */
const mostKnown = 500;

/** No locale is longer: https://www.rfc-editor.org/rfc/rfc5646#section-4.4.1 */
const longest = 35;

function habitsOf(locale: string): Habits {
  if (locale.length > longest) return unknown;
  const found = known.get(locale);
  if (found !== undefined) return found;
  const habits = lookUp(locale);
  if (known.size >= mostKnown) known.clear();
  known.set(locale, habits);
  return habits;
}

function lookUp(locale: string): Habits {
  try {
    const { language, region } = new Intl.Locale(locale);
    const half = language === 'en' && region !== undefined && halfRegions.has(region);
    return { order: orderIn(locale), half };
  } catch (error) {
    if (error instanceof RangeError) return unknown;
    throw error;
  }
}

function orderIn(locale: string): DateOrder {
  // For a language that no table holds, the format would be the machine's own.
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return 'unknown';
  const format = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric' });
  // "en" alone, as which the table knows "en-BR", may be from anywhere, and Unicode takes it for American.
  if (format.resolvedOptions().locale === 'en') return 'unknown';
  const first = format.formatToParts(0).find(({ type }) => type === 'month' || type === 'day');
  return first === undefined ? 'unknown' : first.type === 'month' ? 'monthFirst' : 'dayFirst';
}

/** How that locale writes 3/4, by Unicode's table. */
export function dateOrder(locale: string): DateOrder {
  return habitsOf(locale).order;
}

/** Whether "half three" is half past three there. */
export function halfIsPast(locale: string): boolean {
  return habitsOf(locale).half;
}
