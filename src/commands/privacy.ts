import { command } from './command.ts';

export const privacy = command('privacy', {
  action: () => ({ kind: 'tell', answer: () => ({ kind: 'privacy' }) }),
});
