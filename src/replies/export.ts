/** The export of a person's stored data, as a file or as messages; and the cards about erasing it. */

import { say } from '../locales/say.ts';
import type { Answer } from '../commands/answer.ts';
import type { NoticeCard } from './card.ts';
import { escapeMarkdown, plainText } from './plain.ts';
import { paragraph } from './phrases.ts';
import type { Reply } from './reply-content.ts';
import type { View } from './time.ts';
import { exampleOf } from './examples.ts';

type Export = Extract<Answer, { kind: 'export' }>;
type ExportedRows = Export['data'];

/**
 * Teams accepts messages of about 25 KB, and counts two bytes for each character. What goes around the text needs room
 * as well. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const mostBytes = 22_000;
/** Code points after which a long value may be split over two messages. */
const mostTogether = 1000;

/** The file, the card that offers it, and the same in words. */
export function exportReply({ data, as, instead }: Export, view: View): Reply {
  const about = [say(view, 'export.about'), say(view, 'export.notInIt')];
  const file = fileOf(data, about, view);
  if (as === 'file') return { text: paragraph(about), card: offerCard(about, view), file };
  const why = instead === undefined ? '' : say(view, `export.${instead}`);
  const [text = '', ...more] = pagesOf(paragraph([why, ...about]), data, view);
  return { text, more, file };
}

function offerCard(about: readonly string[], view: View): NoticeCard {
  return {
    kind: 'notice',
    heading: say(view, 'export.heading'),
    rows: [],
    lines: [...about, say(view, 'export.asks')],
    buttons: [showHere(view)],
  };
}

/** The file was declined; the data can be shown instead. */
export function declinedCard(view: View): NoticeCard {
  return {
    kind: 'notice',
    heading: say(view, 'export.declined'),
    rows: [],
    lines: [],
    buttons: [showHere(view)],
  };
}

function showHere(view: View): NoticeCard['buttons'][number] {
  return { title: say(view, 'export.show'), act: { verb: 'exportHere' } };
}

function fileOf(data: ExportedRows, about: readonly string[], view: View): NonNullable<Reply['file']> {
  return {
    name: say(view, 'export.file'),
    description: say(view, 'export.fileDescription'),
    content: `${JSON.stringify({ about, ...data }, undefined, 2)}\n`,
  };
}

/** The tables that have a name for people. */
const titled = [
  'people',
  'conversations',
  'session_slots',
  'claims',
  'attendances',
  'person_states',
  'changes',
  'schedules',
  'calendars',
  'personal_keys',
  'key_requests',
] as const;

function titleOf(table: string, view: View): string {
  const name = titled.find((one) => one === table);
  return name === undefined ? table : say(view, `export.${name}`);
}

/** A part that stays in one message, and the heading above it. */
interface ExportPart {
  readonly before: '\n\n' | '\n- ' | ' · ';
  readonly text: string;
}

/** All parts as messages that Teams accepts, in order. */
function pagesOf(heading: string, data: ExportedRows, view: View): readonly string[] {
  const pages: string[] = [heading];
  for (const { before, text } of piecesOf(data, view)) {
    const page = pages.at(-1) ?? '';
    const longer = `${page}${before}${text}`;
    if (sizeOf(longer) <= mostBytes) pages[pages.length - 1] = longer;
    else pages.push(before === ' · ' ? `- … ${text}` : `${before}${text}`.trimStart());
  }
  return pages.length === 1
    ? pages
    : pages.map((text, at) => say(view, 'export.page', { page: at + 1, pages: pages.length, text }));
}

function piecesOf(data: ExportedRows, view: View): readonly ExportPart[] {
  const tables = Object.entries(data).filter(([, rows]) => rows.length > 0);
  if (tables.length === 0) return [{ before: '\n\n', text: say(view, 'export.nothing') }];
  return tables.flatMap(([table, rows]) => [
    { before: '\n\n', text: `**${escapeMarkdown(titleOf(table, view))}**\n` },
    ...newestFirst(rows).flatMap((row) =>
      factsOf(table === 'people' ? row : withoutOwner(row), []).map((text, at): ExportPart => ({
        before: at === 0 ? '\n- ' : ' · ',
        text,
      })),
    ),
  ]);
}

/** Fields about the person are the same in every row, and said once. */
function withoutOwner(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name !== 'user_id' && name !== 'tenant_id'),
  );
}

/** Each value with its path of names; empty values are left out. */
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

/** Whether a number is a time, by its name and size. */
function isInstant(value: unknown, name: string): value is number {
  return typeof value === 'number' && /(?:^a|A|_a)t$/.test(name) && value > 9.4e11 && value < 4.1e12;
}

function newestFirst(rows: readonly unknown[]): readonly unknown[] {
  return rows
    .map((row) => ({ row, at: timeOf(row) }))
    .sort((one, other) => other.at - one.at)
    .map(({ row }) => row);
}

/** A row's time, or 0. */
function timeOf(row: unknown): number {
  const at = typeof row === 'object' && row !== null && 'at' in row ? row.at : undefined;
  if (at instanceof Date) return at.getTime();
  const time = typeof at === 'number' ? at : typeof at === 'string' ? Date.parse(at) : 0;
  return Number.isFinite(time) ? time : 0;
}

/** Size in a message: two bytes a character, or more in UTF-8, plus JSON escapes. */
function sizeOf(text: string): number {
  return Math.max(text.length * 2, new TextEncoder().encode(JSON.stringify(text)).length);
}

/** Asks before everything is erased: what goes, what stays, and the button that does it. */
export function forgetCard(signedIn: boolean, view: View): NoticeCard {
  const { title, say: sentence } = exampleOf('forget.show', view);
  return {
    kind: 'notice',
    heading: say(view, 'forget.heading'),
    rows: [{ icon: 'problem', title: say(view, 'forget.title'), detail: say(view, 'forget.detail') }],
    lines: [say(view, 'forget.stays'), ...(signedIn ? [say(view, 'forget.signIn')] : [])].map(plainText),
    buttons: [
      { title: say(view, 'forget.button'), act: { verb: 'forget' } },
      { title, act: { verb: 'run', say: sentence } },
    ],
  };
}

/** Replaces the card with the erase button, so that nobody presses it by mistake later. */
export function forgottenCard(
  { signedIn, sessionMayStay }: Extract<Answer, { kind: 'forgotten' }>,
  view: View,
): NoticeCard {
  return {
    kind: 'notice',
    heading: '',
    rows: [{ icon: 'cleared', title: say(view, 'forgotten.title'), detail: say(view, 'forgotten.detail') }],
    lines: [
      ...(sessionMayStay ? [say(view, 'forgotten.sessionStays')] : []),
      say(view, 'forgotten.stays'),
      say(view, 'forgotten.again'),
      ...(signedIn ? [say(view, 'forget.signIn')] : []),
    ].map(plainText),
    buttons: [],
  };
}
