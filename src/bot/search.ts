/** The messaging extension's search: what was typed, previewed as a wish, and the people of this chat by name. */

import type { TurnContext } from 'botbuilder';
import { encode } from 'html-entities';
import { iconUrl, renderCard } from '../cards/render.ts';
import { answer } from '../commands/index.ts';
import type { Desk } from '../commands/desk.ts';
import { matching } from '../commands/match.ts';
import { isCommand, read } from '../language/read.ts';
import type { Change } from '../presence/change.ts';
import type { ReadPresences } from '../presence/ports.ts';
import { found, type Finding, type Found } from '../replies/found.ts';
import type { Saying } from '../replies/saying.ts';
import { speak } from './outgoing.ts';
import type { Person, Roster } from './people.ts';
import { queryValue, searchAnswer, type Result } from './protocol.ts';
import type { Turn } from './turn.ts';

export interface SearchParts {
  readonly roster: Roster;
  readonly readMany: ReadPresences;
}

/** What an empty search offers. */
const presets = ['dnd 1h', 'busy 30m', 'brb 15m', 'away until tomorrow 9am'];
/** Teams shows no more at once. */
const pageSize = 25;

/** The answer to `composeExtension/query`; undefined for a malformed one. */
export async function search(turn: Turn, parts: SearchParts): Promise<unknown> {
  const query = queryValue.safeParse(turn.activity.value).data;
  if (query === undefined) return undefined;
  if (turn.sender === undefined) return said({ kind: 'guest' }, turn);
  const desk = turn.desk(turn.sender, 'extension');
  const typed = typedIn(query.parameters ?? []);
  const skip = query.queryOptions?.skip ?? 0;
  const count = Math.min(query.queryOptions?.count ?? pageSize, pageSize);
  if (typed === '') return page(await firstRun(turn, desk), skip, count, turn);

  const wish = await wished(typed, turn, desk);
  const people = await peopleCalled(typed, turn, parts.roster);
  const wishes = wish.kind === 'finding' ? [wish.finding] : [];
  if (wishes.length === 0 && (people === undefined || people.length === 0)) {
    if (wish.kind === 'unclear' && people !== undefined) return said(wish.saying, turn);
    return said(people === undefined ? { kind: 'noRoster' } : { kind: 'nobody', name: typed }, turn);
  }
  const from = Math.max(0, skip - wishes.length);
  const shown = (people ?? []).slice(from, Math.max(from, skip + count - wishes.length));
  return page([...wishes.slice(skip), ...(await withPresence(shown, turn, parts))], 0, count, turn);
}

function typedIn(parameters: readonly { name?: string | null | undefined; value?: unknown }[]): string {
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  return typeof typed === 'string' ? typed.trim() : '';
}

/** The sender's own presence, and sentences to begin with. */
async function firstRun(turn: Turn, desk: Desk): Promise<readonly Finding[]> {
  const own = await desk.presence();
  const offered = await Promise.all(presets.map((sentence) => wished(sentence, turn, desk)));
  return [
    {
      kind: 'person',
      name: nameOf(turn),
      self: true,
      snapshot: own.ok ? own.snapshot : undefined,
    },
    ...offered.flatMap((wish) => (wish.kind === 'finding' ? [wish.finding] : [])),
  ];
}

type Wished =
  | { readonly kind: 'finding'; readonly finding: Finding }
  /** About presence, but asked back, refused or impossible. */
  | { readonly kind: 'unclear'; readonly saying: Saying }
  | { readonly kind: 'none' };

/** What was typed, read and judged as in a chat, and not carried out. */
async function wished(typed: string, turn: Turn, desk: Desk): Promise<Wished> {
  const reading = read(typed, turn.reading);
  if (reading.kind === 'none') return { kind: 'none' };
  const saying = await answer(isCommand(reading) ? { kind: 'whatIf', of: reading } : reading, desk);
  if (saying.kind === 'whatIf') {
    return setsSomething(saying.change)
      ? {
          kind: 'finding',
          finding: { kind: 'announcement', change: saying.change, sender: nameOf(turn) },
        }
      : { kind: 'none' };
  }
  return saying.kind === 'noChange' ? { kind: 'none' } : { kind: 'unclear', saying };
}

function setsSomething({ steps }: Change): boolean {
  return steps.some(({ holding }) => holding !== undefined);
}

/** The people of this chat or team by that name; undefined where the roster cannot be read. */
async function peopleCalled(
  typed: string,
  { context, activity }: Turn,
  roster: Roster,
): Promise<readonly Person[] | undefined> {
  const people = await roster(context, teamOf(context) ?? activity.conversation.id).catch(() => undefined);
  return people === undefined ? undefined : matching(people, typed);
}

/** In a channel the roster is the team's. */
function teamOf(context: TurnContext): string | undefined {
  const data: unknown = context.activity.channelData;
  const team = typeof data === 'object' && data !== null && 'team' in data ? data.team : undefined;
  return typeof team === 'object' && team !== null && 'id' in team && typeof team.id === 'string'
    ? team.id
    : undefined;
}

async function withPresence(
  people: readonly Person[],
  { sender }: Turn,
  { readMany }: SearchParts,
): Promise<readonly Finding[]> {
  if (people.length === 0) return [];
  const read = await readMany(people.map(({ userId }) => userId));
  return people.map(({ userId, name }) => ({
    kind: 'person',
    name,
    self: userId === sender?.userId,
    snapshot: read.ok ? read.snapshots.get(userId) : undefined,
  }));
}

function page(findings: readonly Finding[], skip: number, count: number, turn: Turn): unknown {
  return searchAnswer.results(
    findings.slice(skip, skip + count).map((finding) => resultOf(found(finding, turn.view), turn)),
  );
}

function resultOf({ title, text, icon, card }: Found, turn: Turn): Result {
  const { refreshes: _, ...seat } = turn.seat;
  return {
    content: renderCard(card, `${title}: ${text}`, seat),
    // A thumbnail's text is HTML to some clients.
    preview: { title, text: encode(text, { level: 'xml' }), image: iconUrl(icon) },
  };
}

function said(saying: Saying, turn: Turn): unknown {
  return searchAnswer.text(speak(saying, turn.view, turn.seat).summary);
}

function nameOf({ activity }: Turn): string {
  return activity.from.name ?? 'I';
}
