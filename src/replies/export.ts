/** Everything that is kept of somebody, for them: as a file, or in as many messages as it takes. */

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
 * Teams takes a message of about 25 KB, and counts two bytes for each character. What goes around the text needs room
 * as well. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const mostBytes = 22_000;
/** Code points of a value that stay together; a longer one may go on in the next message. */
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

/** The file was not wanted: what it would say can be shown. */
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
] as const;

function titleOf(table: string, view: View): string {
  const name = titled.find((one) => one === table);
  return name === undefined ? table : say(view, `export.${name}`);
}

/** Something that stays in one message, and what stands before it there. */
interface ExportPart {
  readonly before: '\n\n' | '\n- ' | ' · ';
  readonly text: string;
}

/** All of it as messages that Teams takes, in order. */
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

/** Before everything is erased: what goes, what stays, and the one button that does it. */
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

/** The button has done it: the card that had it gives way, so that nobody presses it on an old card by mistake. */
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
