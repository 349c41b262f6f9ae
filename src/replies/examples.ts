/** Cards with sentences to press: hello, help, what is kept, and a question's suggestions. */

import { say, sayings, type PlainKey } from '../locales/say.ts';
import { offerOf, type CommandId } from '../commands/command.ts';
import type { Question } from '../parser/reading.ts';
import type { Example, ExamplesCard } from './card.ts';
import { plainText } from './plain.ts';
import { askedText } from './question.ts';
import type { View } from './time.ts';

/** A message of a title and the sentence that it says. */
export function exampleOf(key: PlainKey, view: View): Example {
  const [title = '', sentence = title] = sayings(view, key);
  return { title, say: sentence };
}

/** The first way to say each command. */
function commandsAs(ids: readonly CommandId[], view: View): readonly Example[] {
  return ids.map(offerOf).map(({ summary, examples }) => ({
    ...typed(sayings(view, examples)[0] ?? ''),
    tooltip: plainText(say(view, summary)),
  }));
}

function typed(sentence: string): Example {
  return { title: sentence, say: sentence };
}

type Group = ExamplesCard['groups'][number];

/** What people want first: the list to choose from, and the statuses they set most. */
function statusGroup(view: View): Group {
  const usual = commandsAs(['doNotDisturb', 'busy', 'beRightBack', 'presenting'], view);
  return { title: say(view, 'help.until'), examples: [exampleOf('help.pick', view), ...usual] };
}

/** What there is beyond this chat; Microsoft's store wants administrators named where people begin: https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines */
function elsewhere(view: View): readonly string[] {
  return [say(view, 'help.elsewhere'), say(view, 'help.administrator')];
}

export function welcomeCard(view: View): ExamplesCard {
  const title = say(view, 'help.first');
  return {
    kind: 'examples',
    heading: say(view, 'welcome.heading'),
    lines: [say(view, 'welcome.line')],
    groups: [
      statusGroup(view),
      { title, examples: commandsAs(['status', 'undo', 'meetings', 'help'], view) },
    ],
    after: elsewhere(view),
    pressed: 'stays',
  };
}

/** The greeting, with what people want first. */
export function helloCard(view: View): ExamplesCard {
  return {
    kind: 'examples',
    heading: say(view, 'hello.heading'),
    lines: [],
    groups: [
      {
        title: say(view, 'help.try'),
        examples: [exampleOf('help.pick', view), ...commandsAs(['doNotDisturb', 'status'], view)],
      },
    ],
    after: [],
    pressed: 'stays',
  };
}

/** Buttons need no language. */
export function unknownLanguageCard(view: View): ExamplesCard {
  return {
    kind: 'examples',
    heading: say(view, 'other.unknownLanguage'),
    lines: [],
    groups: [{ title: say(view, 'help.set'), examples: [exampleOf('help.pick', view)] }],
    after: [],
    pressed: 'stays',
  };
}

export function privacyCard(view: View): ExamplesCard {
  return {
    kind: 'examples',
    heading: say(view, 'privacy.heading'),
    lines: [say(view, 'privacy.kept'), say(view, 'privacy.why')],
    groups: [{ title: say(view, 'privacy.group'), examples: commandsAs(['exportMe', 'forgetMe'], view) }],
    after: [say(view, 'privacy.notice')],
    pressed: 'stays',
  };
}

/** The part of the help that is one press away. */
const more = {
  statuses: ['available', 'away', 'offline', 'message'],
  sessions: ['inACall', 'inAConferenceCall', 'sessionAvailable', 'sessionAway'],
  later: [
    'schedule',
    'chain',
    'schedules',
    'skipSchedule',
    'pauseSchedules',
    'removeSchedule',
    'endReminders',
  ],
  meetings: ['meetings', 'meetingRule', 'pauseMeetings', 'resumeMeetings'],
  calendar: ['calendarRule', 'calendarRules', 'calendarOff'],
  others: ['whoIs', 'workLocation'],
  ends: ['changeEnd'],
  exact: ['whatIf', 'details'],
  yours: ['language', 'privacy', 'exportMe', 'forgetMe', 'signIn', 'signOut'],
} as const satisfies Record<string, readonly CommandId[]>;

/** Where people can have keys. */
const keyIds: readonly CommandId[] = ['key', 'keys'];

export function helpCard({ keys }: { readonly keys: boolean }, view: View): ExamplesCard {
  const look = commandsAs(['status', 'why', 'extend', 'undo', 'clear'], view);
  const names = Object.keys(more) as (keyof typeof more)[];
  return {
    kind: 'examples',
    heading: say(view, 'help.heading'),
    lines: [],
    groups: [statusGroup(view), { title: say(view, 'help.look'), examples: look }],
    more: {
      title: say(view, 'help.more'),
      groups: names.map((name) => ({
        title: say(view, `help.${name}`),
        examples: commandsAs(keys && name === 'yours' ? [...more.yours, ...keyIds] : more[name], view),
      })),
    },
    after: elsewhere(view),
    pressed: 'stays',
  };
}

/** A question with sentences to answer it; undefined where there are none to press. */
export function questionCard(question: Question, view: View): ExamplesCard | undefined {
  if (question.suggestions.length === 0) return undefined;
  return {
    kind: 'examples',
    heading: plainText(askedText(question, view)),
    lines: [say(view, 'nothingChanged')],
    groups: [{ title: say(view, 'question.title'), examples: question.suggestions.map(typed) }],
    after: [],
    pressed: 'givesWay',
  };
}
