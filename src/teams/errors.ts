/** What may be logged of an error: its name, its frames and the connector's status. Never its message. */

/** The error's name, such as `TypeError`; the type of anything that is no Error. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // A name can be set to anything: a sentence is not a name.
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

/** How many levels of causes are logged. */
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

/** A stack starts with the name and message at creation; frames follow. */
function framesOf({ message, stack }: Error): string | undefined {
  if (typeof stack !== 'string') return undefined;
  const [head = ''] = stack.split(message === '' ? '\n' : message, 1);
  // Otherwise the message was changed later, and the stack still holds the old one.
  if (!/^[\w$.]*(?: \[\w+\])?(?:: )?$/.test(head)) return undefined;
  return stack
    .slice(head.length + message.length)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.trim())
    .join('\n');
}
