/**
 * A turn without its outside, in idle time after the start: it pays for what the first real one would pay for, which is
 * schemas, formats of times and messages, a card's template and the parser of HTTP. Nobody is asked, told or counted, and
 * nothing is kept.
 */

import { setImmediate as idle } from 'node:timers/promises';
import { createOutbound } from '../outbound/client.ts';
import { read } from '../parser/read.ts';
import type { Guid, Instant, Intent } from '../presence/intent.ts';
import { emptyState } from '../presence/person-state.ts';
import { entered } from '../presence/receipt-of.ts';
import { validate } from '../presence/validate.ts';
import { viewOf } from '../teams/activity-context.ts';
import type { OutgoingMessage } from '../teams/conversation.ts';
import { parseEnvelope } from '../teams/envelope.ts';
import { messageOf, renderReply } from '../teams/outgoing.ts';

const nobody = '00000000-0000-4000-8000-000000000000' as Guid;
const locale = 'en-US';
const zone = 'America/New_York';
const account = '29:nobody';
const activity = {
  type: 'message',
  channelId: 'msteams',
  from: { id: account, aadObjectId: nobody },
  conversation: { id: 'a:nobody', conversationType: 'personal', tenantId: nobody },
  serviceUrl: 'https://localhost/',
  text: 'dnd until 3pm',
  entities: [{ type: 'clientInfo', locale, timezone: zone }],
};
const intent: Intent = {
  who: { userId: nobody, tenantId: nobody, account },
  door: 'chat',
  wanted: { kind: 'prefer', status: 'doNotDisturb', end: { said: 'duration', seconds: 3600 } },
  assumed: [],
};

/**
 * Makes it, in pieces between which real turns are taken, and gives the message that nobody gets. The one request goes to
 * the bot's own `/healthz` at that host and port.
 */
export async function makeDryTurn(
  now: Instant,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<OutgoingMessage> {
  read(activity.text, { now, zone, locale, bot: [] });
  await idle();
  const envelope = parseEnvelope(activity);
  const judged = validate(intent, { sessionId: nobody }, now);
  if (envelope === undefined || !judged.ok) throw new TypeError('a turn that cannot be taken');
  const view = viewOf(envelope, now, locale);
  await idle();
  const { value: change } = judged;
  const steps = change.steps.map((step) => {
    const call = { request: step.request, at: now };
    return { step, result: { kind: 'applied', call } } as const;
  });
  const { receipt } = entered(emptyState, { outcome: { change, steps }, did: 'change', kept: true }, now);
  const audience = { owner: nobody, refreshes: account, place: 'chat' } as const;
  const message = messageOf(renderReply({ kind: 'receipt', receipt }, view, audience));
  await idle();
  // By a client of its own: that of the others may go through a proxy.
  await createOutbound().send({
    method: 'GET',
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`,
    headers: {},
    signal: AbortSignal.timeout(1000),
  });
  return message;
}
