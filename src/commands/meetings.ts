import { command } from './command.ts';
import { recorded } from './recorded.ts';
import type { End, Instant } from '../presence/intent.ts';
import { failed, passed, type Judged } from '../presence/problem.ts';
import { isPaused } from '../presence/meeting.ts';

export const meetings = command('meetings', {
  action: (_command, context) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        context,
        'meetings',
        (records, who) => records.settings(who),
        (settings) => ({ kind: 'meetings', settings }),
      ),
  }),
});

export const meetingRule = command('meetingRule', {
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

export const pauseMeetings = command('pauseMeetings', {
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

export const resumeMeetings = command('resumeMeetings', {
  action: (_command, context) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        context,
        'resumeMeetings',
        async (records, who) => {
          const before = await records.settings(who);
          return { before, after: await records.resume(who) };
        },
        ({ before, after }) => ({
          kind: 'meetings',
          settings: after,
          did: { what: isPaused(before, context.now()) ? 'resumed' : 'notPaused' },
        }),
      ),
  }),
});
