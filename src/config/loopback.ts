const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a URL's host name means this machine alone. */
export function isLoopback(hostname: string): boolean {
  return loopback.has(hostname);
}
