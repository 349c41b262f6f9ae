/** Every command with its words in English, in the order of the registry. */

import { offers } from '../../src/commands/index.ts';
import { say, sayings } from '../../src/locales/say.ts';

const reader = { locale: 'en-US' };

export function commandsIn(): readonly { id: string; summary: string; examples: readonly string[] }[] {
  return offers.map(({ id, summary, examples }) => ({
    id,
    summary: say(reader, summary),
    examples: sayings(reader, examples),
  }));
}
