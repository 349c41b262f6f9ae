/** What meetings are to mean for somebody, and whether that is paused, in words. */

import type { Meetings } from '../../commands/answer.ts';
import {
  isPaused,
  type MeetingDeed,
  type MeetingMoment,
  type MeetingSettings,
} from '../../presence/meeting.ts';
import type { View } from '../time.ts';
import { assumedText } from './receipt.ts';
import { labelOf, sentence, untilDayText } from './words.ts';

export const moments = ['start', 'present', 'join'] as const satisfies readonly MeetingMoment[];

const momentText: Readonly<Record<MeetingMoment, string>> = {
  start: 'start a meeting',
  present: 'are a presenter or the organizer of one',
  join: 'join one',
};

const deedText: Readonly<Record<MeetingDeed, string>> = {
  presenting: `**${labelOf('presenting')}**`,
  inAConferenceCall: `**${labelOf('inAConferenceCall')}**`,
  ask: 'I ask you first',
  nothing: 'nothing',
};

export function meetingsText(answer: Meetings, view: View): string {
  const { settings } = answer;
  return [didText(answer, view), pausedText(answer, view), rulesText(settings), ...hintsOf(settings)]
    .filter((text) => text !== '')
    .join(' ');
}

export function hasRules({ rules }: MeetingSettings): boolean {
  return moments.some((moment) => rules[moment] !== 'nothing');
}

function rulesText(settings: MeetingSettings): string {
  if (!hasRules(settings)) {
    return 'Meetings change nothing for you. Say `presenting when I start a meeting`, or press what you want.';
  }
  const parts = moments.map(
    (moment) => `when you ${momentText[moment]}: ${deedText[settings.rules[moment]]}`,
  );
  return `${sentence(parts.join('; '))}.`;
}

/** What was just done; the state is told beside it. */
export function didText({ did, settings }: Meetings, view: View): string {
  switch (did?.what) {
    case 'rule':
    case 'saved':
      return 'Saved.';
    case 'paused':
      // Until when, the state says.
      return ['Paused.', ...did.assumed.map(assumedText)].join(' ').trim();
    case 'resumed':
      return isPaused(settings, view.now)
        ? ''
        : 'Meetings count again, from the next that you start or join.';
    case 'notPaused':
      return 'Meetings were not paused; nothing was changed.';
    case undefined:
      return '';
  }
}

/** That meetings are paused, and until when. */
export function pausedText({ settings, did }: Meetings, view: View): string {
  if (!isPaused(settings, view.now)) return '';
  const until = settings.paused?.until;
  const state =
    until === undefined
      ? 'Meetings are paused until you say `resume meetings`: they set nothing and ask nothing.'
      : `Meetings are paused ${untilDayText(until, view)}: until then they set nothing and ask nothing, and \`resume meetings\` ends that.`;
  return did?.what === 'paused'
    ? `${state} What a meeting has set already ends with it, or within the hour.`
    : state;
}

/** What nobody sees who has turned a rule on, and should know. */
export function hintsOf(settings: MeetingSettings): readonly string[] {
  if (!hasRules(settings)) return [];
  const sets = moments.some((moment) => !['ask', 'nothing'].includes(settings.rules[moment]));
  return [
    `Teams tells me only of meetings that this app is installed in (in the meeting: Apps).`,
    `${sets ? 'What I set' : 'What you choose then'} is a session: a status that you choose by hand stays on top of it, and it ends when you leave or the meeting ends, or an hour after I last heard of the meeting.`,
    ...(settings.rules.present === 'nothing'
      ? []
      : ['In many organisations Teams makes everybody a presenter: then that rule is for all who join.']),
  ];
}
