import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const meetingRule = command('meetingRule', {
  audience: 'sender',
  action: ({ when, then }, context) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        context,
        'meetingRule',
        (records, who) => records.setRules(who, Object.fromEntries(when.map((moment) => [moment, then]))),
        (settings) => ({ kind: 'meetings', settings, did: { what: 'rule', when, then } }),
      ),
  }),
});
