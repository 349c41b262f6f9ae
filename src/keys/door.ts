/**
 * The door that a personal key opens: `/api/me` for devices and automations, `/mcp` for agents. Who comes is decided before
 * anything else is read of a request, and whoever has no key hears one answer.
 */

import type { Services } from '../commands/context.ts';
import type { Guid } from '../presence/intent.ts';
import type { AuditKey, KeyDoorRecords, KeyOwner } from '../presence/personal-key.ts';
import { createPerMinute } from '../timing/per-minute.ts';
import { createApi } from './api.ts';
import { createOnce } from './once.ts';
import { openApi } from './openapi.ts';
import type { KeyHandler, KeyRequestParts, KeyResponse } from './request.ts';

export interface KeyDoorParts {
  readonly services: Services;
  readonly records: KeyDoorRecords;
  /** Tenants whose people may use the bot; undefined: all. */
  readonly tenants: readonly Guid[] | undefined;
  readonly audit: AuditKey;
  /** How long an answer is waited for. */
  readonly answerMs?: number | undefined;
}

export interface KeyDoor {
  /** Answers a request. Never rejects. */
  answer(request: KeyRequestParts): Promise<KeyResponse>;
  /** The OpenAPI document. */
  readonly openApi: object;
}

const requestsPerMinute = 30;
/** Requests that are being answered; more are told to come again. */
const mostAtOnce = 64;
const bearer = /^Bearer ([\x21-\x7e]{1,200})$/i;

/** The same for no key, a malformed one, a wrong one, and one that has ended. */
const noKey: KeyResponse = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Bearer' },
  body: { error: 'This takes a personal key: Authorization: Bearer presencekey_…' },
};
const notNow: KeyResponse = {
  status: 503,
  headers: { 'Retry-After': '5' },
  body: { error: 'Not now. Nothing was changed; send the same again later.' },
};

export function createKeyDoor(parts: KeyDoorParts): KeyDoor {
  const { services, records, tenants, audit } = parts;
  const overLimit = createPerMinute(requestsPerMinute);
  const once = createOnce({ records, log: services.log, answerMs: parts.answerMs });
  const api = createApi({ services, once });
  let mcp: Promise<KeyHandler> | undefined;
  let underWay = 0;

  /** Only whoever is called by an agent loads what agents speak. */
  const handlerOf = (path: KeyRequestParts['path']): Promise<KeyHandler> | KeyHandler => {
    if (path !== '/mcp') return api;
    mcp ??= import('./mcp.ts').then(({ createMcp }) => createMcp({ services, once }));
    return mcp;
  };

  const admitted = async (request: KeyRequestParts, owner: KeyOwner): Promise<KeyResponse> => {
    const { number, who } = owner;
    const over = overLimit(String(number), services.now());
    const { asked, ...response } =
      over === undefined
        ? await (
            await handlerOf(request.path)
          )(owner, request)
        : { asked: `${request.method} ${request.path}`, ...tooMany(over.seconds) };
    audit({ kind: 'used', who, number, asked, status: response.status });
    return response;
  };

  const answer = async (request: KeyRequestParts): Promise<KeyResponse> => {
    const secret = bearer.exec(request.headers['authorization'] ?? '')?.[1];
    if (secret === undefined) return noKey;
    if (underWay >= mostAtOnce) return notNow;
    underWay += 1;
    try {
      const owner = await records.owner(secret);
      if (owner === undefined || tenants?.includes(owner.who.tenantId) === false) return noKey;
      return await admitted(request, owner);
    } catch (error) {
      // Never what the error says: it may quote what people wrote.
      services.log.warn(
        { error: error instanceof Error ? error.name : typeof error },
        'a request with a key could not be answered',
      );
      return notNow;
    } finally {
      underWay -= 1;
    }
  };
  return { answer, openApi };
}

function tooMany(seconds: number): KeyResponse {
  return {
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { error: `More than ${requestsPerMinute} requests in a minute. Nothing was changed.` },
  };
}
