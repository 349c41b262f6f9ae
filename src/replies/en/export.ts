/** Everything that is kept of somebody, for them: as a file, or in as many messages as it takes. */

import type { Answer } from '../../commands/answer.ts';
import type { NoticeCard } from '../card.ts';
import { escapeMarkdown } from '../escape.ts';
import type { Reply } from '../saying.ts';

type Export = Extract<Answer, { kind: 'export' }>;
type Kept = Export['data'];

/**
 * Teams takes a message of about 25 KB, and counts two bytes for each character. What goes around the text needs room
 * as well. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const mostBytes = 22_000;
/** Code points of a value that stay together; a longer one may go on in the next message. */
const mostTogether = 1000;

const about =
  'This is everything that I keep about you: how to write to you, your zone and language, your rules for meetings, the session that I hold, the meetings you are in, and the changes of the last 30 days.';
const notInIt =
  'Not in it: the logs of the people who run this bot, which name your account with each change, and what Microsoft keeps: your presence itself, and our chat.';

/** The file, the card that offers it, and the same in words. */
export function exportReply({ data, as, instead }: Export): Reply {
  if (as === 'file') return { text: `${about} ${notInIt}`, card: offerCard, file: fileOf(data) };
  const why = instead === undefined ? '' : `${insteadText[instead]} `;
  const [text = '', ...more] = pagesOf(`${why}${about} ${notInIt}`, data);
  return { text, more, file: fileOf(data) };
}

const insteadText: Readonly<Record<NonNullable<Export['instead']>, string>> = {
  notSaved: 'The file could not be saved, so here it is in words.',
  notOffered: 'Teams takes no file here, so here it is in words.',
};

export const declinedText = 'No file was made.';

const showHere = { title: 'Show it here', act: { verb: 'exportHere' } } as const;

const offerCard: NoticeCard = {
  kind: 'notice',
  heading: 'Everything that I keep about you',
  rows: [],
  lines: [about, notInIt, 'Below, Teams asks whether to save it as a file in your OneDrive.'],
  buttons: [showHere],
};

export const declinedCard: NoticeCard = {
  kind: 'notice',
  heading: declinedText,
  rows: [],
  lines: [],
  buttons: [showHere],
};

function fileOf(data: Kept): NonNullable<Reply['file']> {
  return {
    name: 'presence-bot-my-data.json',
    description: 'Everything that the bot keeps about you',
    content: `${JSON.stringify({ about, notInIt, ...data }, undefined, 2)}\n`,
  };
}

const titles: Readonly<Record<string, string>> = {
  people: 'You',
  conversations: 'Our chat',
  leases: 'The session that I hold at Microsoft',
  claims: 'What wants that session',
  attendances: 'Meetings you are in',
  person_states: 'What I have set for you, and what undo goes back to',
  changes: 'Changes of the last 30 days',
};

/** Something that stays in one message, and what stands before it there. */
interface Piece {
  readonly before: '\n\n' | '\n- ' | ' · ';
  readonly text: string;
}

/** All of it as messages that Teams takes, in order. */
function pagesOf(heading: string, data: Kept): readonly string[] {
  const pages: string[] = [heading];
  for (const { before, text } of piecesOf(data)) {
    const page = pages.at(-1) ?? '';
    const longer = `${page}${before}${text}`;
    if (sizeOf(longer) <= mostBytes) pages[pages.length - 1] = longer;
    else pages.push(before === ' · ' ? `- … ${text}` : `${before}${text}`.trimStart());
  }
  return pages.length === 1 ? pages : pages.map((page, at) => `(${at + 1} of ${pages.length}) ${page}`);
}

function piecesOf(data: Kept): readonly Piece[] {
  const tables = Object.entries(data).filter(([, rows]) => rows.length > 0);
  if (tables.length === 0) return [{ before: '\n\n', text: 'That is nothing at present.' }];
  return tables.flatMap(([table, rows]) => [
    { before: '\n\n', text: `**${escapeMarkdown(titles[table] ?? table)}**\n` },
    ...newestFirst(rows).flatMap((row) =>
      factsOf(table === 'people' ? row : withoutOwner(row), []).map((text, at): Piece => ({
        before: at === 0 ? '\n- ' : ' · ',
        text,
      })),
    ),
  ]);
}

/** Every row is the same person's; it is said of them once. */
function withoutOwner(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name !== 'user_id' && name !== 'tenant_id'),
  );
}

/** Each value with the names that lead to it; what is empty is not kept. */
function factsOf(value: unknown, path: readonly string[]): readonly string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'object' && !(value instanceof Date))
    return Object.entries(value).flatMap(([name, inner]) => factsOf(inner, [...path, name]));
  const name = path.map(inWords).join(' ');
  const [first = '', ...others] = textOf(value, path.at(-1) ?? '').match(together) ?? [];
  const lead = name === '' ? '' : `${escapeMarkdown(name)}: `;
  return [`${lead}${escapeMarkdown(first)}`, ...others.map(escapeMarkdown)];
}

const together = new RegExp(`[^]{1,${mostTogether}}`, 'gu');

/** `ends_at` and `endsAt` are “ends at”; of a list the first is 1. */
function inWords(name: string): string {
  if (/^\d+$/.test(name)) return String(Number(name) + 1);
  return name.replace(/_/g, ' ').replace(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
}

function textOf(value: unknown, name: string): string {
  const at = value instanceof Date ? value.getTime() : isInstant(value, name) ? value : undefined;
  if (at !== undefined) return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A number that its name calls a time, of this century. */
function isInstant(value: unknown, name: string): value is number {
  return typeof value === 'number' && /(?:^a|A|_a)t$/.test(name) && value > 9.4e11 && value < 4.1e12;
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

/** Two bytes a character, or more where UTF-8 needs them; escaped once more on its way. */
function sizeOf(text: string): number {
  return Math.max(text.length * 2, new TextEncoder().encode(JSON.stringify(text)).length);
}
