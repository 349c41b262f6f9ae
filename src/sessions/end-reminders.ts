/** Tells people five minutes before an end that they named, if they asked for that. */

import { isSameEnd, type Guid, type Instant } from '../presence/intent.ts';
import type { Stack } from '../presence/meeting.ts';
import type { Recalled } from '../presence/ports.ts';
import { endingsAt, referenceTo, type Ending, type EndingNews } from '../presence/reminder.ts';
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
          const next = stepsOf(stack.chained ?? [], state.chain);
          for (const ending of endingsAt(state, now()).filter((one) => isOwn(one, stack)))
            tell(userId, { ending, reference: referenceTo(state, ending), next });
        }),
      );
    },
    { batch, atOnce },
  );

/** Whether it holds by the person's own word, to an end that they named: a rule's occurrences end as they do each time. */
function isOwn({ slot, pair, endsAt }: Ending, { layers, schedules = [] }: Stack): boolean {
  const started = schedules.find(
    ({ status, runsUntil }) => status === pair && runsUntil !== undefined && isSameEnd(runsUntil, endsAt),
  );
  if (started !== undefined)
    return (
      started.chain !== undefined && started.timing.kind === 'once' && started.timing.endsAt !== undefined
    );
  // A meeting's session may have taken its place.
  return (
    slot === 'preferred' ||
    layers.some(({ claim }) => claim.source.kind === 'asked' && isSameEnd(claim.endsAt, endsAt))
  );
}
