/** Reads a JSON body of bounded size. */

import type { IncomingMessage } from 'node:http';

/**
 * The JSON in a request's body, or undefined if it is none, of another type, packed, or over `maxBytes`.
 * restify's own reader counts packed bytes and takes the whole of an oversized body before it refuses; here
 * reading stops at the limit, and what is packed is not unpacked.
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
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
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    // The sender hung up, or what came is no JSON: there is no activity either way.
    return undefined;
  }
}
