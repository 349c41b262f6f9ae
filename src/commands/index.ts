/** Every command there is, and the way from a reading to an answer. */

import type { Command as Parsed, Reading } from '../language/reading.ts';
import type { PreferredId, SessionPairId } from '../presence/pairs.ts';
import type { Answer } from './answer.ts';
import { available } from './available.ts';
import { busy } from './busy.ts';
import { dnd } from './dnd.ts';
import { brb } from './brb.ts';
import { away } from './away.ts';
import { offline } from './offline.ts';
import { presenting } from './presenting.ts';
import { inACall } from './in-a-call.ts';
import { inAConferenceCall } from './in-a-conference-call.ts';
import { sessionAvailable } from './session-available.ts';
import { sessionAway } from './session-away.ts';
import { changeEnd } from './change-end.ts';
import { clear } from './clear.ts';
import type { Command, Deed } from './command.ts';
import type { Desk } from './desk.ts';
import { details } from './details.ts';
import { exportMe } from './export-me.ts';
import { extend } from './extend.ts';
import { forgetMe } from './forget-me.ts';
import { help } from './help.ts';
import { meetingRule } from './meeting-rule.ts';
import { meetings } from './meetings.ts';
import { message } from './message.ts';
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
import { whatIf } from './what-if.ts';
import { why } from './why.ts';

type PairCommand<K extends 'prefer' | 'open'> = Command<Extract<Parsed, { kind: K }>>;

const preferring: Readonly<Record<PreferredId, PairCommand<'prefer'>>> = {
  available,
  busy,
  doNotDisturb: dnd,
  beRightBack: brb,
  away,
  offline,
};

const opening: Readonly<Record<SessionPairId, PairCommand<'open'>>> = {
  presenting,
  inACall,
  inAConferenceCall,
  sessionAvailable,
  sessionAway,
};

/** The commands in the order help lists them. */
export const commands: readonly Pick<Command, 'name' | 'summary' | 'examples'>[] = [
  ...Object.values(preferring),
  ...Object.values(opening),
  message,
  clear,
  extend,
  changeEnd,
  undo,
  status,
  why,
  meetings,
  meetingRule,
  pauseMeetings,
  resumeMeetings,
  picker,
  whatIf,
  pasted,
  details,
  signIn,
  signOut,
  privacy,
  exportMe,
  forgetMe,
  help,
];

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
      return preferring[reading.status].deed(reading, desk);
    case 'open':
      return opening[reading.session].deed(reading, desk);
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
