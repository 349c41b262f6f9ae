import type { Answer } from './answer.ts';
import { command } from './command.ts';
import type { Desk } from './desk.ts';
import { recorded } from './recorded.ts';

export const forgetMe = command('forgetMe', {
  deed: (_reading, desk) => ({
    kind: 'tell',
    // Whoever erases should see first what goes and what stays; a sentence is typed, or misread, too easily.
    answer: async () =>
      desk.records === undefined
        ? { kind: 'notHere', wanted: 'forgetMe' }
        : { kind: 'forgetFirst', signedIn: await isSignedIn(desk) },
  }),
});

/** Erases it. Twice is once. */
export async function forgetEverything(desk: Desk): Promise<Answer> {
  const signedIn = await isSignedIn(desk);
  return recorded(
    desk,
    'forgetMe',
    (records, who) => records.forget(who),
    ({ sessionMayStay }) => ({ kind: 'forgotten', signedIn, sessionMayStay }),
  );
}

async function isSignedIn(desk: Desk): Promise<boolean> {
  return (await desk.signedIn()) === true;
}
