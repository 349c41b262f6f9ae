import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const meetingRule = command('meetingRule', {
  name: 'a meeting rule',
  summary:
    'Sets your presence with your meetings and ends it with them: when you start, present in or join one.',
  examples: [
    'presenting when I start a meeting',
    'when I join a meeting set me to busy',
    'ask me first when I present',
    'meetings off',
  ],
  deed: ({ when, then }, desk) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        desk,
        'meetingRule',
        (records, who) => records.setRules(who, Object.fromEntries(when.map((moment) => [moment, then]))),
        (settings) => ({ kind: 'meetings', settings, did: { what: 'rule', when, then } }),
      ),
  }),
});
