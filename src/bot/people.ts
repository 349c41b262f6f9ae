/** Who is in a conversation, as its roster tells: the only people whose presence is looked up. */

import { LRUCache } from 'lru-cache';
import { TeamsInfo, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { guid, type Guid } from '../presence/intent.ts';

export interface Person {
  readonly userId: Guid;
  readonly name: string;
}

const member = z.looseObject({
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
});

/** Rosters come in pages; so many of so many people are read, which Teams' largest teams exceed. */
const pageSize = 500;
const mostPages = 10;

export type Roster = (context: TurnContext, conversationId: string) => Promise<readonly Person[]>;

/**
 * Reads rosters, each at most once a minute: a search asks with every letter typed.
 * Rejects where the bot is not in the conversation, or Teams does not answer.
 */
export function createRoster(): Roster {
  const rosters = new LRUCache<string, Promise<readonly Person[]>>({ max: 200, ttl: 60_000 });
  return (context, conversationId) => {
    const known = rosters.get(conversationId);
    if (known !== undefined) return known;
    const reading = readRoster(context).catch((error: unknown) => {
      rosters.delete(conversationId);
      throw error;
    });
    rosters.set(conversationId, reading);
    return reading;
  };
}

async function readRoster(context: TurnContext): Promise<readonly Person[]> {
  const people: Person[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { members, continuationToken } = await TeamsInfo.getPagedMembers(context, pageSize, token);
    people.push(...members.flatMap((one) => personOf(one) ?? []));
    if (!continuationToken) break;
    token = continuationToken;
  }
  return people;
}

/** The one of that id in Teams (`29:…`); undefined for whoever is not here, or has no account in the directory. */
export async function personCalled(context: TurnContext, id: string): Promise<Person | undefined> {
  try {
    return personOf(await TeamsInfo.getMember(context, id));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 404) {
      return undefined;
    }
    throw error;
  }
}

function personOf(account: unknown): Person | undefined {
  const parsed = member.safeParse(account).data;
  const userId = guid(parsed?.aadObjectId ?? parsed?.objectId ?? '');
  return userId === undefined ? undefined : { userId, name: parsed?.name ?? 'Somebody' };
}
