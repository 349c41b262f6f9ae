/** A range as it was said → its end, once it has begun. */

import { dateOf, localNow, place, type Resolved, type TimeContext } from './calendar.ts';
import type { SaidMoment } from './moment.ts';
import { resolve } from './resolve.ts';

const dayMs = 86_400_000;

/** "from 2pm to 4pm": until its end once it has begun; before that it is a schedule. */
export function resolveRange(from: SaidMoment, to: SaidMoment, context: TimeContext): Resolved {
  const end = resolve({ ...to, day: to.day ?? from.day }, context);
  if (end.kind !== 'instant' || from.clock === undefined || to.zone !== undefined) return later;
  const now = localNow(context);
  const day = from.day ?? to.day;
  const date = day === undefined || day.kind === 'ambiguous' ? now.today : dateOf(day, now, 0);
  if (typeof date === 'string') return later;
  const { hour, minute, certain } = from.clock;
  const meant = certain ? [hour] : [hour % 12, (hour % 12) + 12];
  const start = meant.map((each) => place(date, each, minute, now).at).findLast((at) => at < end.at);
  return start !== undefined && start <= now.instant && end.at - start <= dayMs ? end : later;
}

const later: Resolved = { kind: 'refuse', code: 'schedule' };
