/** A person's talk with the commands, without Teams: what is said and pressed, in words and cards. */

import assert from 'node:assert/strict';
import { react, type Reaction } from '../../src/teams/press.ts';
import { parsePressed } from '../../src/cards/data.ts';
import { renderCard } from '../../src/cards/render.ts';
import { commandContextOf, type Services } from '../../src/commands/context.ts';
import { answer } from '../../src/commands/index.ts';
import { createOrder } from '../../src/commands/order.ts';
import { read } from '../../src/parser/read.ts';
import type { Reading } from '../../src/parser/reading.ts';
import type { Failure } from '../../src/presence/outcome.ts';
import type { Apply, Records } from '../../src/presence/ports.ts';
import { createWrite } from '../../src/persistence/write.ts';
import { createReplyLanguages } from '../../src/persistence/reply-languages.ts';
import { createPersonStates } from '../../src/persistence/person-states.ts';
import { plainText } from '../../src/replies/plain.ts';
import { reply } from '../../src/replies/reply.ts';
import type { ReplyContent } from '../../src/replies/reply-content.ts';
import { now as friday, policy, sender } from '../presence/samples.ts';
import { parseCard } from './cards.ts';
import { buttonOf, inputsOf } from './press.ts';

export interface Told {
  readonly content: ReplyContent;
  /** Markdown. */
  readonly text: string;
  /** As it is sent. */
  readonly card: object | undefined;
}

export interface Talk {
  /** What Microsoft reports, or why it does not. */
  reported: { availability: string; activity: string } | Failure;
  now: number;
  zone: string | undefined;
  /** Nobody else reads along. */
  alone: boolean;
  say(text: string): Promise<Told>;
  /** The same of what was read already. */
  ask(reading: Reading): Promise<Told>;
  /** Presses what the card really carries; `inputs` are filled in, `forged` takes the place of what it carries. */
  press(
    card: object | undefined,
    title: string,
    more?: { readonly inputs?: object; readonly forged?: object; readonly verb?: string },
  ): Promise<Told & Pick<Reaction, 'as'>>;
}

export function startTalk(records: Records | undefined, sign: Partial<Services> = {}): Talk {
  const personStates = createPersonStates({
    now: () => talk.now,
    log: { warn: () => undefined },
    ...(records === undefined ? {} : { stack: () => records.stack(sender) }),
  });
  const apply: Apply = (change) =>
    Promise.resolve({
      change,
      steps: change.steps.map((step) => ({
        step,
        result: { kind: 'applied', call: { request: step.request, at: change.at } },
      })),
    });
  const services: Services = {
    policy,
    order: createOrder(),
    personStates,
    write: createWrite(apply, personStates),
    records,
    languages: createReplyLanguages({ people: () => undefined, now: () => talk.now }),
    read: () =>
      Promise.resolve(
        'by' in talk.reported ? { ok: false, failure: talk.reported } : { ok: true, snapshot: talk.reported },
      ),
    readMany: () => Promise.resolve({ ok: true, snapshots: new Map() }),
    readsOthers: true,
    takesFiles: false,
    userTokens: undefined,
    log: { warn: () => undefined },
    now: () => talk.now,
    ...sign,
  };
  const context = () => ({ now: talk.now, zone: talk.zone, locale: 'en-US', bot: ['Presence'] });
  const tell = (content: ReplyContent): Told => {
    const { text, card } = reply(content, context());
    const sent = card && renderCard(card, plainText(text), { owner: sender.userId, place: 'chat' });
    if (sent !== undefined) assert.deepEqual(parseCard(sent), []);
    return { content, text, card: sent };
  };
  const contextOf = (who: typeof sender, door: 'chat' | 'card') =>
    commandContextOf(services, who, door, {
      zone: talk.zone,
      everybody: () => Promise.resolve({ ok: false, why: 'ownChat' }),
    });
  const talk: Talk = {
    reported: { availability: 'Available', activity: 'Available' },
    now: friday,
    zone: 'America/New_York',
    alone: true,
    say: (text) => talk.ask(read(text, context())),
    ask: async (reading) => tell(await answer(reading, contextOf(sender, 'chat'))),
    press: async (card, title, { inputs = {}, forged = {}, verb } = {}) => {
      const button = buttonOf(card, title);
      const data = { ...button.data, ...inputsOf(card), ...inputs, ...forged };
      const { content, as } = await react(parsePressed(verb ?? button.verb, data), {
        sender,
        commandContext: (who) => contextOf(who, 'card'),
        context: context(),
        alone: talk.alone,
        automatic: false,
      });
      return { ...tell(content), as };
    },
  };
  return talk;
}
