/** The card of rules: what the person's meetings mean, to be chosen, and a pause. */

import type { Meetings } from '../../../commands/answer.ts';
import { isPaused, meetingDeeds, type MeetingDeed, type MeetingMoment } from '../../../presence/meeting.ts';
import type { Example, RulesCard } from '../../card.ts';
import { plainText } from '../../plain.ts';
import type { View } from '../../time.ts';
import { didText, hasRules, hintsOf, moments, pausedText } from '../rules.ts';
import { labelOf } from '../words.ts';

export function rulesCard(answer: Meetings, view: View): RulesCard {
  const { settings } = answer;
  return {
    kind: 'rules',
    heading: 'What shall your meetings set?',
    notes: [[didText(answer, view), pausedText(answer, view)].filter((text) => text !== '').join(' ')]
      .filter((text) => text !== '')
      .map(plainText),
    fields: moments.map((id) => ({ id, label: labels[id], value: settings.rules[id] })),
    choices: meetingDeeds.map((value) => ({ value, title: titles[value] })),
    lines: (hasRules(settings) ? hintsOf(settings) : [offText]).map(plainText),
    save: 'Save',
    examples: pausing(answer, view),
  };
}

const labels: Readonly<Record<MeetingMoment, string>> = {
  start: 'When I start a meeting',
  present: 'When I am a presenter or the organizer',
  join: 'When I join a meeting',
};

const titles: Readonly<Record<MeetingDeed, string>> = {
  presenting: `${labelOf('presenting')} (do not disturb)`,
  inAConferenceCall: `${labelOf('inAConferenceCall')} (busy)`,
  ask: 'Ask me first',
  nothing: 'Nothing',
};

const offText =
  'Meetings change nothing for you now. What you choose is set as a session, beneath any status that you choose by hand, and ends with the meeting.';

/** What the state has a use for: a pause, or its end. */
function pausing({ settings }: Meetings, { now, zone }: View): readonly Example[] {
  if (isPaused(settings, now)) return [{ title: 'Resume', say: 'resume meetings' }];
  if (!hasRules(settings)) return [];
  // Without a zone nobody knows when tomorrow begins.
  return zone === undefined
    ? [{ title: 'Pause for 24 hours', say: 'pause meetings for 24 hours' }]
    : [{ title: 'Pause until tomorrow', say: 'pause meetings until tomorrow' }];
}
