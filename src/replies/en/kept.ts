/** What is kept of somebody, and erased. */

/** What goes, in words. */
export const erased =
  'how to write to you, your rules for meetings, sessions and meetings on record, and the changes of the last 30 days';

export function privacyText(): string {
  return `${privacyLines.join(' ')} The privacy notice is on my page in Teams, under About.`;
}

export const privacyLines: readonly string[] = [
  `I keep what I need to do what you ask: ${erased}. My last question to you is remembered for five minutes.`,
  '`export my data` shows all of it, `forget me` erases it.',
];

export function forgetFirstText(signedIn: boolean): string {
  return [
    `Shall I forget you? That erases everything that I keep about you: ${erased}. It ends the session that I hold for you, if there is one, and cannot be undone.`,
    staysText,
    signedIn ? signInStays : '',
    'Nothing was changed.',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** What Microsoft has is not the bot's to forget. */
export const staysText =
  'A status or a message that I have set stays at Microsoft until it ends: send `clear everything` first to take it back.';

export const signInStays = 'Your sign-in stays; `sign out` takes it back.';

export const afterwards: readonly string[] = [
  'A status or a message that I had set stays at Microsoft until it ends; `clear everything` still takes it back.',
  'When you write to me again, I remember how to reach you. Meetings change nothing until you turn that on again.',
];

export function forgottenText(signedIn: boolean): string {
  return [
    `I have forgotten everything that I kept about you: ${erased}.`,
    ...afterwards,
    signedIn ? signInStays : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
