/** One of the bot's own layers, in words. */

import { say } from '../locales/say.ts';
import type { OwnLayer } from '../commands/layers.ts';
import { conditionText } from './calendar.ts';
import { calledText } from './meeting.ts';
import { atText, byText, paragraph, untilText } from './phrases.ts';
import { ruleText } from './schedule-text.ts';
import type { View } from './time.ts';

/** "On top: your status, until 3:00 PM (New York). You asked for it at 2:02 PM." */
export function layerText({ holding, by, state, inDoubt }: OwnLayer, view: View): string {
  const until = untilText(holding.endsAt, view);
  const slot = holding.slot === 'preferred' ? 'preferred' : 'other';
  const asked = { state: state === 'replaced' ? 'other' : state, slot, until } as const;
  const text =
    by.kind === 'calendar'
      ? say(view, 'why.calendar', {
          ...asked,
          rule: by.rule === undefined ? say(view, 'calendar.unnamed') : conditionText(by.rule.when, view),
        })
      : by.kind === 'schedule'
        ? say(view, 'why.schedule', {
            ...asked,
            rule: by.schedule === undefined ? say(view, 'schedule.unnamed') : ruleText(by.schedule, view),
          })
        : by.kind === 'meeting'
          ? say(view, 'why.meeting', {
              state: asked.state,
              meeting: calledText(by.meeting, view),
              by: byText(holding.endsAt, view),
            })
          : by.at === undefined
            ? say(view, 'why.askedOnce', asked)
            : say(view, 'why.asked', { ...asked, at: atText(by.at, view) });
  return paragraph([text, inDoubt ? say(view, 'why.inDoubt') : '']);
}
