/** Ends, instants, durations and lists as parts of sentences. */

import { LRUCache } from 'lru-cache';
import { say } from '../locales/say.ts';
import type { Instant } from '../presence/intent.ts';
import type { PairId } from '../presence/pairs.ts';
import type { WorkPlace } from '../presence/work-location.ts';
import { escapeMarkdown } from './plain.ts';
import { tagOf } from './locale-tag.ts';
import { momentOf, type View } from './time.ts';

/** "until 3:00 PM (New York)"; "for 2 hours" when the zone is unknown. */
export function untilText(endsAt: Instant, view: View): string {
  const moment = momentOf(endsAt, view);
  return moment === undefined
    ? say(view, 'time.for', { duration: durationText(secondsBetween(view.now, endsAt), view) })
    : say(view, 'time.until', moment);
}

/** "until 3:00 PM today (New York)": never without its day, for an end that was not said in full. */
export function untilDayText(endsAt: Instant, view: View): string {
  const moment = momentOf(endsAt, view);
  return moment?.day === 'today' ? say(view, 'time.untilToday', moment) : untilText(endsAt, view);
}

/** Beyond this an end is shown as a date without its hour. */
const hourMattersMs = 2 * 86_400_000;

/** "until you change it, at the latest Wed, Mar 18 (New York)", for an end that nobody said. */
export function untilChangedText(endsAt: Instant, view: View): string {
  const moment = momentOf(endsAt, view);
  if (moment === undefined) {
    const duration = durationText(secondsBetween(view.now, endsAt), view);
    return say(view, 'time.untilChangedFor', { duration });
  }
  if (moment.day !== 'today' && endsAt - view.now < hourMattersMs)
    return say(view, 'time.untilChangedSoon', moment);
  const { date, time, hour, zone } = moment;
  const day = moment.day === 'today' ? 'today' : 'other';
  return say(view, 'time.untilChanged', { day, date, time, hour, zone });
}

/** "Until Mon 5 PM", for a button. */
export function untilTitle(endsAt: Instant, view: View): string {
  const moment = momentOf(endsAt, view);
  if (moment === undefined)
    return say(view, 'time.titleFor', { duration: durationText(secondsBetween(view.now, endsAt), view) });
  return moment.isThisWeek && moment.day === 'other'
    ? say(view, 'time.titleThisWeek', moment)
    : say(view, 'time.titleUntil', moment);
}

/** "Mon, Nov 23, 5:00 PM", as it can be said to the bot; undefined without a zone. */
export function typedEnd(endsAt: Instant, view: View): string | undefined {
  const moment = momentOf(endsAt, view);
  return moment && say(view, 'time.typed', moment);
}

/** "by 3:00 PM (New York)"; "within 2 hours" when the zone is unknown. */
export function byText(endsAt: Instant, view: View): string {
  const moment = momentOf(endsAt, view);
  return moment === undefined
    ? say(view, 'time.within', { duration: awayText(secondsBetween(view.now, endsAt), view) })
    : say(view, 'time.by', moment);
}

/** "at 2:07 PM"; how far away it is where the zone is unknown. */
export function atText(instant: Instant, view: View): string {
  const moment = momentOf(instant, view);
  if (moment !== undefined) return say(view, 'time.at', moment);
  const seconds = secondsBetween(view.now, instant);
  if (seconds === 0) return say(view, 'time.now');
  const duration = awayText(Math.abs(seconds), view);
  return say(view, seconds > 0 ? 'time.in' : 'time.ago', { duration });
}

/** Rounded to whole minutes above one, so that a reply a moment later says what was asked. */
function secondsBetween(from: Instant, to: Instant): number {
  const seconds = (to - from) / 1000;
  return Math.abs(seconds) < 60 ? Math.round(seconds) : Math.round(seconds / 60) * 60;
}

interface Wordings {
  readonly units: readonly (readonly [seconds: number, format: Intl.NumberFormat])[];
  readonly duration: Intl.ListFormat;
  readonly and: Intl.ListFormat;
  readonly or: Intl.ListFormat;
}

const wordings = new LRUCache<string, Wordings>({ max: 100 });
const unitSeconds = { day: 86_400, hour: 3600, minute: 60, second: 1 };

function wordingsOf(locale: string): Wordings {
  const tag = tagOf(locale);
  const known = wordings.get(tag);
  if (known !== undefined) return known;
  const made: Wordings = {
    units: Object.entries(unitSeconds).map(([unit, seconds]) => [
      seconds,
      new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }),
    ]),
    duration: new Intl.ListFormat(tag, { type: 'unit', style: 'narrow' }),
    and: new Intl.ListFormat(tag, { type: 'conjunction' }),
    or: new Intl.ListFormat(tag, { type: 'disjunction' }),
  };
  wordings.set(tag, made);
  return made;
}

/** "1 hour 30 minutes"; seconds are said only when nothing larger is, or to be exact. */
export function durationText(seconds: number, { locale }: View, daysText?: (days: number) => string): string {
  const { units, duration } = wordingsOf(locale);
  let rest = Math.max(0, Math.round(seconds));
  const parts = units.flatMap(([size, format]) => {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count === 0 && !(size === 1 && seconds < 1)) return [];
    return [size === unitSeconds.day && daysText !== undefined ? daysText(count) : format.format(count)];
  });
  // In Japanese, durations are listed without spaces between them, so there must be none inside either.
  return duration.format(parts).replace(/(\d) (?=\p{sc=Han})/gu, '$1');
}

/** A duration after "in" or before "ago": in some languages days have another form there. */
function awayText(seconds: number, view: View): string {
  return durationText(seconds, view, (days) => say(view, 'time.daysAway', { days }));
}

/** "a, b, and c" */
export function allOf(parts: readonly string[], { locale }: View): string {
  return wordingsOf(locale).and.format(parts);
}

/** "a, b, or c" */
export function anyOf(parts: readonly string[], { locale }: View): string {
  return wordingsOf(locale).or.format(parts);
}

/** What Teams calls that presence. */
export function labelOf(id: PairId, view: View): string {
  return say(view, `label.${id}`);
}

/** What Teams calls that place of work. */
export function placeText({ place }: { readonly place: WorkPlace }, view: View): string {
  return say(view, `location.${place}`);
}

/** Somebody's words in quotes, as Markdown. */
export function quotedText(text: string, view: View): string {
  return say(view, 'quoted', { text: escapeMarkdown(text) });
}

/** Chinese and Japanese full-width punctuation needs no space after it. */
const wideStop = /[\u3000-\u303f\uff00-\uffef]$/;

/** Joins the sentences that are not empty. */
export function paragraph(sentences: readonly string[]): string {
  return sentences
    .filter((text) => text !== '')
    .reduce((said, next) => (said === '' || wideStop.test(said) ? said + next : `${said} ${next}`), '');
}
