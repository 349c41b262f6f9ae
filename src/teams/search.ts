/** The messaging extension's search: what was typed, previewed as a request, and the people of this chat by name. */

import { encode } from 'html-entities';
import { iconUrl, renderCard } from '../cards/render.ts';
import { answer } from '../commands/index.ts';
import type { CommandContext, Services } from '../commands/context.ts';
import { matching } from './match.ts';
import { isCommand, read } from '../parser/read.ts';
import { say, sayings } from '../locales/say.ts';
import type { Change } from '../presence/change.ts';
import type { Sender } from '../presence/intent.ts';
import { searchResult, type SearchFinding, type SearchResult } from '../replies/search-result.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import { renderReply } from './outgoing.ts';
import { rosterFailure, type RosterMember, type Roster } from './roster.ts';
import { queryValue, searchAnswer, type FoundCard } from './invoke-values.ts';
import type { Turn } from './turn.ts';
import { withTimeout } from '../timing/with-timeout.ts';

export interface SearchParts {
  readonly roster: Roster;
  readonly services: Pick<Services, 'readMany' | 'readsOthers'>;
  /** Milliseconds in which every invoke is answered. */
  readonly invokeMs: number;
}

/** What an empty search offers. */
const presets = 'found.presets';
/** Teams shows no more at once. */
const pageSize = 25;
/** Share of an invoke's time for finding people, if there is something else to show. */
const shareOfPeople = 0.8;

/** The answer to `composeExtension/query`; undefined for a malformed one. */
export async function search(turn: Turn, parts: SearchParts): Promise<unknown> {
  const query = queryValue.safeParse(turn.activity.value).data;
  if (query === undefined) return undefined;
  if (turn.sender === undefined) return said({ kind: 'guest' }, turn);
  const commandContext = turn.commandContext(turn.sender, 'extension');
  const typed = typedIn(query.parameters ?? []);
  const skip = query.queryOptions?.skip ?? 0;
  const room: ResultRange = {
    from: skip,
    to: skip + Math.min(query.queryOptions?.count ?? pageSize, pageSize),
  };
  return typed === ''
    ? firstRun(turn.sender, room, commandContext, turn, parts)
    : searchFor(typed, room, commandContext, turn, parts);
}

/** Which results are shown, counted from 0; `to` is beyond the last. */
interface ResultRange {
  readonly from: number;
  readonly to: number;
}

/** The sender's own presence, and sentences to begin with. */
async function firstRun(
  { userId }: Sender,
  { from, to }: ResultRange,
  commandContext: CommandContext,
  turn: Turn,
  parts: SearchParts,
): Promise<unknown> {
  const own = ifInTime(withPresence([{ userId, name: nameOf(turn) }], turn, parts), parts);
  const offered = await Promise.all(
    sayings(turn.view, presets).map((sentence) => previewed(sentence, turn, commandContext)),
  );
  return page([...peopleIn(await own), ...offered.flatMap(findingsIn)].slice(from, to), turn);
}

async function searchFor(
  typed: string,
  { from, to }: ResultRange,
  commandContext: CommandContext,
  turn: Turn,
  parts: SearchParts,
): Promise<unknown> {
  const request = await previewed(typed, turn, commandContext);
  const pending = findingsIn(request);
  const room = { from: Math.max(0, from - pending.length), to: Math.max(0, to - pending.length) };
  const looking = peopleCalled(typed, room, turn, parts);
  if (pending.length > 0) {
    return page([...pending.slice(from, to), ...peopleIn(await ifInTime(looking, parts))], turn);
  }
  const people = await looking;
  if (people.ok) return page(people.found, turn);
  // A request that was not clear, and no such person here: say what was unclear.
  const nobody = ['nobody', 'noRoster', 'rosterFailed', 'ownOnly'].includes(people.content.kind);
  return said(nobody && request.kind === 'unclear' ? request.content : people.content, turn);
}

/** The result if it comes in time to be shown beside others; undefined otherwise. */
async function ifInTime<T>(work: Promise<T>, { invokeMs }: SearchParts): Promise<T | undefined> {
  const first = await withTimeout(invokeMs * shareOfPeople, work);
  return first.late ? undefined : first.value;
}

