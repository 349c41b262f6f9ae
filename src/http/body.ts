/** Reads a body of bounded size. */

import type { IncomingMessage } from 'node:http';

/**
 * The JSON in a request's body, or undefined if it is none, of another type, packed, or over `maxBytes`.
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  return bytes === undefined ? undefined : parseJson(bytes);
}

/**
 * The bytes of a request's body that claims to be JSON, or undefined if it is of another type, packed, or over `maxBytes`.
 * restify's own reader counts packed bytes and takes the whole of an oversized body before it refuses; here
 * reading stops at the limit, and what is packed is not unpacked.
 */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!/^application\/json\s*(?:;|$)/i.test(type) || encoding !== 'identity') return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) return undefined;
      bytes += chunk.length;
      if (bytes > maxBytes) return undefined;
      chunks.push(chunk);
    }
  } catch {
    // The sender hung up.
    return undefined;
  }
  return Buffer.concat(chunks);
}

/** The JSON in those bytes, or undefined if it is none. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
