import { command } from './command.ts';

export const signIn = command('signIn', {
  name: 'sign in',
  summary: 'Where you have to sign in: does so, once.',
  examples: ['sign in'],
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: async () => {
      const signedIn = await desk.signedIn();
      if (signedIn === undefined) return { kind: 'noSignIn' };
      return { kind: signedIn ? 'signedIn' : 'signIn' };
    },
  }),
});
