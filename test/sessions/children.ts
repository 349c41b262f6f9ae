/** Keepers as processes of their own, and what they are given to do. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Guid } from '../../src/presence/intent.ts';
import type { Simulator } from '../../src/simulator/index.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { quietLog } from '../support/stores.ts';
import { hour } from './samples.ts';

const children = new Set<ChildProcess>();

/** Ends all that still run. */
export function killProcesses(): void {
  for (const child of children) child.kill('SIGKILL');
}

const script = fileURLToPath(new URL('process.ts', import.meta.url));

export interface Process {
  readonly child: ChildProcess;
  readonly ready: Promise<unknown>;
  /** Whom it said it began to tell Graph about, and was answered about. */
  readonly set: string[];
  readonly done: string[];
}

export function startProcess(where: StoreFolder, simulator: Simulator): Process {
  const child = spawn(process.execPath, [script, JSON.stringify(where), simulator.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const [set, done]: [string[], string[]] = [[], []];
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, user = ''] = line.split(' ');
      if (word === 'ready') resolve(undefined);
      if (word === 'set') set.push(user);
      if (word === 'done') done.push(user);
    });
  });
  return { child, ready, set, done };
}

/** Leases whose first piece was set a while ago, and whose renewals come due at that instant. Gives each one's. */
export async function renewalsAt(
  where: StoreFolder,
  users: readonly Guid[],
  dueAt: number | ((index: number) => number),
) {
  const store = await openStore(where, { now: Date.now, log: quietLog() });
  const due = new Map<Guid, number>();
  for (const [index, userId] of users.entries()) {
    const claim = {
      id: randomUUID(),
      userId,
      tenantId: '11111111-1111-4111-8111-111111111111',
      source: { kind: 'asked' } as const,
      pair: 'presenting' as const,
      openedAt: Date.now(),
      endsAt: Date.now() + 9 * hour,
    };
    await store.sessionStore.putClaims([claim], Date.now() + 24 * hour);
    const [taken] = await store.sessionStore.lock([userId]);
    assert.ok(taken !== undefined);
    const held = { claimId: claim.id, pair: claim.pair, until: Date.now() + hour };
    const nextAt = typeof dueAt === 'number' ? dueAt : dueAt(index);
    due.set(userId, nextAt);
    const state = { held, goal: claim.id, nextAt, failures: 0 };
    await store.sessionStore.record([{ ...taken, state, dropped: [] }]);
  }
  await store.close();
  return due;
}

export async function until(isSo: () => boolean, ms: number, what: string) {
  for (const end = performance.now() + ms; !isSo();) {
    assert.ok(performance.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** That part of them is not longer; in their own unit. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
