/** What was understood and cannot be done. */

import type { Refusal } from '../../language/reading.ts';
import { escapeMarkdown } from '../escape.ts';
import { sentence } from './words.ts';

export function refusalText({ code, words }: Refusal): string {
  const named = words.length === 0 ? 'that' : words.map((word) => `“${escapeMarkdown(word)}”`).join(' ');
  return `${sentence(reason(code, named))} Nothing was changed.`;
}

function reason(code: Refusal['code'], named: string): string {
  switch (code) {
    case 'others':
      return "I only change the presence of the person who writes to me, never somebody else's.";
    case 'schedule':
      return 'I cannot schedule yet: I change your presence now, until an end you name, such as `busy until 5pm`. With your meetings it can change by itself: `meetings`.';
    case 'pauseLater':
      return 'A pause of meetings begins at once, and once: until an end you name, such as `pause meetings until Monday`, or until `resume meetings`.';
    case 'outOfOffice':
      return 'Out of office cannot be set through the presence service; set automatic replies in Outlook or Teams. Meanwhile `offline until Monday 9am` or `message On leave until Monday` may help.';
    case 'notSettable':
      return `Teams sets ${named} by itself; no application can. I can set available, busy, dnd, brb, away and offline, and the sessions presenting, in a call and in a conference call.`;
    case 'notASession':
      return `There is no session ${named}: an application's sessions are available, away, presenting, in a call and in a conference call.`;
    case 'emptyDuration':
      return `${named} is no time at all; name a duration such as \`30m\`.`;
    case 'noSuchTime':
      return `I cannot take ${named} as an end: there is no such time, or it is too far away.`;
    case 'unknownUnit':
      return `I do not know the unit in ${named}; minutes, hours, days and weeks work.`;
    case 'past':
      return `${named} has passed; name an end that is still to come.`;
    case 'forever':
      return 'Everything I set ends by itself: a status lasts up to 30 days, such as `away 30 days`.';
    case 'noZone':
      return `I do not know your time zone, so I cannot tell when ${named} is; a duration such as \`2h\` works.`;
    case 'tooLong':
      return 'That is too long for me; say it in a sentence, such as `dnd until 3pm "writing the Q3 report"`.';
    case 'badJson':
      return 'That looks like JSON, but it does not parse. A body such as `{"availability":"Busy","activity":"Busy","expirationDuration":"PT1H"}` works.';
  }
}
