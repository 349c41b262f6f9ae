import { command } from './command.ts';

export const signOut = command('signOut', {
  audience: 'sender',
  action: (_command, context) => ({
    kind: 'tell',
    answer: async () => {
      const signedOut = await context.signOut();
      if (signedOut === undefined) return { kind: 'noSignIn' };
      return { kind: signedOut ? 'signedOut' : 'signOutFailed' };
    },
  }),
});
