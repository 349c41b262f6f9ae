/** The identity library in a process of its own: which CAs it trusts is settled when a process starts. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('sign-in-main.ts', import.meta.url));

/** By what an application proves itself; files are paths. */
export type Proof = { readonly tenantId: string; readonly clientId: string } & (
  | { readonly by: 'secret'; readonly secret: string }
  | { readonly by: 'certificate' | 'federated'; readonly file: string }
);

export interface SignInRequest {
  readonly id: number;
  /** Which of the credential objects over there. */
  readonly account: number;
  readonly authorityHost: string;
  readonly proof: Proof;
  readonly scope: string;
}

interface SignIn {
  /** A new credential, and so a new cache. */
  credential(
    authorityHost: string,
    proof: Proof,
  ): {
    /** A token for that scope (Graph's by default); rejects with the library's own error as text. */
    getToken(scope?: string): Promise<string>;
  };
  close(): Promise<void>;
}

/** Starts one that trusts that CA too, or no other than Node does. */
export function startSignIn(caFile?: string): SignIn {
  const trusted = caFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: caFile };
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, ...trusted },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const closed = once(child, 'close');
  let lastAccount = 0;
  let lastId = 0;
  return {
    credential: (authorityHost, proof) => {
      lastAccount += 1;
      const account = lastAccount;
      return {
        getToken: (scope = 'https://graph.microsoft.com/.default') =>
          new Promise((resolve, reject) => {
            lastId += 1;
            const id = lastId;
            const listen = (answer: { id: number; token?: string; error?: string }) => {
              if (answer.id !== id) return;
              child.off('message', listen);
              if (answer.token === undefined) reject(new Error(answer.error ?? 'no token'));
              else resolve(answer.token);
            };
            child.on('message', listen);
            child.send({ id, account, authorityHost, proof, scope } satisfies SignInRequest);
          }),
      };
    },
    close: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
