/** What people send in the bench: a sentence, presses of the card that it gave, and how many at once. */

import { setTimeout as delay } from 'node:timers/promises';
import { cardAction, message, person, type Activity, type Person } from '../support/activities.ts';
import type { BotProcess } from './bot-process.ts';
import type { Sink } from './sink.ts';

export function peopleOf(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) =>
    person(
      `person-${index}`,
      `Person ${index}`,
      `44444444-4444-4444-8444-${String(index).padStart(12, '0')}`,
    ),
  );
}

const conversationOf = ({ id }: Person) => `a:1-${id}`;

export function sentence(from: Person, { url }: Pick<Sink, 'url'>, text = 'dnd 2h'): Activity {
  const conversation = conversationOf(from);
  return message({ text, from, conversation, serviceUrl: url, timezone: 'America/New_York' });
}

/** Sends it; whatever is no success ends the bench. Milliseconds until it is answered. */
export async function sayTo(
  bot: BotProcess,
  from: Person,
  sink: Pick<Sink, 'url'>,
  text?: string,
): Promise<number> {
  const { status, ms } = await bot.post(sentence(from, sink, text));
  if (status !== 200) throw new Error(`${bot.name} answered ${status}`);
  return ms;
}

/** Presses that button of a card, or for `refresh` looks at it; gives the card that takes its place, if one does. */
export async function press(
  bot: BotProcess,
  from: Person,
  verb: string,
  card: unknown,
  { url }: Pick<Sink, 'url'>,
): Promise<unknown> {
  const data = card === undefined ? {} : dataOf(card, verb);
  if (data === undefined) throw new Error(`${bot.name} gave a card without ${verb}: ${JSON.stringify(card)}`);
  const trigger = verb === 'refresh' ? 'automatic' : 'manual';
  const conversation = conversationOf(from);
  const { status, text } = await bot.post(
    cardAction({ from, conversation, serviceUrl: url, timezone: 'America/New_York', verb, data, trigger }),
  );
  const answer: unknown = status === 200 ? JSON.parse(text) : undefined;
  if (!isRecord(answer) || answer.statusCode !== 200)
    throw new Error(`${bot.name} answered ${status}: ${text}`);
  return answer.type === 'application/vnd.microsoft.card.adaptive' ? answer.value : undefined;
}

/** The card in the last message to that person; undefined: there was none, as with a bare bot. */
export function cardFor(from: Person, sink: Sink): unknown {
  const sent = sink.lastOf(conversationOf(from));
  if (!isRecord(sent) || !Array.isArray(sent.attachments)) return undefined;
  const attachments: readonly unknown[] = sent.attachments;
  const [attachment] = attachments;
  return isRecord(attachment) ? attachment.content : undefined;
}

/** The data of the action with that verb. */
function dataOf(part: unknown, verb: string): unknown {
  if (typeof part !== 'object' || part === null) return undefined;
  if (isRecord(part) && part.type === 'Action.Execute' && part.verb === verb) return part.data;
  return Object.values(part)
    .map((inner) => dataOf(inner, verb))
    .find((data) => data !== undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Does it for each index, so many at a time. */
export async function inParallel(
  count: number,
  width: number,
  job: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await job(index);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** Does it so many times a second for so many seconds, however long each takes. */
export async function atRate(
  perSecond: number,
  seconds: number,
  job: (index: number) => Promise<unknown>,
): Promise<void> {
  const begun = performance.now();
  const jobs: Promise<unknown>[] = [];
  const count = Math.round(perSecond * seconds);
  while (jobs.length < count) {
    const due = Math.min(count, Math.ceil(((performance.now() - begun) / 1000) * perSecond));
    while (jobs.length < due) jobs.push(job(jobs.length));
    await delay(1);
  }
  await Promise.all(jobs);
}

/** The value below which that share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
