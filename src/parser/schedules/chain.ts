/** "dnd until 3 then available until 5": one state after the other, the first of them now. */

import type { Assumption, End, Instant } from '../../presence/intent.ts';
import { refuse, type Source } from '../grammar/answers.ts';
import { pairOf } from '../../presence/pairs.ts';
import type { FollowingStep, ScheduleTiming } from '../../presence/schedule.ts';
import { temporal } from '../time/temporal.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import type { Reading, ScheduleCommand } from '../reading.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

const mostSteps = 4;

type Step = Extract<ScheduleCommand, { kind: 'chain' }>['steps'][number];

/** The chain, or undefined if the sentence is none; `read` reads one part of it, as of that instant. */
export function readChain(
  phrases: SchedulePhrases,
  items: readonly Item[],
  source: Source,
  read: (items: readonly Item[], now: Instant) => Reading,
): Reading | undefined {
  const parts = partsOf(phrases, items);
  if (parts.length < 2) return undefined;
  if (parts.length > mostSteps) return refuse('chain');
  const steps: Step[] = [];
  const assumed: Assumption[] = [];
  let now = source.context.now;
  for (const [index, part] of parts.entries()) {
    const reading = read(part, now);
    if (reading.kind !== 'prefer' && reading.kind !== 'open') return undefined;
    const { end, message } = reading;
    const last = index === parts.length - 1;
    // Without an end nothing comes after it.
    if (end.said === 'nothing' && !last) return undefined;
    const status = reading.kind === 'prefer' ? reading.status : reading.session;
    steps.push({ status, end, ...(message === undefined ? {} : { message }) });
    assumed.push(...reading.assumed);
    now = endOf(end, now);
  }
  return { kind: 'chain', steps, assumed };
}

/**
 * A schedule with what comes after each time, "dnd every weekday 9-12 then busy until 1pm"; undefined if the sentence is
 * none. `readFirst` reads the schedule, `read` what follows as of that instant.
 */
export function readFollowed(
  phrases: SchedulePhrases,
  items: readonly Item[],
  source: Source,
  readFirst: (items: readonly Item[]) => Reading | undefined,
  read: (items: readonly Item[], now: Instant) => Reading,
): Reading | undefined {
  const [head, ...tail] = partsOf(phrases, items);
  if (head === undefined || tail.length === 0 || tail.length >= mostSteps) return undefined;
  const first = readFirst(head);
  if (first?.kind !== 'schedule' || pairOf(first.status).slot === 'session') return undefined;
  const end = oneEndOf(first.timing, source);
  if (end === undefined) return undefined;
  const then: FollowingStep[] = [];
  const assumed: Assumption[] = [...first.assumed];
  let at = end;
  for (const [index, part] of tail.entries()) {
    const reading = read(part, at);
    if (reading.kind !== 'prefer') return undefined;
    const { status, message } = reading;
    if (reading.end.said === 'nothing' && index < tail.length - 1) return undefined;
    const next = endOf(reading.end, at);
    then.push({
      status,
      ...(reading.end.said === 'nothing' ? {} : { seconds: (next - at) / 1000 }),
      ...(message === undefined ? {} : { message }),
    });
    assumed.push(...reading.assumed);
    at = next;
  }
  return { ...first, then, assumed };
}

/** When one of its times ends; of those that come again, as if it were today. */
function oneEndOf(timing: ScheduleTiming, { context: { now, zone } }: Source): Instant | undefined {
  if (timing.kind === 'once') return timing.endsAt;
  if (timing.to === undefined || timing.to === '24:00' || zone === undefined) return undefined;
  const today = temporal().Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return temporal().PlainDateTime.from(`${today.toString()}T${timing.to}`).toZonedDateTime(zone)
    .epochMilliseconds;
}

function endOf(end: End, now: Instant): Instant {
  if (end.said === 'instant') return end.at;
  return end.said === 'duration' ? now + end.seconds * 1000 : now;
}

/** The sentence cut at each "then"; whole where the text of a message follows one. */
function partsOf(phrases: SchedulePhrases, items: readonly Item[]): (readonly Item[])[] {
  const parts: Item[][] = [[]];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const then = phraseAt(phrases.then, items, at);
    const part = parts.at(-1);
    if (then === undefined || part === undefined) {
      part?.push(item);
      at += 1;
      continue;
    }
    if (
      part.some((one) => is(one, 'message') || is(one, 'messageMark')) &&
      !part.some(({ kind }) => kind === 'quote')
    )
      return [items];
    while (isMark(part.at(-1), ',;.')) part.pop();
    parts.push([]);
    at = then.next;
    if (isMark(items[at], ',')) at += 1;
  }
  return parts;
}
