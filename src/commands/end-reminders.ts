import { command } from './command.ts';
import { recorded } from './recorded.ts';

/** A line before an end: on or off. */
export const endReminders = command('endReminders', {
  audience: 'sender',
  action: ({ on }, context) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        context,
        'endReminders',
        (records, who) => records.remindOfEnds(who, on),
        () => {
          context.choseReminders(on);
          return { kind: 'endReminders', on };
        },
      ),
  }),
});
