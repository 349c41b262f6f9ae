/** Whether the bot can sign in: checked at the start, and again after each failed token. */

import { setTimeout as delay } from 'node:timers/promises';
import type { Guid } from '../presence/intent.ts';
import { SignInError } from './reason.ts';
import type { Tokens } from './access-tokens.ts';

export interface SignInWatch {
  /** The same tokens, watched. */
  readonly tokens: Tokens;
  /** Why the bot cannot sign in, as far as is known. */
  readonly failing: () => SignInError | undefined;
  /** Checks whether it can, and goes on checking until it can. Never rejects. */
  look(): Promise<void>;
  close(): void;
}

interface WatchParts {
  /** The bot's own directory, without which it can neither answer nor act. */
  readonly home: Guid;
  /** What it needs tokens for there. */
  readonly scopes: readonly string[];
  /** Called for every token that failed. */
  readonly failed: (tenant: 'own' | 'other') => void;
  /** Called once each time that signing in begins to fail. */
  readonly beganToFail: (error: SignInError) => void;
  readonly againMs?: number;
}

/** A single token may fail with the network; only a second failure after this is reported. */
const defaultAgainMs = 10_000;

export function watchSignIn(tokens: Tokens, parts: WatchParts): SignInWatch {
  const { home, scopes, failed, beganToFail, againMs = defaultAgainMs } = parts;
  const closed = new AbortController();
  let failing: SignInError | undefined;
  let looking: Promise<void> | undefined;

  const get: Tokens['get'] = async (tenantId, scope) => {
    try {
      return await tokens.get(tenantId, scope);
    } catch (error) {
      failed(tenantId === home ? 'own' : 'other');
      throw error;
    }
  };

  const once = async (): Promise<void> => {
    const got = await Promise.allSettled(scopes.map((scope) => get(home, scope)));
    const before = failing;
    failing = got
      .map((one): unknown => (one.status === 'rejected' ? one.reason : undefined))
      .find((reason) => reason instanceof SignInError);
    if (failing !== undefined && before === undefined) beganToFail(failing);
  };

  /** Checks until it works: a bot that is not ready gets no messages that would make it try again. */
  const checkUntilWell = async (firstMs: number): Promise<void> => {
    for (let wait = firstMs; ; wait = againMs) {
      if (wait > 0) await delay(wait, undefined, { ref: false, signal: closed.signal });
      await once();
      if (failing === undefined) return;
    }
  };

  const check = (firstMs: number): Promise<void> => {
    // Closing is the one end that is no answer.
    looking ??= checkUntilWell(firstMs)
      .catch(() => undefined)
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  return {
    tokens: {
      get: async (tenantId, scope) => {
        try {
          return await get(tenantId, scope);
        } catch (error) {
          if (tenantId === home && error instanceof SignInError) void check(againMs);
          throw error;
        }
      },
      refused: (...given) => {
        tokens.refused(...given);
      },
    },
    failing: () => failing,
    look: () => check(0),
    close: () => {
      closed.abort();
    },
  };
}
