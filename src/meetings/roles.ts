/** What others call the roles in a meeting, and how they are kept. Pure. */

import type { Role } from './event.ts';

/** Teams' and the hook's words, in lower case. Whoever organises a meeting presents in it. */
const words = {
  starter: 'starter',
  organizer: 'presenter',
  organiser: 'presenter',
  'co-organizer': 'presenter',
  presenter: 'presenter',
  attendee: 'attendee',
} as const satisfies Readonly<Record<string, Role>>;

const byWord = new Map<string, Role>(Object.entries(words));
export const roleWords: readonly string[] = Object.keys(words);

/** The role of that name, in any case; undefined: none that means anything here. */
export function roleOf(name: string | undefined): Role | undefined {
  return byWord.get(name?.toLowerCase() ?? '');
}

const inOrder: readonly Role[] = ['starter', 'presenter', 'attendee'];

/** Roles as one text. */
export function keptRoles(roles: readonly Role[]): string | undefined {
  const kept = inOrder.filter((role) => roles.includes(role));
  return kept.length === 0 ? undefined : kept.join(' ');
}

/** The roles in such a text. */
export function rolesIn(kept: string | undefined): readonly Role[] {
  const named = kept?.split(' ') ?? [];
  return inOrder.filter((role) => named.includes(role));
}

/** What somebody is who was that, and of whom this is heard: who started it did; else the latest counts. */
export function withRole(roles: readonly Role[], heard: Role | undefined): readonly Role[] {
  if (heard === undefined || roles.includes(heard)) return roles;
  return heard === 'starter' ? [...roles, heard] : [...roles.filter((role) => role === 'starter'), heard];
}
