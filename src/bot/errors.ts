/** What may be told of an error: its kind, and what the connector answered. Never its words. */

export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** The HTTP status that the Bot Connector answered with, if that is what the error is. */
export function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
}
