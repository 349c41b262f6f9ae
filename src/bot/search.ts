/** The messaging extension's search: what was typed, previewed as a wish, and the people of this chat by name. */

import { encode } from 'html-entities';
import { iconUrl, renderCard } from '../cards/render.ts';
import { answer } from '../commands/index.ts';
import type { Desk } from '../commands/desk.ts';
import { matching } from '../commands/match.ts';
import { isCommand, read } from '../parser/read.ts';
import { say, sayings } from '../locales/say.ts';
import type { Change } from '../presence/change.ts';
import type { Sender } from '../presence/intent.ts';
import type { ReadPresences } from '../presence/ports.ts';
import { found, type Finding, type Found } from '../replies/found.ts';
import type { Saying } from '../replies/saying.ts';
import { statusOf } from './errors.ts';
import { speak } from './outgoing.ts';
import type { Person, Roster } from './people.ts';
import { queryValue, searchAnswer, type Result } from './protocol.ts';
import type { Turn } from './turn.ts';
import { within } from '../waits/within.ts';

export interface SearchParts {
  readonly roster: Roster;
  readonly readMany: ReadPresences;
  /** Whether anybody's presence but the asker's own may be read. */
  readonly readsOthers: boolean;
  /** Milliseconds in which every invoke is answered. */
  readonly invokeMs: number;
}

/** What an empty search offers. */
const presets = 'found.presets';
/** Teams shows no more at once. */
const pageSize = 25;
/** How much of an invoke's time people may take where there is something else to show. */
const shareOfPeople = 0.8;

/** The answer to `composeExtension/query`; undefined for a malformed one. */
export async function search(turn: Turn, parts: SearchParts): Promise<unknown> {
  const query = queryValue.safeParse(turn.activity.value).data;
  if (query === undefined) return undefined;
  if (turn.sender === undefined) return said({ kind: 'guest' }, turn);
  const desk = turn.desk(turn.sender, 'extension');
  const typed = typedIn(query.parameters ?? []);
  const skip = query.queryOptions?.skip ?? 0;
  const room: Room = { from: skip, to: skip + Math.min(query.queryOptions?.count ?? pageSize, pageSize) };
  return typed === ''
    ? firstRun(turn.sender, room, desk, turn, parts)
    : searchFor(typed, room, desk, turn, parts);
}

/** Which results are shown, counted from 0; `to` is beyond the last. */
interface Room {
  readonly from: number;
  readonly to: number;
}

/** The sender's own presence, and sentences to begin with. */
async function firstRun(
  { userId }: Sender,
  { from, to }: Room,
  desk: Desk,
  turn: Turn,
  parts: SearchParts,
): Promise<unknown> {
  const own = soon(withPresence([{ userId, name: nameOf(turn) }], turn, parts), parts);
  const offered = await Promise.all(
    sayings(turn.view, presets).map((sentence) => wished(sentence, turn, desk)),
  );
  return page([...peopleIn(await own), ...offered.flatMap(findingsIn)].slice(from, to), turn);
}

async function searchFor(
  typed: string,
  { from, to }: Room,
  desk: Desk,
  turn: Turn,
  parts: SearchParts,
): Promise<unknown> {
  const wish = await wished(typed, turn, desk);
  const wishes = findingsIn(wish);
  const room = { from: Math.max(0, from - wishes.length), to: Math.max(0, to - wishes.length) };
  const looking = peopleCalled(typed, room, turn, parts);
  if (wishes.length > 0) {
    return page([...wishes.slice(from, to), ...peopleIn(await soon(looking, parts))], turn);
  }
  const people = await looking;
  if (people.ok) return page(people.found, turn);
  // What reads like a wish, and like nobody here, is told what was unclear about it.
  const nobody = ['nobody', 'noRoster', 'rosterFailed', 'ownOnly'].includes(people.saying.kind);
  return said(nobody && wish.kind === 'unclear' ? wish.saying : people.saying, turn);
}

/** What comes in time to be shown beside something else; undefined for what does not. */
async function soon<T>(work: Promise<T>, { invokeMs }: SearchParts): Promise<T | undefined> {
  const first = await within(invokeMs * shareOfPeople, work);
  return first.late ? undefined : first.value;
}

function typedIn(parameters: readonly { name?: string | null | undefined; value?: unknown }[]): string {
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  return typeof typed === 'string' ? typed.trim() : '';
}

type Wished =
  | { readonly kind: 'finding'; readonly finding: Finding }
  /** About presence, but asked back, refused or impossible. */
  | { readonly kind: 'unclear'; readonly saying: Saying }
  | { readonly kind: 'none' };

function findingsIn(wish: Wished): readonly Finding[] {
  return wish.kind === 'finding' ? [wish.finding] : [];
}

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

/** People to show, or why there are none. */
type People =
  { readonly ok: true; readonly found: readonly Finding[] } | { readonly ok: false; readonly saying: Saying };

function peopleIn(people: People | undefined): readonly Finding[] {
  return people?.ok === true ? people.found : [];
}

/** Of the people of this chat or team by that name, those on this page, with their presence. */
async function peopleCalled(
  typed: string,
  { from, to }: Room,
  turn: Turn,
  parts: SearchParts,
): Promise<People> {
  if (!parts.readsOthers) return { ok: false, saying: { kind: 'ownOnly' } };
  const everybody = await parts.roster(turn.context).catch((error: unknown) => rosterSaying(error));
  if ('kind' in everybody) return { ok: false, saying: everybody };
  const people = matching(everybody, typed);
  if (people.length === 0) return { ok: false, saying: { kind: 'nobody', name: typed } };
  return withPresence(people.slice(from, to), turn, parts, typed);
}

/** Teams says no where the bot is not in the chat; anything else is a failure that may pass. */
function rosterSaying(error: unknown): Saying {
  const status = statusOf(error);
  return { kind: status === 403 || status === 404 ? 'noRoster' : 'rosterFailed' };
}

/** A presence that could not be read is no presence: all are left out then, and `wanted` is what is missing. */
async function withPresence(
  people: readonly Pick<Person, 'userId' | 'name'>[],
  { sender }: Turn,
  { readMany }: SearchParts,
  wanted = '',
): Promise<People> {
  if (people.length === 0 || sender === undefined) return { ok: true, found: [] };
  const read = await readMany(
    sender,
    people.map(({ userId }) => userId),
  );
  if (!read.ok) {
    const [only, ...others] = people;
    const name = others.length === 0 && only !== undefined ? only.name : wanted;
    return { ok: false, saying: { kind: 'colleagueFailed', name, failure: read.failure } };
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

function page(findings: readonly Finding[], turn: Turn): unknown {
  return searchAnswer.results(findings.map((finding) => resultOf(found(finding, turn.view), turn)));
}

function resultOf({ title, text, icon, card, summary }: Found, turn: Turn): Result {
  const { refreshes: _, ...seat } = turn.seat;
  return {
    content: renderCard(card, summary, seat),
    // A thumbnail's text is HTML to some clients.
    preview: { title, text: encode(text, { level: 'xml' }), image: iconUrl(icon) },
  };
}

function said(saying: Saying, turn: Turn): unknown {
  return searchAnswer.text(speak(saying, turn.view, turn.seat).summary);
}

function nameOf({ activity, view }: Turn): string {
  return activity.from.name ?? say(view, 'found.somebody');
}
