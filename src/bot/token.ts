/**
 * Whether a request is the Bot Service's, from its bearer token alone: no body is read for anybody else.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */

import { verify } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BotIdentity } from '../config/config.ts';
import { guid } from '../presence/intent.ts';
import type { Keys } from './keys.ts';

/** Why not, for the log; the sender learns the status alone. */
export interface Refused {
  readonly status: 401 | 403;
  readonly reason:
    | 'no token'
    | 'no JSON Web Token'
    | 'algorithm'
    | 'issuer'
    | 'audience'
    | 'expired'
    | 'not yet valid'
    | 'unknown key'
    | 'signature'
    | 'endorsement'
    | 'service URL'
    | 'tenant';
}

/** The token is good for an activity of this service URL; undefined where tokens are not checked: in local mode. */
interface Admitted {
  readonly status: 200;
  readonly serviceUrl: string | undefined;
}

export type Admit = (authorization: string) => Promise<Admitted | Refused>;

/** Who signs, and where the keys are. */
export interface Issuer {
  readonly name: string;
  readonly metadataUrl: string;
  /** What the bot's own tokens for the Bot Service are for. */
  readonly scope: string;
}

/** The issuer among the Bot Framework's addresses. */
export function issuerOf({ sdk }: BotIdentity): Issuer {
  return {
    name: sdk.ToBotFromChannelTokenIssuer,
    metadataUrl: sdk.ToBotFromChannelOpenIdMetadataUrl,
    scope: sdk.ToChannelFromBotOAuthScope,
  };
}

interface CheckOptions {
  readonly issuer: string;
  /** The bot's client id. */
  readonly audience: string;
  readonly keys: Keys;
  readonly now: () => number;
}

/** On another thread: a flood of wrong signatures must not hold up the turns. */
const verified = promisify(verify);

/** Clocks may differ by that many seconds. */
const skewSeconds = 300;
const channel = 'msteams';

const header = z.object({
  alg: z.string(),
  kid: z.string().min(1),
  // Extensions that must be understood, and none is.
  crit: z.undefined().optional(),
});
const claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string(),
});

/** Checks a request's Authorization header. */
export function createAdmit({ issuer, audience, keys, now }: CheckOptions): Admit {
  return async (authorization) => {
    const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(authorization);
    if (token === null) return refused(authorization === '' ? 'no token' : 'no JSON Web Token');
    const [, head = '', body = '', signature = ''] = token;
    const signed = header.safeParse(partOf(head)).data;
    const claimed = claims.safeParse(partOf(body)).data;
    if (signed === undefined || claimed === undefined) return refused('no JSON Web Token');
    // What costs nothing comes first, and nothing is asked of the network for a token that cannot be good.
    if (signed.alg !== 'RS256') return refused('algorithm');
    if (claimed.iss !== issuer) return refused('issuer');
    if (guid(claimed.aud) !== audience) return refused('audience');
    const seconds = now() / 1000;
    if (seconds >= claimed.exp + skewSeconds) return refused('expired');
    if (claimed.nbf !== undefined && seconds < claimed.nbf - skewSeconds) return refused('not yet valid');
    const found = await keys.find(signed.kid);
    if (found === undefined) return refused('unknown key');
    const good = await verified(
      'RSA-SHA256',
      Buffer.from(`${head}.${body}`),
      found.key,
      Buffer.from(signature, 'base64url'),
    );
    if (!good) return refused('signature');
    if (!found.endorsements.includes(channel)) return refused('endorsement');
    return { status: 200, serviceUrl: claimed.serviceurl };
  };
}

/** The JSON in a part of a token, or undefined if it is none. */
function partOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const forbidden: ReadonlySet<Refused['reason']> = new Set(['endorsement', 'service URL', 'tenant']);

/** Who is unknown gets 401; who is known and not allowed to gets 403. */
export function refused(reason: Refused['reason']): Refused {
  return { status: forbidden.has(reason) ? 403 : 401, reason };
}
