/** Tells people five minutes before an end that they named, if they asked for that. */

import { isSameEnd, type Guid, type Instant } from '../presence/intent.ts';
import type { Recalled } from '../presence/ports.ts';
import { endingsAt, referenceTo, type EndingNews } from '../presence/reminder.ts';
import { stepsOf } from '../presence/schedule.ts';
import type { Store } from '../store/store.ts';
import { dueWork, type DueWork } from './scheduler.ts';

interface ReminderServices {
  readonly store: Pick<Store, 'reminders'>;
  /** What the bot has set for somebody. Never rejects. */
  readonly recall: (userId: Guid) => Promise<Recalled>;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: EndingNews) => void;
  readonly now: () => Instant;
}

const batch = 100;
const atOnce = 1;

/** The reminders that come due. What was changed since they did is not told; it has one of its own. */
export const endReminders = ({ store, recall, tell, now }: ReminderServices): DueWork =>
  dueWork(
    'reminders',
    store.reminders,
    async (due) => {
      await Promise.all(
        due.map(async ({ userId }) => {
          const { state, known, stack } = await recall(userId);
          // Where it cannot be told what holds, nothing is said of it.
          if (!known) return;
          for (const ending of endingsAt(state, now())) {
            // What a rule has started ends as it does each time.
            const isByRule = (stack.schedules ?? []).some(
              ({ status, runsUntil, chain }) =>
                chain === undefined &&
                status === ending.pair &&
                runsUntil !== undefined &&
                isSameEnd(runsUntil, ending.endsAt),
            );
            if (isByRule) continue;
            const next = stepsOf(stack.chained ?? [], state.chain);
            tell(userId, { ending, reference: referenceTo(state, ending), next });
          }
        }),
      );
    },
    { batch, atOnce },
  );
