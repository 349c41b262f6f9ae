/** What `/readyz` reports: everything that is missing, in plain words and without secrets. */

import { setTimeout as delay } from 'node:timers/promises';
import type { SignInError } from '../entra/reason.ts';
import type { Instant } from '../presence/intent.ts';
import type { Store } from '../store/store.ts';

export interface ReadinessParts {
  readonly draining: () => boolean;
  /** Undefined: nothing outlives the process. */
  readonly memory: { missing(): string | undefined; store(): Pick<Store, 'ping'> | undefined } | undefined;
  readonly signIn: () => SignInError | undefined;
  /** Undefined while it answers, or nothing was sent lately. */
  readonly connectorSilentSince?: () => Instant | undefined;
  readonly now: () => Instant;
}

/** Time limit for the database's answer. */
const answerMs = 2000;
/** `/readyz` is public: the database is not asked more often than this. */
const keptMs = 1000;

/** What is missing now; empty: the bot is ready. Never rejects. */
export function createReadiness(parts: ReadinessParts) {
  const { draining, memory, signIn, connectorSilentSince, now } = parts;
  let asked: { readonly at: number; readonly answers: Promise<boolean> } | undefined;
  let awaySince: Instant | undefined;

  /** Whether the open store answers. */
  const answers = (store: Pick<Store, 'ping'>): Promise<boolean> => {
    if (asked === undefined || performance.now() - asked.at > keptMs) {
      const pinged = store.ping().then(
        () => true,
        () => false,
      );
      const tooLate = delay(answerMs, false, { ref: false });
      asked = { at: performance.now(), answers: Promise.race([pinged, tooLate]) };
    }
    return asked.answers;
  };

  const missingStore = async (): Promise<string | undefined> => {
    const missing = memory?.missing();
    const store = memory?.store();
    if (missing !== undefined || store === undefined) return missing;
    if (await answers(store)) {
      awaySince = undefined;
      return undefined;
    }
    awaySince ??= now();
    return `store: no answer since ${new Date(awaySince).toISOString()}; plain changes work, sessions that have to be renewed are refused`;
  };

  return async (): Promise<readonly string[]> => {
    const failing = signIn();
    const silentSince = connectorSilentSince?.();
    const missing = [
      draining() ? 'process: it is stopping, and takes no more turns' : undefined,
      await missingStore(),
      failing === undefined
        ? undefined
        : `sign-in to Microsoft Entra: ${[failing.code, failing.hint].filter(Boolean).join(', ') || 'no token; the log has more'}`,
      silentSince === undefined
        ? undefined
        : `Bot Connector: no answer since ${new Date(silentSince).toISOString()}; changes are made, replies are not heard`,
    ];
    return missing.filter((one) => one !== undefined);
  };
}
