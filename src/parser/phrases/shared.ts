/** English words that people use inside sentences of every other language, and units as everybody writes them. */

import type { StatusWord, Unit } from '../languages/language.ts';

export const sharedStatuses: Readonly<Partial<Record<StatusWord, string>>> = {
  available: 'available',
  busy: 'busy',
  doNotDisturb: 'dnd | do not disturb | don t disturb',
  beRightBack: 'brb | be right back',
  away: 'away | afk',
  offline: 'offline',
  presenting: 'presenting',
  inACall: 'in a call | in call | on a call',
  inAConferenceCall: 'in a conference call | conference call',
  meeting: 'in a meeting | in meeting',
  outOfOffice: 'ooo | oof | out of office',
  focus: 'focus | focus time',
};

export const sharedUnits: Readonly<Partial<Record<Unit, string>>> = {
  second: 's',
  minute: 'min | mins | minute | minutes | m',
  hour: 'h | hr | hrs | hour | hours',
  day: 'd',
};

export const sharedRoles = {
  polite: 'ok | okay | hi | hello | hey | please | pls | thanks | thx',
  noun: 'status | teams status',
  until: 'until | till',
} as const;

export const sharedMeridiems = { am: 'am', pm: 'pm' } as const;
