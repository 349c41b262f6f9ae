/** The lines that the operator reads: the log, and the audit of changes. */

import { pino, type DestinationStream, type Logger } from 'pino';
import { writeSync } from 'node:fs';
import { parseDuration } from '../presence/duration.ts';
import type { GraphRequest, ChangeStep } from '../presence/change.ts';
import { isStatus, type Instant } from '../presence/intent.ts';
import {
  overall,
  writtenOf,
  type RequestResult,
  type StepOutcome,
  type Written,
} from '../presence/outcome.ts';
import type { AuditKey } from '../presence/personal-key.ts';
import type { Apply } from '../presence/ports.ts';

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

interface AuditLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** Writes one audit line for each written change, whatever its outcome, and a warning for each failed request. */
export function auditWriter(audit: AuditLog, log: AuditLog): (written: Written) => void {
  return ({ userId, tenantId, door, source, steps }) => {
    audit.info(
      {
        audit: true,
        who: userId,
        tenant: tenantId,
        door,
        ...(source === undefined ? {} : { source }),
        outcome: overall(steps),
        steps: steps.map(auditedStep),
      },
      'presence change',
    );
    for (const { step, result } of steps) warnOf(step.request.action, result, log);
  };
}

/** Writes one audit line for what became of a personal key, each use included. */
export function keyAuditWriter(audit: Pick<AuditLog, 'info'>): AuditKey {
  return (event) => {
    if (event.kind === 'ended') {
      const { tenantId: tenant, before, count } = event;
      audit.info({ audit: true, tenant, before: isoOf(before), count }, 'personal keys ended');
      return;
    }
    const { kind, who, number, ...use } = event;
    audit.info(
      { audit: true, who: who.userId, tenant: who.tenantId, key: number, ...use },
      `personal key ${kind}`,
    );
  };
}

/** Applies changes and reports each one to `written`. */
export function audited(apply: Apply, written: (written: Written) => void): Apply {
  return async (change, stop) => {
    const outcome = await apply(change, stop);
    written(writtenOf(outcome));
    return outcome;
  };
}

function auditedStep({ step, result }: StepOutcome): object {
  return {
    what: whatOf(step),
    ...untilOf(step, result),
    outcome: result.kind === 'stopped' && result.why === 'newer' ? 'superseded' : result.kind,
    ...('call' in result ? { status: result.call.status, requestId: result.call.requestId } : {}),
  };
}

/** The slot and its new content; for a message or a work location only that there is one. */
function whatOf({ slot, holding }: ChangeStep): string {
  if (holding === undefined) return `${slot}: cleared`;
  return isStatus(holding) ? `${slot}: ${holding.pair}` : `${slot}: set`;
}

/** The promised end; for a renewed session also the end of this piece. */
function untilOf({ holding, renewed }: ChangeStep, result: RequestResult): object {
  if (holding?.endsAt === undefined) return {};
  const until = { until: isoOf(holding.endsAt) };
  const call = 'call' in result ? result.call : undefined;
  if (renewed !== true || call === undefined || !('expirationDuration' in call.request.body)) return until;
  const seconds = parseDuration(call.request.body.expirationDuration) ?? 0;
  return { ...until, piece: isoOf(call.at + seconds * 1000) };
}

function warnOf(action: GraphRequest['action'], result: RequestResult, log: AuditLog): void {
  if (result.kind !== 'failed') return;
  const { by, code, hint, grant, mayHold } = result.failure;
  const { status, requestId } = result.call;
  const permission = grant?.permission;
  log.warn(
    { action, by, code, hint, permission, status, requestId, mayHold },
    'Graph did not take a request',
  );
}

function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}
