/** What every card gets after binding: a fallback for each button, and nothing empty. */

/** An Adaptive Card as it is sent. */
export type Card = Readonly<Record<string, unknown>>;

interface Options {
  readonly place: 'chat' | 'dialog';
  /** What the card asks by itself when its user sees it; it must only read. */
  readonly refresh?: { readonly verb: string; readonly data: object; readonly userId: string };
}

/**
 * The bound card with `Action.Submit` as the fallback of each `Action.Execute`, or in its place in a dialog, where
 * Teams knows no other: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
 */
export function complete(bound: unknown, { place, refresh }: Options): Card {
  const card = completed(bound, place);
  if (!isRecord(card)) throw new TypeError('the template gave no card');
  if (refresh === undefined || place === 'dialog') return card;
  const { verb, data, userId } = refresh;
  return { ...card, refresh: { action: { type: 'Action.Execute', verb, data }, userIds: [userId] } };
}

function completed(part: unknown, place: Options['place']): unknown {
  if (Array.isArray(part)) return part.map((one) => completed(one, place));
  if (!isRecord(part)) return part;
  if (part.type === 'Action.Execute') return place === 'dialog' ? submitOf(part) : withFallback(part);
  const whole: Record<string, unknown> = {};
  for (const name in part) {
    const value = part[name];
    // An input that nobody has filled in has no value. Texts, which are most of a card, stay as they are.
    if (typeof value === 'object') whole[name] = completed(value, place);
    else if (name !== 'value' || value !== '') whole[name] = value;
  }
  return whole;
}

function withFallback(execute: Card): Card {
  return { ...execute, fallback: submitOf(execute) };
}

function submitOf({ verb, data, ...execute }: Card): Card {
  return { ...execute, type: 'Action.Submit', data: { ...(isRecord(data) ? data : {}), verb } };
}

function isRecord(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
