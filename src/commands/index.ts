/** Every command there is, and the way from a reading to an answer. */

import type { Command as Parsed, Reading } from '../parser/reading.ts';
import type { PairId } from '../presence/pairs.ts';
import type { Answer } from './answer.ts';
import { changeEnd } from './change-end.ts';
import { clear } from './clear.ts';
import type { CommandAction } from './command.ts';
import type { CommandContext } from './context.ts';
import { details } from './details.ts';
import { exportMe } from './export-me.ts';
import { extend } from './extend.ts';
import { forgetMe } from './forget-me.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { meetingRule } from './meeting-rule.ts';
import { meetings } from './meetings.ts';
import { message } from './message.ts';
import { open, prefer } from './pair.ts';
import { pasted } from './pasted.ts';
import { pauseMeetings } from './pause-meetings.ts';
import { picker } from './picker.ts';
import { pressAction, type Press } from './press.ts';
import { privacy } from './privacy.ts';
import { resumeMeetings } from './resume-meetings.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { status } from './status.ts';
import { undo } from './undo.ts';
import { why } from './why.ts';

/** The pairs, and everything else that can be asked for. */
export type CommandId = PairId | Exclude<Parsed['kind'], 'prefer' | 'open'> | 'whatIf';

/** What is to be said to a reading, after whatever it asked for was done. */
export async function answer(reading: Reading, context: CommandContext): Promise<Answer> {
  if (reading.kind === 'ask') return { kind: 'question', question: reading.question };
  if (reading.kind === 'refuse') return { kind: 'refusal', refusal: reading.refusal };
  if (reading.kind === 'none')
    return reading.talk === undefined ? { kind: 'notAboutPresence' } : { kind: 'talk', talk: reading.talk };
  if (reading.kind === 'whatIf') return previewOf(deedOf(reading.of, context), context);
  return carryOut(deedOf(reading, context), context);
}

/** What is to be said to a press of a receipt's button, after it was done. */
export function answerPress(press: Press, context: CommandContext): Promise<Answer> {
  return carryOut(pressAction(press, context), context);
}

async function carryOut(step: CommandAction, context: CommandContext): Promise<Answer> {
  switch (step.kind) {
    case 'change':
      return context.change(step.requestOf, step);
    case 'tell':
      return step.answer();
    case 'refused':
      return { kind: 'problem', problem: step.problem };
  }
}

function deedOf(reading: Parsed, context: CommandContext): CommandAction {
  switch (reading.kind) {
    case 'prefer':
      return prefer.action(reading, context);
    case 'open':
      return open.action(reading, context);
    case 'message':
      return message.action(reading, context);
    case 'clear':
      return clear.action(reading, context);
    case 'extend':
      return extend.action(reading, context);
    case 'changeEnd':
      return changeEnd.action(reading, context);
    case 'undo':
      return undo.action(reading, context);
    case 'status':
      return status.action(reading, context);
    case 'details':
      return details.action(reading, context);
    case 'help':
      return help.action(reading, context);
    case 'picker':
      return picker.action(reading, context);
    case 'pasted':
      return pasted.action(reading, context);
    case 'signIn':
      return signIn.action(reading, context);
    case 'signOut':
      return signOut.action(reading, context);
    case 'why':
      return why.action(reading, context);
    case 'meetings':
      return meetings.action(reading, context);
    case 'meetingRule':
      return meetingRule.action(reading, context);
    case 'pauseMeetings':
      return pauseMeetings.action(reading, context);
    case 'resumeMeetings':
      return resumeMeetings.action(reading, context);
    case 'privacy':
      return privacy.action(reading, context);
    case 'language':
      return language.action(reading, context);
    case 'exportMe':
      return exportMe.action(reading, context);
    case 'forgetMe':
      return forgetMe.action(reading, context);
  }
}

/** `what if` before a refused body says what is wrong with it; before anything that only tells, that it sends nothing. */
async function previewOf(step: CommandAction, context: CommandContext): Promise<Answer> {
  if (step.kind === 'change') return context.preview(step.requestOf, step);
  return step.kind === 'refused' ? { kind: 'problem', problem: step.problem } : { kind: 'noChange' };
}
