/** `GET /privacy` and `GET /terms`, which the app's manifest names: small pages, or the way to the operator's own. */

import { readFileSync } from 'node:fs';
import type { Request, Response, Server } from 'restify';

/** Where the operator's own pages are; what is left out is served from here. */
export interface Pages {
  readonly privacy?: string;
  readonly terms?: string;
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'public, max-age=3600',
};

export function servePages(server: Pick<Server, 'get' | 'head'>, pages: Pages): void {
  for (const name of ['privacy', 'terms'] as const) {
    const elsewhere = pages[name];
    const text = readFileSync(new URL(`./pages/${name}.html`, import.meta.url), 'utf8');
    const answer = (_request: Request, response: Response, next: () => void) => {
      if (elsewhere === undefined) response.sendRaw(200, text, headers);
      else response.sendRaw(302, '', { Location: elsewhere });
      next();
    };
    server.get(`/${name}`, answer);
    // Whoever checks links asks so.
    server.head(`/${name}`, answer);
  }
}
