/**
 * Entra's token endpoint on this machine, for the client-credentials flow alone:
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * A judge, not a friend: what it was not told of is refused, in Entra's words.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Certificates } from './certificates.ts';
import { judgeAssertion, namesCertificate, type RegisteredCertificate } from './client-assertion.ts';
import { refusalOf, type RefusalCode } from './entra-refusals.ts';
import { answer, listen, stop, textOf } from './loopback.ts';

/** An app registration, and the tenants in which it was consented to. */
export interface Application {
  readonly clientId: string;
  /** In any other tenant it is unknown. */
  readonly tenants: readonly string[];
  readonly secrets?: readonly string[];
  readonly certificates?: readonly RegisteredCertificate[];
  /** The assertions of somebody whom the application trusts, as they stand in a workload's token file. */
  readonly federated?: readonly string[];
}

/** A request to the token endpoint; never the secret or the assertion. */
export interface TokenCall {
  /** As in the path. */
  readonly tenant: string;
  /** Empty where the request names none, as is `scope`. */
  readonly clientId: string;
  readonly scope: string;
  /** What the client tried to prove itself by; an assertion without a certificate's thumbprint is federated. */
  readonly how: 'secret' | 'certificate' | 'federated' | 'nothing';
  /** undefined as long as it hangs. */
  readonly status: number | undefined;
  /** AADSTS number of the refusal. */
  readonly code?: RefusalCode;
  /** What was issued. */
  readonly token?: string;
}

export interface EntraOptions {
  readonly certificates: Pick<Certificates, 'server'>;
  readonly applications: readonly Application[];
  /** Tenants that exist beside those of the applications. */
  readonly tenants?: readonly string[];
  /** For which tokens are issued; Graph and the Bot Service by default. */
  readonly resources?: readonly string[];
  /** Called with each token before it is answered, so that whoever must take it knows it. */
  readonly onToken?: (token: string, tenant: string, call: TokenCall) => void;
}

export interface Entra {
  /** The `authorityHost`: `https://localhost:<port>`. */
  readonly url: string;
  /** Every request to the token endpoint since the start or the last `clear`; grows while it is read. */
  readonly calls: readonly TokenCall[];
  /** Resolves as soon as there are `n` calls, those that hang included; rejects after `timeoutMs`, 5,000 by default. */
  waitForCalls(n: number, timeoutMs?: number): Promise<readonly TokenCall[]>;
  /** Registers an application, in place of an earlier one with its client id. */
  register(application: Application): void;
  /** Seconds that tokens last from now on (3,599 at first), and after which they ask to be renewed (never, at first). */
  lifetime(seconds: number, refreshIn?: number): void;
  /** Refuses the next token requests, whoever they are from; several calls queue up. */
  refuseNext(code: RefusalCode, times?: number): void;
  /** Answers everything with that status and no words, until it is called with none; `retryAfter` in seconds. */
  outage(status?: number, retryAfter?: number): void;
  /** Answers nothing from now on. */
  hang(): void;
  /** Goes on with what hangs as if it arrived now, whether or not its callers still wait. */
  release(): void;
  /** Forgets the calls and the refusals still to come. */
  clear(): void;
  /** Drops open sockets. */
  close(): Promise<void>;
}

