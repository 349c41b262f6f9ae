/** A server that listens, and ends. */

import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';

export interface Listening {
  readonly port: number;
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Listens, or rejects with Node's own error (its `code` EADDRINUSE where the port is taken). */
export async function listen(server: Server, port: number, host: string): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address: AddressInfo = server.address();
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
