/** A Graph request body that somebody typed or pasted, narrowed to a wish. */

import { z } from 'zod';
import { parseDuration } from './duration.ts';
import { guid, type End, type Want } from './intent.ts';
import { pairs } from './pairs.ts';
import { failed, passed, type Judged } from './problem.ts';
import type { Policy } from './validate.ts';

const bodySchema = z.strictObject({
  availability: z.string(),
  activity: z.string(),
  expirationDuration: z.string().optional(),
  sessionId: z.string().optional(),
});

/**
 * The wish behind a body of `setUserPreferredPresence` (no sessionId) or `setPresence` (this bot's sessionId,
 * or none where the pair exists as a session alone). Nothing in a body can name another user.
 */
export function wantFromBody(body: unknown, policy: Policy): Judged<Want> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return failed(badBody(parsed.error));
  const { availability, activity, expirationDuration, sessionId } = parsed.data;
  if (sessionId !== undefined && guid(sessionId) !== policy.sessionId)
    return failed({ code: 'foreignSession' });
  const allowed = sessionId === undefined ? pairs : pairs.filter(({ slot }) => slot === 'session');
  const pair = allowed.find((one) => one.availability === availability && one.activity === activity);
  if (pair === undefined) return failed({ code: 'badPair', availability, activity, allowed });
  const seconds = expirationDuration === undefined ? undefined : parseDuration(expirationDuration);
  if (expirationDuration !== undefined && seconds === undefined) {
    return failed({
      code: 'badBody',
      field: 'expirationDuration',
      expected: 'an ISO 8601 duration of days, hours, minutes and seconds, such as PT8H or P1D',
    });
  }
  const end: End = seconds === undefined ? { said: 'nothing' } : { said: 'duration', seconds };
  return passed(
    pair.slot === 'preferred'
      ? { kind: 'prefer', status: pair.id, end }
      : { kind: 'open', session: pair.id, end },
  );
}

function badBody(error: z.ZodError) {
  const [issue] = error.issues;
  const field = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
  const expected =
    issue?.code === 'unrecognized_keys'
      ? 'only availability, activity, expirationDuration and sessionId'
      : 'a text';
  return { code: 'badBody', field, expected } as const;
}
