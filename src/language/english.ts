/** The look-up of English, built once for everything that reads. */

import { buildLexicon } from './phrases.ts';
import { en } from './words/en.ts';

export const english = buildLexicon(en);
