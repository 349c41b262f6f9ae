import { command } from './command.ts';

export const signOut = command('signOut', {
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: async () => {
      const signedOut = await desk.signOut();
      if (signedOut === undefined) return { kind: 'noSignIn' };
      return { kind: signedOut ? 'signedOut' : 'signOutFailed' };
    },
  }),
});