function typedIn(parameters: readonly { name?: string | null | undefined; value?: unknown }[]): string {
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  return typeof typed === 'string' ? typed.trim() : '';
}

type Previewed =
  | { readonly kind: 'finding'; readonly finding: SearchFinding }
  /** A request that was asked back, refused or impossible. */
  | { readonly kind: 'unclear'; readonly content: ReplyContent }
  | { readonly kind: 'none' };

function findingsIn(request: Previewed): readonly SearchFinding[] {
  return request.kind === 'finding' ? [request.finding] : [];
}

/** What was typed, read and judged as in a chat, and not carried out. */
async function previewed(typed: string, turn: Turn, commandContext: CommandContext): Promise<Previewed> {
  const reading = read(typed, turn.reading);
  if (reading.kind === 'none') return { kind: 'none' };
  const content = await answer(
    isCommand(reading) ? { kind: 'whatIf', of: reading } : reading,
    commandContext,
  );
  if (content.kind === 'whatIf') {
    return setsSomething(content.change)
      ? {
          kind: 'finding',
          finding: { kind: 'announcement', change: content.change, sender: nameOf(turn) },
        }
      : { kind: 'none' };
  }
  return content.kind === 'noChange' || content.kind === 'wouldKeep'
    ? { kind: 'none' }
    : { kind: 'unclear', content };
}

function setsSomething({ steps }: Change): boolean {
  return steps.some(({ holding }) => holding !== undefined);
}

/** People to show, or why there are none. */
type SearchablePeople =
  | { readonly ok: true; readonly found: readonly SearchFinding[] }
  | { readonly ok: false; readonly content: ReplyContent };

function peopleIn(people: SearchablePeople | undefined): readonly SearchFinding[] {
  return people?.ok === true ? people.found : [];
}

/** Of the people of this chat or team by that name, those on this page, with their presence. */
async function peopleCalled(
  typed: string,
  { from, to }: ResultRange,
  turn: Turn,
  parts: SearchParts,
): Promise<SearchablePeople> {
  if (!parts.services.readsOthers) return { ok: false, content: { kind: 'ownOnly' } };
  const members = await parts.roster(turn).catch(rosterFailure);
  if (typeof members === 'string') return { ok: false, content: { kind: members } };
  const people = matching(members.people, typed);
  if (people.length === 0) return { ok: false, content: { kind: 'nobody', name: typed } };
  return withPresence(people.slice(from, to), turn, parts, typed);
}

/** The presence of those people; if it could not be read, none of them is shown. */
async function withPresence(
  people: readonly Pick<RosterMember, 'userId' | 'name'>[],
  { sender }: Turn,
  { services }: SearchParts,
  wanted = '',
): Promise<SearchablePeople> {
  if (people.length === 0 || sender === undefined) return { ok: true, found: [] };
  const read = await services.readMany(
    sender,
    people.map(({ userId }) => userId),
  );
  if (!read.ok) {
    const [only, ...others] = people;
    const name = others.length === 0 && only !== undefined ? only.name : wanted;
    return { ok: false, content: { kind: 'colleagueFailed', name, failure: read.failure } };
  }
  return {
    ok: true,
    found: people.map(({ userId, name }) => ({
      kind: 'person',
      name,
      self: userId === sender.userId,
      snapshot: read.snapshots.get(userId),
    })),
  };
}

function page(findings: readonly SearchFinding[], turn: Turn): unknown {
  return searchAnswer.results(findings.map((finding) => resultOf(searchResult(finding, turn.view), turn)));
}

function resultOf({ title, text, icon, card, summary }: SearchResult, turn: Turn): FoundCard {
  const { refreshes: _, ...audience } = turn.audience;
  return {
    content: renderCard(card, summary, audience),
    // A thumbnail's text is HTML to some clients.
    preview: { title, text: encode(text, { level: 'xml' }), image: iconUrl(icon) },
  };
}

function said(content: ReplyContent, turn: Turn): unknown {
  return searchAnswer.text(renderReply(content, turn.view, turn.audience).summary);
}

function nameOf({ activity, view }: Turn): string {
  return activity.from.name ?? say(view, 'found.somebody');
}
