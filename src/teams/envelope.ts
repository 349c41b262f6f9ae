/** The shape of an activity as far as this bot relies on it: checked before the SDK sees it. */

import * as z from 'zod';

const text = z.string();
const id = z.string().min(1).max(1024);

const account = z.looseObject({
  id,
  name: text.nullish(),
  aadObjectId: text.nullish(),
  role: text.nullish(),
});

const mention = z.looseObject({
  type: z.literal('mention'),
  text: text.nullish().catch(undefined),
  mentioned: z
    .looseObject({ id: text.nullish().catch(undefined), name: text.nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});
const clientInfo = z.looseObject({
  type: z.literal('clientInfo'),
  timezone: text.nullish(),
  locale: text.nullish(),
});

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const envelope = z.object({
  type: z.string().min(1).max(100),
  channelId: z.literal('msteams'),
  id: id.nullish(),
  from: account,
  /** `isTargeted`: written with a slash, and seen by nobody else of the chat. */
  recipient: account.extend({ isTargeted: z.boolean().nullish().catch(undefined) }).nullish(),
  conversation: z.looseObject({
    id,
    conversationType: text.nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: text.nullish(),
  }),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  text: text.nullish(),
  name: text.nullish(),
  action: text.nullish(),
  locale: text.nullish(),
  localTimezone: text.nullish(),
  localTimestamp: text.nullish(),
  replyToId: text.nullish(),
  deliveryMode: text.nullish(),
  entities: z.array(z.unknown()).max(500).nullish(),
  attachments: z.array(z.unknown()).nullish().catch(undefined),
  membersAdded: z.array(account).max(10_000).nullish(),
  /** Of an invoke, or of a card's Action.Submit: its own schema narrows it. */
  value: z.unknown().optional(),
  channelData: z.custom<Readonly<Record<string, unknown>>>(isRecord).nullish(),
});

/** What this bot and the SDK read of an activity, with the types the protocol gives it; the rest is left out. */
export type Envelope = z.infer<typeof envelope>;

/** The activity in a request's body, or undefined if it is malformed or from another channel. */
export function parseEnvelope(body: unknown): Envelope | undefined {
  return envelope.safeParse(body).data;
}

export type Mention = z.infer<typeof mention>;

/** The mentions in an activity, each with what Teams says of it; an entity of another type is none. */
export function mentionsIn({ entities }: Envelope): readonly Mention[] {
  return ofType(entities, 'mention').flatMap((one) => mention.safeParse(one).data ?? []);
}

export interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
}

/** What is attached to a message, each of it unchecked; whatever has no type is none. */
export function attachmentsIn({ attachments }: Envelope): readonly Attachment[] {
  return (attachments ?? []).flatMap((one) =>
    typeof one === 'object' && one !== null && 'contentType' in one && typeof one.contentType === 'string'
      ? [{ contentType: one.contentType, content: 'content' in one ? one.content : undefined }]
      : [],
  );
}

/** What the client tells of itself, if it does. */
export function clientInfoIn({ entities }: Envelope): z.infer<typeof clientInfo> | undefined {
  return ofType(entities, 'clientInfo')
    .map((one) => clientInfo.safeParse(one).data)
    .find((one) => one !== undefined);
}

/** Filters by `type` before any schema runs: refusing the others by schema is slower than everything else here. */
function ofType(entities: Envelope['entities'], type: string): readonly unknown[] {
  return (entities ?? []).filter(
    (one) => typeof one === 'object' && one !== null && 'type' in one && one.type === type,
  );
}
