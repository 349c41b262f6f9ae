import { openCommand } from './pair.ts';

export const inACall = openCommand('inACall', {
  summary: 'A session that shows you in a call. 5 minutes to a day, an hour unless you say.',
  examples: ['in a call', 'in a call 20 min', 'on the phone until 3:30pm'],
});
