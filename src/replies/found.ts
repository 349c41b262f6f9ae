/** What a search in the messaging extension finds, in words. */

import { englishFound } from './en/found.ts';
import type { Finding, Found } from './finding.ts';
import type { View } from './time.ts';

export type { Finding, Found } from './finding.ts';

/** A finding in the view's language, in English where there is no other. */
export function found(finding: Finding, view: View): Found {
  return englishFound(finding, view);
}
