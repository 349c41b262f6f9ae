/** The messaging extension from a client's side: its invokes, what they are answered with, and pressing in what is shown. */

import assert from 'node:assert/strict';
import { invoke, type Activity } from './activities.ts';
import type { BotUnderTest } from './bot.ts';

type Parts = Omit<Partial<Parameters<typeof invoke>[0]>, 'name' | 'value'>;

export const TEAM = '19:presence-general@thread.tacv2';

/** Where an invoke may come from. */
export const places = {
  'a personal chat': (activity: Activity) => activity,
  'a group chat': (activity: Activity) => ({
    ...activity,
    conversation: { isGroup: true, conversationType: 'groupChat', id: '19:presence-group@thread.v2' },
  }),
  'a channel': (activity: Activity) => ({
    ...activity,
    conversation: { isGroup: true, conversationType: 'channel', id: '19:presence-launch@thread.tacv2' },
    channelData: { channel: { id: '19:presence-launch@thread.tacv2' }, team: { id: TEAM } },
  }),
  'a meeting': (activity: Activity) => ({
    ...activity,
    conversation: { isGroup: true, conversationType: 'groupChat', id: '19:meeting_MTEx@thread.v2' },
    channelData: { meeting: { id: 'MCMxOTptZWV0aW5nX01URXg' } },
  }),
} as const;

/** Sends an invoke of that name; the HTTP answer must be 200 with JSON. By default somebody in New York, now. */
export async function ask(
  bot: BotUnderTest,
  name: string,
  value: unknown,
  { place = 'a personal chat', ...parts }: Parts & { place?: keyof typeof places } = {},
): Promise<Activity> {
  const activity = invoke({
    serviceUrl: bot.connector.url,
    timezone: 'America/New_York',
    at: new Date(bot.clock.now),
    ...parts,
    name: `composeExtension/${name}`,
    value,
  });
  return sent(bot, places[place](activity));
}

/** Sends that very activity. */
export async function sent(bot: BotUnderTest, activity: Activity): Promise<Activity> {
  const { status, body } = await bot.post(activity);
  assert.equal(status, 200);
  return record(JSON.parse(body));
}

/** A search as Teams sends it. */
export function query(text: string, queryOptions: unknown = { skip: 0, count: 25 }) {
  return { commandId: 'presence', parameters: [{ name: 'query', value: text }], queryOptions };
}

/** The card that a dialog shows, with the dialog's title. */
export function dialogIn(body: Activity): { title: unknown; card: Activity } {
  const task = record(body.task);
  assert.equal(task.type, 'continue', JSON.stringify(body).slice(0, 300));
  const value = record(task.value);
  const { contentType, content } = record(value.card);
  assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
  return { title: value.title, card: record(content) };
}

/** The words that a dialog shows in a card's place. */
export function dialogTextIn(body: Activity): string {
  const { type, value } = record(body.task);
  assert.equal(type, 'message', JSON.stringify(body).slice(0, 300));
  return String(value);
}

interface Result {
  readonly title: string;
  readonly text: string;
  readonly image: string;
  readonly card: Activity;
}

/** The results that a search lists. */
export function resultsIn(body: Activity): readonly Result[] {
  const { type, attachmentLayout, attachments } = record(body.composeExtension);
  assert.equal(type, 'result', JSON.stringify(body).slice(0, 300));
  assert.equal(attachmentLayout, 'list');
  assert.ok(Array.isArray(attachments));
  return attachments.map((one: unknown) => {
    const { contentType, content, preview } = record(one);
    assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
    const shown = record(preview);
    assert.equal(shown.contentType, 'application/vnd.microsoft.card.thumbnail');
    const { title, text, images } = record(shown.content);
    const image = record(Array.isArray(images) ? images[0] : undefined);
    return { title: String(title), text: String(text), image: String(image.url), card: record(content) };
  });
}

/** The words that a search shows in place of results. */
export function searchTextIn(body: Activity): string {
  const { type, text } = record(body.composeExtension);
  assert.equal(type, 'message', JSON.stringify(body).slice(0, 300));
  return String(text);
}

/** Everything in a card that is such an object, outermost first. */
function partsOf(card: unknown, wanted: (part: Activity) => boolean): Activity[] {
  if (Array.isArray(card)) return card.flatMap((one) => partsOf(one, wanted));
  if (!isRecord(card)) return [];
  return [...(wanted(card) ? [card] : []), ...Object.values(card).flatMap((one) => partsOf(one, wanted))];
}

/** What somebody reads in a card, line by line. */
export function wordsIn(card: Activity): string {
  return partsOf(card, ({ type }) => type === 'TextRun' || type === 'TextBlock')
    .map(({ text }) => String(text))
    .join('\n');
}

/** What the card's fields hold; an empty one has no value. */
export function filledIn(card: Activity): Activity {
  const inputs = partsOf(card, ({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(
    inputs.flatMap(({ id, value }) => (value === undefined ? [] : [[String(id), value]])),
  );
}

/** The tile that the card proposes. */
export function proposedIn(card: Activity): unknown {
  const tiles = partsOf(card, ({ type, style }) => type === 'Column' && style === 'accent');
  return tiles.length === 1 ? record(tiles[0]?.selectAction).title : undefined;
}

/** The action with that title. */
export function actionIn(card: Activity, title: string): Activity {
  const found = partsOf(
    card,
    (part) => String(part.type).startsWith('Action.') && (part.title === title || part.tooltip === title),
  );
  assert.ok(found[0] !== undefined, `no ${title} in ${wordsIn(card)}`);
  return found[0];
}

/** What a client sends when that is pressed: the action's data with what the fields hold beside it. */
export function pressed(card: Activity, title: string, typed: Activity = {}): Activity {
  const action = actionIn(card, title);
  assert.equal(action.type, 'Action.Submit');
  return { ...record(action.data), ...filledIn(card), ...typed };
}

function record(value: unknown): Activity {
  assert.ok(isRecord(value), JSON.stringify(value));
  return value;
}

function isRecord(value: unknown): value is Activity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
