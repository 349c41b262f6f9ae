/** `/api/me`: a sentence in, its receipt out. */

import * as z from 'zod';
import type { Services } from '../commands/context.ts';
import { answer } from '../commands/index.ts';
import { read } from '../parser/read.ts';
import type { Reading } from '../parser/reading.ts';
import type { KeyOwner } from '../presence/personal-key.ts';
import { answerJson } from './answer-json.ts';
import type { KeyHandler, KeyRequestParts, KeyResponse } from './request.ts';
import type { Once } from './once.ts';
import { speakerOf, type Reader } from './speaker.ts';

/** BCP 47, such as `de` or `pt-BR`. */
export const language = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/);
export const timeZone = z.string().min(1).max(64);
/** The parser refuses what is longer in words. */
export const text = z.string().trim().min(1).max(2000);

const reader = z.strictObject({ language: language.optional(), timeZone: timeZone.optional() });
const sentence = reader.extend({ text });

/** Visible ASCII, as a header has it. */
const requestId = /^[\x21-\x7e]{1,255}$/;

interface ApiParts {
  readonly services: Services;
  readonly once: Once;
}

export function createApi({ services, once }: ApiParts): KeyHandler {
  const say = async (
    owner: KeyOwner,
    { headers }: KeyRequestParts,
    said: Reader & { readonly text?: string },
    readingOf: (speaker: NonNullable<Awaited<ReturnType<typeof speakerOf>>>) => Reading,
  ): Promise<KeyResponse> => {
    const id = headers['idempotency-key'];
    if (id !== undefined && !requestId.test(id))
      return refused('Idempotency-Key has up to 255 visible ASCII characters.');
    const speaker = await speakerOf(owner, services, said, said.text);
    if (speaker === undefined) return noSuchZone;
    const { status, body, replayed } = await once(owner, id, said, async () =>
      answerJson(await answer(readingOf(speaker), speaker.context), speaker.view),
    );
    return { status, body, ...(replayed ? { headers: { 'Idempotency-Replayed': 'true' } } : {}) };
  };

  const respond = async (owner: KeyOwner, request: KeyRequestParts): Promise<KeyResponse> => {
    const { method, path, query, readBody } = request;
    if (method === 'GET') {
      const { data } = reader.safeParse(query);
      // A reading is done each time, whatever id it carries.
      const again = { ...request, headers: {} };
      return data === undefined ? refused(readerHelp) : say(owner, again, data, () => ({ kind: 'status' }));
    }
    const given = await readBody();
    if (path === '/api/me/undo') {
      const { data } = reader.safeParse(given === undefined ? {} : given);
      return data === undefined ? refused(readerHelp) : say(owner, request, data, () => ({ kind: 'undo' }));
    }
    const { data } = sentence.safeParse(given);
    if (data === undefined) return refused(sentenceHelp);
    return say(owner, request, data, ({ reading }) => read(data.text, reading));
  };

  return async (owner, request) => ({
    asked: `${request.method} ${request.path}`,
    ...(await respond(owner, request)),
  });
}

function refused(error: string): KeyResponse {
  return { status: 400, body: { error: `${error} Nothing was changed.` } };
}

const readerHelp =
  '`language` is a tag such as "de", `timeZone` a name such as "Europe/Berlin"; there is nothing else.';
const sentenceHelp =
  'The body is JSON of at most 16 KB: {"text": "dnd 1h"}, and as you like "language" (such as "de") and "timeZone" (such as "Europe/Berlin").';
const noSuchZone = refused('There is no such time zone: use a name such as "Europe/Berlin".');
