/** Other systems that may tell of meetings: their names, and the keys that they sign with. */

import { z } from 'zod';

const keyBytes = { least: 24, most: 64 };

/** A name is in an address, and beside Teams' own meetings. */
const sourceName = /^(?!teams$)[a-z0-9][a-z0-9-]{0,31}$/;

/** Whether it is a key as Standard Webhooks have them: https://github.com/standard-webhooks/standard-webhooks */
function isKey(key: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(key)) return false;
  const { length } = Buffer.from(key.slice('whsec_'.length), 'base64');
  return length >= keyBytes.least && length <= keyBytes.most;
}

const entry = z
  .string()
  .transform((text): [string, string] => {
    const at = text.indexOf('=');
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  })
  .refine(([name, key]) => sourceName.test(name) && isKey(key));

/** `rooms=whsec_…,desk=whsec_…` → the key of each source. */
export const hookKeys = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((one) => one.trim() !== ''))
  .pipe(z.array(entry))
  .refine((entries) => new Set(entries.map(([name]) => name)).size === entries.length)
  .transform((entries): Readonly<Record<string, string>> => Object.fromEntries(entries));

export const hookKeysFix = `use name=key for each source, with commas between: a name has up to 32 lower-case letters, digits and hyphens, is there once and is not teams; a key is whsec_ and ${keyBytes.least} to ${keyBytes.most} random bytes in base64, as \`echo "whsec_$(openssl rand -base64 32)"\` makes it.`;
