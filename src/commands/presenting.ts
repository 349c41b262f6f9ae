import { openCommand } from './pair.ts';

export const presenting = openCommand('presenting', {
  summary:
    'A session that shows you as presenting: nothing pops up. 5 minutes to a day, an hour unless you say.',
  examples: ['presenting', 'presenting 45m', 'presenting until 4pm'],
});
