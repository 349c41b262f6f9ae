import { openCommand } from './pair.ts';

export const inAConferenceCall = openCommand('inAConferenceCall', {
  summary: 'A session that shows you in a conference call. 5 minutes to a day, an hour unless you say.',
  examples: ['in a conference call', 'conference call until 4pm'],
});
