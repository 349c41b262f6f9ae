/** Spanish. */

import { blank } from '../phrases/blank.ts';
import type { PhraseTable } from '../phrases/table.ts';

export const es: PhraseTable = blank('es');
