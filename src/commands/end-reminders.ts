import { command } from './command.ts';
import { recorded } from './recorded.ts';

/** A line before an end: on or off. */
export const endReminders = command('endReminders', {
  action: ({ on }, context) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        context,
        'endReminders',
        (records, who) => records.remindOfEnds(who, on),
        () => {
          context.chose({ reminders: on ? 'on' : 'off' });
          return { kind: 'endReminders', on };
        },
      ),
  }),
});
