/** Waits that have a bound. */

/** What came in time, or that nothing did. */
type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** What the work gives, unless it is late before; `watch` says so, and gives what ends its watch. */
function unlessLate<T>(work: Promise<T>, watch: (late: () => void) => () => void): Promise<InTime<T>> {
  return new Promise((resolve) => {
    const end = watch(() => {
      resolve({ late: true });
    });
    const inTime = work.then((value) => ({ late: false, value }) as const);
    const settled = () => {
      end();
      resolve(inTime);
    };
    inTime.then(settled, settled);
  });
}

/** What a promise gives within that many milliseconds, or that it is late; the promise goes on. */
export function withTimeout<T>(ms: number, work: Promise<T>): Promise<InTime<T>> {
  return unlessLate(work, (late) => {
    const timer = setTimeout(late, ms);
    return () => {
      clearTimeout(timer);
    };
  });
}

/** The same, where lateness is an error: rejects with `no <what> within … ms`. */
export async function bounded<T>(ms: number, work: Promise<T>, what: string): Promise<T> {
  const done = await withTimeout(ms, work);
  if (done.late) throw new Error(`no ${what} within ${ms} ms`);
  return done.value;
}

/** The same, where there is no hurry before the signal is raised: late so many milliseconds after that. */
export function withinAfter<T>(signal: AbortSignal, ms: number, work: Promise<T>): Promise<InTime<T>> {
  return unlessLate(work, (late) => {
    const raised = () => {
      setTimeout(late, ms).unref();
    };
    if (signal.aborted) raised();
    else signal.addEventListener('abort', raised, { once: true });
    return () => {
      signal.removeEventListener('abort', raised);
    };
  });
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
