/** Every command there is, and the way from a reading to an answer. */

import type { Command as Parsed, Reading } from '../parser/reading.ts';
import type { PairId } from '../presence/pairs.ts';
import type { Answer } from './answer.ts';
import { changeEnd } from './change-end.ts';
import { clear } from './clear.ts';
import type { Deed } from './command.ts';
import type { Desk } from './desk.ts';
import { details } from './details.ts';
import { exportMe } from './export-me.ts';
import { extend } from './extend.ts';
import { forgetMe } from './forget-me.ts';
import { help } from './help.ts';
import { meetingRule } from './meeting-rule.ts';
import { meetings } from './meetings.ts';
import { message } from './message.ts';
import { open, prefer } from './pair.ts';
import { pasted } from './pasted.ts';
import { pauseMeetings } from './pause-meetings.ts';
import { picker } from './picker.ts';
import { pressDeed, type Press } from './press.ts';
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
export async function answer(reading: Reading, desk: Desk): Promise<Answer> {
  if (reading.kind === 'ask') return { kind: 'question', question: reading.question };
  if (reading.kind === 'refuse') return { kind: 'refusal', refusal: reading.refusal };
  if (reading.kind === 'none')
    return reading.talk === undefined ? { kind: 'notAboutPresence' } : { kind: 'talk', talk: reading.talk };
  if (reading.kind === 'whatIf') return previewOf(deedOf(reading.of, desk), desk);
  return carryOut(deedOf(reading, desk), desk);
}

/** What is to be said to a press of a receipt's button, after it was done. */
export function answerPress(press: Press, desk: Desk): Promise<Answer> {
  return carryOut(pressDeed(press, desk), desk);
}

async function carryOut(deed: Deed, desk: Desk): Promise<Answer> {
  switch (deed.kind) {
    case 'change':
      return desk.change(deed.wishing, deed);
    case 'tell':
      return deed.answer();
    case 'refused':
      return { kind: 'problem', problem: deed.problem };
  }
}

function deedOf(reading: Parsed, desk: Desk): Deed {
  switch (reading.kind) {
    case 'prefer':
      return prefer.deed(reading, desk);
    case 'open':
      return open.deed(reading, desk);
    case 'message':
      return message.deed(reading, desk);
    case 'clear':
      return clear.deed(reading, desk);
    case 'extend':
      return extend.deed(reading, desk);
    case 'changeEnd':
      return changeEnd.deed(reading, desk);
    case 'undo':
      return undo.deed(reading, desk);
    case 'status':
      return status.deed(reading, desk);
    case 'details':
      return details.deed(reading, desk);
    case 'help':
      return help.deed(reading, desk);
    case 'picker':
      return picker.deed(reading, desk);
    case 'pasted':
      return pasted.deed(reading, desk);
    case 'signIn':
      return signIn.deed(reading, desk);
    case 'signOut':
      return signOut.deed(reading, desk);
    case 'why':
      return why.deed(reading, desk);
    case 'meetings':
      return meetings.deed(reading, desk);
    case 'meetingRule':
      return meetingRule.deed(reading, desk);
    case 'pauseMeetings':
      return pauseMeetings.deed(reading, desk);
    case 'resumeMeetings':
      return resumeMeetings.deed(reading, desk);
    case 'privacy':
      return privacy.deed(reading, desk);
    case 'exportMe':
      return exportMe.deed(reading, desk);
    case 'forgetMe':
      return forgetMe.deed(reading, desk);
  }
}

/** `what if` before a refused body says what is wrong with it; before anything that only tells, that it sends nothing. */
async function previewOf(deed: Deed, desk: Desk): Promise<Answer> {
  if (deed.kind === 'change') return desk.preview(deed.wishing, deed);
  return deed.kind === 'refused' ? { kind: 'problem', problem: deed.problem } : { kind: 'noChange' };
}
