/** Waits that have a bound. */

/** What a promise gives within that many milliseconds, or that it is late; the promise goes on. */
export async function withTimeout<T>(
  ms: number,
  work: Promise<T>,
): Promise<{ readonly late: false; readonly value: T } | { readonly late: true }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ late: true }>((resolve) => {
    timer = setTimeout(resolve, ms, { late: true });
  });
  try {
    return await Promise.race([work.then((value) => ({ late: false, value }) as const), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same, where lateness is an error: rejects with `no <what> within … ms`. */
export async function bounded<T>(ms: number, work: Promise<T>, what: string): Promise<T> {
  const done = await withTimeout(ms, work);
  if (done.late) throw new Error(`no ${what} within ${ms} ms`);
  return done.value;
}

/** The same, where there is no hurry before the signal is raised: late so many milliseconds after that. */
export async function withinAfter<T>(
  signal: AbortSignal,
  ms: number,
  work: Promise<T>,
): Promise<{ readonly late: false; readonly value: T } | { readonly late: true }> {
  let raised = (): void => undefined;
  const late = new Promise<{ late: true }>((resolve) => {
    raised = () => {
      setTimeout(resolve, ms, { late: true }).unref();
    };
  });
  if (signal.aborted) raised();
  else signal.addEventListener('abort', raised, { once: true });
  try {
    return await Promise.race([work.then((value) => ({ late: false, value }) as const), late]);
  } finally {
    signal.removeEventListener('abort', raised);
  }
}

/** A signal that is raised after that many milliseconds with a `TimeoutError`, unless it is ended before. */
export function timeLimit(ms: number): { readonly signal: AbortSignal; readonly end: () => void } {
  // AbortSignal.timeout keeps its timer, and itself, until the time has passed.
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(new DOMException(`no answer within ${ms} ms`, 'TimeoutError'));
  }, ms).unref();
  return {
    signal: limit.signal,
    end: () => {
      clearTimeout(timer);
    },
  };
}
