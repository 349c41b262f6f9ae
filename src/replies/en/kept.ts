/** What is kept of somebody: shown to them, and erased. */

import type { Answer } from '../../commands/answer.ts';

type Kept = Extract<Answer, { kind: 'export' }>['data'];

/**
 * Teams takes a message of about 25 KB, and counts two bytes for each character. What goes around the text needs room
 * as well. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const mostBytes = 22_000;

export function exportText(data: Kept): string {
  const { json, left } = fitting(data);
  return [
    'This is everything that I keep about you: how to write to you, your zone and language, your rules for meetings, the sessions that I hold (leases and claims), the meetings you are in, and the changes of the last 30 days.',
    'Not in it: the logs of the people who run this bot, which name your account with each change, and what Microsoft keeps: your presence itself, and our chat.',
    left === 0 ? '' : leftText(left),
    `\n\n\`\`\`\n${json}\n\`\`\``,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function leftText(count: number): string {
  return `It is too long for one message: ${count === 1 ? 'the oldest entry is' : `the ${count} oldest entries are`} left out. The people who run this bot can give you all of it.`;
}

interface Fitting {
  readonly json: string;
  /** How many of the oldest entries are left out. */
  readonly left: number;
}

/** As much as fits a message: of the longest list, the oldest go first. */
function fitting(data: Kept): Fitting {
  const kept = new Map(Object.entries(data).map(([name, rows]) => [name, newestFirst(rows)]));
  let left = 0;
  for (;;) {
    const json = jsonOf(kept);
    const over = sizeOf(json) - mostBytes;
    const [name, rows] = longestOf(kept);
    if (over <= 0 || name === undefined || rows.length === 0) return { json, left };
    const count = Math.min(rows.length, Math.max(1, oldestOf(rows, over)));
    kept.set(name, rows.slice(0, -count));
    left += count;
  }
}

/** How many of the last rows are so many bytes, at least nearly. */
function oldestOf(rows: readonly unknown[], bytes: number): number {
  let size = 0;
  let count = 0;
  for (const row of rows.toReversed()) {
    if (size >= bytes) break;
    size += sizeOf(lineOf(row));
    count += 1;
  }
  return count;
}

/** Changes are what grows; where there are none, what else is the longest. */
function longestOf(
  kept: ReadonlyMap<string, readonly unknown[]>,
): readonly [string | undefined, readonly unknown[]] {
  const changes = kept.get('changes') ?? [];
  if (changes.length > 0) return ['changes', changes];
  return [...kept].sort(([, one], [, other]) => other.length - one.length)[0] ?? [undefined, []];
}

function newestFirst(rows: readonly unknown[]): readonly unknown[] {
  return rows
    .map((row) => ({ row, at: timeOf(row) }))
    .sort((one, other) => other.at - one.at)
    .map(({ row }) => row);
}

/** When a row is of; 0 where it does not say. */
function timeOf(row: unknown): number {
  const at = typeof row === 'object' && row !== null && 'at' in row ? row.at : undefined;
  if (at instanceof Date) return at.getTime();
  const time = typeof at === 'number' ? at : typeof at === 'string' ? Date.parse(at) : 0;
  return Number.isFinite(time) ? time : 0;
}

/** JSON with a line for each row. */
function jsonOf(kept: ReadonlyMap<string, readonly unknown[]>): string {
  const lists = [...kept].map(([name, rows]) => {
    const lines = rows.map((row) => `    ${lineOf(row)}`).join(',\n');
    return `  ${safe(JSON.stringify(name))}: ${rows.length === 0 ? '[]' : `[\n${lines}\n  ]`}`;
  });
  return `{\n${lists.join(',\n')}\n}`;
}

function lineOf(row: unknown): string {
  // JSON.stringify gives nothing for undefined, whatever its type says.
  return safe(JSON.stringify(row ?? null));
}

/** A back-tick would end the block, and a tag might be obeyed; JSON can always spell them differently. */
function safe(json: string): string {
  return json.replace(/[`<>&]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
}

/** Two bytes a character, or more where UTF-8 needs them; escaped once more on its way. */
function sizeOf(text: string): number {
  return Math.max(text.length * 2, new TextEncoder().encode(JSON.stringify(text)).length);
}

/** What goes, in words. */
export const erased =
  'how to write to you, your rules for meetings, sessions and meetings on record, and the changes of the last 30 days';

export function privacyText(): string {
  return `${privacyLines.join(' ')} The privacy notice is on my page in Teams, under About.`;
}

export const privacyLines: readonly string[] = [
  `I keep what I need to do what you ask: ${erased}. My last question to you is remembered for five minutes.`,
  '`export my data` shows all of it, `forget me` erases it.',
];

export function forgetFirstText(signedIn: boolean): string {
  return [
    `Shall I forget you? That erases everything that I keep about you: ${erased}. It ends the session that I hold for you, if there is one, and cannot be undone.`,
    staysText,
    signedIn ? signInStays : '',
    'Nothing was changed.',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** What Microsoft has is not the bot's to forget. */
export const staysText =
  'A status or a message that I have set stays at Microsoft until it ends: send `clear everything` first to take it back.';

export const signInStays = 'Your sign-in stays; `sign out` takes it back.';

export const afterwards: readonly string[] = [
  'A status or a message that I had set stays at Microsoft until it ends; `clear everything` still takes it back.',
  'When you write to me again, I remember how to reach you. Meetings change nothing until you turn that on again.',
];

export function forgottenText(signedIn: boolean): string {
  return [
    `I have forgotten everything that I kept about you: ${erased}.`,
    ...afterwards,
    signedIn ? signInStays : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
