/** The card for meeting rules, and whether they are paused. */

import { say } from '../locales/say.ts';
import type { MeetingsAnswer } from '../commands/answer.ts';
import { isPaused, meetingActions, type MeetingMoment, type MeetingSettings } from '../presence/meeting.ts';
import type { Example, RulesCard } from './card.ts';
import { exampleOf } from './examples.ts';
import { paragraph, untilDayText } from './phrases.ts';
import { plainText } from './plain.ts';
import { assumedText } from './receipt.ts';
import type { View } from './time.ts';

const moments = ['start', 'present', 'join'] as const satisfies readonly MeetingMoment[];

export function rulesCard(answer: MeetingsAnswer, view: View): RulesCard {
  const { settings } = answer;
  const note = plainText(paragraph([didText(answer, view), stateText(answer, view)]));
  return {
    kind: 'rules',
    heading: say(view, 'rules.heading'),
    notes: note === '' ? [] : [note],
    fields: moments.map((id) => ({ id, label: say(view, `rules.${id}`), value: settings.rules[id] })),
    choices: meetingActions.map((value) => ({ value, title: say(view, `rules.${value}`) })),
    lines: hintLines(settings, view).map(plainText),
    save: say(view, 'rules.save'),
    examples: pauseExamples(answer, view),
  };
}

function hasRules({ rules }: MeetingSettings): boolean {
  return moments.some((moment) => rules[moment] !== 'nothing');
}

/** What was just done; the card shows the state. */
function didText({ did, settings }: MeetingsAnswer, view: View): string {
  switch (did?.what) {
    case 'rule':
    case 'saved':
      return say(view, 'rules.saved');
    case 'paused':
      // The state says until when.
      return paragraph([
        say(view, 'rules.pausedNow'),
        ...did.assumed.map((assumed) => assumedText(assumed, view)),
      ]);
    case 'resumed':
      return isPaused(settings, view.now) ? '' : say(view, 'rules.resumed');
    case 'notPaused':
      return say(view, 'rules.notPaused');
    case undefined:
      return '';
  }
}

/** That meetings are paused, and until when; or that nothing is set for them. */
function stateText({ settings, did }: MeetingsAnswer, view: View): string {
  if (!isPaused(settings, view.now)) return hasRules(settings) ? '' : say(view, 'rules.off');
  const until = settings.paused?.until;
  return paragraph([
    until === undefined
      ? say(view, 'rules.paused')
      : say(view, 'rules.pausedUntil', { until: untilDayText(until, view) }),
    did?.what === 'paused' ? say(view, 'rules.running') : '',
  ]);
}

/** What a person with rules should know; or how to begin without any. */
function hintLines(settings: MeetingSettings, view: View): readonly string[] {
  if (!hasRules(settings)) return [say(view, 'rules.choose')];
  return [
    say(view, 'rules.installed'),
    say(view, 'rules.session'),
    ...(settings.rules.present === 'nothing' ? [] : [say(view, 'rules.everybodyPresents')]),
  ];
}

/** The sentence that fits the state: pause or resume. */
function pauseExamples({ settings }: MeetingsAnswer, view: View): readonly Example[] {
  if (isPaused(settings, view.now)) return [exampleOf('rules.resume', view)];
  if (!hasRules(settings)) return [];
  // Without a zone nobody knows when tomorrow begins.
  return [exampleOf(view.zone === undefined ? 'rules.pauseDay' : 'rules.pause', view)];
}
