/** For whom the answer to each command is: where others read along, what is the sender's alone is not told. */

import type { Reading } from '../parser/reading.ts';

type Audience = 'everybody' | 'sender';

/** Presence is there to be seen. What is on record, how it came about and who signed in is one person's. */
const audiences: Readonly<Record<Reading['kind'], Audience>> = {
  prefer: 'everybody',
  open: 'everybody',
  message: 'everybody',
  clear: 'everybody',
  extend: 'everybody',
  undo: 'everybody',
  changeEnd: 'everybody',
  privacy: 'everybody',
  language: 'everybody',
  status: 'everybody',
  help: 'everybody',
  picker: 'everybody',
  pasted: 'everybody',
  whatIf: 'everybody',
  ask: 'everybody',
  refuse: 'everybody',
  none: 'everybody',
  details: 'sender',
  why: 'sender',
  meetings: 'sender',
  meetingRule: 'sender',
  pauseMeetings: 'sender',
  resumeMeetings: 'sender',
  signIn: 'sender',
  signOut: 'sender',
  exportMe: 'sender',
  forgetMe: 'sender',
};

/** Whether the answer is for nobody but whoever asked. */
export function isForSenderAlone(kind: Reading['kind']): boolean {
  return audiences[kind] === 'sender';
}
