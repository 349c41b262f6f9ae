/** Ports that are taken, and what to do about each. */

import { once } from 'node:events';
import { createServer } from 'node:net';
import { Stopped } from './stopped.ts';

/** The page's port as it was asked for. @throws Stopped when it is no port, or taken. */
export async function freePagePort(said: string): Promise<number> {
  const port = Number(said);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Stopped(`PLAYGROUND_PORT is ${said}, but a port is a number from 1 to 65535.`);
  }
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (isTaken(error)) throw taken(port, 'the page', 'PLAYGROUND_PORT');
    throw error;
  }
  server.close();
  await once(server, 'close');
  return port;
}

/** The error of a port in use: the bot's is Node's own and has the port, the simulator's has it in its sentence. */
export function isTaken(error: unknown): error is Error & { port?: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** What to tell when a port is taken, and the variable that chooses another. */
export function taken(port: number, whose: string, variable: string): Stopped {
  return new Stopped(
    `Port ${port}, wanted for ${whose}, is taken. Stop what uses it, or choose another: ${variable}=${port + 1} npm run playground`,
  );
}
