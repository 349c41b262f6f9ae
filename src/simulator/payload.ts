import { badRequest, type SimulatedRefusal } from './refusal.ts';

/** A request's body once it is read: nothing, JSON of any shape, or why it is no JSON. */
export type Payload =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly refusal: SimulatedRefusal };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads the bytes of a body as the JSON that its Content-Type must say it is. */
export function readPayload(contentType: string | undefined, bytes: Uint8Array): Payload {
  if (bytes.length === 0) return { kind: 'none' };
  const wrong = wrongContentType(contentType);
  if (wrong) return { kind: 'refused', refusal: wrong };
  try {
    return { kind: 'json', value: JSON.parse(decoder.decode(bytes)) };
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
    return {
      kind: 'refused',
      refusal: badRequest(
        'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
      ),
    };
  }
}

/** Reads the body of one part of a batch, which is JSON already. */
export function partPayload(contentType: string | undefined, body: unknown): Payload {
  if (body === undefined || body === null) return { kind: 'none' };
  const wrong = wrongContentType(contentType);
  return wrong ? { kind: 'refused', refusal: wrong } : { kind: 'json', value: body };
}

function wrongContentType(contentType: string | undefined): SimulatedRefusal | undefined {
  if (contentType === undefined) {
    return badRequest('Write requests (excluding DELETE) must contain the Content-Type header declaration.');
  }
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  return mediaType === 'application/json'
    ? undefined
    : badRequest('Entity only allows writes with a JSON Content-Type header.');
}
