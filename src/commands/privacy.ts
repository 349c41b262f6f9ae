import { command } from './command.ts';

export const privacy = command('privacy', {
  deed: () => ({ kind: 'tell', answer: () => ({ kind: 'privacy' }) }),
});
