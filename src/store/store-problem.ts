/** Why the store cannot be opened or written, in words that tell the operator what to do. */

/** What stands in the way. */
type StoreProblemKind =
  /** Another process uses the folder. */
  | 'taken'
  /** What is there was made by another version. */
  | 'version'
  /** The folder is on a file system of another machine. */
  | 'network'
  | 'damaged'
  | 'full'
  /** The folder may not be written, or is none. */
  | 'unwritable';

export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
  readonly kind: StoreProblemKind;

  constructor(kind: StoreProblemKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Whether waiting cannot help: somebody has to change the configuration first. */
export function isForGood(error: unknown): error is StoreProblem {
  return error instanceof StoreProblem && ['taken', 'version', 'network'].includes(error.kind);
}

/** What the log may tell of an error: our own words in full, of a vendor's error its name alone, which holds no secret. */
export function reasonOf(error: unknown): string {
  if (error instanceof StoreProblem) return error.message;
  return error instanceof Error ? error.name : typeof error;
}

/** Whether the row is at fault, and not the database's health: it will never be written. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Data or a constraint: https://www.postgresql.org/docs/current/errcodes-appendix.html
  return /^2[23][0-9A-Z]{3}$/.test(code);
}
