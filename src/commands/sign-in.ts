import { command } from './command.ts';

export const signIn = command('signIn', {
  action: (_reading, context) => ({
    kind: 'tell',
    answer: async () => {
      const signedIn = await context.signedIn();
      if (signedIn === undefined) return { kind: 'noSignIn' };
      return { kind: signedIn ? 'signedIn' : 'signIn' };
    },
  }),
});
