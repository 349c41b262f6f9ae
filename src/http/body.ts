/** Reads a body of bounded size. */

import type { IncomingMessage } from 'node:http';
import { wellFormedJson } from '../presence/well-formed.ts';

/**
 * The JSON in a request's body, every text in it well-formed; undefined if it is none, of another type, packed, or over
 * `maxBytes`.
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  return bytes === undefined ? undefined : parseJson(wellFormedJson(bytes.toString('utf8')));
}

/** Whether a request claims to bring JSON of at most `maxBytes`, as far as its headers say. */
export function mayBeJson({ headers }: IncomingMessage, maxBytes: number): boolean {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  return (
    /^application\/json\s*(?:;|$)/i.test(type) &&
    encoding === 'identity' &&
    !(Number(headers['content-length']) > maxBytes)
  );
}

/**
 * The bytes of a request's body that claims to be JSON, or undefined if it is of another type, packed, or over `maxBytes`.
 * restify's own reader counts packed bytes and takes the whole of an oversized body before it refuses; here
 * reading stops at the limit, and what is packed is not unpacked.
 */
export function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (!mayBeJson(request, maxBytes)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const give = (read: Buffer | undefined) => {
      request.off('data', take).pause();
      resolve(read);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > maxBytes) give(undefined);
    };
    request
      .on('data', take)
      .once('end', () => {
        give(Buffer.concat(chunks));
      })
      // The sender hung up: `close` alone, or after an error.
      .on('error', () => undefined)
      .once('close', () => {
        give(undefined);
      });
  });
}

/** The value of that JSON, or undefined if it is none. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
