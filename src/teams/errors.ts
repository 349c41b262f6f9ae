/** What may be told of an error: its kind, where it came from, and what the connector answered. Never its words. */

/** The error's name, such as `TypeError`; of what is no error, its type. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // Anybody may set a name: words are none.
  return /^[\w$.]{1,100}$/.test(error.name) ? error.name : 'Error';
}

/** The HTTP status that the Bot Connector answered with, if that is what the error is. */
export function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
}

/** An error as the log may have it. */
export interface Traced {
  readonly error: string;
  /** The stack's frames, a line for each; left out where they cannot be told from the message. */
  readonly stack?: string;
  readonly cause?: Traced;
}

/** A cause's cause is told as well, and what lies deeper is not. */
const deepest = 3;

/** An unforeseen error for the log: names and frames, its causes' too. Messages may hold what somebody wrote. */
export function traced(error: unknown, depth = 1): Traced {
  const stack = error instanceof Error ? framesOf(error) : undefined;
  const cause = error instanceof Error && depth < deepest ? error.cause : undefined;
  return {
    error: nameOf(error),
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined ? {} : { cause: traced(cause, depth + 1) }),
  };
}

/** A stack begins with name and message as they were when the error was made; what follows them are frames. */
function framesOf({ message, stack }: Error): string | undefined {
  if (typeof stack !== 'string') return undefined;
  const [head = ''] = stack.split(message === '' ? '\n' : message, 1);
  // Anything else before the frames are words that the message had before somebody changed it.
  if (!/^[\w$.]*(?: \[\w+\])?(?:: )?$/.test(head)) return undefined;
  return stack
    .slice(head.length + message.length)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.trim())
    .join('\n');
}
