import { command } from './command.ts';

export const signIn = command('signIn', {
  place: 'ownChat',
  action: (_command, context) => ({
    kind: 'tell',
    answer: async () => {
      const signedIn = await context.signedIn();
      if (signedIn === undefined) return { kind: 'noSignIn' };
      return { kind: signedIn ? 'signedIn' : 'signIn' };
    },
  }),
});

export const signOut = command('signOut', {
  place: 'ownChat',
  action: (_command, context) => ({
    kind: 'tell',
    answer: async () => {
      const signedOut = await context.signOut();
      if (signedOut === undefined) return { kind: 'noSignIn' };
      return { kind: signedOut ? 'signedOut' : 'signOutFailed' };
    },
  }),
});
