/** Brazilian Portuguese. */

import { blank } from '../phrases/blank.ts';
import type { PhraseTable } from '../phrases/table.ts';

export const ptBR: PhraseTable = blank('pt-BR');
