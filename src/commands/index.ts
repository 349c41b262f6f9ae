/** The registry of commands, and the way from what was read to an answer. */

import type { Command, Reading } from '../parser/reading.ts';
import type { Answer } from './answer.ts';
import { changeEnd, extend } from './extend.ts';
import { calendarOff, calendarRule, calendarRules, previewRule, removeCalendarRule } from './calendar.ts';
import { chain } from './chain.ts';
import { clear } from './clear.ts';
import {
  offerOf,
  type CommandAction,
  type CommandEntry,
  type CommandKind,
  type CommandOf,
  type Offer,
} from './command.ts';
import type { CommandContext } from './context.ts';
import { details } from './details.ts';
import { endReminders } from './end-reminders.ts';
import { exportMe } from './export-me.ts';
import { forgetMe } from './forget-me.ts';
import { help } from './help.ts';
import { key, keys } from './keys.ts';
import { language } from './language.ts';
import { meetingRule, meetings, pauseMeetings, resumeMeetings } from './meetings.ts';
import { message } from './message.ts';
import { pasted } from './pasted.ts';
import { picker } from './picker.ts';
import { privacy } from './privacy.ts';
import * as scheduling from './scheduling.ts';
import { signIn, signOut } from './sign-in.ts';
import { status } from './status.ts';
import { undo } from './undo.ts';
import { whoIs } from './who-is.ts';
import { why } from './why.ts';
import { workLocation } from './work-location.ts';
import { pairs, type Slot } from '../presence/pairs.ts';

/** Every command, in the order in which the documents list them. */
const commands: { readonly [K in CommandKind]: CommandEntry<K> } = {
  prefer: pairsOf('preferred'),
  open: pairsOf('session'),
  message,
  clear,
  extend,
  changeEnd,
  undo,
  status,
  whoIs,
  workLocation,
  why,
  meetings,
  meetingRule,
  pauseMeetings,
  resumeMeetings,
  ...scheduling,
  chain,
  endReminders,
  calendarRule,
  calendarRules,
  removeCalendarRule,
  calendarOff,
  picker,
  pasted,
  details,
  signIn,
  signOut,
  privacy,
  exportMe,
  forgetMe,
  key,
  keys,
  language,
  help,
};

/** Everything a user can ask for. */
export const offers: readonly Offer[] = [
  ...Object.values(commands).flatMap((entry) => entry.offers),
  offerOf('whatIf'),
];

/** Whether it is answered in the sender's own chat alone. */
export function isForOwnChat(kind: Reading['kind']): boolean {
  return isCommandKind(kind) && commands[kind].place === 'ownChat';
}

function isCommandKind(kind: Reading['kind']): kind is CommandKind {
  return Object.hasOwn(commands, kind);
}

/** Carries out what was read, and gives the answer. */
export async function answer(reading: Reading, context: CommandContext): Promise<Answer> {
  if (reading.kind === 'ask') return { kind: 'question', question: reading.question };
  if (reading.kind === 'refuse') return { kind: 'refusal', refusal: reading.refusal };
  if (reading.kind === 'none')
    return reading.talk === undefined
      ? { kind: reading.strange ? 'unknownLanguage' : 'notAboutPresence' }
      : { kind: 'talk', talk: reading.talk };
  return reading.kind === 'whatIf' ? preview(reading.of, context) : carryOut(reading, context);
}

function actionOf<K extends CommandKind>(command: CommandOf<K>, context: CommandContext): CommandAction {
  return commands[command.kind].action(command, context);
}

async function carryOut(command: Command, context: CommandContext): Promise<Answer> {
  const action = actionOf(command, context);
  switch (action.kind) {
    case 'set':
    case 'revise':
      return context.change(action);
    case 'chain':
      return action.start();
    case 'tell':
      return action.answer();
    case 'refused':
      return { kind: 'problem', problem: action.problem };
  }
}

/** `what if`: the change that the command would make; the problem of one that is refused; otherwise, that it sends nothing. */
async function preview(command: Command, context: CommandContext): Promise<Answer> {
  const action = actionOf(command, context);
  switch (action.kind) {
    case 'set':
    case 'revise':
      return context.preview(action);
    case 'chain': {
      const answered = await context.preview({ kind: 'set', request: action.request });
      return answered.kind === 'whatIf' ? { ...answered, then: action.rules } : answered;
    }
    case 'tell':
      if (command.kind === 'calendarRule') return previewRule(command, context);
      return { kind: command.kind === 'schedule' ? 'wouldKeep' : 'noChange' };
    case 'refused':
      return { kind: 'problem', problem: action.problem };
  }
}

/** The pairs of a slot: all eleven are rows of one table, and set alike. */
function pairsOf(slot: Slot): Pick<CommandEntry<'prefer' | 'open'>, 'offers' | 'place' | 'action'> {
  return {
    offers: pairs.filter((pair) => pair.slot === slot).map(({ id }) => offerOf(id)),
    place: 'anywhere',
    action: ({ otherEnds = [], assumed, ...wanted }) => ({
      kind: 'set',
      request: { wanted, assumed, otherEnds },
    }),
  };
}
