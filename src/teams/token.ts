/**
 * Checks that a request comes from the Bot Service by its bearer token, before its body is read.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */

import { base64url, errors, jwtVerify, UnsecuredJWT, type JWTHeaderParameters } from 'jose';
import * as z from 'zod';
import type { BotIdentity } from '../config/config.ts';
import type { Outbound } from '../outbound/client.ts';
import { refused, type Authenticate, type Refused } from './receive.ts';
import { nameOf } from './errors.ts';
import { createKeys, type SigningKey } from './keys.ts';
import type { Log } from './log.ts';

interface TokenCheckParts {
  readonly outbound: Outbound;
  readonly now: () => number;
  readonly log: Pick<Log, 'error'>;
}

/** Clocks may differ by that many seconds. */
const skewSeconds = 300;
const channel = 'msteams';

/** Claims that jose does not check: a single audience, and the service URL. */
const claims = z.object({ aud: z.string(), serviceurl: z.string() });

/** The header of an unsigned token. */
const unsigned = base64url.encode(JSON.stringify({ alg: 'none' }));

/** Checks a request's Authorization header: whether it is the Bot Service's, for that bot. */
export function createTokenCheck({ id, sdk }: BotIdentity, parts: TokenCheckParts): Authenticate {
  const { outbound, now, log } = parts;
  const metadataUrl = sdk.ToBotFromChannelOpenIdMetadataUrl;
  const keys = createKeys({
    metadataUrl,
    now,
    outbound,
    failed: (error) => {
      log.error({ reason: nameOf(error), url: metadataUrl }, 'the keys of the Bot Service could not be read');
    },
  });
  return async (authorization) => {
    const [, token, body = ''] = /^Bearer ([\w-]+\.([\w-]+)\.[\w-]*)$/.exec(authorization) ?? [];
    if (token === undefined) return refused(authorization === '' ? 'no token' : 'no JSON Web Token');
    const demands = {
      algorithms: ['RS256'],
      issuer: sdk.ToBotFromChannelTokenIssuer,
      // In the casing in which the bot may have been registered.
      audience: [id, id.toUpperCase()],
      requiredClaims: ['exp'],
      clockTolerance: skewSeconds,
      currentDate: new Date(now()),
    };
    let signer: SigningKey | undefined;
    try {
      // jose checks the claims last. They are checked first here: a token that cannot be valid costs no signature
      // check and no request for keys.
      const claimed = claims.safeParse(UnsecuredJWT.decode(`${unsigned}.${body}.`, demands).payload).data;
      if (claimed === undefined) return refused('no JSON Web Token');
      await jwtVerify(
        token,
        async ({ kid }: JWTHeaderParameters) => {
          if (typeof kid !== 'string' || kid === '') throw new errors.JWSInvalid('no key id');
          signer = await keys.find(kid);
          if (signer === undefined) throw new errors.JWKSNoMatchingKey();
          return signer;
        },
        demands,
      );
      if (signer?.endorsements.includes(channel) !== true) return refused('endorsement');
      return { status: 200, serviceUrl: claimed.serviceurl };
    } catch (error) {
      return refused(reasonOf(error));
    }
  };
}

/** By jose's error code, or by the claim that was wrong. */
const reasons: ReadonlyMap<string, Refused['reason']> = new Map([
  [errors.JOSEAlgNotAllowed.code, 'algorithm'],
  [errors.JWTExpired.code, 'expired'],
  [errors.JWKSNoMatchingKey.code, 'unknown key'],
  [errors.JWSSignatureVerificationFailed.code, 'signature'],
  ['iss', 'issuer'],
  ['aud', 'audience'],
  ['nbf', 'not yet valid'],
]);

function reasonOf(error: unknown): Refused['reason'] {
  // jose throws other kinds of errors for keys that it cannot use.
  if (!(error instanceof errors.JOSEError)) return 'unknown key';
  const { claim, reason } = error instanceof errors.JWTClaimValidationFailed ? error : {};
  return (
    reasons.get(claim !== undefined && reason === 'check_failed' ? claim : error.code) ?? 'no JSON Web Token'
  );
}
