/**
 * A personal key as text: a prefix by which scanners find a leaked one, 256 random bits, and a checksum of both, by which
 * a text that is no key is told without a look-up, as GitHub's tokens do:
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */

import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const prefix = 'presencekey_';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Digits in base 62 for 256 bits, and for the checksum's 32. */
const length = { random: 43, sum: 6 };
const shape = new RegExp(`^${prefix}[0-9A-Za-z]{${length.random}}[0-9A-Za-z]{${length.sum}}$`);

/** A new key, as it is shown once. */
export function newSecret(): string {
  const body = prefix + inDigits(BigInt(`0x${randomBytes(32).toString('hex')}`), length.random);
  return body + sumOf(body);
}

/** What is kept of a key and found again; undefined: it is no key. Of 256 random bits one round of SHA-256 tells nothing. */
export function hashOf(secret: string): string | undefined {
  if (!shape.test(secret)) return undefined;
  const body = secret.slice(0, -length.sum);
  return secret === body + sumOf(body) ? createHash('sha256').update(secret).digest('hex') : undefined;
}

function sumOf(body: string): string {
  return inDigits(BigInt(crc32(body)), length.sum);
}

function inDigits(number: bigint, count: number): string {
  const base = BigInt(digits.length);
  let [text, rest] = ['', number];
  for (let at = 0; at < count; at += 1) {
    text = (digits[Number(rest % base)] ?? '') + text;
    rest /= base;
  }
  return text;
}
