import { command } from './command.ts';

export const signIn = command('signIn', {
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: async () => {
      const signedIn = await desk.signedIn();
      if (signedIn === undefined) return { kind: 'noSignIn' };
      return { kind: signedIn ? 'signedIn' : 'signIn' };
    },
  }),
});
