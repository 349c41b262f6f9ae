/** Something that is opened once, tried again while it cannot be, and closed once. */

import type { Instant } from '../presence/intent.ts';

export interface Opening<T> {
  /** It, opened if need be. Rejects while it cannot be; the next call after a while tries again. */
  readonly open: () => Promise<T>;
  /** It, where it is open. */
  readonly now: () => T | undefined;
  /** Since when it could not be opened; undefined: it is open, or is being opened the first time. */
  readonly failedSince: () => Instant | undefined;
  /** Closes it; what is being opened is waited for. */
  close(): Promise<void>;
}

/** What is out of reach is looked for again that often, in milliseconds. */
export const againMs = 5000;

/** `start` opens it; `failed` is told each time that it could not. */
export function createOpening<T>(
  start: () => Promise<T>,
  stop: (opened: T) => Promise<void>,
  failed: (error: unknown) => void,
  now: () => Instant,
): Opening<T> {
  let opening: Promise<T> | undefined;
  let opened: T | undefined;
  let failedSince: Instant | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  const open = (): Promise<T> => {
    if (closed) return Promise.reject(new Error('the bot is stopping'));
    opening ??= start().then(
      (made) => {
        opened = made;
        failedSince = undefined;
        return made;
      },
      (error: unknown) => {
        failed(error);
        failedSince ??= now();
        again = setTimeout(() => {
          opening = undefined;
          if (!closed) void open().catch(() => undefined);
        }, againMs).unref();
        throw error;
      },
    );
    return opening;
  };

  return {
    open,
    now: () => opened,
    failedSince: () => failedSince,
    close: async () => {
      closed = true;
      clearTimeout(again);
      await opening?.catch(() => undefined);
      if (opened !== undefined) await stop(opened);
    },
  };
}
