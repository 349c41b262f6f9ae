/** An answer → what the user reads. Each language is one function; English always works. */

import { english } from './en/index.ts';
import type { Reply, Saying } from './saying.ts';
import type { View } from './time.ts';

type Speaker = (saying: Saying, view: View) => Reply;

const speakers: ReadonlyMap<string, Speaker> = new Map([['en', english]]);

/** The reply in the view's language, in English where there is no table for it. */
export function reply(saying: Saying, view: View): Reply {
  const language = view.locale.slice(0, 2).toLowerCase();
  return (speakers.get(language) ?? english)(saying, view);
}
