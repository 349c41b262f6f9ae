import type { Answer } from './answer.ts';
import { command } from './command.ts';
import type { CommandContext } from './context.ts';
import { recorded } from './recorded.ts';

export const forgetMe = command('forgetMe', {
  place: 'ownChat',
  action: (_command, context) => ({
    kind: 'tell',
    // Shown before erasing: a sentence is typed, or misread, too easily.
    answer: async () => {
      // A key has no button to press, and whoever has found one must not erase anything.
      if (context.door === 'key') return { kind: 'ownChat' };
      return context.records === undefined
        ? { kind: 'notHere', wanted: 'forgetMe' }
        : { kind: 'forgetFirst', signedIn: await isSignedIn(context) };
    },
  }),
});

/** Erases it. Twice is once. */
export async function forgetEverything(context: CommandContext): Promise<Answer> {
  const signedIn = await isSignedIn(context);
  return recorded(
    context,
    'forgetMe',
    (records, who) => records.forget(who),
    ({ sessionMayStay }) => ({ kind: 'forgotten', signedIn, sessionMayStay }),
  );
}

async function isSignedIn(context: CommandContext): Promise<boolean> {
  return (await context.signedIn()) === true;
}
