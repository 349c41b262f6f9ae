import { command } from './command.ts';

export const privacy = command('privacy', {
  name: 'privacy',
  summary: 'What I keep about people, and how to see or erase it.',
  examples: ['privacy'],
  deed: () => ({ kind: 'tell', answer: () => ({ kind: 'privacy' }) }),
});
