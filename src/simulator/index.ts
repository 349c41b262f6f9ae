import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { controlsOf, type Controls } from './controls.ts';
import { controlRoutes } from './control-routes.ts';
import { settle, type SimulatorOptions } from './options.ts';
import { presenceServer } from './server.ts';
import { newWorld } from './world.ts';

export type {
  CalendarInput,
  ClockReading,
  Controls,
  OutOfOfficeInput,
  TeamsClientInput,
} from './controls.ts';
export type { FaultInput, StandingFault } from './faults.ts';
export { developmentAppId, developmentToken, type SimulatorOptions } from './options.ts';
export type { LoggedRequest } from './request-log.ts';
export type { ApplicationToken, DelegatedToken, Identity } from './tokens.ts';
export type { Undocumented } from './undocumented.ts';
export type { UserState } from './user-state.ts';

const host = '127.0.0.1';

/** A running simulator. */
export interface Simulator extends Controls {
  /** Root before `/v1.0`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends every request, hanging ones too, and stops listening. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts a presence service with Microsoft Graph's contract on loopback. It judges the bot, so it shares no code with
 * it. Rejects with the code EADDRINUSE when the port is taken.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const settings = settle(options);
  const world = newWorld(settings);
  const controls = controlsOf(world);
  const server = presenceServer(world, controlRoutes(controls));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listen(server, settings.port);
  let closing: Promise<void> | undefined;
  return {
    ...controls,
    url: `http://${host}:${port}`,
    port,
    close() {
      closing ??= new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        world.waits.end();
        // A connection whose caller has gone during a delayed answer would be waited for.
        for (const socket of sockets) socket.destroy();
      });
      return closing;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is already taken' : error.message;
      const clear = new Error(`The simulator cannot listen on ${host}:${port}: ${reason}.`, { cause: error });
      reject(Object.assign(clear, { code: error.code }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
