import type { End, Instant } from '../presence/intent.ts';
import { failed, passed, type Judged } from '../presence/problem.ts';
import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const pauseMeetings = command('pauseMeetings', {
  audience: 'sender',
  action: ({ until, assumed }, context) => {
    const end = endOf(until, context.now());
    if (!end.ok) return { kind: 'refused', problem: end.problem };
    return {
      kind: 'tell',
      answer: () =>
        recorded(
          context,
          'pauseMeetings',
          (records, who) => records.pause(who, end.value),
          (settings) => ({ kind: 'meetings', settings, did: { what: 'paused', assumed } }),
        ),
    };
  },
});

/** Who is away for longer pauses without an end. */
const longestSeconds = 366 * 86_400;

function endOf(until: End, now: Instant): Judged<Instant | undefined> {
  if (until.said === 'nothing') return passed(undefined);
  const at = until.said === 'duration' ? now + until.seconds * 1000 : until.at;
  if (!(at > now)) return failed({ code: 'endPassed' });
  return at - now > longestSeconds * 1000
    ? failed({ code: 'pauseTooFar', maxSeconds: longestSeconds })
    : passed(at);
}
