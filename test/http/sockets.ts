/** Bare sockets: what a well-behaved client would never send. */

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** What the server said until it closed the connection. */
export function ended(socket: Socket): Promise<string> {
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve) => {
    // A reset has no `end`.
    for (const event of ['end', 'close'])
      socket.once(event, () => {
        socket.destroy();
        resolve(said);
      });
  });
}

/** Sends that on so many connections at once, and gives what each was told before the server closed it. */
export async function pour(port: number, text: string, connections: number): Promise<readonly string[]> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const ends = sockets.map(ended);
  for (const socket of sockets) socket.write(text);
  return Promise.all(ends);
}
