/** The members of a conversation: the only people whose presence is looked up. */

import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { folded } from './match.ts';
import { guid, type Guid } from '../presence/intent.ts';
import type { Conversation } from './conversation.ts';
import type { Envelope } from './envelope.ts';
import { statusOf } from './errors.ts';

export interface RosterMember {
  readonly userId: Guid;
  readonly name: string;
  /** The name as it is compared. */
  readonly key: string;
  /** Of another organization. */
  readonly guest: boolean;
}

interface Members {
  readonly people: readonly RosterMember[];
  /** Those without an account in the directory. */
  readonly guests: number;
}

const member = z.looseObject({
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  userRole: z.string().nullish().catch(undefined),
});

const channelData = z.looseObject({
  team: z.looseObject({ id: z.string() }).optional().catch(undefined),
  tenant: z.looseObject({ id: z.string() }).optional().catch(undefined),
});

/** Members on one page of a roster. The largest teams have 25,000 people. */
const pageSize = 500;
const mostPages = 50;
/** Members cached in all: two of the largest teams. */
const mostPeople = 50_000;

/** Where something was said. */
export interface Place {
  readonly activity: Envelope;
  readonly conversation: Conversation;
}

/** Who is in the conversation of that turn; in a channel, in its team. */
export type Roster = (place: Place) => Promise<Members>;

/**
 * Reads rosters, each at most once a minute: a search asks with every letter typed.
 * Rejects where the bot is not in the conversation, or Teams does not answer.
 */
export function createRoster(): Roster {
  const rosters = new LRUCache<string, Members, Conversation>({
    maxSize: mostPeople,
    sizeCalculation: ({ people }) => people.length + 1,
    ttl: 60_000,
    ttlAutopurge: true,
    fetchMethod: (_key, _stale, { context }) => readRoster(context),
  });
  return async ({ activity, conversation }) =>
    (await rosters.fetch(keyOf(activity), { context: conversation })) ?? { people: [], guests: 0 };
}

/** Teams answers 403 where the bot is not in the chat; anything else may be a passing failure. */
export function rosterFailure(error: unknown): 'noRoster' | 'rosterFailed' {
  const status = statusOf(error);
  return status === 403 || status === 404 ? 'noRoster' : 'rosterFailed';
}

/** Cache key: connector, tenant, and team or chat. */
function keyOf(activity: Envelope): string {
  const { serviceUrl, conversation } = activity;
  const data = channelData.safeParse(activity.channelData).data;
  // The SDK asks for the team's roster by the same rule.
  const whose = data?.team?.id ? ['team', data.team.id] : ['chat', conversation.id];
  return JSON.stringify([serviceUrl, data?.tenant?.id ?? conversation.tenantId, ...whose]);
}

async function readRoster(conversation: Conversation): Promise<Members> {
  const people: RosterMember[] = [];
  let guests = 0;
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { members, continuationToken } = await conversation.members(pageSize, token);
    const known = members.flatMap((one) => personOf(one) ?? []);
    people.push(...known);
    guests += members.length - known.length;
    if (!continuationToken) break;
    token = continuationToken;
  }
  return { people, guests };
}

/**
 * The member with that Teams id (`29:…`); undefined for someone who is not here, or has no account in the directory;
 * `hidden` where the bot may not see who is here.
 */
export async function memberWithId(
  conversation: Conversation,
  id: string,
): Promise<RosterMember | undefined | 'hidden'> {
  if (id === '') return undefined;
  try {
    return personOf(await conversation.member(id));
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) return undefined;
    if (status === 403) return 'hidden';
    throw error;
  }
}

function personOf(account: unknown): RosterMember | undefined {
  const parsed = member.safeParse(account).data;
  const userId = guid(parsed?.aadObjectId ?? parsed?.objectId ?? '');
  const name = parsed?.name ?? 'Somebody';
  const guest = parsed?.userRole === 'guest';
  return userId === undefined ? undefined : { userId, name, key: folded(name), guest };
}
