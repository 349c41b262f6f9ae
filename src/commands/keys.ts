/** Personal keys, which their owner makes, looks at and ends in their own chat, and nowhere else. */

import type { Command } from '../parser/reading.ts';
import type { Sender } from '../presence/intent.ts';
import type { KeysChange, PersonalKeys } from '../presence/personal-key.ts';
import type { Answer } from './answer.ts';
import { command } from './command.ts';
import type { CommandContext } from './context.ts';
import { recorded } from './recorded.ts';

export const key = command('key', {
  place: 'ownChat',
  action: ({ name }, context) => ({
    kind: 'tell',
    answer: () =>
      withKeys(context, 'key', async (keys, who) => {
        const made = await keys.make(who, name);
        return made === undefined ? { what: 'tooMany' } : { what: 'made', ...made };
      }),
  }),
});

export const keys = command('keys', {
  place: 'ownChat',
  action: (_command, context) => ({ kind: 'tell', answer: () => listKeys(context) }),
});

/** The card of all of them. */
function listKeys(context: CommandContext): Promise<Answer> {
  return withKeys(context, 'keys', () => Promise.resolve({ what: 'listed' }));
}

/** A press on one of somebody's keys, or on the card that shows a new one. */
type KeyPress = { readonly act: 'removeKey'; readonly number: number } | { readonly act: 'showKeys' };

/** Does it, and tells which they have then. Each may be pressed twice. */
export function answerKeyPress(press: KeyPress, context: CommandContext): Promise<Answer> {
  if (press.act === 'showKeys') return listKeys(context);
  return withKeys(context, 'keys', async (own, who) => {
    await own.remove(who, press.number);
    return { what: 'removed' };
  });
}

/** Does that with the sender's keys, and tells which they have then. */
async function withKeys(
  context: CommandContext,
  wanted: Command['kind'],
  work: (keys: PersonalKeys, who: Sender) => Promise<KeysChange['did']>,
): Promise<Answer> {
  // Whoever has found a key can make no other one, which would outlive it, and end none.
  if (context.door === 'key') return { kind: 'ownChat' };
  const own = context.records?.keys;
  if (own === undefined) return { kind: 'notHere', wanted };
  return recorded(
    context,
    wanted,
    async (_records, who) => ({ did: await work(own, who), keys: await own.list(who) }),
    (found) => ({ kind: 'keys', ...found }),
  );
}
