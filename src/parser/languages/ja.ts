/** Japanese. */

import { blank } from '../phrases/blank.ts';
import type { PhraseTable } from '../phrases/table.ts';

export const ja: PhraseTable = blank('ja');
