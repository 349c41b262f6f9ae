/** What a sentence says of time ahead, taken out of it piece by piece, and what is left without it. */

import { is, type Item } from '../lexer/items.ts';
import { pieceAt } from './piece-at.ts';
import type { Pieces, TimeReader } from './pieces.ts';
import type { SchedulePhrases } from './words.ts';

/** The pieces, in the words that they were said in, and the items without them. */
export interface TakenOut {
  readonly pieces: Pieces;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly twice: boolean;
  readonly rest: readonly Item[];
}

type Draft = { -readonly [Key in keyof Pieces]: Pieces[Key] };

/** Takes all of them out. */
export function takeOut(phrases: SchedulePhrases, items: readonly Item[], reader: TimeReader): TakenOut {
  const pieces: Draft = {};
  const spans: { from: number; to: number }[] = [];
  const rest: Item[] = [];
  let twice = false;
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    // What follows is the text of a message.
    if (spans.length > 0 && (is(item, 'messageMark') || is(item, 'message'))) {
      rest.push(...items.slice(at));
      break;
    }
    const piece = pieceAt(phrases, items, isForDay(items, at, reader) ? at + 1 : at, reader);
    if (piece === undefined) {
      rest.push(item);
      at += 1;
      continue;
    }
    if (piece.key === 'quietHours') rest.push(quiet(items, at, piece.next));
    else spans.push({ from: item.from, to: items[piece.next - 1]?.to ?? item.to });
    if (piece.key in pieces) twice = true;
    put(pieces, piece);
    at = piece.next;
  }
  return { pieces, spans, twice, rest };
}

/** "for tomorrow", "for Wednesday 2pm to 4pm": on that day. */
function isForDay(items: readonly Item[], at: number, reader: TimeReader): boolean {
  return is(items[at], 'for') && reader.day(items, at + 1) !== undefined;
}

function put<Key extends keyof Pieces>(
  draft: Draft,
  { key, value }: { readonly key: Key; readonly value: NonNullable<Pieces[Key]> },
): void {
  Object.assign(draft, { [key]: value });
}

/** Quiet hours are do not disturb. */
function quiet(items: readonly Item[], from: number, next: number): Item {
  const [first, last] = [items[from], items[next - 1]];
  return {
    kind: 'word',
    text: 'dnd',
    from: first?.from ?? 0,
    to: last?.to ?? 0,
    glued: first?.glued === true,
    value: undefined,
    senses: { status: 'doNotDisturb', roles: new Set() },
    known: true,
    name: false,
  };
}
