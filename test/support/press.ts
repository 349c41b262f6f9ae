/** Presses what a card really carries, as a client does: the action by its title, with the inputs filled in. */

import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { BotUnderTest } from './bot.ts';
import { AVERY, cardAction, message, submitted, type Activity, type Person } from './activities.ts';
import type { Received } from './connector.ts';

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Activity;
  /** The data of its Action.Submit, for clients that know no Action.Execute. */
  readonly submits: Activity;
}

interface PressOptions {
  readonly from?: Person;
  readonly inputs?: Activity;
  readonly groupChat?: boolean;
  readonly as?: 'execute' | 'submit';
  readonly trigger?: 'manual' | 'automatic';
  /** By default a new one at each press; the same one again is a redelivery. */
  readonly id?: string;
  /** The message that the card stands in. */
  readonly replyToId?: string;
  readonly timezone?: string | null;
}

/** The answer to a press: a card that takes the place of the pressed one, or words for the presser. */
export interface Pressed {
  readonly status: number;
  readonly body: Activity;
  readonly card?: Activity;
  readonly text: string;
}

export const cardMessage = '1773133100000';

/** Every button of the card, in order. */
export function buttonsOf(card: unknown): Button[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (!isObject(card)) return [];
  if (card.type !== 'Action.Execute') {
    const { refresh: _byItself, ...seen } = card;
    return Object.values(seen).flatMap(buttonsOf);
  }
  const { title, verb, data, fallback } = card;
  assert.ok(isObject(data) && isObject(fallback) && isObject(fallback.data), `${String(title)} is complete`);
  assert.equal(fallback.type, 'Action.Submit');
  assert.deepEqual(fallback.data, { ...data, verb }, 'both carry the same');
  return [{ title: String(title), verb: String(verb), data, submits: fallback.data }];
}

export function titlesOf(card: unknown): string[] {
  return buttonsOf(card).map(({ title }) => title);
}

/** The button of that title; it must be there once. */
export function buttonOf(card: unknown, title: string): Button {
  const found = buttonsOf(card).filter((one) => one.title === title);
  const [button] = found;
  assert.ok(button !== undefined && found.length === 1, `one ${title} among ${titlesOf(card).join(', ')}`);
  return button;
}

/** What the card asks by itself when it is seen; undefined if it does not. */
export function refreshOf(card: unknown): Button | undefined {
  assert.ok(isObject(card));
  if (!isObject(card.refresh) || !isObject(card.refresh.action)) return undefined;
  const { verb, data } = card.refresh.action;
  assert.ok(isObject(data));
  return { title: 'by itself', verb: String(verb), data, submits: {} };
}

/** What is filled in on the card: a client sends it with every press, and leaves out what is empty. */
export function inputsOf(card: unknown): Activity {
  if (Array.isArray(card)) return Object.assign({}, ...card.map(inputsOf)) as Activity;
  if (!isObject(card)) return {};
  const own =
    typeof card.type === 'string' && card.type.startsWith('Input.') && card.value !== undefined
      ? { [String(card.id)]: card.value }
      : {};
  const { fallback: _same, refresh: _byItself, ...seen } = card;
  return { ...own, ...inputsOf(Object.values(seen)) };
}

/** All that somebody reads on the card, a line for each text. */
export function cardWords(card: unknown): string {
  if (Array.isArray(card)) return card.map(cardWords).filter(Boolean).join('\n');
  if (!isObject(card)) return '';
  const own = ['TextRun', 'TextBlock'].includes(String(card.type)) ? [String(card.text)] : [];
  const { fallback: _same, refresh: _byItself, selectAction: _pressed, ...seen } = card;
  return [...own, cardWords(Object.values(seen))].filter(Boolean).join('\n');
}

/** The card of a message, or of a PUT that brings one up to date. */
export function cardIn(activity: Activity | undefined): Activity {
  const attachments: unknown = activity?.attachments;
  const attachment: unknown = Array.isArray(attachments) ? attachments[0] : undefined;
  assert.ok(isObject(attachment) && isObject(attachment.content), `no card in ${JSON.stringify(activity)}`);
  assert.equal(attachment.contentType, 'application/vnd.microsoft.card.adaptive');
  return attachment.content;
}

/** Says something and gives the card that came. */
export async function cardFor(
  bot: BotUnderTest,
  text: string,
  parts: Partial<Parameters<typeof message>[0]> = {},
): Promise<Activity> {
  const before = bot.connector.replies().length;
  await bot.say(text, parts);
  return cardIn(bot.connector.replies()[before]);
}

/** Presses the button of that title. */
export function press(
  bot: BotUnderTest,
  card: unknown,
  title: string,
  options: PressOptions = {},
): Promise<Pressed> {
  const filled = inputsOf(card);
  return send(bot, buttonOf(card, title), { ...options, inputs: { ...filled, ...options.inputs } });
}

/** Sends a button's data, forged or not. */
export async function send(
  bot: BotUnderTest,
  { verb, data, submits }: Button,
  { as = 'execute', inputs = {}, trigger = 'manual', ...options }: PressOptions = {},
): Promise<Pressed> {
  const envelope = {
    from: AVERY,
    timezone: 'America/New_York',
    replyToId: cardMessage,
    at: new Date(bot.clock.now),
    ...options,
    serviceUrl: bot.connector.url,
  };
  const before = sentBy(bot).length;
  const { status, body } = await bot.post(
    as === 'execute'
      ? cardAction({ ...envelope, verb, data: { ...data, ...inputs }, trigger })
      : submitted({ ...envelope, value: { ...submits, ...inputs } }),
  );
  if (as === 'submit') {
    // Such a press is a message: what it is answered with comes from the bot by itself.
    const sent = sentBy(bot).slice(before).at(-1)?.activity;
    const text = typeof sent?.text === 'string' ? sent.text : '';
    return { status, body: {}, text, ...(sent?.attachments === undefined ? {} : { card: cardIn(sent) }) };
  }
  const answer: unknown = body === '' ? {} : JSON.parse(body);
  assert.ok(isObject(answer));
  const { type, value } = answer;
  return {
    status,
    body: answer,
    ...(type === 'application/vnd.microsoft.card.adaptive' && isObject(value) ? { card: value } : {}),
    text: typeof value === 'string' ? value : '',
  };
}

/** The PUTs to that message, as soon as there are so many. */
export async function updates(bot: BotUnderTest, count = 1, target = cardMessage): Promise<Received[]> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = bot.connector.received.filter((one) => one.operation === 'update' && one.target === target);
    if (found.length >= count) return found;
    await delay(10);
  }
  throw new Error(`fewer than ${count} updates came`);
}

/** Comes back when the bot has had the time to send whatever it had to: it answers another conversation. */
export async function settled(bot: BotUnderTest): Promise<void> {
  const conversation = 'a:1-fence';
  const before = bot.connector.replies(conversation).length;
  await bot.post(message({ text: 'help', serviceUrl: bot.connector.url, conversation }));
  await bot.connector.waitForReplies(before + 1, { conversation });
}

/** What went to conversations other than the fence's. */
export function sentBy(bot: BotUnderTest): Received[] {
  return bot.connector.received.filter(({ conversation }) => conversation !== 'a:1-fence');
}

function isObject(value: unknown): value is Activity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
