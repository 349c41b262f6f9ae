/** When to stop, and how patiently. */

const stopMs = 9_000;

/** `npm run` passes a Ctrl-C on although the terminal has sent it to us as well: only a later one is a second one. */
const sameCtrlCMs = 1_000;

/** Resolves at the first Ctrl-C, SIGTERM or closed terminal; from then on, a stop that takes too long is cut. */
export function stopSignal(): Promise<'told to stop'> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const stop = (): void => {
      const now = performance.now();
      if (first === undefined) {
        first = now;
        setTimeout(() => {
          console.error(`Did not stop within ${stopMs / 1000} s: forced.`);
          process.exit(1);
        }, stopMs).unref();
        resolve('told to stop');
      } else if (now - first > sameCtrlCMs) {
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    // A closed terminal takes our output with it, which is no reason not to stop in order.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  });
}
