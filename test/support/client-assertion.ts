/**
 * Judges the JWT by which an application signs in with a certificate, as Entra does:
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */

import { constants, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { ClientCertificate } from './certificates.ts';
import type { RefusalCode } from './entra-refusals.ts';

/** A registered certificate: its thumbprints, upper-case hex, and itself as PEM. */
export type RegisteredCertificate = Pick<
  ClientCertificate,
  'certificate' | 'thumbprint' | 'thumbprintSha256'
>;

interface Expected {
  readonly clientId: string;
  /** The token endpoint that was called. */
  readonly audience: string;
  readonly certificates: readonly RegisteredCertificate[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** jti → the assertion it came in, of all that were accepted; a good one is added. */
  readonly accepted: Map<string, string>;
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});
const headerSchema = z.object({
  alg: z.string(),
  x5t: z.string().optional(),
  'x5t#S256': z.string().optional(),
});
const claimsSchema = z.object({
  aud: z.string(),
  iss: z.string(),
  sub: z.string(),
  jti: z.string().min(1),
  exp: z.number(),
  nbf: z.number(),
});
const parts = z.tuple([json.pipe(headerSchema), json.pipe(claimsSchema), z.string().min(1)]);

/** How each algorithm is verified. */
const paddings: Readonly<Record<string, { padding: number; saltLength?: number }>> = {
  RS256: { padding: constants.RSA_PKCS1_PADDING },
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
};

/** Whether a client assertion names a certificate; otherwise somebody else than the application has signed it. */
export function namesCertificate(assertion: string): boolean {
  const header = json.pipe(headerSchema).safeParse(assertion.split('.')[0]);
  return header.success && (header.data.x5t ?? header.data['x5t#S256']) !== undefined;
}

/** What is wrong with the assertion, by Entra's number; undefined when it proves who the client is. */
export function judgeAssertion(assertion: string, expected: Expected): RefusalCode | undefined {
  const parsed = parts.safeParse(assertion.split('.'));
  if (!parsed.success) return 50027;
  const [header, claims, signature] = parsed.data;
  const registered = expected.certificates.find((one) => isNamed(header, one));
  if (registered === undefined) return 700027;
  const certificate = new X509Certificate(registered.certificate);
  if (expected.now >= certificate.validToDate.getTime()) return 700027;
  const padding = Object.hasOwn(paddings, header.alg) ? paddings[header.alg] : undefined;
  if (padding === undefined) return 5002727;
  const signed = Buffer.from(assertion.slice(0, assertion.lastIndexOf('.')));
  const key = { key: certificate.publicKey, ...padding };
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return 700027;
  if (claims.iss !== expected.clientId || claims.sub !== expected.clientId) return 700021;
  if (claims.aud !== expected.audience) return 700023;
  const seconds = expected.now / 1000;
  // MSAL rounds to the nearest second.
  if (claims.nbf > seconds + 1 || claims.exp <= seconds) return 700024;
  // MSAL sends one assertion again and again until its ten minutes are over; another one may not borrow its id.
  if ((expected.accepted.get(claims.jti) ?? assertion) !== assertion) return 50027;
  expected.accepted.set(claims.jti, assertion);
  return undefined;
}

/** Every thumbprint in the header must be that certificate's, and there must be one. */
function isNamed(header: z.infer<typeof headerSchema>, one: RegisteredCertificate): boolean {
  const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
  const { x5t, 'x5t#S256': x5tS256 } = header;
  return (
    (x5t ?? x5tS256) !== undefined &&
    (x5t === undefined || x5t === base64url(one.thumbprint)) &&
    (x5tS256 === undefined || x5tS256 === base64url(one.thumbprintSha256))
  );
}
