/** What the extracting functions share. */

import type { Extracted } from '../grammar/extracted.ts';
import type { Role } from '../languages/language.ts';
import type { Item } from '../lexer/items.ts';
import type { TimeIn, TimeTable } from './times.ts';

/** What is passed around while a sentence is taken apart. */
export interface CursorIn {
  readonly extracted: Extracted;
  readonly items: readonly Item[];
  readonly written: string;
  readonly times: TimeTable;
  /** Times that say when one is back, or when something begins: which, the whole sentence tells. */
  readonly later: { readonly time: TimeIn; readonly from: number; readonly to: number }[];
  readonly seen: Map<Role, Item>;
}
