/** The look-up of English, built once for everything that reads. */

import { lazy } from './lazy.ts';
import { buildLexicon } from './phrases.ts';
import { en } from './words/en.ts';

export const english = lazy(() => buildLexicon(en));
