/** Everything that goes out, by reply or on the bot's own initiative, and the sign-in that it may need. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import type { BotAdapter } from './conversation.ts';
import { createInFlight, type InFlight, createSending, type Sending } from './sending.ts';
import type { Log } from './log.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import type { Recipient } from './turn.ts';
import type { TokenStore } from './user-tokens.ts';

interface OutboxParts {
  readonly adapter: BotAdapter;
  /** The token store, if the bot calls Graph as the person. */
  readonly signIns: { readonly store: TokenStore; readonly connection: string } | undefined;
  /** The bot's client id. */
  readonly botId: Guid;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface Outbox {
  readonly sending: Sending;
  readonly signIn: SignIn | undefined;
  /** The work that a shutdown waits for. */
  readonly inFlight: InFlight;
  /**
   * Sends a proactive message, with a sign-in card if a sign-in is what is missing. What does not
   * arrive is logged.
   */
  readonly tell: (content: ReplyContent, to: Recipient) => void;
  /** Says hello in a meeting's chat. */
  readonly hello: Sending['hello'];
}

/** Creates the outbox. */
export function createOutbox({ adapter, signIns, botId, now, log }: OutboxParts): Outbox {
  const inFlight = createInFlight();
  const sending = createSending({ adapter, now, botId, inFlight, log });
  const signIn = signIns && createSignIn({ ...signIns, now, sending, log });
  return {
    sending,
    signIn,
    inFlight,
    tell: (content, to) => {
      sending.tell(content, to, async (conversation) => signIn?.offerIfNeeded(conversation, content, to));
    },
    hello: sending.hello,
  };
}
