/** A bot with personal keys, and a key as somebody gets one: from the card in their chat. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { message } from '../support/activities.ts';
import { startBot, type BotOptions, type BotUnderTest } from '../support/bot.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardFor, cardWords } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-keys-');
let made = 0;

/** Options of a bot on a store of its own, or on that of this name. */
export function withKeys(
  environment: Readonly<Record<string, string>> = {},
  name = String((made += 1)),
): BotOptions {
  return {
    remembers: true,
    environment: { PERSONAL_KEYS: 'on', DATA_DIR: join(folder, name), ...environment },
  };
}

export function startWithKeys(options: Partial<BotOptions> = {}): Promise<BotUnderTest> {
  return startBot({ ...withKeys(), ...options });
}

/** Makes one in the person's chat; by default Avery's, in New York. */
export async function makeKey(
  bot: BotUnderTest,
  said = 'key Stream Deck',
  parts: Partial<Parameters<typeof message>[0]> = {},
): Promise<string> {
  const words = cardWords(await cardFor(bot, said, parts));
  const [secret] = /presencekey_\w+/.exec(words) ?? assert.fail(words);
  return secret;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { readonly outcome?: string; readonly text?: string };
}

interface Call {
  readonly key?: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends that to `/api/me` with the key; without a body it reads. */
export async function callMe(bot: BotUnderTest, body: unknown, call: Call = {}): Promise<Answered> {
  const { key, path = '/api/me', method = body === undefined ? 'GET' : 'POST', headers = {} } = call;
  const response = await fetch(`http://127.0.0.1:${bot.app.port}${path}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answered['body'],
  };
}
