/**
 * What Entra refuses token requests with: https://learn.microsoft.com/entra/identity-platform/reference-error-codes,
 * and for statuses and words what applications report. The words matter to a person alone; number, error and status
 * are what a client goes by.
 */

import { randomUUID } from 'node:crypto';

/** AADSTS number → HTTP status, OAuth error, and words; `{…}` is filled in. */
const refusals = {
  50027: [400, 'invalid_request', 'JWT token is invalid or malformed.'],
  53003: [
    400,
    'invalid_grant',
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  ],
  70003: [
    400,
    'unsupported_grant_type',
    "The app requested an unsupported grant type '{grant}' when requesting token.",
  ],
  90002: [
    400,
    'invalid_request',
    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
  ],
  90033: [503, 'temporarily_unavailable', 'A transient error has occurred. Please try again.'],
  500011: [
    400,
    'invalid_resource',
    'The resource principal named {scope} was not found in the tenant named {tenant}.',
  ],
  700016: [
    400,
    'unauthorized_client',
    "Application with identifier '{client}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
  ],
  700021: [
    401,
    'invalid_client',
    "Client assertion application identifier doesn't match 'client_id' parameter.",
  ],
  700023: [401, 'invalid_client', 'Client assertion audience claim does not match Realm issuer.'],
  700024: [401, 'invalid_client', 'Client assertion is not within its valid time range.'],
  700027: [
    401,
    'invalid_client',
    'The certificate with identifier used to sign the client assertion is not registered on application, or its signature failed validation.',
  ],
  700213: [
    401,
    'invalid_client',
    'No matching federated identity record found for presented assertion subject. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.',
  ],
  900144: [
    400,
    'invalid_request',
    "The request body must contain the following parameter: 'client_id', 'grant_type' or 'scope'.",
  ],
  1002012: [
    400,
    'invalid_scope',
    'The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
  ],
  5002727: [400, 'invalid_request', 'Invalid JWT header algorithm.'],
  7000112: [401, 'unauthorized_client', "Application '{client}' is disabled."],
  7000215: [
    401,
    'invalid_client',
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{client}'.",
  ],
  7000216: [
    401,
    'invalid_client',
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  ],
  7000222: [401, 'invalid_client', "The provided client secret keys for app '{client}' are expired."],
  9002313: [400, 'invalid_request', 'Invalid request. Request is malformed or invalid.'],
} as const satisfies Readonly<Record<number, readonly [number, string, string]>>;

/** A reason that is known here, by its AADSTS number. */
export type RefusalCode = keyof typeof refusals;

interface Refusal {
  readonly status: number;
  readonly body: object;
}

/** The answer for that reason, in Entra's shape; `at` in epoch milliseconds. */
export function refusalOf(
  code: RefusalCode,
  facts: Readonly<Record<'tenant' | 'client' | 'scope' | 'grant', string>>,
  at: number,
): Refusal {
  const [status, error, words] = refusals[code];
  const filled = Object.entries(facts).reduce<string>(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => value),
    words,
  );
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${filled} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
  };
}
