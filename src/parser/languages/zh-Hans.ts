/** Chinese: Simplified characters, and Traditional ones read as them. */

import { blank } from '../phrases/blank.ts';
import type { PhraseTable } from '../phrases/table.ts';

export const zhHans: PhraseTable = blank('zh-Hans');
