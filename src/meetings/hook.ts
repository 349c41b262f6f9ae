/** What other meeting systems and automations tell of meetings: the body of the signed hook. */

import * as z from 'zod';
import { guid, type Guid, type Instant } from '../presence/intent.ts';
import { isWellFormed, wellFormed } from '../presence/well-formed.ts';
import { instantOf, roleOf, roleWords, type MeetingEvent } from './event.ts';

/** As many as are in the largest meetings. */
const mostPeople = 2000;

const userId = z.string().transform((text, context): Guid => {
  const id = guid(text);
  if (id !== undefined) return id;
  context.addIssue('must be the object id of a person in Microsoft Entra, a GUID');
  return z.NEVER;
});

const role = z
  .string()
  .refine((name) => roleOf(name) !== undefined, `must be one of ${roleWords.join(', ')}; or leave it out`);

const instantFix = 'must be like 2026-03-29T10:00:00Z';

const body = z.strictObject({
  event: z.enum(['started', 'ended']),
  meeting: z.strictObject({
    // An id names the meeting again: changed, it could be another one's.
    id: z
      .string()
      .min(1)
      .max(512)
      .refine(isWellFormed, 'must hold neither U+0000 nor half of a surrogate pair'),
    title: z.string().max(256).transform(wellFormed).optional(),
    endsAt: z.iso
      .datetime({ offset: true, error: instantFix })
      .transform((text, context): Instant => {
        const at = instantOf(text);
        if (at !== undefined) return at;
        context.addIssue(instantFix);
        return z.NEVER;
      })
      .optional(),
  }),
  people: z.array(z.strictObject({ aadObjectId: userId, role: role.optional() })).max(mostPeople),
});

export type HookBody =
  | { readonly ok: true; readonly event: MeetingEvent }
  /** What is wrong with it, a line for each field; nothing of what it says is repeated. */
  | { readonly ok: false; readonly problems: readonly string[] };

const mostProblems = 5;

/** The event in a body that was signed with a source's key, of people in that tenant. */
export function hookEvent(signed: unknown, source: string, tenantId: string): HookBody {
  const read = body.safeParse(signed);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
    return { ok: false, problems: problems.slice(0, mostProblems) };
  }
  const { event, meeting, people } = read.data;
  const { id, title, endsAt } = meeting;
  return {
    ok: true,
    event: {
      kind: event,
      key: { tenantId, source, meetingId: id },
      ...(title === undefined || title === '' ? {} : { title }),
      ...(endsAt === undefined ? {} : { endsAt }),
      people: people.map((one) => {
        const known = roleOf(one.role);
        return { userId: one.aadObjectId, ...(known === undefined ? {} : { role: known }) };
      }),
    },
  };
}