interface Form {
  readonly readable: boolean;
  /** Empty where the field is missing. */
  get(name: string): string;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Starts one with TLS on a free port of 127.0.0.1. */
export async function startEntra(options: EntraOptions): Promise<Entra> {
  const { resources = ['https://graph.microsoft.com', 'https://api.botframework.com'] } = options;
  const applications = new Map<string, Application>();
  const register = (application: Application) => {
    applications.set(application.clientId.toLowerCase(), application);
  };
  options.applications.forEach(register);
  const accepted = new Map<string, string>();
  const calls: Writable<TokenCall>[] = [];
  const waiters = new Set<() => void>();
  let refusals: RefusalCode[] = [];
  let times: { readonly expires_in: number; readonly refresh_in?: number } = { expires_in: 3599 };
  let outage: { readonly status: number; readonly headers: Record<string, string> } | undefined;
  let gate: PromiseWithResolvers<void> | undefined;
  let issued = 0;

  const server = createServer(options.certificates.server, (request, response) => {
    take(request, response).catch((error: unknown) => {
      // The caller hung up while it was still sending: nobody is left to answer.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  const url = `https://localhost:${await listen(server)}`;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { pathname } = new URL(request.url ?? '', url);
    const [, tenant = '', ...path] = pathname.split('/');
    const route = `${request.method ?? ''} ${path.join('/')}`;
    if (route === 'POST oauth2/v2.0/token') {
      await takeTokenRequest(tenant, formOf(request, body), response);
      return;
    }
    if (gate !== undefined) await gate.promise;
    if (outage !== undefined) writeOutage(response, outage);
    // Of Microsoft's own hosts MSAL knows this by heart, so that only the token endpoint tells it of a wrong tenant.
    else if (route === 'GET v2.0/.well-known/openid-configuration') answer(response, 200, metadata(tenant));
    else answer(response, 404, {});
  }

  async function takeTokenRequest(tenant: string, form: Form, response: ServerResponse): Promise<void> {
    const call: Writable<TokenCall> = {
      tenant,
      clientId: form.get('client_id'),
      scope: form.get('scope'),
      how: howOf(form),
      status: undefined,
    };
    calls.push(call);
    for (const check of waiters) check();
    if (gate !== undefined) await gate.promise;
    if (outage !== undefined) {
      call.status = outage.status;
      writeOutage(response, outage);
      return;
    }
    const code = refusals.shift() ?? judge(call, form);
    if (code !== undefined) {
      const facts = { tenant, client: call.clientId, scope: call.scope, grant: form.get('grant_type') };
      const refused = refusalOf(code, facts, Date.now());
      Object.assign(call, { code, status: refused.status });
      answer(response, refused.status, refused.body);
      return;
    }
    issued += 1;
    const token = `${tenant}-${issued}`;
    Object.assign(call, { token, status: 200 });
    options.onToken?.(token, tenant, call);
    const { expires_in } = times;
    answer(response, 200, {
      token_type: 'Bearer',
      ...times,
      ext_expires_in: expires_in,
      access_token: token,
    });
  }

  function judge({ tenant, clientId, scope, how }: TokenCall, form: Form): RefusalCode | undefined {
    if (!isTenant(tenant)) return 90002;
    if (!form.readable) return 9002313;
    if (form.get('grant_type') === '' || clientId === '' || scope === '') return 900144;
    if (form.get('grant_type') !== 'client_credentials') return 70003;
    if (!/^\S+\/\.default$/.test(scope)) return 1002012;
    const application = applications.get(clientId.toLowerCase());
    if (application === undefined || !includes(application.tenants, tenant)) return 700016;
    const unproven = judgeProof(application, tenant, how, form);
    if (unproven !== undefined) return unproven;
    return resources.includes(scope.slice(0, -'/.default'.length)) ? undefined : 500011;
  }

  function judgeProof(
    { clientId, secrets = [], certificates = [], federated = [] }: Application,
    tenant: string,
    how: TokenCall['how'],
    form: Form,
  ): RefusalCode | undefined {
    const assertion = form.get('client_assertion');
    // Two proofs at once are none.
    if (how !== 'secret' && form.get('client_secret') !== '') return 9002313;
    if (assertion !== '' && form.get('client_assertion_type') !== jwtBearer) return 7000216;
    switch (how) {
      case 'nothing':
        return 7000216;
      case 'secret':
        return secrets.includes(form.get('client_secret')) ? undefined : 7000215;
      case 'federated':
        return federated.includes(assertion) ? undefined : 700213;
      case 'certificate':
        return judgeAssertion(assertion, {
          clientId,
          audience: `${url}/${tenant}/oauth2/v2.0/token`,
          certificates,
          now: Date.now(),
          accepted,
        });
    }
  }

  function isTenant(tenant: string): boolean {
    const homes = [...applications.values()].flatMap(({ tenants }) => tenants);
    return includes([...(options.tenants ?? []), ...homes], tenant);
  }

  function metadata(tenant: string): object {
    const root = `${url}/${tenant}`;
    return {
      issuer: `${root}/v2.0`,
      authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
      token_endpoint: `${root}/oauth2/v2.0/token`,
      end_session_endpoint: `${root}/oauth2/v2.0/logout`,
      jwks_uri: `${root}/discovery/v2.0/keys`,
    };
  }

  return {
    url,
    calls,
    waitForCalls: (n, timeoutMs = 5000) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (calls.length < n) return;
          clearTimeout(timer);
          waiters.delete(check);
          resolve([...calls]);
        };
        const timer = setTimeout(() => {
          waiters.delete(check);
          const came = calls.map((call) => `\n  ${JSON.stringify(call)}`).join('') || ' nothing';
          reject(new Error(`expected ${n} token requests within ${timeoutMs} ms, got:${came}`));
        }, timeoutMs);
        waiters.add(check);
        check();
      }),
    register,
    lifetime: (seconds, refreshIn) => {
      times = { expires_in: seconds, ...(refreshIn === undefined ? {} : { refresh_in: refreshIn }) };
    },
    refuseNext: (code, count = 1) => {
      refusals.push(...Array.from({ length: count }, () => code));
    },
    outage: (status, retryAfter) => {
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      outage = status === undefined ? undefined : { status, headers };
    },
    hang: () => {
      gate ??= Promise.withResolvers();
    },
    release: () => {
      gate?.resolve();
      gate = undefined;
    },
    clear: () => {
      calls.length = 0;
      refusals = [];
    },
    close: () => stop(server),
  };
}

/** One in which a field came twice, or in another encoding, is not readable. */
function formOf({ headers }: IncomingMessage, body: string): Form {
  const fields = new URLSearchParams(body);
  const isForm = /^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '');
  return {
    readable: isForm && new Set(fields.keys()).size === fields.size,
    get: (name) => fields.get(name) ?? '',
  };
}

function howOf(form: Form): TokenCall['how'] {
  const assertion = form.get('client_assertion');
  if (assertion !== '') return namesCertificate(assertion) ? 'certificate' : 'federated';
  return form.get('client_secret') === '' ? 'nothing' : 'secret';
}

/** Ids are GUIDs, in any casing. */
function includes(ids: readonly string[], id: string): boolean {
  return ids.some((one) => one.toLowerCase() === id.toLowerCase());
}

function writeOutage(
  response: ServerResponse,
  { status, headers }: { readonly status: number; readonly headers: Record<string, string> },
): void {
  response.writeHead(status, headers);
  response.end();
}
