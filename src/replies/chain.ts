/** What is to come after what holds, in words, and what is not to come any more. */

import { say } from '../locales/say.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { ChainRest, Schedule, ScheduleRule } from '../presence/schedule.ts';
import { pairOf } from '../presence/pairs.ts';
import { allOf, atText, labelOf, untilChangedText, untilText } from './phrases.ts';
import { escapeMarkdown } from './plain.ts';
import { namesOf } from './schedule-text.ts';
import type { View } from './time.ts';

/** A step to come each: “Then **Available** at 3:00 PM, until 5:00 PM.” */
export function stepLines(steps: readonly (Schedule | ScheduleRule)[], view: View): readonly string[] {
  return steps.flatMap(({ status, timing, message }) => {
    if (timing.kind !== 'once') return [];
    const { startsAt, endsAt } = timing;
    const step = {
      status: labelOf(status, view),
      at: atText(startsAt, view),
      until:
        endsAt === undefined
          ? untilChangedText(startsAt + pairOf(status).defaultSeconds * 1000, view)
          : untilText(endsAt, view),
    };
    return [
      message === undefined
        ? say(view, 'chain.then', step)
        : say(view, 'chain.thenWithMessage', { ...step, text: escapeMarkdown(message) }),
    ];
  });
}

/** What a change made of what was to come. */
export function restLines(
  rest: ChainRest | undefined,
  { did }: Pick<Receipt, 'did'>,
  view: View,
): readonly string[] {
  if (rest === undefined) return [];
  const { next, cancelled } = rest;
  const which = allOf(namesOf(cancelled, view), view);
  return [
    ...stepLines(next, view),
    ...(cancelled.length === 0
      ? []
      : [say(view, 'chain.cancelled', { did: did === 'undo' ? 'undo' : 'other', which })]),
  ];
}
