/** The lines that the operator reads: the log, and the audit of changes. */

import { pino, type DestinationStream, type Logger } from 'pino';
import { writeSync } from 'node:fs';

/** Both write to standard output, or to `to`. */
export function createLogs(
  level: string,
  to: DestinationStream = openStandardOutput(),
): { readonly log: Logger; readonly audit: Logger } {
  return {
    log: pino({ level }, to),
    // Audit lines are written at any log level but silent.
    audit: pino({ level: level === 'silent' ? 'silent' : 'info' }, to),
  };
}

interface StandardOutput {
  write(line: string): void;
}

/** Writes are slow: lines within a tenth of a second are written together. */
const togetherMs = 100;
/** Bytes that wait for a slow reader; beyond that, the oldest are lost. */
const mostWaiting = 1_000_000;
/** At exit a slow reader has a second. */
const lastTries = 20;
const lastPauseMs = 50;

/**
 * Standard output. At exit no line is lost, except by kill -9 or without a reader.
 * Pino's own destination retries for ever at exit if the reader is gone.
 */
export function openStandardOutput(): StandardOutput {
  let waiting = Buffer.alloc(0);
  let lines: string[] = [];
  let length = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Writes what it can; gives whether some is left. */
  const flush = (): boolean => {
    clearTimeout(timer);
    timer = undefined;
    waiting = Buffer.concat([waiting, Buffer.from(lines.join(''))]);
    [lines, length] = [[], 0];
    try {
      while (waiting.length > 0) waiting = waiting.subarray(writeSync(1, waiting));
    } catch (error) {
      const isFull = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
      waiting = isFull ? waiting.subarray(-mostWaiting) : Buffer.alloc(0);
    }
    return waiting.length > 0;
  };
  const later = () => {
    timer ??= setTimeout(() => {
      if (flush()) later();
    }, togetherMs).unref();
  };

  process.once('exit', () => {
    for (let tries = 0; flush() && tries < lastTries; tries += 1)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lastPauseMs);
  });
  return {
    write: (line) => {
      lines.push(line);
      length += line.length;
      if (length > mostWaiting) flush();
      later();
    },
  };
}
