/** Who is let in, and why somebody is not. */

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

export type Authenticate = (authorization: string) => Promise<Admitted | Refused>;

const forbidden: ReadonlySet<Refused['reason']> = new Set(['endorsement', 'service URL', 'tenant']);

/** Who is unknown gets 401; who is known and not allowed to gets 403. */
export function refused(reason: Refused['reason']): Refused {
  return { status: forbidden.has(reason) ? 403 : 401, reason };
}
