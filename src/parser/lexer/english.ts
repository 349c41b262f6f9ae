/** The look-up of English, built once for everything that reads. */

import { lazy } from './lazy.ts';
import { buildLexicon } from './lexicon.ts';
import { en } from '../languages/en.ts';

export const english = lazy(() => buildLexicon(en));
